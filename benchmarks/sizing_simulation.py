"""A discrete simulation of reading by workers, of one writer, of comparing in shards: times of events, no real work."""

import heapq
import math
import random
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, field

COLD_PAGES = 500


@dataclass(frozen=True, slots=True)
class Costs:
    """Milliseconds of one core a page: read warm, more while a process is new, handed out and back, stored."""

    read_ms: float
    cold_ms: float
    hand_ms: float
    store_ms: float = 0.0
    spread: float = 0.5
    """Of the cost of single pages: the deviation of its logarithm."""


@dataclass(frozen=True, slots=True)
class Cluster:
    """Workers and the cores that they and the process that hands out share; what goes wrong, and how often."""

    workers: int
    cores: int
    slow_share: float = 0.0
    slow_factor: float = 1.0
    deaths_an_hour: float = 0.0
    restart_s: float = 0.0
    ahead: int = 4
    """Tasks a worker that may be read or wait for the writer: more are not handed out."""


@dataclass(slots=True)
class Run:
    """What a simulated run came to: its clock, the work of its workers, what was done in vain, the writer's work."""

    seconds: float = 0.0
    busy_s: float = 0.0
    lost_s: float = 0.0
    deaths: int = 0
    writing_s: float = 0.0
    tail_s: float = 0.0
    """From the first worker without work to the end of reading."""


@dataclass(slots=True)
class _Worker:
    factor: float
    pages: int = 0  # read since its process began


@dataclass(slots=True)
class _World:
    """The state of a reading: what waits, what is in the writer's hands, and the events to come."""

    waiting: deque[int]
    idle: list[_Worker]
    events: list[tuple[float, int, str, _Worker | None, int]] = field(default_factory=list)
    unwritten: int = 0
    number: int = 0
    writer_free: float = 0.0
    hand_free: float = 0.0
    first_idle: float = -1.0

    def later(self, at: float, kind: str, worker: _Worker | None, pages: int) -> None:
        """Note an event; those of one time keep their order."""
        self.number += 1
        heapq.heappush(self.events, (at, self.number, kind, worker, pages))


def simulate_reading(tasks: Sequence[int], costs: Costs, cluster: Cluster, seed: int = 0) -> Run:
    """Return the run of reading tasks of so many pages each; with a cost of storing one writer takes all results."""
    luck, run = random.Random(seed), Run()
    workers = [
        _Worker(cluster.slow_factor if luck.random() < cluster.slow_share else 1.0) for _ in range(cluster.workers)
    ]
    world = _World(deque(tasks), workers)
    _hand_out(world, 0.0, costs, cluster, run, luck)
    while world.events:
        now, _, kind, worker, pages = heapq.heappop(world.events)
        if kind == "read":
            assert worker is not None
            worker.pages += pages
            run.seconds = max(run.seconds, now)
            world.idle.append(worker)
            if costs.store_ms:
                taken = pages * costs.store_ms / 1e3
                world.writer_free = max(world.writer_free, now) + taken
                run.writing_s += taken
                world.later(world.writer_free, "written", None, pages)
            else:
                world.unwritten -= 1
        elif kind == "died":
            assert worker is not None
            world.waiting.appendleft(pages)
            world.unwritten -= 1
            worker.pages = 0
            world.later(now + cluster.restart_s, "back", worker, 0)
        elif kind == "back":
            assert worker is not None
            world.idle.append(worker)
        else:
            world.unwritten -= 1
            run.seconds = max(run.seconds, now)
        _hand_out(world, now, costs, cluster, run, luck)
    run.tail_s = max(0.0, run.seconds - world.first_idle) if world.first_idle >= 0 else 0.0
    return run


