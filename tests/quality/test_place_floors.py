"""The countries of place mentions in real articles, judged by hand, may only get better."""

import sys
import tomllib
from pathlib import Path


def test_the_country_of_a_place_is_right(shared: Path, repository: Path) -> None:
    sys.path.insert(0, str(repository / "benchmarks"))
    from places import measure_places

    floors = tomllib.loads((repository / "tests" / "quality" / "floors.toml").read_text(encoding="utf-8"))["places"]
    scores, mistakes = measure_places(shared)
    assert scores.country_right >= floors["country_right"], mistakes
    assert scores.misled <= floors["misled_at_most"]
