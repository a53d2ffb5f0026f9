"""Article -> Mention: people, bodies, armed groups, outlets, places, weapons, amounts."""

from musnad.mentions.finding import find_mentions

__all__ = ["find_mentions"]