def _hand_out(world: _World, now: float, costs: Costs, cluster: Cluster, run: Run, luck: random.Random) -> None:
    """Give idle workers what waits, as long as the writer keeps up."""
    while world.waiting and world.idle and world.unwritten < cluster.workers * cluster.ahead:
        worker, pages = world.idle.pop(), world.waiting.popleft()
        world.unwritten += 1
        handing = pages * costs.hand_ms / 1e3
        world.hand_free = max(world.hand_free + handing, now)  # the next task is made ready while workers read
        start = max(now, world.hand_free)
        taken = _reading_s(worker, pages, costs, luck)
        if cluster.workers >= cluster.cores:
            # Without a core of their own, handing out and storing take the workers'.
            start, taken = now, taken + handing + pages * costs.store_ms / 1e3
        dies = luck.expovariate(cluster.deaths_an_hour / 3600) if cluster.deaths_an_hour else math.inf
        if dies < taken:
            run.deaths += 1
            run.lost_s += dies
            world.later(start + dies, "died", worker, pages)
        else:
            run.busy_s += taken
            world.later(start + taken, "read", worker, pages)
    if world.idle and not world.waiting and world.first_idle < 0:
        world.first_idle = now


def _reading_s(worker: _Worker, pages: int, costs: Costs, luck: random.Random) -> float:
    """Return the seconds of reading so many pages: their sum varies the less the more they are."""
    cold = max(0, min(pages, COLD_PAGES - worker.pages))
    mean = (pages * costs.read_ms + cold * costs.cold_ms) / 1e3
    # The variance of a logarithmic normal distribution, of the mean of so many.
    deviation = math.sqrt((math.exp(costs.spread**2) - 1) / pages)
    return max(mean * worker.factor * luck.gauss(1.0, deviation), mean * 0.2)


# -- comparing -----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Comparing:
    """What comparing takes: milliseconds a report of one core at so many reports, and how that grows.

    `serial` is the share that one process does, `skew` what waiting for the largest shards makes of the rest, `pack_ms`
    what that process packs and unpacks a report; `base_mb` and `mb` what it holds, and a report more.
    """

    ms: float
    at: int
    exponent: float
    serial: float
    skew: float
    pack_ms: float
    base_mb: float
    mb: float

    def core_seconds(self, reports: int) -> float:
        """Return the processor time of comparing so many with each other."""
        growth: float = (reports / self.at) ** (self.exponent - 1)
        return reports * self.ms / 1e3 * growth

    def memory_mb(self, reports: int) -> float:
        """Return what the process holds that compares so many."""
        return self.base_mb + self.mb * reports

    def most_reports(self, memory_mb: float) -> int:
        """Return how many one comparing takes in so much memory."""
        return max(0, int((memory_mb - self.base_mb) / self.mb))


def simulate_comparing(reports: int, comparing: Comparing, cluster: Cluster, seed: int = 0) -> Run:
    """Return the run of one comparing in a shard a worker: what one process does, the pieces' way, then the shards."""
    luck, run = random.Random(seed), Run()
    whole = comparing.core_seconds(reports)
    parallel, shards = whole * (1 - comparing.serial), cluster.workers
    # One lot of keys that belong together stays whole, however many shards there are.
    largest = min(1.0, comparing.skew / shards)
    sizes = [largest, *((1 - largest) / (shards - 1) for _ in range(shards - 1))] if shards > 1 else [1.0]
    ends = []
    for size in sizes:
        factor = cluster.slow_factor if luck.random() < cluster.slow_share else 1.0
        taken, spent = parallel * size * factor, 0.0
        while cluster.deaths_an_hour and (dies := luck.expovariate(cluster.deaths_an_hour / 3600)) < taken:
            run.deaths += 1
            run.lost_s += dies
            spent += dies + cluster.restart_s
        run.busy_s += taken
        ends.append(spent + taken)
    moved_s = reports * comparing.pack_ms / 1e3 if shards > 1 else 0.0
    at_once = max(1.0, shards / cluster.cores)
    run.seconds = whole * comparing.serial + moved_s + max(max(ends), sum(ends) / shards * at_once)
    run.tail_s = max(ends) - min(ends)
    run.busy_s += whole * comparing.serial
    return run
