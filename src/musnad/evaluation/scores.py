"""The figures that a tally comes to, rounded to four places."""

from dataclasses import dataclass
from typing import Any, Literal

from musnad.evaluation.gold import Attribution, GoldArticle
from musnad.evaluation.tally import Tally
from musnad.model import Claim

_PLACES = 4


@dataclass(frozen=True, slots=True)
class RuleFigures:
    """How well one grammar rule does: claims it found, and those that a gold attribution matches."""

    rule: str
    predicted: int
    matched: int

    @property
    def precision(self) -> float:
        """Return the matched share of the rule's claims, 0 to 1."""
        return share(self.matched, self.predicted)


@dataclass(frozen=True, slots=True)
class Unmatched:
    """A claim that no attribution matches (`spurious`), or an attribution that no claim matches (`missed`)."""

    fault: Literal["missed", "spurious"]
    article: GoldArticle
    record: Claim | Attribution


@dataclass(frozen=True, slots=True)
class Scores:
    """The figures of a set of articles; `rules` by falling count, `unmatched` in the articles' order.

    `match_f1_ci95` is the 95 % interval of match F1 over articles drawn anew, None where there are none.
    """

    tally: Tally
    match_f1_ci95: tuple[float, float] | None
    rules: tuple[RuleFigures, ...]
    unmatched: tuple[Unmatched, ...]

    def as_dict(self) -> dict[str, Any]:
        """Return every figure by name; the names are those of the published reference scorer."""
        interval = self.match_f1_ci95
        return {**_figures(self.tally), "match_f1_ci95": list(interval) if interval else None}


def share(part: int, whole: int) -> float:
    """Return part / whole, 0 where there is no whole."""
    return round(part / whole, _PLACES) if whole else 0.0


def f1(right: int, predicted: int, gold: int) -> float:
    """Return the harmonic mean of precision and recall."""
    return precision_recall(right, predicted, gold)["f1"]


def precision_recall(right: int, predicted: int, gold: int) -> dict[str, float]:
    """Return precision `p`, recall `r` and their harmonic mean `f1`."""
    precision = right / predicted if predicted else 0.0
    recall = right / gold if gold else 0.0
    # The mean is taken before rounding: three roundings in a row would drift.
    mean = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    return {
        "p": round(precision, _PLACES),
        "r": round(recall, _PLACES),
        "f1": round(mean, _PLACES),
    }


def _figures(tally: Tally) -> dict[str, Any]:
    def of_records(right: int) -> float:
        return f1(right, tally.predicted, tally.gold)

    def of_matched(right: int) -> float:
        return share(right, tally.matched)

    return {
        "articles": tally.articles,
        "gold": tally.gold,
        "predicted": tally.predicted,
        "match": precision_recall(tally.matched, tally.predicted, tally.gold),
        "source_exact": of_records(tally.exact_source),
        "source_overlap": of_records(tally.overlap_source),
        "cue_exact": of_records(tally.exact_cue),
        "cue_overlap": of_records(tally.overlap_cue),
        "content_exact": of_records(tally.exact_content),
        "content_overlap": of_records(tally.overlap_content),
        "all_exact": of_records(tally.exact_all),
        "all_overlap": of_records(tally.overlap_all),
        "link": precision_recall(tally.links_right, tally.links_predicted, tally.links_gold),
        "chain_exact_f1": of_records(tally.chains_exact),
        "long_chain": precision_recall(tally.long_exact, tally.long_predicted, tally.long_gold),
        "origin_accuracy": of_matched(tally.origins_right),
        "elided_resolution": share(tally.elided_right, tally.elided),
        "kind_accuracy": of_matched(tally.kinds_right),
        "anonymity": f1(tally.anonymous_both, tally.anonymous_predicted, tally.anonymous_gold),
        "stance_accuracy": of_matched(tally.stances_right),
        "polarity_error": of_matched(tally.polarities_wrong),
        "mode_accuracy": of_matched(tally.modes_right),
        "hedge_accuracy": of_matched(tally.hedges_right),
        "author_stance_accuracy": of_matched(tally.author_stances_right),
    }
