"""Keys are made for what lacks them, and all anew where another version of the analyser made them."""

import pytest
from searched_reports import searched_reports

from musnad.search import keys, keys_are_current, make_keys, renew_keys, search
from musnad.store import open_store


def test_keys_are_renewed_where_they_are_missing_or_of_another_version(
    address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    reports = list(searched_reports().values())
    with open_store(address) as store:
        store.add_reports(reports, reader="test")
    with open_store(address, search_keys=make_keys) as store:
        assert not keys_are_current(store)
        assert search(store, "صاروخ").total == 0
        assert renew_keys(store) == len(reports)
        assert keys_are_current(store)
        assert search(store, "صاروخ").total == 2
        assert renew_keys(store) == 0
        monkeypatch.setattr(keys, "keys_version", lambda: "another")
        assert not keys_are_current(store)
        assert renew_keys(store) == len(reports)
        assert search(store, "صاروخ").total == 2
