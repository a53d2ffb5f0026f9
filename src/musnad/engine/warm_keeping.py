"""Loads all that reading for a store needs, databases included; imported as `warm` is, by who adds to one."""

from musnad import keeping, search
from musnad.engine import warm

LOADED = (keeping, search, warm)
"""What is loaded, in this order: `warm` keeps the collector away from all that is there when it has loaded."""
