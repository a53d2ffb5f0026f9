"""`musnad mcp`: a store for assistants, over the Model Context Protocol on standard input and output."""

import sys

from musnad.cli.opened import StoreOption, open_given
from musnad.cli.output import command_errors


def mcp(store: StoreOption = None) -> None:
    """Answer an assistant's questions about a store over the Model Context Protocol, reading only.

    It speaks on standard input and output until its input ends. Exit status: 0 done, 2 wrong usage.
    """
    with command_errors():
        from musnad.assistants import create_server

        with open_given(store, must_exist=True) as opened:
            print(f"musnad: {opened.place} is open to the assistant, for reading", file=sys.stderr)
            create_server(opened).run("stdio")
