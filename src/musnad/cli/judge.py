"""`musnad judge` and `musnad judgements`: what people decide, kept beside what was read."""

import getpass
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from musnad.cli.opened import StoreOption, open_given
from musnad.cli.output import command_errors, open_output
from musnad.errors import UsageError
from musnad.export.display import counted

if TYPE_CHECKING:
    from musnad.model import Judgement
    from musnad.store import Store

_BY = typer.Option(metavar="NAME", envvar="MUSNAD_REVIEWER", help="Who judges (else MUSNAD_REVIEWER, else the user).")


def judge(
    report: Annotated[
        str | None, typer.Argument(metavar="[REPORT]", help="The report's id; none for a grade.", show_default=False)
    ] = None,
    claim: Annotated[int | None, typer.Option(metavar="N", min=1, help="The claim's number in the report.")] = None,
    right: Annotated[bool, typer.Option("--right", help="The claim was read right.")] = False,
    wrong: Annotated[bool, typer.Option("--wrong", help="The claim was read wrong.")] = False,
    correct: Annotated[
        list[str] | None, typer.Option(metavar="FIELD=VALUE", help="What a wrong claim should have been.")
    ] = None,
    quote: Annotated[str | None, typer.Option(metavar="WORDS", help="The words that are judged or marked.")] = None,
    at: Annotated[str | None, typer.Option(metavar="START:END", help="The same, by characters of the text.")] = None,
    note: Annotated[str | None, typer.Option(metavar="TEXT", help="Put a note on the words, or on the report.")] = None,
    tag: Annotated[str | None, typer.Option(metavar="TAG", help="Tag the words, or the report.")] = None,
    case: Annotated[str | None, typer.Option(metavar="NAME", help="Put it into a case folder.")] = None,
    same: Annotated[
        str | None, typer.Option(metavar="REPORT", help="Another report, whose claim says the same or name means it.")
    ] = None,
    not_same: Annotated[str | None, typer.Option(metavar="REPORT", help="Another report, where it does not.")] = None,
    other_claim: Annotated[int | None, typer.Option(metavar="N", min=1, help="The claim there.")] = None,
    other_quote: Annotated[str | None, typer.Option(metavar="WORDS", help="The name there.")] = None,
    source: Annotated[str | None, typer.Option(metavar="NAME", help="The source that is graded.")] = None,
    grade: Annotated[str | None, typer.Option(metavar="A-F", help="How far it can be relied on.")] = None,
    by: Annotated[str | None, _BY] = None,
    why: Annotated[str | None, typer.Option(metavar="TEXT", help="Why.")] = None,
    store: StoreOption = None,
) -> None:
    """Judge a claim right or wrong, two claims or two names the same or not, or a source; or mark words of a report.

    Marks are notes, tags and case folders.
    """
    with command_errors():
        from musnad.cli.judging import Asked, Wanted, check_reports, judgements_of
        from musnad.keeping.reviewing import Reviewer

        wanted = Wanted(right, wrong, {"note": note, "tag": tag, "in_case": case}, same, not_same, source, grade)
        place, other = Asked(report, claim, quote, at), Asked(same or not_same, other_claim, other_quote, None)
        with open_given(store, must_exist=True) as opened:
            check_reports(opened, (place, other))
            reviewer = Reviewer(_name(by), why)
            for each in judgements_of(opened, wanted, (place, other), reviewer, correct or ()):
                kept = opened.reviews.add(each)
                typer.echo(f"{kept.id}: {kept.kind} by {kept.by}")


def judgements(
    export: Annotated[str | None, typer.Option(metavar="FILE", help="Write all as JSON lines; - for here.")] = None,
    take: Annotated[
        Path | None, typer.Option("--import", metavar="FILE", help="Take in what another store exported.")
    ] = None,
    undo: Annotated[str | None, typer.Option(metavar="ID", help="Take one back; it stays in the history.")] = None,
    agreement: Annotated[bool, typer.Option("--agreement", help="Print Krippendorff's alpha between people.")] = False,
    every: Annotated[bool, typer.Option("--all", help="List those that were taken back too.")] = False,
    by: Annotated[str | None, _BY] = None,
    why: Annotated[str | None, typer.Option(metavar="TEXT", help="Why it is taken back.")] = None,
    store: StoreOption = None,
) -> None:
    """List what people judged, with where its words are now; export, import, take back, or measure agreement."""
    with command_errors(), open_given(store, must_exist=True) as opened:
        if export is not None:
            with open_output(export, "--export") as stream:
                stream.writelines(_lines(opened))
        elif take is not None:
            typer.echo(f"{counted(opened.reviews.add_all(list(_read_lines(take))), 'judgement')} taken in")
        elif undo is not None:
            if not opened.reviews.undo(undo, _name(by), why):
                raise UsageError(f"{undo}: no standing judgement has this id; `musnad judgements` lists them")
        elif agreement:
            _print_agreement(opened)
        else:
            _print_all(opened, every=every)


def _name(by: str | None) -> str:
    try:
        return by or getpass.getuser()
    except (KeyError, OSError):  # an account without a name, as in some containers
        raise UsageError("say who judges: --by NAME") from None


def _lines(opened: "Store") -> Iterator[str]:
    import msgspec

    for judgement in opened.reviews.all(standing=False):
        yield msgspec.json.encode(judgement).decode() + "\n"


def _read_lines(path: Path) -> "Iterator[Judgement]":
    import msgspec

    from musnad.model import Judgement

    try:
        with path.open("rb") as stream:
            for number, line in enumerate(stream, start=1):
                try:
                    yield msgspec.json.decode(line, type=Judgement)
                except msgspec.MsgspecError as error:
                    raise UsageError(f"{path}, line {number}: is no judgement ({error})") from None
    except OSError as error:
        raise UsageError(f"{path}: cannot be read ({error.strerror})") from None


def _print_agreement(opened: "Store") -> None:
    from musnad.keeping.reviewing import agreements

    for name, alpha, units in agreements(opened):
        value = "not to be told: too few judgements, or all alike" if alpha is None else f"alpha {alpha:.3f}"
        typer.echo(f"{name}: {value} ({units:,} judged by two or more)")


def _print_all(opened: "Store", *, every: bool) -> None:
    from musnad.cli.isolation import isolated
    from musnad.keeping.reviewing import judgements_now

    for found in judgements_now(opened, standing=not every):
        judgement = found.judgement
        words = judgement.places[0].quote if judgement.places else judgement.source or ""
        gone = " (its words are gone)" if judgement.places and found.report is None else ""
        undone = f" (taken back by {judgement.undone.by})" if judgement.undone else ""
        value = f" {judgement.value}" if judgement.value else ""
        typer.echo(f"{judgement.id} {judgement.at} {judgement.by}: {judgement.kind}{value}{gone}{undone}")
        if words:
            typer.echo(f"    {isolated(words[:100])}")
