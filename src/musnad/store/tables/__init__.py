"""The tables of the store, by subject; docs/store.md says what each is for."""

from musnad.store.tables.accounts import account, api_token, audit, reader_note, session
from musnad.store.tables.columns import metadata
from musnad.store.tables.happenings import event, event_role, transfer
from musnad.store.tables.in_common import (
    assertion,
    contradiction,
    copy_family,
    copy_member,
    copy_pair,
    entity,
    entity_name,
    entity_naming,
    naming,
    naming_merge,
    proposition,
    story,
    story_change,
    story_report,
)
from musnad.store.tables.reports import claim, document, link, mention, place, report, source, time
from musnad.store.tables.review import case, judgement
from musnad.store.tables.search import search_text
from musnad.store.tables.work import alert, delivery, job, saved_search, state, watch

__all__ = [
    "account",
    "alert",
    "api_token",
    "assertion",
    "audit",
    "case",
    "claim",
    "contradiction",
    "copy_family",
    "copy_member",
    "copy_pair",
    "delivery",
    "document",
    "entity",
    "entity_name",
    "entity_naming",
    "event",
    "event_role",
    "job",
    "judgement",
    "link",
    "mention",
    "metadata",
    "naming",
    "naming_merge",
    "place",
    "proposition",
    "reader_note",
    "report",
    "saved_search",
    "search_text",
    "session",
    "source",
    "state",
    "story",
    "story_change",
    "story_report",
    "time",
    "transfer",
    "watch",
]
