"""Joins what the name tagger sees with what lexicons and patterns found, and gives each name its kind."""

from collections.abc import Sequence
from dataclasses import replace

from musnad.mentions.clitics import CliticSegmenter
from musnad.mentions.drafts import Draft
from musnad.mentions.line import Line
from musnad.mentions.tagging import LEAST_SUPPORT, TaggedName, Tagging
from musnad.model import MentionKind

_PLACES = frozenset({MentionKind.COUNTRY, MentionKind.PLACE, MentionKind.FACILITY})
_BODIES = frozenset(
    {MentionKind.ORGANISATION, MentionKind.GOVERNMENT_BODY, MentionKind.ARMED_GROUP, MentionKind.OUTLET}
)
_SORT = {"PERS": frozenset({MentionKind.PERSON}), "LOC": _PLACES, "ORG": _BODIES}
_PLAIN = {"PERS": MentionKind.PERSON, "LOC": MentionKind.PLACE, "ORG": MentionKind.ORGANISATION}
# On Wojood's validation part names tagged below this were wrong more often than right.
LEAST_CONFIDENCE = 0.5
SURE_ALONE = 0.85


def supported(found: Sequence[Draft], tagging: Tagging) -> list[Draft]:
    """Return the lexicon's names without the single words of the gazetteer that the tagger takes for other words."""
    return [
        draft
        for draft in found
        if draft.rule != "gazetteer"
        or draft.end - draft.first > 1
        or tagging.probability("LOC", draft.first, draft.end) >= LEAST_SUPPORT
    ]


def tagged_drafts(
    line: Line, tagged: Sequence[TaggedName], found: Sequence[Draft], segmenter: CliticSegmenter
) -> list[Draft]:
    """Return a draft for each tagged name that nothing of its sort in `found` covers already."""
    drafts = []
    starts = {name.first for name in tagged if name.label == "PERS"}
    for name in tagged:
        trimmed = _trimmed(line, name, found)
        if trimmed is None or trimmed.confidence < LEAST_CONFIDENCE or _is_doubtful(trimmed, starts):
            continue
        sort = _SORT[name.label]
        if any(_covers(draft, trimmed) and draft.kind in sort for draft in found):
            continue
        drafts.append(_draft(line, trimmed, segmenter))
    return drafts


def _trimmed(line: Line, name: TaggedName, found: Sequence[Draft]) -> TaggedName | None:
    """Return the name up to its first small word; None where the lexicon knows its beginning, and so its end."""
    sort = _SORT[name.label]
    if any(draft.first == name.first and draft.end < name.end and draft.kind in sort for draft in found):
        return None
    end = name.first + 1
    while end < name.end and not line.is_stop(end):
        end += 1
    if end < name.end and end == name.first + 1:
        return None
    return replace(name, end=end)


def _is_doubtful(name: TaggedName, starts: set[int]) -> bool:
    """A lone word that opens the sentence or stands right before a person is more often a verb or a noun: صادق, عهد."""
    lone = name.label == "PERS" and name.end - name.first == 1
    return lone and name.confidence < SURE_ALONE and (name.first == 0 or name.end in starts)


def _covers(draft: Draft, name: TaggedName) -> bool:
    return draft.first <= name.first and name.end <= draft.end


def _draft(line: Line, name: TaggedName, segmenter: CliticSegmenter) -> Draft:
    kind = _PLAIN[name.label]
    word = line.words[name.first]
    whole = word in line.grammar.given_names or word in line.rules.heads or word in line.grammar.holders
    skip = 0 if whole else len(segmenter.stem(word)[1])
    for head in line.heads_at(name.first):
        fits = head.kind in _SORT[name.label] or (name.label == "ORG" and head.kind is MentionKind.FACILITY)
        if fits and name.end - name.first > 1:
            kind = head.kind
            break
    return Draft(kind, name.first, name.end, f"tagger-{name.label.lower()}", round(name.confidence, 3), skip)
