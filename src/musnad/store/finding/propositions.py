"""Finds a proposition whole, and the contradictions that its assertions have a side in."""

from collections.abc import Sequence

from sqlalchemy import or_, select

from musnad.model import Contradiction, Proposition
from musnad.store.encoding import unpack_value
from musnad.store.store import Store
from musnad.store.tables import assertion, contradiction, proposition

_AT_ONCE = 500


def find_proposition(store: Store, name: str) -> Proposition | None:
    """Return the proposition of this id, None where there is none."""
    return next(iter(find_propositions(store, [name])), None)


def find_propositions(store: Store, names: Sequence[str]) -> list[Proposition]:
    """Return the propositions of these ids, in their order; those that are not there are left out."""
    found: dict[str, Proposition] = {}
    with store.reading() as connection:
        for start in range(0, len(names), _AT_ONCE):
            some = proposition.c.id.in_(names[start : start + _AT_ONCE])
            for name, body in connection.execute(select(proposition.c.id, proposition.c.body).where(some)):
                found[name] = unpack_value(body, Proposition)
    return [found[name] for name in names if name in found]


def contradictions_of(store: Store, asked: Proposition) -> list[Contradiction]:
    """Return the contradictions with a side among the assertions of a proposition."""
    ours = select(assertion.c.id).where(assertion.c.proposition == asked.id)
    query = select(contradiction.c.body).where(or_(contradiction.c.left.in_(ours), contradiction.c.right.in_(ours)))
    with store.reading() as connection:
        return [
            unpack_value(body, Contradiction)
            for body in connection.execute(query.order_by(contradiction.c.left, contradiction.c.right)).scalars()
        ]


def propositions_asserting(store: Store, assertions: Sequence[str]) -> list[Proposition]:
    """Return the propositions to which these assertions, by id, belong."""
    query = select(assertion.c.proposition).where(assertion.c.id.in_(list(assertions))).distinct()
    with store.reading() as connection:
        names = sorted(connection.execute(query).scalars())
    return find_propositions(store, names)
