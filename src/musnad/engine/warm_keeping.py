"""Loads all that reading for a store needs, databases included; imported as `warm` is, by who adds to one."""

import gc
from importlib import import_module

_IN_TURN = ("musnad.keeping", "musnad.search", "musnad.engine.warm")
"""`warm` keeps the collector away from all that is there when it has loaded."""


def load_all() -> None:
    """Load what reading for a store needs, in this order; the collector would look at all of it again and again."""
    gc.disable()
    for name in _IN_TURN:
        import_module(name)


load_all()
