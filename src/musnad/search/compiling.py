"""Turns a query into what is asked of the store, what makes a report relevant, and what to highlight."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from musnad.errors import QueryError
from musnad.languages import load_text_analyser
from musnad.languages.text_index import MARKS, fold_part
from musnad.model import MentionKind
from musnad.search import query as asked
from musnad.search.naming import NameFinder, with_clitics
from musnad.search.query import CLAIM_FILTERS, EVENT_FILTERS, Query
from musnad.store.finding import conditions as store
from musnad.store.finding.conditions import ClaimPart, Condition, EventPart, HasKey, HasWords
from musnad.store.finding.ranking import Beside, Signs, Weighed

_WEAPONS = (MentionKind.WEAPON.value, MentionKind.CRAFT.value)
_MOST_SIGNS = 48
_LEAST_WEIGHT = 3  # of 16; what weighs less stands as often as function words do
_PAIR_COUNTS = 2  # times what its two words count: words side by side are rarely by chance


@dataclass(frozen=True, slots=True)
class CompiledQuery:
    """A query as the store is asked it.

    `signs` make a report relevant. `keys`, `phrases` and mentions with `entries` are highlighted. `claim_parts` are
    asked of a claim by the whole query. `ignored` are words that ask for nothing: function words, marks.
    """

    condition: Condition
    signs: Signs
    keys: frozenset[str]
    phrases: tuple[HasWords, ...]
    entries: tuple[str, ...]
    claim_parts: tuple[ClaimPart, ...]
    ignored: tuple[str, ...]


def compile_query(query: Query, names: NameFinder) -> CompiledQuery:
    """Return what a query asks of the store; raise QueryError where it has function words alone."""
    compiler = _Compiler(names)
    condition = compiler.condition(query)
    if condition is None:
        told = ", ".join(compiler.ignored)
        raise QueryError(
            f"the query has only words that say nothing by themselves ({told}); "
            f'add another word, or put them in quotation marks: "{" ".join(compiler.ignored)}"'
        )
    compiler.leave_out_common()
    signs = _signs(query, compiler)
    return CompiledQuery(
        condition,
        signs,
        frozenset(compiler.keys),
        tuple(compiler.phrases),
        tuple(dict.fromkeys(compiler.entries)),
        _claim_parts(condition),
        tuple(compiler.ignored),
    )


def _claim_parts(condition: Condition) -> tuple[ClaimPart, ...]:
    parts = condition.parts if isinstance(condition, store.All) else (condition,)
    return tuple(asked for part in parts if isinstance(part, store.HasClaim) for asked in part.parts)


class _Compiler:
    def __init__(self, names: NameFinder) -> None:
        self._names = names
        self._analyser = load_text_analyser()
        self.keys: dict[str, None] = {}
        self.phrases: list[HasWords] = []
        self.entries: list[str] = []
        self.ignored: list[str] = []

    def condition(self, query: Query) -> Condition | None:
        """Return the condition of a query, None where it asks for nothing."""
        match query:
            case asked.And(parts):
                return self._all(parts)
            case asked.Or(parts):
                found = [part for part in map(self.condition, parts) if part is not None]
                return _one_or(store.Any, found)
            case asked.Not(part):
                return self._not(part)
            case asked.Word() | asked.Title() | asked.Phrase():
                return self._text(query)
            case _ if isinstance(query, CLAIM_FILTERS + EVENT_FILTERS):
                return self._all((query,))
            case _:
                return self._of_report(query)

    def _all(self, parts: tuple[Query, ...]) -> Condition | None:
        claims = [self._claim_part(part) for part in parts if isinstance(part, CLAIM_FILTERS)]
        events = [self._event_part(part) for part in parts if isinstance(part, EVENT_FILTERS)]
        found: list[Condition] = [near for _, near in (*claims, *events) if near is not None]
        if claims:
            found.append(store.HasClaim(tuple(part for part, _ in claims)))
        if events:
            found.append(store.HasEvent(tuple(part for part, _ in events)))
        rest = (part for part in parts if not isinstance(part, CLAIM_FILTERS + EVENT_FILTERS))
        found += [part for part in map(self.condition, rest) if part is not None]
        return _one_or(store.All, found)

    def leave_out_common(self) -> None:
        """Let words that stand in nearly every text, such as على, neither count nor be highlighted beside others."""
        telling = {key: None for key in self.keys if self._analyser.weight_of(key) >= _LEAST_WEIGHT}
        self.keys = telling or self.keys

    def _not(self, part: Query) -> Condition | None:
        # What must not be there is nothing to highlight.
        keys, phrases, entries = dict(self.keys), list(self.phrases), list(self.entries)
        inner = self.condition(part)
        self.keys, self.phrases, self.entries = keys, phrases, entries
        return store.Not(inner) if inner is not None else None

    # -- words -----------------------------------------------------------------------------------

    def _text(self, query: asked.Word | asked.Title | asked.Phrase) -> Condition | None:
        if isinstance(query, asked.Phrase):
            phrase = self.phrase(query.written)
            if phrase is None:
                self.ignored.append(query.written)
            else:
                self.phrases.append(phrase)
            return phrase
        in_title = isinstance(query, asked.Title)
        found = [self._word(raw, in_title=in_title) for raw in self._analyser.split(query.written)]
        kept = [part for part in found if part is not None]
        if not kept:
            self.ignored.append(query.written)
        return _one_or(store.All, kept)

    def _word(self, raw: str, *, in_title: bool) -> Condition | None:
        token = self._analyser.analyse_token(raw)
        keys = [key for key in self._analyser.query_keys(raw) if key is not None]
        self.keys |= dict.fromkeys([token.joined] if token.joined and not in_title else keys)
        if len(token.parts) < 2 or in_title:
            word = _one_or(store.All, [HasKey(key, in_title) for key in keys])
        else:
            # S-300 stands in texts as one word, as two, or glued: joined where it is one, side by side where not.
            beside = HasWords((token.parts[0],), token.parts[1:])
            self.phrases.append(beside)
            word = store.Any((HasKey(token.joined), beside))
        others = () if in_title or word is None else self._names.named_by(raw)
        self._note(others)
        return store.Any((word, *others)) if word is not None and others else word

    def _note(self, others: Iterable[Condition]) -> None:
        for other in others:
            match other:
                case store.Names(entries=found) | store.NamesPlace(ids=found):
                    self.entries += found
                case HasWords():
                    self.phrases.append(other)
                case HasKey(key):
                    self.keys[key] = None
                case store.All(parts):
                    self._note(parts)

    def phrase(self, written: str) -> HasWords | None:
        """Return the exact words of a phrase, its first with every clitic that may stand before it; None for none."""
        words = [part for raw in self._analyser.split(written) for part in self._analyser.analyse_token(raw).parts]
        if not words:
            return None
        return HasWords(with_clitics(words[0]), tuple(words[1:]))

    # -- fields ----------------------------------------------------------------------------------

    def _of_report(self, query: Query) -> Condition:
        match query:
            case asked.Outlet(name):
                return store.OutletIs(fold_name(name), self._names.outlets(name))
            case asked.Language(code):
                return store.LanguageIs(code)
            case asked.Days(earliest, latest):
                return store.PublishedWithin(earliest, latest)
            case asked.Place(name):
                return self._place(name)
            case asked.Weapon(name):
                entries = self._names.weapons(name)
                self.entries += entries
                named = self._near(name, store.Names(_WEAPONS, (fold_name(name),)))
                spellings = self._names.spellings(entries)
                self.phrases += spellings
                return store.Any((named, store.Names(_WEAPONS, (), entries), *spellings)) if entries else named
            case _:
                return store.Everything()

    def _place(self, name: str) -> Condition:
        if len(name) == 2 and name.isascii() and name.isalpha():
            return store.NamesPlace((), name.upper())
        if ":" in name or name.isascii():
            ids = store.NamesPlace((name, *self._names.places(name)))
            self.entries += ids.ids
            others = self._names.others_of(name)
            found = [self._near(other, store.Names((), (other,))) for other in others]
            return store.Any((ids, *found)) if found else ids
        kinds = (MentionKind.PLACE, MentionKind.COUNTRY, MentionKind.FACILITY)
        return self._near(name, store.Names(tuple(kind.value for kind in kinds), (fold_name(name),)))

    def _near(self, name: str, condition: Condition) -> Condition:
        """Return the condition with the keys of a name that it implies, by which the index finds it fast."""
        keys = self._name_keys(name)
        return store.All((*keys, condition)) if keys else condition

    def _name_keys(self, name: str) -> tuple[HasKey, ...]:
        raws = self._analyser.split(name)
        return tuple(HasKey(key) for raw in raws for key in self._analyser.query_keys(raw) if key is not None)

    def _claim_part(self, query: Query) -> tuple[ClaimPart, Condition | None]:
        match query:
            case asked.Source(name):
                names, entries = self._holders(name)
                return store.HeldBy(names, entries), self._implied(names, entries)
            case asked.SourceKindIs(kind):
                return store.OriginIs(kind.value), None
            case asked.Anonymous(unnamed, None):
                return store.AnonymousIs(unnamed), None
            case asked.Anonymous(_, anonymity) if anonymity is not None:
                return store.OriginIs(None, anonymity.value), None
            case asked.StanceIs(stance):
                return store.StanceIs(stance.value), None
            case asked.IndependentChains(least, most):
                return store.ChainsWithin(least, most), None
            case asked.Contradicted(contradicted):
                return store.ContradictedIs(contradicted), None
            case _:
                raise ValueError(f"{query!r} is not asked of claims")

    def _event_part(self, query: Query) -> tuple[EventPart, Condition | None]:
        match query:
            case asked.Actor(name):
                names, entries = self._holders(name)
                return store.TakesPart(names, entries), self._implied(names, ())
            case asked.EventIs(kind):
                return store.TypeIs(kind.value), None
            case _:
                raise ValueError(f"{query!r} is not asked of events")

    def _holders(self, name: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
        names = dict.fromkeys([fold_name(name), *self._names.others_of(name)])
        return tuple(names), self._names.bodies(name)

    def _implied(self, names: tuple[str, ...], entries: tuple[str, ...]) -> Condition | None:
        """Return what the index is to be asked first: the words of one of the names, or a claim through the entry."""
        found: list[Condition] = [store.All(keys) for name in names if (keys := self._name_keys(name))]
        if len(found) < len(names):
            return None
        return _one_or(store.Any, [*found, *([store.HasHolder(entries)] if entries else [])])


def fold_name(name: str) -> str:
    """Return a name as the store's folded columns have it."""
    return " ".join(fold_part(name).split())


