"""What the processes of soak.py do: add invented reports, compare, read pages; each tells at its end what it did."""

import argparse
import hashlib
import json
import sys
import time
from collections.abc import Iterable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import httpx

from musnad.comparing import compare_reports
from musnad.keeping import CompareSettings, add_documents, compare_new
from musnad.keeping.adding import Watcher
from musnad.model import RawDocument, Stated
from musnad.search import make_keys
from musnad.store import Store, open_store

STOP = "stop"
READY = ".ready"
COMPARE = CompareSettings(most_reports=60)
_BATCH = 10
_MOST_ERRORS = 20
_FIRST_DAY = date(2026, 1, 1)
_TOWNS = ("النخيل", "الصفصاف", "الرمان", "الزيتون", "السدر", "العقيق", "المرجان")
_SPEAKERS = (
    "وزير الري سالم الحداد",
    "الناطق باسم البلدية رامي الشامي",
    "مصدر أمني",
    "شاهد عيان",
    "مدير المستشفى هاني عمران",
)
_DEEDS = (
    "انهيار جسر {town} أسفر عن مقتل {number} عمال وإصابة آخرين",
    "السلطات أغلقت ميناء {town} بعد غرق سفينة محملة بالقمح",
    "فرق الإنقاذ أخرجت {number} عائلات من حي {town} بعد فيضان النهر",
    "الشركة سلمت {number} قطارات جديدة إلى محطة {town}",
    "حريقا اندلع في مستودع للحبوب قرب {town} وأصيب فيه {number} أشخاص",
)
_OUTLETS = ("صحيفة المنارة", "وكالة الشراع", "موقع البيادر", "إذاعة الرصيف")
_PAGES = (
    "/",
    "/search?q=جسر",
    "/search?q=kind:claim ميناء",
    "/stories",
    "/propositions",
    "/contradictions",
    "/sources",
    "/timeline",
    "/map",
    "/api/v1/claims?limit=50",
    "/api/v1/reports?limit=50",
    "/api/v1/status",
)


def made(number: int) -> RawDocument:
    """Return an invented report; of each happening several outlets tell, in other numbers, and some deny it."""
    happening = number // 6
    town, deed = _TOWNS[happening % 7], _DEEDS[happening // 7 % 5]
    told = deed.format(town=town, number=3 + number % 3 // 2)
    speaker, other = _SPEAKERS[number % 5], _SPEAKERS[(number + 2) % 5]
    denial = f"\nونفى {other} ذلك." if number % 6 == 5 else "\nوأضاف أن التحقيق في الأسباب مستمر."
    text = f"خبر من {town} رقم {number}\nقال {speaker} إن {told}.{denial}".encode()
    day = _FIRST_DAY + timedelta(days=number // 120)
    stated = Stated(published=day.isoformat(), outlet=_OUTLETS[number % 4])
    return RawDocument(text, "text/x-article", hashlib.sha256(text).hexdigest(), path=f"{number}.txt", stated=stated)


def add_some(store: Store, numbers: Iterable[int]) -> list[str]:
    """Add the reports of these numbers, compare them, and return the ids of what was kept."""
    kept: list[str] = []
    watcher = Watcher(kept=lambda name, _: kept.append(name))
    add_documents(store, [made(number) for number in numbers], watcher=watcher, compare=COMPARE)
    return kept


class Role:
    """Does one thing again and again until it is told to stop, and gathers what went wrong."""

    def __init__(self, name: str, place: Path, store: str) -> None:
        self.name = name
        self.place = place
        self.store = store
        self.told: dict[str, Any] = {"times": 0, "errors": []}

    def goes_on(self) -> bool:
        """Tell whether nobody asked to stop."""
        return not (self.place / STOP).exists()

    def did_one(self) -> None:
        """Count a round; after the first, all that is loaded once is there."""
        self.told["times"] += 1
        if self.told["times"] == 1:
            (self.place / f"{self.name}{READY}").touch()

    def note(self, error: Exception) -> None:
        """Keep what went wrong."""
        if len(self.told["errors"]) < _MOST_ERRORS:
            self.told["errors"].append(f"{type(error).__name__}: {error}")


def add(role: Role, rate: float, first: int) -> None:
    """Add reports, at most so many a second."""
    role.told |= {"kept": [], "reports": 0}
    number, due = first, time.monotonic()
    with open_store(role.store, search_keys=make_keys) as store:
        while role.goes_on():
            try:
                role.told["kept"] += add_some(store, range(number, number + _BATCH))
            except Exception as error:
                role.note(error)
            number += _BATCH
            role.did_one()
            due += _BATCH / rate
            time.sleep(max(0.0, due - time.monotonic()))
    role.told["reports"] = len(role.told["kept"])


def compare(role: Role) -> None:
    """Compare what waits, and the latest reports among themselves."""
    with open_store(role.store, search_keys=make_keys) as store:
        while role.goes_on():
            try:
                compare_new(store, COMPARE)
                latest = [name for _, name in store.numbers(after=max(0, store.count() - 40))]
                compare_reports(store.reports(latest[-40:]))
            except Exception as error:
                role.note(error)
            role.did_one()
            time.sleep(1)


def read(role: Role, address: str) -> None:
    """Ask the server for one page after another."""
    role.told["pages"] = 0
    with httpx.Client(base_url=address, trust_env=False, timeout=120) as client:
        while role.goes_on():
            for page in _PAGES:
                try:
                    answer = client.get(page)
                    if answer.status_code != httpx.codes.OK:
                        raise ValueError(f"{page}: {answer.status_code} {answer.text[:200]}")
                except (httpx.HTTPError, ValueError) as error:
                    role.note(error)
                role.told["pages"] += 1
            role.did_one()


def main() -> None:
    """Do a role and print what came of it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("role", choices=["add", "compare", "read"])
    parser.add_argument("place", type=Path)
    parser.add_argument("store")
    parser.add_argument("--rate", type=float, default=5.0)
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--address", default="")
    asked = parser.parse_args()
    role = Role(asked.role, asked.place, asked.store)
    match asked.role:
        case "add":
            add(role, asked.rate, asked.first)
        case "compare":
            compare(role)
        case _:
            read(role, asked.address)
    json.dump(role.told, sys.stdout)


if __name__ == "__main__":
    main()
