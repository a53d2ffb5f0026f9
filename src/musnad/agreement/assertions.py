"""Takes a report's assertions: the sentences of its claims, and what the page tells in its own voice."""

import hashlib
from collections.abc import Iterator, Sequence
from itertools import pairwise

from musnad.agreement.cutting import words_in
from musnad.model import Article, Assertion, Claim, Event, Polarity, Report, Span, Stance, Transfer
from musnad.text import Sentence, split_sentences

# What these stances say of their content is neither yes nor no.
_NO_WORD = frozenset({Stance.ASKS, Stance.DECLINES, Stance.DOUBTS})
_FEWEST_WORDS = 3
# A longer sentence tells more than one thing; of 3,000 sentences of claims half are shorter.
_LONG = 16
_SHORTEST_CLAUSE = 12
_TERMINAL = frozenset(".!?؟")
_COMMAS = frozenset("،,؛;:")


def find_assertions(report: Report) -> tuple[Assertion, ...]:
    """Return the assertions of the report in the order of the text, one for each sentence of a claim's content.

    A claim of the headline that repeats one of the body is that one's. A negated cue (لم يؤكد) asserts nothing.
    """
    article = report.article
    if article is None:
        return ()
    told: tuple[Event | Transfer, ...] = (*report.events, *report.transfers)
    happenings = sorted(told, key=lambda one: _words_of(one)[0])
    sentences = split_sentences(article.text)[0]
    found: dict[str, Assertion] = {}
    for claim in report.claims:
        if claim.repeats is None and _asserts(claim):
            for assertion in _of_claim(report, claim, sentences, happenings):
                found.setdefault(assertion.id, assertion)
    for assertion in _of_page(report, article, sentences, happenings):
        found.setdefault(assertion.id, assertion)
    return tuple(sorted(found.values(), key=lambda one: (one.content, one.id)))


def _asserts(claim: Claim) -> bool:
    *outer, origin = claim.chain
    if origin.stance in _NO_WORD or any(link.cue_negated for link in claim.chain):
        return False
    # Who denies that another said it says nothing of the matter itself.
    return all(link.stance not in _NO_WORD | {Stance.DENIES} for link in outer)


def _of_claim(
    report: Report, claim: Claim, sentences: Sequence[Sentence], happenings: Sequence[Event | Transfer]
) -> Iterator[Assertion]:
    polarity = Polarity.DENIES if claim.chain.origin.stance is Stance.DENIES else Polarity.AFFIRMS
    said = [one for one in happenings if one.said_in == claim.id]
    for content in _by_sentence(claim.content, sentences):
        told = [one for one in said if _holds(content, _words_of(one)[0])]
        if polarity is Polarity.AFFIRMS and not told and not _is_clause(report, content):
            continue
        for part, happening in _by_happening(report, content, told):
            yield _assertion(report, part, claim.id, happening, polarity)


def _is_clause(report: Report, content: Sequence[Span]) -> bool:
    """Tell whether there are words enough to tell anything: two (أعمال إرهابية) name what the claim is about."""
    text = report.article.text if report.article else ""
    return sum(len(span.of(text).split()) for span in content) >= _FEWEST_WORDS


def _of_page(
    report: Report, article: Article, sentences: Sequence[Sentence], happenings: Sequence[Event | Transfer]
) -> Iterator[Assertion]:
    """Yield the sentences that tell a happening in the page's own voice, less what they attribute."""
    links = [link for claim in report.claims for link in claim.resolved_chain]
    cues = [span for link in links for span in (link.cue, link.source, link.anonymity_clause) if span is not None]
    own = [
        one for one in happenings if one.said_in is None and not any(_words_of(one)[0].overlaps(cue) for cue in cues)
    ]
    attributed = sorted(span for claim in report.claims for span in claim.content)
    for sentence in sentences:
        whole = Span(sentence.tokens[0].start, sentence.tokens[-1].end)
        told = [one for one in own if whole.contains(_words_of(one)[0])]
        if told:
            content = tuple(span for span in _outside(whole, attributed) if _is_told(article, span))
            told = [one for one in told if _holds(content, _words_of(one)[0])]
            # What is left of a sentence without its quotations is often but an opening (وقال إن): it tells nothing.
            content = tuple(span for span in content if any(span.contains(_words_of(one)[0]) for one in told))
            if content and told:
                for part, happening in _by_happening(report, content, told):
                    yield _assertion(report, part, None, happening, Polarity.AFFIRMS)


