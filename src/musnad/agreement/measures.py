"""Reads numbers that count nothing: ranks and repetitions, ages by ordinals, scores of matches, unnamed crowds."""

from collections.abc import Iterator, Sequence

from musnad.agreement.amounts import ANYBODY, DURATION, Figure
from musnad.agreement.clothing import unclothed
from musnad.agreement.cutting import words_in
from musnad.languages.agreement import AgreementLexicon
from musnad.model import Amount, Span
from musnad.text import Token

RANK, TIMES_OVER, SCORE = "rank", "times over", "score"
ORDERS = frozenset({RANK, TIMES_OVER})
_YEAR = 365.25
_WITHIN = 12  # tokens from the verb to the rank: حل العداء الشاب ثانيا
_AGES = frozenset({"عمره", "عمرها", "العمر", "عمرهم"})
_GOALS = {"هدف": 1, "هدفا": 1, "الهدف": 1, "هدفين": 2, "هدفان": 2}
_IN_ONE = {"ثناييه": 2, "ثلاثيه": 3, "رباعيه": 4, "خماسيه": 5, "سداسيه": 6, "سباعيه": 7}
_PLURAL = frozenset({"اهداف"})
_NONE = frozenset({"نظيف", "نظيفين", "نظيفه", "صفر", "رد", "شيء"})
_AGAINST = frozenset({"مقابل", "دون", "بدون", "الي", "-", "–", "/", "من"})
_LETTERS = "بل"


def measures(text: str, content: Sequence[Span], lexicon: AgreementLexicon) -> Iterator[Figure]:
    """Yield the ranks, ages, scores and unnamed crowds that the content tells."""
    for part in content:
        tokens = words_in(text, part.start, part.end)
        words = [token.folded for token in tokens]
        yield from _ordinals(tokens, words, lexicon)
        yield from _scores(tokens, words, lexicon)
        yield from _crowds(tokens, words, lexicon)


def _ordinals(tokens: Sequence[Token], words: Sequence[str], lexicon: AgreementLexicon) -> Iterator[Figure]:
    lists = lexicon.words
    for at in range(1, len(words)):
        found = lexicon.numerals.ordinal(words, at) if tokens[at].is_word else None
        if found is None:
            continue
        end, value = found
        before = unclothed(words[at - 1])
        span = Span(tokens[at - 1].start, tokens[end - 1].end)
        if not before.isdisjoint(lists["rank_heads"]):
            yield _figure(value, span, RANK)
        elif not before.isdisjoint(lists["repeated"]):
            yield _figure(value, span, TIMES_OVER)
        elif words[end : end + 1] == ["من"] and not _AGES.isdisjoint(words[end + 1 : end + 2]):
            # In his seventy-second year he is seventy-one.
            age = Amount((value - 1) * _YEAR, (value + 1) * _YEAR, "Y")
            yield Figure(age, Span(tokens[at].start, tokens[end + 1].end), DURATION)
        elif words[at].endswith(("ا", "ه")) and not lists["ranking_verbs"].isdisjoint(words[max(0, at - _WITHIN) : at]):
            yield _figure(value, Span(tokens[at].start, tokens[end - 1].end), RANK)


def _scores(tokens: Sequence[Token], words: Sequence[str], lexicon: AgreementLexicon) -> Iterator[Figure]:
    """Yield the scores of matches, whoever won: بهدفين مقابل هدف, بثلاثية نظيفة, 3-1."""
    at = 0
    while at < len(words):
        first = _goals(words, at, lexicon)
        second = _answer(words, first[0], lexicon) if first is not None else None
        if first is None or second is None or not (first[2] or second[2]):
            at += 1
            continue
        more, less = max(first[1], second[1]), min(first[1], second[1])
        yield _figure(100 * more + less, Span(tokens[at].start, tokens[second[0] - 1].end), SCORE)
        at = second[0]


def _goals(words: Sequence[str], at: int, lexicon: AgreementLexicon) -> tuple[int, int, bool] | None:
    """Return (end, goals, whether it says that they are goals)."""
    if at >= len(words) or not words[at]:
        return None
    word = words[at]
    for form in (word, word[1:]) if word[0] in _LETTERS else (word,):
        if form in _GOALS:
            return at + 1, _GOALS[form], True
        if form in _IN_ONE:
            return at + 1, _IN_ONE[form], True
        told = lexicon.numerals.read(words, at, form) if form else None
        if told is not None and told.least == told.most < 20 and told.least == int(told.least):
            is_told = told.end < len(words) and words[told.end] in _PLURAL
            return told.end + is_told, int(told.least), is_told
    return None


def _answer(words: Sequence[str], at: int, lexicon: AgreementLexicon) -> tuple[int, int, bool] | None:
    if at >= len(words):
        return None
    if words[at] in _NONE:
        return at + 1, 0, True
    if words[at] in _AGAINST and at + 1 < len(words):
        if words[at + 1] in _NONE or words[at + 1 : at + 3] == ["لا", "شيء"]:
            return at + 2 + (words[at + 1] == "لا"), 0, True
        return None if words[at] == "من" else _goals(words, at + 1, lexicon)
    return _goals(words, at, lexicon) if words[at][:1] == "ل" else None


def _crowds(tokens: Sequence[Token], words: Sequence[str], lexicon: AgreementLexicon) -> Iterator[Figure]:
    """Yield tens, hundreds and thousands of whom no noun stands behind: شيع الآلاف الجثمان."""
    for at, word in enumerate(words):
        bare = word.removeprefix("ال")
        if bare == word or bare not in lexicon.words["crowds"] or (at and words[at - 1] in lexicon.words["crowds"]):
            continue
        told = lexicon.numerals.read((bare,), 0, bare)
        if told is not None:
            unit = ANYBODY
            if words[at + 1 : at + 2] == ["من"] and at + 2 < len(words):
                unit = lexicon.read_word(words[at + 2]).lemma
            yield Figure(Amount(told.least, told.most, unit), Span(tokens[at].start, tokens[at].end), unit)


def _figure(value: float, span: Span, unit: str) -> Figure:
    return Figure(Amount(value, value, unit), span, unit)
