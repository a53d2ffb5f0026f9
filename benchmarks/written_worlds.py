"""Writes planted propositions out as Arabic reports, reads them with the true readers, and counts their chains."""

import hashlib
import random
import statistics
from collections.abc import Iterator
from dataclasses import dataclass, field

from musnad.agreement import count_independent
from musnad.copies import find_copies
from musnad.model import Assertion, Claim, RawDocument, Report, Span, Stated
from musnad.reading import read_document

PAGES = (10, 24)
_TOWNS = ["وادي الريحان", "تل الزعتر الشرقي", "مرسى الغزلان", "قصر النخيل", "عين الصفصاف", "رأس المنارة"]
_CONTENTS = {
    "القافلة": ("قافلة من ست شاحنات محملة بالذخيرة وصلت إلى {town}", "شاحنات ذخيرة عددها ست دخلت {town}"),
    "الجسر": ("الجسر الخشبي المؤدي إلى {town} انهار تحت ناقلة دبابات", "ناقلة دبابات أسقطت الجسر المؤدي إلى {town}"),
    "المستودع": ("مستودعا للصواريخ القديمة احترق في ضواحي {town}", "النيران أتت على مستودع صواريخ قرب {town}"),
    "الرادار": ("محطة رادار جديدة نصبت فوق تلال {town}", "تلال {town} باتت تضم محطة رادار جديدة"),
}
_NAMED = ["العقيد رائد الجابري", "النائب وسيم الكتاني", "القاضي ماهر الشهابي", "رئيس البلدية حازم المرادي"]
_BODIES = ["وزارة النقل", "وزارة الداخلية", "وزارة الخارجية", "وزارة الدفاع"]
_UNNAMED = ["شهود عيان", "مسؤول محلي", "ناشطون", "خبير عسكري"]
_AGENCIES = ["وكالة الضفاف", "وكالة السنديان", "وكالة المرجان", "وكالة البيادر"]
_PAPERS = [
    "صحيفة الرواق",
    "صحيفة المدار",
    "صحيفة الأفق البعيد",
    "صحيفة البوصلة",
    "صحيفة الميناء الجديد",
    "صحيفة السواقي",
]
_SITES = ["نبأ الصباح", "دفتر المساء", "شرفة الأخبار", "زاوية اليوم", "ساحة الخبر", "مرآة الحدث", "سطور", "ضفة أخرى"]
_WHO = [
    "تجار",
    "مزارعون",
    "معلمات",
    "سائقون",
    "صيادون",
    "طلاب",
    "عمال بناء",
    "بائعات",
    "نساجون",
    "رعاة",
    "حراس",
    "ممرضون",
]
_DID = ["ينتظرون", "يشكون من", "يتذكرون", "يخشون", "يناقشون", "يرفضون", "يراقبون", "يتجنبون", "يصفون", "يطلبون"]
_WHAT = [
    "موسم القطاف",
    "غلاء الدقيق",
    "حريق السوق",
    "مد سكة الحديد",
    "قدوم الشتاء",
    "هجرة الشبان",
    "نقص الدواء",
    "فتح المعبر",
]
_WHEN = ["منذ الربيع", "كل مساء", "قبل العيد", "بعد المطر", "في الخريف", "عند الغروب", "أيام الأحد", "طوال الشتاء"]
_LINK = ["ولا يزال", "وما فتئ", "وظل", "وبات", "وأصبح", "وأمسى"]
_WORK = ["صيد السمك", "زراعة الزيتون", "نسج السجاد", "تربية النحل", "صناعة الفخار", "تجارة الملح"]
_CAUSES = ["السيول", "أعمال الصيانة", "نقص الوقود", "الألغام القديمة", "الضباب الكثيف", "خلافات العشائر"]


@dataclass(slots=True)
class _World:
    """A proposition as written: its reports, where each says it, and how many origins it has."""

    roots: int
    has_circle: bool
    reports: dict[str, Report] = field(default_factory=dict)
    said: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Origin:
    outlet: str
    speaker: str
    verb: str
    text: str
    content: str


def count_written(number: int) -> None:
    """Print how often the count of propositions that were written out and read again is right."""
    exact = inside = wrong = circles = planted = 0
    widths = []
    for place in range(number):
        world = _write(random.Random(1000 + place))
        pairs, families = find_copies(world.reports.values())
        assertions = [each for name in world.reports for each in _assertions(world, name)]
        counted = count_independent(assertions, world.reports, families, pairs, (), ())
        off = max(counted.least - world.roots, world.roots - counted.most, 0)
        exact += counted.least == counted.most == world.roots
        inside += off == 0
        wrong += off > 1
        widths.append(counted.most - counted.least)
        planted += world.has_circle
        circles += world.has_circle and bool(counted.graph.circles)
    print(f"\nwritten in Arabic and read again: {number} propositions, {PAGES[0]} to {PAGES[1]} pages each")
    print(f"  exactly right                             {exact / number:.3f}")
    print(f"  truth within [least, most]                {inside / number:.3f}")
    print(f"  off by more than one                      {wrong / number:.3f}")
    print(f"  mean of most - least                      {statistics.mean(widths):.2f}")
    print(f"  planted circles found                     {circles} of {planted}")


