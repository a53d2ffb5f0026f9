"""A sentence as charges are read from it: its words, who is named where, and which claims its verbs open."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from musnad.agreement.charges.parties import Parties, Party
from musnad.languages.agreement import AgreementLexicon, Tense
from musnad.languages.charges import ChargeGrammar
from musnad.model import Claim, Link, Report, Span
from musnad.text import Sentence, Token

_LONGEST_DEED = 30  # tokens
_MARKS = frozenset("،,؛;:.!؟?")
_LEAST = 3
_LONGEST_SUBJECT = 5
_NO_LIST: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Charge:
    """Words by which somebody is accused of a deed, or a part in it is denied.

    `speaker` are the keys of who says so; `span` the words to be shown, `deed` those of the deed, None where they only
    point at what was said before (نفت ذلك); `is_fact` tells a denial of something of which nobody is accused. `claim`
    is the id of the claim that its verb opens; `of` are the keys of who said what is denied (نفت ما أعلنه الجيش).
    """

    rule: str
    denies: bool
    accused: frozenset[str]
    speaker: frozenset[str]
    span: Span
    deed: Span | None
    sentence: int
    claim: str | None = None
    is_fact: bool = False
    of: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence of a report. `place` is its number; `listed` the names of the lists of charges that hold a token."""

    tokens: tuple[Token, ...]
    listed: tuple[frozenset[str], ...]
    place: int
    parties: Parties
    report: Report
    grammar: ChargeGrammar
    lexicon: AgreementLexicon
    cues: Mapping[int, tuple[Claim, Link]] = field(repr=False)
    holders: tuple[tuple[Claim, Span], ...] = ()
    party_at: Mapping[int, Party] = field(default_factory=dict, repr=False)

    def has(self, place: int, *names: str) -> bool:
        """Tell whether the word at the place, or it without "and", is in one of the lists."""
        return 0 <= place < len(self.listed) and not self.listed[place].isdisjoint(names)

    def word(self, place: int) -> str:
        """Return the folded word at the place, empty beyond the sentence."""
        return self.tokens[place].folded if 0 <= place < len(self.tokens) else ""

    def is_negated(self, place: int) -> bool:
        """Tell whether a negation stands right before the place."""
        return self.word(place - 1).removeprefix("و") in self.lexicon.words["negators"]

    def is_feminine_noun(self, place: int) -> bool:
        """Tell whether the word ends in ta marbuta, which folding hides: حملة is no حمله."""
        article = self.report.article
        return article is not None and article.text[self.tokens[place].end - 1] == "ة"

    def parties_between(self, first: int, last: int) -> list[Party]:
        """Return the parties that start at tokens in [first, last)."""
        return [self.party_at[place] for place in range(max(first, 0), last) if place in self.party_at]

    def place_after(self, offset: int) -> int:
        """Return the first token that starts at the offset or later."""
        return next((place for place, token in enumerate(self.tokens) if token.start >= offset), len(self.tokens))

    def place_of(self, offset: int) -> int:
        """Return the token that holds the offset."""
        return next((place for place, token in enumerate(self.tokens) if token.end > offset), len(self.tokens))

    def last_party(self, before: int, reach: int) -> Party | None:
        """Return the last party that starts within `reach` tokens before the place."""
        return next(iter(self.parties_between(before - reach, before)[::-1]), None)

    def deed_end(self, first: int) -> int:
        """Return the place behind the words of a deed that starts at `first`: where another thought begins."""
        for place in range(first + 1, min(len(self.tokens), first + _LONGEST_DEED)):
            token = self.tokens[place]
            if token.folded in self.grammar.words["closing"]:
                return place
            if token.folded in "؛;:." or (token.folded in "،," and not self._goes_on(place + 1)):
                return place
            if token.folded[:1] in "وف" and self._is_verb(token.folded) and place not in self.party_at:
                return place
            if self.has(place, "denying", "accusing") and place > first + 1:
                return self._subject_start(place, first + 1)
        return min(len(self.tokens), first + _LONGEST_DEED)

    def _subject_start(self, verb: int, first: int) -> int:
        """Return where the clause of a verb starts: with the party right before it, if there is one."""
        for place in range(verb - 1, max(first, verb - _LONGEST_SUBJECT) - 1, -1):
            party = self.party_at.get(place)
            if party is not None:
                return place if self.place_after(party.span.end) >= verb else verb
        return verb

    def _goes_on(self, place: int) -> bool:
        """Tell whether what follows a comma is a name or a relative clause: السابق، سيرغي سكريبال."""
        return place in self.party_at or self.word(place) in self.grammar.words["relatives"]

    def _is_verb(self, word: str) -> bool:
        bare = word[1:] if word[:1] in "وف" else word
        return bare not in self.grammar.words["not_verbs"] and self.lexicon.read_word(bare).tense is Tense.PERFECT

    def span(self, first: int, end: int) -> Span:
        """Return the stretch of tokens [first, end), less marks at its end and "and" before its first word."""
        while end - 1 > first and (self.tokens[end - 1].folded in _MARKS or not self.tokens[end - 1].is_word):
            end -= 1
        start = self.tokens[first].start
        opened = ("denying", "refusing", "accusing", "blaming")
        word = self.tokens[first].folded
        named = self.party_at.get(first)
        is_led = named is not None and named.span.start == start + 1
        if word[:1] in "وف" and (is_led or any(word[1:] in self.grammar.words[name] for name in opened)):
            start += 1
        return Span(start, self.tokens[end - 1].end)

    def claim_of(self, place: int) -> tuple[Claim, Link] | None:
        """Return the claim whose cue the token is, with the link."""
        start = self.tokens[place].start
        return self.cues.get(start) or self.cues.get(start + 1)  # ونفت: the cue stands behind "and"

    def holder(self, place: int) -> tuple[Claim | None, Party | None]:
        """Return the innermost claim that holds the token, and who says it."""
        token = self.tokens[place]
        inside = [claim for claim, span in self.holders if span.start <= token.start and token.end <= span.end]
        for claim in sorted(inside, key=lambda claim: sum(map(len, claim.content))):
            return claim, self.speaker_of(claim.chain.origin)
        return None, None

    def speaker_of(self, link: Link) -> Party | None:
        """Return who the link is."""
        for span in (link.source, link.resolved):
            party = self.parties.speaker(span) if span is not None else None
            if party is not None:
                return party
        return None


