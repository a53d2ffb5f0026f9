"""Finds what a denial of a fact is of in its own report: what another said, by the deed and what goes with it."""

from collections.abc import Iterator, Sequence

from musnad.agreement.charges.lines import Charge
from musnad.agreement.charges.parties import Parties
from musnad.agreement.cutting import words_in
from musnad.languages.agreement import AgreementLexicon, Tense
from musnad.model import Assertion, Claim, Polarity, Report, Span

_OF_FACTS = frozenset({"denies-that", "denies-deed", "denies-fact"})
_FAR = 900  # characters between what is said and its denial: some six sentences
_RARE = 0.25  # a word that tells more than news in general
_SHARE = 0.5  # of the words of a denial, set on denials of 320 articles on Qatar and on a journalist's death


class Telling:
    """Reads the words of stretches of one article, and who says them."""

    def __init__(self, text: str, parties: Parties, lexicon: AgreementLexicon) -> None:
        self._text, self._parties, self._lexicon = text, parties, lexicon

    def words(self, span: Span) -> dict[str, tuple[bool, bool]]:
        """Return the telling words of the stretch by key: whether each is a deed, and whether it is denied."""
        found: dict[str, tuple[bool, bool]] = {}
        before = ""
        for token in words_in(self._text, span.start, span.end):
            reading = self._lexicon.read_word(token.folded)
            is_telling = reading.is_deed or self._lexicon.rarity.get(reading.lemma, 1.0) >= _RARE
            if token.is_word and is_telling and token.folded not in self._lexicon.words["empty"]:
                key = min(reading.senses).rstrip("+-") if reading.senses and reading.is_deed else reading.key
                is_denied = before.removeprefix("و") in self._lexicon.words["negators"]
                is_deed = reading.is_deed and (reading.tense is not Tense.NONE or reading.is_act)
                found.setdefault(key, (is_deed, is_denied))
            before = token.folded
        return found

    def share(self, words: dict[str, tuple[bool, bool]], deed: str, span: Span) -> float:
        """Return what share of the words the stretch has too; nothing where it does not tell the deed as done."""
        other = self.words(span)
        if deed not in other or other[deed][1] != words[deed][1]:
            return 0.0
        common = len(words.keys() & other.keys())
        return common / len(words) if common > 1 else 0.0

    def is_of_another(self, claim: Claim | None, charge: Charge) -> bool:
        """Tell whether the claim is told by somebody else than who denies."""
        if claim is None or any(link.cue_negated for link in claim.chain):
            return False
        link = claim.chain.origin
        spans = [span for span in (link.source, link.resolved) if span is not None]
        return not any(self._parties.speaker_keys(span) & charge.speaker for span in spans)


def find_answered(
    report: Report, assertions: Sequence[Assertion], charges: Sequence[Charge], told: Telling
) -> Iterator[tuple[Charge, Assertion]]:
    """Yield the denials of facts with what they deny: the assertion of another that shares most with each."""
    claims = {claim.id: claim for claim in report.claims}
    for charge in charges:
        if not charge.denies or charge.deed is None or charge.rule not in _OF_FACTS:
            continue
        words = told.words(charge.deed)
        deeds = [key for key, (is_deed, _) in words.items() if is_deed]
        if not deeds:
            continue
        ranked = []
        for each in assertions:
            is_far = abs(each.content[0].start - charge.span.start) > _FAR
            if is_far or each.polarity is Polarity.DENIES or charge.span.overlaps(each.content[0]):
                continue
            if each.claim is None or not told.is_of_another(claims.get(each.claim), charge):
                continue
            share = told.share(words, deeds[0], each.content[0])
            if share >= _SHARE:
                ranked.append((share, -abs(each.content[0].start - charge.span.start), each))
        if ranked:
            yield charge, max(ranked, key=lambda one: one[:2])[2]
