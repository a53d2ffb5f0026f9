"""Finds one entity or one story whole, by its id."""

from sqlalchemy import select

from musnad.model import Entity, Story
from musnad.store.encoding import unpack_value
from musnad.store.store import Store
from musnad.store.tables import entity, story


def find_entity(store: Store, name: str) -> Entity | None:
    """Return the entity of this id, None where there is none."""
    with store.reading() as connection:
        body = connection.execute(select(entity.c.body).where(entity.c.id == name)).scalar()
    return unpack_value(body, Entity) if body is not None else None


def find_story(store: Store, name: str) -> Story | None:
    """Return the story of this id, None where there is none."""
    with store.reading() as connection:
        body = connection.execute(select(story.c.body).where(story.c.id == name)).scalar()
    return unpack_value(body, Story) if body is not None else None
