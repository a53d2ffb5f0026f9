"""Loads the deeds of news in free wording (frames.toml): matters, their outcomes, and the words that tell each."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Any

from musnad.errors import LanguageDataError
from musnad.languages.ar.conjugation import imperfect_forms, jussive_forms
from musnad.languages.ar.derivation import derive
from musnad.languages.ar.events import finite_forms, parse_verb
from musnad.languages.ar.lexicons import read_toml
from musnad.languages.frames import DeedPattern, FrameLexicon, Matter
from musnad.text import fold_word

_FILE = "frames.toml"
_VERB, _ANY = "*", "|"
# Words of a subject, and of a subject with where and when, between a verb and what goes with it.
_GAPS = {"..": 6, "...": 12}
_CACHED_WORDS = 60_000

Speller = Callable[[str], Iterable[str]]


def load_frames(spell_noun: Speller, stems: Speller) -> FrameLexicon:
    """Return the deeds; raise LanguageDataError naming a broken matter.

    `spell_noun` returns the forms of an entry, `stems` a folded word less each of its clitics.
    """
    table = read_toml(_FILE)
    entries = {entry.split()[0].replace("\u0651", ""): entry for entry in table["verbs"]}
    patterns: dict[str, list[DeedPattern]] = {}
    matters = {}
    undone: set[tuple[str, str]] = set()
    for number, entry in enumerate((*table["matter"], *table["deed"]), start=1):
        try:
            if "outcome" in entry:
                matters[entry["name"]] = _matter(entry)
            undone.update(
                (entry["name"], each["name"]) for each in entry.get("outcome", (entry,)) if each.get("undone")
            )
            for pattern in _patterns(entry, entries, spell_noun):
                for form in pattern.parts[0]:
                    patterns.setdefault(form, []).append(pattern)
        except (KeyError, ValueError, IndexError) as error:
            named = entry.get("name", "")
            raise LanguageDataError(f"languages/ar/{_FILE}, matter {number} {named!r}: {error!r}") from error
    longest_first = {
        form: tuple(sorted(held, key=lambda pattern: -len(pattern.parts))) for form, held in patterns.items()
    }
    cut = lru_cache(maxsize=_CACHED_WORDS)(lambda word: tuple(stems(word)))
    return FrameLexicon(longest_first, matters, cut, _alike(table["synonym"], spell_noun), frozenset(undone))


def _alike(entries: Iterable[Mapping[str, Any]], spell_noun: Speller) -> Mapping[str, frozenset[int]]:
    found: dict[str, set[int]] = {}
    for number, entry in enumerate(entries):
        for form in (form for word in entry["words"] for form in spell_noun(word)):
            found.setdefault(form, set()).add(number)
    return {form: frozenset(numbers) for form, numbers in found.items()}


def _matter(entry: Mapping[str, Any]) -> Matter:
    one, other = entry["example"]
    same, again = entry["counterexample"]
    doers = frozenset(frozenset(pair) for pair in entry.get("doers", ()))
    outcomes = frozenset(each["name"] for each in entry["outcome"])
    if len(outcomes) < 2 or not all(pair <= outcomes for pair in doers):
        raise ValueError("a matter has two outcomes and more, and doers among them")
    return Matter(
        entry["name"],
        outcomes,
        doers,
        frozenset(each["name"] for each in entry["outcome"] if each.get("open")),
        bool(entry.get("changes")),
        (one, other),
        (same, again),
    )


def _patterns(entry: Mapping[str, Any], entries: Mapping[str, str], spell_noun: Speller) -> Iterator[DeedPattern]:
    for outcome in entry.get("outcome", (entry,)):
        known = entry["name"], outcome["name"]
        for verb in outcome.get("verbs", ()):
            yield DeedPattern((frozenset(finite_forms(verb)),), (0,), *known, True, False, _jussive(verb))
            named = frozenset(form for masdar in parse_verb(verb)[2] for form in spell_noun(masdar))
            if named:
                yield DeedPattern((named,), (0,), *known, False, False)
        for noun in outcome.get("nouns", ()):
            yield DeedPattern((frozenset(spell_noun(noun)),), (0,), *known, False, False)
        for phrase in outcome.get("phrases", ()):
            parts, gaps = _phrase(phrase, entries)
            yield DeedPattern(parts, gaps, *known, phrase.startswith(_VERB), True)


def _phrase(phrase: str, entries: Mapping[str, str]) -> tuple[tuple[frozenset[str], ...], tuple[int, ...]]:
    """Return the parts of "*أخلى .. سبيل": forms of a verb, up to six words, a word; a | b are alternatives."""
    parts, gaps, gap = [], [], 0
    for written in phrase.split():
        if written in _GAPS:
            gap = _GAPS[written]
            continue
        forms: set[str] = set()
        for each in written.split(_ANY):
            if each.startswith(_VERB):
                perfect = each[1:]
                forms.update(finite_forms(entries.get(perfect.replace("\u0651", ""), perfect)))
            else:
                forms.add(fold_word(each))
        parts.append(frozenset(forms))
        gaps.append(gap)
        gap = 0
    if gap or not parts:
        raise ValueError(f"a phrase ends with a word, not {phrase!r}")
    return tuple(parts), tuple(gaps)


def _jussive(entry: str) -> frozenset[str]:
    """Return the forms that are of the jussive alone: يقل of أقال, not يقال."""
    perfect, imperfect, _ = parse_verb(entry)
    stems = derive(perfect, imperfect)
    jussive = {form.spelling for form in jussive_forms(stems.imperfect)}
    return frozenset(jussive - {form.spelling for form in imperfect_forms(stems.imperfect, transitive=True)})
