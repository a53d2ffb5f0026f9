"""Finds the shortest noun phrases that name participants: where they begin, where they end, what they are joined to."""

from dataclasses import dataclass

from musnad.events.continuing import continues
from musnad.events.describing import is_joined_adjective, is_joined_epithet
from musnad.events.sentence import EventSentence
from musnad.events.words import Kind
from musnad.languages.events import Role
from musnad.model import Span

_MAX_WORDS = 10
_CLOSED = frozenset({Kind.PREPOSITION, Kind.OPENER})  # what such a word opens is said, and no name
_OWNED = ("ه", "ها", "هم")
_QUOTED_HEADS = 5
_SIDES = frozenset({"جهه", "جانب", "ناحيه"})
# An office between commas is no longer than this, the clauses in it included.
OFFICE = 24


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase: tokens [first, end) with `clitic` letters of its first word outside it; `also` are joined by و."""

    first: int
    end: int
    clitic: int = 0
    also: tuple["Phrase", ...] = ()

    def span(self, sentence: EventSentence) -> Span:
        """Return the phrase's span of the article."""
        return sentence.span(self.first, self.end, self.clitic)

    def spans(self, sentence: EventSentence) -> tuple[Span, ...]:
        """Return the spans of the phrase and of those joined to it."""
        return (self.span(sentence), *(one.span(sentence) for one in self.also))

    @property
    def last(self) -> int:
        """Return the end of the whole group, joined phrases included."""
        return self.also[-1].end if self.also else self.end


def read_phrase(sentence: EventSentence, index: int, *, joined: bool = True, limit: int | None = None) -> Phrase | None:
    """Return the noun phrase that begins at `index`, or None; `joined` takes in those that و joins to it."""
    asked = (index, joined, limit)
    try:
        return sentence.phrases[asked]
    except KeyError:
        phrase = sentence.phrases[asked] = _read_phrase(sentence, index, joined=joined, limit=limit)
        return phrase


def _read_phrase(sentence: EventSentence, index: int, *, joined: bool, limit: int | None) -> Phrase | None:
    stop = min(len(sentence), index + _MAX_WORDS, limit if limit is not None else len(sentence))
    first = index
    while sentence.kind(first) is Kind.DEMONSTRATIVE and first < stop:
        first += 1
    if sentence.stem(first) == "كل" and sentence.folded(first + 1) == "من":
        first += 2  # كل من فلان وفلان
    if first >= stop or not _can_begin(sentence, first):
        return None
    end = _run(sentence, first, stop)
    also: tuple[Phrase, ...] = ()
    if joined:
        also = _joined(sentence, first, end, limit)
    return Phrase(first, end, sentence.clitics(first), also)


def read_pair(sentence: EventSentence, index: int) -> Phrase | None:
    """Return those whom بين joins, known or unknown: بين الشرطة | ومتظاهرين, and across بين الجيش من جهة والقبائل."""
    phrase = read_phrase(sentence, index)
    if phrase is None or phrase.also:
        return phrase
    at = phrase.end + 2 * (sentence.folded(phrase.end) == "من" and sentence.folded(phrase.end + 1) in _SIDES)
    word = sentence.at(at)
    if word is None or word.preposition:
        return phrase
    apart = word.folded == "و" or (word.conjunction and word.stem == "بين")
    if not apart and not (word.conjunction and word.kind in (Kind.NOUN, Kind.NUMBER)):
        return phrase
    other = read_phrase(sentence, at + apart)
    if other is None or not (word.stem == "بين" or _may_be_party(sentence, other.first)):
        return phrase
    return Phrase(phrase.first, phrase.end, phrase.clitic, (Phrase(other.first, other.end, other.clitic), *other.also))


def _may_be_party(sentence: EventSentence, index: int) -> bool:
    """Tell whether the word at `index` can name somebody: بين البلدين ومجمل التطورات is between two."""
    word = sentence.words[index]
    known = word.name or word.title or index in sentence.acting or index in sentence.placed
    known = known and not (word.nationality and not word.stem.endswith(("ين", "ون")))  # الرئيسين السوري والمصري
    listed = any(sentence.among(index, name) for name in ("actors", "armed", "private", "somebody", "anaphors"))
    several = word.stem.endswith(("ين", "ون")) and len(word.stem) > 4
    return known or listed or several or word.kind is Kind.NUMBER or sentence.is_quote(index)