# -- writing -------------------------------------------------------------------------------------


def _write(chance: random.Random) -> _World:
    wordings = [each.format(town=chance.choice(_TOWNS)) for each in chance.choice(list(_CONTENTS.values()))]
    papers, sites = chance.sample(_PAPERS, len(_PAPERS)), chance.sample(_SITES, len(_SITES))
    houses = [*chance.sample(_AGENCIES, len(_AGENCIES)), *papers[:2]]
    chance.shuffle(houses)
    origins = [_origin(chance, houses.pop(), wordings, number) for number in range(chance.randint(1, 4))]
    world = _World(len(origins), has_circle=chance.random() < 0.4)
    for origin in origins:
        _print(world, origin.text, origin.content, origin.outlet)
    if world.has_circle:
        left, right = papers[2:4]
        for one, other in ((left, right), (right, left)):
            content = chance.choice(wordings)
            _print(
                world,
                f"{_headline(chance)}\nأفادت {one}، نقلا عن {other}، بأن {content}.\n{_fill(chance)}",
                content,
                one,
            )
        origin = chance.choice(origins)
        content = chance.choice(wordings)
        _print(
            world,
            f"{_headline(chance)}\n{_cited(chance, origin, content)}\n{_fill(chance)}\n{_fill(chance)}",
            content,
            left,
        )
    for number in range(chance.randint(*PAGES) - len(world.reports)):
        origin = chance.choice(origins)
        outlet = sites[number] if number < len(sites) else f"{sites[number % len(sites)]} {number}"
        if chance.random() < 0.6:
            text, credit = origin.text, chance.random() < 0.5
            headline, body = text.split("\n", 1)
            headline = headline if chance.random() < 0.5 else _headline(chance)
            _print(
                world, f"{headline}\n{f'البلدة ({origin.outlet}) - ' if credit else ''}{body}", origin.content, outlet
            )
        else:
            content = chance.choice(wordings)
            _print(
                world,
                f"{_headline(chance)}\n{_cited(chance, origin, content)}\n{_fill(chance)}\n{_fill(chance)}",
                content,
                outlet,
            )
    return world


def _origin(chance: random.Random, outlet: str, wordings: list[str], number: int) -> _Origin:
    speaker = chance.choice([_NAMED, _BODIES, _UNNAMED])[number]
    verb = "قالت" if speaker in _BODIES else "قال"
    content = chance.choice(wordings)
    body = f"{verb} {speaker} ل{outlet} إن {content}.\n{_fill(chance)}\n{_fill(chance)}\n{_fill(chance)}"
    return _Origin(outlet, speaker, verb, f"{_headline(chance)}\n{body}", content)


def _cited(chance: random.Random, origin: _Origin, content: str) -> str:
    return chance.choice(
        [
            f"نقلت {origin.outlet} عن {origin.speaker} أن {content}.",
            f"{origin.verb} {origin.speaker} إن {content}، وفقا لما ذكرته {origin.outlet}.",
            f"ذكرت {origin.outlet} أن {content}.",
            f"وبحسب {origin.outlet}، فإن {content}.",
        ]
    )


def _headline(chance: random.Random) -> str:
    return f"أخبار {chance.choice(_TOWNS)}: يوم جديد من {chance.choice(_CAUSES)} و{chance.choice(_WORK)}"


def _fill(chance: random.Random) -> str:
    """Return a sentence that hardly another page has: it is put together of seven choices."""
    who, did, what, when = (chance.choice(words) for words in (_WHO, _DID, _WHAT, _WHEN))
    where, number = chance.choice(_TOWNS), chance.randint(3, 99)
    return f"{chance.choice(_LINK)} {number} من {who} {where} {did} {what} {when} بعيدا عن {chance.choice(_CAUSES)}."


def _print(world: _World, text: str, content: str, outlet: str) -> None:
    name = f"{len(world.reports):03}"
    digest = hashlib.sha256(f"{name}{text}".encode()).hexdigest()
    raw = RawDocument(text.encode(), "text/x-article", digest, path=name, stated=Stated(outlet=outlet))
    report = read_document(raw)
    world.reports[report.id] = report
    world.said[report.id] = content


# -- reading -------------------------------------------------------------------------------------


def _assertions(world: _World, name: str) -> Iterator[Assertion]:
    """Yield the assertion of a report: the smallest claim that holds most of the planted words, else its own voice."""
    report, content = world.reports[name], world.said[name]
    if report.article is None:
        return
    start = report.article.text.find(content)
    if start < 0:
        return
    span = Span(start, start + len(content))
    claim = min((each for each in report.claims if _holds(each, span)), key=_length, default=None)
    yield Assertion(f"{name}/0", name, (span,), claim.id if claim else None)


def _holds(claim: Claim, span: Span) -> bool:
    covered = sum(max(0, min(part.end, span.end) - max(part.start, span.start)) for part in claim.content)
    return 2 * covered >= len(span)


def _length(claim: Claim) -> int:
    return sum(map(len, claim.content))
