"""Jobs are done once each, tried again with growing pauses, and laid aside with the reason."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import insert, select

from musnad.store import Store, open_store, tables
from musnad.store.jobs import JobStatus, NewJob
from musnad.store.queue import JobQueue, LostLeaseError

START = datetime(2026, 3, 1, 12, tzinfo=UTC)


class Clock:
    """A clock that stands still until it is moved."""

    def __init__(self) -> None:
        self.now = START

    def __call__(self) -> datetime:
        return self.now

    def pass_by(self, seconds: float) -> None:
        self.now += timedelta(seconds=seconds)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def queue(address: str, clock: Clock) -> Iterator[JobQueue]:
    with open_store(address, clock=clock) as store:
        yield store.queue


def test_a_job_goes_to_one_worker_and_is_over_when_it_is_done(queue: JobQueue) -> None:
    assert queue.enqueue([NewJob("fetch", "a", {"page": 1})]) == 1
    job = queue.lease("one")
    assert job is not None
    assert (job.kind, job.subject, job.payload, job.tries) == ("fetch", "a", {"page": 1}, 1)
    assert queue.lease("two") is None
    with queue.finishing(job, "one"):
        pass
    assert queue.counts() == {JobStatus.DONE: 1}


def test_a_job_that_is_not_over_is_not_added_twice(queue: JobQueue) -> None:
    assert queue.enqueue([NewJob("fetch", "a"), NewJob("fetch", "a"), NewJob("fetch", "b")]) == 2
    job = queue.lease("one")
    assert job is not None
    assert queue.enqueue([NewJob("fetch", "a")]) == 0
    with queue.finishing(job, "one"):
        pass
    assert queue.enqueue([NewJob("fetch", "a")]) == 1


def test_a_job_waits_until_it_is_due(queue: JobQueue, clock: Clock) -> None:
    queue.enqueue([NewJob("fetch", "later", due=START + timedelta(hours=1))])
    assert queue.lease("one") is None
    clock.pass_by(3_600)
    assert queue.lease("one") is not None


def test_the_job_of_a_silent_worker_goes_to_another_and_what_the_first_wrote_is_not_kept(
    queue: JobQueue, clock: Clock, address: str
) -> None:
    queue.enqueue([NewJob("fetch", "a")])
    lost = queue.lease("one")
    assert lost is not None
    clock.pass_by(61)
    taken = queue.lease("two")
    assert taken is not None
    assert (taken.number, taken.tries) == (lost.number, 2)
    with pytest.raises(LostLeaseError), queue.finishing(lost, "one") as connection:
        connection.execute(insert(tables.state), {"name": "written by", "value": "one"})
    with queue.finishing(taken, "two") as connection:
        connection.execute(insert(tables.state), {"name": "written by", "value": "two"})
    with open_store(address) as store:
        assert store.fact("written by") == "two"


def test_a_worker_that_comes_late_learns_that_the_job_is_done_before_it_writes(queue: JobQueue, clock: Clock) -> None:
    queue.enqueue([NewJob("fetch", "a")])
    late = queue.lease("one")
    clock.pass_by(61)
    taken = queue.lease("two")
    assert late is not None
    assert taken is not None
    written = {"name": "written by", "value": "whoever is first"}
    with queue.finishing(taken, "two") as connection:
        connection.execute(insert(tables.state), written)
    with pytest.raises(LostLeaseError), queue.finishing(late, "one") as connection:
        connection.execute(insert(tables.state), written)  # a second row of the name would be a fault of the database


def test_signs_of_life_keep_a_job(queue: JobQueue, clock: Clock) -> None:
    queue.enqueue([NewJob("fetch", "a")])
    job = queue.lease("one")
    assert job is not None
    for _ in range(5):
        clock.pass_by(40)
        assert queue.heartbeat(job, "one")
        assert queue.lease("two") is None
    assert not queue.heartbeat(job, "two")


def test_each_failed_try_waits_longer_than_the_one_before(queue: JobQueue, clock: Clock) -> None:
    queue.enqueue([NewJob("fetch", "a", most_tries=4)])
    pauses = []
    for _ in range(3):
        job = queue.lease("one")
        assert job is not None
        assert queue.fail(job, "one", "no answer") is JobStatus.WAITING
        waiting = queue.jobs(JobStatus.WAITING)[0]
        pauses.append((datetime.fromisoformat(waiting.due + "+00:00") - clock.now).total_seconds())
        assert queue.lease("one") is None
        clock.pass_by(pauses[-1])
    assert pauses == [30, 60, 120]


def test_a_job_that_fails_every_time_is_laid_aside_with_its_reason_and_may_be_revived(
    queue: JobQueue, clock: Clock
) -> None:
    queue.enqueue([NewJob("fetch", "a", most_tries=2), NewJob("fetch", "b")])
    for reason in ("no answer", "still no answer"):
        job = next(job for job in iter(lambda: queue.lease("one"), None) if job.subject == "a")
        queue.fail(job, "one", reason)
        clock.pass_by(100)
    dead = queue.jobs(JobStatus.DEAD)
    assert [(job.subject, job.reason, job.tries) for job in dead] == [("a", "still no answer", 2)]
    assert queue.revive() == 1
    assert queue.jobs(JobStatus.DEAD) == []


def test_a_job_that_ends_its_worker_every_time_is_laid_aside(queue: JobQueue, clock: Clock) -> None:
    queue.enqueue([NewJob("poison", "a", most_tries=2)])
    for _ in range(2):
        assert queue.lease("one") is not None
        clock.pass_by(61)
    assert queue.lease("one") is None
    assert "fell silent" in str(queue.jobs(JobStatus.DEAD)[0].reason)


def test_done_jobs_go_after_a_while_and_dead_ones_stay(queue: JobQueue, clock: Clock) -> None:
    queue.enqueue([NewJob("fetch", "a"), NewJob("fetch", "b", most_tries=1)])
    first, second = queue.lease("one"), queue.lease("one")
    assert first is not None
    assert second is not None
    with queue.finishing(first, "one"):
        pass
    queue.fail(second, "one", "gone")
    clock.pass_by(86_400)
    assert queue.prune(timedelta(days=2)) == 0
    assert queue.prune(timedelta(hours=1)) == 1
    assert queue.counts() == {JobStatus.DEAD: 1}


def test_a_watch_makes_one_job_each_time_it_is_due(queue: JobQueue, clock: Clock) -> None:
    assert queue.watch("https://news.example/rss.xml", timedelta(minutes=15))
    assert not queue.watch("https://news.example/rss.xml", timedelta(minutes=20))
    assert queue.enqueue_due() == 1
    assert queue.enqueue_due() == 0
    job = queue.lease("one")
    assert job is not None
    with queue.finishing(job, "one"):
        pass
    clock.pass_by(8 * 3_600)
    assert queue.enqueue_due() == 1
    assert queue.enqueue_due() == 0
    assert queue.unwatch("https://news.example/rss.xml")
    assert not queue.unwatch("https://news.example/rss.xml")


def test_a_waiting_worker_hears_of_a_new_job(store: Store) -> None:
    import threading

    added = threading.Timer(0.2, lambda: store.queue.enqueue([NewJob("fetch", "a")]))
    added.start()
    store.queue.wait(30)
    added.join()
    with store.reading() as connection:
        assert connection.execute(select(tables.job.c.subject)).scalars().all() == ["a"]
