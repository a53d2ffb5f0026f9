"""Reads the mentions of one text and gives them as words, for tests."""

from musnad.languages import LANGUAGES
from musnad.mentions import find_mentions
from musnad.model import Article, Mention, MentionKind


def mentions_of(text: str) -> tuple[Mention, ...]:
    """Return the mentions of `text`, which has no headline."""
    mentions, problems = find_mentions(Article(text=text, language="ar", has_headline=False), LANGUAGES["ar"])
    assert problems == ()
    return mentions


def words_of(text: str, kind: MentionKind) -> list[str]:
    """Return the words of the mentions of one kind, in order."""
    return [mention.span.of(text) for mention in mentions_of(text) if mention.kind is kind]


def only(text: str, kind: MentionKind) -> Mention:
    """Return the one mention of the kind; fail where there are none or several."""
    found = [mention for mention in mentions_of(text) if mention.kind is kind]
    assert len(found) == 1, [(mention.kind, mention.span.of(text)) for mention in mentions_of(text)]
    return found[0]
