"""Saved searches, the alerts that they raise, and how far each alert has come on each channel."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import Connection, delete, func, insert, select, update

from musnad.store import tables
from musnad.store.jobs import NewJob, enqueue
from musnad.store.rows import keepable, moment

RAISE = "alert"
"""The kind of job that looks what reports that were compared mean to the saved searches."""
DELIVER = "deliver"
"""The kind of job that brings one alert to one channel."""


class Trigger(StrEnum):
    """What raises an alert."""

    NEW_PROPOSITION = "new_proposition"
    FIRST_CONFIRMATION = "first_confirmation"
    CONTRADICTION = "contradiction"
    SILENT_EDIT = "silent_edit"
    CIRCLE = "circle"


@dataclass(frozen=True, slots=True)
class SavedSearch:
    """A query kept by name, what raises an alert in it, and where alerts go: atom:FILE, webhook:URL, email:ADDRESS."""

    name: str
    query: str
    triggers: tuple[Trigger, ...]
    channels: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NewAlert:
    """What a search is to raise: its trigger, the id of what it is about, words for people, and an address if any."""

    search: str
    trigger: Trigger
    subject: str
    title: str
    body: str
    address: str | None = None


@dataclass(frozen=True, slots=True)
class Alert:
    """An alert that was raised: number, moment (ISO 8601, UTC), and what it says."""

    number: int
    at: str
    search: str
    trigger: Trigger
    subject: str
    title: str
    body: str
    address: str | None = None


def save_search(connection: Connection, saved: SavedSearch, now: datetime) -> bool:
    """Keep a search under its name, in the place of one of that name; tell whether it is a new one."""
    table = tables.saved_search
    values = {
        "query": saved.query,
        "triggers": json.dumps(saved.triggers),
        "channels": json.dumps(saved.channels),
        "active": True,
    }
    changed = connection.execute(update(table).where(table.c.name == saved.name).values(values))
    if changed.rowcount:
        return False
    connection.execute(insert(table), {"name": saved.name, "created": moment(now)} | values)
    return True


def remove_search(connection: Connection, name: str) -> bool:
    """Delete a saved search with its alerts; tell whether there was one."""
    table = tables.saved_search
    return connection.execute(delete(table).where(table.c.name == name)).rowcount == 1


def saved_searches(connection: Connection) -> list[SavedSearch]:
    """Return the saved searches by name."""
    table = tables.saved_search
    return [
        SavedSearch(row.name, row.query, tuple(map(Trigger, json.loads(row.triggers))), tuple(json.loads(row.channels)))
        for row in connection.execute(select(table).where(table.c.active).order_by(table.c.name))
    ]


def ask_for_alerts(connection: Connection, reports: Sequence[str], now: datetime) -> None:
    """Enqueue the job that looks what these reports mean to the saved searches, if there are any."""
    searches = select(func.count()).select_from(tables.saved_search).where(tables.saved_search.c.active)
    if reports and connection.execute(searches).scalar_one():
        subject = f"{reports[0]} and {len(reports) - 1} more at {moment(now)}"
        enqueue(connection, [NewJob(RAISE, subject, {"reports": list(reports)})], now)


def raise_alerts(connection: Connection, raised: Iterable[NewAlert], now: datetime) -> int:
    """Keep the alerts that were not raised before, with a job for each channel; return how many were new."""
    table, count = tables.alert, 0
    channels = {saved.name: saved.channels for saved in saved_searches(connection)}
    for each in raised:
        same = (table.c.search == each.search) & (table.c.trigger == each.trigger.value)
        there = select(table.c.number).where(same, table.c.subject == each.subject)
        if each.search not in channels or connection.execute(there).first() is not None:
            continue
        row = {
            "search": each.search,
            "trigger": each.trigger.value,
            "subject": each.subject,
            "title": keepable(each.title),
            "body": keepable(each.body),
            "address": each.address,
            "at": moment(now),
        }
        number = connection.execute(insert(table).returning(table.c.number), row).scalar_one()
        for channel in channels[each.search]:
            delivery = {"alert": number, "channel": channel, "status": "waiting", "tries": 0}
            connection.execute(insert(tables.delivery), delivery)
            payload = {"alert": number, "channel": channel}
            enqueue(connection, [NewJob(DELIVER, f"{number} {channel}", payload)], now)
        count += 1
    return count


def alerts(
    connection: Connection, *, search: str | None = None, number: int | None = None, most: int = 100
) -> list[Alert]:
    """Return alerts, the newest first: all, those of one search, or the one of this number."""
    table = tables.alert
    query = select(table).order_by(table.c.number.desc()).limit(most)
    if search is not None:
        query = query.where(table.c.search == search)
    if number is not None:
        query = query.where(table.c.number == number)
    return [alert_of(row) for row in connection.execute(query)]


def alert_of(row: Any) -> Alert:
    """Return the alert of a row."""
    return Alert(row.number, row.at, row.search, Trigger(row.trigger), row.subject, row.title, row.body, row.address)


def note_delivery(connection: Connection, number: int, channel: str, reason: str | None, now: datetime) -> None:
    """Note that an alert came through on a channel, or the `reason` why it did not this time."""
    table = tables.delivery
    values = {
        "status": "delivered" if reason is None else "waiting",
        "tries": table.c.tries + 1,
        "reason": keepable(reason)[:500] if reason else None,
        "at": moment(now),
    }
    connection.execute(update(table).where(table.c.alert == number, table.c.channel == channel).values(values))
