"""Tests of nouns for what somebody has said: whose words they are, what leads to them, and when they are no report."""

import pytest
from claim_words import claims_in, only_claim

from musnad.model import LinkKind, Stance


@pytest.mark.parametrize(
    ("sentence", "speaker", "content"),
    [
        # Who speaks stands in the genitive, behind من, behind «issued by», or does something with the words.
        ("وأغلق السوق رغم تحذيرات غرفة التجارة من ارتفاع الأسعار.", "غرفة التجارة", "من ارتفاع الأسعار"),
        ("وأغلق السوق رغم تحذيرات صادرة عن غرفة التجارة بأن الأسعار سترتفع.", "غرفة التجارة", "بأن الأسعار سترتفع"),
        ("ويأتي ذلك وسط مطالبات من المعارضة بإقالة المحافظ.", "المعارضة", "بإقالة المحافظ"),
        ("ورد الحزب على تهديدات أطلقتها المعارضة بمقاطعة الجلسة.", "المعارضة", "بمقاطعة الجلسة"),
        ("وقدم استقالته إثر تهديدات النقابة بالنزول إلى الشارع.", "النقابة", "بالنزول إلى الشارع"),
        ("ورغم وعود الحكومة بخفض الأسعار، ارتفع سعر الخبز.", "الحكومة", "بخفض الأسعار"),
        ("ورغم تعهد الحكومة بخفض الأسعار، ارتفع سعر الخبز.", "الحكومة", "بخفض الأسعار"),
        # Of an accusation, the pronoun and the genitive are whom one accuses.
        ("استقال المدير بعد اتهامه من قبل النقابة بإخفاء الخسائر.", "النقابة", "بإخفاء الخسائر"),
        ("استقال المدير بعد اتهامه بإخفاء الخسائر.", "", "بإخفاء الخسائر"),
        ("وجاءت الزيارة رغم اتهام وزير الري السابق بالإهمال.", "", "بالإهمال"),
        ("وجاء ذلك بعد اتهام الحكومة للشركة بأنها أخفت الخسائر.", "الحكومة", "بأنها أخفت الخسائر"),
        # What goes round without anybody who says so.
        ("ويأتي ذلك وسط مطالبات شعبية بإقالة المحافظ.", "", "بإقالة المحافظ"),
        ("وتحقق الشرطة في مزاعم بتعرض العمال للضرب.", "", "بتعرض العمال للضرب"),
        ("وغادر الوفد المدينة وسط أنباء عن فشل المفاوضات.", "", "عن فشل المفاوضات"),
    ],
)
def test_a_noun_tells_whose_words_they_are(sentence: str, speaker: str, content: str) -> None:
    claim = only_claim(sentence)
    assert (claim.sources[-1], claim.content) == (speaker, content)


def test_the_noun_has_the_stance_of_its_verb() -> None:
    assert only_claim("وأغلق السوق إثر تهديدات التجار بإضراب عام.").origin.stance is Stance.THREATENS


def test_a_final_hamza_takes_its_seat_before_the_pronoun() -> None:
    claim = only_claim("ولم تقدم الشركة دليلا على ادعائها أن المصنع لم يتوقف.")
    assert (claim.cues, claim.content) == (["ادعائها"], "أن المصنع لم يتوقف")


@pytest.mark.parametrize(
    "sentence",
    [
        # An invitation, a purpose, an adjective, and what did not come.
        ("وتسلم المحافظ دعوة لزيارة المعرض."),
        ("وخرج العمال لمطالبة البلدية بإصلاح الطريق."),
        ("وعلق العمال تحذيرات من البلاستيك على الباب."),
        ("ولم ترد أنباء عن وقوع ضحايا."),
        ("ونشرت الصحف شائعات كثيرة بمناسبة وبغير مناسبة."),
        ("وتم تبادل تهديدات كثيرة في الملعب."),
    ],
)
def test_it_is_no_report(sentence: str) -> None:
    assert not claims_in(sentence)


@pytest.mark.parametrize(
    ("sentence", "sources", "content"),
    [
        # Whoever brought a recording out carries it; what it shows is nobody's word.
        ("صور بثتها قناة أفق الجنوب أظهرت انهيار الجسر.", ["قناة أفق الجنوب", "صور"], "انهيار الجسر"),
        ("مشاهد عرضتها قناة أفق الجنوب تظهر انهيار الجسر.", ["قناة أفق الجنوب", "مشاهد"], "انهيار الجسر"),
        (
            "ووفق شهادات أوردتها قنوات التلفزيون، كان الحي هادئا في الصباح.",
            ["قنوات التلفزيون", "شهادات"],
            "كان الحي هادئا في الصباح",
        ),
        # The article that ل swallowed comes back before a name of several words is looked up.
        ("ووفق بيان للأمم المتحدة، وصل المبعوث إلى المدينة.", ["لأمم المتحدة"], "وصل المبعوث إلى المدينة"),
    ],
)
def test_a_document_has_its_publisher_and_its_issuer(sentence: str, sources: list[str], content: str) -> None:
    claim = only_claim(sentence)
    assert (claim.sources, claim.content) == (sources, content)


@pytest.mark.parametrize(
    ("headline", "speaker", "kind"),
    [
        ("نائب محلي يحذر من غلاء أسعار الخبز في المدينة", "النائب سامي كامل", LinkKind.PERSON),
        ("نواب محليون يحذرون من غلاء أسعار الخبز في المدينة", "", LinkKind.ANON),
        ("مصدر محلي يحذر من غلاء أسعار الخبز في المدينة", "", LinkKind.ANON),
    ],
)
def test_a_headline_means_whom_the_body_names(headline: str, speaker: str, kind: LinkKind) -> None:
    body = "حذر النائب سامي كامل الأحد من غلاء أسعار الخبز في المدينة."
    claim = claims_in(f"{headline}\n{body}", headline=True)[0]
    assert (claim.resolved, claim.origin.kind) == (speaker, kind)
