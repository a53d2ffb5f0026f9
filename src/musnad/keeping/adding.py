"""Reads documents into a store: what is there already is not read again, what is new is kept and compared."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Protocol

from musnad.keeping.comparing import CompareSettings, compare_new
from musnad.keeping.held import HeldReports
from musnad.keeping.version import reader_version
from musnad.model import RawDocument, Report
from musnad.reading import read_reports
from musnad.store import Added, KeyMaker, Outcome, PreparedReport, Store, prepare_report

_BATCH = 50
"""Reports in one transaction: a batch is acknowledged within seconds, and the disk is waited for once in fifty."""


@dataclass(slots=True)
class AddSummary:
    """How many reports came to each outcome, how many could not be read, and how many were compared."""

    outcomes: Counter[Outcome] = field(default_factory=Counter)
    failed: int = 0
    compared: int = 0


@dataclass(frozen=True, slots=True)
class Readied:
    """What was read of one document: its reports as a store writes them, and those that failed, without its bytes.

    Of a document without bytes there is nothing to write.
    """

    reports: tuple[PreparedReport, ...]
    failed: tuple[Report, ...]


ReadAll = Callable[[Iterable[RawDocument]], Iterable[tuple[RawDocument, Readied]]]
"""What reads documents and gives each back with what was read of it, in order."""


def read_in_turn(documents: Iterable[RawDocument], *, keys: KeyMaker | None) -> Iterator[tuple[RawDocument, Readied]]:
    """Yield each document with what was read of it, one after the other."""
    return ((raw, read_ready(raw, keys=keys)) for raw in documents)


def read_ready(raw: RawDocument, *, keys: KeyMaker | None) -> Readied:
    """Return what is read of the document, ready to be written: in whatever process its words were met before."""
    return readied(raw, read_reports(raw), keys=keys)


def readied(raw: RawDocument, reports: Iterable[Report], *, keys: KeyMaker | None) -> Readied:
    """Return the document's reports, ready to be written."""
    found = tuple(reports)
    return Readied(
        tuple(prepare_report(report, keys) for report in found) if raw.content else (),
        tuple(replace(report, raw=replace(report.raw, content=b"")) for report in found if report.failed),
    )


class Comparer(Protocol):
    """What compares the reports of a store while more are added."""

    def came(self, names: list[str]) -> None:
        """Hear that these reports are in the store: what is made of each by itself may be made now."""

    def compare(self, upto: int) -> None:
        """Compare what is new up to this number, now or as soon as what was asked before is done."""

    def finish(self) -> int:
        """Compare what is left, wait until all is done, and return how many reports were compared."""


@dataclass(slots=True)
class CompareInTurn:
    """Compares in this process, while nothing is added."""

    store: Store
    settings: CompareSettings | None = None
    _done: int = 0
    _held: HeldReports | None = None

    def came(self, names: list[str]) -> None:
        """Do nothing yet."""

    def compare(self, upto: int) -> None:
        """Compare what is new up to this number."""
        self._held = self._held or HeldReports(self.store)
        self._done += compare_new(self.store, self.settings, upto=upto, held=self._held)

    def finish(self) -> int:
        """Compare what is left and return how many reports were compared."""
        self._done += compare_new(self.store, self.settings, held=self._held)
        return self._done


@dataclass(frozen=True, slots=True)
class Watcher:
    """What is told of each report as it is kept, by its id, and of each that could not be read, without its bytes."""

    kept: Callable[[str, Outcome], None] = lambda _, __: None
    failed: Callable[[Report], None] = lambda _: None


