"""Tells what kind of doer the words of a name tell, and whether two kinds may be one and the same doer."""

from collections.abc import Sequence
from functools import lru_cache

from musnad.agreement.clothing import without_clitic
from musnad.agreement.words import Word
from musnad.languages.agreement import AgreementLexicon

_ARTICLES = ("ال", "لل")
_OWN = ("ه", "ها", "هم")  # his: حارسه
_WIDEST = "forces"  # names no one: قوات المعارضة


def kinds_of(name: Sequence[Word], lexicon: AgreementLexicon) -> list[str]:
    """Return the kinds that the words of a name tell, the widest one only where nothing else does.

    The first word must be of a kind, or tell but of some of them: رجال الشرطة.
    """
    known = _by_noun(lexicon)
    if not name or not (_kind(name[0], known) or name[0].reading.lemma in lexicon.words["some_of"]):
        return []
    found = [kind for word in name if (kind := _kind(word, known))]
    return [kind for kind in found if kind != _WIDEST] or found[:1]


def never_one(one: Sequence[str], other: Sequence[str], lexicon: AgreementLexicon) -> bool:
    """Tell whether the two are never one doer: by the first kind in which they differ."""
    meets = {kind.name: kind.meets for kind in lexicon.doers}
    for here, there in zip(one, other, strict=False):
        if here != there:
            return there not in meets[here] and here not in meets[there]
    return False


@lru_cache(maxsize=8)
def _by_noun(lexicon: AgreementLexicon) -> dict[str, str]:
    return {noun: kind.name for kind in lexicon.doers for noun in kind.nouns}


def _kind(word: Word, known: dict[str, str]) -> str | None:
    found = known.get(word.folded) or known.get(word.reading.lemma)
    if found is None and word.folded.startswith(_ARTICLES):
        found = known.get(without_clitic(word.folded))
    if found is None and word.folded.endswith(_OWN):
        found = next((known[base] for end in _OWN if (base := word.folded.removesuffix(end)) in known), None)
    return found
