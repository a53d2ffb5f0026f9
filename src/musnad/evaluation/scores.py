"""Adds up the comparison over articles into the figures by which the reader is judged."""

import random
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from musnad.evaluation.gold import Attribution, GoldArticle, as_attribution
from musnad.evaluation.matching import Article, Compared, kind_right, match, prepare
from musnad.model import Claim

_ROLES = ("content", "cue", "source")
_NEGATIVE = frozenset({"denies", "doubts"})
_RESAMPLES = 500


@dataclass(frozen=True, slots=True)
class Unmatched:
    """An attribution that found no partner: `spurious` if predicted, `missed` if annotated."""

    article: GoldArticle
    attribution: Attribution
    spurious: bool


@dataclass(frozen=True, slots=True)
class Scores:
    """The counts of one evaluation; `as_dict` turns them into figures."""

    articles: tuple[Counter[str], ...]
    rules: Counter[tuple[str, bool]]
    unmatched: tuple[Unmatched, ...]

    def as_dict(self) -> dict[str, Any]:
        """Return every figure by name: F1 values, accuracies over matched claims, and a 95 % interval of match F1."""
        figures = _figures(_total(self.articles))
        figures["match_f1_ci95"] = self._interval()
        return figures

    def by_rule(self) -> dict[str, dict[str, float]]:
        """Return for each rule how many claims it found and the share of them that are in the gold."""
        names = sorted({name for name, _ in self.rules})
        out = {}
        for name in names:
            right, wrong = self.rules[name, True], self.rules[name, False]
            out[name] = {"predicted": right + wrong, "precision": round(right / (right + wrong), 4)}
        return out

    def _interval(self) -> list[float] | None:
        """Resample the articles (bootstrap, Efron 1979) for the interval of match F1."""
        if not self.articles:
            return None
        chance = random.Random(0)
        values = []
        for _ in range(_RESAMPLES):
            sample = _total(chance.choices(self.articles, k=len(self.articles)))
            values.append(_f1(sample["match"], sample["pred"], sample["gold"])["f1"])
        values.sort()
        return [values[12], values[487]]


def score_claims(pairs: Iterable[tuple[GoldArticle, Sequence[Claim]]]) -> Scores:
    """Return the scores of claims against the gold articles whose texts they were read from."""
    counts: list[Counter[str]] = []
    rules: Counter[tuple[str, bool]] = Counter()
    unmatched: list[Unmatched] = []
    for article, claims in pairs:
        predicted = [prepare(article.text, as_attribution(claim)) for claim in claims]
        gold = [prepare(article.text, attribution) for attribution in article.attributions]
        found = match(predicted, gold)
        counts.append(_count(article.text, predicted, gold, found))
        hits, needed = {i for i, _ in found}, {j for _, j in found}
        rules.update((record.attribution.rule, i in hits) for i, record in enumerate(predicted))
        unmatched += [Unmatched(article, r.attribution, True) for i, r in enumerate(predicted) if i not in hits]
        unmatched += [Unmatched(article, r.attribution, False) for j, r in enumerate(gold) if j not in needed]
    return Scores(tuple(counts), rules, tuple(unmatched))


def _total(counts: Iterable[Counter[str]]) -> Counter[str]:
    total: Counter[str] = Counter()
    for count in counts:
        total.update(count)
    return total


def _count(
    text: str, predicted: Sequence[Compared], gold: Sequence[Compared], found: Sequence[tuple[int, int]]
) -> Counter[str]:
    count: Counter[str] = Counter(articles=1, pred=len(predicted), gold=len(gold), match=len(found))
    count["links_pred"] = sum(len(record.chain) for record in predicted)
    count["links_gold"] = sum(len(record.chain) for record in gold)
    count["pred_long"] = sum(len(record.chain) > 1 for record in predicted)
    count["gold_long"] = sum(len(record.chain) > 1 for record in gold)
    article = Article(text, gold)
    for i, j in found:
        _count_roles(count, predicted[i], gold[j])
        _count_chain(count, article, predicted[i], gold[j])
        _count_attributes(count, predicted[i], gold[j])
    return count


