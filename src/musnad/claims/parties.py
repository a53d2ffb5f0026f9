"""Tells where a second noun phrase, whom or what a verb speaks of, opens right behind the verb's subject."""

from musnad.claims.naming import holder_of, is_masdar
from musnad.claims.view import SentenceView
from musnad.languages.grammar import Cue
from musnad.model import LinkKind, Stance

_NISBA = ("ي", "يه", "يين", "يون")
_BODIES = (LinkKind.ORG, LinkKind.GROUP, LinkKind.OUTLET)


def opens_other(view: SentenceView, first: int, index: int, cue: Cue) -> bool:
    """Tell whether another noun phrase opens at `index`: تتهم موسكو | الفصائل، أكد النواب | ضرورة كذا."""
    word, previous = view.word(index), view.word(index - 1)
    if word[:1] == "و" and view.bare(index) != word:
        return False
    after_name = _is_place_name(view, index - 1)
    definite = previous.startswith("ال") and previous not in view.grammar.words["titles"]
    if _heads_object(view, index) and (definite or after_name or previous in view.grammar.given_names):
        return True
    if _is_place(view, word) and not word.startswith("ال") and (after_name or (definite and previous.endswith(_NISBA))):
        return True  # المتحدث باسم الوزارة الروسية | لندن; no adjective is a city's name
    if after_name and index - 1 == first and not word.startswith("ال") and cue.takes & {"object", "masdar"}:
        return view.tokens[index].is_word  # أعلنت تركيا | حالة الطوارئ: a place takes no bare noun
    if view.tokens[index - 1].is_quote and is_masdar(view, index, stem=word.removeprefix("ال")):
        return word.startswith("ال")  # أعلنت جماعة «كذا» | التوصل إلى
    return _addresses(cue) and _opens_addressed(view, first, index, after_name=after_name, definite=definite)


def _addresses(cue: Cue) -> bool:
    return cue.stance in (Stance.DEMANDS, Stance.ASKS) or cue.lemma in {"حذر", "ابلغ", "اتهم"}


def _opens_addressed(view: SentenceView, first: int, index: int, *, after_name: bool, definite: bool) -> bool:
    """Tell whether whom one accuses, asks or warns opens at `index`."""
    word, previous = view.word(index), view.word(index - 1)
    holder = holder_of(view, index)
    if word.startswith("ال") and word not in view.grammar.given_names:
        if after_name and index - 1 >= first:
            adjective = word.endswith(_NISBA) or (view.raw(index).endswith("ة") and holder is None)
            return not adjective
        head = holder_of(view, index - 1)
        role = head is not None and head.kind in (LinkKind.PERSON, LinkKind.ANON) and previous.startswith("ال")
        return role and index - 1 == first and holder is not None and holder.kind in _BODIES
    # المفوض السامي | مرتكبي الانتهاكات: a plural in the construct state, behind an adjective with its article.
    construct = word.startswith("م") and word.endswith("ي") and len(word) > 4 and word not in view.grammar.given_names
    return definite and construct and previous.endswith(_NISBA) and view.word(index + 1).startswith("ال")


def _heads_object(view: SentenceView, index: int) -> bool:
    """A noun that says what is stated and names nobody: ضرورة، أهمية، القبض على."""
    return view.word(index) in view.grammar.words["object_heads"]


def _is_place(view: SentenceView, word: str) -> bool:
    words = view.grammar.words
    return word in words["countries"] or word in words["capitals"]


def _is_place_name(view: SentenceView, index: int) -> bool:
    """Tell whether a country or capital, with or without و, stands at `index` by itself."""
    word = view.word(index)
    joined = word[:1] == "و" and _is_place(view, word[1:])
    return joined or _is_place(view, word)
