"""Prints a dossier's entities on a terminal: who and what several reports name, and what a person should decide."""

from collections.abc import Sequence

from rich.console import Console
from rich.text import Text

from musnad.cli.isolation import isolated, print_wrapped
from musnad.export.display import counted
from musnad.model import Dossier, Entity, MentionKind, Merge, MergeVerdict, Naming

_SHOWN = 12  # entities, and questions: a screenful; the JSON has all
_SPELLINGS = 4
# Places and countries stand in the reports' own lists; here they would push persons and bodies off the screen.
_TOLD = frozenset(
    {
        MentionKind.PERSON,
        MentionKind.ORGANISATION,
        MentionKind.GOVERNMENT_BODY,
        MentionKind.ARMED_GROUP,
        MentionKind.FACILITY,
        MentionKind.WEAPON,
        MentionKind.CRAFT,
    }
)


def print_entities(console: Console, dossier: Dossier) -> None:
    """Print the entities that two reports and more name, with their spellings, then the questions."""
    namings = {naming.id: naming for naming in dossier.namings}
    told = [(entity, _reports(entity, namings)) for entity in dossier.entities if entity.kind in _TOLD]
    several = sorted((found for found in told if found[1] > 1), key=lambda found: -found[1])
    if several:
        console.print(Text("\nnamed in several reports", style="bold"))
        for entity, reports in several[:_SHOWN]:
            print_wrapped(console, _entity_line(entity, reports), indent=2, hanging=4)
        _print_rest(console, len(several), "entity", "entities")
    questions = [merge for merge in dossier.merges if merge.verdict is MergeVerdict.ASK]
    questions = [merge for merge in questions if namings[merge.left].kind in _TOLD]
    if questions:
        console.print(Text("\nthe same? for a person to decide", style="bold"))
        for merge in sorted(questions, key=lambda merge: (-merge.score, merge.left, merge.right))[:_SHOWN]:
            print_wrapped(console, _question(merge, namings), indent=2, hanging=4)
        _print_rest(console, len(questions), "question", "questions")


def _reports(entity: Entity, namings: dict[str, Naming]) -> int:
    return len({namings[id].report for id in entity.namings})


def _entity_line(entity: Entity, reports: int) -> Text:
    line = Text.assemble(isolated(entity.label), (f"  {entity.kind.replace('_', ' ')}, {reports} reports", "dim"))
    others = [name for name in entity.names if name != entity.label]
    if others:
        line.append("  also ", style="dim").append_text(_listed(others[:_SPELLINGS]))
    if len(others) > _SPELLINGS:
        line.append(f"  and {len(others) - _SPELLINGS} more", style="dim")
    return line


def _question(merge: Merge, namings: dict[str, Naming]) -> Text:
    names = _listed([namings[merge.left].name, namings[merge.right].name], between=" = ")
    return Text.assemble(names, (" ?  ", "yellow"), isolated(f"{merge.score:.2f}, {'; '.join(merge.reasons)}", "dim"))


def _listed(words: Sequence[str], *, between: str = "  ") -> Text:
    line = Text()
    for number, word in enumerate(words):
        line.append(between if number else "").append_text(isolated(word))
    return line


def _print_rest(console: Console, count: int, one: str, many: str) -> None:
    if count > _SHOWN:
        console.print(Text(f"  and {counted(count - _SHOWN, one, many)} more, in the JSON", style="dim"))
