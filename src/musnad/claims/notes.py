"""Finds what a text says of its claims and sources: that nobody could check them, that one asks not to be named."""

from collections.abc import Sequence
from dataclasses import replace

from musnad.claims.view import SentenceView
from musnad.model import Chain, Claim, Link, LinkKind, Span

_CHECK_REACH = 8
_NAME_REACH = 6
_ASKING = frozenset({LinkKind.ANON, LinkKind.PERSON, LinkKind.GROUP})


class Notes:
    """The clauses by which an article's sources asked not to be named, by the place where each source stands."""

    def __init__(self) -> None:
        self._clauses: dict[int, Span] = {}

    def with_clauses(self, view: SentenceView, claims: Sequence[Claim]) -> list[Claim]:
        """Return the sentence's claims with the clauses of their sources, those of earlier sentences included."""
        for clause in _clauses(view):
            source = _owner(clause, claims)
            if source is not None:
                self._clauses.setdefault(source.start, clause)
        if not self._clauses:
            return list(claims)
        return [
            replace(claim, chain=Chain(tuple(map(self._with_clause, claim.chain))))
            if any(map(self._clause_of, claim.chain))
            else claim
            for claim in claims
        ]

    def _clause_of(self, link: Link) -> Span | None:
        spans = (link.source, link.resolved)
        return next((self._clauses[span.start] for span in spans if span and span.start in self._clauses), None)

    def _with_clause(self, link: Link) -> Link:
        clause = self._clause_of(link)
        return replace(link, anonymity_clause=clause) if clause else link


def find_verification(view: SentenceView) -> Span | None:
    """Return the words that say that something could not be checked (ولم يتسن التحقق من ذلك), or None."""
    if view.grammar.words["unable_starts"].isdisjoint(view.words):
        return None
    for at in range(len(view)):
        checked = checked_at(view, at)
        if checked is not None:
            return _spoken(view, at, _clause_end(view, checked))
    return None


def checked_at(view: SentenceView, at: int) -> int | None:
    """Return the token of the checking that nobody could do, where لم يتسن and the like stand at `at`, or None."""
    length = view.phrase_at(at, "unable")
    for index in range(at + length, min(len(view), at + length + _CHECK_REACH) if length else 0):
        if view.is_comma(index) or view.word(index) in view.grammar.words["complementisers"]:
            return None
        if view.phrase_at(index, "checking"):
            return index
    return None


def _spoken(view: SentenceView, first: int, end: int) -> Span:
    """Return the span of the tokens without a conjunction: none of the words that open a note begins with و."""
    span = view.span(first, end)
    return Span(span.start + (view.word(first)[0] == "و"), span.end)


def _clause_end(view: SentenceView, at: int) -> int:
    """Return the token where the clause around `at` ends: the next mark other than brackets."""
    marks = {"(", ")", "/", "-"}
    return next(
        (n for n in range(at, len(view)) if not view.tokens[n].is_word and view.word(n) not in marks), len(view)
    )


def _clauses(view: SentenceView) -> list[Span]:
    if view.grammar.words["unnamed_starts"].isdisjoint(view.words):
        return []
    found: list[Span] = []
    at = 0
    while at < len(view):
        end = _unnamed_end(view, at)
        if end is not None:
            first = at - 1 if at and view.within(at - 1, "relatives") else at
            found.append(_spoken(view, first, end))
        at = max(at + 1, end or 0)
    return found


def _unnamed_end(view: SentenceView, at: int) -> int | None:
    """Return the end of طلب عدم الكشف عن اسمه, شريطة عدم ذكر هويته, غير مخول بالتصريح at `at`, or None."""
    leave = view.phrase_at(at, "without_leave")
    if leave and view.within(at + leave, "leave_to"):
        reach = range(at + leave, min(len(view), at + leave + 4))
        stop = next((n for n in reach if not view.tokens[n].is_word or view.finite_cue(n)), at + leave + 3)
        return min(stop, len(view))
    length = view.phrase_at(at, "unnamed_openers")
    if not length:
        return None
    for index in range(at + length, min(len(view), at + length + _NAME_REACH)):
        if not view.tokens[index].is_word:
            return None
        if view.word(index) in view.grammar.words["unnamed_words"]:
            return index + 1
    return None


def _owner(clause: Span, claims: Sequence[Claim]) -> Span | None:
    """Return the source that the clause speaks of: the nearest one before it whose claim's content does not hold it."""
    sources = [
        link.source or link.resolved
        for claim in claims
        for link in claim.chain
        if link.kind in _ASKING and not any(span.start <= clause.start < span.end for span in claim.content)
    ]
    before = [source for source in sources if source is not None and source.start <= clause.start]
    return max(before, key=lambda source: source.start, default=None)
