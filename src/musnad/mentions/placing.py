"""Finds the places of a whole article: its names first, then what each may mean in the light of the others."""

from collections.abc import Iterator, Sequence

from musnad.languages import Language
from musnad.languages.gazetteer import Support
from musnad.mentions.drafts import Draft
from musnad.mentions.line import Line
from musnad.mentions.overlaps import beside, settle
from musnad.mentions.place_names import PlaceName, place_name_of, scan_place_names, with_containers
from musnad.mentions.place_shapes import PlaceShape, find_place_shapes
from musnad.mentions.place_sight import Sight
from musnad.mentions.place_words import PlaceWords, load_place_words
from musnad.mentions.places import CountryEvidence, gather_evidence, resolve_place_names, resolve_shape
from musnad.model import Article, MentionKind, PlaceCandidate, PlaceKind

# Estimated while 60 articles were read, not counted: how often a name found so is a place.
_MANY_WORDS = 0.975
_SUPPORTED = 0.96
_ALONE = 0.92
_TOLD = "gazetteer-told"
_COUNTRY = 0.98
_SHAPE = 0.9
_DOUBTFUL = 0.4
_WHERE = frozenset({MentionKind.PLACE, MentionKind.COUNTRY})
_SMALL = frozenset({PlaceKind.TOWN, PlaceKind.VILLAGE})
# A mention is counted to a country where the candidates in it have at least this much of the score.
_CLEAR = 0.5


def with_places(found: Sequence[Draft], places: Sequence[Draft]) -> list[Draft]:
    """Return the drafts with the places that share no word with them, or that the report tells to be places."""
    told = [draft for draft in places if draft.rule == _TOLD]
    others = [draft for draft in found if draft.kind is not MentionKind.PLACE]
    kept = [*others, *beside([draft for draft in found if draft.kind is MentionKind.PLACE], told)]
    return sorted([*kept, *beside(places, kept)], key=lambda draft: draft.first)


class Placer:
    """The places of one article: names, what they may mean, and phrases that tell a place by another."""

    def __init__(self, lines: Sequence[Line], article: Article, language: Language) -> None:
        """Find the names of all `lines`, the sentences of the article, and what they tell of its countries."""
        words = self._words = load_place_words(language)
        scans = [scan_place_names(line, words) for line in lines]
        doubtful = words.gazetteer.doubtful
        self._believed = frozenset(name.form for scan in scans for name in scan.names if name.form in doubtful)
        self._lines = lines
        self._is_noun = language.lexicons.lemmatizer.is_noun
        self._names: list[list[PlaceName]] = []
        for line, scan in zip(lines, scans, strict=True):
            # What the report tells elsewhere changes a sentence only where a name of it did not suffice.
            changed = not scan.refused.isdisjoint(self._believed)
            found = scan_place_names(line, words, self._believed) if changed else scan
            self._names.append(with_containers(line, words, found.names))
        self._drafts: dict[tuple[int, int], Draft] = {}
        demonyms = [country for line in lines for country in _demonyms(line, words)]
        self.home = _outlet_country(article, language)
        self._sight = Sight(self._names, demonyms, self.home, words)
        self._names = [[name for name in names if self._sight.tells(name)] for names in self._names]
        self._evidence = gather_evidence(self._names, demonyms, self.home, words)

    def named(self, number: int) -> list[Draft]:
        """Return the drafts of the gazetteer's names in the sentence of that number."""
        drafts = [self._draft(name, number) for name in self._names[number]]
        self._drafts.update(((number, draft.first), draft) for draft in drafts)
        return drafts

    def place(self, number: int, drafts: Sequence[Draft]) -> list[Draft]:
        """Return the drafts of the sentence, its places with their candidates, and phrases that tell others by them."""
        return settle([*(self._resolved(number, draft) for draft in drafts), *self._shapes(number)])

    def _shapes(self, number: int) -> list[Draft]:
        line, names, words = self._lines[number], self._names[number], self._words
        found = find_place_shapes(line, words, names)
        if not found:
            return []
        resolved = resolve_place_names(names, self._evidence, words)
        shapes = [(shape, resolve_shape(shape, resolved, words.gazetteer)) for shape in found]
        return [_shaped(shape, candidates) for shape, candidates in shapes if candidates]

    def _resolved(self, number: int, draft: Draft) -> Draft:
        if draft.kind not in _WHERE or draft.candidates:
            return draft
        same = (name for name in self._names[number] if (name.first, name.end) == (draft.first, draft.end))
        name = next(same, None)
        listed = self._drafts.get((number, draft.first)) if name is not None else None
        if listed is None:
            line = self._lines[number]
            name = name or place_name_of(line, self._words, draft.first, draft.end, draft.skip)
            if name is None or (self._is_noun(name.form.removeprefix("ال")) and not self._sight.tells(name)):
                return draft
            listed = self._draft(name, number)
        if draft.kind is MentionKind.COUNTRY and listed.kind is not MentionKind.COUNTRY:
            return listed  # ولاية جورجيا
        confidence = min(draft.confidence, listed.confidence) if listed.country is None else draft.confidence
        return draft._replace(country=listed.country, candidates=listed.candidates, confidence=confidence)

    def _draft(self, name: PlaceName, number: int) -> Draft:
        [candidates] = resolve_place_names([name], self._evidence, self._words, self._names[number])
        doubtful = _is_doubtful(name, candidates[0], self._evidence, self._words)
        draft = _named(name, candidates, doubtful)
        # The tagger may overrule the plain rule, and not a report that says مدينة, or lists places.
        believed = name.form in self._believed and name.support is not Support.NONE
        joined = name.skip == 1 and any(other.end == name.first for other in self._names[number])
        told = name.support is Support.NOUN or believed or joined
        return draft._replace(rule=_TOLD) if told else draft


