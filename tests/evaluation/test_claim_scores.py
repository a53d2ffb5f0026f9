"""The figures of small articles whose right answer can be counted by hand."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from musnad.evaluation import GoldArticle, score_claims
from musnad.evaluation.gold import as_attribution
from musnad.evaluation.matching import characters
from musnad.model import Anonymity, Chain, Claim, Link, LinkKind, Mode, Relation, Span, Stance

TEXT = "قالت صحيفة الضفاف إن مصدرا في الميناء أكد أن الرافعة الجديدة توقفت عن العمل.\nوأضاف أن الإصلاح سيستغرق أسبوعين."


def span(words: str, *, text: str = TEXT) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def claim_of(content: Span, *links: Link, rule: str = "verb-after-clause") -> Claim:
    return Claim("c", (content,), Chain(links), Mode.INDIRECT, rule, 0.8)


def gold_article(claims: Sequence[Claim], *, text: str = TEXT) -> GoldArticle:
    return GoldArticle("G-1", text, None, None, tuple(as_attribution(claim) for claim in claims))


NEWSPAPER = Link(span("صحيفة الضفاف"), LinkKind.OUTLET, cue=span("قالت"), relation=Relation.RELAYS)
SOURCE = Link(span("مصدرا في الميناء"), LinkKind.ANON, anonymity=Anonymity.SOURCE, cue=span("أكد"))
ELIDED = Link(None, LinkKind.ANON, resolved=span("مصدرا في الميناء"), anonymity=Anonymity.SOURCE, cue=span("أضاف"))
STOPPED = claim_of(span("أن الرافعة الجديدة توقفت عن العمل"), NEWSPAPER, SOURCE)
REPAIR = claim_of(span("أن الإصلاح سيستغرق أسبوعين"), NEWSPAPER, ELIDED)
GOLD = gold_article((STOPPED, REPAIR))


def with_links(claim: Claim, *links: Link) -> Claim:
    return replace(claim, chain=Chain(links))


def figures(*claims: Claim) -> dict[str, object]:
    return score_claims([(GOLD, claims)]).as_dict()


def test_perfect_claims_score_one() -> None:
    scores = figures(STOPPED, REPAIR)
    assert scores["match"] == {"p": 1.0, "r": 1.0, "f1": 1.0}
    assert scores["long_chain"] == {"p": 1.0, "r": 1.0, "f1": 1.0}
    assert (scores["all_exact"], scores["elided_resolution"], scores["polarity_error"]) == (1.0, 1.0, 0.0)
    assert scores["match_f1_ci95"] == [1.0, 1.0]


def test_no_claims_score_nothing() -> None:
    scores = figures()
    assert scores["match"] == {"p": 0.0, "r": 0.0, "f1": 0.0}
    assert scores["origin_accuracy"] == 0.0


def test_no_articles_have_no_interval() -> None:
    assert score_claims([]).as_dict()["match_f1_ci95"] is None


def test_punctuation_and_a_leading_complementiser_do_not_count() -> None:
    ours = replace(STOPPED, content=(span("الرافعة الجديدة توقفت عن العمل."),))
    assert figures(ours, REPAIR)["content_exact"] == 1.0


def test_little_common_content_is_no_match() -> None:
    ours = replace(STOPPED, content=(span("توقفت"),))
    assert figures(ours)["match"] == {"p": 0.0, "r": 0.0, "f1": 0.0}


def test_each_attribution_is_matched_once() -> None:
    scores = score_claims([(GOLD, [STOPPED, STOPPED])])
    assert scores.as_dict()["match"] == {"p": 0.5, "r": 0.5, "f1": 0.5}
    assert [found.spurious for found in scores.unmatched] == [True, False]
    assert scores.unmatched[1].attribution is GOLD.attributions[1]


def test_a_dropped_link_costs_the_chain_but_not_the_origin() -> None:
    scores = figures(with_links(STOPPED, SOURCE), REPAIR)
    assert scores["link"] == {"p": 1.0, "r": 0.75, "f1": 0.8571}
    assert (scores["chain_exact_f1"], scores["origin_accuracy"]) == (0.5, 1.0)


def test_an_elided_source_may_be_named_instead() -> None:
    named = replace(ELIDED, source=ELIDED.resolved, resolved=None)
    assert figures(with_links(REPAIR, NEWSPAPER, named))["elided_resolution"] == 1.0


def test_an_elided_source_resolved_to_another_is_wrong() -> None:
    wrong = replace(ELIDED, resolved=NEWSPAPER.source)
    assert figures(with_links(REPAIR, NEWSPAPER, wrong))["elided_resolution"] == 0.0


def test_a_mention_tied_to_the_right_one_is_right_too() -> None:
    text = "صرح مدير المتحف سامي العطار أن الافتتاح قريب. وقال المدير إن الدعوات أرسلت. وأضاف أن الدخول مجاني."
    full, back = span("مدير المتحف سامي العطار", text=text), span("المدير", text=text)
    sent = claim_of(span("إن الدعوات أرسلت", text=text), Link(back, LinkKind.PERSON, resolved=full))
    elided = Link(None, LinkKind.PERSON, resolved=back)
    free = claim_of(span("أن الدخول مجاني", text=text), elided)
    ours = with_links(free, replace(elided, resolved=full))
    scores = score_claims([(gold_article((sent, free), text=text), [ours])])
    assert scores.as_dict()["elided_resolution"] == 1.0


def test_a_flipped_denial_and_a_lost_negation_are_polarity_errors() -> None:
    denied = with_links(STOPPED, NEWSPAPER, replace(SOURCE, stance=Stance.DENIES))
    negated = with_links(REPAIR, NEWSPAPER, replace(ELIDED, cue_negated=True))
    assert figures(denied, negated)["polarity_error"] == 1.0


@pytest.mark.parametrize(("ours", "theirs"), [(LinkKind.GROUP, LinkKind.ORG), (LinkKind.OUTLET_GROUP, LinkKind.OUTLET)])
def test_near_kinds_are_one(ours: LinkKind, theirs: LinkKind) -> None:
    gold = gold_article([with_links(STOPPED, replace(SOURCE, kind=theirs))])
    claim = with_links(STOPPED, replace(SOURCE, kind=ours))
    assert score_claims([(gold, [claim])]).as_dict()["kind_accuracy"] == 1.0


def test_a_link_that_nobody_holds_is_left_out() -> None:
    ours = with_links(STOPPED, NEWSPAPER, SOURCE, Link(None, LinkKind.UNKNOWN))
    assert figures(ours, REPAIR)["chain_exact_f1"] == 1.0


def test_each_rule_has_its_precision() -> None:
    lost = replace(STOPPED, content=(span("قالت صحيفة"),), rule="clause-as-noted")
    by_rule = score_claims([(GOLD, [STOPPED, REPAIR, lost])]).by_rule()
    assert by_rule == {
        "clause-as-noted": {"predicted": 1, "precision": 0.0},
        "verb-after-clause": {"predicted": 2, "precision": 1.0},
    }


def test_a_span_of_punctuation_covers_nothing() -> None:
    assert characters("قال: «...»", [Span(3, 10)]) == frozenset()
