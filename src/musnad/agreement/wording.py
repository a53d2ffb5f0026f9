"""Reads the words of a statement: what each says, what is denied of it, and what is only meant to come about."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from musnad.languages.agreement import AgreementLexicon, Tense, WordReading
from musnad.model import MentionKind, Span
from musnad.text import Token, tokenize


class Mark(StrEnum):
    """What a statement says of itself as a whole."""

    AGAIN = "again"  # another happening of the kind
    GROWING = "growing"  # a toll brought up to date
    UNDECIDED = "undecided"  # neither confirmed nor denied
    POSSIBLE = "possible"
    FUTURE = "future"
    BUT = "but"  # "A, not B": the writer sets one against the other


@dataclass(frozen=True, slots=True)
class Word:
    """A word of content: its place in the text, what it says, how rare it is, and what is said of it.

    `negated`: it is denied; `scoped`: by a verb before it (نفى، فشل); `meant`: it is planned or threatened, not done;
    `stopped`: it is ended or forbidden; `contrasted`: set apart by "not". `entity` is the id of what it names, `kind`
    that of the mention it stands in, `before` the folded word before it.
    """

    span: Span
    folded: str
    reading: WordReading
    weight: float
    place: int
    negated: bool = False
    meant: bool = False
    contrasted: bool = False
    scoped: bool = False
    stopped: bool = False
    entity: str | None = None
    kind: MentionKind | None = None
    before: str = ""

    @property
    def tells_deed(self) -> bool:
        """Tell whether the word may be what a sentence says: a verb, or a noun of a listed sense."""
        return self.reading.is_deed


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of content of a statement, in order, and its marks."""

    words: tuple[Word, ...]
    marks: frozenset[Mark]


@dataclass(frozen=True, slots=True)
class Naming:
    """What a stretch of the text names: an entity's id and the kind of mention."""

    span: Span
    entity: str | None
    kind: MentionKind


# Words without content of their own that open a new thought: what was denied before is not denied after.
_BREAKS = frozenset({"لكن", "ولكن", "بل", "الا", "بيد", "فيما", "بينما", "وانما", "انما"})
_STOPS = frozenset(".؛;!؟?")
_NAMED = frozenset(
    {
        MentionKind.PERSON,
        MentionKind.ORGANISATION,
        MentionKind.ARMED_GROUP,
        MentionKind.PLACE,
        MentionKind.COUNTRY,
        MentionKind.OUTLET,
        MentionKind.FACILITY,
    }
)
_BOUNDS = frozenset({"يتجاوز", "تتجاوز", "يقل", "تقل", "يزد", "تزد", "يزيد", "تزيد", "يتعد", "تتعد"})
_LIGHTEST = 0.15
_GAP = 6  # between two stretches of one content: what stands in both is not near


def read_wording(
    text: str,
    content: Sequence[Span],
    namings: Sequence[Naming],
    without: Sequence[Span],
    lexicon: AgreementLexicon,
) -> Wording:
    """Return the words of the content; `without` are stretches that are compared apart: times and numbers."""
    reader = _Reader(text, lexicon, namings, without)
    for span in content:
        reader.read(tokenize(text, span.start, span.end))
    return Wording(tuple(reader.words), frozenset(reader.marks))


