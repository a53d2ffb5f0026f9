"""Reads whom a page credits its text to: in the dateline, on credit lines, after the last words, in the by-line."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from musnad.languages import Language
from musnad.languages.outlet_names import Words
from musnad.model import Article, Credit, CreditPlace, Dropped, Span
from musnad.text import fold_word
from musnad.text.normalise import INVISIBLE

_LINE = re.compile(r"[^\r\n]+")
_WORD = re.compile(rf"[\w{INVISIBLE}]+")
_SEPARATOR = re.compile(r"[-–—/|،,؛:()\[\]{}*•]")
_TERMINATOR = re.compile(r"[-–—:]")
_QUOTES = frozenset("«»“”\"„‟'{}")
_LONGEST_PART = 4  # words: places, days and correspondents' names stay under this; running text does not
_LONGEST_LINE = 12
_ENDING_REACH = 80  # characters
_ENDINGS = (
    re.compile(r"[(\[]([^()\[\]]{2,50})[)\]]\s*\.?\s*$"),
    re.compile(r"[-–—]\s*([^()\[\]\-–—.]{2,40})[-–—]?\s*\.?\s*$"),
    re.compile(r"(?:(?<=[.!؟?»”])|(?<=[.!؟?]\"))\s*([«“\"]?(?:[^\W\d_]\.\s?){2,3}[^\W\d_]?[»”\"]?)\s*$"),
    re.compile(r"(?:(?<=[.!؟?»”])|(?<=[.!؟?]\"))\s*([^.!؟?]{2,50})\.?\s*$"),
)
# An unknown name counts only after a noun of these kinds: قناة is also a canal, موقع any place, شبكة any network.
_PRESS = frozenset({"agency", "magazine", "newspaper"})
_OPENED = re.compile(r"[(\[]\s?[«“\"]?$")
_CLOSED = re.compile(r"[»”\"]?\s?[)\]]")
_EDGE_LINES = 3  # how many lines at either end of a text may credit it without a strong label
# Boilerplate that can hold the credit of the text itself, and not of a picture or of another text.
_DROPPED_AS = frozenset({"byline", "date", "furniture", "outside_article", "footer"})


@dataclass(frozen=True, slots=True)
class _Piece:
    """One word of a credit: its offsets, its folded spelling, whether a quotation mark stands before it."""

    start: int
    end: int
    word: str
    quoted: bool


@dataclass(frozen=True, slots=True)
class _Part:
    """The words between two separators; `gap` are the characters that follow it."""

    pieces: tuple[_Piece, ...]
    gap: str

    @property
    def words(self) -> Words:
        return tuple(piece.word for piece in self.pieces)


def read_credits(article: Article, language: Language) -> tuple[Credit, ...]:
    """Return whom the page credits, each outlet once: in the order of the text, then by-line and dropped lines.

    The page's own outlet is among them where the page credits itself and the lexicon knows it; `entry` tells.
    """
    byline = article.byline.value if article.byline else None
    own = _folded(article.outlet.value) if article.outlet else ()
    reader = _CreditReader(language)
    found = reader.read(article.text, has_headline=article.has_headline, byline=byline, dropped=article.dropped)
    return tuple(credit for credit in found if credit.entry or _folded(credit.outlet) != own)


def _folded(name: str) -> Words:
    return tuple(map(fold_word, name.split()))


class _CreditReader:
    """Reads the credits of one article's text and by-line."""

    def __init__(self, language: Language) -> None:
        self._names = language.outlet_names
        self._forms = language.credit_forms

    def read(
        self, text: str, *, has_headline: bool, byline: str | None, dropped: Sequence[Dropped]
    ) -> tuple[Credit, ...]:
        lines = [Span(*found.span()) for found in _LINE.finditer(text) if not found.group().isspace()]
        body = lines[1:] if has_headline else lines
        found: list[Credit] = []
        for number, line in enumerate(body):
            at_edge = number < _EDGE_LINES or number >= len(body) - _EDGE_LINES
            credits = self._line(text, line, at_edge=at_edge)
            if not credits and number == 0:
                credits = self._dateline(text, line)
            if not credits and number == len(body) - 1:
                credits = self._ending(text, line)
            found += credits
        for outside, place in (*([(byline, CreditPlace.BYLINE)] if byline else []), *_dropped_lines(dropped)):
            own = self._line(outside, Span(0, len(outside)), at_edge=place is CreditPlace.BYLINE)
            found += (replace(credit, span=None, place=place) for credit in own)
        return tuple(_distinct(found))

    def _line(self, text: str, line: Span, *, at_edge: bool) -> list[Credit]:
        """Return the credits of a line that is nothing but a credit: «* نقلا عن الصحيفة»، «وكالات - واشنطن»."""
        if len(line) > 160 or not (at_edge or _first_word(text, line) in self._forms.openings):
            return []
        parts = _parts(text, line)
        size = sum(len(part.pieces) for part in parts)
        if not parts or size > _LONGEST_LINE:
            return []
        label = self._label(parts)
        whole = line.of(text).strip()
        if label:
            strong = parts[0].words[:label] in self._forms.strong_labels
            return self._labelled(text, parts, label, whole) if strong or at_edge else []
        if not at_edge or any(map(self._is_prose, parts)):
            return []
        if _is_bracketed(whole):
            # The last part alone: أبوظبي is a channel too, but before البيان it is a place.
            places = self._credits(text, parts[:-1], whole, CreditPlace.LINE)
            return places + self._credits(text, parts[-1:], whole, CreditPlace.LINE, announced=True)
        return self._credits(text, parts, whole, CreditPlace.LINE, announced=_is_dashed(whole))

    def _label(self, parts: Sequence[_Part]) -> int:
        """Return how many words of a label open the line; it needs something after it that it can credit."""
        words = parts[0].words
        for length in range(min(3, len(words)), 0, -1):
            if words[:length] in self._forms.labels and (len(words) > length or len(parts) > 1):
                return length
        return 0

    def _labelled(self, text: str, parts: Sequence[_Part], label: int, whole: str) -> list[Credit]:
        rest = [_Part(parts[0].pieces[label:], parts[0].gap), *parts[1:]]
        rest = [part for part in rest if part.pieces]
        found = self._credits(text, rest, whole, CreditPlace.LINE, announced=True)
        # What a colon follows, or an asterisk opens, is a credit whoever it names; «عن الجسر» is a heading.
        opens = ":" in parts[0].gap and len(parts[0].pieces) == label
        if found or not (opens or whole.startswith("*")) or sum(len(part.pieces) for part in rest) > 6:
            return found
        span = Span(rest[0].pieces[0].start, rest[-1].pieces[-1].end)
        return [Credit(whole, span.of(text), CreditPlace.LINE, span)]

    def _dateline(self, text: str, line: Span) -> list[Credit]:
        """Return the credits before the first dash or colon: «القدس (رويترز) - ...»."""
        head = Span(line.start, min(line.end, line.start + 120))
        parts: list[_Part] = []
        for part in _parts(text, head):
            parts.append(part)
            if self._is_prose(part):
                return []
            if _TERMINATOR.search(part.gap) and any(
                self._is_credit(said) or self._is_unlisted(text, said) for said in parts
            ):
                whole = text[line.start : part.pieces[-1].end + len(part.gap.rstrip())].strip()
                return self._credits(text, parts, whole, CreditPlace.DATELINE)
        return []

    def _ending(self, text: str, line: Span) -> list[Credit]:
        """Return the credits after the last full stop, or in the last brackets or dashes: «... مساء. (أ ف ب)»."""
        last = max(line.start, line.end - _ENDING_REACH)
        for pattern in _ENDINGS:
            found = pattern.search(text, last, line.end)
            if found is None:
                continue
            parts = _parts(text, Span(*found.span(1)))
            label = self._label(parts) if parts else 0
            if label:
                parts = [part for part in (_Part(parts[0].pieces[label:], parts[0].gap), *parts[1:]) if part.pieces]
            elif text[found.start()] in "([" and self._names_before(text, line.start, found.start()):
                continue
            dashed = _is_dashed(found.group()) or text[line.start : found.start()].rstrip().endswith(("--", "–", "—"))
            announced = bool(label) or dashed
            if parts and all(
                self._is_credit(part, announced=announced) or self._is_unlisted(text, part) for part in parts
            ):
                return self._credits(text, parts, found.group().strip(" ."), CreditPlace.ENDING, announced=announced)
        return []

    def _names_before(self, text: str, start: int, end: int) -> bool:
        """وكالة الأنباء السعودية (واس): brackets right after an outlet's name abbreviate it."""
        words = [fold_word(word) for word in _WORD.findall(text, max(start, end - 60), end)][-5:]
        return self._names.find(words, announced=True) is not None or any(map(self._names.noun_kinds, words))

    def _is_prose(self, part: _Part) -> bool:
        """Tell whether the words are too many for a place or a name, or say more of an outlet than its name."""
        if self._is_credit(part):
            return False
        return len(part.pieces) > _LONGEST_PART or self._names.find(part.words) is not None

    def _is_credit(self, part: _Part, *, announced: bool = False) -> bool:
        return any(True for _ in self._named(part, announced=announced))

    def _credits(
        self, text: str, parts: Sequence[_Part], whole: str, place: CreditPlace, *, announced: bool = False
    ) -> list[Credit]:
        found = []
        for part in parts:
            for first, end, entry in self._named(part, announced=announced):
                span = Span(part.pieces[first].start, part.pieces[end - 1].end)
                found.append(Credit(whole, span.of(text), place, span, entry, is_group=entry is None))
            if self._is_unlisted(text, part):
                span = Span(part.pieces[0].start, part.pieces[-1].end)
                found.append(Credit(whole, span.of(text), place, span))
        return found

    def _is_unlisted(self, text: str, part: _Part) -> bool:
        """(وكالة السهل): tell whether brackets hold a noun of the press and a name that the lexicon lacks."""
        first, *name = part.words
        kinds = self._names.nouns.get(first, frozenset())
        if not name or not kinds or not kinds <= _PRESS or len(part.pieces) > _LONGEST_PART:
            return False
        if not _OPENED.search(text, max(0, part.pieces[0].start - 3), part.pieces[0].start):
            return False
        if not _CLOSED.match(text, part.pieces[-1].end):
            return False
        plain = [word for word in name if not self._names.noun_kinds(word) and word not in self._forms.fillers]
        return bool(plain) and all(map(str.isalpha, name)) and not self._is_credit(part)

    def _named(self, part: _Part, *, announced: bool) -> Iterator[tuple[int, int, str | None]]:
        """Yield [first, end) and lexicon id (None for agencies in general) if names are all that the part holds."""
        words = [piece.word for piece in part.pieces]
        found: list[tuple[int, int, str | None]] = []
        at = 0
        while at < len(words):
            if at and words[at] not in self._forms.fillers and words[at][:1] == "و" and len(words[at]) > 3:
                # العربية نت ووكالات: the conjunction is glued to the name.
                joined = [*words[:at], words[at][1:], *words[at + 1 :]]
                words = joined if self._name_at(joined, at, announced=True) else words
            name = self._name_at(words, at, announced=announced or part.pieces[at].quoted)
            if name:
                found.append((at, at + name[0], name[1]))
                at += name[0]
            elif words[at] in self._forms.fillers or self._names.noun_kinds(words[at]):
                at += 1
            else:
                return
        yield from found

    def _name_at(self, words: Sequence[str], at: int, *, announced: bool) -> tuple[int, str | None] | None:
        named = self._names.at(words, at, announced=announced)
        if named:
            return named
        for length in range(min(4, len(words) - at), 0, -1):
            if tuple(words[at : at + length]) in self._forms.groups:
                return length, None
        return None


