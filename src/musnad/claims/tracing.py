"""Traces the claims of an article: the rules find them sentence by sentence, memory resolves who speaks."""

import hashlib
import itertools
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from operator import attrgetter

from musnad.claims.attributes import author_stance_of, hedge_of, mode_of, verbatim_spans
from musnad.claims.carriers import Carriers
from musnad.claims.circumstances import circumstances_of, without_circumstance
from musnad.claims.drafts import Draft, DraftLink, Elision
from musnad.claims.kinds import Known
from musnad.claims.nesting import chain_around, nested_speaker
from musnad.claims.notes import Notes, find_verification
from musnad.claims.reasons import Reasons
from musnad.claims.repeats import align_headline
from musnad.claims.sentence_rules import read_sentence
from musnad.claims.speakers import Speakers, agrees
from musnad.claims.view import SentenceView
from musnad.languages import Language
from musnad.model import (
    Article,
    Chain,
    Circumstance,
    Claim,
    Link,
    LinkKind,
    Problem,
    ProblemCode,
    Relation,
    Span,
)
from musnad.text import Sentence, split_sentences


def trace_claims(
    article: Article, language: Language, reasons: Reasons | None = None, *, people: Sequence[Span] = ()
) -> tuple[tuple[Claim, ...], tuple[Problem, ...]]:
    """Return the claims of the article in the order of their cues, and what could not be made out.

    `people` are the names of persons in it, in order: a source is not cut within one of them. Where `reasons` is
    given, it is filled with why each claim was read as it was.
    """
    sentences, unpaired = split_sentences(article.text)
    grammar = language.grammar
    outlet = _page_outlet(article, language)
    speakers, carriers, notes = Speakers(outlet), Carriers(article.credits, outlet), Notes()
    claims: list[Claim] = []
    last: list[int] = []  # the claims of the last sentence that had any
    problems = [_unbalanced(article.text, offset) for offset in unpaired]
    for sentence in sentences:
        view = SentenceView(article.text, sentence, grammar, reasons, _named_in(people, sentence))
        headline = article.has_headline and sentence.paragraph == 0
        found = _sentence_claims(view, speakers, headline)
        problems += [_unresolved(article.text, claim) for claim, lost in found if lost]
        read = notes.with_clauses(view, [claim for claim, _ in found])
        before = last
        last = list(range(len(claims), len(claims) + len(read))) or last
        claims += [
            replace(claim, carriers=around) if (around := carriers.outside(claim.chain.links)) else claim
            for claim in read
        ]
        verification = find_verification(view)
        if verification is not None:
            own = [number for number in last if claims[number].content[-1].end <= verification.start]
            for number in own or before:
                claims[number] = replace(claims[number], verification=verification)
        if not headline:
            speakers.meet(view)
        speakers.sentences.append(view)
        if headline:
            # A headline names people the body has yet to introduce: it must not answer for the body's pronouns.
            speakers.known.clear()
    return tuple(align_headline(article, claims, grammar)), tuple(problems)


def _named_in(people: Sequence[Span], sentence: Sentence) -> Sequence[Span]:
    begin, end = sentence.tokens[0].start, sentence.tokens[-1].end
    return people[
        bisect_left(people, begin, key=attrgetter("start")) : bisect_left(people, end, key=attrgetter("start"))
    ]


def _page_outlet(article: Article, language: Language) -> str | None:
    """Return the lexicon's id of the page's own outlet, by its name or by the domain of its address."""
    return language.outlet_names.of_page(article.outlet.value if article.outlet else None, article.url)


