"""Tests that a text's language is told, above all Arabic from its neighbours in the same script."""

import pytest

from musnad.languages.identify import identify_language

SAMPLES = {
    "ar": "أعلن مجلس البلدة أن أعمال ترميم الجسر القديم ستبدأ في مطلع الشهر المقبل بعد تأخر طويل.",
    "fa": "شهردار گفت که بازسازی پل قدیمی از ابتدای ماه آینده آغاز می شود و این کار مهم است.",
    "ur": "بلدیہ کے سربراہ نے کہا ہے کہ پرانے پل کی مرمت کا کام اگلے مہینے سے شروع ہو گا۔",
    "ckb": "سەرۆکی شارەوانی ڕایگەیاند کە نۆژەنکردنەوەی پردە کۆنەکە لە سەرەتای مانگی داهاتوو دەست پێ دەکات.",
    "en": "The town council said that work on the old bridge would begin early next month.",
    "fr": "Le conseil municipal a annoncé que les travaux du vieux pont commenceront le mois prochain.",
    "es": "El ayuntamiento anunció que las obras del puente viejo comenzarán el mes que viene.",
    "de": "Der Stadtrat teilte mit, dass die Arbeiten an der alten Brücke im nächsten Monat beginnen.",
    "tr": "Belediye, eski köprünün onarımı için çalışmaların gelecek ay ve bir yıl süreceğini söyledi.",
    "he": "מועצת העיר הודיעה כי העבודות על הגשר הישן יתחילו בתחילת החודש הבא לאחר עיכוב של שנתיים.",
    "ru": "Городской совет сообщил, что работы на старом мосту начнутся в следующем месяце и не раньше.",
}


@pytest.mark.parametrize("code", SAMPLES)
def test_language_of_a_sentence(code: str) -> None:
    assert identify_language(SAMPLES[code]) == code


def test_persian_typed_with_arabic_letters_is_not_arabic() -> None:
    text = "شهردار گفت اين كار براى مردم شهر مهم است و بايد تا پايان سال با كمك دولت تمام شود"
    assert identify_language(text) == "fa"


def test_arabic_headline_without_function_words() -> None:
    assert identify_language("انقطاع الكهرباء يشل المصانع الكبرى جنوب العاصمة") == "ar"


def test_figures_with_a_glued_and_are_no_kurdish() -> None:
    assert identify_language("بلغت الكلفة 3 ملايين و200 ألف، وأصيب 3 آلاف و12 شخصا، ووصل 5 آلاف طن و200 برميل.") == "ar"


def test_vowelled_arabic_is_arabic() -> None:
    assert identify_language("أَعْلَنَ المَجْلِسُ أَنَّ الجِسْرَ القَدِيمَ سَيُغْلَقُ فِي الشَّهْرِ المُقْبِلِ") == "ar"


def test_larger_share_decides_in_mixed_text() -> None:
    mostly_arabic = SAMPLES["ar"] + " (Old Bridge Works Ltd)"
    mostly_english = SAMPLES["en"] + " (الجسر القديم)"
    assert (identify_language(mostly_arabic), identify_language(mostly_english)) == ("ar", "en")


@pytest.mark.parametrize("text", ["", "نعم", "12345 67890 !!! ٪٪٪", "قال في", "zxcv qwrt bnmp lkjh gfds poiu"])
def test_too_little_evidence_is_undetermined(text: str) -> None:
    assert identify_language(text) == "und"


def test_script_without_a_profile_is_undetermined() -> None:
    assert identify_language("市议会宣布老桥的维修工程将于下月初开始并且预计需要一年的时间才能完成") == "und"
