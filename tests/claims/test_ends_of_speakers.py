"""Tests of where the phrase that names a speaker ends, and of words that only look like a report."""

import pytest
from claim_words import claims_in, only_claim

from musnad.model import LinkKind

SPEAKERS = [
    # Behind several in ون another noun is what they speak of.
    ("وانتقد مغردون تجاهل المحطة تدشين الجسر القديم.", "مغردون", "تجاهل المحطة تدشين الجسر القديم"),
    ("واتهم المتظاهرون سميح كامل بسرقة أموال الصندوق.", "المتظاهرون", "بسرقة أموال الصندوق"),
    ("وقال مسؤولون أتراك إن الجسر مغلق.", "مسؤولون أتراك", "إن الجسر مغلق"),
    # A name of an outlet may hold إن.
    ("وذكرت شبكة إن بي سي أن الجسر مغلق.", "شبكة إن بي سي", "أن الجسر مغلق"),
    ("وأبرزت سي إن إن أن الجسر مغلق.", "سي إن إن", "أن الجسر مغلق"),
    # Words in marks that open a clause are said, and no name of the body before them.
    ("وقالت البلدية «إنهما في أمان».", "البلدية", "«إنهما في أمان»"),
    ("وقالت الشركة «الوضع تحت السيطرة».", "الشركة", "«الوضع تحت السيطرة»"),
    # Whom one spoke to is none of those who speak.
    ("وقال الجيش لصحفيين يرافقون الوزير إن الجسر مغلق.", "الجيش", "إن الجسر مغلق"),
    # Behind its subject and before its clause a word that may be a noun is the verb.
    ("إلا أن مجلس المدينة كشف عام 2011 أن الجسر متصدع.", "مجلس المدينة", "أن الجسر متصدع"),
    # The ب of a clause that tells of the speaker is none of the verb's.
    ("وأقر المختبر الذي قام بفحص العينات، بأنه لم يجد شيئا.", "المختبر", "بأنه لم يجد شيئا"),
    ("وينفي سامي كامل الأمر بشدة.", "سامي كامل", "الأمر بشدة"),
    ("لكن البلدية نفت ذلك بشدة.", "البلدية", "ذلك"),
    ("وأعرب مدير المتحف عن أمله أن تفتح القاعة غدا.", "مدير المتحف", "عن أمله أن تفتح القاعة غدا"),
    ("قالت البلدية إن الحارس غائب لكنه ليس مشتبها به.", "البلدية", "إن الحارس غائب لكنه ليس مشتبها به"),
    ("وتضيف سلمى أن القانون لم يتحدث عن التعويض.", "سلمى", "أن القانون لم يتحدث عن التعويض"),
]


@pytest.mark.parametrize(("sentence", "speaker", "content"), SPEAKERS)
def test_the_speaker_ends_before_what_he_says(sentence: str, speaker: str, content: str) -> None:
    claim = only_claim(sentence)
    assert (claim.sources[-1].rstrip("،"), claim.content) == (speaker, content)


@pytest.mark.parametrize(
    "sentence",
    [
        "كما تكرر تأخر القطار عن موعده.",
        "الأمر الذي يشير إلى زيادة الزحام في السوق.",
        "وإذا أقر المجلس المقترح بصيغته الحالية ستتغير الأجور.",
        "وأقرت الحكومة قانونا جديدا يسمح بعملهم في الليل.",
        "كما ألقى سامي كامل بظلال من الشك على الموعد.",
        "كما تطرق سامي كامل لزيارة الوزير.",
        "لكن يفترض أن تكون القاعة مغلقة.",
        "اشتبه الحارس سامي كامل بسيارة كانت قرب الجسر.",
        "بلغت نسب الفوائد إلى حد كبير.",
        "وغادر المتهم نفسه القاعة قبل الحكم بالسجن.",
    ],
)
def test_deeds_and_conclusions_are_no_reports(sentence: str) -> None:
    assert claims_in(sentence) == []


def test_the_name_ali_is_told_by_how_the_text_writes_the_preposition() -> None:
    aside = "جلس على الكرسي على مهل ونظر على عجل من النافذة.\n"
    claim = only_claim(aside + "وقال مدير المتحف علي الزهور إن القاعة مغلقة.")
    assert claim.sources == ["مدير المتحف علي الزهور"]


