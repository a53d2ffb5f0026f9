"""Reads the frames of a statement: which outcomes of which matters its words tell, and how."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain

from musnad.agreement.cutting import words_in
from musnad.agreement.frames.clauses import breaks_off, told_by_the_way
from musnad.agreement.frames.frame import Frame
from musnad.agreement.words import Mark, Word, Wording
from musnad.languages.agreement import AgreementLexicon, Tense
from musnad.languages.frames import DeedPattern
from musnad.model import MentionKind, Span
from musnad.text import Token

_GAP = 6  # as between two stretches in wording.py
_COMMAS = frozenset("،,؛;.!؟?:")
_CARRIED = 5  # tokens behind a verb that carries a noun of doing: شهدت العاصمة توقيع
_NEGATED = 2
_AS_DONE = frozenset({Tense.NONE, Tense.PERFECT})
_NEGATED_ON = (["ولم"], ["ولن"])
_TELLING = 0.3
_NAMES = frozenset({MentionKind.PERSON, MentionKind.PLACE, MentionKind.FACILITY})
_DEFINITE = ("ال", "لل", "بال", "وال")


def read_frames(text: str, content: Sequence[Span], wording: Wording, lexicon: AgreementLexicon) -> tuple[Frame, ...]:
    """Return the frames of the content in order; of several readings of the same words the longest."""
    if not lexicon.frames.patterns:
        return ()
    words = {word.place: word for word in wording.words}
    found: list[Frame] = []
    first = 0
    for span in content:
        tokens = words_in(text, span.start, span.end)
        found.extend(_Stretch(tokens, first, words, wording, lexicon).frames())
        first += len(tokens) + _GAP
    return tuple(sorted(found, key=lambda frame: frame.place))


class _Stretch:
    """The tokens of one stretch, with what each word of content says."""

    def __init__(
        self,
        tokens: Sequence[Token],
        first: int,
        words: Mapping[int, Word],
        wording: Wording,
        lexicon: AgreementLexicon,
    ) -> None:
        self._tokens = tokens
        self._first = first
        self._folded = [token.folded for token in tokens]
        self._words = {place - first: word for place, word in words.items() if place >= first}
        self._lexicon = lexicon
        self._is_only = Mark.ONLY in wording.marks
        stems = lexicon.frames.stems
        self._stems = [stems(token.folded) if token.is_word else () for token in tokens]
        self._passed = told_by_the_way(tokens, self._words, lexicon)

    def frames(self) -> Iterator[Frame]:
        """Yield the frames of the stretch; words that tell two outcomes of a matter tell of neither (تنحى)."""
        found = sorted(self._matches(), key=lambda one: (-len(one[0]), one[0]))
        outcomes: dict[tuple[tuple[int, ...], str], set[str]] = {}
        for places, pattern in found:
            outcomes.setdefault((places, pattern.matter), set()).add(pattern.outcome)
        taken: dict[str, set[int]] = {}
        for places, pattern in found:
            held = taken.setdefault(pattern.matter, set())
            if held.isdisjoint(places):
                held.update(places)
                if len(outcomes[places, pattern.matter]) == 1:
                    yield self._frame(places, pattern)

    # -- which words ------------------------------------------------------------------------------

    def _matches(self) -> Iterator[tuple[tuple[int, ...], DeedPattern]]:
        patterns = self._lexicon.frames.patterns
        for at, stems in enumerate(self._stems):
            is_name = at in self._words and self._words[at].kind in _NAMES
            seen: set[int] = set()
            for pattern in chain.from_iterable(patterns.get(stem, ()) for stem in stems):
                if id(pattern) in seen or (pattern.is_verb and not self._is_form(at, pattern)):
                    continue
                seen.add(id(pattern))
                if is_name and (pattern.is_verb or pattern.is_phrase) and len(pattern.parts) == 1:
                    continue  # قاعدة عين الأسد, سليم الحاج
                places = self._places(at, pattern)
                if places is not None:
                    yield places, pattern

    def _is_form(self, at: int, pattern: DeedPattern) -> bool:
        """Tell whether the token is a form of the verb, but for an "and": قضية is none of قضى."""
        word = self._folded[at]
        form = word if word in pattern.parts[0] else word[1:] if word[0] in "وفل" else ""
        if word[0] == "ل" and form != word and form[:1] not in "يت":
            return False  # لعرض الوزارة: a noun
        if form not in pattern.parts[0]:
            return False
        reading = self._words[at].reading if at in self._words else None
        if form != word and reading is not None and reading.tense is Tense.NONE and reading.lemma == word:
            return False  # وزير is a noun, no و and a verb
        return form not in pattern.jussive or self._is_negated(at)

    def _places(self, at: int, pattern: DeedPattern) -> tuple[int, ...] | None:
        """Return where the parts of the pattern stand that begins there; what is set between commas is skipped."""
        places = [at]
        for part, gap in zip(pattern.parts[1:], pattern.gaps[1:], strict=True):
            left = gap
            for each in range(places[-1] + 1, len(self._tokens)):
                if not part.isdisjoint(self._stems[each]):
                    places.append(each)
                    break
                if each in self._passed and gap:
                    continue
                if left == 0 or self._folded[each] in _COMMAS:
                    return None
                left -= 1
            else:
                return None
        return tuple(places)

    # -- how it is told --------------------------------------------------------------------------

    def _frame(self, places: tuple[int, ...], pattern: DeedPattern) -> Frame:
        at, last = places[0], places[-1]
        word = self._words.get(at)
        denied = word.negated if word is not None else self._is_negated(at)
        if self._is_refuted(at):
            denied = not self._is_negated(at)  # ليس صحيحا أن المصنع لم يعد: it did
        begin, end = self._reach(at, last, pattern)
        return Frame(
            pattern.matter,
            pattern.outcome,
            Span(self._tokens[at].start, self._tokens[last].end),
            self._first + at,
            denied and not self._is_only,
            word is not None and (word.meant or word.supposed),
            self._is_told(at, pattern, word, denied=denied),
            word is None or word.reading.tense in _AS_DONE,
            self._first + begin,
            self._first + end,
            frozenset(self._first + each for each in {*self._passed, *places}),
        )

    def _is_negated(self, at: int) -> bool:
        before = self._folded[max(0, at - _NEGATED) : at]
        return not self._lexicon.words["negators"].isdisjoint(before)

    def _is_refuted(self, at: int) -> bool:
        """Tell whether words before it say that it is not true: لا صحة لما قيل عن عودة التيار."""
        before = f" {' '.join(self._folded[:at])} "
        return any(f" {phrase} " in before for phrase in self._lexicon.words["refuting"])

    def _is_told(self, at: int, pattern: DeedPattern, word: Word | None, *, denied: bool) -> bool:
        """Tell whether it is what the sentence says: not after "after", nor what tells which one is meant."""
        if at in self._passed or (word is not None and word.heard):
            return False
        if self._folded[at] in self._lexicon.words["bounding"] and (denied or self._is_negated(at)):
            return False  # لا تزيد على مئة: no more than so many
        before = self._folded[at - 1] if at else ""
        lists = self._lexicon.words
        if before in lists["presupposing"] or before in lists["relatives"]:
            return False
        if self._folded[at].startswith(_DEFINITE) and self._folded[at] not in pattern.parts[0]:
            return False
        is_noun = word is not None and word.reading.tense is Tense.NONE and word.reading.is_act
        is_noun = is_noun and not (pattern.is_phrase and len(pattern.parts) == 1)  # صالحة is also صالحه
        if (pattern.is_verb or pattern.is_phrase) and not is_noun:
            return True
        return denied or at == 0 or self._is_carried(at)

    def _is_carried(self, at: int) -> bool:
        """Tell whether a verb before the noun tells it as done: أعلنت المحكمة براءته."""
        carrying = self._lexicon.words["carrying_verbs"]
        before = [each for each in range(at) if each not in self._passed][-_CARRIED:]
        for each in before:
            word = self._words.get(each)
            if self._folded[each] in carrying:
                return True
            if word is None or word.negated or word.meant:
                continue
            if word.reading.lemma in carrying or "announce" in word.reading.senses:
                return True
        return False

    # -- of whom ---------------------------------------------------------------------------------

    def _reach(self, at: int, last: int, pattern: DeedPattern) -> tuple[int, int]:
        """Return the places between which those stand of whom it is told: up to the verbs before and behind."""
        begin = at
        is_joined = pattern.is_verb and self._folded[at][0] in "وف" and self._folded[at] not in pattern.parts[0]
        while begin > 0 and not is_joined and not self._closes(begin - 1):
            begin -= 1
        end = last
        while end + 1 < len(self._tokens) and not self._closes(end + 1):
            end += 1
        if is_joined or self._folded[begin - 1 : begin] in _NEGATED_ON:
            # Of whom a verb behind "and" names nobody, it is told of those before: رد العرض ولم يوقع معه.
            begin = begin if self._names_somebody(at, begin, end) else 0
        return begin, end

    def _names_somebody(self, at: int, begin: int, end: int) -> bool:
        near = (self._words[each] for each in range(begin, end + 1) if each in self._words and each != at)
        return any(word.kind is not None or word.weight >= _TELLING for word in near)

    def _closes(self, at: int) -> bool:
        if at in self._passed or not breaks_off(self._tokens[at], self._words.get(at)):
            return False
        word, before = self._words.get(at), self._words.get(at - 1)
        if word is None:
            return True
        if word.reading.lemma in self._lexicon.words["linking_verbs"]:
            return False  # ظل وعده حبرا على ورق: what it is told of stands before the verb
        # أجلت فرق الإنقاذ: right behind a verb stands a noun.
        is_behind_verb = before is not None and before.reading.tense is not Tense.NONE and not before.reading.is_masdar
        return not (is_behind_verb and word.reading.tense is Tense.PERFECT and word.folded[0] not in "وف")
