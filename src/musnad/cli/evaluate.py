"""`musnad evaluate`: how well the reading agrees with articles that people annotated."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Annotated, Any

import typer

from musnad.cli.output import command_errors, open_output


class ScoreFormat(StrEnum):
    """The formats in which figures are printed."""

    TEXT = "text"
    JSON = "json"


def evaluate(
    gold: Annotated[str, typer.Argument(metavar="GOLD_DIR", help="A folder of annotated articles, one JSON file each.")],
    form: Annotated[ScoreFormat, typer.Option("--format", help="How to print the figures.")] = ScoreFormat.TEXT,
    errors: Annotated[int, typer.Option(metavar="N", min=0, help="Also print the first N missed and spurious claims.")] = 0,
) -> None:
    """Print the figures of the reading against gold annotations."""
    with command_errors():
        from musnad.evaluation import load_gold, read_gold, score_claims

        scores = score_claims((article, read_gold(article)) for article in load_gold(gold))
        figures = scores.as_dict()
        with open_output(None) as stream:
            stream.write(_as_json(figures) if form is ScoreFormat.JSON else _as_lines(figures))


def _as_json(figures: Mapping[str, Any]) -> str:
    import msgspec

    return msgspec.json.encode(figures).decode() + "\n"


def _as_lines(figures: Mapping[str, Any]) -> str:
    return "".join(f"{name:24} {value}\n" for name, value in figures.items())
