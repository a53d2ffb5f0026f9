"""Scores the claims of articles against their gold attributions."""

import random
from collections import Counter
from collections.abc import Iterable, Sequence

from musnad.evaluation.gold import GoldArticle
from musnad.evaluation.matching import match_roles, roles_of
from musnad.evaluation.scores import RuleFigures, Scores, Unmatched, f1
from musnad.evaluation.tally import Tally, tally_article
from musnad.model import Claim

# The draws, the seed and the two places in the sorted draws are the reference scorer's: figures must compare.
_DRAWS = 500
_SEED = 0
_LOWER, _UPPER = 12, 487


def score_claims(pairs: Iterable[tuple[GoldArticle, Sequence[Claim]]]) -> Scores:
    """Return the figures of the claims read in each gold article; an unread article has no claims."""
    total = Tally()
    tallies: list[Tally] = []
    found: Counter[str] = Counter()
    matched: Counter[str] = Counter()
    unmatched: list[Unmatched] = []
    for article, claims in pairs:
        predicted = [roles_of(article.text, claim) for claim in claims]
        gold = [roles_of(article.text, attribution) for attribution in article.attributions]
        matches = match_roles(predicted, gold)
        tally = tally_article(article.text, predicted, gold, matches)
        tallies.append(tally)
        total.add(tally)
        found.update(claim.rule for claim in claims)
        matched.update(claims[row].rule for row, _ in matches)
        unmatched.extend(_unmatched(article, claims, matches))
    return Scores(
        tally=total,
        match_f1_ci95=_match_interval(tallies),
        rules=tuple(RuleFigures(rule, count, matched[rule]) for rule, count in _falling(found)),
        unmatched=tuple(unmatched),
    )


def _unmatched(
    article: GoldArticle, claims: Sequence[Claim], matches: Sequence[tuple[int, int]]
) -> Iterable[Unmatched]:
    rows = {row for row, _ in matches}
    columns = {column for _, column in matches}
    for row, claim in enumerate(claims):
        if row not in rows:
            yield Unmatched("spurious", article, claim)
    for column, attribution in enumerate(article.attributions):
        if column not in columns:
            yield Unmatched("missed", article, attribution)


def _falling(counts: Counter[str]) -> list[tuple[str, int]]:
    return sorted(counts.items(), key=lambda entry: (-entry[1], entry[0]))


def _match_interval(tallies: Sequence[Tally]) -> tuple[float, float] | None:
    """Return the percentile bootstrap of match F1, articles drawn with replacement (Efron 1979)."""
    if not tallies:
        return None
    # Not a secret: the seed is fixed so that the same claims give the same interval.
    drawing = random.Random(_SEED)
    means = sorted(_match_f1(drawing.choices(tallies, k=len(tallies))) for _ in range(_DRAWS))
    return means[_LOWER], means[_UPPER]


def _match_f1(tallies: Sequence[Tally]) -> float:
    return f1(
        sum(tally.matched for tally in tallies),
        sum(tally.predicted for tally in tallies),
        sum(tally.gold for tally in tallies),
    )
