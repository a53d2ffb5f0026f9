"""Tells where the phrase of several speakers ends: behind a nominative in ون only what agrees with it goes on."""

from musnad.claims.naming import holder_of, is_masdar
from musnad.claims.view import SentenceView
from musnad.model import LinkKind

_NOMINATIVE = "ون"
_SHORTEST = 5
# What follows several without agreeing in ون: كبار، سابقون, and what singles some of them out.
_BESIDE = frozenset({"كبار", "بارزون", "كثر", "كثيرون", "عدة", "عده", "انفسهم", "جميعا", "كافه", "اليوم"})


def ends_plural(view: SentenceView, first: int, index: int) -> bool:
    """المحتجون | شعارات، مغردون | تجاهل القناة، المهاجمون | سميع العالم: what opens at `index` is another noun.

    A definite one in ون is followed by adjectives with the article.
    """
    word, following = view.word(first), view.word(index)
    head = holder_of(view, first)
    if index != first + 1 or not word.endswith(_NOMINATIVE) or len(word) < _SHORTEST or view.is_given(first):
        return False
    several = head.number == "p" if head is not None else word.startswith("ال")
    if not several or not view.tokens[index].is_word or following in _BESIDE:
        return False
    if following[:1] in "بلو" or any(following in view.grammar.words[name] for name in ("prepositions", "relatives")):
        return False
    if word.startswith("ال"):
        return not following.startswith("ال")
    # مسؤولون أتراك: without the article a broken plural may go on; only what is sure to be another noun ends it.
    other = holder_of(view, index)
    return (
        is_masdar(view, index, stem=following)
        or view.is_given(index)
        or (other is not None and other.kind is LinkKind.DOCUMENT)
    )
