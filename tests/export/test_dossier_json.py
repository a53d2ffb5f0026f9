"""The JSON of a dossier tells what became of stories."""

import json
from datetime import UTC, datetime

from musnad.export import render_dossier
from musnad.model import Dossier, StoryChange, StoryChangeKind


def test_a_split_stands_in_the_json_with_its_reason() -> None:
    at = datetime(2024, 3, 4, 6, tzinfo=UTC)
    change = StoryChange(StoryChangeKind.SPLIT, "a", ("a", "c"), at, ("its texts fell into 2 groups",))
    record = json.loads(render_dossier(Dossier((), (), (), story_changes=(change,))))
    assert record["story_changes"] == [
        {
            "kind": "split",
            "story": "a",
            "into": ["a", "c"],
            "at": "2024-03-04T06:00:00+00:00",
            "reasons": ["its texts fell into 2 groups"],
        }
    ]
