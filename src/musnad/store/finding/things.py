"""Finds one entity or one story whole, by its id."""

from collections.abc import Iterable

from sqlalchemy import select

from musnad.model import Entity, MentionKind, Story
from musnad.store.encoding import unpack_value
from musnad.store.store import Store
from musnad.store.tables import entity, entity_name, story

_AT_ONCE = 500


def find_entity(store: Store, name: str) -> Entity | None:
    """Return the entity of this id, None where there is none."""
    with store.reading() as connection:
        body = connection.execute(select(entity.c.body).where(entity.c.id == name)).scalar()
    return unpack_value(body, Entity) if body is not None else None


def entities_by_name(store: Store, names: Iterable[str], kind: MentionKind) -> dict[str, set[str]]:
    """Return the entities of a kind, by id, that have one of these folded names, by name."""
    wanted, found = sorted(set(names)), dict[str, set[str]]()
    query = select(entity_name.c.folded, entity_name.c.entity).join(entity, entity.c.id == entity_name.c.entity)
    with store.reading() as connection:
        for start in range(0, len(wanted), _AT_ONCE):
            some = entity_name.c.folded.in_(wanted[start : start + _AT_ONCE])
            for name, id in connection.execute(query.where(some, entity.c.kind == kind.value)):
                found.setdefault(name, set()).add(id)
    return found


def find_story(store: Store, name: str) -> Story | None:
    """Return the story of this id, None where there is none."""
    with store.reading() as connection:
        body = connection.execute(select(story.c.body).where(story.c.id == name)).scalar()
    return unpack_value(body, Story) if body is not None else None