def _sentence_claims(view: SentenceView, speakers: Speakers, headline: bool) -> list[tuple[Claim, bool]]:
    if view.reasons is not None:
        view.reasons.begin_sentence()
    drafts = read_sentence(view, headline=headline)
    for link in (link for draft in drafts for link in draft.links):
        link.source = without_circumstance(view, link.source) if link.source else None
    chains: dict[int, tuple[Link, ...]] = {}
    holders: list[Known] = []
    told_to: dict[int, Link] = {}
    outers: dict[int, Known | None] = {}
    around: dict[int, Known] = {}
    found = []
    for position, draft in enumerate(drafts):
        links, lost = list[Link](), False
        if draft.charged is not None:
            speakers.name(view, draft.charged, aside=draft.parent is not None)
        nested = nested_speaker(view, drafts, position, speakers, outers, around)
        if nested is not None:
            draft.links[0].known, inside, whole = nested
            teller = outers.get(id(inside if whole else inside.parent)) or around.get(id(inside))
            around.update({id(draft): teller} if teller is not None else {})
        for number, link in enumerate(draft.links):
            # قالت لصحيفة كذا إن كذا. وأضافت: nor is the outlet that listened who speaks on.
            link.aside = draft.parent is not None or draft.rule.startswith("according-to")
            link.aside = link.aside or link.relation is Relation.TOLD_TO
            # وأضاف لرويترز أن: the outlet that was just named listened, and is not who speaks.
            # قالت كذا، بحسب الصحيفة: nor is the outlet that carries the words.
            told = bool(links) and (links[-1].relation is Relation.TOLD_TO or links[-1].kind is LinkKind.OUTLET)
            # بحسب الوكالة، قال أمام أنصاره كذا: she carries what another said.
            carrier = outers.get(id(draft.parent)) if draft.parent is not None else None
            told = told or (carrier is not None and carrier.kind is LinkKind.OUTLET and _is_adverbial(draft.parent))
            link.not_outlet = link.not_outlet or told
            if link.elision is Elision.OTHER:
                link.barred = outers.get(id(draft.parent))
            if link.elision is Elision.OUTER:
                _find_outer(link, outers.get(id(draft.parent)))
            made, holder = _link(view, link, speakers, holders, links)
            lost = lost or (made.kind is LinkKind.UNKNOWN and link.elision is not Elision.NOBODY)
            links.append(made)
            outers[id(draft)] = holder
            if number == len(draft.links) - 1 and holder is not None and _is_foremost(draft):
                holders.append(holder)
        if nested is not None:
            links = [*chain_around(chains[id(nested[1])], whole=nested[2]), *links]
        outer = chains.get(id(draft.parent)) if draft.parent is not None else None
        if outer is not None and not _same_speaker(outer[-1], links[0]):
            links = [*outer, *links]
        elif len(links) == 1 and links[0].source is None and links[0].resolved is not None:
            carried = told_to.get(links[0].resolved.start)
            links = [_elided(carried), *links] if carried is not None else links
        for before, after in itertools.pairwise(links):
            if before.relation is Relation.TOLD_TO and after.source is not None:
                told_to[after.source.start] = before
        chains[id(draft)] = tuple(links)
        if not draft.hollow:
            claim = _claim(view, draft, tuple(links), headline, circumstances_of(view, draft, drafts[:position]))
            found.append((claim, lost))
            if view.reasons is not None:
                view.reasons.finish(view, len(speakers.sentences) + 1, draft, claim)
    return found


def _is_adverbial(draft: Draft | None) -> bool:
    return draft is not None and draft.rule.startswith(("according-to", "as-reported"))


def _is_foremost(draft: Draft) -> bool:
    """Tell whether no report of another speaker holds this one: بحسب التقرير، فإن المحقق قال: he speaks on."""
    parent = draft.parent
    return parent is None or (parent.hollow and parent.rule.startswith("according-to"))


def _find_outer(link: DraftLink, outer: Known | None) -> None:
    """Give a claim inside another its speaker where the verb agrees with that speaker."""
    if outer is not None and agrees(outer, link.agreement):
        link.known = outer


def _same_speaker(outer: Link, inner: Link) -> bool:
    """Tell whether a nested claim without a source goes back to the speaker of the claim around it: one voice."""
    known = {(span.start, span.end) for span in (outer.source, outer.resolved) if span is not None}
    return inner.source is None and inner.resolved is not None and (inner.resolved.start, inner.resolved.end) in known


def _elided(link: Link) -> Link:
    return replace(link, source=None, resolved=link.source or link.resolved, cue=None, cue_negated=False)


