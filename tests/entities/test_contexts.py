"""What stands around an entity: kept up to date as namings join, it is what all their contexts hold together."""

from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from musnad.entities import find_namings, reasons_as_written
from musnad.entities.contexts import (
    Context,
    Surroundings,
    body_words_of_title,
    count_items,
    likeness,
    likeness_reasons,
)
from musnad.languages import LANGUAGES
from musnad.model import RawDocument
from musnad.reading import read_reports

_ITEMS = st.frozensets(st.sampled_from(["person a b", "body c d", "country EG", "country YE", "place x", "body e f"]))
_TITLES = st.frozensets(st.sampled_from(["رئيس", "وزراء", "قائد", "ناطق"]))
_CONTEXTS = st.builds(Context, _ITEMS, st.just(frozenset()), _TITLES, st.sampled_from([None, "EG"]))


@given(st.lists(_CONTEXTS, min_size=1, max_size=5))
def test_surroundings_weigh_what_all_contexts_hold(contexts: list[Context]) -> None:
    rarity = count_items([{"one": each} for each in contexts])
    grown = Surroundings(contexts[0], rarity)
    for context in contexts[1:]:
        grown.join(context)
    assert grown.items == frozenset().union(*(each.items for each in contexts))
    assert grown.mass == rarity.mass(grown.items)
    assert grown.title_mass == rarity.title_mass(grown.titles)


def test_joining_leaves_the_first_naming_as_it_was() -> None:
    first = Context(frozenset({"country EG"}), frozenset(), frozenset(), "EG")
    grown = Surroundings(first, count_items([{"one": first}]))
    grown.join(Context(frozenset({"country YE"}), frozenset(), frozenset({"قائد"}), "YE"))
    assert first.items == {"country EG"}
    assert grown.country == "EG"


def test_the_rarest_things_that_both_name_are_told() -> None:
    shared = frozenset({"country EG", "person a b"})
    reports = [{"one": Context(shared, frozenset(), frozenset(), None)}]
    reports += [{"two": Context(frozenset({"country EG"}), frozenset(), frozenset(), None)}] * 5
    rarity = count_items(reports)
    left = Context(shared, frozenset(), frozenset({"وزراء"}), None)
    right = Surroundings(Context(shared, frozenset(), frozenset({"وزراء"}), None), rarity)
    assert likeness(left, right, rarity) > 0.9
    assert likeness_reasons(left, right, rarity) == ("both reports name a b, EG", "both are called وزراء")


def test_what_both_reports_name_is_told_as_one_of_them_writes_it() -> None:
    content = "قال الناطق مازن الرابي إن كتائب الوادي وصلت إلى ميناء المرساة.".encode()
    (report,) = read_reports(RawDocument(content, "text/x-article", sha256(content).hexdigest()))
    kept = ("both reports name كتايب وادي (body), مازن رابي", "the same name")
    told = ("both reports name كتائب الوادي (body), مازن الرابي", "the same name")
    assert reasons_as_written(kept, report, find_namings(report)) == told
    other = ("both reports name سهل (place)",)
    assert reasons_as_written(other, report, find_namings(report)) == other


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("رئيس الوزراء", "رئيس الحكومة"),
        ("رئيس مجلس الوزراء", "الوزير الأول"),
        ("نائب رئيس الحكومة", "نائب رئيس الوزراء"),
        ("الناطق باسم الجيش", "المتحدث باسم الجيش"),
    ],
)
def test_titles_of_one_office_have_the_same_words(one: str, other: str) -> None:
    arabic = LANGUAGES["ar"]
    assert body_words_of_title(one, arabic) == body_words_of_title(other, arabic)
    assert body_words_of_title(one, arabic) != body_words_of_title("وزير الدفاع", arabic)