class _Reader:
    """Goes through tokens and keeps what holds of the words to come."""

    def __init__(
        self, text: str, lexicon: AgreementLexicon, namings: Sequence[Naming], without: Sequence[Span]
    ) -> None:
        self._text = text
        self._lexicon = lexicon
        self._lists = lexicon.words
        self._named = _by_character(namings)
        self._without = {offset for span in without for offset in range(span.start, span.end)}
        self.words: list[Word] = []
        self.marks: set[Mark] = set()
        self._first = 0
        self._negate_next = self._contrast = self._negated_before = False
        self._denied = self._failed = self._meant = self._stopped = False

    def read(self, tokens: Sequence[Token]) -> None:
        """Take in the tokens of one span."""
        skip = -1
        first, self._first = self._first, self._first + len(tokens) + _GAP
        for at, token in enumerate(tokens):
            place = first + at
            following = tokens[at + 1].folded if at + 1 < len(tokens) else ""
            if place == skip:
                continue
            if not token.is_word:
                if token.folded in _STOPS:
                    self._close()
                continue
            word = token.folded
            bare = word[1:] if word[:1] in "وف" and len(word) > 3 else word
            if self._is_negator(word, following):
                skip = self._negator(word, following, place)
                continue
            self._word(token, bare, following, tokens[at - 1].folded if at else "", place)

    def _close(self) -> None:
        self._negate_next = self._contrast = self._negated_before = False
        self._denied = self._failed = self._meant = self._stopped = False

    # -- what denies -----------------------------------------------------------------------------

    def _is_negator(self, word: str, following: str) -> bool:
        if word not in self._lists["negators"]:
            return False
        return not (word == "غير" and following == "ان")

    def _negator(self, word: str, following: str, place: int) -> int:
        """Take in a negator; return the place of the next token where it is used up with it, else -1."""
        if following in self._lists["lasting"]:
            return place + 1
        if following in _BOUNDS or following[:1].isdigit():
            return -1
        if following in self._lists["denials"]:
            self.marks.add(Mark.UNDECIDED)
            return place + 1
        reading = self._lexicon.read_word(following) if following else None
        is_contrast = word in {"لا", "ولا"} and reading is not None and reading.tense is Tense.NONE
        if is_contrast and self._negated_before:
            # لا من قريب ولا من بعيد: the second negation goes on with the first.
            return -1
        if word in self._lists["clause_negators"]:
            self._failed = self._negated_before = True
            return -1
        self._negate_next = self._negated_before = True
        self._contrast = is_contrast
        if is_contrast:
            self.marks.add(Mark.BUT)
        return -1

    # -- a word ----------------------------------------------------------------------------------

    def _word(self, token: Token, bare: str, following: str, before: str, place: int) -> None:
        lists = self._lists
        self._mark(token.folded, bare, following)
        if bare in lists["to_be"]:
            self._meant = True
        if token.folded in _BREAKS or (token.folded == "غير" and following == "ان"):
            self._close()
            return
        if bare in lists["empty"] or token.start in self._without or len(bare) < 2:
            return
        reading = self._lexicon.read_word(token.folded)
        if bare != token.folded and reading.tense is not Tense.NONE and not self._negate_next:
            # و and a verb open a new clause: وقتل طاقمها.
            self._close()
        negated = self._negate_next
        self._negate_next = negated and _listed(bare, lists["existence"])
        enables = bool(reading.senses & lists["enabling"])
        fails = _listed(bare, lists["failures"])
        self.words.append(self._made(token, reading, bare, negated=negated, before=before, place=place))
        self._contrast = False
        if reading.senses & lists["stopping"]:
            self._stopped = True
        if negated and enables:
            self._failed = True
        if bare in lists["denials"] or (negated and _listed(bare, lists["truths"])):
            self._denied = True
        elif fails and not negated and before != "من":
            self._failed = True
        elif _listed(bare, lists["intents"]) or bare in lists["threats"]:
            self._meant = True

    def _made(self, token: Token, reading: WordReading, bare: str, *, negated: bool, before: str, place: int) -> Word:
        naming = self._named.get(token.start) or self._named.get(token.end - 1)
        if naming is not None and naming.kind in _NAMED:
            # A name says nothing: جبهة النصرة is no victory.
            reading = replace(reading, senses=frozenset(), opposed=frozenset(), is_deed=False)
        if self._text[token.end - 1] == "ة" and reading.tense is not Tense.NONE:
            # Folded, إعادة is also أعاده; written with ة it is no verb.
            reading = replace(reading, tense=Tense.NONE)
        under = self._denied or (self._failed and reading.is_deed)
        is_meant = (self._meant and reading.is_deed) or reading.tense is Tense.FUTURE
        stopped, self._stopped = self._stopped, False
        if reading.is_act and not _listed(bare, self._lists["intents"]):
            # What fails or is meant is the next act alone: تعهد بإعلان نتائج التحقيق.
            self._failed = self._meant = False
        weight = self._lexicon.rarity.get(reading.lemma, 1.0)
        if "announce" in reading.senses or _listed(bare, self._lists["intents"]):
            weight = 0.0
        return Word(
            Span(token.start, token.end),
            token.folded,
            reading,
            max(_LIGHTEST, weight),
            place,
            negated=negated != under,
            meant=is_meant,
            contrasted=self._contrast,
            scoped=under,
            stopped=stopped,
            entity=naming.entity if naming else None,
            kind=naming.kind if naming else None,
            before=before,
        )

    def _mark(self, word: str, bare: str, following: str) -> None:
        lists = self._lists
        if bare in lists["again"]:
            self.marks.add(Mark.AGAIN)
        if bare in lists["possible"]:
            self.marks.add(Mark.POSSIBLE)
        if bare in lists["future"]:
            self.marks.add(Mark.FUTURE)
        if bare in lists["growing"] and following in lists["tolls"]:
            self.marks.add(Mark.GROWING)
        if bare == "قد" and following:
            reading = self._lexicon.read_word(following)
            if reading.tense is Tense.IMPERFECT:
                self.marks.add(Mark.POSSIBLE)
                self._meant = following not in lists["empty"]


def _by_character(namings: Iterable[Naming]) -> Mapping[int, Naming]:
    """Return for every offset the innermost naming that covers it."""
    found: dict[int, Naming] = {}
    for naming in sorted(namings, key=lambda one: -len(one.span)):
        for offset in range(naming.span.start, naming.span.end):
            found[offset] = naming
    return found


def _listed(word: str, listed: Collection[str]) -> bool:
    """Tell whether the list has the word, with its clitics or without."""
    return any(word.removeprefix(clitic) in listed for clitic in ("", "ال", "بال", "ب", "لل", "ل"))