@pytest.mark.parametrize(
    ("sentence", "sources"),
    [
        ("وقال سامي كامل في تصريحات للمدينة، إن الجسر مغلق.", ["لمدينة", "سامي كامل"]),
        ("وقال مدير المتحف، سامي كامل، للصحافة، إن الجسر مغلق.", ["مدير المتحف، سامي كامل،"]),
        ("وقال سامي كامل، مدير المتحف، للوكالة «سنبني جسرا آخر هنا».", ["لوكالة", "سامي كامل، مدير المتحف،"]),
    ],
)
def test_who_is_told_is_no_part_of_the_speaker(sentence: str, sources: list[str]) -> None:
    assert only_claim(sentence).sources == sources


def test_behind_an_agency_another_speaks() -> None:
    text = "وصل الوزير سامي كامل إلى المدينة.\nوحسب رويترز، قال أمام أنصاره «سنبني الجسر قبل الشتاء»."
    assert [str(link.kind) for link in claims_in(text)[-1].links] == ["outlet", "person"]


NAMED = [
    # What an office is over may open with ل or ب; the name behind it, before the clause, shows whose office it is.
    ("أكد مدير النشاط بالهيئة العامة لرعاية الناشئين وليد كامل أن المهرجان ناجح.", "وليد كامل"),
    ("أكد رئيس لجنة الموارد بالغرفة التجارية بجدة الدكتور سمير حسين على أن العمل مستمر.", "سمير حسين"),
    ("أوضح أمين منطقة الوادي صالح القاضي أن الجسر جاهز.", "صالح القاضي"),
    ("وأكد ناطق باسم هذه الإدارة أن الجسر جاهز.", "هذه الإدارة"),
    ("واستنكرت أسبوعية «الضفاف» الفرنسية المضايقات التي طالتها.", "الفرنسية"),
    ("وتتهم الحكومة رجل الأعمال الثري سامي كامل، بتهريب الآثار.", "الحكومة"),
    ("وأكد سمير كامل أحد زوار المعرض أن القاعة مغلقة.", "أحد زوار المعرض"),
    ("وأعلنت مدينة الأمير سالم للفنون افتتاح قاعة جديدة.", "مدينة الأمير سالم للفنون"),
    # إمام is no أمام.
    ("وعلق إمام المسجد الشيخ سعود كامل: الجدال لا يفيد.", "سعود كامل"),
    ("وأظهر مسح للصحيفة نشرت نتائجه أمس أن السوق راكدة.", "لصحيفة"),
]


@pytest.mark.parametrize(("sentence", "end"), NAMED)
def test_the_speaker_goes_on_to_his_name(sentence: str, end: str) -> None:
    assert only_claim(sentence).sources[-1].endswith(end)


def test_a_number_counts_who_speaks_and_a_day_does_not() -> None:
    assert only_claim("وقال 5 شهود إن الحريق بدأ ليلا.").sources == ["5 شهود"]
    assert only_claim("وقال في 5 مايو إن الحريق بدأ ليلا.").sources == [""]


def test_what_tells_of_the_speaker_ends_before_the_clause_of_his_verb() -> None:
    text = "وقال سامي كامل الذي يتهم بأنه أهمل الجسر، إن الجسر متين."
    assert [claim.content for claim in claims_in(text) if claim.sources == ["سامي كامل"]] == ["إن الجسر متين"]


def test_a_participle_with_its_clause_needs_no_comma() -> None:
    first, second = claims_in("وقالت الشركة إن البيع بدأ في وكالات السفر المعتمدة مشيرة إلى أن الرحلات قليلة.")
    assert first.content == "إن البيع بدأ في وكالات السفر المعتمدة"
    assert second.content == "أن الرحلات قليلة"


def test_a_verb_of_saying_tells_that_its_subject_is_a_woman() -> None:
    text = "وقالت تشاو مين إن المجلس «لن يتسرع» في قراره.\nورفض الحارس التعليق.\nوأضافت أن القاعة مغلقة."
    assert claims_in(text)[-1].resolved == "تشاو مين"


