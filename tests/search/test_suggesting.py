"""A query that finds nothing is met with spellings that find something."""

from collections.abc import Iterator

import pytest
from searched_reports import searched_reports

from musnad.search import make_keys, search
from musnad.store import Store, open_store


@pytest.fixture
def searched(address: str) -> Iterator[Store]:
    """Yield a store of either kind with the reports."""
    with open_store(address, search_keys=make_keys) as store:
        store.add_reports(searched_reports().values(), reader="test")
        yield store


@pytest.mark.parametrize(
    ("query", "suggestion"),
    [
        ("صاورخ", "صاروخ"),
        ("الصبغا", "الصباغ"),
        ("صاورخ ميناء", "صاروخ ميناء"),
        ("language:ar صاورخ", "language:ar صاروخ"),
    ],
)
def test_a_misspelled_word_is_mended(searched: Store, query: str, suggestion: str) -> None:
    results = search(searched, query)
    assert results.total == 0
    assert suggestion in results.suggestions
    assert all(search(searched, other).total for other in results.suggestions)


def test_nothing_is_suggested_where_something_was_found_or_nothing_is_near(searched: Store) -> None:
    assert search(searched, "صاروخ").suggestions == ()
    assert search(searched, "ظغضصثقف").suggestions == ()
    assert search(searched, "صاروخ هدنة").suggestions == ()
    assert search(searched, "stance:threatens").suggestions == ()
