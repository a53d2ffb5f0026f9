"""`musnad evaluate`: how well the reading agrees with what people annotated: claims and times, events, or pairs."""

from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from musnad.cli.output import command_errors, open_output
from musnad.export.display import clip, display_line
from musnad.model import Span

if TYPE_CHECKING:
    from musnad.evaluation import TimeDifference, Unmatched, UnmatchedEvent

_WORDS_SHOWN = 200  # characters of a missed or spurious claim


class ScoreFormat(StrEnum):
    """The formats in which figures are printed."""

    TEXT = "text"
    JSON = "json"


def evaluate(
    gold: Annotated[
        str,
        typer.Argument(
            metavar="GOLD_DIR",
            help="A folder of annotated articles, one JSON file each, or of pairs of sentences (pairs_*.tsv).",
        ),
    ],
    form: Annotated[ScoreFormat, typer.Option("--format", help="How to print the figures.")] = ScoreFormat.TEXT,
    errors: Annotated[
        int,
        typer.Option(metavar="N", min=0, help="Also print the first N wrong claims, times, events or pairs."),
    ] = 0,
    by_frame: Annotated[
        bool, typer.Option("--by-frame", help="Also print recall and precision by construction.")
    ] = False,
) -> None:
    """Print the figures of the reading against gold annotations."""
    with command_errors():
        # Imported here: the readers load lexicons, which `musnad --help` has no use for.
        from musnad.evaluation import has_events, load_gold, read_gold, score_claims, score_frames, score_times
        from musnad.evaluation.agreement import has_agreement_pairs
        from musnad.languages import LANGUAGES

        if has_agreement_pairs(Path(gold)):
            _evaluate_pairs(Path(gold), form, errors)
            return
        if has_events(Path(gold)):
            _evaluate_events(Path(gold), form, errors)
            return
        read = [(article, read_gold(article)) for article in load_gold(Path(gold))]
        scores = score_claims((article, report.claims) for article, report in read)
        figures = scores.as_dict()
        differences: tuple[TimeDifference, ...] = ()
        if any(article.has_times for article, _ in read):
            times = score_times((article, report.times) for article, report in read if article.has_times)
            figures["times"] = times.as_dict()
            differences = times.differences
        if by_frame:
            pairs = [(article, report.claims) for article, report in read]
            figures["frames"] = score_frames(pairs, LANGUAGES["ar"].grammar)
        with open_output(None) as stream:
            stream.write(_as_json(figures) if form is ScoreFormat.JSON else _as_lines(figures))
        # Beside the figures, not among them: what reads the JSON must not meet anything else.
        for unmatched in scores.unmatched[:errors]:
            typer.echo(_as_error(unmatched), err=True)
        for difference in differences[:errors]:
            typer.echo(_as_time_error(difference), err=True)


def _evaluate_events(folder: Path, form: ScoreFormat, errors: int) -> None:
    from musnad.evaluation import load_event_gold, read_event_gold, score_events

    scores = score_events((article, read_event_gold(article)) for article in load_event_gold(folder))
    figures = scores.as_dict()
    with open_output(None) as stream:
        stream.write(_as_json(figures) if form is ScoreFormat.JSON else _as_lines(figures))
    for unmatched in scores.unmatched[:errors]:
        typer.echo(_as_event_error(unmatched), err=True)


def _evaluate_pairs(folder: Path, form: ScoreFormat, errors: int) -> None:
    from musnad.evaluation.agreement import StatementReader, load_agreement_pairs, score_halves, wrong_pairs

    pairs, read = load_agreement_pairs(folder), StatementReader()
    figures = {name: scores.as_dict() for name, scores in score_halves(pairs, read).items()}
    with open_output(None) as stream:
        stream.write(_as_json(figures) if form is ScoreFormat.JSON else _as_lines(figures))
    for pair, found in wrong_pairs(pairs, read)[:errors]:
        told = f"{pair.relation} {pair.slot}; found {found.agreement.value} {found.slot.value if found.slot else '-'}"
        typer.echo(f"\n{display_line(pair.group)}: {told}\n   {display_line(pair.left)}", err=True)
        typer.echo(f"   {display_line(pair.right)}", err=True)


def _as_event_error(unmatched: "UnmatchedEvent") -> str:
    """Return one event that has no partner, or one of another type: its article, both types, its trigger."""
    types = " for ".join(name for name in (unmatched.predicted, unmatched.annotated) if name)
    return f"{unmatched.kind} {display_line(unmatched.article)}: {types} «{display_line(unmatched.words)}»"


def _as_error(unmatched: "Unmatched") -> str:
    """Return one missed or spurious claim: its article, its chain with cues, its words."""
    text, attribution = unmatched.article.text, unmatched.attribution

    def words(span: Span | None) -> str:
        return display_line(span.of(text)) if span else ""

    kind = "spurious" if unmatched.spurious else "missed"
    chain = " -> ".join(f"{link.kind}[{words(link.source)}] «{words(link.cue)}»" for link in attribution.chain)
    content = " | ".join(clip(span.of(text), length=_WORDS_SHOWN) for span in attribution.content)
    return f"\n{kind} {display_line(unmatched.article.id)}: {chain}\n   {content}"


def _as_time_error(difference: "TimeDifference") -> str:
    """Return one time on which reading and annotation differ: its words, what each says that it means."""
    gold, found = difference.gold, difference.found
    span = gold.span if gold else found.span if found else None
    words = display_line(span.of(difference.article.text)) if span else ""
    meant = f"; annotated {gold.value}" if gold else ""
    read = f"; read {found.earliest} to {found.latest} by {found.rule}" if found else ""
    return f"\ntime {difference.kind} {display_line(difference.article.id)}: {words}{meant}{read}"


def _as_json(figures: Mapping[str, Any]) -> str:
    import msgspec

    return msgspec.json.encode(figures).decode() + "\n"


def _as_lines(figures: Mapping[str, Any]) -> str:
    lines = [line for name, value in figures.items() if name != "frames" for line in _as_named(name, value)]
    rows = figures.get("frames", {})
    columns = list(next(iter(rows.values()), {}))
    if rows:
        lines += ["", f"{'frame':24} " + "".join(f"{column:>13}" for column in columns)]
    for frame, row in rows.items():
        cells = (f"{'-' if row[column] is None else row[column]:>13}" for column in columns)
        lines.append(f"{frame:24} " + "".join(cells))
    return "".join(f"{line}\n" for line in lines)


def _as_named(name: str, value: object) -> list[str]:
    """Return a figure as a line; several by name on one line, tables of them below their name, two spaces in."""
    if not isinstance(value, Mapping):
        return [f"{name:24} {'-' if value is None else value}"]
    if any(isinstance(each, Mapping) for each in value.values()):
        return [name, *(f"  {line}" for key, each in value.items() for line in _as_named(str(key), each))]
    told = "   ".join(f"{key} {'-' if each is None else each}" for key, each in value.items())
    return [f"{name:24} {told}"]
