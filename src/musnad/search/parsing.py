"""Reads a query: a recursive descent over its pieces, which says where it fails and what it expected."""

from musnad.errors import QueryError
from musnad.search.fields import read_field
from musnad.search.lexing import Piece, Sort, cut_query
from musnad.search.query import And, Everything, Not, Or, Phrase, Query, Word

LONGEST_QUERY = 2_000
"""In characters; what is longer is a text, not a query."""
MOST_PIECES = 200
DEEPEST = 30


def parse_query(written: str) -> Query:
    """Return the tree of a query; raise QueryError, and nothing else, saying where it fails and what to write."""
    if len(written) > LONGEST_QUERY:
        raise QueryError(f"the query has {len(written)} characters, {LONGEST_QUERY} are the limit; leave words out")
    pieces = list(cut_query(written))
    if not pieces:
        raise QueryError('the query is empty; write a word, a "phrase", a field such as source:name, or * for all')
    if len(pieces) > MOST_PIECES:
        raise QueryError(f"the query has {len(pieces)} words and signs, {MOST_PIECES} are the limit; leave some out")
    parser = _Parser(pieces, len(written))
    tree = parser.any_of(0)
    left = parser.next
    if left is not None:
        raise QueryError(f"the bracket ) at character {left.at + 1} closes nothing; take it out, or open one before")
    return tree


class _Parser:
    def __init__(self, pieces: list[Piece], length: int) -> None:
        self._pieces = pieces
        self._place = 0
        self._length = length

    @property
    def next(self) -> Piece | None:
        return self._pieces[self._place] if self._place < len(self._pieces) else None

    def _take(self, operator: str) -> bool:
        piece = self.next
        if piece is None or piece.sort is not Sort.OPERATOR or piece.words != operator:
            return False
        self._place += 1
        return True

    def any_of(self, depth: int) -> Query:
        """Read parts with OR between them."""
        parts = [self._all_of(depth)]
        while self._take("OR"):
            parts.append(self._all_of(depth))
        return parts[0] if len(parts) == 1 else Or(tuple(parts))

    def _all_of(self, depth: int) -> Query:
        """Read parts with AND or nothing between them."""
        parts = [self._negated(depth)]
        while True:
            stated = self._take("AND")
            piece = self.next
            ends = piece is None or piece.sort is Sort.CLOSE or (piece.sort is Sort.OPERATOR and piece.words == "OR")
            if ends and not stated:
                return parts[0] if len(parts) == 1 else And(tuple(parts))
            parts.append(self._negated(depth))

    def _negated(self, depth: int) -> Query:
        negations = 0
        while self._take("NOT"):
            negations += 1
        part = self._one(depth)
        return Not(part) if negations % 2 else part

    def _one(self, depth: int) -> Query:
        piece = self.next
        if piece is None:
            raise QueryError(
                f"the query ends at character {self._length} where a word, a phrase, a field or ( should follow"
            )
        if piece.sort is Sort.OPERATOR:
            raise QueryError(
                f"{piece.words} at character {piece.at + 1} stands where a word, a phrase, a field or ( should; "
                f"write something before it, or put it in quotation marks to look for the word"
            )
        if piece.sort is Sort.CLOSE:
            raise QueryError(
                f"the bracket ) at character {piece.at + 1} comes where a word should; write one before it"
            )
        self._place += 1
        if piece.sort is Sort.OPEN:
            return self._bracketed(piece, depth)
        if piece.sort is Sort.FIELD:
            return read_field(piece.field, piece.words, piece.at)
        if piece.sort is Sort.PHRASE:
            return Phrase(piece.words, piece.at)
        return Everything() if piece.words == "*" else Word(piece.words, piece.at)

    def _bracketed(self, opening: Piece, depth: int) -> Query:
        if depth >= DEEPEST:
            raise QueryError(
                f"the brackets at character {opening.at + 1} lie {depth + 1} deep, {DEEPEST} are the limit"
            )
        inner = self.any_of(depth + 1)
        closing = self.next
        if closing is None or closing.sort is not Sort.CLOSE:
            raise QueryError(f"the bracket ( at character {opening.at + 1} is not closed; put a ) after its words")
        self._place += 1
        return inner
