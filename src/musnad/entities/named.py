"""Decides which namings of bodies, places, arms and the like are one thing: by entry, by name and country, by name."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from musnad.entities.contexts import Context, Rarity, Surroundings, likeness, likeness_reasons
from musnad.entities.scores import verdict_of
from musnad.entities.skeletons import skeletons
from musnad.entities.spelling import LIKELY, word_likeness
from musnad.entities.things import SORTS, Sort, body_words, country_in
from musnad.languages import Language
from musnad.model import MentionKind, Merge, MergeVerdict, Naming
from musnad.text import fold_word

_SAME_ENTRY = 1.0
_SAME_COUNTRY = 0.95
_SAME_NAME = 0.85
_IN_VIEW = 0.8  # One has no country of its own, and its report speaks most of the other's.
_ONE_WORD = 0.6  # A single word may be any club's, any committee's: the context decides.
_OTHER_VIEW = 0.35  # A ministry that is named without a country, in reports about two countries.
_NO_VIEW = 0.6
_MISSPELT = 0.4
_CONTEXT = 0.8
_WIDEST_BLOCK = 24
_MOST_ENTITIES = 40  # under one name: every country has a ministry of defence


_Words = tuple[str, ...]


@dataclass(slots=True)
class _Thing:
    """An entity in the making: its first naming, its words, its own country, and its contexts."""

    first: str
    words: _Words
    country: str | None
    context: Surroundings


def match_named(
    namings: Sequence[Naming], contexts: Mapping[str, Context], rarity: Rarity, language: Language
) -> list[Merge]:
    """Return what is decided of namings of one sort; those with an entry first, then those with a country."""
    known = _Known(contexts, rarity, language)
    order = sorted(namings, key=lambda naming: (naming.entry is None, naming.country is None, naming.report, naming.id))
    return [merge for naming in order for merge in known.place(naming)]


def named_keys(naming: Naming, language: Language) -> Iterable[str]:
    """Return the keys under which the naming can meet other things: its entry, and its names' skeletons."""
    words = [_key_words(form, naming, language) for form in (naming.name, *naming.forms)]
    names = dict.fromkeys(_skeleton(each, language) for each in words if each)
    return (*names, *([f"entry {naming.entry}"] if naming.entry else []))


@dataclass(slots=True)
class _Known:
    """The things met so far: by entry, by the words of their names, and those names by skeleton."""

    contexts: Mapping[str, Context]
    rarity: Rarity
    language: Language
    by_entry: dict[str, _Thing] = field(default_factory=dict)
    by_words: dict[_Words, list[_Thing]] = field(default_factory=dict)
    by_skeleton: dict[str, list[_Words]] = field(default_factory=dict)

    def place(self, naming: Naming) -> list[Merge]:
        """Put a naming to the thing that it names, or take it for a new one; return what was decided."""
        merges: list[Merge] = []
        thing = self.by_entry.get(naming.entry) if naming.entry else None
        if thing is not None:
            merges = [Merge(thing.first, naming.id, MergeVerdict.MERGED, _SAME_ENTRY, (f"entry {naming.entry}",))]
        elif naming.entry is None:
            thing, merges = self._best(naming)
        context = self.contexts[naming.id]
        if thing is None:
            words = _key_words(naming.name, naming, self.language)
            thing = _Thing(naming.id, words, naming.country, Surroundings(context, self.rarity))
            if naming.entry:
                self.by_entry[naming.entry] = thing
        else:
            thing.context.join(context)
        for form in naming.forms:
            self._learn(thing, _key_words(form, naming, self.language))
        return merges

    def _best(self, naming: Naming) -> tuple[_Thing | None, list[Merge]]:
        """Return the thing that the naming surely names, if any, and what is held of the likeliest one."""
        # By all forms: حكومة الرئيس فلان is the الحكومة السورية that the same report names too.
        forms = dict.fromkeys(_key_words(form, naming, self.language) for form in (naming.name, *naming.forms))
        scored = [
            (*self._score(naming, thing, alike), thing)
            for words in forms
            for other, alike in self._near(words)
            for thing in self.by_words[other]
        ]
        if not scored:
            return None, []
        score, (name, why, heeds_context), thing = max(scored, key=lambda found: (found[0], found[2].first))
        verdict = verdict_of(score)
        if verdict is MergeVerdict.SEPARATE and thing.words not in forms:
            return None, []
        around = likeness_reasons(self.contexts[naming.id], thing.context, self.rarity) if heeds_context else ()
        merge = Merge(thing.first, naming.id, verdict, score, (name, why, *around))
        return (thing if verdict is MergeVerdict.MERGED else None), [merge]

    def _score(self, naming: Naming, thing: _Thing, alike: float) -> tuple[float, tuple[str, str, bool]]:
        """Return what speaks for one thing under two equal or nearly equal names, and whether the context does."""
        context = self.contexts[naming.id]
        name = "the same name" if alike == 1 else "two spellings of one name"
        if naming.country and thing.country:
            if naming.country != thing.country:
                return 0.0, (name, f"of two countries, {thing.country} and {naming.country}", False)
            return round(_SAME_COUNTRY - _MISSPELT * (1 - alike), 3), (name, f"both of {naming.country}", False)
        near = likeness(context, thing.context, self.rarity)
        worth, why = _worth_without_country(naming, thing, context, self.language)
        worth -= _MISSPELT * (1 - alike)
        return round(worth + (1 - worth) * _CONTEXT * near, 3), (name, why, True)

    def _near(self, words: _Words) -> list[tuple[_Words, float]]:
        """Return the names that are equal, or spelt much alike, with their likeness."""
        if not words:
            return []
        found = [(words, 1.0)] if words in self.by_words else []
        for other in self.by_skeleton.get(_skeleton(words, self.language), ()):
            if other != words and len(other) == len(words):
                pairs = zip(words, other, strict=True)
                alike = min(word_likeness(one, two, self.language) for one, two in pairs)
                if alike >= LIKELY:
                    found.append((other, alike))
        return found

    def _learn(self, thing: _Thing, words: _Words) -> None:
        if not words:
            return
        known = self.by_words.get(words)
        if known is None:
            known = self.by_words[words] = []
            block = self.by_skeleton.setdefault(_skeleton(words, self.language), [])
            if len(block) < _WIDEST_BLOCK:
                block.append(words)
        if len(known) < _MOST_ENTITIES and all(other is not thing for other in known):
            known.append(thing)