def test_who_is_relayed_may_be_a_pronoun_with_a_participle() -> None:
    text = "وصل الوزير سامي كامل إلى المدينة.\nنقلت وسائل الإعلام عنه قائلا: «سنبني الجسر قبل الشتاء»."
    assert claims_in(text)[-1].cues == ["نقلت", "قائلا"]


def test_a_headline_names_whom_one_spoke_to() -> None:
    claim = claims_in("الزهران لـ«الجزيرة»: لن نغلق المتحف\nنص آخر.", headline=True)[0]
    assert claim.sources == ["«الجزيرة»", "الزهران"]


def test_who_is_told_or_reassured_leaves_the_speaker_out() -> None:
    text = "قال مدير المتحف سامي كامل إن القاعة آمنة.\n"
    for said in (
        "وطمأن الزوار بأن الحراس كثيرون.",
        "وقال لشركة النقل «سنفتح القاعة غدا قبل الظهر».",
        "وأضاف مستدركا أن السقف قديم.",
    ):
        assert claims_in(text + said)[-1].resolved == "مدير المتحف سامي كامل"


def test_several_by_whom_one_goes_speak_on() -> None:
    text = "استمر الزحام في السوق وفقا للعديد من شهود العيان.\nوقالوا إن الطريق مغلق."
    assert claims_in(text)[-1].resolved == "لعديد من شهود العيان"


def test_a_relative_clause_lets_the_subject_wait_for_its_verb() -> None:
    text = "قالت رئيسة اللجنة إن سلمى كامل، التي عملت في الجبل، أظهرت «شجاعة كبيرة في عملها»."
    claim = only_claim(text)
    assert claim.content == "إن سلمى كامل، التي عملت في الجبل، أظهرت «شجاعة كبيرة في عملها»"


def test_critics_are_named_by_what_they_are_to_another() -> None:
    assert only_claim("قال منتقدوها إن الخطة ناقصة.").origin.kind is LinkKind.ANON


@pytest.mark.parametrize(
    ("said", "outlet"),
    [
        ("وقال سامي كامل في تصريح للجوهرة أف أم إن الجسر مغلق.", "لجوهرة أف أم"),
        ("وأكد سامي كامل في مداخلة له على الجوهرة «اف ام» أن الجسر مغلق.", "الجوهرة «اف ام»"),
        ("وقال سامي كامل في تصريح للشرق الأوسط إن الجسر مغلق.", "لشرق الأوسط"),
    ],
)
def test_a_station_is_told_by_its_whole_name(said: str, outlet: str) -> None:
    assert only_claim(said).sources == [outlet, "سامي كامل"]


def test_what_a_relative_clause_tells_of_another_is_no_part_of_a_noun_that_is_said() -> None:
    text = "هددت الجماعة بالانسحاب بعد تصريحات الوزير سامي كامل التي قال فيها إن الهدنة انتهت."
    assert claims_in(text)[-1].cues == ["قال"]


def test_who_speaks_of_the_noun_before_stands_behind_his_verb() -> None:
    text = "وصل زعيم جماعة النهر التي تقول أنقرة إنها وراء الهجوم."
    assert only_claim(text).sources == ["أنقرة"]
    text = "وطالب ناشطون محليون بقانون يمنع الصيد الجائر، الذي قالوا إنه منتشر في الوادي."
    assert claims_in(text)[-1].resolved == "ناشطون محليون"


def test_a_place_on_the_way_to_the_clause_is_no_object() -> None:
    assert only_claim("أكد مصدر أمني لرويترز بالوادي مساء الأربعاء أن الجسر مغلق.").content == "أن الجسر مغلق"


def test_whose_they_are_parts_no_speakers_from_their_verb() -> None:
    assert only_claim("لكن جيران له قالوا إن الجسر قديم.").sources == ["جيران"]


def test_an_answer_behind_its_question_is_a_report() -> None:
    question, answer = claims_in("وسئل الوزير سامي كامل عن الجسر فأجاب: سنفتحه غدا قبل الظهر.")
    assert (question.content, answer.content) == ("عن الجسر", "سنفتحه غدا قبل الظهر")


def test_a_man_s_verb_asks_women_and_is_not_theirs() -> None:
    text = "قال الوزير سامي كامل إن الجسر مغلق.\nكما دعا النساء إلى زيارة المتحف."
    assert claims_in(text)[-1].resolved == "الوزير سامي كامل"