def _count_roles(count: Counter[str], p: Compared, g: Compared) -> None:
    pairs = [(role, getattr(p, role), getattr(g, role)) for role in _ROLES]
    exact = {role: a == b for role, a, b in pairs}
    overlap = {role: bool(a & b) or not (a or b) for role, a, b in pairs}
    for role in _ROLES:
        count["exact_" + role] += exact[role]
        count["overlap_" + role] += overlap[role]
    count["all_exact"] += all(exact.values())
    count["all_overlap"] += all(overlap.values())


def _count_chain(count: Counter[str], article: Article, p: Compared, g: Compared) -> None:
    right = all(article.link_right(a, b) for a, b in zip(p.chain, g.chain, strict=False))
    exact = len(p.chain) == len(g.chain) and right
    count["links_right"] += article.links_in_common(p.chain, g.chain)
    count["chain_exact"] += exact
    if len(g.chain) > 1:
        count["chain_exact_long"] += exact
    origin = article.source_right(p.chain[-1], g.chain[-1])
    count["origin_right"] += origin
    count["kind_right"] += kind_right(p.chain[-1], g.chain[-1])
    if g.chain[-1].source is None:
        count["elided"] += 1
        count["elided_right"] += origin


def _count_attributes(count: Counter[str], p: Compared, g: Compared) -> None:
    a, b = p.chain[-1], g.chain[-1]
    anonymous = a.kind == "anon", b.kind == "anon"
    count["anon_tp"] += all(anonymous)
    count["anon_pred"] += anonymous[0]
    count["anon_gold"] += anonymous[1]
    count["stance_right"] += a.stance == b.stance
    flipped = (a.stance in _NEGATIVE) != (b.stance in _NEGATIVE)
    count["polarity_wrong"] += flipped or a.negated != b.negated
    count["mode_right"] += p.attribution.mode == g.attribution.mode
    count["hedge_right"] += p.attribution.hedge == g.attribution.hedge
    count["author_right"] += p.attribution.author == g.attribution.author


def _f1(right: int, predicted: int, gold: int) -> dict[str, float]:
    precision = right / predicted if predicted else 0.0
    recall = right / gold if gold else 0.0
    f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    return {"p": round(precision, 4), "r": round(recall, 4), "f1": round(f1, 4)}


def _figures(count: Counter[str]) -> dict[str, Any]:
    def over(right: str, predicted: str, gold: str) -> dict[str, float]:
        return _f1(count[right], count[predicted], count[gold])

    def share(right: str, of: str = "match") -> float:
        return round(count[right] / (count[of] or 1), 4)

    figures: dict[str, Any] = {
        "articles": count["articles"],
        "gold": count["gold"],
        "predicted": count["pred"],
        "match": over("match", "pred", "gold"),
    }
    for role in ("source", "cue", "content"):
        figures[role + "_exact"] = over("exact_" + role, "pred", "gold")["f1"]
        figures[role + "_overlap"] = over("overlap_" + role, "pred", "gold")["f1"]
    figures["all_exact"] = over("all_exact", "pred", "gold")["f1"]
    figures["all_overlap"] = over("all_overlap", "pred", "gold")["f1"]
    figures["link"] = over("links_right", "links_pred", "links_gold")
    figures["chain_exact_f1"] = over("chain_exact", "pred", "gold")["f1"]
    figures["long_chain"] = over("chain_exact_long", "pred_long", "gold_long")
    figures["origin_accuracy"] = share("origin_right")
    figures["elided_resolution"] = share("elided_right", "elided")
    figures["kind_accuracy"] = share("kind_right")
    figures["anonymity"] = over("anon_tp", "anon_pred", "anon_gold")["f1"]
    figures["stance_accuracy"] = share("stance_right")
    figures["polarity_error"] = share("polarity_wrong")
    figures["mode_accuracy"] = share("mode_right")
    figures["hedge_accuracy"] = share("hedge_right")
    figures["author_stance_accuracy"] = share("author_right")
    return figures
