"""Tests of where a source and what it says end: at marks without a partner, tails, answers, and names in marks."""

import pytest
from claim_words import claims_in

from musnad.model import LinkKind


def words_of(sentence: str) -> list[tuple[str, str]]:
    """Return the last source and the content of every claim of the sentence."""
    return [(claim.sources[-1], claim.content) for claim in claims_in(sentence)]


@pytest.mark.parametrize(
    ("sentence", "source", "content"),
    [
        # A body by its name in quotation marks speaks, however long the name is.
        (
            "وأفاد «المرصد الشمالي لحقوق الإنسان» بأن القافلة وصلت.",
            "«المرصد الشمالي لحقوق الإنسان»",
            "بأن القافلة وصلت",
        ),
        # Where a body says something is no part of its name; the body that one serves is.
        ("وأكدت وزارة التعليم في دليلها الجديد أن العام يبدأ غدا.", "وزارة التعليم", "أن العام يبدأ غدا"),
        ("وأكد مسؤول في وزارة التعليم أن العام يبدأ غدا.", "مسؤول في وزارة التعليم", "أن العام يبدأ غدا"),
        # No name is an apposition to a plural.
        ("ويتهم محتجون غاضبون سالم كامل بأنه أخفى التقرير.", "محتجون غاضبون", "بأنه أخفى التقرير"),
        # حسبهم repeats that they speak; the dash before it goes too.
        ("وأعلن أعضاء اللجنة أن القرار باطل حسبهم، ثم غادروا.", "أعضاء اللجنة", "أن القرار باطل"),
        ("وأعلن أعضاء اللجنة أن القرار باطل -حسبهم-.", "أعضاء اللجنة", "أن القرار باطل"),
        # The sign of a share or of money is part of the number.
        ("وأعلن البنك أن الفائدة سترتفع إلى 3٪.", "البنك", "أن الفائدة سترتفع إلى 3٪"),
        ("وأعلنت الشركة أن الرسم يبلغ 300$.", "الشركة", "أن الرسم يبلغ 300$"),
        # A number with a glued letter and parts ends nothing.
        (
            "وأعلن البنك أن الفائدة بين 3.5% و4.5% منذ آذار.",
            "البنك",
            "أن الفائدة بين 3.5% و4.5% منذ آذار",
        ),
        # Whose the statement is stands before the colon.
        ("وقالت النقابة في بيان لها: لن نقبل بالتأجيل.", "النقابة", "لن نقبل بالتأجيل"),
        ("وأكدت الشركة في بيان لها بسلامة جميع الوصلات.", "الشركة", "بسلامة جميع الوصلات"),
        # The و of وردت is of its root; that of وقال is not.
        (
            "وأكد الوزير أن العوامل التي وردت في التقرير لا تكفي.",
            "الوزير",
            "أن العوامل التي وردت في التقرير لا تكفي",
        ),
        # عزت is a name behind a title, and a verb where it opens the clause.
        ("كشف الفنان الشمالي عزت الراوي أن العرض تأجل.", "الفنان الشمالي عزت الراوي", "أن العرض تأجل"),
        ("وعزت الوزارة التأخير إلى العاصفة.", "الوزارة", "التأخير إلى العاصفة"),
        # في حين opens what may be the writer's own, but في الحين does not.
        ("وأكد الوزير أن الجسر آمن، في حين يعبره المئات كل يوم.", "الوزير", "أن الجسر آمن"),
        ("وأكد الوزير أن الجسر فتح، في الحين، أمام العابرين.", "الوزير", "أن الجسر فتح، في الحين، أمام العابرين"),
        # أما turns to another; إما does not.
        ("وأكد النائب أن الموعد قريب أما الرئيس فقد صمت.", "النائب", "أن الموعد قريب"),
        ("وأكد النائب أن الوفد يسافر إما اليوم وإما غدا.", "النائب", "أن الوفد يسافر إما اليوم وإما غدا"),
        # Behind whom one asks, the deed that is asked for.
        ("وطلبت الشرطة من السكان تجنب الشارع.", "الشرطة", "تجنب الشارع"),
        # على هامش and أثناء tell when one spoke, whatever the verb takes.
        (
            "أكد وزير التجارة على هامش زيارته للسوق أن الأسعار ثابتة.",
            "وزير التجارة",
            "أن الأسعار ثابتة",
        ),
        ("أكد وزير التجارة على أهمية الزيارة.", "وزير التجارة", "على أهمية الزيارة"),
        (
            "أكد وزير التجارة أثناء زيارته للسوق بأن الأسعار ثابتة.",
            "وزير التجارة",
            "بأن الأسعار ثابتة",
        ),
        # لقاء begins with a ل of its own.
        (
            "ودعا الوزير إثر لقاء جمعه بالوفد إلى هدنة قصيرة.",
            "الوزير",
            "إلى هدنة قصيرة",
        ),
        # A second title before the name is no object; without the clause's verb it may be.
        (
            "أكد وزير الإسكان رئيس مجلس الصندوق ماجد السالم على أهمية المشروع.",
            "وزير الإسكان رئيس مجلس الصندوق ماجد السالم",
            "على أهمية المشروع",
        ),
        # Whoever defends somebody is named with him.
        ("ويقول محامون ومدافعون عن الصيادين إن الرخصة باطلة.", "محامون ومدافعون عن الصيادين", "إن الرخصة باطلة"),
        # Before a clause the noun behind a verb of evidence shows it.
        ("وأظهرت مراقبة الشواطئ أن المياه نظيفة.", "مراقبة الشواطئ", "أن المياه نظيفة"),
        # The media at large listen, and إعلام is no deed there.
        (
            "أكد الصيادون في تصريحات لوسائل إعلام محلية أن المياه نظيفة.",
            "الصيادون",
            "أن المياه نظيفة",
        ),
        # A reporter listens; فئة is no فيه; what he knows is what he denies.
        ("وأكد مصدر أمني لمراسل إذاعة الساحل أن الطريق مغلق.", "مصدر أمني", "أن الطريق مغلق"),
        ("نفى وزير التجارة سامي العلي علمه بالقرار الجديد.", "وزير التجارة سامي العلي", "علمه بالقرار الجديد"),
        # إلى ذلك opens another matter.
        ("ووعد الوزير بإصلاح الجسر، إلى ذلك زار الوفد الميناء.", "الوزير", "بإصلاح الجسر"),
        # A plural in ين does not speak, but the Kremlin does; no source holds ضرورة.
        ("وأوصت البالغين بالمشي نصف ساعة.", "", "بالمشي نصف ساعة"),
        ("وأوصى الكرملين بالمشي نصف ساعة.", "الكرملين", "بالمشي نصف ساعة"),
        ("أكدت دراسة جديدة ضرورة المشي كل يوم.", "دراسة جديدة", "ضرورة المشي كل يوم"),
        # A reporter whose outlet no lexicon holds still only listens.
        (
            "أكد كاتب الدولة عمر السالم في تصريح لمراسلة الشباك على هامش زيارته أن القانون جاهز.",
            "كاتب الدولة عمر السالم",
            "أن القانون جاهز",
        ),
        # A masculine verb has no feminine body for its subject; a feminine one does.
        ("ودعا المنظمات المحلية إلى أن تشارك في الحملة.", "", "أن تشارك في الحملة"),
        ("كشفت أحدث الدراسات الزراعية أن التربة أفقر مما ظن.", "أحدث الدراسات الزراعية", "أن التربة أفقر مما ظن"),
        ("ودعا الوزير المواطنين إلى الصبر على الغلاء.", "الوزير", "إلى الصبر على الغلاء"),
        ("ودعا المجلس الأعلى المهندسين إلى العودة إلى العمل.", "المجلس الأعلى", "إلى العودة إلى العمل"),
        ("ودعا رئيس اتحاد العمال الزراعيين إلى إضراب.", "رئيس اتحاد العمال الزراعيين", "إلى إضراب"),
        ("ودعت المنظمات المحلية إلى أن تشارك في الحملة.", "المنظمات المحلية", "أن تشارك في الحملة"),
        # Behind a name in brackets the noun without the article is the object.
        (
            "ثمن سامي العلي ممثل البرنامج الوطني (نهر) مبادرة اللجنة.",
            "سامي العلي ممثل البرنامج الوطني (نهر)",
            "مبادرة اللجنة",
        ),
        # وهو ما يرى كثير من الناس أنه: what they hold is in the clause; without one the words before are taken up.
        ("وتأخر الافتتاح، وهو ما يرى كثير من الصيادين أنه حيلة.", "كثير من الصيادين", "أنه حيلة"),
        ("وتأخر الافتتاح، وهو ما أكده المدير.", "المدير", "تأخر الافتتاح"),
        # A source between commas that parts a verb from what it governs.
        (
            "وعمد المحتجون، بحسب مصدر محلي، إلى قطع الطريق.",
            "مصدر محلي",
            "عمد المحتجون | إلى قطع الطريق",
        ),
        (
            "وقطع المحتجون الطريق الساحلي ليلا، بحسب مصدر محلي، في مدينة المرسى.",
            "مصدر محلي",
            "قطع المحتجون الطريق الساحلي ليلا",
        ),
        # What a speaker says of himself is one report.
        ("وقال سامي كامل إنه يتوقع أن يصل الوفد غدا.", "سامي كامل", "إنه يتوقع أن يصل الوفد غدا"),
        ("وأكدت الوزيرة أنها لا ترفض الحوار.", "الوزيرة", "أنها لا ترفض الحوار"),
        # A clause is whole only with its verb or predicate.
        (
            "وقال المدير إن المحامي سامي كامل، وهو من أهل المدينة، رفع دعوى على الشركة.",
            "المدير",
            "إن المحامي سامي كامل، وهو من أهل المدينة، رفع دعوى على الشركة",
        ),
        (
            "وأكد السفير أن الأخبار التي وردت عن سفر الوفد، للوساطة بين الطرفين، غير صحيحة.",
            "السفير",
            "أن الأخبار التي وردت عن سفر الوفد، للوساطة بين الطرفين، غير صحيحة",
        ),
        # حيث and في إشارة إلى go on in the writer's words; من حيث does not.
        ("وقال المدير إن الفتاة نقلت إلى المستشفى حيث تعالج.", "المدير", "إن الفتاة نقلت إلى المستشفى"),
        ("وقال المدير إن النمر عاد في إشارة إلى خصمه.", "المدير", "إن النمر عاد"),
        ("وقال المدير إن المتحف الأكبر من حيث المساحة.", "المدير", "إن المتحف الأكبر من حيث المساحة"),
    ],
)
def test_where_a_source_and_its_words_end(sentence: str, source: str, content: str) -> None:
    assert words_of(sentence) == [(source, content)]