def phrase_ending(sentence: EventSentence, end: int) -> Phrase | None:
    """Return the noun phrase that ends right before token `end` (a comma between them is passed over)."""
    stop = end
    while stop > 0 and (sentence.is_comma(stop - 1) or sentence.is_quote(stop - 1)):
        stop -= 1
    best = None
    for start in range(stop - 1, max(-1, stop - 9), -1):
        word = sentence.words[start]
        if word.kind in (Kind.VERB, Kind.OPENER):
            break
        if word.kind not in (Kind.NOUN, Kind.NUMBER):
            if best is not None and word.kind is not Kind.MARK:
                break
            continue
        if best is None and start == stop - 1 and is_joined_adjective(sentence, start):
            return phrase_ending(sentence, start)
        phrase = read_phrase(sentence, start, joined=False)
        if phrase is not None and phrase.end >= stop:
            best = phrase
            if word.preposition or word.conjunction:
                break
    return best


def past_office(sentence: EventSentence, index: int) -> int:
    """Return the comma that closes the office behind a speaker's name: فلان، المتحدث باسم الحلف، ..."""
    following = sentence.at(index + 1)
    if not sentence.is_comma(index) or following is None or following.preposition or following.conjunction:
        return index
    party = index + 1 in sentence.acting or sentence.among(index + 1, "actors") or following.name
    named = following.definite and not party and not following.stem.endswith(("ون", "ين", "ات", "يه"))
    if not (following.title or named):
        return index
    return next((n for n in range(index + 2, min(len(sentence), index + OFFICE)) if sentence.is_comma(n)), index)


def _can_begin(sentence: EventSentence, index: int) -> bool:
    word = sentence.words[index]
    if word.kind is Kind.MARK:
        inner = sentence.at(index + 1)
        names = inner is not None and inner.kind in (Kind.NOUN, Kind.NUMBER) and not inner.preposition
        return names and sentence.is_quote(index) and _closing(sentence, index) is not None
    return word.kind in (Kind.NOUN, Kind.NUMBER)


def _closing(sentence: EventSentence, index: int) -> int | None:
    """Return the closing mark of a short quotation that opens at `index`, a name in quotation marks."""
    for opening, closing in sentence.sentence.quotations:
        if opening == index:
            return closing if closing - opening <= _QUOTED_HEADS else None
    return None


def _run(sentence: EventSentence, first: int, stop: int) -> int:
    index = first
    if sentence.is_quote(index):
        return (_closing(sentence, index) or index) + 1
    index = max(index + 1, sentence.mentions.get(index, 0))
    while index < stop:
        word = sentence.words[index]
        if word.kind is Kind.MARK:
            closing = _inner_mark(sentence, index)
            if closing is None or closing >= stop + 4:
                break
            index = closing + 1
            continue
        if word.kind is Kind.NUMBER or word.kind is Kind.NOUN:
            if word.conjunction or word.preposition or not continues(sentence, first, index):
                break
        elif word.kind is Kind.TIME and _is_ordinal(sentence, index):
            pass
        elif (
            word.folded == "من"
            and _counts_on(sentence, index)
            and sentence.kind(index + 1)
            in (
                Kind.NOUN,
                Kind.NUMBER,
            )
        ):
            # عدد من، عشرات من: the counted thing names the participant.
            index += 2
            continue
        else:
            break
        index = max(index + 1, sentence.mentions.get(index, 0))
    return _past_apposition(sentence, first, min(index, len(sentence)), stop)


def _counts_on(sentence: EventSentence, index: int) -> bool:
    """Tell whether من behind the word leads to what it counts: عدد من، عشرات من."""
    return sentence.kind(index - 1) is Kind.NUMBER or sentence.stem(index - 1) in _numbers(sentence)