def _demonyms(line: Line, words: PlaceWords) -> Iterator[str]:
    for index, entry in enumerate(line.entries):
        for _, form in entry.forms if entry.may_open_demonym else ():
            country = words.demonyms.get(f"{form} {line.word(index + 1)}") or words.demonyms.get(form)
            if country is not None:
                yield country
                break


def _outlet_country(article: Article, language: Language) -> str | None:
    if article.outlet is None:
        return None
    entry = language.outlet_names.entries.get(language.grammar.outlet_ids.get(article.outlet.value.lower(), ""))
    return entry.country or None if entry is not None else None


def _is_doubtful(name: PlaceName, best: PlaceCandidate, evidence: CountryEvidence, words: PlaceWords) -> bool:
    """Tell whether a place lies not where the report says, or is small and in a country that it does not speak of.

    It is as often a namesake that the gazetteer lacks.
    """
    if name.country is not None:
        return best.country is not None and best.country != name.country
    if best.kind not in _SMALL:
        return False
    if name.within is not None:
        outer = [country for place in words.places(name.within) for country in place.countries]
        return bool(outer) and best.country not in outer
    return evidence.is_alien(best.country)


def _named(name: PlaceName, candidates: tuple[PlaceCandidate, ...], doubtful: bool) -> Draft:
    best = candidates[0]
    country = _clear_country(candidates)
    kind = MentionKind.PLACE
    if best.kind is PlaceKind.COUNTRY:
        kind, confidence = MentionKind.COUNTRY, _COUNTRY
    elif " " in name.form:
        confidence = _MANY_WORDS
    else:
        confidence = _ALONE if name.support is Support.NONE else _SUPPORTED
    if best.kind is PlaceKind.FACILITY:
        kind = MentionKind.FACILITY
    if doubtful:
        country, confidence = None, min(confidence, _DOUBTFUL)
    return Draft(
        kind,
        name.first,
        name.end,
        "gazetteer",
        confidence,
        name.skip,
        entry=country if kind is MentionKind.COUNTRY else best.id,
        country=country,
        candidates=candidates,
    )


def _shaped(shape: PlaceShape, candidates: tuple[PlaceCandidate, ...]) -> Draft:
    rule = f"place-{shape.relation}"
    country = _clear_country(candidates)
    return Draft(
        MentionKind.PLACE, shape.first, shape.end, rule, _SHAPE, shape.skip, country=country, candidates=candidates
    )


def _clear_country(candidates: tuple[PlaceCandidate, ...]) -> str | None:
    """Return the country that the candidates have in common by score, or None: no silent guess."""
    best = candidates[0].country
    share = sum(candidate.score for candidate in candidates if candidate.country == best)
    return best if share >= _CLEAR else None
