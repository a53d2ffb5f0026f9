"""Tells the words at the edge of a name that are no part of it: particles, verbs, qualities."""

import re

from musnad.mentions.line import Line

_PARTICLES = frozenset(("ان", "فان", "بان", "وان", "لان"))
_LONGEST_LETTER_NAME = 2
_SHORTEST_VERB = 5
# Others of فـ and a verb are names: فايد, فيدل, فيشر.
_SO_THEY_SAID = frozenset(("فقال", "فقالت", "فقالوا", "فقد", "فاكد", "فاكدت", "فاعلن", "فاعلنت", "فاعتبر", "فاعتبرت"))
_BEFORE_HAMZA = ("بأ", "لأ", "فأ", "كأ", "بإ", "لإ", "فإ", "كإ")
_FEMININE_QUALITY = re.compile("ال(.ا..|.{2,}ي)ه")


def is_particle(line: Line, index: int) -> bool:
    """Tell whether the word is إن or أن, with a clitic or without: فإن, which folds like Van, and بأن, like Ban."""
    word = line.words[index]
    if word not in _PARTICLES:
        return False
    token = line.tokens[index]
    written = line.text[token.start : token.end]
    following = line.word(index + 1)
    spelt = word == "ان" and following.isalpha() and len(following) <= _LONGEST_LETTER_NAME  # إن بي سي
    return ("إ" in written or "أ" in written) and not spelt


def is_future(line: Line, index: int) -> bool:
    """Tell whether the word is a verb of the future: سيتناول."""
    word = line.words[index]
    future = word[0] == "س" and word[1:2] in ("ي", "ت", "ن") and len(word) > _SHORTEST_VERB
    return future and line.words[index - 1].startswith("ال") and not line.vocabulary.is_noun(word)


def opens_clause(line: Line, index: int) -> bool:
    """Tell whether the word goes on with a clause: إن, فقال, or a preposition glued to أول or أي."""
    word = line.words[index]
    if is_particle(line, index) or word in _SO_THEY_SAID:
        return True
    token = line.tokens[index]
    return line.text[token.start : token.end].startswith(_BEFORE_HAMZA)


def is_feminine_quality(word: str) -> bool:
    """Tell whether a word with its article is built as a feminine participle or adjective: البالغة, الشيوعية."""
    return _FEMININE_QUALITY.fullmatch(word) is not None
