"""Cuts a query into words, phrases, fields, operators and brackets, each with its place."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto

from musnad.errors import QueryError
from musnad.text.tokens import CLOSERS, OPENERS

_STRAIGHT = '"″＂'
_OPENING = frozenset(OPENERS + CLOSERS + _STRAIGHT)
_BRACKETS = frozenset("()")
# Written in capitals, for "and" is a word of texts. أو and و by themselves are words that nobody looks for.
_OPERATORS = {"AND": "AND", "OR": "OR", "NOT": "NOT", "أو": "OR", "او": "OR", "و": "AND", "&&": "AND", "||": "OR"}


class Sort(Enum):
    """What a piece of a query is."""

    WORD = auto()
    PHRASE = auto()
    FIELD = auto()
    OPERATOR = auto()
    OPEN = auto()
    CLOSE = auto()


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a query: its sort, its words, for a field its name, and its place, in characters from 0."""

    sort: Sort
    words: str
    at: int
    field: str = ""


def cut_query(written: str) -> Iterator[Piece]:
    """Yield the pieces of a query; raise QueryError where a quotation mark is not closed."""
    place = 0
    while place < len(written):
        character = written[place]
        if _is_blank(character):
            place += 1
        elif character in _BRACKETS:
            yield Piece(Sort.OPEN if character == "(" else Sort.CLOSE, character, place)
            place += 1
        elif character in _OPENING:
            words, end = _read_phrase(written, place)
            yield Piece(Sort.PHRASE, words, place)
            place = end
        elif character == "-" and _starts_negation(written, place):
            yield Piece(Sort.OPERATOR, "NOT", place)
            place += 1
        else:
            piece, place = _read_word(written, place)
            yield piece


def _is_blank(character: str) -> bool:
    # Marks of direction come along with words that are copied from pages.
    return character.isspace() or "\u200b" <= character <= "\u200f" or "\u202a" <= character <= "\u202e"


def _starts_negation(written: str, place: int) -> bool:
    before = written[place - 1] if place else " "
    after = written[place + 1 : place + 2]
    return (_is_blank(before) or before == "(") and bool(after) and not _is_blank(after) and after not in "-)"


def _read_phrase(written: str, start: int) -> tuple[str, int]:
    """Return the words of the phrase that opens at `start`, and where it ends: any closing or straight mark closes."""
    for end in range(start + 1, len(written)):
        if written[end] in CLOSERS or written[end] in _STRAIGHT or (written[end] in "“„" and written[start] in "”„"):
            return written[start + 1 : end], end + 1
    raise QueryError(f'the quotation mark at character {start + 1} is not closed; put a " after the phrase')


def _read_word(written: str, start: int) -> tuple[Piece, int]:
    end = start
    while end < len(written):
        character = written[end]
        if _is_blank(character) or character in _BRACKETS or character in _OPENING:
            break
        if character == ":" and end > start and _is_field_name(written[start:end]):
            return _read_field(written, start, end)
        end += 1
    words = written[start:end]
    operator = _OPERATORS.get(words)
    return (Piece(Sort.OPERATOR, operator, start) if operator else Piece(Sort.WORD, words, start)), end


def _is_field_name(name: str) -> bool:
    return name.replace("_", "").isalpha()


def _read_field(written: str, start: int, colon: int) -> tuple[Piece, int]:
    name, place = written[start:colon], colon + 1
    if place < len(written) and written[place] in _OPENING:
        value, end = _read_phrase(written, place)
        return Piece(Sort.FIELD, value, start, name), end
    end = place
    while end < len(written) and not _is_blank(written[end]) and written[end] not in _BRACKETS:
        end += 1
    return Piece(Sort.FIELD, written[place:end], start, name), end
