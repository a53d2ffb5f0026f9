"""Where the name of a person begins, and which tagged words are none."""

import pytest
from mention_words import words_of

from musnad.model import MentionKind


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("قال وسيم الكردي إن الاتفاق سيوقع غدا.", "وسيم الكردي"),
        ("وقال المهندس وهيب الدباغ إن الجسر أغلق.", "وهيب الدباغ"),
        ("وقالت وداد الحلبي إن الجسر أغلق.", "وداد الحلبي"),
        ("ذكر الشرطي أن رجلا يدعى يوسف الدباغ سلم نفسه.", "يوسف الدباغ"),
    ],
)
def test_a_name_begins_with_its_own_first_letter(text: str, person: str) -> None:
    assert person in words_of(text, MentionKind.PERSON)


def test_a_conjunction_before_a_name_is_left_out() -> None:
    assert "خالد الكردي" in words_of("وصل سليم الدباغ وخالد الكردي إلى المطار.", MentionKind.PERSON)


def test_words_about_a_place_are_no_surroundings_of_it() -> None:
    assert "حول اليمن" not in words_of("انتهت المحادثات حول اليمن في جنيف.", MentionKind.PLACE)


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("وفي موسكو التقى سيرغي لافروف بوزير الدفاع القطري أمس.", "سيرغي لافروف"),
        ("ورحب فيصل الدباغ بالمبادرة التي قدمها كريم لوزير الخارجية.", "فيصل الدباغ"),
    ],
)
def test_a_word_with_a_preposition_closes_a_name(text: str, person: str) -> None:
    assert person in words_of(text, MentionKind.PERSON)


@pytest.mark.parametrize(
    ("text", "persons"),
    [
        ("ورأى وليد مرتضى أن القرار سيئ.", ["وليد مرتضى"]),
        ("وصل الرامي عبدالإله بن علي إلى المركز الثالث.", ["عبدالإله بن علي"]),
        ("وفي اليوم نفسه تساءلت إيناس علي عن سبب القرار.", ["إيناس علي"]),
        ("وأعلن رئيس كوريا الجنوبية، مون جيه إن، أن اللقاء تم.", ["مون جيه إن"]),
        ("التقى وزير خارجية كوريا الشمالية ري يونغ هو، نظيره في المطار.", ["ري يونغ هو"]),
        ("ونقلت الوكالة عن المرشد الأعلى آية الله علي خامنئي قوله إن الاتفاق انتهى.", ["علي خامنئي"]),
    ],
)
def test_a_name_reaches_over_what_can_only_be_part_of_it(text: str, persons: list[str]) -> None:
    assert words_of(text, MentionKind.PERSON) == persons


@pytest.mark.parametrize(
    ("text", "persons"),
    [
        ("وفي المساء ناقش ترامب وبوتين الملف.", ["ترامب", "بوتين"]),
        ("سيجري ترامب الجمعة محادثات مع الوفد.", ["ترامب"]),
        ("تساءلت إيناس على الهواء عن سبب القرار.", ["إيناس"]),
    ],
)
def test_a_name_takes_in_neither_a_verb_nor_another_name(text: str, persons: list[str]) -> None:
    assert words_of(text, MentionKind.PERSON) == persons


@pytest.mark.parametrize(
    "text",
    [
        "ترافقت الحملة مع هجوم بري تمكنت خلاله القوات من التقدم.",
        "قال الوزير إن القرار غير عادل ولا يخدم أحدا.",
    ],
)
def test_a_quality_behind_a_noun_is_no_person(text: str) -> None:
    assert words_of(text, MentionKind.PERSON) == []


def test_a_state_whose_name_is_an_adjective_too_is_one_behind_what_only_states_have() -> None:
    assert words_of("قالت حكومة مالي إن القتال توقف.", MentionKind.COUNTRY) == ["مالي"]
    assert words_of("طلبت البلدية أي دعم مالي ممكن.", MentionKind.COUNTRY) == []
