"""Reads many documents: a pure function on each, in this process or in several, with the same results."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import partial

from musnad.article import require_opinions
from musnad.engine.pool import OVER, PoolSettings, PoolWork, WorkerPool
from musnad.errors import UsageError
from musnad.model import Problem, ProblemCode, Quality, RawDocument, Report
from musnad.reading import failed_report, read_reports


@dataclass(frozen=True, slots=True)
class Rendered:
    """What came of one document: its reports as rendered, and those that failed, without their bytes."""

    lines: tuple[str, ...]
    failed: tuple[Report, ...]


def read_documents(
    documents: Iterable[RawDocument], *, workers: int = 1, quality: Quality = Quality.DEFAULT
) -> Iterator[tuple[RawDocument, tuple[Report, ...]]]:
    """Yield each document with its reports, in order, read by so many processes; one is this process itself.

    Raises UsageError for less than one worker, or where what `quality` needs is not installed.
    """
    check(workers, quality)
    if workers == 1:
        return ((raw, read_reports(raw, quality=quality)) for raw in documents)
    work = PoolWork(partial(_read_bare, quality=quality), give_up, is_short)
    found = WorkerPool(work, PoolSettings(workers)).run(documents)
    return ((raw, _with_content(raw, reports)) for raw, reports in found)


def render_documents(
    documents: Iterable[RawDocument],
    render: Callable[[Report], str],
    *,
    workers: int = 1,
    quality: Quality = Quality.DEFAULT,
) -> Iterator[Rendered]:
    """Yield what came of each document as `render` writes it, in order; it is called where the document is read."""
    check(workers, quality)
    if workers == 1:
        return (_render(raw, render=render, quality=quality) for raw in documents)
    reading = partial(_render, render=render, quality=quality)
    work = PoolWork(reading, partial(_render_given_up, render=render), _is_short_rendered)
    return (rendered for _, rendered in WorkerPool(work, PoolSettings(workers)).run(documents))


def check(workers: int, quality: Quality = Quality.DEFAULT) -> None:
    """Raise UsageError for less than one worker, or where what `quality` needs is not installed."""
    if workers < 1:
        raise UsageError(f"--workers {workers}: give a number of processes greater than 0")
    if quality is Quality.BEST:
        require_opinions()


def _read_bare(raw: RawDocument, *, quality: Quality) -> tuple[Report, ...]:
    # The parent has the document's bytes: they need not come back.
    return tuple(_without_content(report) for report in read_reports(raw, quality=quality))


def _render(raw: RawDocument, *, render: Callable[[Report], str], quality: Quality) -> Rendered:
    return _rendered(read_reports(raw, quality=quality), render)


def _rendered(reports: Iterable[Report], render: Callable[[Report], str]) -> Rendered:
    found = tuple(reports)
    failed = tuple(_without_content(report) for report in found if report.failed)
    return Rendered(tuple(render(report) for report in found), failed)


def is_short(reports: Iterable[Report]) -> bool:
    """Tell whether one of the reports says that memory was short."""
    return any(problem.code is ProblemCode.OUT_OF_MEMORY for report in reports for problem in report.problems)


def _is_short_rendered(rendered: Rendered) -> bool:
    return is_short(rendered.failed)


def give_up(raw: RawDocument, how: str) -> tuple[Report, ...]:
    """Return what stands for the reports of a document of which two processes died, `how` says in what way."""
    name = raw.path or raw.url or raw.sha256[:12]
    code = ProblemCode.WORKER_DIED
    message = (
        f"{name}: the process that read it ended before it was done ({how}), twice; the others were read. "
        "Signal 9 often means that memory ran out: read it alone, and please report it with the page."
    )
    if how.startswith(OVER):
        code = ProblemCode.OUT_OF_MEMORY
        message = f"{name}: a process that reads it alone was ended: {how}; read it without --workers."
    return (failed_report(raw, Problem(code, message)),)


def _render_given_up(raw: RawDocument, how: str, *, render: Callable[[Report], str]) -> Rendered:
    return _rendered(give_up(raw, how), render)


def _without_content(report: Report) -> Report:
    return replace(report, raw=replace(report.raw, content=b""))


def _with_content(raw: RawDocument, reports: Iterable[Report]) -> tuple[Report, ...]:
    return tuple(replace(report, raw=raw) for report in reports)