def _first_word(text: str, line: Span) -> str | None:
    return next(filter(None, (fold_word(found[0]) for found in _WORD.finditer(text, line.start, line.end))), None)


def _parts(text: str, line: Span) -> list[_Part]:
    """Cut the line at its separators: dashes, slashes, brackets, commas, colons."""
    parts: list[_Part] = []
    pieces: list[_Piece] = []
    before = line.start
    for found in _WORD.finditer(text, line.start, line.end):
        gap = text[before : found.start()]
        word = fold_word(found.group())
        if pieces and (_SEPARATOR.search(gap) or not word):
            parts.append(_Part(tuple(pieces), gap))
            pieces = []
        if word:
            pieces.append(_Piece(found.start(), found.end(), word, bool(_QUOTES & set(gap))))
            before = found.end()
    if pieces:
        parts.append(_Part(tuple(pieces), text[before : line.end]))
    return parts


def _is_dashed(whole: str) -> bool:
    """-وات-: dashes on both sides announce a name as quotation marks do."""
    whole = whole.strip(" .")
    return len(whole) > 2 and whole[0] in "-–—" and whole[-1] in "-–—"


def _is_bracketed(whole: str) -> bool:
    """--(بترا)، (أبوظبي - البيان): brackets around all of a line of names and places announce the last."""
    whole = whole.strip(" .-–—")
    return whole[:1] in {"(", "["} and whole[-1:] in {")", "]"} and sum(map(whole.count, "([")) == 1


def _dropped_lines(dropped: Sequence[Dropped]) -> Iterator[tuple[str, CreditPlace]]:
    for piece in dropped:
        if piece.reason in _DROPPED_AS:
            place = CreditPlace.BYLINE if piece.reason == "byline" else CreditPlace.LINE
            yield from ((line, place) for line in piece.text.splitlines() if line.strip())


def _distinct(credits: Sequence[Credit]) -> Iterator[Credit]:
    """Yield the credits without those that name an outlet again: the first mention stands for it."""
    seen: set[tuple[str, ...]] = set()
    for credit in credits:
        key = (credit.entry,) if credit.entry else ("", *_folded(credit.outlet))
        if key not in seen:
            seen.add(key)
            yield credit