def _past_apposition(sentence: EventSentence, first: int, end: int, stop: int) -> int:
    """Return the end of the name between commas that an office is followed by: الرئيس، فلان الفلاني،."""
    finish = sentence.persons.get(end + 1, 0) if sentence.is_comma(end) and end + 1 < stop else 0
    if not finish:
        return end
    office = any(word.title or word.stem.startswith("نظير") for word in sentence.words[first:end])
    named = any(index in sentence.persons for index in range(first, end))
    closed = finish <= stop + 3 and (finish >= len(sentence) or sentence.kind(finish) is Kind.MARK)
    return finish if closed and office and not named else end


def _numbers(sentence: EventSentence) -> frozenset[str]:
    return sentence.vocabulary.lexicon.words["numbers"]


def _is_ordinal(sentence: EventSentence, index: int) -> bool:
    return sentence.folded(index) in ("الاول", "الثاني", "العام") and (
        sentence.words[index - 1].name or sentence.words[index - 1].title or sentence.stem(index - 1) == "ادعاء"
    )


def _inner_mark(sentence: EventSentence, index: int) -> int | None:
    """Return the end of a name in quotation marks or of a short parenthesis at `index`, or None."""
    if sentence.is_quote(index):
        inner, before = sentence.at(index + 1), sentence.words[index - 1]
        if inner is not None and before.title and before.definite and inner.folded.endswith(_OWNED) and not inner.name:
            return None  # امتدح الوزير "حماه"
        return None if inner is None or inner.preposition or inner.kind in _CLOSED else _closing(sentence, index)
    if sentence.folded(index) == "(":
        return next((n for n in range(index + 1, min(index + 5, len(sentence))) if sentence.folded(n) == ")"), None)
    return None


def _joined(sentence: EventSentence, first: int, end: int, limit: int | None) -> tuple[Phrase, ...]:
    found: list[Phrase] = []
    ended = end
    while end < len(sentence) and len(found) < 5:
        start = end
        if sentence.is_comma(start) and sentence.kind(start + 1) is Kind.NOUN and sentence.words[start + 1].conjunction:
            start += 1
        word = sentence.at(start)
        if word is None:
            break
        detached = word.folded == "و"
        if detached:
            start += 1
            word = sentence.at(start)
        if word is None or word.kind not in (Kind.NOUN, Kind.NUMBER) or not (word.conjunction or detached):
            break
        if word.preposition or not _alike(sentence, first, start, definite=sentence.words[ended - 1].definite):
            break
        if is_joined_adjective(sentence, start) or (start == end and is_joined_epithet(sentence, start)):
            end = start + 1
            continue
        stop = min(len(sentence), start + _MAX_WORDS, limit if limit is not None else len(sentence))
        finish = _run(sentence, start, stop)
        found.append(Phrase(start, finish, 0 if detached else 1))
        end = finish
    return tuple(found)


def _alike(sentence: EventSentence, first: int, index: int, *, definite: bool) -> bool:
    """Tell whether the phrase at `index` can share the role of the one at `first`: both name actors, or neither.

    `definite` tells that the first phrase ends with the article, and so names somebody known: أفراد الجيش والشرطة.
    """
    one, other = sentence.words[first], sentence.words[index]
    people = all(each.frame.noun in (Role.SELF, Role.DESCRIBED) for each in other.triggers)
    party = index in sentence.acting or other.title
    if other.triggers and not one.triggers and not people and not party:
        return False  # القوات والمتظاهرين, but not القوات وقصف
    following = sentence.at(index + 1)
    if other.verb and not other.name and not party and following and following.kind is Kind.NOUN and not other.definite:
        return False
    theirs = other.definite or other.stem.startswith("نظير")  # الوزير ونظيره
    # A noun in construct that names a party is as known: بين الحكومة | وحركة المستقبل.
    both = party and (one.title or not sentence.acting.isdisjoint(range(first, index)))
    known = both or one.definite == theirs or (definite and theirs)
    return known or one.name or other.name or one.kind is Kind.NUMBER
