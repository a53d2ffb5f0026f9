"""What other processes do to a store while a test kills them: `python process.py write|work|read ADDRESS NUMBER`."""

import sys
import time
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

from sqlalchemy import func, insert, select

from musnad.store import SearchKeys, StoreError, open_store, tables
from musnad.store.queue import LostLeaseError
from store_reports import made_report

_BATCH = 5
LEASE = timedelta(seconds=1)


def write(address: str, first: int) -> None:
    """Add reports without end, a few at a time, and print the numbers of each batch once it is acknowledged."""
    with open_store(address, search_keys=lambda _: SearchKeys("عنوان", "نص طويل", "حرفي")) as store:
        while True:
            numbers = range(first, first + _BATCH)
            store.add_reports([made_report(number) for number in numbers], reader="1")
            print(*numbers, flush=True)
            first += _BATCH


def work(address: str, seed: int) -> None:
    """Do jobs until none is left; each writes a row that cannot be written twice."""
    name = f"worker-{seed}"
    with open_store(address) as store:
        while True:
            job = store.queue.lease(name, LEASE)
            if job is None:
                with store.reading() as connection:
                    left = select(func.count()).where(tables.job.c.status.in_(["waiting", "leased"]))
                    if not connection.execute(left).scalar():
                        return
                time.sleep(0.05)
                continue
            time.sleep(0.002)
            try:
                with store.queue.finishing(job, name) as connection:
                    connection.execute(insert(tables.state), {"name": f"done {job.subject}", "value": name})
            except LostLeaseError:
                continue


def read(address: str, seconds: int) -> None:
    """Read by four threads for some seconds, and print how often; any fault ends the process with a trace."""
    with ThreadPoolExecutor(4) as readers:
        print(sum(readers.map(_read, [address] * 4, [seconds] * 4)))


def _read(address: str, seconds: int) -> int:
    ends, times = time.monotonic() + seconds, 0
    with open_store(address) as store:
        while time.monotonic() < ends:
            with store.reading() as connection:
                counted = connection.execute(select(func.count()).select_from(tables.report)).scalar_one()
                again = connection.execute(select(func.count()).select_from(tables.report)).scalar_one()
                claims = connection.execute(select(func.count()).select_from(tables.claim)).scalar_one()
            assert counted == again == claims, "a reader saw half a batch"
            times += 1
    return times


def fill(address: str, bytes_at_most: int) -> None:
    """Add reports until the file may not grow any more, and print what the store says then, and what it has."""
    import resource

    kept = 0
    with open_store(address) as store:
        resource.setrlimit(resource.RLIMIT_FSIZE, (bytes_at_most, bytes_at_most))
        try:
            while True:
                store.add_reports([made_report(number) for number in range(kept, kept + 20)], reader="1")
                kept += 20
        except StoreError as error:
            print(kept)
            print(error)
            print(store.count(), len(list(store.check())))


if __name__ == "__main__":
    {"write": write, "work": work, "read": read, "fill": fill}[sys.argv[1]](sys.argv[2], int(sys.argv[3]))
