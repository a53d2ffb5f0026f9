"""The weapons of an attack: which mention of a weapon belongs to which deed."""

import pytest

from musnad.events import code_events
from musnad.languages import LANGUAGES
from musnad.mentions import find_mentions
from musnad.model import Article

ARABIC = LANGUAGES["ar"]


def weapons_of(text: str) -> list[str]:
    article = Article(text=text, language="ar", has_headline=False)
    mentions, _ = find_mentions(article, ARABIC)
    events, _ = code_events(article, ARABIC, mentions=mentions)
    return [span.of(text) for event in events for span in event.weapons]


@pytest.mark.parametrize(
    ("text", "weapons"),
    [
        ("قصف الجيش القرية بصاروخ من البحر.", ["صاروخ"]),
        ("استهدف المسلحون القاعدة بطائرات مسيرة مفخخة أمس.", ["طائرات مسيرة مفخخة"]),
        ("طعن شاب جنديا بسكين ثم لاذ بالفرار.", ["سكين"]),
    ],
)
def test_a_weapon_that_the_attack_was_made_with_belongs_to_it(text: str, weapons: list[str]) -> None:
    assert weapons_of(text) == weapons


def test_a_weapon_behind_another_clause_does_not_belong_to_the_attack() -> None:
    assert weapons_of("قصف الجيش القرية التي عثر فيها الفريق على صاروخ.") == []
