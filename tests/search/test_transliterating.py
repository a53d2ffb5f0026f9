"""A name in Latin letters finds the reports that write it in Arabic ones, and not those that only sound alike."""

from collections.abc import Iterator

import pytest
from searched_reports import read_text, searched_reports

from musnad.languages import LANGUAGES
from musnad.search import make_keys, search
from musnad.search.transliterating import StoreNames, best_part
from musnad.store import Store, open_store

ARABIC = LANGUAGES["ar"]


@pytest.fixture
def searched(address: str) -> Iterator[Store]:
    """Yield a store of either kind with the reports."""
    with open_store(address, search_keys=make_keys) as store:
        store.add_reports(searched_reports().values(), reader="test")
        yield store


def found(store: Store, query: str) -> set[str]:
    by_id = {report.id: name for name, report in searched_reports().items()}
    return {by_id[hit.found.id] for hit in search(store, query).hits}


def test_a_latin_name_finds_the_arabic_one(searched: Store) -> None:
    assert found(searched, "Sabbagh") == {"truce", "visit"}
    assert found(searched, "Hisham Sabbagh") == {"truce", "visit"}
    assert found(searched, 'source:"Sami al-Rawi"') == {"missile"}
    assert found(searched, "source:Khatib stance:denies") == set()
    assert found(searched, "Subhi") == set()


def test_who_speaks_is_found_by_a_surname_that_no_lexicon_has(searched: Store) -> None:
    text = "خبير يقلل من الخطر\nقال الباحث وليام ألبيرك في معهد السواحل إن الشحنة لم تصل إلى وجهتها."
    told = read_text("surname", "وكالة السهل", "2025-06-09", text)
    searched.add_reports([told], reader="test")
    for query in ("Alberque", "William Alberque", "source:Alberque"):
        assert [hit.found.id for hit in search(searched, query).hits] == [told.id]


def test_the_arabic_name_is_highlighted(searched: Store) -> None:
    hits = search(searched, "Sabbagh").hits
    assert {span.of(hit.text) for hit in hits for passage in hit.passages for span in passage.marks} == {"الصباغ"}


def test_names_of_the_store_are_told_the_likeliest_first(searched: Store) -> None:
    assert StoreNames(searched).others_of("Khatib")[0] == "الخطيب"
    assert StoreNames(searched).others_of("سامي") == ()


@pytest.mark.parametrize(
    ("name", "latin", "part"),
    [
        ("نادر الخطيب", "khatib", "الخطيب"),
        ("القائد نادر الخطيب", "nadir khatib", "نادر الخطيب"),
        ("نادر الخطيب", "hatem", None),
        ("", "khatib", None),
    ],
)
def test_the_part_of_a_name_that_is_meant(name: str, latin: str, part: str | None) -> None:
    best = best_part(name.split(), latin.split(), ARABIC)
    assert (best[1] if best else None) == part
