"""Tests constructions that some papers use and others do not: names in marks, second titles, lines above a passage."""

import pytest
from claim_words import claims_in, only_claim

from musnad.model import LinkKind, Stance


def test_a_name_with_one_of_many_behind_it_is_whole_before_a_colon() -> None:
    claim = only_claim("وقال سالم الحربي، أحد سكان الحي: أصبح الجسر خطرا على المارة في ساعات الليل.")
    assert claim.sources == ["سالم الحربي، أحد سكان الحي"]


def test_a_second_role_belongs_to_the_name_behind_it() -> None:
    claim = only_claim("أوضح صاحب الحملة ومطلقها أحمد السالم أن المتطوعين سيزورون المدارس.")
    assert (claim.sources, claim.origin.kind) == (["صاحب الحملة ومطلقها أحمد السالم"], LinkKind.PERSON)


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ('وبين "السالمي" أن الحملة مستمرة حتى نهاية الشهر.', LinkKind.PERSON),
        ("أكد المحافظ اللواء العربي الدمياطي أن الجسر سيفتح غدا.", LinkKind.PERSON),
        ("أكد محافظ أن الجسر سيفتح غدا.", LinkKind.ANON),
        ("أبدى فريقا الشاطئ والنهضة رغبتهما في تأجيل المباراة.", LinkKind.ORG),
    ],
)
def test_the_kind_of_holder_follows_its_noun(sentence: str, kind: LinkKind) -> None:
    assert only_claim(sentence).origin.kind is kind


@pytest.mark.parametrize(
    ("sentence", "stance"),
    [
        ("أبدى الوزير استعداده للتعاون مع اللجنة.", Stance.PROMISES),
        ("أعلن الوزير استقالته من اللجنة.", Stance.ASSERTS),
        ("أصر الوزير على أن اللجنة محايدة.", Stance.ASSERTS),
        ("أصر الوزير على إغلاق الميناء فورا.", Stance.DEMANDS),
    ],
)
def test_the_stance_follows_what_is_declared(sentence: str, stance: Stance) -> None:
    assert only_claim(sentence).origin.stance is stance


def test_a_line_above_a_passage_reads_like_a_headline() -> None:
    text = 'وصل المدرب إلى المدينة أمس.\nسالم الحربي: "أرجو أن يفهمني الجمهور"\nثم غادر المدرب إلى الفندق.'
    assert only_claim(text).sources == ["سالم الحربي"]


def test_a_paragraph_that_a_full_stop_ends_is_no_line_above_a_passage() -> None:
    assert not claims_in("وصل المدرب إلى المدينة أمس.\nسالم الحربي: 12 هدفا في الموسم.\nثم غادر المدرب.")


def test_lines_in_a_row_are_links_to_other_reports() -> None:
    text = "وصل المدرب إلى المدينة أمس.\nسالم الحربي: الفريق جاهز للموسم\nافتتاح الملعب الجديد\nثم غادر المدرب."
    assert not claims_in(text)


def test_a_country_speaks_in_the_first_person() -> None:
    assert only_claim("السويد: محادثاتنا مع الوفد كانت مفيدة", headline=True).sources == ["السويد"]
    assert not claims_in("السويد: حريق كبير في مصنع للورق", headline=True)


def test_a_bare_name_behind_a_comma_is_a_source_and_a_bare_noun_is_not() -> None:
    assert only_claim("مدد الطرفان المباحثات يوما واحدا، بحسب والستروم.").sources == ["والستروم"]
    assert not claims_in("يوزع الطعام على الأسر في المخيم، بحسب الحاجة.")


def test_a_carrier_in_marks_stands_outside_the_report_it_opens() -> None:
    claim = only_claim("وبحسب «رويترز»، ذكر مجلس الوزراء في بيان أن النمو سيصل إلى خمسة في المائة.")
    assert claim.sources == ["«رويترز»", "مجلس الوزراء"]


def test_a_city_of_two_words_ends_where_the_object_begins() -> None:
    claim = only_claim("أعلنت أديس أبابا حالة الطوارئ في البلاد كلها.")
    assert (claim.sources, claim.content) == (["أديس أبابا"], "حالة الطوارئ في البلاد كلها")


def test_words_on_how_a_message_came_out_do_not_hide_what_it_demands() -> None:
    claim = only_claim("دعا زعيم الحركة سالم منصور في رسالة صوتية بثت أمس إلى الوحدة بين المقاتلين.")
    assert claim.content == "إلى الوحدة بين المقاتلين"


