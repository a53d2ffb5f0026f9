"""The register of arms transfers of the reports that a query finds: sorted, filtered, summed by pairs."""

from dataclasses import dataclass

from musnad.errors import UsageError
from musnad.search.asking import compile_for
from musnad.store import Store
from musnad.store.finding import register
from musnad.store.finding.register import Flow, RegisteredTransfer, RegisterFilter, RegisterPage

_MOST_ROWS = 10_000
_MOST_FLOWS = 500


@dataclass(frozen=True, slots=True)
class Register:
    """A part of the register, how many rows there are in all, and how many at each stage, whichever is asked for."""

    rows: tuple[RegisteredTransfer, ...]
    total: int
    stages: tuple[tuple[str, int], ...]


def transfer_register(
    store: Store, query: str = "*", asked: RegisterFilter | None = None, page: RegisterPage | None = None
) -> Register:
    """Return a part of the register of the reports that a query asks for; raise QueryError where it cannot be read."""
    given, wanted = asked or RegisterFilter(), page or RegisterPage()
    if not 1 <= wanted.limit <= _MOST_ROWS:
        raise UsageError(f"{wanted.limit} rows cannot be given; ask for 1 to {_MOST_ROWS}")
    condition = compile_for(store, query).condition
    parties = RegisterFilter(given.supplier, given.recipient)
    return Register(
        tuple(register.list_register(store, condition, given, wanted)),
        register.count_register(store, condition, given),
        tuple(register.count_stages(store, condition, parties)),
    )


def transfer_flows(
    store: Store, query: str = "*", asked: RegisterFilter | None = None, *, most: int = 100
) -> tuple[Flow, ...]:
    """Return who is told to supply whom in the reports that a query asks for, the commonest pairs first."""
    if not 1 <= most <= _MOST_FLOWS:
        raise UsageError(f"{most} flows cannot be given; ask for 1 to {_MOST_FLOWS}")
    condition = compile_for(store, query).condition
    return tuple(register.count_flows(store, condition, asked or RegisterFilter(), most=most))
