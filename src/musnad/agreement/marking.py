"""Tells what a word says of its statement as a whole: that it may be so, happened again, or goes on."""

from musnad.agreement.words import Mark
from musnad.languages.agreement import AgreementLexicon, Tense


def marks_of(bare: str, following: str, lexicon: AgreementLexicon, *, impossible: bool) -> set[Mark]:
    """Return the marks that a form less "and" sets on its statement; `impossible` tells that it is denied itself."""
    lists, found = lexicon.words, set()
    if bare == "فقط":
        found.add(Mark.ONLY)
    if bare in lists["again"]:
        found.add(Mark.AGAIN)
    if bare in lists["impossible"] or (bare in lists["possible"] and impossible):
        found.add(Mark.IMPOSSIBLE)
    elif bare in lists["possible"] or may_be(bare, following, lexicon):
        found.add(Mark.POSSIBLE)
    if bare in lists["future"]:
        found.add(Mark.FUTURE)
    if bare in lists["growing"] and following in lists["tolls"]:
        found.add(Mark.GROWING)
    if bare in lists["lasting"] or bare in lists["staying"]:
        found.add(Mark.STILL)
    return found


def is_no_other(bare: str, before: str, lexicon: AgreementLexicon) -> bool:
    """Tell whether "last" or "new" tells of no second one: سدد العراق آخر دفعة, اختار الحزب قائدا جديدا."""
    lists = lexicon.words
    if bare in lists["last_words"]:
        return before.startswith("ال") or before in lists["before_nouns"]
    return bare in lists["new_words"] and lexicon.read_word(before).lemma in lists["newly_made"]


def may_be(bare: str, following: str, lexicon: AgreementLexicon) -> bool:
    """Tell whether "may" stands before an imperfect or its negation: قد يزور, not فقد تحطمت."""
    if bare != "قد" or not following:
        return False
    return following == "لا" or lexicon.read_word(following).tense is Tense.IMPERFECT
