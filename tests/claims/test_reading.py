"""Tests what a single sentence is read as: complements, mode, hedge, stance, and what is no report at all."""

import pytest
from claim_words import claims_in, only_claim

from musnad.model import Anonymity, AuthorStance, Hedge, LinkKind, Mode, Relation, Stance

SPOKEN = "أنهينا إصلاح الجسر القديم قبل موعده"


# -- how much is verbatim ------------------------------------------------------------------------


@pytest.mark.parametrize("marks", ["«»", "“”", '""', '«"', '"»', "””"])
def test_quotation_marks_of_every_kind_hold_direct_speech(marks: str) -> None:
    quotation = marks[0] + SPOKEN + marks[1]
    words = only_claim(f"قال وزير النقل أحمد سالم {quotation}.")
    assert (words.content, words.claim.mode) == (quotation, Mode.DIRECT)


def test_quotation_after_a_colon_is_direct() -> None:
    assert only_claim(f"قال وزير النقل أحمد سالم: «{SPOKEN}».").claim.mode is Mode.DIRECT


def test_complementiser_before_a_quotation_leaves_it_direct() -> None:
    assert only_claim(f"قال وزير النقل أحمد سالم إن «{SPOKEN}».").claim.mode is Mode.DIRECT


def test_partly_quoted_words_are_mixed() -> None:
    words = only_claim("قالت النقابة إن المفاوضات «لم تحقق أي تقدم منذ شهرين» مع الشركة.")
    assert words.claim.mode is Mode.MIXED
    assert [span.of(words.text) for span in words.claim.verbatim] == ["«لم تحقق أي تقدم منذ شهرين»"]


def test_unquoted_words_are_indirect() -> None:
    words = only_claim("قالت النقابة إن المفاوضات لم تحقق أي تقدم منذ شهرين.")
    assert (words.claim.mode, words.claim.verbatim) == (Mode.INDIRECT, ())


def test_name_in_marks_is_no_speech() -> None:
    assert only_claim('قال خالد منصور إن صحيفة "النهار" نشرت الخبر أولا.').claim.mode is Mode.INDIRECT


def test_full_stop_stays_outside_the_content() -> None:
    assert not only_claim("قالت وزارة النقل إن الجسر سيفتح الأحد.").content.endswith(".")


def test_quotation_may_hold_full_stops() -> None:
    quotation = "«انتهى العمل في الجسر. سنفتحه أمام السيارات قريبا»"
    assert only_claim(f"قال وزير النقل أحمد سالم {quotation}.").content == quotation


# -- hedges and the writer's stance --------------------------------------------------------------


@pytest.mark.parametrize(
    ("content", "hedge"),
    [
        ("إن العاصفة ستضرب الساحل مساء الجمعة", Hedge.NONE),
        ("إن العاصفة قد تضرب الساحل مساء الجمعة", Hedge.POSSIBLE),
        ("إن العاصفة ربما تضرب الساحل مساء الجمعة", Hedge.POSSIBLE),
        ("إن العاصفة ستضرب الساحل على الأرجح مساء الجمعة", Hedge.PROBABLE),
        ("إن العاصفة قد ضربت الساحل مساء الجمعة", Hedge.NONE),
    ],
)
def test_hedge_comes_from_the_words(content: str, hedge: Hedge) -> None:
    assert only_claim(f"قالت هيئة الأرصاد {content}.").claim.hedge is hedge


@pytest.mark.parametrize(
    ("verb", "stance"),
    [
        ("قال", AuthorStance.NEUTRAL),
        ("زعم", AuthorStance.DISTANCING),
        ("ادعى", AuthorStance.DISTANCING),
        ("كشف", AuthorStance.ENDORSING),
        ("أقر", AuthorStance.ENDORSING),
    ],
)
def test_verb_shows_the_writers_stance(verb: str, stance: AuthorStance) -> None:
    opener = "إن" if verb == "قال" else "أن"
    words = only_claim(f"{verb} التاجر يوسف كامل {opener} البضاعة وصلت سليمة.")
    assert words.claim.author_stance is stance


def test_word_of_distance_in_the_content_counts() -> None:
    words = only_claim("قالت الشركة إن التلوث المزعوم لم يصل إلى مياه النهر.")
    assert words.claim.author_stance is AuthorStance.DISTANCING


# -- stances -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("sentence", "stance"),
    [
        ("نفت الشركة أن المصنع سيغلق أبوابه.", Stance.DENIES),
        ("توقعت الوزارة أن ترتفع الأسعار في الربيع.", Stance.PREDICTS),
        ("هددت النقابة بالإضراب قبل نهاية العام.", Stance.THREATENS),
        ("تعهدت الحكومة بخفض الضرائب على الأدوية.", Stance.PROMISES),
        ("طالبت النقابة بزيادة الأجور قبل نهاية العام.", Stance.DEMANDS),
        ("دعت الوزارة إلى ترشيد استهلاك المياه.", Stance.DEMANDS),
        ("استبعدت الشركة أن يتوقف الإنتاج هذا العام.", Stance.DOUBTS),
        ("أكدت الوزارة أن الأسعار لن ترتفع.", Stance.ASSERTS),
    ],
)
def test_verb_gives_the_stance(sentence: str, stance: Stance) -> None:
    assert only_claim(sentence).origin.stance is stance