def _one_or(
    join: Callable[[tuple[Condition, ...]], Condition], parts: list[Condition] | list[HasKey]
) -> Condition | None:
    if not parts:
        return None
    return parts[0] if len(parts) == 1 else join(tuple(parts))


# -- relevance -----------------------------------------------------------------------------------


def _signs(query: Query, compiler: _Compiler) -> Signs:
    """Return what makes a report relevant: how much of it each key is, keys that may be missing, words side by side."""
    analyser = load_text_analyser()
    weights = {key: 4 + analyser.weight_of(key) for key in compiler.keys}
    beside = tuple(_pairs(query, compiler, weights))
    return Signs(tuple(_weighed(query, weights))[: _MOST_SIGNS - len(beside)], beside)


def _weighed(query: Query, weights: dict[str, int]) -> Iterator[Weighed]:
    for key, weight in weights.items():
        if isinstance(query, asked.Or) or _has_or(query):
            yield Weighed(HasKey(key), 2 * weight)
        for step, mark in enumerate(MARKS, start=1):
            yield Weighed(HasKey(f"{mark}{key}"), step * weight)


def _has_or(query: Query) -> bool:
    match query:
        case asked.Or():
            return True
        case asked.And(parts):
            return any(map(_has_or, parts))
        case _:
            return False


def _pairs(query: Query, compiler: _Compiler, weights: dict[str, int]) -> Iterator[Beside]:
    parts = query.parts if isinstance(query, asked.And) else ()
    for one, other in pairwise(parts):
        if isinstance(one, asked.Word) and isinstance(other, asked.Word):
            beside = compiler.phrase(f"{one.written} {other.written}")
            if beside is not None and beside.rest:
                points = sum(weights.values()) * 2 * _PAIR_COUNTS // max(1, len(weights))
                yield Beside(tuple(_with_articles(beside)), points)


def _with_articles(beside: HasWords) -> Iterator[HasWords]:
    """Yield two words side by side as they are, both with the article, and the second with it (idafa)."""
    yield beside
    first, *more = beside.firsts[0], *beside.rest
    if len(more) != 1 or first.isascii() or more[0].isascii():
        return
    bare, second = first.removeprefix("ال"), more[0].removeprefix("ال")
    for opening in ("ال", ""):
        found = HasWords(with_clitics(f"{opening}{bare}"), (f"ال{second}",))
        if found != beside:
            yield found
