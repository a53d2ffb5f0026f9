"""Reads the units of time in a row of tokens: clitics cut off, phrases joined, number words added up."""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from musnad.languages.times.grammar import TimeGrammar, TimeWord, WordEntry
from musnad.text import Token

_NOTHING = "."  # code of a token that is no unit of time
_YEARS = range(1000, 2200)
_MONTH_KINDS = frozenset({"month_name", "weak_month"})
# The kinds of words that join with what stands before them.
_JOINING = _MONTH_KINDS | {"number_word", "ordinal_ten", "close"}
_JOINS = frozenset({"slash", "open", "dash"})


# A named tuple is made three times as fast as a frozen dataclass, and a report has hundreds.
class Unit(NamedTuple):
    """One word, phrase, number or mark: its kind, its value, its offsets, and the token that it begins at."""

    kind: str
    value: int | str
    start: int
    end: int
    token: int


@dataclass(frozen=True, slots=True)
class Units:
    """The units of a text in order; `codes` has the code of each, `.` for a token that tells nothing of time.

    `starts` has the number of the token with which each begins.
    """

    codes: str
    units: tuple[Unit | None, ...]
    starts: tuple[int, ...]
    tokens: Sequence[Token]
    text: str

    def is_word(self, position: int) -> bool:
        """Tell whether what stands at a position is a word, not a mark."""
        return self.tokens[self.starts[position]].is_word

    def words_of(self, position: int) -> str:
        """Return the words of the unit at a position; nothing where there is none."""
        unit = self.units[position]
        return self.text[unit.start : unit.end] if unit else ""


