"""`musnad alert`: saved searches that tell when something new is said."""

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from musnad.cli.opened import StoreOption, open_given
from musnad.cli.output import command_errors
from musnad.errors import UsageError

if TYPE_CHECKING:
    from musnad.store.alerts import Trigger


class AlertAction(StrEnum):
    """What is done with saved searches."""

    ADD = "add"
    LIST = "list"
    SHOW = "show"
    REMOVE = "remove"


def alert(
    action: Annotated[AlertAction, typer.Argument(metavar="add|list|show|remove", show_default=False)],
    name: Annotated[str | None, typer.Argument(metavar="NAME", help="The search's name.", show_default=False)] = None,
    query: Annotated[str | None, typer.Argument(metavar="QUERY", help="As for search.", show_default=False)] = None,
    on: Annotated[list[str] | None, typer.Option(metavar="TRIGGER", help="What raises an alert (all if none).")] = None,
    to: Annotated[list[str] | None, typer.Option(metavar="CHANNEL", help="Where alerts go.")] = None,
    store: StoreOption = None,
) -> None:
    """Save a search whose new finds raise alerts, list such searches, show what they raised, or remove one."""
    with command_errors(), open_given(store, must_exist=action is not AlertAction.ADD) as opened:
        from musnad.keeping import save_search
        from musnad.store.alerts import SavedSearch

        if action is AlertAction.LIST:
            for saved in opened.alerts.searches():
                told = f"on {', '.join(saved.triggers)} to {', '.join(saved.channels) or 'nowhere but here'}"
                typer.echo(f"{saved.name}: {saved.query}  {told}")
        elif action is AlertAction.SHOW:
            for each in opened.alerts.all(search=name):
                typer.echo(f"{each.at} {each.search} {each.trigger}: {each.title}\n    {each.body}")
        elif name is None:
            raise UsageError(f"musnad alert {action} needs the search's name")
        elif action is AlertAction.REMOVE:
            if not opened.alerts.remove(name):
                raise UsageError(f"{name}: no search of this name; `musnad alert list` shows them")
        else:
            if query is None:
                raise UsageError("musnad alert add needs a name and a query")
            saved = SavedSearch(name, query, _triggers(on or ()), tuple(to or ()))
            new = save_search(opened, saved, from_here=True)
            typer.echo(f"{name}: {'saved' if new else 'changed'}")


def _triggers(written: "list[str] | tuple[()]") -> "tuple[Trigger, ...]":
    from musnad.store.alerts import Trigger

    known = {each.value: each for each in Trigger}
    for each in written:
        if each not in known:
            raise UsageError(f"--on {each}: no such trigger; choose from {', '.join(known)}")
    return tuple(known[each] for each in written) or tuple(Trigger)
