"""Tests that a report without a speaker goes on with the speaker whom another of the sentence reports, through him."""

import pytest
from claim_words import ClaimWords, claims_in

from musnad.model import LinkKind, Relation


def chain_of(words: ClaimWords) -> list[str]:
    """Return the words of every link's holder, named or resolved."""
    spans = [link.source or link.resolved for link in words.links]
    return [span.of(words.text) if span else "" for span in spans]


@pytest.mark.parametrize(
    ("sentence", "chains"),
    [
        (
            "قال المدير سامي كامل إن المملكة دعت الدول إلى ضبط النفس، مطالبة الجميع بالابتعاد عن الفتن،"
            " ومشددة على أن السلام ممكن.",
            [["المدير سامي كامل", "المملكة"]] * 3,
        ),
        (
            "نقلت وكالة النهار عن مسؤولين بالوزارة قولهم إن سامي كامل أعرب عن تقديره للمعونة داعيا إلى استمرارها.",
            [["وكالة النهار", "مسؤولين بالوزارة", "سامي كامل"]] * 2,
        ),
        (
            "قالت السفيرة مريم سعيد إن باكستان ترحب بالاتفاق ولكنها تطالب بضرورة تنفيذه كاملا.",
            [["السفيرة مريم سعيد", "باكستان"]] * 2,
        ),
        (
            "قالت صحيفة النهار إن سامي كامل لا يملك تسجيلا بذلك، لكنه أبدى استعداده للشهادة.",
            [["صحيفة النهار"], ["صحيفة النهار", "سامي كامل"]],
        ),
    ],
)
def test_who_is_reported_goes_on_through_who_reports_him(sentence: str, chains: list[list[str]]) -> None:
    assert [chain_of(words) for words in claims_in(sentence)] == chains


@pytest.mark.parametrize(
    "sentence",
    [
        "قال المدير سامي كامل إن الوزير أعلن انتهاء العمل، مشيرا إلى أن النتائج ستنشر غدا.",
        "قال المدير سامي كامل إن اللجنة أعلنت انتهاء عملها، مضيفا أن النتائج ستنشر غدا.",
    ],
)
def test_behind_a_comma_who_spoke_first_goes_on(sentence: str) -> None:
    assert chain_of(claims_in(sentence)[-1]) == ["المدير سامي كامل"]


def test_the_verb_behind_a_relative_clause_has_the_noun_before_it_for_its_subject() -> None:
    sentence = "قالت الصحيفة إن سامي كامل الذي ظل بلا عمل منذ عام كان قد طلب من المدير أن يمنحه الفرصة."
    assert chain_of(claims_in(sentence)[-1]) == ["الصحيفة", "سامي كامل"]


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("نشرت المنظمة بيانا عبر صفحتها قالت فيه إن المخازن فرغت من الدواء.", "المنظمة"),
        ("وأصدرت وزارة النقل بيانا قالت فيه إن «حريقا اندلع في المستودع».", "وزارة النقل"),
        ("تفاجأ أحد المواطنين بأن الفاتورة مضاعفة، مستغربا من إلزامه بها.", "أحد المواطنين"),
    ],
)
def test_who_acts_in_the_sentence_speaks_in_its_relative_clause(sentence: str, speaker: str) -> None:
    assert [chain_of(words) for words in claims_in(sentence)] == [[speaker]]


def test_an_auxiliary_behind_a_comma_leaves_its_speaker_out() -> None:
    sentence = "اجتمعت حركة النهر أمس بالوسطاء، وكانت وصفت منع دخول البضائع بأنه جريمة."
    assert chain_of(claims_in(sentence)[-1]) == ["حركة النهر"]


@pytest.mark.parametrize(
    ("sentence", "chain", "relations"),
    [
        (
            "ونسبت الوكالة لسامي كامل قوله إن اللقاء خطوة أولى نحو السلام.",
            ["الوكالة", "سامي كامل"],
            [Relation.RELAYS, Relation.SAYS],
        ),
        (
            "بلغ عدد الزوار مليون شخص، بحسب ما نقله «صدى السهل» عن صحيفة «المرفأ» الساحلية.",
            ["«صدى السهل»", "صحيفة «المرفأ» الساحلية"],
            [Relation.RELAYS, Relation.SAYS],
        ),
        (
            "فتح البلدان خطا ساخنا الجمعة، حسب ما أفادت وكالة أنباء «صدى السهل» استنادا إلى المكتب الرئاسي.",
            ["وكالة أنباء «صدى السهل»", "المكتب الرئاسي"],
            [Relation.RELAYS, Relation.SAYS],
        ),
        (
            "أوضح مدير المرصد أن الظاهرة طبيعية، وفق ما ذكر تقرير لصحيفة المرفأ الساحلية.",
            ["صحيفة المرفأ الساحلية", "مدير المرصد"],
            [Relation.RELAYS, Relation.SAYS],
        ),
        (
            "الدراسة التي نشرها مركز المرفأ للباحث سامي كامل، كشفت أن عدد الطيور تراجع.",
            ["مركز المرفأ", "لباحث سامي كامل"],
            [Relation.RELAYS, Relation.SAYS],
        ),
    ],
)
def test_carriers_stand_outside_who_speaks(sentence: str, chain: list[str], relations: list[Relation]) -> None:
    (words,) = claims_in(sentence)
    assert chain_of(words) == chain
    assert [link.relation for link in words.links] == relations


def test_what_one_also_supports_is_no_speaker() -> None:
    words = claims_in("أفاد سامي كامل بأن الاتفاق ضروري، كما أيد جهود دول الجوار لوقف القتال.")
    assert [chain_of(claim) for claim in words] == [["سامي كامل"], ["سامي كامل"]]
    assert words[1].content == "جهود دول الجوار لوقف القتال"


def test_a_name_within_an_unnamed_man_s_words_is_another_s() -> None:
    words = claims_in("قال وكيل أعمال سابيرا إن العقد جاهز. وأضاف سابيرا أن الراتب مناسب.")
    assert [claim.origin.kind for claim in words] == [LinkKind.ANON, LinkKind.PERSON]
