"""What one mention tells is carried to the rest of its article."""

import pytest
from mention_words import mentions_of, words_of

from musnad.model import Mention, MentionKind


def found(text: str, words: str) -> Mention:
    """Return the last mention with these words."""
    return [mention for mention in mentions_of(text) if mention.span.of(text) == words][-1]


def fuller(text: str, words: str) -> str | None:
    """Return the words of the fuller mention that the last mention with these words refers to."""
    span = found(text, words).refers_to
    return span.of(text) if span else None


def test_a_surname_stands_for_the_person_named_in_full() -> None:
    text = "التقى الوزير كريم الشاطبي ضيوفه في بيروت.\nوغادر الشاطبي القاعة مساء."
    assert words_of(text, MentionKind.PERSON) == ["كريم الشاطبي", "الشاطبي"]
    assert fuller(text, "الشاطبي") == "كريم الشاطبي"


def test_a_headline_refers_to_the_name_in_the_body() -> None:
    text = "الشاطبي يغادر القاعة\nغادر الوزير كريم الشاطبي القاعة مساء."
    first = mentions_of(text)[0]
    assert (first.kind, first.span.of(text)) == (MentionKind.PERSON, "الشاطبي")
    assert first.refers_to is not None
    assert first.refers_to.of(text) == "كريم الشاطبي"


def test_what_stands_in_brackets_is_another_name_of_the_body() -> None:
    text = "أعلنت منظمة العمل الدولي (عدو) نتائجها.\nورحبت عدو بالقرار."
    assert fuller(text, "عدو") == "منظمة العمل الدولي"


def test_a_bare_noun_stands_for_the_body_named_before() -> None:
    text = "وصلت وزارة الصحة إلى اتفاق.\nوأكدت الوزارة أن اللقاح متوفر."
    assert fuller(text, "الوزارة") == "وزارة الصحة"


def test_a_bare_noun_alone_stands_for_nothing() -> None:
    assert words_of("وأكدت الوزارة أن اللقاح متوفر.", MentionKind.GOVERNMENT_BODY) == []


def test_a_body_has_the_country_that_its_words_name() -> None:
    text = "انتشرت الشرطة الموريتانية في الحي."
    assert found(text, "الشرطة الموريتانية").country == "MR"


def test_a_short_name_is_not_made_of_a_common_noun() -> None:
    text = "وصل محمد القائد إلى بيروت.\nوقال القائد إن الطريق طويل."
    assert words_of(text, MentionKind.PERSON)[1:] == []


def test_a_surname_after_a_rank_is_no_adjective_of_it() -> None:
    text = "وصل العميد حسين الغمري إلى بيروت.\nوقال العميد الغمري إن الطريق طويل."
    assert words_of(text, MentionKind.PERSON) == ["حسين الغمري", "الغمري"]
    assert words_of(text, MentionKind.TITLE) == ["العميد", "العميد"]


def test_persons_joined_by_a_conjunction_are_two() -> None:
    text = "التقى أمس فلاديمير بوتين وجوزيف بلاتر في المدينة."
    assert words_of(text, MentionKind.PERSON) == ["فلاديمير بوتين", "جوزيف بلاتر"]


def test_a_firm_named_after_its_noun_is_the_same_between_quotation_marks() -> None:
    text = 'أعلنت شركة "دلتا" الأردنية عن خسائر.\nوقالت "دلتا" إنها ستبيع مصنعا في دلتا النهر.'
    assert words_of(text, MentionKind.ORGANISATION) == ['شركة "دلتا" الأردنية', "دلتا"]
    assert found(text, "دلتا").rule == "short-name"


@pytest.mark.parametrize(
    ("text", "short"),
    [
        # A noun of office counts behind a verb, a given name and a short surname anywhere, a nationality behind a verb.
        ("قال يوسف الشاهد إن العجز كبير. وعين الشاهد وزيرا آخر.", "الشاهد"),
        ("خلف سالم الوزير محمد عطا. ولم يتغير الأمر بعد تنحية عطا.", "عطا"),
        ("وأشار سيف السويدي إلى الرحلة. وأكد السويدي أن الركاب بخير.", "السويدي"),
    ],
)
def test_a_doubtful_surname_stands_for_its_bearer_where_its_sentence_says_so(text: str, short: str) -> None:
    found = [mention for mention in mentions_of(text) if mention.span.of(text) == short]
    assert [mention.kind for mention in found] == [MentionKind.PERSON]
    assert found[0].refers_to is not None


def test_a_surname_that_is_a_noun_stays_a_noun_without_a_verb() -> None:
    text = "قال يوسف الشاهد إن العجز كبير. ولم تسمع المحكمة كلام الشاهد الثاني."
    assert words_of(text, MentionKind.PERSON) == ["يوسف الشاهد"]


def test_the_rest_of_a_name_behind_a_given_name_goes_with_it() -> None:
    text = "وقال سيرغي سكريبال أمس. وبحسب الشرطة فإن يوليا سكريبال سافرت."
    assert words_of(text, MentionKind.PERSON) == ["سيرغي سكريبال", "يوليا سكريبال"]


def test_the_name_of_a_club_alone_is_no_person() -> None:
    text = "وقال نادي الطائي إنه فاز. وأكد الطائي أنه لعب."
    assert words_of(text, MentionKind.PERSON) == []
    assert fuller(text, "الطائي") == "نادي الطائي"


def test_a_firm_between_quotation_marks_is_no_place_of_its_last_word() -> None:
    text = 'والطائرة تابعة لشركة "فلاي دبي" أمس. وقالت "فلاي دبي" إن الرحلة عادت.'
    assert found(text, "فلاي دبي").kind is MentionKind.ORGANISATION
