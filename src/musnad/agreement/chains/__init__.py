"""Counts on how many independent chains a proposition stands: the graph of its sources, circles, grades."""
