"""Makes the search keys of a text: a bag of keys that inflected forms share, and its exact words in their order."""

import re
import unicodedata
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import chain

from musnad.languages.analysis import FormLetters, WordAnalyser
from musnad.languages.form_finding import FormFinder
from musnad.text.normalise import INVISIBLE, fold_word

ANALYSER_VERSION = "1"
"""Changes with every change of keys: a store whose keys were made by another version is to be indexed anew."""

# Put before a key that says much of its text, from little to most. No language of news writes these letters, and both
# databases take them for letters, so that "how much" is one more word to look up and both rank alike.
MARKS = ("ڡ", "ڢ", "ڣ")
# What share of the most that a word can weigh in a text (see _weights) earns each mark. Set so that of the keys of
# 2,000 articles a third has a mark and each mark is about as common.
_MARKED_FROM = (0.55, 0.68, 0.78)
_USUAL_WORDS = 300  # in an article: the mean of news_ar_2018
_SATURATION, _BY_LENGTH = 1.2, 0.75  # k1 and b of BM25 (Robertson et al. 1994), as most searchers set them
_HEADLINE_COUNTS = 2  # more occurrences that a word in the headline is worth

# The English words that carry nothing to search for; those of other languages in Latin script are too rare to matter.
_EMPTY_LATIN = frozenset(
    {"a", "an", "and", "are", "as", "at", "be", "by", "for", "from", "in", "is", "it", "of", "on", "or", "that", "the"}
    | {"this", "to", "was", "were", "with"}
)

_CACHED_TOKENS = 120_000
_CUT_TOKENS = 20_000  # of the texts in which phrases are looked for
_LONGEST_PART = 40
_MOST_PARTS = 12
_W = rf"[^\W_{INVISIBLE}][^\W_]*(?:[{INVISIBLE}]+[^\W_]+)*[{INVISIBLE}]*"
_TOKEN = re.compile(rf"{_W}(?:[-‐‑–'’.,:٫٬/_]{_W})*")
# Folded letters that neither come apart nor have cases.
_PLAIN = re.compile("[\u0621\u0627-\u063a\u0641-\u064a]+")
_THOUSANDS = re.compile(r"\d{1,3}(?:,\d{3})+")
_PART = re.compile(r"[^\W\d_]+|\d+")


@dataclass(frozen=True, slots=True)
class IndexedText:
    """What the full-text index holds of a text, words parted by blanks: letters and digits only, folded.

    `title_keys` and `text_keys` are the keys of the headline, and of all of it with their marks; no order.
    `exact` are the folded words in their order, for phrases.
    """

    title_keys: str
    text_keys: str
    exact: str


@dataclass(frozen=True, slots=True)
class AnalysedToken:
    """A word of a text, with its hyphens if it has some: its parts in order, their keys, and all parts joined (S-300).

    `joined` is empty where there is one part. `keys` has every reading of every part, and `joined`.
    """

    parts: tuple[str, ...]
    keys: tuple[str, ...]
    joined: str = ""


@dataclass(frozen=True, slots=True)
class PlacedPart:
    """A folded word or number of a text, and the source offsets of the token that it stands in, half open."""

    start: int
    end: int
    part: str


