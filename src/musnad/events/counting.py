"""Reads how many people a phrase counts, as an interval: by number words, digits, duals, words of more and less."""

import re
from dataclasses import dataclass, replace

from musnad.events.phrases import read_phrase
from musnad.events.sentence import EventSentence
from musnad.events.words import Kind, Word
from musnad.languages.tolls import TollGrammar
from musnad.model import Amount, LinkKind

_DIGITS = re.compile(r"\d{1,3}(?:[.,٬]\d{3})+|\d{1,9}")
# «نحو 50» is read as 45 to 55, as a quantity among the mentions is.
_ABOUT = 0.1
_LEAST_ROUGH = 10
_TENS, _HUNDREDS, _THOUSANDS = 10, 100, 1000
_TRAIL = 7
_MANY_ENDINGS = ("ون", "ين", "ات")
_TWO = frozenset({"اثنين", "اثنان", "اثنتين", "اثنتان"})
_SHARES = frozenset({"%", "بالميه", "بالمايه", "بالمءه"})
# The words of an interval behind its lower end.
_TO = frozenset({"الي", "-", "–"})


@dataclass(frozen=True, slots=True)
class Count:
    """People counted by tokens [first, end); `numeric` where a number counts them and not the form of a noun."""

    first: int
    end: int
    amount: Amount
    numeric: bool = True
    noun: int = 0
    """The token behind the number, where the counted noun stands if there is one."""


@dataclass(frozen=True, slots=True)
class _Number:
    least: float
    most: float | None
    end: int


def read_count(sentence: EventSentence, index: int) -> Count | None:
    """Return the people counted from token `index` on, those that و adds included; None where no number is told."""
    one = count_by_number(sentence, index) or _by_form(sentence, index)
    return None if one is None else _with_joined(sentence, one)


def count_by_number(sentence: EventSentence, index: int) -> Count | None:
    """Return the people that a number beginning at token `index` counts, or None; things and times are not counted."""
    grammar = sentence.vocabulary.lexicon.tolls
    start = _past_quotes(sentence, index)
    bound, at = _opening(sentence, start, grammar)
    at = _past_quotes(sentence, at)
    number = _read_number(sentence, at)
    if number is None:
        return None
    upper = _upper(sentence, number, bound) if bound == "between" or sentence.folded(at - 1) != "من" else None
    if upper is not None:
        number = _Number(number.least, upper.most, upper.end)
    elif bound == "between":
        return None
    behind = _past_quotes(sentence, number.end)
    if not _may_be_people(sentence, behind):
        return None
    if bound is None and upper is None and _at_least_behind(sentence, number.end, grammar):
        bound = "at_least"
    phrase = read_phrase(sentence, at, joined=False)
    end = max(number.end, phrase.end if phrase is not None else 0)
    return Count(index, end, _bounded(number, bound), noun=behind)


def _bounded(number: _Number, bound: str | None) -> Amount:
    least, most = number.least, number.most
    if bound == "at_least":
        return Amount(least, None)
    if bound == "at_most":
        return Amount(0, most)
    if bound == "about" and most == least and least >= _LEAST_ROUGH:
        return Amount(round(least * (1 - _ABOUT)), round(least * (1 + _ABOUT)))
    return Amount(least, most)


def _opening(sentence: EventSentence, index: int, grammar: TollGrammar) -> tuple[str | None, int]:
    """Return which words of more, less or about open the count, and the token behind them."""
    listed = (
        ("at_least", grammar.at_least),
        ("at_most", grammar.at_most),
        ("about", grammar.about),
        ("between", grammar.between),
    )
    for name, phrases in listed:
        for words in phrases:
            if stands_at(sentence, index, words):
                return name, index + len(words)
    return None, index


def stands_at(sentence: EventSentence, index: int, words: tuple[str, ...]) -> bool:
    """Tell whether the words stand from token `index` on; the first may carry a conjunction."""
    if index >= len(sentence) or words[0] not in (sentence.folded(index), sentence.stem(index), _bare(sentence, index)):
        return False
    return all(sentence.folded(index + n) == word for n, word in enumerate(words[1:], start=1))


def _bare(sentence: EventSentence, index: int) -> str:
    folded = sentence.folded(index)
    return folded[1:] if folded[:1] == "و" else folded


def _at_least_behind(sentence: EventSentence, index: int, grammar: TollGrammar) -> bool:
    for at in range(index, min(len(sentence), index + _TRAIL)):
        if any(stands_at(sentence, at, words) for words in grammar.at_least_behind):
            return True
        word = sentence.words[at]
        if word.kind in (Kind.VERB, Kind.OPENER) or word.conjunction or word.folded in grammar.parts:
            return False
    return False


