"""What is watched is fetched when it is due, kept once, and looked at again for silent edits."""

import threading
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from musnad.intake.web import FetchSettings
from musnad.keeping.watching import RECHECKS, watch_handlers
from musnad.keeping.working import WorkSettings, work
from musnad.store import Store, open_store
from musnad.store.jobs import Job, JobStatus, NewJob
from news_site import Answer, Site, page, redirect

MANNERS = FetchSettings(delay=0.0, backoff=0.01, retries=0, allow_private=True)
EVERY = timedelta(minutes=15)
FIRST = "وأضاف المدير نبيل السفان أن الجسر سيفتح غدا بعد ثمانية أشهر من العمل فيه."
SECOND = "وأضاف المدير نبيل السفان أن الجسر لن يفتح قبل الشتاء المقبل بسبب نقص المال."


class Clock:
    """A clock that stands still until it is moved."""

    def __init__(self) -> None:
        self.now = datetime(2026, 3, 1, 12, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def kept(tmp_path: Path, clock: Clock) -> Iterator[Store]:
    with open_store(str(tmp_path / "kept.sqlite"), clock=clock) as store:
        yield store


def feed_of(site: Site, *paths: str) -> Answer:
    items = "".join(f"<item><link>{site.url(path)}</link></item>" for path in paths)
    return Answer(f"<rss><channel>{items}</channel></rss>".encode(), headers={"Content-Type": "application/rss+xml"})


def run(store: Store) -> tuple[int, list[str]]:
    told: list[str] = []
    settings = WorkSettings(once=True, told=lambda job, outcome: told.append(f"{job.kind}: {outcome}"))
    return work(store, watch_handlers(MANNERS), settings), told


def test_a_watched_feed_is_fetched_when_due_and_its_pages_once(site: Site, kept: Store, clock: Clock) -> None:
    site.answers |= {"/feed": feed_of(site, "/a", "/b"), "/a": page("الجسر", FIRST), "/b": redirect("/c")}
    site.answers["/c"] = page("الميناء", SECOND)
    kept.queue.watch(site.url("/feed"), EVERY)
    assert run(kept) == (1, ["fetch: 2 added"])
    assert run(kept) == (0, [])
    clock.now += EVERY
    assert run(kept) == (1, ["fetch: nothing new"])
    counted = Counter(site.paths())
    assert (counted["/feed"], counted["/a"], counted["/b"]) == (2, 1, 1)
    assert kept.queue.watches()[0].last_outcome == "nothing new"


def test_a_new_page_is_looked_at_again_and_an_edit_becomes_another_version(
    site: Site, kept: Store, clock: Clock
) -> None:
    site.answers |= {"/feed": feed_of(site, "/a"), "/a": [page("الجسر", FIRST), page("الجسر", SECOND)]}
    kept.queue.watch(site.url("/feed"), timedelta(days=30))
    run(kept)
    clock.now += RECHECKS[0]
    assert run(kept) == (1, ["recheck-0: 1 added"])
    clock.now += RECHECKS[1]
    assert run(kept) == (1, ["recheck-1: 1 unchanged"])
    versions = kept.versions(site.url("/a"))
    assert [
        words in version.article.text
        for words, version in zip((FIRST, SECOND), versions, strict=True)
        if version.article
    ] == [True, True]


def test_other_bytes_around_the_same_text_are_no_other_version(site: Site, kept: Store, clock: Clock) -> None:
    once = page("الجسر", FIRST)
    counter = Answer(once.body.replace(b"</body>", b"<!-- 17 visits --></body>"), headers=once.headers)
    assert counter.body != once.body
    site.answers |= {"/feed": feed_of(site, "/a"), "/a": [once, counter]}
    kept.queue.watch(site.url("/feed"), timedelta(days=30))
    run(kept)
    clock.now += RECHECKS[0]
    assert run(kept) == (1, ["recheck-0: 1 unchanged"])
    assert len(kept.versions(site.url("/a"))) == 1


def test_a_feed_that_does_not_answer_is_tried_again_and_then_laid_aside(site: Site, kept: Store, clock: Clock) -> None:
    site.answers["/feed"] = Answer(b"", status=500)
    kept.queue.watch(site.url("/feed"), timedelta(days=30))
    for _ in range(5):
        assert run(kept)[0] == 0
        clock.now += timedelta(hours=1)
    dead = kept.queue.jobs(JobStatus.DEAD)
    assert [(job.subject, job.tries) for job in dead] == [(site.url("/feed"), 5)]
    assert "500" in str(dead[0].reason)
    assert str(kept.queue.watches()[0].last_outcome).startswith("failed:")


def test_a_job_that_breaks_does_not_stop_the_worker(kept: Store) -> None:
    def breaks(_: Store, job: Job) -> str:
        raise KeyError(job.subject)

    kept.queue.enqueue([NewJob("broken", "a"), NewJob("unheard of", "b"), NewJob("fine", "c")])
    told: list[str] = []
    settings = WorkSettings(once=True, told=lambda job, outcome: told.append(outcome))
    assert work(kept, {"broken": breaks, "fine": lambda *_: "done"}, settings) == 1
    assert told[-1] == "done"
    assert "KeyError: 'a'" in told[0]
    assert "unheard of" in told[1]


def test_a_long_job_keeps_its_lease(address: str) -> None:
    over = threading.Event()

    def waits(_: Store, __: Job) -> str:
        over.wait(2.6)
        return "done"

    with open_store(address) as store:
        store.queue.enqueue([NewJob("long", "a")])
        worker = threading.Thread(
            target=work, args=(store, {"long": waits}, WorkSettings(lease=timedelta(seconds=1.5), once=True))
        )
        worker.start()
        threading.Event().wait(2.1)
        with open_store(address) as other:
            assert other.queue.lease("another") is None
        worker.join()
        assert store.queue.counts() == {JobStatus.DONE: 1}
