"""What the worker does: fetches what is watched, keeps what is new, and looks again at new pages for silent edits."""

from collections.abc import Iterator, Mapping
from datetime import timedelta

from musnad.intake.settings import IntakeSettings
from musnad.intake.web import FetchSettings
from musnad.intake.web.reading import fetch_documents
from musnad.keeping.adding import AddSummary, add_documents
from musnad.keeping.working import Handler, JobError
from musnad.model import RawDocument, Stated
from musnad.store import Outcome, Store
from musnad.store.jobs import Job, NewJob
from musnad.store.watches import FETCH

RECHECK = "recheck"
"""The kind of job that fetches a new page again, to see whether it was edited."""
RECHECKS = (timedelta(hours=1), timedelta(hours=6), timedelta(days=1), timedelta(days=3))
"""When a new page is looked at again, each from the time before: most edits come within the first day."""


def watch_handlers(settings: FetchSettings | None = None) -> Mapping[str, Handler]:
    """Return what does the jobs that watches give rise to; `settings` are the manners of fetching."""
    manners = settings or FetchSettings()

    def fetch(store: Store, job: Job) -> str:
        outcome = _fetch(store, job, manners)
        store.note_run(job.subject, outcome)
        return outcome

    def recheck(store: Store, job: Job) -> str:
        summary = add_documents(store, _documents(job.subject, manners, store, lists=False))
        step = int(job.payload.get("step", 0)) + 1
        if step < len(RECHECKS):
            store.queue.enqueue(
                [NewJob(f"{RECHECK}-{step}", job.subject, {"step": step}, store.clock() + RECHECKS[step])]
            )
        return _told(summary)

    steps = {f"{RECHECK}-{step}": recheck for step in range(len(RECHECKS))}
    return {FETCH: fetch, **steps}


def _fetch(store: Store, job: Job, manners: FetchSettings) -> str:
    try:
        new: list[str] = []
        summary = add_documents(store, _noted(_documents(job.subject, manners, store, lists=True), new, store))
    except JobError as error:
        store.note_run(job.subject, f"failed: {error}")
        raise
    due = store.clock() + RECHECKS[0]
    store.queue.enqueue([NewJob(f"{RECHECK}-0", address, {"step": 0}, due) for address in new])
    return _told(summary)


def _documents(address: str, manners: FetchSettings, store: Store, *, lists: bool) -> Iterator[RawDocument]:
    """Yield what came from an address; of a list the pages that are not in the store. JobError where nothing came."""
    intake = IntakeSettings(False, Stated(), manners.max_bytes, manners.allow_private)
    skips = store.has_address if lists else None
    for raw in fetch_documents((address,), intake, skips=skips, fetch=manners):
        if raw.problems and not raw.content and address in {raw.path, raw.url, raw.stated.url}:
            raise JobError(raw.problems[0].message)
        yield raw


def _noted(documents: Iterator[RawDocument], addresses: list[str], store: Store) -> Iterator[RawDocument]:
    for raw in documents:
        if raw.content and raw.url and raw.path and raw.path != raw.url:
            store.note_redirect(raw.path, raw.url)
        if raw.content and raw.url:
            addresses.append(raw.url)
        yield raw


def _told(summary: AddSummary) -> str:
    counted = [f"{summary.outcomes[outcome]:,} {outcome}" for outcome in Outcome if summary.outcomes[outcome]]
    counted += [f"{summary.failed:,} failed"] if summary.failed else []
    return ", ".join(counted) or "nothing new"
