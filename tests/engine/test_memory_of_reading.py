"""What reading keeps is bounded: caches of functions by their size, and no other container grows with the pages."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

PROGRAM = Path(__file__).with_name("kept_by_reading.py")
MOST_WORDS = 60_000
"""What any cache that pages fill may hold: what 2,500 pages of news have of different words."""
MOST_GROWTH = 300  # entries; the words that events remember are bounded to 100 there, and the pages have 2,900


@pytest.fixture(scope="module")
def kept() -> dict[str, Any]:
    done = subprocess.run([sys.executable, str(PROGRAM)], capture_output=True, text=True, check=True)
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def test_every_cache_that_pages_fill_has_a_bound(kept: dict[str, Any]) -> None:
    filled = [(name, bound) for name, bound, growth in kept["caches"] if growth]
    assert len(filled) > 10
    assert not [(name, bound) for name, bound in filled if bound is None or bound > MOST_WORDS]


def test_no_other_container_grows_with_the_pages(kept: dict[str, Any]) -> None:
    assert not [(what, growth) for what, growth in kept["containers"] if growth > MOST_GROWTH]
