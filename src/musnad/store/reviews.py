"""The judgements of a store, as reviewers and commands use them."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import datetime

from musnad.model import Judgement, JudgementKind, Undoing
from musnad.store import judging
from musnad.store.adding import derive_again
from musnad.store.opening import Database
from musnad.store.rows import moment

_STEERING = frozenset({JudgementKind.RIGHT, JudgementKind.WRONG, JudgementKind.SAME, JudgementKind.NOT_SAME})


class Reviews:
    """Judgements with their full history; every method is a transaction of its own."""

    def __init__(self, database: Database, clock: Callable[[], datetime]) -> None:
        self._database = database
        self._clock = clock

    def add(self, judgement: Judgement) -> Judgement:
        """Keep a judgement, with the present moment where it states none, and return it with its id.

        What was found in its report follows it at once; propositions and entities when the store is compared next.
        Raises StoreError where it lacks something, such as who made it.
        """
        made = judging.identified(replace(judgement, at=judgement.at or moment(self._clock())))
        self.add_all([made])
        return made

    def add_all(self, made: Sequence[Judgement]) -> int:
        """Keep the judgements that are not there and return how many; used to take in another store's."""
        with self._database.writing() as connection:
            added = judging.add_judgements(connection, made)
            derive_again(connection, _steered_by(made))
        return added

    def undo(self, name: str, by: str, why: str | None = None) -> bool:
        """Take a judgement back and tell whether it stood; it stays in the history with who took it back."""
        with self._database.writing() as connection:
            undone = judging.undo_judgement(connection, name, Undoing(by, moment(self._clock()), why))
            if undone:
                judged = [each for each in judging.judgements(connection, standing=False) if each.id == name]
                derive_again(connection, _steered_by(judged))
        return undone

    def all(self, *, documents: Sequence[str] | None = None, standing: bool = True) -> list[Judgement]:
        """Return judgements, the oldest first: on these documents or all, standing ones or taken back ones too."""
        with self._database.reading() as connection:
            return judging.judgements(connection, documents=documents, standing=standing)

    def history(self, subject: str) -> list[Judgement]:
        """Return everything that was ever judged of a subject, the oldest first."""
        with self._database.reading() as connection:
            return judging.history(connection, subject)


def _steered_by(made: Iterable[Judgement]) -> list[str]:
    return sorted({place.document for each in made if each.kind in _STEERING for place in each.places})
