"""Reads who a statement says did it, by the construction that tells it: على يد، أسقطتها مقاتلة، هو من، رسا على."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import chain

from musnad.agreement.cutting import words_in
from musnad.agreement.words import Word, Wording
from musnad.languages.agreement import AgreementLexicon, Tense
from musnad.model import MentionKind, Span
from musnad.text import Token

_GAP = 6  # as between two stretches in wording.py
_LONGEST = 7  # tokens of a name with its titles
_OBJECTS = ("ها", "هم", "ته", "وه")
_MARKED = 10  # tokens between a word and the preposition that leads to the doer: آلت رئاسة البلدية إلى
_THAT = frozenset({"ان", "بان", "،", ":"})
_COMPLETE = frozenset({MentionKind.PERSON, MentionKind.COUNTRY})
_ARTICLES = ("ال", "لل", "بال", "وال")


class Part(StrEnum):
    """What somebody is to a deed: who pays for a bridge is not who builds it."""

    DOES = "does"
    MAKES = "makes"
    PAYS = "pays"
    GETS = "gets"
    ORDERS = "orders"


@dataclass(frozen=True, slots=True)
class Agent:
    """Who is told to have a part in a deed: the words, the verb if one is told, and what says that it was he alone.

    `is_marked`: a construction tells it, not only the place behind or before a verb; `is_cleft`: it was he who.
    `has_object`: what it is done to stands behind him, or in the verb; else he may be that himself: قتل جنديان.
    """

    words: tuple[Word, ...]
    deed: Word | None
    part: Part
    is_marked: bool
    is_sole: bool
    is_cleft: bool = False
    has_object: bool = False


def read_agents(text: str, content: Sequence[Span], wording: Wording, lexicon: AgreementLexicon) -> tuple[Agent, ...]:
    """Return the doers that the content tells; where a construction marks some, these alone."""
    words = {word.place: word for word in wording.words}
    found: list[Agent] = []
    first = 0
    for span in content:
        tokens = words_in(text, span.start, span.end)
        found.extend(_Clauses(tokens, first, words, lexicon).agents())
        first += len(tokens) + _GAP
    marked = tuple(agent for agent in found if agent.is_marked)
    return marked or tuple(found)  # behind a passive verb stands whom it is done to: قتل القاضي برصاص حارسه


# Lists of phrases right behind which somebody stands, and of words of which a preposition leads to him.
_BY = {"by_words": Part.DOES, "made_by": Part.MAKES, "paid_by": Part.PAYS, "ordered_by": Part.ORDERS}
_LEADS = (
    ("falls_to", "الي", Part.GETS),
    ("falls_on", "علي", Part.GETS),
    ("is_of", "ل", Part.GETS),
    ("paid_from", "من", Part.PAYS),
)


class _Clauses:
    """The tokens of one stretch, with what each word of content says."""

    def __init__(
        self, tokens: Sequence[Token], first: int, words: Mapping[int, Word], lexicon: AgreementLexicon
    ) -> None:
        self._tokens = tokens
        self._folded = [token.folded for token in tokens]
        self._words = {place - first: word for place, word in words.items() if first <= place < first + len(tokens)}
        self._lists = lexicon.words
        self._is_sole = not self._lists["alone"].isdisjoint(self._folded) or self._says("but_himself")

    def agents(self) -> Iterator[Agent]:
        """Yield who is told by any construction."""
        yield from self._clefts()
        yield from self._led()
        yield from self._subjects()

    def _says(self, name: str) -> bool:
        told = f" {' '.join(self._folded)} "
        return any(f" {phrase} " in told for phrase in self._lists[name])

    # -- constructions ----------------------------------------------------------------------------

    def _clefts(self) -> Iterator[Agent]:
        """Yield who stands before "is the one who", and behind "the only one who ... is"."""
        for at, word in enumerate(self._folded[:-1]):
            if word not in self._lists["who_words"]:
                continue
            if self._folded[at + 1] in self._lists["that_one"]:
                yield from self._agent(self._before(at), self._verb(at + 1), Part.DOES, is_cleft=True)
            elif self._is_sole and at:
                yield from self._agent(self._phrase(at + 1), None, Part.DOES, is_cleft=True)

    def _led(self) -> Iterator[Agent]:
        """Yield who stands behind "by", and behind words of which a preposition leads to who does or gets it."""
        for at in range(len(self._folded)):
            for length in (2, 1):
                part = _BY.get(next((name for name in _BY if self._stands(at, length, name)), ""))
                if part is not None:
                    inside = (self._words[each] for each in range(at, at + length) if self._is_deed(each))
                    before = (self._words[each] for each in range(at - 1, -1, -1) if self._is_deed(each))
                    yield from self._agent(
                        self._phrase(at + length), next(chain(inside, before), None), part, is_marked=True
                    )
                    break
            for name, preposition, part in _LEADS:
                if self._folded[at].removeprefix("و") in self._lists[name]:
                    yield from self._led_from(at, preposition, part)

    def _stands(self, at: int, length: int, name: str) -> bool:
        return " ".join(self._folded[at : at + length]) in self._lists[name]

    def _led_from(self, at: int, preposition: str, part: Part) -> Iterator[Agent]:
        word = self._words.get(at)
        if word is not None and (word.negated or word.supposed):
            return
        reach = range(at + 1, min(len(self._folded), at + 1 + _MARKED))
        end = next((each for each in reach if self._is_led(each, preposition)), None)
        if end is not None:
            begin = end + (self._folded[end] == preposition)
            yield from self._agent(self._phrase(begin, is_led=begin == end), None, part, is_marked=True)

    def _is_led(self, at: int, preposition: str) -> bool:
        if len(preposition) > 1:
            return self._folded[at] == preposition
        word = self._words.get(at)
        return word is not None and self._folded[at].startswith("ل") and not self._is_own(word)

    def _subjects(self) -> Iterator[Agent]:
        """Yield who stands right behind a verb, or right before the first: قصف الجيش, أسقطتها مقاتلة, الجيش قصف."""
        verbs = sorted(at for at, word in self._words.items() if self._opens(at) and not word.heard)
        for at in verbs:
            words = self._phrase(at + 1)
            for agent in self._agent(words, self._carried(at), Part.DOES):
                yield replace(agent, has_object=self._has_object(at, words))
        start = verbs[0] if verbs else 0
        if start and self._lists["relatives"].isdisjoint(self._folded[:start]):
            yield from self._agent(self._before(start), self._words[start], Part.DOES)

    def _opens(self, at: int) -> bool:
        """Tell whether a verb stands there; of what may be a noun too (قصف، دعم) only where nothing leads to it."""
        if not self._is_verb(at):
            return False
        return not self._words[at].reading.is_masdar or at == 0 or self._folded[at - 1] in _THAT

    def _has_object(self, at: int, words: Sequence[Word]) -> bool:
        """Tell whether the verb bears its object (أسقطتها), or a noun that nothing leads to stands behind the doer."""
        if self._folded[at].endswith(_OBJECTS) and not self._words[at].reading.lemma.endswith(_OBJECTS):
            return True
        last = words[-1].span.end
        for each in range(at + 1, len(self._folded)):
            word = self._words.get(each)
            if self._tokens[each].start < last or self._folded[each] in self._lists["calendar_words"]:
                continue
            is_led = self._is_break(each) and self._folded[each] not in self._lists["calendar_words"]
            if self._is_time(each) or (word is None and not is_led):
                continue
            return word is not None and not self._is_break(each) and not self._is_verb(each) and self._is_bare(each)
        return False

    def _is_bare(self, at: int) -> bool:
        return self._folded[at][:1] not in "بل" or self._is_own(self._words[at])

    def _is_time(self, at: int) -> bool:
        return self._folded[at] in self._lists["part_morning"] | self._lists["part_evening"]

    def _carried(self, at: int) -> Word:
        """Return the noun of doing that the verb but carries: هجوم شنه المشجعون."""
        before = self._words.get(at - 1)
        is_light = self._words[at].reading.lemma in self._lists["light_verbs"]
        return before if is_light and before is not None and before.reading.is_act else self._words[at]

    # -- words ------------------------------------------------------------------------------------

    def _agent(
        self,
        words: Sequence[Word],
        deed: Word | None,
        part: Part,
        *,
        is_marked: bool = False,
        is_cleft: bool = False,
    ) -> Iterator[Agent]:
        if words and not (deed is not None and (deed.negated or deed.supposed)):
            yield Agent(tuple(words), deed, part, is_marked or is_cleft, is_cleft or self._is_sole, is_cleft)

    def _verb(self, at: int) -> Word | None:
        return next((self._words[each] for each in range(at, len(self._folded)) if self._is_verb(each)), None)

    def _is_verb(self, at: int) -> bool:
        word = self._words.get(at)
        return word is not None and word.reading.tense is not Tense.NONE and word.reading.is_act

    def _is_deed(self, at: int) -> bool:
        word = self._words.get(at)
        return word is not None and word.reading.is_act

    def _before(self, at: int) -> list[Word]:
        """Return the words of the phrase that ends right before the token."""
        found: list[Word] = []
        for each in range(at - 1, max(-1, at - 1 - _LONGEST), -1):
            word = self._words.get(each)
            if word is None:
                if self._is_break(each):
                    break
                continue
            if word.heard or self._is_verb(each):
                break
            found.insert(0, word)
        return found

    def _phrase(self, at: int, *, is_led: bool = False) -> list[Word]:
        """Return the words of the phrase that begins at the token: up to a preposition, a verb or a comma."""
        found: list[Word] = []
        for each in range(at, min(len(self._folded), at + _LONGEST)):
            word = self._words.get(each)
            if self._is_break(each) or (word is not None and (word.heard or self._is_verb(each))):
                break
            if word is None:
                continue
            if self._folded[each][:1] in "بل" and not self._is_own(word) and not (is_led and each == at):
                break  # أسقطت المقاتلة بصاروخ
            if found and self._begins_another(found[-1], word):
                break
            found.append(word)
        return found

    def _is_own(self, word: Word) -> bool:
        return word.reading.lemma[:2] == word.folded[:2]

    def _begins_another(self, last: Word, word: Word) -> bool:
        """Tell whether the word is no more of the phrase: a noun without article behind one that is complete."""
        if last.kind in _COMPLETE and word.name != last.name:
            return True  # تركيا البحرية النيجيرية
        is_complete = last.folded.startswith(_ARTICLES) or last.kind is not None
        return is_complete and word.kind is None and not word.folded.startswith(_ARTICLES)

    def _is_break(self, at: int) -> bool:
        token = self._tokens[at]
        if not token.is_word:
            return True
        word = token.folded
        lists = self._lists
        return (
            word in lists["place_prepositions"]
            or word in lists["passing"]
            or word in lists["relatives"]
            or word in lists["calendar_words"]
            or word in lists["phrase_ends"]
            or word in lists["no_doers"]
        )
