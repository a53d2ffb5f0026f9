"""Loads all that reading needs; imported by the process that workers are forked from, and good for nothing else."""

import gc
import hashlib

from musnad.model import RawDocument
from musnad.reading import read_reports

_OBJECTS_BETWEEN_COLLECTIONS = 100_000
_SENTENCE = (
    "افتتاح المكتبة الجديدة في المدينة\nقال رئيس البلدية أمس إن المكتبة الجديدة ستفتح أبوابها أمام القراء غدا.\n"
)


def load_all() -> None:
    """Read a short text, which loads every lexicon and model, and keep the collector away from them."""
    content = _SENTENCE.encode()
    gc.disable()
    read_reports(RawDocument(content, "text/x-article", hashlib.sha256(content).hexdigest()))
    gc.freeze()  # nothing is collected before: that takes a tenth of the loading and finds some hundred objects
    gc.enable()
    gc.set_threshold(_OBJECTS_BETWEEN_COLLECTIONS, 20, 20)


load_all()
