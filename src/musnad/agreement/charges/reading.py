"""Reads the charges of a report: who is accused of what, who denies a part in it, and what a bare denial is of."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from musnad.agreement.charges.accusing import find_accusations, find_deeds
from musnad.agreement.charges.answering import Telling, find_answered
from musnad.agreement.charges.denying import find_denials
from musnad.agreement.charges.lines import Charge, Line, read_lines
from musnad.agreement.charges.parties import Parties
from musnad.agreement.cutting import words_in
from musnad.languages.agreement import AgreementLexicon
from musnad.languages.charges import ChargeGrammar
from musnad.model import Assertion, Claim, Polarity, Report, Span
from musnad.text import split_sentences

_BEHIND_CUE = 40  # characters between اتهمت and what follows
_OF_PARTS = frozenset({"denies-part", "denies-charges"})
_WITH_ACCUSER = frozenset({"accuses", "holds-responsible", "points-at"})
_OPENING = 3  # words before a denial that opens its sentence
_BACK_IF_NAMED = 4  # the same where it is told who said it
_BACK = 1  # sentences between what is told and a denial that only points at it


@dataclass(frozen=True, slots=True)
class Answer:
    """A denial that only points (نفت ذلك), and the assertion, by id, that stands right before it, with its words."""

    denial: Charge
    assertion: str
    span: Span
    claim: str | None = None


def find_charges(report: Report, grammar: ChargeGrammar, lexicon: AgreementLexicon) -> tuple[Charge, ...]:
    """Return the accusations and denials of the report in the order of the text."""
    return read_charges(report, (), grammar, lexicon)[0]


def read_charges(
    report: Report, assertions: Sequence[Assertion], grammar: ChargeGrammar, lexicon: AgreementLexicon
) -> tuple[tuple[Charge, ...], tuple[Answer, ...]]:
    """Return the charges of the report in the order of the text, and what denials that only point are of."""
    article = report.article
    if article is None:
        return (), ()
    opening = grammar.words["opening"]
    if opening.isdisjoint([token.folded for token in words_in(article.text, 0, len(article.text))]):
        return (), ()
    sentences = split_sentences(article.text)[0]
    parties = Parties(report, grammar)
    found: list[Charge] = []
    for line in read_lines(report, sentences, parties, grammar, lexicon):
        denials = list(find_denials(line))
        found += denials
        found += find_accusations(line, _taken(line, denials))
    denied = frozenset[str]().union(*(charge.accused for charge in found if charge.denies and charge.deed))
    if denied:
        for line in read_lines(report, sentences, parties, grammar, lexicon, whole=True):
            found += find_deeds(line, denied, [charge for charge in found if charge.sentence == line.place])
    charges = tuple(sorted(found, key=lambda charge: (charge.span, charge.rule)))
    starts = [sentence.tokens[0].start for sentence in sentences]
    answers = list(_answers(report, assertions, charges, parties, starts))
    told = Telling(article.text, parties, lexicon)
    answers += [
        Answer(charge, each.id, each.content[0]) for charge, each in find_answered(report, assertions, charges, told)
    ]
    against = {answer: _accusation(report, answer, parties, starts) for answer in answers}
    made = tuple(dict.fromkeys(charge for charge in against.values() if charge is not None))
    return charges + made, tuple(answer for answer in answers if against[answer] is None)


def is_of_charge(assertion: Assertion, charges: Sequence[Charge]) -> bool:
    """Tell whether the words but tell of a charge: the part in a deed that is denied, or who accuses whom of it."""
    content = assertion.content[0]
    for charge in charges:
        if not charge.span.contains(content):
            continue
        if charge.denies and assertion.polarity is Polarity.DENIES and charge.rule in _OF_PARTS:
            return True
        if charge.rule in _WITH_ACCUSER and charge.deed is not None and content.start < charge.deed.start:
            return content.start > charge.span.start
    return False


def _taken(line: Line, denials: Sequence[Charge]) -> frozenset[int]:
    """Return the tokens of the denials: what is denied accuses nobody."""
    return frozenset(
        place
        for place, token in enumerate(line.tokens)
        if any(charge.span.start <= token.start < charge.span.end for charge in denials)
    )


def _answers(
    report: Report, assertions: Sequence[Assertion], charges: Sequence[Charge], parties: Parties, starts: Sequence[int]
) -> Iterator[Answer]:
    claims = {claim.id: claim for claim in report.claims}
    assert report.article is not None
    text = report.article.text
    for charge in charges:
        if not charge.denies or charge.deed is not None:
            continue
        opens = starts[charge.sentence]
        if len(text[opens : charge.span.start].split()) <= _OPENING or charge.of:
            opens = starts[max(0, charge.sentence - (_BACK_IF_NAMED if charge.of else _BACK))]
        before = [
            each
            for each in assertions
            if opens <= each.content[0].start
            and each.content[-1].end <= charge.span.start
            and each.polarity is Polarity.AFFIRMS
            and _is_of_another(claims.get(each.claim or ""), charge, parties)
            and (charge.rule != "denies-charges" or _accuses(claims.get(each.claim or ""), each, charge, parties))
        ]
        if before:
            told = max(before, key=lambda each: (each.content[-1].end, each.claim is not None))
            yield Answer(charge, told.id, told.content[0], told.claim)


def _accusation(report: Report, answer: Answer, parties: Parties, starts: Sequence[int]) -> Charge | None:
    """Return what is denied as an accusation of who denies it, where it is told as one: اتهمتها بدعم الانقلاب."""
    claim = next((claim for claim in report.claims if claim.id == answer.claim), None)
    link = claim.chain.origin if claim is not None else None
    if claim is None or link is None or link.cue is None or not parties.is_accusing(link.cue):
        return None
    if not answer.denial.accused:
        return None
    if not 0 <= answer.span.start - link.cue.end <= _BEHIND_CUE:
        return None
    spans = [span for span in (link.source, link.resolved) if span is not None]
    speaker = frozenset[str]().union(*(parties.speaker_keys(span) for span in spans))
    whole = Span(link.cue.start, answer.span.end)
    sentence = bisect_right(starts, whole.start) - 1
    accused = answer.denial.accused
    return Charge("accuses-him", False, accused, speaker - accused, whole, answer.span, sentence, claim.id)


def _accuses(claim: Claim | None, assertion: Assertion, charge: Charge, parties: Parties) -> bool:
    """Tell whether the assertion names who denies accusations, or is itself told as one."""
    named = [party for span in assertion.content for party in parties.inside(span)]
    if any(party.keys & charge.accused for party in named):
        return True
    cue = claim.chain.origin.cue if claim is not None else None
    return cue is not None and parties.is_accusing(cue)


def _is_of_another(claim: Claim | None, charge: Charge, parties: Parties) -> bool:
    """Tell whether a claim is not that of who denies; where it is told who said it, whether it is his."""
    if claim is None:
        return not charge.of and charge.rule != "denies-charges"
    link = claim.chain.origin
    spans = [span for span in (link.source, link.resolved) if span is not None]
    speakers = [party for span in spans for party in [parties.speaker(span)] if party is not None]
    if charge.of:
        return any(party.all_keys & charge.of for party in speakers)
    return not any(party.all_keys & charge.speaker for party in speakers)
