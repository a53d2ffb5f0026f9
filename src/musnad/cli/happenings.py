"""Prints the events and the arms transfers of a report, a table each."""

from rich.console import Console
from rich.table import Table
from rich.text import Text

from musnad.cli.isolation import isolated
from musnad.export.happenings import EventRow, TransferRow, event_rows, transfer_rows
from musnad.model import Report

_STATUS_STYLES = {"denied": "bold red", "hypothetical": "yellow", "planned": "cyan", "threatened": "yellow"}


def print_happenings(console: Console, report: Report) -> None:
    """Print the report's events and transfers; nothing where it has none."""
    events, transfers = event_rows(report), transfer_rows(report)
    if events:
        console.print(Text("\nevents", style="bold"))
        console.print(_event_table(events))
    if transfers:
        console.print(Text("\narms transfers", style="bold"))
        console.print(_transfer_table(transfers))


def _event_table(rows: tuple[EventRow, ...]) -> Table:
    table = Table(box=None, padding=(0, 1), header_style="dim")
    for name in ("type", "trigger", "by", "to", "when", "status", "claim"):
        table.add_column(name, overflow="fold")
    for row in rows:
        status = Text(row.status, style=_STATUS_STYLES.get(row.status, ""))
        if row.background:
            status.append(" (background)", style="dim")
        when = Text(row.when)
        if row.toll:
            when.append(f"{' · ' if row.when else ''}{row.toll}", style="bold")
        table.add_row(
            row.type,
            isolated(row.trigger, "bold"),
            isolated(row.agents),
            isolated(row.targets),
            when,
            status,
            str(row.claim or "page"),
        )
    return table


_TOLD = {None: "", False: ", first", True: ", again"}


def _transfer_table(rows: tuple[TransferRow, ...]) -> Table:
    table = Table(box=None, padding=(0, 1), header_style="dim")
    for name in ("item", "from", "to", "via", "stage", "claim"):
        table.add_column(name, overflow="fold")
    for row in rows:
        stage = Text(row.stage + (", covert" if row.covert else "") + _TOLD[row.repeated])
        recipient = isolated(row.recipient)
        if row.end_user:
            recipient = Text.assemble(recipient, " then ", isolated(row.end_user))
        table.add_row(
            isolated(row.item, "bold"),
            isolated(row.supplier),
            recipient,
            isolated(row.via),
            stage,
            str(row.claim or "page"),
        )
    return table
