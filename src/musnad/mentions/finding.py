"""Finds the mentions of an article: lexicons, tagger, patterns, then what one mention tells of another."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from threading import Lock

from musnad.languages import Language
from musnad.languages.clitics import CliticSegmenter, load_segmenter
from musnad.mentions.amounts import find_amounts
from musnad.mentions.bodies import find_bodies
from musnad.mentions.designations import find_designations
from musnad.mentions.drafts import Draft
from musnad.mentions.line import Line
from musnad.mentions.name_table import NameTable, load_names
from musnad.mentions.names import find_names
from musnad.mentions.overlaps import settle
from musnad.mentions.persons import find_persons
from musnad.mentions.placing import Placer, with_places
from musnad.mentions.propagation import DraftedLine, propagate
from musnad.mentions.realms import with_realms
from musnad.mentions.tagged import supported, tagged_drafts
from musnad.mentions.tagging import NameTagger, Tagging
from musnad.mentions.vocabulary import Vocabulary
from musnad.mentions.word_features import WordFeatures
from musnad.mentions.word_scores import WordScores
from musnad.model import Article, Mention, MentionKind, Problem
from musnad.text import split_sentences


@dataclass(frozen=True, slots=True)
class _Finders:
    """What is built once a language: the lexicons' table, the segmenter and the tagger.

    `alone` is held while a text is tagged: the tagger's probabilities are those of the last line that it read, and a
    server reads in several threads.
    """

    names: NameTable
    segmenter: CliticSegmenter
    vocabulary: Vocabulary
    tagger: NameTagger
    name_words: Mapping[str, str]
    alone: Lock


def find_mentions(article: Article, language: Language) -> tuple[tuple[Mention, ...], tuple[Problem, ...]]:
    """Return the mentions of the article in the order of the text, outer before inner, and what was not made out."""
    finders = _load_finders(language)
    vocabulary = finders.vocabulary
    lines = [Line(article.text, sentence, vocabulary) for sentence in split_sentences(article.text)[0]]
    placer = Placer(lines, article, language)
    listed = [find_names(line, finders.names) for line in lines]
    drafted: list[DraftedLine] = []
    with finders.alone:
        for number, tagging in enumerate(finders.tagger.tag(lines, listed)):
            candidates = with_places(listed[number], placer.named(number))
            drafted.append((lines[number], _line_drafts(lines[number], finders, candidates, tagging)))
    found = enumerate(with_realms(propagate(drafted), placer.home))
    return tuple(draft.mention(line) for number, (line, drafts) in found for draft in placer.place(number, drafts)), ()


@lru_cache(maxsize=4)
def _load_finders(language: Language) -> _Finders:
    models = language.tagger_models
    segmenter = load_segmenter(models.clitics)
    features = WordFeatures(language.grammar, language.mention_grammar, models.tables, segmenter)
    vocabulary = Vocabulary(language)
    tagger = NameTagger(models.names.summed, WordScores(features, models.names))
    return _Finders(load_names(language), segmenter, vocabulary, tagger, models.tables.name_words, Lock())


def _line_drafts(line: Line, finders: _Finders, candidates: list[Draft], tagging: Tagging) -> list[Draft]:
    listed = supported(line, candidates, tagging)
    tagged = tagged_drafts(line, tagging.names, listed, finders.segmenter, finders.name_words)
    bodies = find_bodies(line, _by_first([*listed, *tagged]), tagging)
    known = _by_first(settle([*listed, *tagged, *bodies]))
    persons = find_persons(line, known, tagging)
    designations = find_designations(line, known)
    countries = {
        draft.first: draft.country for draft in listed if draft.kind is MentionKind.NATIONALITY and draft.country
    }
    amounts = find_amounts(line, countries)
    return settle([*listed, *tagged, *bodies, *persons, *designations, *amounts])


def _by_first(drafts: list[Draft]) -> dict[int, Draft]:
    return {draft.first: draft for draft in drafts}
