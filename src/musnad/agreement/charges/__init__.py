"""Reads who is accused of what and who denies it, and sets the two against each other."""
