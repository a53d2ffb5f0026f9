"""Tells whether two statements that share many words say one thing of what they name, or only name the same."""

import re

from musnad.agreement.alignment import Alignment
from musnad.agreement.statements import Statement
from musnad.agreement.words import Word
from musnad.languages.agreement import Tense

NEARLY_ALL = 0.8
_DEFINITE = ("ال", "وال", "فال", "بال", "كال", "لل")
# إن and أن, with a clitic before and a pronoun behind them: a clause follows, in which nouns come before the verb.
_THAT = re.compile(r"[\W_]*[وفبل]?[إأا]ن(?:ه|ها|هم|هما|نا|ي)?(?!\w)")


def tells_another(left: Statement, right: Statement, alignment: Alignment) -> str | None:
    """Return why the two do not say one thing: one of them tells of no deed, or its first deed has no partner.

    Where nearly all words are shared, only an "if" on one side sets them apart.
    """
    nearly_one = alignment.common >= NEARLY_ALL
    partners = {}
    for pair in alignment.pairs:
        if not pair.opposed:
            partners[id(pair.left)], partners[id(pair.right)] = pair.right, pair.left
    for statement in (left, right):
        deed = first_deed(statement)
        partner = partners.get(id(deed))
        if deed is None and not nearly_one:
            return "one side only names what the other tells of"
        if partner is None and not nearly_one:
            return "what one side tells first is not found in the other"
        if deed and partner and deed.supposed != partner.supposed:
            return "one side tells it under an if"
    return None


def first_deed(statement: Statement) -> Word | None:
    """Return the word that says what is done: in a clause its first verb, else the first verb or noun of a deed.

    With its article such a noun names what is known, unless the statement opens with it (القبض على).
    """
    clause = _THAT.match(statement.text, statement.span.start) is not None
    for position, word in enumerate(statement.wording.words):
        if not word.tells_deed or (clause and word.reading.tense is Tense.NONE):
            continue
        if position == 0 or not word.folded.startswith(_DEFINITE):
            return word
    return None
