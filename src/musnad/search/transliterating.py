"""Finds names of a store that a query spells in Latin letters: by consonants in the index, then letter by letter."""

from collections.abc import Sequence
from functools import lru_cache
from itertools import product

from musnad.entities.skeletons import skeletons, without_one
from musnad.entities.transliteration import transliteration_score
from musnad.languages import LANGUAGES, Language
from musnad.model import MentionKind, Report
from musnad.store import Store
from musnad.store.finding.conditions import All, Any, Condition, HasKey
from musnad.store.finding.names import names_in
from musnad.text import fold_text, fold_words

# Before a skeleton in the index: a letter that news does not write, as with the marks of weight.
_MARK = "ڥ"
NAME_KINDS = tuple(
    kind.value
    for kind in (
        MentionKind.PERSON,
        MentionKind.ORGANISATION,
        MentionKind.ARMED_GROUP,
        MentionKind.PLACE,
        MentionKind.FACILITY,
        MentionKind.OUTLET,
    )
)
_LEAST_WORD = 3
# Set on 33 names of news, of which 31 lie above (not Jumblatt, not Sharaa), and 19 pairs that only look alike, of which
# the five nearest lie above too (Jabbour for جابر); the likeliest come first.
_LEAST_SCORE = -1.2
_MOST_NAMES = 8
_LANGUAGE = "ar"


def skeleton_keys(report: Report) -> tuple[str, ...]:
    """Return the keys by which a name in the report is found in Latin letters: the consonants of each of its words."""
    language = LANGUAGES.get(report.article.language) if report.article else None
    if report.article is None or language is None:
        return ()
    spans = [mention.span for mention in report.mentions if mention.kind.value in NAME_KINDS]
    # Of an unknown name the reader may have found no mention, or a part alone; who speaks is named by it all the same.
    links = (link for claim in report.claims for link in claim.chain.links if link.kind.value in NAME_KINDS)
    spans += [span for link in links if (span := link.resolved or link.source) is not None]
    names = {span.of(report.article.text): None for span in spans}
    words = dict.fromkeys(word for name in names for word in fold_words(name).split())
    found: dict[str, None] = {}
    for word in words:
        if len(word) >= _LEAST_WORD and word.isalpha():
            found.update(dict.fromkeys(_index_keys(word, language.code)))
    return tuple(found)


class StoreNames:
    """Knows the names of a store in the letters of its reports; what was looked up is remembered."""

    def __init__(self, store: Store, *, language: str = _LANGUAGE) -> None:
        self._store = store
        self._language = LANGUAGES[language]

    def others_of(self, name: str) -> tuple[str, ...]:
        """Return the folded names, or parts of names, that `name` in Latin letters may be, the likeliest first."""
        written = fold_text(name).text.replace("-", " ").split()
        words = [word for word in written if len(word) >= _LEAST_WORD and word.isalpha()]
        if not words or not name.isascii():
            return ()
        held = names_in(self._store, All(tuple(self._near(word) for word in words)), NAME_KINDS)
        scored: dict[str, float] = {}
        for folded in held:
            found = best_part(folded.split(), words, self._language)
            if found is not None and scored.get(found[1], -99.0) < found[0]:
                scored[found[1]] = found[0]
        ranked = sorted(scored, key=lambda part: (-scored[part], part))
        return tuple(ranked[:_MOST_NAMES])

    def _near(self, word: str) -> Condition:
        keys: dict[str, None] = {}
        for skeleton in skeletons(word, self._language):
            keys[skeleton] = None
            # One consonant more or less, unless hardly any would be left.
            keys.update(dict.fromkeys(part for part in without_one(skeleton) if len(part) > 1))
        return Any(tuple(HasKey(f"{_MARK}{key.lower()}") for key in keys if key))


def best_part(name: Sequence[str], words: Sequence[str], language: Language) -> tuple[float, str] | None:
    """Return the score and the words of the part of an Arabic name that the Latin words spell, None where none does."""
    places = []
    score = 0.0
    for word in words:
        scores = [(_score(part, word, language.code), place) for place, part in enumerate(name)]
        best, place = max(scores, default=(-99.0, 0))
        if best < _LEAST_SCORE:
            return None
        places.append(place)
        score += best / len(words)
    return score, " ".join(name[min(places) : max(places) + 1])


@lru_cache(maxsize=50_000)
def _score(arabic: str, latin: str, code: str) -> float:
    language = LANGUAGES[code]
    if len(arabic) < _LEAST_WORD or arabic.isascii() or not _may_match(arabic, latin, language):
        return -99.0
    return transliteration_score(arabic, latin, language)


def _may_match(arabic: str, latin: str, language: Language) -> bool:
    """Tell whether the consonants of the two agree save for one: alignment is too slow for all the others."""
    pairs = product(skeletons(arabic, language), skeletons(latin, language))
    return any(not set(_parts(one)).isdisjoint(_parts(other)) for one, other in pairs)


@lru_cache(maxsize=50_000)
def _parts(skeleton: str) -> tuple[str, ...]:
    return without_one(skeleton)


@lru_cache(maxsize=50_000)
def _index_keys(word: str, code: str) -> tuple[str, ...]:
    return tuple(f"{_MARK}{key.lower()}" for key in skeletons(word, LANGUAGES[code]) if key)