def _key_words(written: str, naming: Naming, language: Language) -> _Words:
    """Return the words by which a name is known: those of a club without نادي, of a model without blanks."""
    return _words_of_sort(written, SORTS[naming.kind], language)


@lru_cache(maxsize=60_000)
def _words_of_sort(written: str, sort: Sort, language: Language) -> _Words:
    words = body_words(written.replace("-", " "), language)
    if sort is Sort.WEAPON:
        return ("".join(words),)
    if sort in {Sort.BODY, Sort.OUTLET}:
        # المنظمة الدولية is no name without its noun: only a bare noun before a name may be missing.
        grammar = language.naming_grammar
        heads = grammar.dropped_heads
        if len(words) > 1 and words[0] in heads and not fold_word(written).startswith(grammar.article):
            words = words[1:]
        if len(words) == 1 and _is_bare_noun(words[0], written, language):
            return ()  # الشركة, or النادي السعودي: any of them
    return words


def _is_bare_noun(word: str, written: str, language: Language) -> bool:
    """Tell whether a noun opens names and is none by itself; الحكومة and القضاء الكندي are one to a country."""
    heads = language.mention_grammar.heads.get(word, ())
    if word in language.naming_grammar.dropped_heads:
        return True
    if any(head.kind is MentionKind.GOVERNMENT_BODY for head in heads) and country_in(written, language):
        return False
    return bool(heads) and not any(head.alone for head in heads)


def _worth_without_country(naming: Naming, thing: _Thing, context: Context, language: Language) -> tuple[float, str]:
    if _is_institution(naming, language):
        views = {context.country, thing.country or thing.context.country} - {None}
        if len(views) == 2:
            return _OTHER_VIEW, f"the reports speak of {' and of '.join(sorted(view for view in views if view))}"
        if len(views) == 1 and context.country:
            return _IN_VIEW, f"the report speaks of {context.country}"
        return _NO_VIEW, "no country is named"
    if len(naming.name.split()) > 1 or SORTS[naming.kind] is Sort.WEAPON:
        return _SAME_NAME, "a name of its own"
    return _ONE_WORD, "a name of one word"


def _is_institution(naming: Naming, language: Language) -> bool:
    """Tell whether every country may have such a body: a ministry, a parliament, a police."""
    if SORTS[naming.kind] not in {Sort.BODY, Sort.FACILITY}:
        return False
    if naming.kind is MentionKind.GOVERNMENT_BODY:
        return True
    first = body_words(naming.name, language)[:1]
    heads = language.mention_grammar.heads.get(first[0], ()) if first else ()
    return any(head.kind is MentionKind.GOVERNMENT_BODY for head in heads)


def _skeleton(words: _Words, language: Language) -> str:
    return " ".join(skeletons(word, language)[0] or word for word in words)
