"""Two who are told to have done what but one does conflict, by whatever construction; two parts in a deed do not."""

import pytest
from read_reports import compare

from musnad.model import Agreement, Slot

APART = {
    "shot down by": (
        "أسقطت الدفاعات الجوية البوليفية مساء الجمعة طائرة شراعية فوق بحيرة الملح",
        "الطائرة الشراعية التي هوت مساء الجمعة في بحيرة الملح أسقطتها مروحية تشيلية",
    ),
    "it was he who": (
        "خطف صيادون موزمبيقيون قائد اليخت نجمة الشرق",
        "أعلنت شركة الملاحة أن قراصنة يمنيين هم من خطفوا قائد اليخت نجمة الشرق",
    ),
    "fell into the hands of": (
        "أوقف الدرك السنغالي مهرب الآثار الملقب بالعقرب",
        "سقط مهرب الآثار الملقب بالعقرب في قبضة الشرطة البرتغالية",
    ),
    "whose it is": (
        "الطائرة التي تحطمت عند مدرج مطار باماكو الخميس تابعة لشركة الأطلس",
        "تعود ملكية الطائرة التي تحطمت عند مدرج مطار باماكو الخميس إلى الخطوط الغابونية",
    ),
    "changing places": (
        "سلمت البيرو المهرب الفار روبرتو ساليناس إلى كولومبيا",
        "وصل المهرب الفار روبرتو ساليناس إلى ليما بعدما سلمته كولومبيا إلى البيرو",
    ),
    "the one that was charged with it": (
        "ستزود البرازيل البحرية الأنغولية بأربعة زوارق إنقاذ",
        "هولندا هي الجهة المكلفة بتزويد البحرية الأنغولية بزوارق الإنقاذ الأربعة",
    ),
}
TOGETHER = {
    "who pays and who builds": (
        "شيد الجسر المعلق في كسلا بتمويل من الصندوق الكويتي",
        "شيدت شركة الأناضول التركية الجسر المعلق في كسلا",
    ),
    "by somebody, in the passive": (
        "اغتال ملثمون المحامي وائل الصياد أمام مكتبه",
        "قتل المحامي وائل الصياد أمام مكتبه برصاص ملثمين",
    ),
    "a place before the verb": (
        "تدرب البحرية غواصي الإنقاذ في جزيرة قرب الساحل",
        "جزيرة قرب الساحل تدرب فيها البحرية غواصي الإنقاذ",
    ),
    "helped by each of two": (
        "أرسلت النمسا خياما إلى منكوبي الزلزال في وادي الزعفران",
        "أرسلت فنلندا خياما إلى منكوبي الزلزال في وادي الزعفران",
    ),
}


@pytest.mark.parametrize(("one", "other"), APART.values(), ids=APART.keys())
def test_two_doers_of_what_but_one_does_conflict(one: str, other: str) -> None:
    found = compare(one, other)
    assert (found.agreement, found.slot) == (Agreement.CONFLICT, Slot.ACTOR), found.reasons


@pytest.mark.parametrize(("one", "other"), TOGETHER.values(), ids=TOGETHER.keys())
def test_two_parts_in_a_deed_do_not(one: str, other: str) -> None:
    found = compare(one, other)
    assert found.agreement is not Agreement.CONFLICT, found.reasons
