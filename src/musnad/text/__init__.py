"""Language-blind tools over text: folding with offsets, tokens, sentences."""

from musnad.text.latin import fold_latin
from musnad.text.normalise import FoldedText, fold_text, fold_word, fold_words
from musnad.text.sentences import Sentence, pair_quotes, split_paragraphs, split_sentences
from musnad.text.tokens import Token, tokenize

__all__ = [
    "FoldedText",
    "Sentence",
    "Token",
    "fold_latin",
    "fold_text",
    "fold_word",
    "fold_words",
    "pair_quotes",
    "split_paragraphs",
    "split_sentences",
    "tokenize",
]
