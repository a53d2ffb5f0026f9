"""Tests ways of quoting in papers whose habits no rule was written for: who speaks, where he ends, who carries it."""

import pytest
from claim_words import claims_in, only_claim

from musnad.model import Anonymity, LinkKind, Relation


@pytest.mark.parametrize(
    ("sentence", "sources", "content"),
    [
        (
            "وقال، سمير الحداد، المتحدث باسم البلدية إن الجسر سيغلق يومين.",
            ["سمير الحداد، المتحدث باسم البلدية"],
            "إن الجسر سيغلق يومين",
        ),
        (
            'وأوضح رئيس البلدية سمير الحداد؛ لـ "المرفأ"، أن الجسر سيغلق يومين.',
            ['"المرفأ"', "رئيس البلدية سمير الحداد"],
            "أن الجسر سيغلق يومين",
        ),
        (
            'وقال "سالم بن خلف الراعي"، وهو من سكان القرية: "الطريق مقطوع منذ أسبوع كامل".',
            ['"سالم بن خلف الراعي"'],
            '"الطريق مقطوع منذ أسبوع كامل"',
        ),
        (
            'وقالت لجنة مراقبة المال المعنية ببيع "مصرف المرسى" إنها ستبيع الأسهم.',
            ['لجنة مراقبة المال المعنية ببيع "مصرف المرسى"'],
            "إنها ستبيع الأسهم",
        ),
        (
            'وكشف "صدى المرسى" مطلع تموز أن الوزارة مهتمة بالبيع.',
            ['"صدى المرسى"'],
            "أن الوزارة مهتمة بالبيع",
        ),
        (
            "وأفادت المنظمة في أحدث تقرير لها أن الحريق أتى على الغابة.",
            ["المنظمة"],
            "أن الحريق أتى على الغابة",
        ),
        (
            "وتحدث الوزير بنبرة هادئة عن توسيع الطريق.",
            ["الوزير"],
            "عن توسيع الطريق",
        ),
        (
            "كما رفضت عدة قبائل في الشمال إلحاق أبنائها بالجيش.",
            ["عدة قبائل في الشمال"],
            "إلحاق أبنائها بالجيش",
        ),
        (
            "وكان سمير ورامي قد التقيا في المرفأ حيث انتقد الوزير التونسي أعضاء اللجنة.",
            ["الوزير التونسي"],
            "أعضاء اللجنة",
        ),
        (
            "دعا زعيم حركة طالبان الجديد الملا رحيم أول أمس إلى الهدنة.",
            ["زعيم حركة طالبان الجديد"],
            "إلى الهدنة",
        ),
        (
            "وأفادت إذاعة المرسى بأن الجسر سيغلق، بحسب شرطة البلدة.",
            ["إذاعة المرسى", "شرطة البلدة"],
            "بأن الجسر سيغلق",
        ),
        (
            'كشفت وثائق مسربة لموقع "صدى المرسى" أن الوزارة تجسست على السكان.',
            ['موقع "صدى المرسى"'],
            "أن الوزارة تجسست على السكان",
        ),
        (
            "وتناقلت وسائل إعلام محلية أنباء عن إغلاق الجسر.",
            ["وسائل إعلام محلية"],
            "عن إغلاق الجسر",
        ),
        (
            "ووفقا لمسؤولين في البلدية فإن الجسر سيغلق يومين.",
            ["مسؤولين في البلدية"],
            "إن الجسر سيغلق يومين",
        ),
    ],
)
def test_the_speaker_ends_where_his_words_begin(sentence: str, sources: list[str], content: str) -> None:
    claim = only_claim(sentence)
    assert (claim.sources, claim.content) == (sources, content)


@pytest.mark.parametrize(
    "sentence",
    [
        "كما اطلع سموه على عرض عن المركز.",
        "الحارس الجديد يدين بالولاء للنادي.",
        "لكن النواب لم يلتزموا بموعد الجلسة.",
        "سار الموكب بين تعز، عاصمة الأدب، وعدن، عروس البحر بالجنوب.",
    ],
)
def test_a_word_that_only_looks_like_a_verb_of_speech_reports_nothing(sentence: str) -> None:
    assert claims_in(sentence) == []


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "أكدت مديرة المتحف ليلى الصباغ أن القاعة جاهزة. وقالت لصحيفة المرسى إن الدخول مجاني. "
            "وأضافت أن العمال أنهوا عملهم.",
            "مديرة المتحف ليلى الصباغ",
        ),
        (
            "شكر أمين البلدة سمير الحداد الأمير فهد على دعمه للمشروع، مشيرا إلى أن العمل مستمر.",
            "أمين البلدة سمير الحداد",
        ),
        ("قدم مدير النادي سمير الحداد هدية للاعبين، مشيرا إلى أن الموسم طويل.", "مدير النادي سمير الحداد"),
        ("هاجم الملحن سمير صفير المغنية التونسية ليلى، مشيرا إلى أن لحنها قديم.", "الملحن سمير صفير"),
        ("أراد شاب هندي إجراء مكالمة سريعة، مؤكدا أنه مستعجل.", "شاب هندي"),
    ],
)
def test_who_is_left_out_is_neither_who_listened_nor_what_he_acts_on(text: str, speaker: str) -> None:
    assert claims_in(text)[-1].resolved == speaker


def test_a_clause_with_its_own_source_begins_behind_the_words_of_another() -> None:
    claims = claims_in("أشارت مصادر في البلدية إلى أن الجسر سيغلق، وبحسب شهود عيان فإن العمال غادروا المكان.")
    assert [(claim.sources, claim.content) for claim in claims] == [
        (["مصادر في البلدية"], "أن الجسر سيغلق"),
        (["شهود عيان"], "إن العمال غادروا المكان"),
    ]


def test_what_one_was_asked_stands_between_his_words_and_the_noun_of_saying() -> None:
    relayed, asked = claims_in(
        "ونقلت إذاعة المرسى عن الوزير سامي الحداد قوله حين سئل عن موعد الافتتاح: «سنفتح الطريق بعد أسبوع»."
    )
    assert relayed.content == "«سنفتح الطريق بعد أسبوع»"
    assert asked.content == "عن موعد الافتتاح"


def test_a_national_agency_is_a_body_unless_it_tells_news() -> None:
    forests = only_claim("وأضافت الوكالة الوطنية للغابات أن الطرق مفتوحة.")
    news = only_claim("وأضافت الوكالة الوطنية للإعلام أن الطرق مفتوحة.")
    assert (forests.origin.kind, news.origin.kind) == (LinkKind.ORG, LinkKind.OUTLET)


def test_a_name_in_a_hashtag_names_the_man() -> None:
    assert only_claim("أعلن رئيس المجلس النيابي #سمير_الحداد أن الجلسة ستعقد غدا.").origin.kind is LinkKind.PERSON


def test_the_ending_of_a_foreign_name_is_no_pronoun() -> None:
    claim = claims_in("والتقى كريم إنجيه السكان. وفي وقت سابق قال إنجيه في مقابلة مع إذاعة المرسى إن الطريق سيفتح.")[-1]
    assert claim.sources == ["إذاعة المرسى", "إنجيه"]
    assert claim.links[0].relation is Relation.TOLD_TO


def test_some_of_them_speak_and_are_unnamed() -> None:
    claim = only_claim("وقال بعضهم إن الطريق مغلق.")
    assert (claim.sources, claim.origin.anonymity) == (["بعضهم"], Anonymity.OTHER)