def _link(
    view: SentenceView, draft: DraftLink, speakers: Speakers, holders: list[Known], made: list[Link]
) -> tuple[Link, Known | None]:
    cue = view.cue_span(*draft.cue) if draft.cue else None
    if cue is not None and draft.clitic:
        cue = Span(cue.start, view.tokens[draft.cue[1]].start + draft.clitic) if draft.cue else None
    if draft.source is not None:
        holder, earlier = speakers.name(view, draft.source, aside=draft.aside, gender=draft.agreement[0])
        if view.reasons is not None:
            view.reasons.note_how(draft, "named; goes back to a fuller mention" if earlier else "named")
        if draft.vouched is not None:
            holder = replace(holder, kind=draft.vouched.kind, anonymity=draft.vouched.anonymity)
        if draft.own_outlet:
            speakers.known.remove(holder)  # the page tells of itself: no verb without a speaker means it
            named = speakers.page_outlet is not None and holder.kind is LinkKind.OUTLET
            holder = replace(holder, kind=LinkKind.OUTLET if named else LinkKind.AUTHOR, anonymity=None)
        if draft.relation is Relation.TOLD_TO and holder.kind is not LinkKind.OUTLET_GROUP:
            # A page that interviews is the outlet spoken to; it speaks for itself only where it asserts.
            heard = replace(holder, kind=LinkKind.OUTLET, anonymity=None)
            if holder in speakers.known:
                speakers.known[speakers.known.index(holder)] = heard
            holder = heard
        source, resolved = holder.span, earlier.span if earlier else None
    else:
        found = draft.known or speakers.resolve(view, draft, holders)
        if draft.known is not None and view.reasons is not None:
            view.reasons.note_how(draft, "the speaker of the report around it, who fits the verb")
        if found is None:
            kind = LinkKind.UNKNOWN
            return Link(None, kind, None, None, cue, draft.negated, draft.relation, draft.stance), None
        holder, source, resolved = found, None, found.span
    relation = draft.relation
    if holder.kind is LinkKind.DOCUMENT and relation is Relation.SAYS:
        relation = Relation.DOCUMENT_OF
    link = Link(
        source, holder.kind, resolved, holder.anonymity, cue, draft.negated, relation, draft.stance, holder.entry
    )
    return link, holder


def _claim(
    view: SentenceView, draft: Draft, links: tuple[Link, ...], headline: bool, circumstances: tuple[Circumstance, ...]
) -> Claim:
    content = tuple(_content_span(view, first, end) for first, end in draft.content)
    verbatim = verbatim_spans(view, draft)
    rule = view.grammar.rules[draft.rule]
    origin = links[-1].cue or content[0]
    key = f"{view.text[origin.start : origin.end]}|{origin.start}|{[(s.start, s.end) for s in content]}"
    return Claim(
        id=hashlib.sha256(key.encode()).hexdigest()[:16],
        content=content,
        chain=Chain(links),
        mode=mode_of(view, draft, verbatim),
        rule=rule.name,
        confidence=rule.confidence,
        verbatim=verbatim,
        hedge=hedge_of(view, draft),
        author_stance=author_stance_of(view, draft),
        in_headline=headline,
        circumstances=circumstances,
    )


def _content_span(view: SentenceView, first: int, end: int) -> Span:
    span = view.span(first, end)
    if view.word(first) in {"فان", "فانه", "فانها"} or (
        first == 0 and view.word(first)[0] in "وف" and view.word(first) not in view.grammar.words["known_waws"]
    ):
        return Span(span.start + 1, span.end)
    return span


def _unbalanced(text: str, offset: int) -> Problem:
    words = text[offset : offset + 30].split("\n")[0]
    return Problem(
        ProblemCode.UNBALANCED_QUOTES,
        f"the quotation mark before “{words[1:].strip()}” has no partner in its paragraph; "
        "its words were read as unquoted",
        Span(offset, offset + 1),
    )


def _unresolved(text: str, claim: Claim) -> Problem:
    cue = claim.chain.origin.cue
    word = cue.of(text) if cue else "the claim"
    return Problem(
        ProblemCode.UNRESOLVED_SOURCE,
        f"no earlier speaker fits the verb {word} in gender and number; the claim's origin stays unknown",
        cue,
    )
