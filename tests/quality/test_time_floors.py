"""What is read of times on annotated articles does not fall below the floors that were reached before."""

import tomllib
from pathlib import Path

import pytest

from musnad.evaluation import load_gold, read_gold, score_times
from musnad.evaluation.timex3 import load_timex3
from musnad.languages import LANGUAGES
from musnad.model import Article
from musnad.times import resolve_times

FLOORS = tomllib.loads((Path(__file__).parent / "floors.toml").read_text(encoding="utf-8"))["times"]


@pytest.fixture(scope="module")
def figures(shared: Path) -> dict[str, float]:
    articles = load_gold(shared / "gold" / "dev")
    return score_times((article, read_gold(article).times) for article in articles).as_dict()


@pytest.mark.parametrize(("name", "floor"), FLOORS["dev"].items())
def test_a_figure_of_times_reaches_its_floor(figures: dict[str, float], name: str, floor: float) -> None:
    assert figures[name] >= floor, f"{name} is {figures[name]:.4f}, below its floor of {floor}"


def test_marked_times_of_other_texts_are_found(shared: Path) -> None:
    touched = total = 0
    for text, spans in load_timex3(shared / "data" / "times" / "heideltime_ar_50.zip"):
        times, _ = resolve_times(Article(text=text, language="ar", has_headline=False), LANGUAGES["ar"])
        touched += sum(any(time.span.overlaps(span) for time in times) for span in spans)
        total += len(spans)
    assert total > 200
    assert touched / total >= FLOORS["heideltime"]["recall"], f"{touched} of {total} marked times are found"
