"""Finds which reports carry one text, passage by passage: ten prints of one agency's text are one source."""

from musnad.copies.cores import Arrival
from musnad.copies.direction import Imprint, imprint_of
from musnad.copies.families import arrival_of, family_of, find_copies
from musnad.copies.finder import CopyFinder, learn_stock, pair_of
from musnad.copies.texts import CopyText, copy_text

__all__ = [
    "Arrival",
    "CopyFinder",
    "CopyText",
    "Imprint",
    "arrival_of",
    "copy_text",
    "family_of",
    "find_copies",
    "imprint_of",
    "learn_stock",
    "pair_of",
]