def add_documents(
    store: Store,
    documents: Iterable[RawDocument],
    *,
    watcher: Watcher | None = None,
    compare: CompareSettings | None = None,
    read: ReadAll | None = None,
    comparer: Comparer | None = None,
) -> AddSummary:
    """Read the documents, keep their reports, compare them with what is there, and return what became of them.

    A document that this version has read before, from the same address, is left alone. Those of which nothing came
    in, such as a page that did not answer, are not kept, so that they are tried again. Whoever is the `comparer`, and
    whatever it does at the same time, what comes of it is the same.
    """
    told, summary, reader = watcher or Watcher(), AddSummary(), reader_version()
    asked = compare or CompareSettings()
    slices = _Slices(comparer or CompareInTurn(store, asked), asked)
    read_all = read or partial(read_in_turn, keys=store.search_keys)
    found = read_all(_unread(store, documents, reader, summary))
    for reports in _batches(_worth_keeping(store, found, told, summary), min(_BATCH, asked.every)):
        kept = store.add_prepared(reports, reader=reader)
        for added in kept:
            summary.outcomes[added.outcome] += 1
            told.kept(added.id, added.outcome)
        slices.take(kept)
    summary.compared = slices.comparer.finish()
    return summary


@dataclass(slots=True)
class _Slices:
    """Tells a comparer of every so many reports added: by their count, never by time, so that runs do not differ.

    Once an older reading was replaced, the rest is compared at the end: the index of copies must be made anew after
    each replacing, and nothing may be replaced that is being compared.
    """

    comparer: Comparer
    asked: CompareSettings
    fresh: int = 0
    upto: int = 0
    replaced: bool = False

    def take(self, kept: Sequence[Added]) -> None:
        self.comparer.came([each.id for each in kept if each.outcome is Outcome.ADDED])
        for each in kept:
            self.fresh += each.outcome is Outcome.ADDED
            self.replaced |= each.outcome is Outcome.REWRITTEN
            self.upto = max(self.upto, each.number)
        if self.fresh >= self.asked.due(self.upto) and not self.replaced:
            self.comparer.compare(self.upto)
            self.fresh = 0


def _unread(store: Store, documents: Iterable[RawDocument], reader: str, summary: AddSummary) -> Iterator[RawDocument]:
    for raw in documents:
        held = store.read_before(raw.sha256, raw.url or raw.stated.url, reader) if raw.content else 0
        if held:
            summary.outcomes[Outcome.UNCHANGED] += held
        else:
            yield raw


def _worth_keeping(
    store: Store, found: Iterable[tuple[RawDocument, Readied]], told: Watcher, summary: AddSummary
) -> Iterator[PreparedReport]:
    for raw, readied in found:
        for report in readied.failed:
            summary.failed += 1
            told.failed(report)
        versions = store.versions(raw.url) if raw.content and raw.url else []
        texts = {each.article.text for each in versions if each.article is not None}
        ids = {each.id for each in versions}
        for prepared in readied.reports:
            if texts and prepared.id not in ids and _text_of(prepared) in texts:
                # Advertisements and counters change the bytes of most pages each time: that is no other version.
                summary.outcomes[Outcome.UNCHANGED] += 1
            else:
                yield prepared


def _text_of(prepared: PreparedReport) -> str | None:
    article = prepared.unpack().article
    return article.text if article is not None else None


def _batches(reports: Iterable[PreparedReport], size: int) -> Iterator[list[PreparedReport]]:
    held: dict[str, PreparedReport] = {}
    for report in reports:
        held.setdefault(report.id, report)
        if len(held) >= size:
            yield list(held.values())
            held = {}
    if held:
        yield list(held.values())


def reread(store: Store, *, watcher: Watcher | None = None, compare: CompareSettings | None = None) -> AddSummary:
    """Read every kept document again that another version read; rewrite only what is read otherwise now."""
    told, summary, reader = watcher or Watcher(), AddSummary(), reader_version()
    for documents in store.documents_not_read_by(reader):
        reports = [report for raw in documents for report in read_reports(raw)]
        for added, report in zip(store.add_reports(reports, reader=reader), reports, strict=True):
            summary.outcomes[added.outcome] += 1
            told.kept(report.id, added.outcome)
        store.drop_stale(documents, reader)
    summary.compared = compare_new(store, compare)
    return summary
