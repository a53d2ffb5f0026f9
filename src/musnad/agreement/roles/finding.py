"""Finds in which role two short statements of one happening differ: who did it, where, when, how many, how surely."""

from musnad.agreement.alignment import Alignment
from musnad.agreement.evidence import Finding
from musnad.agreement.happening import tells_other_ordinal, too_far_apart
from musnad.agreement.roles.doing import find_who
from musnad.agreement.roles.how_surely import find_how_surely
from musnad.agreement.roles.when import find_when
from musnad.agreement.roles.where import find_where
from musnad.agreement.roles.which_share import find_what_share
from musnad.agreement.roles.why import find_why
from musnad.agreement.sides import Sides
from musnad.agreement.statements import Statement
from musnad.languages.agreement import AgreementLexicon

# Shares and numbers of words, set on the pairs of tests/agreement that may be read.
_SHARED, _FEWEST = 0.3, 3
_RULES = (find_when, find_where, find_who, find_what_share, find_how_surely, find_why)


def may_differ(left: Statement, right: Statement, alignment: Alignment) -> bool:
    """Tell whether two short statements share enough to be asked: names of others may be most of what each tells."""
    return alignment.shared >= _SHARED and len(alignment.pairs) >= _FEWEST and not (left.is_part or right.is_part)


def find_in_roles(sides: Sides, lexicon: AgreementLexicon, *, is_related: bool) -> Finding | None:
    """Return the first role in which the two differ; nothing of parts of long reports, or of two happenings."""
    if not may_differ(sides.left, sides.right, sides.alignment):
        return None
    if sides.in_one_report or sides.again or sides.evidence.copied or sides.evidence.one_story is False:
        return None
    if too_far_apart(sides) or tells_other_ordinal(sides, lexicon):
        return None
    rules = _RULES if is_related else (find_who,)
    return next((found for rule in rules if (found := rule(sides, lexicon)) is not None), None)
