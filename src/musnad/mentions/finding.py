"""Finds the mentions of an article: lexicons, then patterns, then what one mention tells of another."""

from musnad.languages import Language
from musnad.mentions.amounts import find_amounts
from musnad.mentions.bodies import find_bodies
from musnad.mentions.designations import find_designations
from musnad.mentions.drafts import Draft
from musnad.mentions.line import Line
from musnad.mentions.names import NameTrie, find_names, load_names
from musnad.mentions.overlaps import settle
from musnad.mentions.persons import find_persons
from musnad.model import Article, Mention, MentionKind, Problem
from musnad.text import split_sentences


def find_mentions(article: Article, language: Language) -> tuple[tuple[Mention, ...], tuple[Problem, ...]]:
    """Return the mentions of the article in the order of the text, outer before inner, and what was not made out."""
    names = load_names(language)
    grammar, rules = language.grammar, language.mention_grammar
    found: list[Mention] = []
    for sentence in split_sentences(article.text)[0]:
        line = Line(article.text, sentence, grammar, rules)
        found += [draft.mention(line) for draft in _line_drafts(line, names)]
    return tuple(found), ()


def _line_drafts(line: Line, names: NameTrie) -> list[Draft]:
    listed = find_names(line, names)
    known = {draft.first: draft for draft in listed}
    bodies = find_bodies(line, known)
    known = {draft.first: draft for draft in settle([*listed, *bodies])}
    persons = find_persons(line, known)
    designations = find_designations(line, known)
    countries = {
        draft.first: draft.country for draft in listed if draft.kind is MentionKind.NATIONALITY and draft.country
    }
    amounts = find_amounts(line, countries)
    return settle([*listed, *bodies, *persons, *designations, *amounts])
