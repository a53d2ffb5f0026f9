"""Counts how often each name of the gazetteer stands in news, and how often after a word that says place.

Run it as `python tools/count_place_forms.py ../shared/data` after building with every form kept; it writes
tools/gazetteer/form_counts.tsv. The counts choose the name that is shown and showed us which names are words.
"""

import json
import sys
import zipfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from musnad.languages import LANGUAGES
from musnad.languages.gazetteer import Gazetteer
from musnad.text import tokenize

TARGET = Path(__file__).resolve().parent / "gazetteer" / "form_counts.tsv"
CORPORA = ("news_ar_2018.jsonl.zip", "radio_tn_2017.jsonl.zip")
PLACE_WORDS = frozenset(
    "في الي من مدينه بلده قريه محافظه ولايه منطقه اقليم حي مخيم قضاء ناحيه ريف شمال جنوب شرق غرب شمالي جنوبي شرقي غربي "
    "وسط مدينتي ضواحي ضاحيه نحو قرب جزيره مطار ميناء جبل وادي بمدينه بمحافظه ببلده بولايه بمنطقه معتمديه".split()
)
CLITICS = ("", "و", "ف", "ب", "ل", "ك", "وب", "ول", "فب")


def texts(folder: Path) -> Iterator[str]:
    """Yield title and text of every record of the corpora."""
    for corpus in CORPORA:
        with zipfile.ZipFile(folder / corpus) as archive:
            for name in archive.namelist():
                for line in archive.read(name).decode("utf-8").split("\n"):
                    if not line:
                        continue
                    record = json.loads(line)
                    yield f"{record.get('title') or ''}\n{record.get('text') or ''}"


def count(text: str, gazetteer: Gazetteer, seen: Counter[str], placed: Counter[str]) -> None:
    """Add the names of the text to the counts, longest name first, clitics cut."""
    words = [token.folded for token in tokenize(text, 0, len(text))]
    index = 0
    while index < len(words):
        index += _at(words, index, gazetteer, seen, placed)


def _at(words: list[str], index: int, gazetteer: Gazetteer, seen: Counter[str], placed: Counter[str]) -> int:
    word = words[index]
    for clitic in CLITICS:
        if word.startswith(clitic) and len(word) > len(clitic) + 1:
            rest = word[len(clitic) :]
            if clitic[-1:] == "ل" and rest.startswith("ل"):
                rest = "ا" + rest
            for end, form in gazetteer.names_at([rest, *words[index + 1 : index + 8]], 0):
                seen[form] += 1
                placed[form] += (index > 0 and words[index - 1] in PLACE_WORDS) or clitic[-1:] == "ب"
                return end
    return 1


def main() -> None:
    """Write one name a line: the folded name, how often it stands, how often after a word that says place."""
    gazetteer = LANGUAGES["ar"].gazetteer
    seen: Counter[str] = Counter()
    placed: Counter[str] = Counter()
    for text in texts(Path(sys.argv[1])):
        count(text, gazetteer, seen, placed)
    lines = [f"{form}\t{seen[form]}\t{placed[form]}" for form in sorted(seen)]
    TARGET.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{len(lines):,} names seen -> {TARGET}")


if __name__ == "__main__":
    main()