def test_believing_is_a_relation_of_its_own() -> None:
    origin = only_claim("رأى الخبير يوسف كامل أن السوق ستتعافى في الخريف.").origin
    assert (origin.relation, origin.stance) == (Relation.BELIEVES, Stance.BELIEVES)


@pytest.mark.parametrize("cue", ["لم تؤكد", "لم تعلن", "لا تؤكد"])
def test_negated_cue_is_never_a_denial(cue: str) -> None:
    words = only_claim(f"{cue} الشركة أن المصنع سيغلق أبوابه.")
    assert (words.cues, words.origin.cue_negated) == ([cue], True)
    assert words.origin.stance is not Stance.DENIES


def test_denial_is_not_negated() -> None:
    words = only_claim("نفت الشركة وقوع أي تسرب في المصنع.")
    assert (words.origin.stance, words.origin.cue_negated) == (Stance.DENIES, False)


def test_denied_words_keep_their_positive_wording() -> None:
    assert only_claim("نفت الشركة وقوع أي تسرب في المصنع.").content == "وقوع أي تسرب في المصنع"


def test_jussive_of_a_hollow_verb_is_a_negated_cue() -> None:
    words = only_claim("لم يقل وزير النقل أحمد سالم إن الجسر سيفتح الأحد.")
    assert (words.cues, words.origin.cue_negated) == (["لم يقل"], True)


# -- cues ----------------------------------------------------------------------------------------


def test_conjunction_is_no_part_of_the_cue() -> None:
    assert only_claim("وقالت وزارة النقل إن الجسر سيفتح الأحد.").cues == ["قالت"]


def test_fixed_preposition_next_to_its_verb_belongs_to_the_cue() -> None:
    assert only_claim("وزارة النقل حذرت من ازدحام الطرق في العيد.").cues == ["حذرت من"]


def test_preposition_of_according_to_belongs_to_the_cue() -> None:
    words = only_claim("انخفضت أسعار الخبز في المدينة، وفقا لوزارة التجارة.")
    assert (words.cues, words.sources) == (["وفقا ل"], ["وزارة التجارة"])


@pytest.mark.parametrize("cue", ["بحسب", "حسب", "وفق"])
def test_adverbial_before_its_words(cue: str) -> None:
    words = only_claim(f"{cue} وزارة التجارة، انخفضت أسعار الخبز في المدينة.")
    assert (words.cues, words.content) == ([cue], "انخفضت أسعار الخبز في المدينة")


def test_doubled_verb_makes_one_claim() -> None:
    assert only_claim("أضاف خالد منصور قائلا إن العمل سيستمر حتى الربيع.").content.startswith("إن العمل")


def test_time_and_place_stay_out_of_the_source() -> None:
    words = only_claim("قال وزير النقل أحمد سالم الأحد في مؤتمر صحفي إن الجسر سيفتح قريبا.")
    assert words.sources == ["وزير النقل أحمد سالم"]


# -- the writer's own voice ----------------------------------------------------------------------


@pytest.mark.parametrize(
    "formula",
    [
        "يذكر أن",
        "ويذكر أن",
        "يشار إلى أن",
        "تجدر الإشارة إلى أن",
        "وتجدر الإشارة إلى أن",
        "ومن الجدير بالذكر أن",
    ],
)
def test_formula_is_the_writers_own_voice(formula: str) -> None:
    assert claims_in(f"{formula} الجسر القديم بني قبل خمسين عاما.") == []


@pytest.mark.parametrize("verb", ["تعتبر", "وتعتبر", "تعد", "وتعد"])
def test_copular_verb_reports_nothing(verb: str) -> None:
    assert claims_in(f"{verb} المدينة أكبر ميناء في البلاد.") == []


@pytest.mark.parametrize(
    "sentence",
    [
        "وصلت قافلة من الشاحنات إلى الميناء صباح الأحد.",
        "نقل الإسعاف ثلاثة مصابين إلى المستشفى بعد الحادث.",
        "كشف الطبيب على المصابين في قاعة الانتظار.",
        "فتح المتجر «بيت الورد» أبوابه أمام الزبائن.",
        "عبر المسافرون الجسر سيرا على الأقدام.",
    ],
)
def test_writers_own_fact_is_no_claim(sentence: str) -> None:
    assert claims_in(sentence) == []


