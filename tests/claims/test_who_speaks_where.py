"""Tests where a speaker, a carrier or what is said begins and ends in sentences that are built otherwise."""

import pytest
from claim_words import claims_in, only_claim

from musnad.model import LinkKind, Relation


@pytest.mark.parametrize(
    ("sentence", "source", "content"),
    [
        ("إن الجسر، تقول الصحيفة، سيغلق غدا أمام المارة.", "الصحيفة", "إن الجسر | سيغلق غدا أمام المارة"),
        (
            "الجسر الجديد، تقول صحيفة الوادي، لن يفتح قبل الصيف المقبل.",
            "صحيفة الوادي",
            "الجسر الجديد | لن يفتح قبل الصيف المقبل",
        ),
        ("لم نحصل على شيء منذ أسابيع، يقول سالم الراشد.", "سالم الراشد", "لم نحصل على شيء منذ أسابيع"),
    ],
)
def test_a_verb_of_saying_may_interrupt_the_words(sentence: str, source: str, content: str) -> None:
    claim = only_claim(sentence)
    assert (claim.sources, claim.content) == ([source], content)


def test_a_verb_with_its_own_words_behind_commas_interrupts_nothing() -> None:
    claim = only_claim("من جهته، أكد قائد الشرطة سالم الراشد، في مؤتمر صحافي، أن المطاردة ستستمر.")
    assert claim.content == "أن المطاردة ستستمر"


@pytest.mark.parametrize(
    ("sentence", "sources"),
    [
        (
            "سيغلق الجسر غدا، نقلا عن صحيفة الوادي عن وكالة الساحل عن مسؤول محلي.",
            ["صحيفة الوادي", "وكالة الساحل", "مسؤول محلي"],
        ),
        (
            "ذكرت صحيفة الوادي نقلا عن وكالة الساحل عن مسؤول محلي أن الجسر سيغلق غدا.",
            ["صحيفة الوادي", "وكالة الساحل", "مسؤول محلي"],
        ),
        (
            "في تقرير نشرته صحيفة الوادي، قال سالم الراشد إن الجسر سيغلق.",
            ["صحيفة الوادي", "سالم الراشد"],
        ),
    ],
)
def test_every_carrier_is_a_link(sentence: str, sources: list[str]) -> None:
    claim = only_claim(sentence)
    assert claim.sources == sources
    assert [link.relation for link in claim.links] == [Relation.RELAYS] * (len(sources) - 1) + [Relation.SAYS]


@pytest.mark.parametrize(
    ("sentence", "source"),
    [
        ("وفقا لكريم ماكين، المشرف على المسعفين، عالجت الطواقم عددا من المصابين.", "كريم ماكين، المشرف على المسعفين،"),
        ("حذرت سارة الهاشم، المتحدثة باسم البلدية، لبنان من مغبة الهجوم.", "سارة الهاشم، المتحدثة باسم البلدية،"),
        (
            "أعلنت قوات الساحل، التي تدعمها المملكة الشمالية، في بيان صحفي، الثلاثاء، أنها بدأت عملية كبيرة.",
            "قوات الساحل، التي تدعمها المملكة الشمالية،",
        ),
        ("اتهم متحدث باسم الخارجية «فصائل الجبل» بالوقوف وراء الخرق.", "متحدث باسم الخارجية"),
        ("أصدر المجلس 41 قرارا بشأن التقارير السنوية.", "المجلس"),
        ("وأضافت الشابة البالغة 22 عاما: «لا أريد أن أعود إلى هناك».", "الشابة البالغة 22 عاما"),
    ],
)
def test_a_speaker_ends_before_what_is_not_his(sentence: str, source: str) -> None:
    assert only_claim(sentence).sources == [source]


def test_a_kashida_is_no_part_of_an_outlets_name() -> None:
    assert only_claim("قال سالم الراشد لـCNN إن المشتبه به محتجز.").sources == ["CNN", "سالم الراشد"]


@pytest.mark.parametrize(
    ("text", "resolved"),
    [
        ("وكان سامي كامل يرد على خطاب سالم الراشد في المجلس، قال فيه إنه سيغلق الجسر.", "سالم الراشد"),
        ("وقرر مراد الانضمام إلى المحتجين بعد أن انخفض أجره، وأوضح: «لم يعد الناس يلومون أحدا».", "مراد"),
        ("وهي إحدى المجموعات المتمردة العديدة التي تطالب بصلاحيات أوسع.", "المجموعات المتمردة العديدة"),
        ("ترأس الفريق القاضي الذي زار المدينة أمس والذي أكد ضرورة التأجيل.", "القاضي"),
    ],
)
def test_a_speaker_who_is_left_out_is_found(text: str, resolved: str) -> None:
    assert claims_in(text)[-1].resolved == resolved


def test_words_about_a_speaker_end_where_his_own_open() -> None:
    said, voiced = claims_in("قالت الصحيفة التي تعبر عن الحزب الحاكم في البلاد إن العالم قلق.")
    assert (said.content, voiced.content) == ("إن العالم قلق", "الحزب الحاكم في البلاد")


@pytest.mark.parametrize(
    "content",
    [
        "إن التصريحات التي أدلى بها سالم الراشد، مستشار البلدية، تظهر حقيقة أن البلاد تديرها عصابة",
        "إن عدم حضور الوفد لمحادثات السلام التي ترعاها المنظمة في المدينة، يعتبر دليلا على أن الحوار مطلوب",
    ],
)
def test_a_clause_that_has_but_its_subject_goes_on_behind_the_comma(content: str) -> None:
    assert claims_in(f"قال عمران الفارس {content}.")[0].content == content