def _upper(sentence: EventSentence, number: _Number, bound: str | None) -> _Number | None:
    """Return the upper end of a range: بين 20 و30، 5 إلى 7."""
    at = number.end
    if bound == "between":
        at += sentence.folded(at) == "و"
        if at == number.end and not sentence.folded(at).startswith("و"):
            return None
    elif sentence.folded(at) in _TO:
        at += 1
    else:
        return None
    upper = _read_number(sentence, at)
    fits = upper is not None and upper.most is not None and upper.least > number.least
    return upper if fits else None


def _may_be_people(sentence: EventSentence, index: int) -> bool:
    """Tell whether the word behind a number leaves it a number of people: no things, no times, no shares."""
    at = index
    if sentence.folded(at) == "من" and sentence.kind(at + 1) is Kind.NOUN:
        at += 1
    word = sentence.at(at)
    if word is None:
        return True
    if word.folded in _SHARES or (word.folded == "في" and sentence.folded(at + 1) in ("الميه", "المايه")):
        return False
    if word.kind is Kind.TIME:
        return word.definite or word.folded.startswith("ال")  # الجمعة, but no يوما
    if word.kind is not Kind.NOUN or word.conjunction or word.preposition:
        return True
    if is_person(sentence, at):
        return True
    if at in sentence.armed or word.stem in sentence.vocabulary.lexicon.tolls.units:
        return False
    return not any(sentence.among(at, name) for name in ("things", "places", "weapons"))


# -- numbers -------------------------------------------------------------------------------------


def _read_number(sentence: EventSentence, index: int) -> _Number | None:
    if index >= len(sentence):
        return None
    grammar = sentence.vocabulary.lexicon.tolls
    for word in dict.fromkeys((sentence.folded(index), sentence.stem(index), _bare(sentence, index))):
        vague = grammar.vague.get(word, grammar.vague.get(word.removeprefix("ال")))
        if vague is not None:
            thousands = sentence.folded(index + 1) in ("الالاف", "الاف")
            return _Number(vague * (1000 if thousands else 1), None, index + 1 + thousands)
        exact = _exact(sentence, index, word, grammar)
        if exact is not None:
            return exact
    return None


def _exact(sentence: EventSentence, index: int, word: str, grammar: TollGrammar) -> _Number | None:
    current, scale = _value(word, grammar), grammar.scales.get(word)
    if current is None:
        if scale is None:
            return None
        current = scale
    total, end = 0.0, index + 1
    while end < len(sentence):
        word = sentence.folded(end)
        joined = joined_number(word, current, grammar)
        if word in grammar.scales:
            current *= grammar.scales[word]
        elif word in ("عشر", "عشره") and 1 <= current < _TENS:
            current += _TENS
        elif joined is not None and joined < _THOUSANDS <= current:
            total, current = total + current, joined
        elif joined is not None:
            current += joined
        else:
            break
        end += 1
    return _Number(total + current, total + current, end)


def joined_number(word: str, current: float, grammar: TollGrammar) -> float | None:
    """Return the value of a word that و adds to the number `current`: وعشرين behind خمسة, ومئتان behind ألف."""
    if word[:1] != "و":
        return None
    value = grammar.numbers.get(word[1:])
    if value is None and current >= _THOUSANDS:
        value = _value(word[1:], grammar)
    if value is None:
        return None
    # The parts are of different size: خمسة وعشرون is one number, خمسة وستة are two.
    smaller, larger = sorted((value, current))
    one = larger >= 2 * _TENS and smaller < larger and (larger >= _HUNDREDS or smaller < _TENS)
    return value if one else None


def _value(word: str, grammar: TollGrammar) -> float | None:
    if _DIGITS.fullmatch(word):
        return float(re.sub(r"\D", "", word))
    return grammar.numbers.get(word)


# -- nouns ---------------------------------------------------------------------------------------


def _by_form(sentence: EventSentence, index: int) -> Count | None:
    """Return two for a dual, one for a single person or one of several, None for plurals without a number."""
    index = _past_quotes(sentence, index)
    word = sentence.at(index)
    if word is None or word.kind is not Kind.NOUN:
        return None
    grammar = sentence.vocabulary.lexicon.tolls
    phrase = read_phrase(sentence, index, joined=False)
    end = phrase.end if phrase is not None else index + 1
    if word.stem in grammar.one_of and not word.definite and sentence.kind(index + 1) is Kind.NOUN:
        return Count(index, end, Amount(1, 1), numeric=False)
    if _is_pair(sentence, index, word, grammar):
        return Count(index, end, Amount(2, 2), numeric=False)
    if is_one_person(sentence, index) or (word.stem in grammar.others and not word.definite):
        more = _at_least_behind(sentence, index + 1, grammar)
        return Count(index, end, Amount(1, None if more else 1), numeric=False)
    return None


