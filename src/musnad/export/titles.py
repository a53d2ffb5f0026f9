"""Makes a title of words that somebody said: without what tied them to the verb, and with quotation marks in pairs."""

from musnad.export.display import display_line
from musnad.languages import LANGUAGES
from musnad.text import fold_word

_LANGUAGE = "ar"
_EDGES = " ،؛,.:…"
_PAIRS = {"«": "»", "“": "”", "(": ")", "[": "]"}
_OPENING = {closing: opening for opening, closing in _PAIRS.items()}
_STRAIGHT = '"'
_FEWEST = 2  # words that are left of a title


def shown_title(words: str) -> str:
    """Return words as a title: أن and عن before them left out, and a quotation mark without its partner."""
    line = _unquoted(display_line(words).strip(_EDGES))
    return _unquoted(_in_pairs(_without_opener(line)).strip(_EDGES))


def _without_opener(line: str) -> str:
    """Return the line without أن, عن or من أن before it, unless that begins a condition (إن كان) or a phrase."""
    listed = LANGUAGES[_LANGUAGE].grammar.words
    words = line.split()
    start = 0
    folded = [
        fold_word(word).removeprefix("و") if number == 0 else fold_word(word) for number, word in enumerate(words[:2])
    ]
    if folded and folded[0] in listed["before_title_openers"] and folded[1:] and folded[1] in listed["title_openers"]:
        start = 2 if folded[1] != "عن" else 0
    elif folded and folded[0] in listed["title_openers"]:
        start = 1
    rest = words[start:]
    # أن is no condition, however it goes on; إن may be one.
    may_be_other = start == 1 and not words[0].removeprefix("و").removeprefix("ب").startswith("أ")
    if len(rest) < _FEWEST or (may_be_other and fold_word(rest[0]) in listed["no_title_behind"]):
        return line
    return " ".join(rest)


def _in_pairs(line: str) -> str:
    """Return the line without marks that lack their partner: a quotation was cut where the words end."""
    open_at: list[int] = []
    lone: set[int] = set()
    for at, letter in enumerate(line):
        if letter in _PAIRS:
            open_at.append(at)
        elif letter in _OPENING:
            if open_at and line[open_at[-1]] == _OPENING[letter]:
                open_at.pop()
            else:
                lone.add(at)
    lone.update(open_at)
    straight = [at for at, letter in enumerate(line) if letter == _STRAIGHT]
    if len(straight) % 2:
        lone.add(_lone_straight(line, straight))
    return " ".join("".join(letter for at, letter in enumerate(line) if at not in lone).split())


def _lone_straight(line: str, marks: list[int]) -> int:
    """Return which of an odd number of marks has no partner: the first that closes nothing, or the last."""
    is_open = False
    for at in marks:
        opens = at == 0 or line[at - 1].isspace() or line[at - 1] in "(«"
        if opens == is_open:
            return at if not opens else marks[-1]
        is_open = opens
    return marks[-1]


def _unquoted(line: str) -> str:
    """Return the line without the marks of one quotation around all of it."""
    for opening, closing in (*_PAIRS.items(), (_STRAIGHT, _STRAIGHT)):
        inner = line[1:-1]
        if opening in "([" or len(line) < 2 or not (line[0] == opening and line[-1] == closing):
            continue
        if opening not in inner and closing not in inner:
            return inner.strip(_EDGES)
    return line
