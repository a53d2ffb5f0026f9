"""The figures of small articles whose right answer can be counted by hand."""

from dataclasses import replace

import pytest

from musnad.evaluation import Attribution, GoldArticle, score_claims
from musnad.evaluation.words import share_words, trim_span
from musnad.model import Anonymity, Chain, Claim, Link, LinkKind, Mode, Relation, Span, Stance

TEXT = (
    "قالت صحيفة الضفاف إن مصدرا في الميناء أكد أن الرافعة الجديدة توقفت عن العمل.\n"
    "وأضاف أن الإصلاح سيستغرق أسبوعين."
)


def span(words: str, *, text: str = TEXT) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


NEWSPAPER = Link(span("صحيفة الضفاف"), LinkKind.OUTLET, cue=span("قالت"), relation=Relation.RELAYS)
SOURCE = Link(span("مصدرا في الميناء"), LinkKind.ANON, anonymity=Anonymity.SOURCE, cue=span("أكد"))
ELIDED = Link(
    None, LinkKind.ANON, resolved=span("مصدرا في الميناء"), anonymity=Anonymity.SOURCE, cue=span("أضاف")
)
STOPPED = Attribution((span("أن الرافعة الجديدة توقفت عن العمل"),), Chain((NEWSPAPER, SOURCE)), Mode.INDIRECT)
REPAIR = Attribution((span("أن الإصلاح سيستغرق أسبوعين"),), Chain((NEWSPAPER, ELIDED)), Mode.INDIRECT)
GOLD = GoldArticle("G-1", TEXT, None, None, (STOPPED, REPAIR))


def as_claim(attribution: Attribution, *links: Link, rule: str = "verb-after-clause") -> Claim:
    chain = Chain(links) if links else attribution.chain
    return Claim("c", attribution.content, chain, attribution.mode, rule, 0.8)


def figures(*claims: Claim) -> dict[str, object]:
    return score_claims([(GOLD, claims)]).as_dict()


def test_perfect_claims_score_one() -> None:
    scores = figures(as_claim(STOPPED), as_claim(REPAIR))
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
    words = span("الرافعة الجديدة توقفت عن العمل.")
    scores = figures(replace(as_claim(STOPPED), content=(words,)))
    assert scores["content_exact"] == pytest.approx(0.6667)


def test_little_common_content_is_no_match() -> None:
    words = span("توقفت")
    assert figures(replace(as_claim(STOPPED), content=(words,)))["match"] == {"p": 0.0, "r": 0.0, "f1": 0.0}


def test_each_attribution_is_matched_once() -> None:
    scores = score_claims([(GOLD, [as_claim(STOPPED), as_claim(STOPPED)])])
    assert scores.as_dict()["match"] == {"p": 0.5, "r": 0.5, "f1": 0.5}
    assert [found.fault for found in scores.unmatched] == ["spurious", "missed"]
    assert scores.unmatched[1].record is REPAIR


def test_a_dropped_link_costs_the_chain_but_not_the_origin() -> None:
    scores = figures(as_claim(STOPPED, SOURCE), as_claim(REPAIR))
    assert scores["link"] == {"p": 1.0, "r": 0.75, "f1": 0.8571}
    assert (scores["chain_exact_f1"], scores["origin_accuracy"]) == (0.5, 1.0)


def test_an_elided_source_may_be_named_instead() -> None:
    scores = figures(as_claim(REPAIR, NEWSPAPER, replace(ELIDED, source=ELIDED.resolved, resolved=None)))
    assert scores["elided_resolution"] == 1.0


def test_an_elided_source_resolved_to_another_is_wrong() -> None:
    scores = figures(as_claim(REPAIR, NEWSPAPER, replace(ELIDED, resolved=NEWSPAPER.source)))
    assert scores["elided_resolution"] == 0.0


def test_a_mention_tied_to_the_right_one_is_right_too() -> None:
    text = (
        "صرح مدير المتحف سامي العطار أن الافتتاح قريب. وقال المدير إن الدعوات أرسلت. وأضاف أن الدخول مجاني."
    )
    full, back = span("مدير المتحف سامي العطار", text=text), span("وقال المدير", text=text)
    referring = Link(Span(back.start + 5, back.end), LinkKind.PERSON, resolved=full)
    elided = Link(None, LinkKind.PERSON, resolved=referring.source)
    sent = Attribution((span("إن الدعوات أرسلت", text=text),), Chain((referring,)), Mode.INDIRECT)
    free = Attribution((span("أن الدخول مجاني", text=text),), Chain((elided,)), Mode.INDIRECT)
    article = GoldArticle("G-2", text, None, None, (sent, free))
    claim = as_claim(free, replace(elided, resolved=full))
    assert score_claims([(article, [claim])]).as_dict()["elided_resolution"] == 1.0


def test_a_flipped_denial_and_a_lost_negation_are_polarity_errors() -> None:
    denied = as_claim(STOPPED, NEWSPAPER, replace(SOURCE, stance=Stance.DENIES))
    negated = as_claim(REPAIR, NEWSPAPER, replace(ELIDED, cue_negated=True))
    assert figures(denied, negated)["polarity_error"] == 1.0


@pytest.mark.parametrize(
    ("ours", "theirs"), [(LinkKind.GROUP, LinkKind.ORG), (LinkKind.OUTLET_GROUP, LinkKind.OUTLET)]
)
def test_near_kinds_are_one(ours: LinkKind, theirs: LinkKind) -> None:
    gold = replace(STOPPED, chain=Chain((replace(SOURCE, kind=theirs),)))
    article = replace(GOLD, attributions=(gold,))
    scores = score_claims([(article, [as_claim(gold, replace(SOURCE, kind=ours))])])
    assert scores.as_dict()["kind_accuracy"] == 1.0


def test_a_link_that_nobody_holds_is_left_out() -> None:
    nobody = Link(None, LinkKind.UNKNOWN)
    scores = figures(as_claim(STOPPED, NEWSPAPER, SOURCE, nobody), as_claim(REPAIR))
    assert scores["chain_exact_f1"] == 1.0


def test_each_rule_has_its_precision() -> None:
    lost = replace(as_claim(STOPPED, rule="clause-as-noted"), content=(span("قالت صحيفة"),))
    scores = score_claims([(GOLD, [as_claim(STOPPED), as_claim(REPAIR), lost])])
    by_name = {rule.rule: (rule.predicted, rule.matched, rule.precision) for rule in scores.rules}
    assert by_name == {"verb-after-clause": (2, 2, 1.0), "clause-as-noted": (1, 0, 0.0)}


def test_trimming_can_leave_nothing() -> None:
    start, end = trim_span("قال: «...»", Span(3, 10))
    assert start == end


def test_words_are_shared_whatever_their_hamza_and_ta() -> None:
    text = "الإدارة العامة، الادارة"
    assert share_words(text, Span(0, 14), Span(16, 23))
    assert not share_words(text, Span(8, 14), Span(16, 23))
