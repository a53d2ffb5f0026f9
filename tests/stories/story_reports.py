"""Makes short reports on invented happenings, several wordings of each."""

from datetime import datetime, timedelta

from musnad.model import Article, FoundDate, RawDocument, Report

START = datetime(2024, 3, 4, 6)

BRIDGE = (
    (
        "انهيار جسر الزرقاوي في مدينة وادي الرمان",
        "انهار جسر الزرقاوي في وادي الرمان فجرا وأصيب تسعة عمال كانوا يرممون دعائمه.",
    ),
    (
        "تسعة جرحى بانهيار جسر في وادي الرمان",
        "أصيب تسعة عمال حين سقط جسر الزرقاوي أثناء ترميم دعائمه، كما قالت بلدية وادي الرمان.",
    ),
    (
        "بلدية وادي الرمان تحقق في سقوط جسر الزرقاوي",
        "فتحت البلدية تحقيقا في انهيار جسر الزرقاوي الذي جرح عمال الترميم عند دعائمه.",
    ),
)
SHIP = (
    (
        "سفينة قمح تجنح قبالة ميناء تل النوارس",
        "جنحت السفينة مرجانة المحملة بالقمح قبالة ميناء تل النوارس بسبب عطل في الدفة.",
    ),
    (
        "جنوح السفينة مرجانة قرب تل النوارس",
        "قال مرشد الميناء إن دفة السفينة مرجانة تعطلت فجنحت بحمولتها من القمح قبالة تل النوارس.",
    ),
)
PRIZE = (
    (
        "الروائية هالة السنديان تفوز بجائزة القلم",
        "فازت الروائية هالة السنديان بجائزة القلم الذهبي عن روايتها الأخيرة حقول الملح.",
    ),
    ("جائزة القلم الذهبي لرواية حقول الملح", "منحت لجنة القلم الذهبي جائزتها لهالة السنديان عن رواية حقول الملح."),
)
HAPPENINGS = {"bridge": BRIDGE, "ship": SHIP, "prize": PRIZE}


def report(name: str, headline: str, body: str, *, hours: float | None = 0) -> Report:
    """Return a report with this id, published so many hours after the start; without a date for None."""
    date = None if hours is None else FoundDate(START + timedelta(hours=hours), True, "stated")
    article = Article(f"{headline}\n{body}", "ar", has_headline=True, published=date)
    return Report(name, RawDocument(b"", "text/plain", name), article, (), ())


def reports_of(*names: str, hours: float | None = 0) -> list[Report]:
    """Return the reports of these happenings, an hour apart, with ids such as `ship-0`."""
    return [
        report(f"{name}-{number}", headline, body, hours=None if hours is None else hours + number)
        for name in names
        for number, (headline, body) in enumerate(HAPPENINGS[name])
    ]
