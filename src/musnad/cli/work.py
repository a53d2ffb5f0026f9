"""`musnad watch`, `run` and `jobs`: addresses that are fetched again and again, and the worker that does it."""

import re
import signal
import threading
from datetime import timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from musnad.cli.opened import StoreOption, open_given, renew_search_keys
from musnad.cli.output import command_errors
from musnad.cli.reports import AllowPrivateOption
from musnad.errors import UsageError

if TYPE_CHECKING:
    from musnad.store.jobs import Job

_UNITS = {"s": "seconds", "m": "minutes", "h": "hours", "d": "days"}
_LEAST_EVERY = timedelta(minutes=1)


class WatchAction(StrEnum):
    """What is done with a watch."""

    ADD = "add"
    LIST = "list"
    REMOVE = "remove"


def watch(
    action: Annotated[WatchAction, typer.Argument(metavar="add|list|remove", show_default=False)],
    address: Annotated[
        str | None, typer.Argument(metavar="ADDRESS", help="A feed, a sitemap or a page.", show_default=False)
    ] = None,
    every: Annotated[str, typer.Option(metavar="TIME", help="How often it is fetched: 15m, 2h, 1d.")] = "15m",
    store: StoreOption = None,
) -> None:
    """Add an address to those that `musnad run` fetches again and again, list them, or remove one."""
    with command_errors():
        from musnad.intake.web import fault_of_address, normal_address
        from musnad.keeping import watch_address

        if action is WatchAction.LIST:
            with open_given(store, must_exist=True) as opened:
                for each in opened.queue.watches():
                    told = f"last {each.last_run} UTC: {each.last_outcome}" if each.last_run else "not fetched yet"
                    typer.echo(f"{each.address}  every {_written(each.every)}  {told}")
            return
        if address is None:
            raise UsageError(f"musnad watch {action} needs the address of a feed, a sitemap or a page")
        with open_given(store, must_exist=action is WatchAction.REMOVE) as opened:
            if action is WatchAction.ADD:
                kept, new = watch_address(opened, address, read_span(every))
                typer.echo(f"{kept}: {'watched' if new else 'was watched already, now'} every {every}")
            elif fault_of_address(address) or not opened.queue.unwatch(normal_address(address)):
                raise UsageError(f"{address}: is not watched; `musnad watch list` shows what is")


def run(
    store: StoreOption = None,
    once: Annotated[bool, typer.Option("--once", help="End when nothing is due.")] = False,
    allow_private: AllowPrivateOption = False,
) -> None:
    """Do what is due: fetch what is watched, keep and compare what is new, bring alerts. Several may run side by side.

    It ends at Ctrl-C or SIGTERM, once the job at hand is done; a job of a worker that was killed goes to another.
    """
    with command_errors():
        from musnad.intake.web import FetchSettings
        from musnad.keeping.delivery import DeliverySettings, alert_handlers
        from musnad.keeping.watching import watch_handlers
        from musnad.keeping.working import WorkSettings, work

        stop = threading.Event()
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda *_: stop.set())
        with open_given(store) as opened:
            renew_search_keys(opened)
            fetching = watch_handlers(FetchSettings(allow_private=allow_private))
            alerting = alert_handlers(DeliverySettings(allow_private=allow_private))
            done = work(opened, {**fetching, **alerting}, WorkSettings(once=once, told=_tell), stop)
        typer.echo(f"{done:,} jobs done")


def jobs(
    store: StoreOption = None,
    retry: Annotated[bool, typer.Option("--retry", help="Let the jobs that were laid aside be tried again.")] = False,
) -> None:
    """Show how many jobs wait, run and are done, and those that were laid aside, each with its reason."""
    with command_errors():
        from musnad.store.jobs import JobStatus

        with open_given(store, must_exist=True) as opened:
            if retry:
                typer.echo(f"{opened.queue.revive():,} jobs wait again")
                return
            counts = opened.queue.counts()
            typer.echo(", ".join(f"{counts.get(status, 0):,} {status}" for status in JobStatus))
            for job in opened.queue.jobs(JobStatus.DEAD):
                typer.echo(f"{job.kind} {job.subject}: {job.reason} (tried {job.tries} times)")


def _tell(job: "Job", outcome: str) -> None:
    typer.echo(f"{job.kind} {job.subject}: {outcome}")


def read_span(written: str) -> timedelta:
    """Return a stretch of time as options write it (15m, 2h, 1d); raise UsageError for anything else."""
    found = re.fullmatch(r"(\d{1,6})([smhd])", written)
    span = timedelta(**{_UNITS[found[2]]: int(found[1])}) if found else timedelta(0)
    if span < _LEAST_EVERY:
        raise UsageError(f"--every {written}: write a number and s, m, h or d, one minute at least, such as 15m or 2h")
    return span


def _written(span: timedelta) -> str:
    seconds = int(span.total_seconds())
    for unit, size in (("d", 86_400), ("h", 3_600), ("m", 60)):
        if seconds % size == 0:
            return f"{seconds // size}{unit}"
    return f"{seconds}s"