class _Reader:
    """Collects units token by token."""

    def __init__(self, text: str, tokens: Sequence[Token], grammar: TimeGrammar) -> None:
        self.text = text
        self.tokens = tokens
        self.grammar = grammar
        self.units: list[Unit | None] = []
        self.starts: list[int] = []

    def read(self) -> None:
        words = [token.folded for token in self.tokens]
        entries, article = self.grammar.entries, self.grammar.article
        done = 0
        # Three words of four tell nothing of time and are passed over together.
        telling = [n for n, word in enumerate(words) if word in entries or not word.isalpha() or word == article]
        for index in telling:
            if index < done:
                continue
            if index > done:
                self._pass(done, index)
            entry = entries.get(words[index])
            if entry is None:
                done = index + self._mark_or_number(index, words[index])
            elif entry.phrases or entry.clitics or entry.word is None or entry.word.kind in _JOINING:
                done = index + self._entry(index, entry)
            else:
                token = self.tokens[index]
                self.units.append(Unit(entry.word.kind, entry.word.value, token.start, token.end, index))
                self.starts.append(index)
                done = index + 1
        self._pass(done, len(words))

    def _pass(self, first: int, end: int) -> None:
        """Add the tokens [first, end), which tell nothing of time."""
        self.units += [None] * (end - first)
        self.starts += range(first, end)

    def _mark_or_number(self, index: int, word: str) -> int:
        """Add the units of a token that is no known word and return how many tokens they take."""
        taken = 0
        if not word.isalpha():
            mark = self.grammar.marks.get(word)
            if mark:
                token = self.tokens[index]
                self._add(mark, word, token.start, token.end, index)
                return 1
            taken = self._digits(index) or self._glued(index)
        elif self._article(index):
            return 2
        if not taken:
            self._pass(index, index + 1)
        return taken or 1

    def _article(self, index: int) -> bool:
        """Add the number that stands apart from its article: الـ 24."""
        follower = self.tokens[index + 1].folded if index + 1 < len(self.tokens) else ""
        if not follower.isdigit():
            return False
        token = self.tokens[index]
        self._add("the_number", int(follower[:9]), token.start, self.tokens[index + 1].end, index)
        return True

    def _entry(self, index: int, entry: WordEntry) -> int:
        """Add the units of a known spelling and return how many tokens they take."""
        word, length = entry.word, 1
        if entry.phrases and index + 1 < len(self.tokens):
            following = self.tokens[index + 1].folded
            for rest, sense in entry.phrases:
                if rest[0] == following and self._goes_on(index + 1, rest):
                    word, length = sense, 1 + len(rest)
                    break
        if word is None:
            self.units.append(None)
            self.starts.append(index)
            return 1
        start = self._clitics(index, entry.clitics)
        self._word(word, start, self.tokens[index + length - 1].end, index)
        return length

    def _goes_on(self, index: int, words: tuple[str, ...]) -> bool:
        return len(words) == 1 or tuple(token.folded for token in self.tokens[index : index + len(words)]) == words

    def _clitics(self, index: int, clitics: tuple[str, ...]) -> int:
        """Add a unit for each clitic, of one letter and its marks, and return where the word itself begins."""
        start = self.tokens[index].start
        for kind in clitics:
            end = start + 1
            while unicodedata.category(self.text[end]) in {"Mn", "Cf", "Lm"}:
                end += 1
            self._add(kind, kind, start, end, index)
            start = end
        return start

    def _word(self, word: TimeWord, start: int, end: int, index: int) -> None:
        joined = False
        if word.kind == "number_word":
            self._number_word(int(word.value), start, end, index)
            return
        if word.kind == "ordinal_ten":
            joined = self._joins_ordinal(int(word.value), end)
        elif word.kind in _MONTH_KINDS:
            joined = self._joins_month(int(word.value), end)
        if not joined:
            self._add(word.kind, word.value, start, end, index)

    def _number_word(self, value: int, start: int, end: int, index: int) -> None:
        """Add a number word, or add it up with the one before it: خمسة و عشرون."""
        before = self.units[-2] if len(self.units) > 1 else None
        joined = self.units[-1] if self.units else None
        if before and joined and joined.kind == "and" and before.kind in {"number", "the_number"}:
            sum_of_words = before.value if isinstance(before.value, int) else 0
            if not self.text[before.end - 1].isdigit() and _adds_up(sum_of_words, value):
                self.units.pop()
                self.starts.pop()
                self.units[-1] = Unit(before.kind, sum_of_words + value, before.start, end, before.token)
                return
        self._add("number", value, start, end, index)

    def _joins_ordinal(self, value: int, end: int) -> bool:
        """Join the tens to the ordinal before them: الخامس والعشرين."""
        before = self.units[-2] if len(self.units) > 1 else None
        joined = self.units[-1] if self.units else None
        if not (before and joined and joined.kind == "and" and before.kind == "ordinal"):
            return False
        if not isinstance(before.value, int) or before.value > 9:
            return False
        self.units.pop()
        self.starts.pop()
        self.units[-1] = Unit("ordinal", before.value + value, before.start, end, before.token)
        return True

    def _joins_month(self, value: int, end: int) -> bool:
        """Join the second name of a month to the first: مارس/ آذار, أيار (مايو)."""
        units = self.units
        back = 2 if units and units[-1] and units[-1].kind in _JOINS else 1
        first = units[-back] if len(units) >= back else None
        if not (first and first.kind in _MONTH_KINDS and first.value == value):
            return False
        opened = back == 2 and (mark := units[-1]) is not None and mark.kind == "open"
        if opened:
            closing = self.text.find(")", end, end + 3)
            if closing < 0:
                return False
            end = closing + 1
        if back == 2:
            units.pop()
            self.starts.pop()
        units[-1] = Unit("month_name", value, first.start, end, first.token)
        return True

    def _glued(self, index: int) -> int:
        """Add the units of a word and digits run together (الخميس22) and return how many tokens they take."""
        token = self.tokens[index]
        opening = token.folded[: len(token.folded) - len(token.folded.lstrip("0123456789"))]
        entry = self.grammar.entries.get(token.folded[len(opening) :])
        if opening and entry is not None and entry.word is not None and not entry.clitics:
            # 17فيفري
            cut = token.start + len(opening)
            self._number(opening, False, token.start, cut, index)
            self._word(entry.word, cut, token.end, index)
            return 1
        head = token.folded.rstrip("0123456789")
        digits = token.folded[len(head) :]
        entry = self.grammar.entries.get(head)
        if not digits or not head.isalpha() or head[0] < "\u0600":
            return 0
        cut = token.end - len(digits)
        if entry is None or entry.word is None:
            self.units.append(None)
            self.starts.append(index)
            self._number(digits, False, cut, token.end, index)
            return 1
        self._word(entry.word, self._clitics(index, entry.clitics), cut, index)
        self._number(digits, False, cut, token.end, index)
        return 1

    def _digits(self, index: int) -> int:
        """Add the units of digits and return how many tokens they take: 25, 15:43, 2018-06-02, 1436هـ, الـ17."""
        token = self.tokens[index]
        found = self.grammar.digits.fullmatch(token.folded)
        if not found:
            return 0
        start = self._clitics(index, _kinds_of(found["and"], found["preposition"], bool(found["article"])))
        number, end, taken = found["number"], token.end, 1
        rest = self.tokens[index + 1 : index + 3]
        if found["article"] and len(rest) == 2 and rest[0].folded in ".:" and rest[1].folded.isdigit():
            # The article parts a clock from its minutes: الـ13.45 is three tokens.
            number, end, taken = f"{number}:{rest[1].folded}", rest[1].end, 3
        mark_start = end
        if found["mark"]:
            # The mark is the tail of the token: from the last digit on.
            mark_start = max(n for n in range(start, end) if self.text[n].isdigit()) + 1
        self._number(number, bool(found["article"]), start, mark_start, index)
        if found["mark"]:
            kind = "miladi_mark" if found["mark"].startswith("م") else "hijri_mark"
            self._add(kind, found["mark"], mark_start, end, index)
        return taken

    def _number(self, number: str, definite: bool, start: int, end: int, index: int) -> None:
        kind, value = classify_number(number)
        if definite and kind in {"number", "year_number"}:
            kind = "the_number"
        if kind:
            self._add(kind, value, start, end, index)
        else:
            self.units.append(None)
            self.starts.append(index)

    def _add(self, kind: str, value: int | str, start: int, end: int, index: int) -> None:
        if kind == "close" and self._closed_by_month(end):
            return
        self.units.append(Unit(kind, value, start, end, index))
        self.starts.append(index)

    def _closed_by_month(self, end: int) -> bool:
        """Tell whether the bracket already belongs to a month told twice."""
        last = self.units[-1] if self.units else None
        return last is not None and last.kind == "month_name" and last.end >= end


