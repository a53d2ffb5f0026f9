"""Compares long statements by their parts: the deeds that both tell of the same parties, whatever else each says."""
