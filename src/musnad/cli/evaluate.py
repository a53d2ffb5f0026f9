"""`musnad evaluate`: how well the reading agrees with articles that people annotated."""

import hashlib
from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from musnad.cli.output import command_errors, open_output
from musnad.model import Claim, RawDocument, Stated

if TYPE_CHECKING:
    from musnad.evaluation import GoldArticle


class ScoreFormat(StrEnum):
    """The formats in which figures are printed."""

    TEXT = "text"
    JSON = "json"


def evaluate(
    gold: Annotated[
        str, typer.Argument(metavar="GOLD_DIR", help="A folder of annotated articles, one JSON file each.")
    ],
    form: Annotated[
        ScoreFormat, typer.Option("--format", help="How to print the figures.")
    ] = ScoreFormat.TEXT,
    errors: Annotated[
        int, typer.Option(metavar="N", min=0, help="Also print the first N missed and spurious claims.")
    ] = 0,
) -> None:
    """Print the figures of the reading against gold annotations."""
    with command_errors():
        # Imported here: the readers load lexicons, which `musnad --help` has no use for.
        from pathlib import Path

        from musnad.evaluation import load_gold, score_claims

        scores = score_claims((article, _claims_of(article)) for article in load_gold(Path(gold)))
        figures = scores.as_dict()
        with open_output(None) as stream:
            stream.write(_as_json(figures) if form is ScoreFormat.JSON else _as_lines(figures))


def _claims_of(article: "GoldArticle") -> tuple[Claim, ...]:
    """Return what is read from the article's text alone, as `musnad read --plain` reads it."""
    from musnad.reading import read_document

    content = article.text.encode()
    stated = Stated(outlet=article.outlet, published=article.published)
    sha256 = hashlib.sha256(content).hexdigest()
    return read_document(
        RawDocument(content, "text/x-article", sha256, path=article.id, stated=stated)
    ).claims


def _as_json(figures: Mapping[str, Any]) -> str:
    import msgspec

    return msgspec.json.encode(figures).decode() + "\n"


def _as_lines(figures: Mapping[str, Any]) -> str:
    return "".join(f"{name:24} {value}\n" for name, value in figures.items())
