"""Tests that the lexicons of facilities and of named events are sound and report a broken entry with its place."""

from collections import Counter
from collections.abc import Callable

import pytest

from musnad.errors import LanguageDataError
from musnad.languages import LANGUAGES
from musnad.languages.ar.facilities import parse_facilities
from musnad.languages.ar.named_events import parse_named_events
from musnad.text import tokenize

LEXICONS = LANGUAGES["ar"].lexicons
FACILITIES = "[[group]]\nsort = \"port\"\nentries = '''\nReed Port | XX | ميناء القصب\nLake Port | XX | ?البحيرة\n'''\n"
EVENTS = "[[group]]\nsort = \"war\"\nentries = '''\nReed War | 1901 | حرب القصب\nLake War | - | حرب البحيرة\n'''\n"
Parse = Callable[[str], object]


def words(written: str) -> tuple[str, ...]:
    return tuple(token.folded for token in tokenize(written, 0, len(written)))


def test_there_are_hundreds_of_facilities_of_many_sorts() -> None:
    entries = {form.facility.id: form.facility for form in LEXICONS.facilities.values()}
    counted = Counter(facility.sort for facility in entries.values())
    assert len(entries) >= 300
    assert min(counted[sort] for sort in ("air_base", "nuclear_site", "port", "airport", "crossing", "prison")) >= 20


def test_there_are_hundreds_of_events_of_many_sorts() -> None:
    entries = {form.event.id: form.event for form in LEXICONS.named_events.values()}
    counted = Counter(event.sort for event in entries.values())
    assert len(entries) >= 200
    assert min(counted[sort] for sort in ("war", "operation", "agreement", "treaty", "resolution", "conference")) >= 20


def test_every_form_is_what_a_text_makes_of_it() -> None:
    for form in (*LEXICONS.facilities, *LEXICONS.named_events):
        assert form == words(" ".join(form))


@pytest.mark.parametrize(
    ("written", "facility_id", "country"),
    [
        ("قاعدة عين الأسد", "ain-al-asad-air-base", "IQ"),
        ("مفاعل ديمونة", "dimona", "IL"),
        ("منشأة نطنز النووية", "natanz", "IR"),
        ("ميناء الحديدة", "port-of-hodeidah", "YE"),
        ("معبر كرم أبو سالم", "kerem-shalom-crossing", "PS"),
        ("مطار صنعاء الدولي", "sanaa-international-airport", "YE"),
    ],
)
def test_facilities_are_known(written: str, facility_id: str, country: str) -> None:
    found = LEXICONS.facilities[words(written)]
    assert (found.facility.id, found.facility.country, found.is_ambiguous) == (facility_id, country, False)


@pytest.mark.parametrize(
    ("written", "sort", "year"),
    [
        ("الاتفاق النووي الإيراني", "agreement", 2015),
        ("عاصفة الحزم", "operation", 2015),
        ("قرار مجلس الأمن الدولي 2216", "resolution", 2015),
        ("القرار رقم 1701", "resolution", 2006),
        ("حرب أكتوبر", "war", 1973),
        ("كأس العالم", "conference", None),
    ],
)
def test_events_are_known(written: str, sort: str, year: int | None) -> None:
    found = LEXICONS.named_events[words(written)]
    assert (found.event.sort, found.event.year) == (sort, year)


@pytest.mark.parametrize("word", ["بوشهر", "التنف", "الأقصى"])
def test_names_of_towns_are_ambiguous_facilities(word: str) -> None:
    assert LEXICONS.facilities[words(word)].is_ambiguous


@pytest.mark.parametrize(
    ("parse", "written", "old", "new", "told"),
    [
        (parse_facilities, FACILITIES, "Lake Port | XX", "Lake Port | -", "needs a country"),
        (parse_facilities, FACILITIES, "?البحيرة", "ميناء القصب", "taken by reed-port"),
        (parse_facilities, FACILITIES, "sort", "kind", "unknown key kind"),
        (parse_named_events, EVENTS, "1901", "MCMI", "'MCMI'"),
        (parse_named_events, EVENTS, "حرب البحيرة", "حرب القصب", "taken by reed-war"),
        (parse_named_events, EVENTS, "| حرب البحيرة", "", "3 fields"),
    ],
)
def test_a_broken_entry_is_named(parse: Parse, written: str, old: str, new: str, told: str) -> None:
    with pytest.raises(LanguageDataError, match=r"languages/ar/\w+\.toml") as raised:
        parse(written.replace(old, new))
    assert told in str(raised.value)
