"""Finds what one side tells and the other names only to say that it is not so: في عمان لا في العقبة."""

from collections.abc import Iterator, Sequence

from musnad.agreement.evidence import ACTORS, Finding
from musnad.agreement.sides import Sides
from musnad.agreement.statements import Statement
from musnad.agreement.words import Word
from musnad.languages.agreement import AgreementLexicon, Tense
from musnad.model import MentionKind, Slot, Span
from musnad.text import Token, tokenize

# Set on the pairs of tests/agreement that may be read: what is set right is short, and ends its clause.
_MOST, _ALIKE, _EVEN = 5, 0.7, 0.4
_PLACES = frozenset({MentionKind.PLACE, MentionKind.FACILITY, MentionKind.COUNTRY})
_ARTICLES = ("وال", "بال", "ال", "لل", "ل", "ب", "و")
_LEAST = 3


def find_set_right(sides: Sides, lexicon: AgreementLexicon) -> Finding | None:
    """Return the words that one side sets right, "and not on Sunday", where the other tells just these."""
    if "setting_right" not in sides.left.listed and "setting_right" not in sides.right.listed:
        return None
    alignment = sides.alignment
    if alignment.shared < _ALIKE or alignment.common < _EVEN or sides.in_one_report or sides.again:
        return None
    for side, other in ((sides.left, sides.right), (sides.right, sides.left)):
        if not side.wording.denying or "setting_right" not in side.listed:
            continue
        for phrase in _rejected(side, lexicon):
            there = _told(phrase, other, lexicon)
            if there is None:
                continue
            here = Span(phrase[0].start, phrase[-1].end)
            spans = (here, there) if side is sides.left else (there, here)
            told = f"{spans[0].of(sides.left.text)} / {spans[1].of(sides.right.text)}: one side sets it right"
            return Finding(_slot_of(phrase, here, side, lexicon), told, *spans)
    return None


def _tokens(side: Statement) -> list[Token]:
    return [token for part in side.assertion.content for token in tokenize(side.text, part.start, part.end)]


def _rejected(side: Statement, lexicon: AgreementLexicon) -> Iterator[Sequence[Token]]:
    """Yield what stands behind "and not" up to the end of its clause: no verb, and something said before it."""
    tokens = _tokens(side)
    for at, token in enumerate(tokens):
        if token.folded not in lexicon.words["setting_right"] or at < _LEAST:
            continue
        phrase = []
        for each in tokens[at + 1 : at + 2 + _MOST]:
            if not each.is_word or each.folded in lexicon.words["phrase_ends"]:
                if each.folded in '"«»“”':
                    continue
                break
            phrase.append(each)
        if not phrase or len(phrase) > _MOST or phrase[0].folded in lexicon.words["no_phrase"]:
            continue
        if any(_is_verb(each, lexicon) for each in phrase):
            continue
        yield phrase


def _is_verb(token: Token, lexicon: AgreementLexicon) -> bool:
    reading = lexicon.read_word(token.folded)
    is_verb = reading.tense is Tense.IMPERFECT or reading.tense is Tense.FUTURE
    return is_verb and token.folded[:1] in "يتن"


def _told(phrase: Sequence[Token], other: Statement, lexicon: AgreementLexicon) -> Span | None:
    """Return where the other side tells all words of the phrase, near each other and not denied."""
    wanted = {_bare(token.folded) for token in phrase if not _is_small(token, lexicon)}
    if not wanted:
        return None
    tokens = [token for token in _tokens(other) if token.is_word]
    places = [at for at, token in enumerate(tokens) if _bare(token.folded) in wanted]
    if {_bare(tokens[at].folded) for at in places} != wanted:
        return None
    last = max(places[: len(wanted)], default=0)
    first = min(places)
    if last - first > len(wanted) + 2 or any(
        token.folded in lexicon.words["negators"] for token in tokens[max(0, first - 2) : first]
    ):
        return None
    return Span(tokens[first].start, tokens[last].end)


def _is_small(token: Token, lexicon: AgreementLexicon) -> bool:
    listed = lexicon.words
    return token.folded in listed["place_prepositions"] or token.folded in listed["by_means"] or len(token.folded) < 2


def _bare(folded: str) -> str:
    for article in _ARTICLES:
        if folded.startswith(article) and len(folded) - len(article) >= _LEAST:
            return folded[len(article) :]
    return folded


def _slot_of(phrase: Sequence[Token], span: Span, side: Statement, lexicon: AgreementLexicon) -> Slot:
    """Return what is set right: when, where, who, or what is said of it."""
    if any(token.folded in lexicon.words["calendar_words"] for token in phrase) or any(
        time.span.overlaps(span) for time in side.times
    ):
        return Slot.TIME
    words = [word for word in side.wording.words if word.span.overlaps(span)]
    standing = lexicon.words["place_prepositions"] | lexicon.words["standing_words"]
    if phrase[0].folded in standing or any(word.kind in _PLACES for word in words):
        return Slot.PLACE
    return Slot.ACTOR if _names_doer(words, phrase, lexicon) else Slot.POLARITY


def _names_doer(words: Sequence[Word], phrase: Sequence[Token], lexicon: AgreementLexicon) -> bool:
    is_name = len(phrase) > 1 or any(word.kind in ACTORS for word in words)
    return is_name or _bare(phrase[0].folded) in lexicon.words["people"]