@pytest.mark.parametrize(
    ("sentence", "sources", "content"),
    [
        (
            "ونقلت وكالة الساحل عن سالم الراشد وهو متقاعد «الريح كسرت سقف البيت كله ليلا».",
            ["وكالة الساحل", "سالم الراشد"],
            "«الريح كسرت سقف البيت كله ليلا»",
        ),
        (
            "ونقلت صحيفة الوادي عن مسؤول في البلدية لم تسمه القول «هذا أهم تحرك للبلدة منذ سنين».",
            ["صحيفة الوادي", "مسؤول في البلدية"],
            "«هذا أهم تحرك للبلدة منذ سنين»",
        ),
        ("وقال سالم «سنفي بعهدنا»، وذلك خلال حفل في البلدة.", ["سالم"], "«سنفي بعهدنا»"),
        (
            "وقال سالم الراشد خلال وجوده في ولاية الساحل: «لا أعلم، علي أن أقرأ ما كتبوه».",
            ["سالم الراشد"],
            "«لا أعلم، علي أن أقرأ ما كتبوه»",
        ),
        (
            "وقالت كاتبة لرويترز رفضت ذكر اسمها إن الطريق مغلق.",
            ["رويترز", "كاتبة"],
            "إن الطريق مغلق",
        ),
        (
            "قال أحمد الراشد، رئيس المكتب الإعلامي للجمعية، لصحيفة الساحل، إن رجلا قتل.",
            ["صحيفة الساحل", "أحمد الراشد، رئيس المكتب الإعلامي للجمعية،"],
            "إن رجلا قتل",
        ),
        (
            "ونفت البلدية، التي تستضيف حاليا مباريات البطولة، أي دور لها في الحادث.",
            ["البلدية"],
            "أي دور لها في الحادث",
        ),
        (
            "وأكد مديرها التنفيذي سالم الراشد أن الانسحاب مؤسف.",
            ["مديرها التنفيذي سالم الراشد"],
            "أن الانسحاب مؤسف",
        ),
        ("رفض والدها الموافقة على سفرها.", ["والدها"], "الموافقة على سفرها"),
        (
            "رفض المتحدث باسم البلدية سالم الراشد، وصف الحوادث المتكررة بالخطيرة.",
            ["المتحدث باسم البلدية سالم الراشد"],
            "وصف الحوادث المتكررة بالخطيرة",
        ),
    ],
)
def test_words_are_found_past_what_parts_them_from_their_verb(sentence: str, sources: list[str], content: str) -> None:
    claim = only_claim(sentence)
    assert (claim.sources, claim.content) == (sources, content)


def test_words_behind_another_verb_open_with_a_noun_of_saying() -> None:
    claim = only_claim("وبدأ الممثل سالم الراشد عرضه بقوله: «يعرفون كل شيء عن كل شيء».")
    assert (claim.resolved, claim.content) == ("الممثل سالم الراشد", "«يعرفون كل شيء عن كل شيء»")


def test_what_an_answer_is_about_parts_a_verb_from_its_quotation() -> None:
    said, asked = claims_in("وقال الراشد، ردا على سؤال بشأن نفي الوزير، أمس: «له رأيه، ولي رأيي أيضا».")
    assert (said.content, asked.claim.rule) == ("«له رأيه، ولي رأيي أيضا»", "question")


@pytest.mark.parametrize(
    ("sentence", "source", "content"),
    [
        ("وانتقد سالم كامل الصفقة التي وقعتها بلاده.", "سالم كامل", "الصفقة التي وقعتها بلاده"),
        ("هدد الرئيس سالم كامل لبنان بعقوبات جديدة.", "الرئيس سالم كامل", "بعقوبات جديدة"),
        ("ودعت الأمم المتحدة لبنان إلى وقف الاعتقالات.", "الأمم المتحدة", "إلى وقف الاعتقالات"),
        ("قال سالم الخليفة إن الطريق مغلق.", "سالم الخليفة", "إن الطريق مغلق"),
        ("أعلنت وزارة الدفاع السعودية بدء التمرين.", "وزارة الدفاع السعودية", "بدء التمرين"),
    ],
)
def test_a_name_ends_before_the_state_or_matter_that_is_spoken_of(sentence: str, source: str, content: str) -> None:
    claim = only_claim(sentence)
    assert (claim.sources, claim.content) == ([source], content)


@pytest.mark.parametrize(
    "sentence",
    ["احتجز الرجل دون تهمة قانونية أو محاكمة.", "الجامعة توقع اتفاقية تعاون مع صندوق المزارعين."],
)
def test_a_charge_that_is_not_told_and_a_signature_are_no_claims(sentence: str) -> None:
    assert claims_in(sentence) == []


def test_several_of_whom_one_believes_something_believe_nothing() -> None:
    inner = claims_in("وأضافت الشرطة أن اثنين من الخاطفين يعتقد أنهما أجنبيان.")[-1]
    assert (inner.sources[0], inner.origin.kind) == ("الشرطة", LinkKind.UNKNOWN)


def test_everybody_is_whom_one_urges() -> None:
    urged = claims_in("قالت الشرطة إنها قدمت نصيحة، وحثت الجميع على الهدوء.")[-1]
    assert urged.resolved == "الشرطة"
