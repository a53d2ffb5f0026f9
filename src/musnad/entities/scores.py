"""What matching names and contexts are worth, and from where on two namings are one entity or a question."""

from musnad.entities.person_matching import NameComparison, NameMatch
from musnad.model import MergeVerdict

# The thresholds and worths were set on the even blocks of tests/quality/entity_clusters.tsv and are measured on the
# odd ones; `python benchmarks/entities.py` prints both.
MERGE_FROM = 0.75
ASK_FROM = 0.55
# What a match of names is worth before anything is known of the context.
_WORTH = {
    NameMatch.SAME: 0.86,
    NameMatch.SPELT: 0.78,
    NameMatch.INNER: 0.82,
    NameMatch.LONGER: 0.70,
    NameMatch.LINKED: 0.62,
    NameMatch.TAIL: 0.50,
    NameMatch.SINGLE: 0.40,
}
_COMMON = 0.12  # less for two common Arabic names: there are many a Khalid Khalil
_MORE_PARTS = 0.06  # more for each part beyond two that agrees
_ONLY_ONE = 0.10  # more where nobody else in all reports could be meant
_RARE_SINGLE = 0.12  # more for a single name that is none of the language's own: there is hardly a second Mogherini
_MISSPELT = 0.5
_CONTEXT = 0.8  # how much of what is missing to 1 the fullest context fills
_CLASH = 0.15
_ANY_CONTEXT = 0.1


def name_worth(comparison: NameComparison, *, is_common: bool, is_only: bool) -> float:
    """Return from 0 to 1 what a match of names is worth; `is_only` means that no other entity fits."""
    worth = _WORTH[comparison.match] - _MISSPELT * (1 - comparison.likeness)
    if comparison.match is NameMatch.SINGLE:
        return worth + _ONLY_ONE * is_only + _RARE_SINGLE * (not is_common)
    if comparison.parts > 2:
        worth += _MORE_PARTS * (comparison.parts - 2)
    elif is_common:
        worth -= _COMMON
    return min(0.97, worth)


def with_context(worth: float, alike: float, *, clash: bool, is_single: bool) -> float:
    """Return the score of a match whose contexts are `alike`, from 0 to 1, and whose titles may clash.

    A single name in a report that has nothing in common with the other is not even a question.
    """
    if is_single and alike < _ANY_CONTEXT:
        return round(min(worth, ASK_FROM - 0.05), 3)
    score = worth + (1 - worth) * _CONTEXT * alike - _CLASH * clash * (1 - alike)
    return round(max(0.0, min(1.0, score)), 3)


def verdict_of(score: float) -> MergeVerdict:
    """Return what a score means."""
    if score >= MERGE_FROM:
        return MergeVerdict.MERGED
    return MergeVerdict.ASK if score >= ASK_FROM else MergeVerdict.SEPARATE