def read_units(text: str, tokens: Sequence[Token], grammar: TimeGrammar) -> Units:
    """Return the units of time among the tokens of `text`, in order."""
    reader = _Reader(text, tokens, grammar)
    reader.read()
    codes = "".join([_NOTHING if unit is None else grammar.codes[unit.kind] for unit in reader.units])
    return Units(codes, tuple(reader.units), tuple(reader.starts), tokens, text)


def classify_number(number: str) -> tuple[str, int | str]:
    """Return the kind and value of digits with their inner marks; no kind where they tell nothing of time."""
    if number.isdigit():
        if len(number) > 2 and number.startswith("0"):
            return "", 0
        value = int(number[:9])
        return ("year_number" if len(number) == 4 and value in _YEARS else "number"), value
    for mark in ":.,":
        parts = number.split(mark)
        if len(parts) == 2 and len(parts[1]) == 2 and len(parts[0]) <= 2 and int(parts[0]) < 25 and int(parts[1]) < 60:
            return ("clock" if mark == ":" else "decimal"), int(parts[0]) * 60 + int(parts[1])
    parts = number.split(":")
    if len(parts) == 3 and all(len(part) <= 2 for part in parts) and int(parts[0]) < 25 and int(parts[1]) < 60:
        return "clock", int(parts[0]) * 60 + int(parts[1])
    parts = number.split("-")
    if len(parts) == 2 and all(len(part) == 4 and int(part) in _YEARS for part in parts):
        return "year_span", number
    for mark in "-.":
        parts = number.split(mark)
        if len(parts) == 3 and all(part.isdigit() for part in parts):
            if len(parts[0]) == 4:
                return "whole_date", "-".join(parts)
            if len(parts[2]) == 4:
                return "whole_date", "-".join(reversed(parts))
    return "", 0


def _adds_up(first: int, second: int) -> bool:
    """Tell whether two number words make one number: 5 and 20, 100 and 5, 2000 and 18."""
    if second in range(20, 100, 10) and 0 < first % 100 < 10:
        return True  # خمسة وعشرون, مئة وخمسة وعشرون
    scale = 1000 if first % 1000 == 0 else 100 if first % 100 == 0 else 0
    return first > 0 and second < scale


def _kinds_of(joined: str | None, preposition: str | None, definite: bool) -> tuple[str, ...]:
    kinds: tuple[str, ...] = ("and",) if joined else ()
    if preposition:
        kinds += ("for" if preposition.startswith("ل") else "with",)
    return kinds
