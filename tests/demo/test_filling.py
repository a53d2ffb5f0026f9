"""The demonstration corpus in a store: every report is read and compared."""

from pathlib import Path

from musnad.demo import demo_paths, fill_demo
from musnad.search import keys_are_current, make_keys
from musnad.store import open_store


def test_the_demonstration_is_read_compared_and_found(tmp_path: Path) -> None:
    with open_store(str(tmp_path / "demo.sqlite"), search_keys=make_keys) as store:
        assert fill_demo(store) == len(demo_paths())
        assert keys_are_current(store)
        assert store.to_compare(1) == []
        assert list(store.check()) == []