def _by_happening(
    report: Report, content: tuple[Span, ...], told: Sequence[Event | Transfer]
) -> Iterator[tuple[tuple[Span, ...], Event | Transfer | None]]:
    """Yield the content with what it tells; a long one is cut down to the clauses of each happening."""
    assert report.article is not None
    main = next((one for one in told if not getattr(one, "background", False)), next(iter(told), None))
    text = report.article.text
    if main is None or sum(len(span.of(text).split()) for span in content) <= _LONG:
        yield content, main
        return
    clauses = [clause for span in content for clause in _clauses(text, span)]
    for happening in told:
        words = [*_words_of(happening), *_participants(happening)]
        held = [clause for clause in clauses if any(clause.overlaps(span) for span in words)]
        start, end = held[0].start, held[-1].end
        part = tuple(
            Span(max(start, span.start), min(end, span.end))
            for span in content
            if max(start, span.start) < min(end, span.end)
        )
        yield part, happening


def _participants(happening: Event | Transfer) -> list[Span]:
    if isinstance(happening, Event):
        named = [*happening.agents, *happening.targets, happening.place]
    else:
        named = [happening.supplier, happening.recipient, happening.via]
    return [span for span in named if span is not None]


def _clauses(text: str, span: Span) -> Iterator[Span]:
    """Yield the stretches between commas, in which a clause of news stands."""
    start = span.start
    for token in words_in(text, span.start, span.end):
        if token.folded in _COMMAS and token.end - start > _SHORTEST_CLAUSE:
            yield Span(start, token.start)
            start = token.end
    if start < span.end:
        yield Span(start, span.end)


def _words_of(happening: Event | Transfer) -> tuple[Span, ...]:
    return (happening.trigger if isinstance(happening, Event) else happening.item, *happening.also)


def _is_told(article: Article, span: Span) -> bool:
    return len(span.of(article.text).split()) >= _FEWEST_WORDS


def _holds(content: Sequence[Span], span: Span) -> bool:
    return any(part.contains(span) for part in content)


def _by_sentence(content: Sequence[Span], sentences: Sequence[Sentence]) -> Iterator[tuple[Span, ...]]:
    """Yield the parts of a content that lie in one sentence each."""
    first, last = min(span.start for span in content), max(span.end for span in content)
    for sentence in sentences:
        start, end = sentence.tokens[0].start, sentence.tokens[-1].end
        if end <= first or last <= start:
            continue
        parts = tuple(
            Span(max(start, span.start), min(end, span.end))
            for span in content
            if max(start, span.start) < min(end, span.end)
        )
        if len(parts) == 1:
            yield from ((part,) for part in _within_quotation(sentence, parts[0]))
        elif parts:
            yield parts


def _within_quotation(sentence: Sentence, content: Span) -> Iterator[Span]:
    """Yield the sentences that a quotation holds; for the cutter of sentences they are one."""
    start, words = content.start, 0
    for token in sentence.tokens:
        if token.start < content.start or token.end > content.end:
            continue
        words += token.is_word
        if token.folded in _TERMINAL and words >= _FEWEST_WORDS:
            yield Span(start, token.end)
            start, words = token.end, 0
    if words >= _FEWEST_WORDS or start == content.start:
        yield Span(start, content.end)


def _outside(whole: Span, taken: Sequence[Span]) -> Iterator[Span]:
    """Yield the stretches of `whole` that no span of `taken` covers; `taken` is in order."""
    edges = [whole.start]
    for span in taken:
        if span.overlaps(whole) and span.end > edges[-1]:
            edges += [max(span.start, edges[-1]), min(span.end, whole.end)]
    edges.append(whole.end)
    for start, end in list(pairwise(edges))[::2]:
        if start < end:
            yield Span(start, end)


def _assertion(
    report: Report,
    content: tuple[Span, ...],
    claim: str | None,
    happening: Event | Transfer | None,
    polarity: Polarity,
) -> Assertion:
    spans = ",".join(f"{span.start}-{span.end}" for span in content)
    key = f"{report.id}|{claim or 'page'}|{spans}"
    return Assertion(
        hashlib.sha256(key.encode()).hexdigest()[:16],
        report.id,
        content,
        claim,
        happening.id if happening else None,
        polarity,
    )
