"""The lexical model: how likely two statements agree, by features of their words that a person can read."""

import math
from collections.abc import Iterable, Mapping, Sequence

from rapidfuzz import fuzz

from musnad.agreement.alignment import Alignment
from musnad.agreement.evidence import find_polarity
from musnad.agreement.figures import FigurePair, Fit, compare_figures
from musnad.agreement.modality import find_modality
from musnad.agreement.statements import Statement
from musnad.agreement.words import Word
from musnad.languages.agreement import AgreementLexicon
from musnad.model import MentionKind

_NAMES = frozenset(
    {
        MentionKind.PERSON,
        MentionKind.ORGANISATION,
        MentionKind.ARMED_GROUP,
        MentionKind.GOVERNMENT_BODY,
        MentionKind.COUNTRY,
        MentionKind.NATIONALITY,
        MentionKind.PLACE,
        MentionKind.FACILITY,
        MentionKind.OUTLET,
    }
)
_MOST = 3.0
_FEW = 2


def agreement_features(
    left: Statement,
    right: Statement,
    alignment: Alignment,
    lexicon: AgreementLexicon,
    *,
    figures: Sequence[FigurePair] | None = None,
    is_denied: bool | None = None,
) -> dict[str, float]:
    """Return the features of two statements by name: shares of words, opposed words, negation, names, numbers, senses.

    `left:` and `right:` tell a listed sense of a word without a partner on that side. `figures`, and whether one side
    denies what the other says, are worked out here where they are not known.
    """
    if figures is None:
        figures = compare_figures(left, right, lexicon.words["people"])
    if is_denied is None:
        is_denied = find_polarity(left, right, alignment) is not None
    found = {
        **_shares(left, right, alignment),
        **_denials(left, right, alignment, is_denied=is_denied),
        **_leftovers(alignment),
        **_slots(alignment, figures),
    }
    found.update(dict.fromkeys((f"left:{sense}" for sense in _senses(alignment.left_only)), 1.0))
    found.update(dict.fromkeys((f"right:{sense}" for sense in _senses(alignment.right_only)), 1.0))
    return {name: round(value, 4) for name, value in found.items()}


def _senses(words: Iterable[Word]) -> list[str]:
    return sorted({sense for word in words for sense in word.reading.senses})


def _shares(left: Statement, right: Statement, alignment: Alignment) -> dict[str, float]:
    one, other = left.wording.words, right.wording.words
    fewest = max(1, min(len(one), len(other)))
    texts = " ".join(word.folded for word in one), " ".join(word.folded for word in other)
    same = sum(pair.left.reading.lemma == pair.right.reading.lemma for pair in alignment.pairs)
    return {
        "bias": 1.0,
        "shared": alignment.shared,
        "common": alignment.common,
        "left_share": alignment.left_share,
        "right_share": alignment.right_share,
        "same_lemmas": same / fewest,
        "same_spellings": len({word.folded for word in one} & {word.folded for word in other}) / fewest,
        "letters": fuzz.ratio(*texts) / 100,
        "letters_sorted": fuzz.token_sort_ratio(*texts) / 100,
        "length": math.log1p(len(one) + len(other)) / 5,
        "same_opening": float(bool(one and other and one[0].reading.lemma == other[0].reading.lemma)),
    }


def _denials(left: Statement, right: Statement, alignment: Alignment, *, is_denied: bool) -> dict[str, float]:
    opposed = sum(pair.opposed for pair in alignment.pairs)
    mismatched = sum(pair.left.negated != pair.right.negated for pair in alignment.pairs)
    denied = [sum(word.negated for word in side.wording.words) for side in (left, right)]
    return {
        "opposed": float(opposed > 0),
        "opposed_count": min(opposed, _MOST) / _MOST,
        "negation_mismatch": float(mismatched > 0),
        "negation_difference": min(abs(denied[0] - denied[1]), _MOST) / _MOST,
        "left_negated": float(denied[0] > 0),
        "right_negated": float(denied[1] > 0),
        "polarity": float(is_denied),
        "modality": float(find_modality(left, right, alignment) is not None),
    }


def _leftovers(alignment: Alignment) -> dict[str, float]:
    one, other = alignment.left_only, alignment.right_only
    before = {word.before for word in other if word.before}
    return {
        "only_left": math.log1p(len(one)) / _MOST,
        "only_right": math.log1p(len(other)) / _MOST,
        "weight_right": min(sum(word.weight for word in other), 2 * _MOST) / _MOST,
        "lone_deeds": float(_deeds(one) > 0 and _deeds(other) > 0),
        "lone_deeds_right": min(_deeds(other), _MOST) / _MOST,
        "lone_names": float(_names(one) > 0 and _names(other) > 0),
        "lone_names_right": float(_names(other) > 0),
        "one_for_one": float(len(one) == 1 and len(other) == 1),
        "few_for_few": float(0 < len(one) <= _FEW and 0 < len(other) <= _FEW),
        "substituted": float(any(word.before in before for word in one)),
        "all_paired": float(not one and not other),
    }


def _slots(alignment: Alignment, figures: Sequence[FigurePair]) -> dict[str, float]:
    fits = [pair.fit for pair in figures]
    same = [pair for pair in alignment.pairs if not pair.opposed]
    deeds = sum(pair.left.tells_deed or pair.right.tells_deed for pair in same)
    names = sum(pair.left.kind in _NAMES or pair.right.kind in _NAMES for pair in same)
    return {
        "deeds": min(deeds, _MOST) / _MOST,
        "no_deed": float(not deeds),
        "shared_names": min(names, _MOST) / _MOST,
        "numbers_same": float(Fit.SAME in fits),
        "numbers_apart": float(Fit.APART in fits),
    }


def _deeds(words: Sequence[Word]) -> int:
    return sum(word.tells_deed for word in words)


def _names(words: Sequence[Word]) -> int:
    return sum(word.kind in _NAMES for word in words)


def agreement_chances(found: Mapping[str, float], lexicon: AgreementLexicon) -> dict[str, float]:
    """Return the chance of agree, disagree and other, which sum to 1; empty where the pack has no model."""
    told = [(feature, value) for feature, value in found.items() if value]  # half of them are nothing
    scores = {
        name: sum([weights.get(feature, 0.0) * value for feature, value in told])
        for name, weights in lexicon.model.items()
    }
    if not scores:
        return {}
    top = max(scores.values())
    raised = {name: math.exp(score - top) for name, score in scores.items()}
    whole = sum(raised.values())
    return {name: value / whole for name, value in raised.items()}