def test_an_answer_is_no_part_of_the_question() -> None:
    claims = claims_in("وردا على سؤال حول موعد الافتتاح قال: «سنفتح الأرصفة قبل نهاية العام».")
    assert [claim.content for claim in claims] == ["حول موعد الافتتاح", "«سنفتح الأرصفة قبل نهاية العام»"]


def test_a_list_of_questions_asks_nobody() -> None:
    assert claims_in("أصدرت الإدارة استبيانا يضم أسئلة عن المساكن.") == []


def test_whom_one_asks_by_a_verbal_noun_asks_nothing() -> None:
    assert claims_in("وتشمل الخطوات مطالبة السلطات بضرورة التدخل.") == []


def test_an_adjective_away_from_its_verb_is_no_speaker() -> None:
    (claim,) = claims_in("وأضاف خلال الندوة الإقليمية للاستشارة الرابعة حول الموانئ أن الطريق مغلق.")
    assert claim.sources[-1] == ""


def test_a_deal_that_is_expected_is_expected_by_nobody_in_particular() -> None:
    text = "أكد الوزير أن الوفد وصل. ووقع النادي على صفقة يتوقع أن تتم غدا."
    assert [claim.origin.kind for claim in claims_in(text)] == [LinkKind.PERSON, LinkKind.UNKNOWN]


