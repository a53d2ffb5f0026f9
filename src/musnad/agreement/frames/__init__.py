"""Compares statements by frames where their words differ: what became of which matter, of whom, as both tell it."""
