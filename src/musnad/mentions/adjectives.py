"""Finds where the definite adjectives after a noun end."""

from musnad.mentions.line import Line


def adjectives_end(line: Line, index: int) -> int:
    """Return where the definite adjectives that begin at the token end: nisbas (الدولية) and the listed ones."""
    rules = line.rules.words
    while index < len(line):
        word = line.words[index]
        if not word.startswith("ال") or word in rules["not_adjectives"]:
            break
        nisba = word.endswith(("ي", "يه")) and len(word) > 5 and word not in line.grammar.words["titles"]
        if not nisba and word not in rules["adjectives"]:
            break
        if line.is_stop(index):
            break
        index += 1
    return index
