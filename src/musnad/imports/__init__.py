"""Takes in what others wrote: lists of names and outlets, lists of feeds, annotations, gold from annotators."""

from musnad.imports.annotations import Annotation, find_words, read_annotations
from musnad.imports.brat import read_brat
from musnad.imports.names import names_lexicon
from musnad.imports.outlet_list import outlets_lexicon
from musnad.imports.watch_list import read_watch_list

__all__ = [
    "Annotation",
    "find_words",
    "names_lexicon",
    "outlets_lexicon",
    "read_annotations",
    "read_brat",
    "read_watch_list",
]
