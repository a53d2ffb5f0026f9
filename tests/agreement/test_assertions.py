"""A report's assertions: the sentences of its claims, and what the page tells in its own voice."""

from read_reports import report_of

from musnad.agreement.assertions import find_assertions
from musnad.model import Polarity, Report


def told(report: Report) -> list[tuple[str, str, bool]]:
    assert report.article is not None
    text = report.article.text
    return [
        (" … ".join(span.of(text).strip() for span in each.content), each.polarity, each.claim is not None)
        for each in find_assertions(report)
    ]


def test_a_claim_asserts_its_content() -> None:
    report = report_of("خبر الميناء\nقال الحارس إن السفينة غادرت الميناء ليلا.")
    assert ("إن السفينة غادرت الميناء ليلا", Polarity.AFFIRMS, True) in told(report)


def test_a_denial_denies_its_content() -> None:
    report = report_of("خبر الميناء\nنفى الحارس أن تكون السفينة غادرت الميناء ليلا.")
    assert ("أن تكون السفينة غادرت الميناء ليلا", Polarity.DENIES, True) in told(report)


def test_two_words_that_tell_no_happening_assert_nothing() -> None:
    report = report_of("بيان\nقال الحارس إن السفينة غادرت، واتهم العمال بأعمال تخريبية.")
    assert [content for content, _, is_claimed in told(report) if is_claimed] == ["إن السفينة غادرت"]


def test_a_negated_cue_asserts_nothing() -> None:
    report = report_of("خبر الميناء\nلم يؤكد الحارس أن السفينة غادرت الميناء ليلا.")
    assert not [each for each in told(report) if each[2]]


def test_the_page_asserts_the_happenings_that_it_attributes_to_nobody() -> None:
    report = report_of("هجوم في حمص\nهاجم مسلحون مركزا للشرطة في حمص وقتلوا ثلاثة من الحراس.")
    assert ("هاجم مسلحون مركزا للشرطة في حمص وقتلوا ثلاثة من الحراس.", Polarity.AFFIRMS, False) in told(report)


def test_a_headline_that_repeats_a_claim_is_that_claim() -> None:
    report = report_of("الشرطة: مسلحون هاجموا مركز حمص\nقالت الشرطة إن مسلحين هاجموا مركزا للشرطة في حمص فجر الأحد.")
    headline = next(claim for claim in report.claims if claim.in_headline)
    assert headline.repeats is not None
    assert headline.id not in {each.claim for each in find_assertions(report)}


def test_each_sentence_of_a_long_quotation_is_an_assertion() -> None:
    report = report_of("تصريح\nقال المدير: «انتهت أعمال الصيانة. سيفتح المتحف أبوابه غدا».")
    assert len([each for each in told(report) if each[2]]) == 2


def test_ids_are_distinct_and_stay() -> None:
    report = report_of("هجوم في حمص\nهاجم مسلحون مركزا في حمص. قال الحارس إن المهاجمين فروا.")
    ids = [each.id for each in find_assertions(report)]
    assert len(set(ids)) == len(ids)
    assert ids == [each.id for each in find_assertions(report)]
