"""Tells how far a name reaches beyond what the tagger saw of it: the given name before, what بن asks for behind."""

from collections.abc import Mapping

from musnad.mentions.line import Line
from musnad.mentions.tagging import TaggedName

_LONGEST_EASTERN = 3
_COMPLEMENTISERS = frozenset(("ان", "فان"))


def reached(line: Line, name: TaggedName, name_words: Mapping[str, str], *, joined: bool) -> TaggedName:
    """Return the tagged person with the words before and behind that can only be part of its name.

    `joined` says that a clitic opens it (وبوتين): then it begins there.
    """
    first, end = name.first, name.end
    if not joined and _opens_with_given(line, first):
        first -= 1  # رأى وليد | مرتضى
    elif end == first + 1 and _is_ali_behind(line, end, name_words):
        end += 1  # تساءلت إيناس | علي عن
    if line.words[end - 1] in line.rules.words["filiations"] and _is_word(line, end):
        end += 1  # عبدالإله بن | علي
    if _is_eastern(line, first, end):
        begins, end = _eastern(line, first, end)
        first = first if joined else begins
    return name._replace(first=first, end=end) if (first, end) != (name.first, name.end) else name


def _is_word(line: Line, index: int) -> bool:
    return 0 <= index < len(line) and line.tokens[index].is_word


def _opens_with_given(line: Line, first: int) -> bool:
    """Tell whether an Arabic given name stands before a name: وليد مرتضى.

    One that is an ordinary word too counts behind a verb of saying alone.
    """
    given = line.grammar.given_names
    if first == 0 or line.words[first].startswith("ال") or not _is_word(line, first - 1):
        return False
    part = line.vocabulary.name_parts.get(line.words[first - 1])
    if part is None or part.is_foreign or line.words[first - 1] not in given or line.is_stop(first - 1):
        return False
    spoken = first > 1 and line.words[first - 2].removeprefix("و") in line.grammar.cues
    return spoken or not part.is_ambiguous


def _is_ali_behind(line: Line, end: int, name_words: Mapping[str, str]) -> bool:
    """Tell whether علي behind a lone given name is one: written with ي, and a small word or a mark behind it."""
    if not _is_word(line, end) or line.words[end] != "علي" or line.text[line.tokens[end].end - 1] != "ي":
        return False
    given = line.words[end - 1] in line.grammar.given_names or line.words[end - 1] in name_words
    return given and (not _is_word(line, end + 1) or line.word(end + 1) in line.grammar.words["prepositions"])


def _is_eastern(line: Line, first: int, end: int) -> bool:
    syllables = line.rules.words["eastern_syllables"]
    return all(line.words[at] in syllables for at in range(first, end))


def _eastern(line: Line, first: int, end: int) -> tuple[int, int]:
    """Return where a Chinese, Korean or Vietnamese name of up to three syllables begins and ends: ري يونغ هو.

    A syllable that is a small word too (هو, إن) belongs to it where no clause goes on behind.
    """
    syllables, surnames = line.rules.words["eastern_syllables"], line.rules.words["eastern_surnames"]
    if end - first < _LONGEST_EASTERN and _is_word(line, first - 1) and line.words[first - 1] in surnames:
        first -= 1  # لي | هسين لونغ
    while end - first < _LONGEST_EASTERN and _is_word(line, end) and line.words[end] in syllables:
        behind = line.word(end + 1)
        closed = not _is_word(line, end + 1) or behind in _COMPLEMENTISERS or behind in line.grammar.words["relatives"]
        if line.is_stop(end) and not (closed and end - first > 1):
            break
        end += 1
    return first, end
