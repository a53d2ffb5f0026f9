"""Reads one story: what it is about, what became of it, and which of its reports carry one text."""

from dataclasses import dataclass

from sqlalchemy import select

from musnad.model import CopyFamily, Story, StoryChange
from musnad.store.encoding import unpack_value
from musnad.store.finding.reports import Found, find_numbered
from musnad.store.store import Store
from musnad.store.tables import copy_family, copy_member, report, story, story_change, story_report


@dataclass(frozen=True, slots=True)
class ToldStory:
    """A story with its reports in order of publication, the families of copies among them, and its changes."""

    story: Story
    reports: tuple[Found, ...]
    families: tuple[CopyFamily, ...]
    changes: tuple[StoryChange, ...]


def read_story(store: Store, name: str) -> ToldStory | None:
    """Return the story with this id, None where there is none."""
    with store.reading() as connection:
        body = connection.execute(select(story.c.body).where(story.c.id == name)).scalar()
        if body is None:
            return None
        of_story = select(report.c.number).join(story_report, story_report.c.report == report.c.number)
        of_story = of_story.where(story_report.c.story == name).order_by(report.c.published, report.c.number)
        numbers = list(connection.execute(of_story).scalars())
        families = select(copy_family.c.body).join(copy_member, copy_member.c.family == copy_family.c.number)
        families = families.where(copy_member.c.report.in_(numbers)).distinct().order_by(copy_family.c.number)
        told = select(story_change.c.body).where(story_change.c.story == name).order_by(story_change.c.at)
        found = find_numbered(store, numbers)
        return ToldStory(
            unpack_value(body, Story),
            tuple(found[number] for number in numbers),
            tuple(unpack_value(each, CopyFamily) for each in connection.execute(families).scalars()),
            tuple(unpack_value(each, StoryChange) for each in connection.execute(told).scalars()),
        )
