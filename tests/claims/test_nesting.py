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
        (
            "وذكرت وكالة النهار أن الوزير سامي كامل استقبل الوفد، مشيرا إلى أن التعاون مستمر.",
            [["وكالة النهار"], ["وكالة النهار", "الوزير سامي كامل"]],
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
        "قال المدير سامي كامل إن اللجنة استقبلت الوفد، مضيفا أن النتائج ستنشر غدا.",
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


def test_who_spoke_to_the_speaker_is_another_than_he() -> None:
    text = "التقى مايك برومر الزعيم كيم سولان. قال برومر أمس «لقد قال لي شخصيا إنه مستعد للحوار مع جيرانه»."
    words = claims_in(text)[-1]
    assert (chain_of(words)[0], words.cues, words.content) == (
        "برومر",
        ["قال", "لقد قال"],
        "إنه مستعد للحوار مع جيرانه",
    )
    assert words.origin.kind is LinkKind.UNKNOWN or "برومر" not in words.resolved


@pytest.mark.parametrize(
    ("sentence", "chain"),
    [
        ("وجاء في البيان الذي نشرته وكالة النهار أن المصنع سيغلق.", ["وكالة النهار", "البيان"]),
        ("وجاء في بيان أصدرته وزارة النقل أن الطريق مغلق.", ["وزارة النقل"]),
    ],
)
def test_who_published_a_document_carries_it_and_who_issued_it_speaks(sentence: str, chain: list[str]) -> None:
    assert [chain_of(words) for words in claims_in(sentence)] == [chain]


def test_according_to_him_goes_back_to_who_spoke_last() -> None:
    words = claims_in("قالت الوزيرة مريم سعيد إن المصنع سيغلق. وبحسبها غادر العمال المدينة منذ شهر.")[-1]
    assert (chain_of(words), words.cues, words.content) == (
        ["الوزيرة مريم سعيد"],
        ["بحسبها"],
        "غادر العمال المدينة منذ شهر",
    )


@pytest.mark.parametrize(
    ("sentence", "source", "content"),
    [
        ("أوضح ذلك مدير الميناء سامي كامل.", "مدير الميناء سامي كامل", "ذلك"),
        ("صرح بذلك المدير سامي كامل للصحفيين.", "المدير سامي كامل", "بذلك"),
        (
            "من جانبه، عبر الدكتور سامي كامل، الملحق الثقافي بالإنابة، عن اعتزازه بالزيارة.",
            "الدكتور سامي كامل، الملحق الثقافي بالإنابة،",
            "عن اعتزازه بالزيارة",
        ),
        (
            "تأخرت المعركة بعد إعلان مجلس المدينة، منذ يومين، انطلاق المفاوضات.",
            "مجلس المدينة",
            "انطلاق المفاوضات",
        ),
    ],
)
def test_what_is_said_may_stand_before_its_speaker_or_behind_commas(sentence: str, source: str, content: str) -> None:
    assert [(words.sources[-1], words.content) for words in claims_in(sentence)] == [(source, content)]


def test_whose_name_was_withheld_says_nothing_by_that() -> None:
    words = claims_in("توقف العمل في المصنع، بحسب مسؤول محلي لم تكشف عن هويته.")
    assert [claim.content for claim in words] == ["توقف العمل في المصنع"]


def test_an_occasion_may_stand_before_the_colon_of_a_headline() -> None:
    claims = claims_in("سامي كامل في مقابلة تلفزيونية: لن أترك المدينة قبل عودة الأهالي", headline=True)
    assert [(claim.sources[-1], claim.content) for claim in claims] == [
        ("سامي كامل", "لن أترك المدينة قبل عودة الأهالي")
    ]


def test_an_outlet_that_listened_is_not_who_speaks_on() -> None:
    words = claims_in("قال متحدث باسم السفارة إن الأمر مقلق. وأضاف لرويترز أن السفارة ناقشت الأمر.")[-1]
    assert chain_of(words) == ["رويترز", "متحدث باسم السفارة"]


def test_who_spoke_to_us_is_named_behind_us() -> None:
    (words,) = claims_in("وقال لنا سامي كامل، وهو عضو في المجلس: «نحن أمام مواجهة مزدوجة مع النص».")
    assert words.sources == ["سامي كامل"]


def test_what_a_town_also_saw_is_nobody_s_report() -> None:
    assert claims_in("كما شهدت المدينة قتالا محتدما في الأشهر الماضية.") == []
