"""Suggests other spellings of a query that found nothing: words of news and names of the store, by edit distance."""

from collections.abc import Iterable, Sequence

from rapidfuzz import process
from rapidfuzz.distance import OSA

from musnad.languages import load_text_analyser
from musnad.languages.text_index import fold_part
from musnad.search.lexing import Sort, cut_query
from musnad.search.transliterating import NAME_KINDS
from musnad.store import Store
from musnad.store.finding.conditions import All, Condition, Everything, HasKey
from musnad.store.finding.names import names_in
from musnad.store.finding.reports import count_found

_LEAST_LETTERS = 4
_MOST_WORDS = 6  # of a query that are looked into
_CANDIDATES = 12
_MOST = 3
_NEWEST = 3_000  # reports whose names are read: all names of a large store would take seconds


def suggest(store: Store, query: str) -> tuple[str, ...]:
    """Return queries that find something and differ from this one by the spelling of a word, the nearest first.

    A word is replaced only where no report has it. One letter may differ, or two in words of seven letters and more;
    letters that changed places count as one.
    """
    words = [piece for piece in cut_query(query) if piece.sort is Sort.WORD][:_MOST_WORDS]
    unknown = [piece for piece in words if not _has(store, piece.words)]
    found: dict[str, int] = {}
    for piece in unknown:
        for distance, word in _near(store, piece.words):
            whole = query[: piece.at] + word + query[piece.at + len(piece.words) :]
            others = [each.words for each in words if each is not piece]
            if _has(store, word, *others):
                found.setdefault(whole, distance)
    return tuple(sorted(found, key=lambda whole: found[whole])[:_MOST])


def _has(store: Store, *words: str) -> bool:
    """Tell whether some report has all the words, in any form."""
    analyser = load_text_analyser()
    keys = [key for word in words for raw in analyser.split(word) for key in analyser.query_keys(raw)]
    asked: tuple[Condition, ...] = tuple(HasKey(key) for key in keys if key is not None)
    return not asked or count_found(store, All(asked)) > 0


def _near(store: Store, written: str) -> list[tuple[int, str]]:
    word = fold_part(written)
    if len(word) < _LEAST_LETTERS or not word.isalpha():
        return []
    most = 1 if len(word) < 7 else 2
    near = _within(word, load_text_analyser().known_words, most)
    near += _within(word, _name_words(store), most)
    return sorted(dict.fromkeys(near))[:_CANDIDATES]


def _name_words(store: Store) -> list[str]:
    names = names_in(store, Everything(), NAME_KINDS, reports=_NEWEST)
    return [word for word in dict.fromkeys(part for name in names for part in name.split()) if word.isalpha()]


def _within(word: str, known: Sequence[str], most: int) -> list[tuple[int, str]]:
    near: Iterable[tuple[str, int, int]] = process.extract(
        word, known, scorer=OSA.distance, score_cutoff=most, limit=_CANDIDATES
    )
    return [(distance, found) for found, distance, _ in near if found != word]
