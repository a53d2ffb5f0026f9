"""Who denies a part in a deed is set against who accuses him of it, by who he is and by the matter, not by words."""

from read_reports import report_of

from musnad.comparing import compare_reports
from musnad.model import Dossier, Polarity, Slot

ACCUSED = "حريق المرفأ\nاتهمت بلغراد أثينا بتدبير حريق مرفأ بيرايوس الذي أودى بحياة القبطان ياني دراكوس."
CLEARED = "رد أثينا\nنفت الحكومة اليونانية ضلوعها في مقتل القبطان ياني دراكوس في بيرايوس."
OTHER = "رد أثينا\nنفت الحكومة اليونانية ضلوعها في سرقة لوحات متحف النحت في باريس."


def dossier(*texts: str) -> Dossier:
    return compare_reports([report_of(text, outlet=f"صحيفة {number}") for number, text in enumerate(texts)])


def sides(found: Dossier) -> list[tuple[str, str]]:
    """Return the words of both sides of each contradiction, the accusation first."""
    told = {each.id: each for proposition in found.propositions for each in proposition.assertions}
    texts = {report.id: report.article.text for report in found.reports if report.article is not None}
    pairs = []
    for contradiction in found.contradictions:
        both = sorted(
            (told[contradiction.left], told[contradiction.right]), key=lambda each: each.polarity is Polarity.DENIES
        )
        pairs.append((both[0].content[0].of(texts[both[0].report]), both[1].content[0].of(texts[both[1].report])))
    return pairs


def test_a_denial_meets_the_accusation_of_the_same_party_in_another_report() -> None:
    found = dossier(ACCUSED, CLEARED)
    ((accusation, denial),) = sides(found)
    assert accusation.startswith("اتهمت بلغراد أثينا")
    assert denial.startswith("نفت الحكومة اليونانية ضلوعها")
    assert [each.slot for each in found.contradictions] == [Slot.POLARITY]


def test_a_denial_of_another_matter_meets_nothing() -> None:
    assert not dossier(ACCUSED, OTHER).contradictions


def test_the_accusation_of_another_party_meets_nothing() -> None:
    assert not dossier(ACCUSED.replace("أثينا", "روما"), CLEARED).contradictions


def test_the_accuser_is_not_the_accused() -> None:
    assert not dossier(ACCUSED.replace("بلغراد أثينا", "أثينا بلغراد"), CLEARED).contradictions


def test_copies_of_a_denial_make_one_contradiction() -> None:
    again = f"{CLEARED} وأضافت أن المرفأ سيفتح أبوابه غدا."
    assert len(dossier(ACCUSED, CLEARED, again).contradictions) == 1


def test_a_second_accuser_makes_a_second_contradiction() -> None:
    second = "موقف روما\nحملت روما أثينا مسؤولية مقتل القبطان ياني دراكوس في بيرايوس."
    assert len(dossier(ACCUSED, second, CLEARED).contradictions) == 2


def test_a_denial_in_the_report_of_the_accusation_counts() -> None:
    text = "حريق المرفأ\nاتهمت بلغراد أثينا بتدبير حريق المرفأ. لكن أثينا نفت ضلوعها في الحادث."
    ((accusation, denial),) = sides(dossier(text))
    assert (accusation, denial) == ("اتهمت بلغراد أثينا بتدبير حريق المرفأ", "أثينا نفت ضلوعها في الحادث")


def test_a_denial_that_only_points_is_of_what_stands_before_it() -> None:
    text = "هدنة\nأعلنت بلغراد التوصل إلى اتفاق لوقف الصيد في المياه المشتركة. إلا أن أثينا نفت ذلك."
    ((told, denial),) = sides(dossier(text))
    assert told.startswith("التوصل إلى اتفاق")
    assert denial == "أثينا نفت ذلك"


def test_a_denial_of_what_a_named_speaker_said_is_of_his_words() -> None:
    text = (
        "هدنة\nقالت بلغراد إن السفن غادرت المياه المشتركة. وقال الصيادون إن البحر هائج."
        " لكن أثينا نفت صحة ما أعلنته بلغراد."
    )
    ((told, _),) = sides(dossier(text))
    assert told == "إن السفن غادرت المياه المشتركة"


def test_the_accused_is_affirmed_and_the_denial_denied_of_one_proposition() -> None:
    found = dossier(ACCUSED, CLEARED)
    (proposition,) = [each for each in found.propositions if "اتهمت" in each.label]
    assert (proposition.affirmed.most, proposition.denied.most) == (1, 1)


def test_what_both_reports_tell_of_is_a_reason_and_what_one_report_tells_twice_is_none() -> None:
    (across,) = dossier(ACCUSED, CLEARED).contradictions
    (within,) = dossier(
        "حريق المرفأ\nاتهمت بلغراد أثينا بتدبير حريق المرفأ. لكن أثينا نفت ضلوعها في الحادث."
    ).contradictions
    assert any(reason.startswith("both tell of") for reason in across.reasons)
    assert not any("both tell of" in reason for reason in within.reasons)