def test_what_others_hold_within_a_speaker_s_words_is_nested() -> None:
    text = "قال أحد السكان إن «الخلاف بدأ في الحي، والآخرون يرون أن الأهالي أحق بإدارة السوق»."
    assert ["أحد السكان", "الآخرون"] in [claim.sources for claim in claims_in(text)]
    own = "قال أحد السكان إن «الخلاف بدأ في الحي، ونحن نرى أن الأهالي أحق بإدارة السوق»."
    assert len(claims_in(own)) == 1


def test_efforts_are_supported_and_support_nobody() -> None:
    claim = claims_in("قال الوزير إن الهدنة قائمة. وأيد جهود دول الجوار لوقف القتال.")[-1]
    assert claim.content == "جهود دول الجوار لوقف القتال"


def test_a_verb_of_telling_takes_its_listener_as_a_pronoun() -> None:
    claim = claims_in("قال الوزير سالم كامل إن زعيم الحزب يوسف منصور أبلغه أن الحزب مستعد للحوار.")[-1]
    assert claim.sources == ["الوزير سالم كامل", "زعيم الحزب يوسف منصور"]


def test_words_may_be_ascribed_to_a_pronoun() -> None:
    claim = claims_in("أضاف الوزير أن الجسر جاهز. ونسبت الوكالة إليه قوله إن السفن ستعود غدا.")[-1]
    assert (claim.sources, claim.cues, claim.resolved) == (["الوكالة", ""], ["نسبت", "قوله"], "الوزير")


@pytest.mark.parametrize(
    ("sentence", "source"),
    [
        ("غادر ألفا عامل الميناء هذا الشهر، بحسب أرقام أعلنها مسؤولون الجمعة.", "مسؤولون"),
        ("غادر ألفا عامل الميناء هذا الشهر، بحسب أرقام الشهر الماضي.", None),
        ("وأشارت تقارير نشرتها وسائل إعلام محلية إلى أن الجسر أغلق.", "وسائل إعلام محلية"),
        ("كشفت دراسة نشرها مركز الأمل أن المياه تتناقص.", "دراسة"),
    ],
)
def test_who_issued_a_paper_speaks_in_it(sentence: str, source: str | None) -> None:
    found = [claim.sources[-1] for claim in claims_in(sentence)]
    assert found == [source] if source else "مسؤولون" not in found


def test_a_verb_that_begins_with_fa_keeps_its_letter() -> None:
    assert only_claim("فصل المصنع مئة عامل هذا الشهر، بحسب الوزارة.").content.startswith("فصل")


def test_what_is_counted_is_no_participle_that_continues_the_report() -> None:
    claims = claims_in("قالت المصادر إن المحكمة برأت 12 متهما بالتزوير في القضية.")
    assert [claim.cues for claim in claims] == [["قالت"]]


def test_a_body_does_not_bear_the_name_of_whom_it_accuses() -> None:
    claim = only_claim("اتهمت السلطات المحلية المدعو سالم الحربي بالتحريض على العنف.")
    assert claim.sources == ["السلطات المحلية"]


def test_a_person_bears_his_name() -> None:
    claim = only_claim("قال المتهم المدعو سالم الحربي إن الحادث وقع ليلا.")
    assert claim.sources == ["المتهم المدعو سالم الحربي"]


@pytest.mark.parametrize(
    ("headline", "source"),
    [
        ("كندا: مستعدون لاستقبال القوارب", "كندا"),
        ("الأردن: لن نغلق المعبر الشمالي", "الأردن"),
        ("روسيا: سنرد على القرار", "روسيا"),
        ("روسيا: ندعو الطرفين إلى التهدئة", "روسيا"),
        ("سالم الحربي ردا على الوزير: الطريق طويل", "سالم الحربي"),
        ("سالم الحربي بعد الفوز بالبطولة: الطريق طويل", "سالم الحربي"),
        ('مسؤول بـ"جبهة النهر": الوفد طلب منا التهدئة', 'مسؤول بـ"جبهة النهر"'),
        ("ترامب غاضب: القرار ظالم", "ترامب"),
    ],
)
def test_who_speaks_in_a_headline_is_known_by_his_words_or_his_office(headline: str, source: str) -> None:
    claims = claims_in(f"{headline}\nوصل ترامب أمس إلى العاصمة.", headline=True)
    assert [claim.sources[-1] for claim in claims if claim.claim.in_headline] == [source]


@pytest.mark.parametrize("headline", ["ليبيا: مقتل ثلاثة في انفجار", "لبنان: سنوات من الجفاف", "الأردن: عمال يحتجون"])
def test_a_country_before_what_happened_there_says_nothing(headline: str) -> None:
    assert claims_in(f"{headline}\nوصل ترامب أمس إلى العاصمة.", headline=True) == []
