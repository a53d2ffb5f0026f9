"""A comparison in parts gives the dossier that one in a piece gives."""

import gc
from collections.abc import Iterator
from dataclasses import fields
from functools import cache
from itertools import islice

import pytest

from musnad import comparing
from musnad.comparing import compare_reports
from musnad.demo import demo_paths
from musnad.intake import load_documents
from musnad.model import Dossier, RawDocument, Report, Stated
from musnad.reading import read_reports
from musnad.spreading import InTurn

TOWNS = ("النخيل", "الصفصاف", "الرمان", "الزيتون", "السدر")
SPEAKERS = (
    "وزير الري سالم الحداد",
    "الناطق باسم البلدية رامي الشامي",
    "مصدر أمني",
    "شاهد عيان",
    "مدير المستشفى هاني عمران",
)
DEEDS = (
    "انهيار جسر {town} أسفر عن مقتل {number} عمال وإصابة آخرين يوم الاثنين",
    "السلطات أغلقت ميناء {town} بعد غرق سفينة محملة بالقمح",
    "فرق الإنقاذ أخرجت {number} عائلات من حي {town} بعد فيضان النهر",
    "الشركة سلمت {number} قطارات جديدة إلى محطة {town}",
)
OUTLETS = ("صحيفة المنارة", "وكالة الشراع", "موقع البيادر", "إذاعة الرصيف")


def made_texts() -> Iterator[tuple[str, str, str]]:
    """Yield texts of a few sentences, with day and outlet; many tell one thing in other words or numbers."""
    number = 0
    while True:
        town, speaker = TOWNS[number % 5], SPEAKERS[number // 3 % 5]
        deed = DEEDS[number % 4].format(town=town, number=3 + number // 40 % 3)
        denial = f"\nونفى {SPEAKERS[(number + 2) % 5]} ذلك." if number % 7 == 0 else ""
        more = "وأضاف أن التحقيق في أسباب الحادث مستمر."
        text = f"خبر من {town} رقم {number // 9}\nقال {speaker} إن {deed}.\n{more}{denial}"
        yield text, f"2026-03-{1 + number // 25 % 20:02}", OUTLETS[number % 4]
        number += 1


@cache
def reports() -> tuple[Report, ...]:
    found = [report for raw in load_documents([str(demo_paths()[0].parent)]) for report in read_reports(raw)]
    for number, (text, day, outlet) in enumerate(islice(made_texts(), 200)):
        raw = RawDocument(text.encode(), "text/x-article", f"{number:064}", stated=Stated(published=day, outlet=outlet))
        found += read_reports(raw)
    return tuple(found)


@cache
def whole() -> Dossier:
    return compare_reports(reports())


def test_there_is_something_to_compare() -> None:
    dossier = whole()
    assert len(dossier.reports) > 200
    for part in (dossier.merges, dossier.stories, dossier.contradictions, dossier.propositions):
        assert len(part) > 3
    assert len(dossier.copy_pairs) > 2


@pytest.mark.parametrize("shards", [2, 5])
def test_a_comparison_in_parts_gives_the_same_dossier(shards: int) -> None:
    parted = compare_reports(reports(), spread=InTurn(shards))
    for each in fields(Dossier):
        assert getattr(parted, each.name) == getattr(whole(), each.name), each.name


def test_the_collector_rests_while_comparing_and_no_longer(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[bool] = []

    def fail(*_: object) -> None:
        seen.append(gc.isenabled())
        raise RuntimeError

    monkeypatch.setattr(comparing, "find_copies", fail)
    with pytest.raises(RuntimeError):
        compare_reports(())
    assert seen == [False]
    assert gc.isenabled()