def read_lines(
    report: Report,
    sentences: Iterable[Sentence],
    parties: Parties,
    grammar: ChargeGrammar,
    lexicon: AgreementLexicon,
    *,
    whole: bool = False,
) -> list[Line]:
    """Return the sentences of the report as lines: those that may hold a charge, all where `whole` is asked for."""
    cues: dict[int, tuple[Claim, Link]] = {}
    for claim in report.claims:
        for link in claim.chain:
            if link.cue is not None:
                cues.setdefault(link.cue.start, (claim, link))
    holders = tuple((claim, span) for claim in report.claims for span in claim.content)
    lines = []
    for number, sentence in enumerate(sentences):
        if not whole and grammar.words["opening"].isdisjoint([token.folded for token in sentence.tokens]):
            continue
        start, end = sentence.tokens[0].start, sentence.tokens[-1].end
        at = {token.start: place for place, token in enumerate(sentence.tokens)}
        ends = [token.end for token in sentence.tokens]
        party_at = {}
        for party in parties.all:
            if start <= party.span.start < end:
                place = at.get(party.span.start)
                if place is None:  # ودمشق: the name starts within the token
                    place = next((n for n, each in enumerate(ends) if each > party.span.start), None)
                if place is not None:
                    party_at[place] = party
        inside = tuple((claim, span) for claim, span in holders if span.start < end and span.end > start)
        listed = tuple(_listed(token.folded, grammar.listed) for token in sentence.tokens)
        lines.append(Line(sentence.tokens, listed, number, parties, report, grammar, lexicon, cues, inside, party_at))
    return lines


def _listed(word: str, lists: Mapping[str, frozenset[str]]) -> frozenset[str]:
    """Return the lists that hold the word, or the word without "and"."""
    held = lists.get(word, _NO_LIST)
    return held | lists.get(word[1:], _NO_LIST) if word[:1] in "وف" and len(word) > _LEAST else held
