"""Makes strings on which a careless grammar would stumble: marks and cue words in runs, mixed scripts, diacritics."""

import random
from collections.abc import Callable, Iterator

_CUES = ("قال", "وقال", "أضاف", "وأكد", "نقلت", "نقلا عن", "بحسب", "وفقا ل", "كما", "قائلا", "مشيرا إلى", "قوله", "نفى")
_SOURCES = ("الوزير", "مصدر", "مسؤول في", "وكالة رويترز", "الوكالة", "صحيفة", "المتحدث باسم", "محمد", "وزارة", "بيان")
_JOINTS = ("أن", "إن", "بأن", "الذي", "التي", "عن", "في", "مع", "و", "لم يتسن", "طلب عدم الكشف عن", "اسمه")
_MARKS = (
    "«",
    "»",
    '"',
    "“",
    "”",
    "(",
    ")",
    "[",
    "]",
    "،",
    ":",
    "-",
    "–",
    ".",
    "..",
    "؛",
    "؟",
    "/",
    "*",
    "'",
    "\n",
    " ",
)
_SCRIPTS = "abcXYZ0123456789٠١٢٣אבגабв漢字कखग🙂🏽\u200f\u200e\u202e\u2067\u0640\ufeff"
_DIACRITICS = "".join(map(chr, range(0x064B, 0x0653)))
_LETTERS = "ابتثجحخدذرزسشصضطظعغفقكلمنهويءآأؤإئةى"


def hostile_strings(count: int, *, seed: int = 0) -> Iterator[str]:
    """Yield strings of one to three kilobytes in UTF-8, the same ones for the same seed."""
    chance = random.Random(seed)
    for _ in range(count):
        size = chance.randrange(1000, 3000)
        make = chance.choice(_KINDS)
        string = ""
        while len(string.encode()) < size:
            string += make(chance)
        yield string


def _runs_of_marks(chance: random.Random) -> str:
    return chance.choice(_MARKS) * chance.randrange(1, 40)


def _runs_of_cues(chance: random.Random) -> str:
    return (chance.choice(_CUES) + chance.choice((" ", "، ", " «", "» ", ": "))) * chance.randrange(1, 30)


def _word_salad(chance: random.Random) -> str:
    words = (chance.choice(chance.choice((_CUES, _SOURCES, _JOINTS, _MARKS))) for _ in range(chance.randrange(1, 60)))
    return chance.choice((" ", "")).join(words)


def _long_word(chance: random.Random) -> str:
    return "".join(chance.choices(_LETTERS, k=chance.randrange(100, 900)))


def _mixed_scripts(chance: random.Random) -> str:
    return "".join(chance.choices(_SCRIPTS + _LETTERS + " ", k=chance.randrange(10, 200)))


def _heavy_diacritics(chance: random.Random) -> str:
    word = chance.choice(_CUES + _SOURCES)
    return "".join(letter + "".join(chance.choices(_DIACRITICS, k=chance.randrange(0, 9))) for letter in word) + " "


def _nested_quotations(chance: random.Random) -> str:
    depth = chance.randrange(1, 40)
    return "«قال " * depth + "الوزير إن " + "»" * chance.randrange(0, depth + 1)


def _appositions(chance: random.Random) -> str:
    return "قال " + "محمد علي، وزير، الذي، " * chance.randrange(1, 20)


def _credit_lines(chance: random.Random) -> str:
    return chance.choice(("* نقلا عن ", "المصدر: ", "(", "- ")) + "رويترز/ " * chance.randrange(1, 30) + "\n"


_KINDS: tuple[Callable[[random.Random], str], ...] = (
    _runs_of_marks,
    _runs_of_cues,
    _word_salad,
    _long_word,
    _mixed_scripts,
    _heavy_diacritics,
    _nested_quotations,
    _appositions,
    _credit_lines,
)