def test_a_mark_that_closes_nothing_does_not_swallow_what_follows() -> None:
    text = 'ارتفع عدد الركاب هذا العام". وقال المدير إن "الموعد قريب جدا". وأضافت الشركة أن "الأرصفة جاهزة الآن".'
    assert words_of(text) == [("المدير", 'إن "الموعد قريب جدا"'), ("الشركة", 'أن "الأرصفة جاهزة الآن"')]


def test_sources_that_are_vouched_for_do_not_thereby_confirm() -> None:
    assert claims_in("تداولت الصفحات أمس من مصادر مؤكدة أن اللجنة تجتمع.") == []


def test_a_quotation_of_what_somebody_said_is_no_body() -> None:
    (claim,) = claims_in("وأكد «لن نقبل بأي تأجيل جديد للموعد» أمام الصحفيين.")
    assert claim.origin.kind is LinkKind.UNKNOWN


def test_a_wish_is_nobodys_report() -> None:
    assert claims_in("واستقبل الملك - أيده الله - وفد البلدية في قصر الضيافة.") == []


@pytest.mark.parametrize("leading", ["بدلا من أن", "كما أن"])
def test_a_clause_that_other_words_lead_is_not_what_is_shown(leading: str) -> None:
    assert claims_in(f"والصور تظهر مقعرة على الشاشة {leading} تكون واضحة.") == []