class TextAnalyser:
    """Makes the keys of texts; every word type is analysed once and remembered, the least used forgotten first."""

    def __init__(self, words: WordAnalyser) -> None:
        self._words = words
        self.analyse_token = lru_cache(maxsize=_CACHED_TOKENS)(self._analyse_token)
        self._cut = lru_cache(maxsize=_CUT_TOKENS)(lambda raw: tuple(_parts_of(raw)))

    def index_text(self, text: str, *, headline: int = 0) -> IndexedText:
        """Return the keys of a text whose first `headline` characters are its headline."""
        in_title = [self.analyse_token(raw) for raw in _TOKEN.findall(text[:headline])]
        tokens = in_title + [self.analyse_token(raw) for raw in _TOKEN.findall(text[headline:])]
        counts = Counter(chain.from_iterable([token.keys for token in tokens]))
        title = Counter(chain.from_iterable([token.keys for token in in_title]))
        marked = []
        for key, mark in self._weigh(counts, title, len(tokens)):
            marked.append(key)
            if mark:
                marked.append(f"{mark}{key}")
        exact = chain.from_iterable([token.parts for token in tokens])
        return IndexedText(" ".join(title), " ".join(marked), " ".join(exact))

    def place_parts(self, text: str) -> Iterator[PlacedPart]:
        """Yield the folded words and numbers of a text in order, each with the offsets of its token."""
        for found in _TOKEN.finditer(text):
            for part in self._cut(found.group()):
                yield PlacedPart(found.start(), found.end(), part)

    def find_forms(self, keys: Iterable[str]) -> FormFinder:
        """Return what finds in texts the tokens that may have one of the keys."""
        return FormFinder((letters for key in keys for letters in self._words.letters_of(key)), _TOKEN.finditer)

    def find_written(self, words: Iterable[str]) -> FormFinder:
        """Return what finds in texts the tokens that may have one of the folded words in them."""
        return FormFinder(map(FormLetters, words), _TOKEN.finditer)

    def split(self, text: str) -> list[str]:
        """Return the tokens of a text as they are written."""
        return _TOKEN.findall(text)

    def query_keys(self, raw: str) -> tuple[str | None, ...]:
        """Return for each part of a word of a query the key to look for, None for function words."""
        return tuple(self._key_of(part) for part in self.analyse_token(raw).parts)

    @cached_property
    def known_words(self) -> tuple[str, ...]:
        """Return common words of the language, the commonest first."""
        return tuple(self._words.known_words)

    def weight_of(self, key: str) -> int:
        """Return how much a match of a key says, from 0 to 16."""
        return self._words.weight_of(key)

    def _weigh(self, counts: Counter[str], title: Counter[str], words: int) -> Iterator[tuple[str, str]]:
        """Yield each key with its mark, empty for most: how much BM25 would have it weigh, in four steps."""
        room = _SATURATION * (1 - _BY_LENGTH + _BY_LENGTH * words / _USUAL_WORDS)
        marks: dict[int, str] = {}
        for key, count in counts.items():
            weighted = count + _HEADLINE_COUNTS * (key in title)
            mark = marks.get(weighted)
            if mark is None:
                step = bisect_right(_MARKED_FROM, weighted / (weighted + room))
                mark = marks[weighted] = MARKS[step - 1] if step else ""
            yield key, mark

    def _analyse_token(self, raw: str) -> AnalysedToken:
        parts = tuple(_parts_of(raw))
        keys = dict.fromkeys(key for part in parts for key in self._keys_of(part))
        joined = "".join(parts) if len(parts) > 1 else ""
        if joined and len(joined) <= _LONGEST_PART:
            keys[joined] = None
        return AnalysedToken(parts, tuple(keys), joined)

    def _keys_of(self, part: str) -> tuple[str, ...]:
        if part.isascii() or not "\u0600" <= part[0] <= "\u06ff":
            return () if part in _EMPTY_LATIN else (_latin_key(part),)
        return self._words.keys_of(part) if len(part) > 1 else (part,)

    def _key_of(self, part: str) -> str | None:
        if part.isascii() or not "\u0600" <= part[0] <= "\u06ff":
            return None if part in _EMPTY_LATIN else _latin_key(part)
        return self._words.key_of(part) if len(part) > 1 else part


def fold_part(written: str) -> str:
    """Return written words as the index spells them: folded, accents and compatibility forms gone, lower case."""
    folded = fold_word(written)
    if not (folded.isascii() or _PLAIN.fullmatch(folded)):
        # A ligature or a superscript comes apart; what then carries an accent loses it.
        folded = fold_word(unicodedata.normalize("NFKD", folded)).lower()
    return folded


def _parts_of(raw: str) -> Iterator[str]:
    """Yield the runs of letters and of digits of a token; a number loses the separators between its thousands."""
    written = fold_part(raw)
    if written and _PLAIN.fullmatch(written):  # as nearly all
        yield written[:_LONGEST_PART]
        return
    if _THOUSANDS.fullmatch(written):
        written = written.replace(",", "")
    for number, part in enumerate(_PART.findall(written)):
        if number == _MOST_PARTS:
            return
        clean = part.strip("".join(MARKS))[:_LONGEST_PART]
        if clean:
            yield clean


def _latin_key(word: str) -> str:
    """Return an English plural's singular, and any other word as it is."""
    if len(word) > 4 and word.endswith("s") and word[-2] not in "sui":
        return word[:-1]
    return word
