"""Reports for tests: a text of our own with its names marked by hand, so that no tagger stands between."""

import hashlib
import re

from musnad.model import Article, Mention, MentionKind, RawDocument, Report, Span

KINDS = {
    "P": MentionKind.PERSON,
    "T": MentionKind.TITLE,
    "G": MentionKind.GOVERNMENT_BODY,
    "O": MentionKind.ORGANISATION,
    "C": MentionKind.COUNTRY,
    "L": MentionKind.PLACE,
    "W": MentionKind.WEAPON,
}
_MARK = re.compile(r"\[([A-Z])(?:/(\w*))?(?:/([\w-]+))? ([^\]]+)\]")


def marked_report(written: str) -> Report:
    """Return the report of a text with its names as [P name], [G/SY name] with a country, [W//qds-351 name]."""
    text, mentions, end = "", [], 0
    for found in _MARK.finditer(written):
        letter, country, entry, name = found.groups()
        text += written[end : found.start()]
        kind = KINDS[letter]
        span = Span(len(text), len(text) + len(name))
        entry = country if kind is MentionKind.COUNTRY else entry
        rule = "introduced-designation" if kind is MentionKind.WEAPON else "test"
        mentions.append(Mention(kind, span, rule, 1.0, entry=entry, country=country or None))
        text, end = text + name, found.end()
    text += written[end:]
    digest = hashlib.sha256(text.encode()).hexdigest()[:16]
    article = Article(text, "ar", has_headline=False)
    return Report(digest, RawDocument(b"", "text/x-article", digest), article, (), (), tuple(mentions))