def _is_pair(sentence: EventSentence, index: int, word: Word, grammar: TollGrammar) -> bool:
    if word.name or index in sentence.persons:
        return False
    if word.stem in grammar.pairs or sentence.folded(index + 1) in _TWO:
        return True
    if word.stem.endswith("يان") and word.stem in sentence.vocabulary.lexicon.nationalities:
        return True
    holder = sentence.vocabulary.grammar.holders.get(word.stem[:-2]) if word.stem.endswith("ان") else None
    return holder is not None and holder.number == "s" and holder.kind in (LinkKind.PERSON, LinkKind.ANON)


def is_one_person(sentence: EventSentence, index: int) -> bool:
    """Tell whether the word names or describes one person: جندي، فلسطيني، الرئيس، فلان."""
    word = sentence.words[index]
    if index in sentence.persons:
        return True
    stem = word.stem.removesuffix("ا") if len(word.stem) > 3 else word.stem
    vocabulary = sentence.vocabulary
    if {stem, word.stem} & vocabulary.lexicon.tolls.people:
        return True
    if word.stem.endswith(_MANY_ENDINGS) and len(word.stem) > 4 and word.stem not in vocabulary.grammar.given_names:
        return False
    holder = vocabulary.grammar.holders.get(stem)
    if holder is not None:
        return holder.number == "s" and holder.kind in (LinkKind.PERSON, LinkKind.ANON)
    return word.nationality or stem in vocabulary.grammar.given_names


def is_person(sentence: EventSentence, index: int) -> bool:
    """Tell whether the word, singular or plural, is one for people."""
    word = sentence.words[index]
    stem = word.stem.removesuffix("ا") if len(word.stem) > 3 else word.stem
    vocabulary = sentence.vocabulary
    tolls = vocabulary.lexicon.tolls
    holders = vocabulary.grammar.holders
    return (
        not {stem, word.stem}.isdisjoint(tolls.people | tolls.many_people | tolls.dead | tolls.hurt)
        or word.nationality
        or stem in holders
        or word.stem in holders
        or word.stem in vocabulary.lexicon.words["actors"]
    )


def _past_quotes(sentence: EventSentence, index: int) -> int:
    while sentence.is_quote(index):
        index += 1
    return index


# -- and others ----------------------------------------------------------------------------------


def _with_joined(sentence: EventSentence, count: Count) -> Count:
    """Return the count with those that و adds: 45 جنديا و10 مدنيين وطفل."""
    grammar = sentence.vocabulary.lexicon.tolls
    while (start := _joined_start(sentence, count.end)) is not None:
        stem = _bare(sentence, start)
        if {stem, sentence.stem(start)} & (grammar.dead | grammar.hurt) or any(
            one.frame.victims for one in sentence.words[start].triggers
        ):
            break
        further = count_by_number(sentence, start) or _by_form(sentence, start)
        if further is not None and not _is_harmed(sentence, further.noun, grammar):
            least = count.amount.least + further.amount.least
            ends = (count.amount.most, further.amount.most)
            most = None if ends[0] is None or ends[1] is None else ends[0] + ends[1]
            count = replace(count, end=further.end, amount=Amount(least, most))
        elif further is None and sentence.stem(start) in grammar.unnumbered:
            return replace(count, amount=Amount(count.amount.least + 1, None))
        else:
            break
    return count


def _joined_start(sentence: EventSentence, index: int) -> int | None:
    """Return the token that و joins to a phrase that ends at `index`, or None."""
    grammar = sentence.vocabulary.lexicon.tolls
    for words in grammar.at_least_behind:
        if stands_at(sentence, index, words):
            index += len(words)
            break
    index = _past_quotes(sentence, index)
    word = sentence.at(index)
    if word is None:
        return None
    if word.folded == "و":
        return index + 1 if index + 1 < len(sentence) else None
    return index if word.conjunction and word.kind in (Kind.NOUN, Kind.NUMBER) else None


def _is_harmed(sentence: EventSentence, index: int, grammar: TollGrammar) -> bool:
    return bool({sentence.stem(index), _bare(sentence, index)} & (grammar.dead | grammar.hurt))
