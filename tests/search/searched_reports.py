"""Small reports of invented happenings that the tests of search are run on, as read by Musnad itself."""

import hashlib
from functools import cache

from musnad.model import RawDocument, Report, Stated
from musnad.reading import read_reports

# name: outlet, day, text
TEXTS = {
    "missile": (
        "صحيفة أفق الجنوب",
        "2025-04-03",
        "إطلاق صاروخ باليستي قرب الميناء\n"
        "أطلق مسلحون صاروخا على ميناء المرساة فجر الخميس. وقال قائد خفر السواحل نادر الخطيب إن القصف لم يوقع ضحايا.\n"
        "ونفى المتحدث باسم الحكومة سامي الراوي سقوط قتلى.",
    ),
    "missiles": (
        "إذاعة الواحة",
        "2025-04-20",
        "مخزن للصواريخ في الصحراء\n"
        "عثر الجيش على مخزن والصواريخ التي فيه صالحة للعمل. وقال مصدر عسكري طلب عدم ذكر اسمه إن عددها ثلاثون.",
    ),
    "truce": (
        "صحيفة أفق الجنوب",
        "2025-05-11",
        "بدء وقف إطلاق النار في الوادي\n"
        "أعلنت لجنة الوساطة التزام الطرفين بوقف إطلاق النار. وأكد الوزير هشام الصباغ أن الهدنة ستمتد شهرا.",
    ),
    "stopped": (
        "وكالة السهل",
        "2025-05-12",
        "شركة توقف إنتاجها\nقالت الشركة إنها قررت وقف خط للإنتاج بعد إطلاق منتج جديد، وإن النار أتت على مستودع لها.",
    ),
    "system": (
        "وكالة السهل",
        "2025-06-01",
        "منظومة إس-300 تصل إلى القاعدة\nوصلت منظومة إس-300 إلى القاعدة يوم السبت. وقال خبراء إن نشرها طويل.",
    ),
    "glued": ("إذاعة الواحة", "2025-06-02", "صور لمنظومة إس 300\nأظهرت صور جوية منظومة إس 300 في المطار."),
    "visit": (
        "صحيفة أفق الجنوب",
        "2024-12-30",
        "وزير الخارجية في دمشق\nالتقى الوزير هشام الصباغ مسؤولين سوريين في دمشق. "
        "ونقلت إذاعة الواحة عن دبلوماسي قوله إن الزيارة قصيرة.",
    ),
    "english": (
        "Plain Gazette",
        "2025-04-04",
        "Missiles near the port\nThe missiles fell near the port on Thursday, a coast guard officer said.",
    ),
}


def read_text(name: str, outlet: str, day: str, text: str) -> Report:
    """Return what Musnad reads in a clean article."""
    content = text.encode()
    stated = Stated(url=f"https://news.example/{name}", outlet=outlet, published=day)
    raw = RawDocument(content, "text/x-article", hashlib.sha256(content).hexdigest(), url=stated.url, stated=stated)
    (report,) = read_reports(raw)
    return report


@cache
def searched_reports() -> dict[str, Report]:
    """Return the reports by name."""
    return {name: read_text(name, *told) for name, told in TEXTS.items()}