def test_impersonal_belief_has_an_unknown_holder() -> None:
    words = only_claim("من المتوقع أن تصل القافلة إلى الميناء مساء الأحد.")
    assert (words.origin.kind, words.origin.stance) == (LinkKind.UNKNOWN, Stance.PREDICTS)


def test_charge_has_an_unknown_holder() -> None:
    words = only_claim("أوقفت الشرطة رجلا بتهمة سرقة لوحات من المتحف.")
    assert (words.origin.kind, words.content) == (LinkKind.UNKNOWN, "سرقة لوحات من المتحف")


# -- who speaks ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("source", "anonymity"),
    [
        ("مصدر أمني", Anonymity.SECURITY),
        ("مصدر عسكري", Anonymity.MILITARY),
        ("مسؤول في البلدية", Anonymity.OFFICIAL),
        ("شهود عيان", Anonymity.WITNESS),
        ("خبراء في الاقتصاد", Anonymity.EXPERT),
        ("ناشطون في المدينة", Anonymity.ACTIVIST),
        ("دبلوماسي غربي", Anonymity.DIPLOMAT),
    ],
)
def test_unnamed_source_has_a_class(source: str, anonymity: Anonymity) -> None:
    words = only_claim(f"قال {source} إن الطريق الساحلي مغلق.")
    assert (words.sources, words.origin.kind) == ([source], LinkKind.ANON)
    assert words.origin.anonymity is anonymity


@pytest.mark.parametrize(
    ("source", "kind"),
    [
        ("أحمد سالم", LinkKind.PERSON),
        ("المهندس أحمد سالم", LinkKind.PERSON),
        ("البيت الأبيض", LinkKind.ORG),
        ("مجلس المدينة", LinkKind.ORG),
    ],
)
def test_named_source_has_a_kind(source: str, kind: LinkKind) -> None:
    words = only_claim(f"قال {source} إن الزيارة تأجلت.")
    assert (words.sources, words.origin.kind) == ([source], kind)


def test_capital_speaks_for_its_state() -> None:
    assert only_claim("أكدت باريس أن الزيارة ستجرى في موعدها.").origin.kind is LinkKind.ORG


def test_apposition_belongs_to_the_source() -> None:
    words = only_claim("قال أحمد سالم، مدير الميناء، إن السفن ستعود قريبا.")
    assert words.sources == ["أحمد سالم، مدير الميناء،"]


def test_relative_clause_that_grades_the_source_belongs_to_it() -> None:
    source = "مصدر أمني طلب عدم ذكر اسمه"
    assert only_claim(f"قال {source} إن الطريق الساحلي مغلق.").sources == [source]


@pytest.mark.parametrize("document", ["دراسة حديثة", "وثائق مسربة"])
def test_document_without_an_issuer_is_the_source(document: str) -> None:
    origin = only_claim(f"أظهرت {document} أن مياه النهر ملوثة.").origin
    assert (origin.kind, origin.relation) == (LinkKind.DOCUMENT, Relation.DOCUMENT_OF)


def test_issuer_of_a_statement_is_the_source() -> None:
    words = only_claim("أفاد بيان لوزارة التعليم بأن المدارس ستفتح الأحد.")
    assert (words.sources, words.origin.kind) == (["وزارة التعليم"], LinkKind.ORG)


def test_issuer_of_a_report_is_the_source() -> None:
    assert only_claim("أكد تقرير الأمم المتحدة أن الأسعار ارتفعت.").sources == ["الأمم المتحدة"]


def test_statement_as_a_venue_is_no_source() -> None:
    assert only_claim("أعلنت وزارة التعليم في بيان أن المدارس ستفتح الأحد.").sources == ["وزارة التعليم"]


# -- what another verb says is not what this one tells -------------------------------------------


def test_what_somebody_saw_does_not_govern_what_another_confirms() -> None:
    words = claims_in("قال حارس المدرسة إنه رأى ثلاث سيارات، كما أكدت زوجته أن إحداها كانت بلا لوحات.")
    assert [each.content for each in words] == ["إنه رأى ثلاث سيارات", "أن إحداها كانت بلا لوحات"]


def test_an_aside_that_tells_who_says_so_does_not_part_a_verb_from_its_clause() -> None:
    words = claims_in("أعلن وزير النقل، كما ذكرت صحيفة النهار، أن الجسر سيفتح الأحد.")
    assert "أن الجسر سيفتح الأحد" in [each.content for each in words]


@pytest.mark.parametrize("woman", ["طالبة في كلية الطب", "لاجئة مسنة", "الناجية"])
def test_a_woman_whom_nobody_names_is_a_person_and_no_body(woman: str) -> None:
    origin = only_claim(f"قالت {woman} إن الطريق مقطوع منذ الفجر.").claim.chain.origin
    assert (origin.kind, origin.anonymity) == (LinkKind.ANON, Anonymity.OTHER)
