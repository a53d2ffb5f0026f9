"""Scores claims by the construction in which they stand: recall by the annotated frame, precision by the rule's."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

from musnad.evaluation.gold import Attribution, GoldArticle, as_attribution
from musnad.evaluation.matching import match, prepare
from musnad.languages.grammar import Form, Frame, Grammar
from musnad.model import Claim, Span
from musnad.text import tokenize

_FINITE = frozenset({Form.PERFECT, Form.IMPERFECT, Form.JUSSIVE})
# What the shape of a chain or of a text tells; no rule has these to itself.
_STRUCTURAL = frozenset({Frame.TOLD_TO, Frame.NESTED, Frame.HEADLINE})


def score_frames(
    pairs: Iterable[tuple[GoldArticle, Sequence[Claim]]], grammar: Grammar
) -> dict[str, dict[str, int | float | None]]:
    """Return for each frame: annotated claims, recall, with all roles overlapping, found claims, precision.

    A claim counts under every frame that it stands in: an elided speaker may also be nested. A rule's claims count
    under the rule's frame, and under told-to, nested and headline where they stand so. None: nothing to divide by.
    """
    counts: Counter[tuple[Frame, str]] = Counter()
    for article, claims in pairs:
        predicted = [as_attribution(claim) for claim in claims]
        found = match(
            [prepare(article.text, one) for one in predicted],
            [prepare(article.text, one) for one in article.attributions],
        )
        hits, partner = {i for i, _ in found}, {j: i for i, j in found}
        for j, gold in enumerate(article.attributions):
            overlap = j in partner and _all_overlap(article.text, predicted[partner[j]], gold)
            for frame in frames_of(article.text, gold, article.attributions, grammar):
                counts.update({(frame, "gold"): 1, (frame, "found"): j in partner, (frame, "overlap"): overlap})
        for i, one in enumerate(predicted):
            shape = frames_of(article.text, one, predicted, grammar) & _STRUCTURAL
            for frame in shape | {grammar.rules[one.rule].frame}:
                counts.update({(frame, "predicted"): 1, (frame, "right"): i in hits})
    return {str(frame): _figures(counts, frame) for frame in Frame}


def frames_of(text: str, attribution: Attribution, others: Sequence[Attribution], grammar: Grammar) -> frozenset[Frame]:
    """Return the frames in which an attribution stands, by its spans, its chain and the form of its cue."""
    origin = attribution.chain[-1]
    frames: set[Frame] = set()
    if attribution.in_headline:
        frames.add(Frame.HEADLINE)
    if any(link.relation == "told_to" for link in attribution.chain):
        frames.add(Frame.TOLD_TO)
    if len(attribution.chain) > 1 and any(link.relation == "relays" for link in attribution.chain):
        frames.add(Frame.RELAY)
    if origin.kind == "unknown":
        frames.add(Frame.PASSIVE)
    if origin.source is None and origin.resolved is not None:
        frames.add(Frame.ELIDED)
    if origin.cue is None:
        return frozenset(frames)
    if any(
        span.start <= origin.cue.start < span.end for one in others if one is not attribution for span in one.content
    ):
        frames.add(Frame.NESTED)
    return frozenset(frames | _cue_frames(text, attribution, origin.cue, origin.source, grammar))


def _cue_frames(
    text: str, attribution: Attribution, cue: Span, source: Span | None, grammar: Grammar
) -> frozenset[Frame]:
    """Return what the cue's form and place tell."""
    words = [token.folded for token in tokenize(text, cue.start, cue.end) if token.is_word]
    forms = {reading.form for word in words for reading in grammar.cues.get(word, ())}
    if cue.start >= attribution.content[0].end:
        return frozenset({Frame.POSTPOSED})
    if words and words[0] in grammar.words["cue_starts"]:
        return frozenset({Frame.PREPOSED})
    if Form.PARTICIPLE in forms and not forms & _FINITE:
        return frozenset({Frame.PARTICIPLE})
    if not forms & _FINITE:
        return frozenset({Frame.NOMINAL}) if words else frozenset()
    if source is None:
        return frozenset()
    return frozenset({Frame.VERB_FIRST if source.start > cue.start else Frame.SUBJECT_FIRST})


def _all_overlap(text: str, predicted: Attribution, gold: Attribution) -> bool:
    one, other = prepare(text, predicted), prepare(text, gold)
    pairs = ((one.content, other.content), (one.cue, other.cue), (one.source, other.source))
    return all(bool(a & b) or not (a or b) for a, b in pairs)


def _figures(counts: Counter[tuple[Frame, str]], frame: Frame) -> dict[str, Any]:
    def share(part: str, whole: str) -> float | None:
        return round(counts[frame, part] / counts[frame, whole], 4) if counts[frame, whole] else None

    return {
        "gold": counts[frame, "gold"],
        "recall": share("found", "gold"),
        "all_overlap": share("overlap", "gold"),
        "predicted": counts[frame, "predicted"],
        "precision": share("right", "predicted"),
    }
