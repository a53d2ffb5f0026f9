"""Finds the shortest noun phrases that name participants: where they begin, where they end, what they are joined to."""

from dataclasses import dataclass

from musnad.events.describing import (
    begins_another,
    has_act_shape,
    is_adjective,
    is_joined_adjective,
    is_joined_epithet,
    is_participle,
    is_quality,
)
from musnad.events.sentence import EventSentence
from musnad.events.words import Kind, Word
from musnad.languages.events import Role
from musnad.model import LinkKind, Span

_MAX_WORDS = 10
_STOPS = frozenset({Kind.PREPOSITION, Kind.OPENER, Kind.PRONOUN, Kind.ADVERB, Kind.TIME, Kind.VERB, Kind.MARK})
_CLOSED = frozenset({Kind.PREPOSITION, Kind.OPENER})  # what such a word opens is said, and no name
_OWNED = ("ه", "ها", "هم")
_SINGLES_IN_YA = frozenset({"انتحاري", "ارهابي", "جندي", "شرطي", "قيادي", "مدني"})
_SEATS = frozenset({"قنصليه", "سفاره", "بعثه", "حكومه", "معارضه", "جماعه", "سلطه", "سلطات", "قوات", "مقاومه"})
_ACCUSATIVE_NAMES = frozenset({"مصطفي", "رضا", "عطا", "زكريا", "يحيي", "موسي", "عيسي", "مهنا"})
_OF_FIRE = frozenset({"اطلاق", "وقف", "خط", "السنه", "مرمي", "وابل", "تبادل", "كره", "كتله", "لهيب", "خطوط"})
_QUOTED_HEADS = 5
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
            if word.conjunction or word.preposition or not _continues(sentence, first, index):
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


def _continues(sentence: EventSentence, first: int, index: int) -> bool:
    """Tell whether the noun at `index` belongs to the phrase that began at `first`."""
    word, previous = sentence.words[index], sentence.words[index - 1]
    if index in sentence.persons and _holds_office(sentence, first, index):
        return True  # الزعيم الوطني فلان، العميل المزدوج فلان
    if index in sentence.name_ends and not _names_on(sentence, index):
        return False  # a name takes no genitive and no plural: دعا فلان الحكومة
    if word.triggers and not word.definite and sentence.raw(index).endswith(("ا", "اً", "ًا")):
        return False  # محكمة تركية حكما: an accusative is the object
    if begins_another(sentence, first, index):
        return False
    if previous.folded == "الجو" and not word.definite:
        return False  # سلاح الجو | ضربات
    if _is_taken(sentence, index):
        return False
    if previous.kind is Kind.MARK:
        return is_adjective(word) and word.definite
    if previous.kind is Kind.TIME:
        return is_adjective(word) and word.definite  # الأمين العام الجديد, but no object behind العام
    if previous.kind is Kind.NUMBER:
        return not word.definite or previous.folded[0].isalpha()
    if word.kind is Kind.NUMBER:
        return word.definite and word.stem in {"ثلاث", "ثلاثه", "اربع", "اربعه", "خمس", "خمسه"}
    state = (
        previous.name and previous.stem in sentence.vocabulary.grammar.words["countries"] and not previous.nationality
    )
    if state and (word.stem.endswith(("يين", "يون")) or not word.definite or _is_another(sentence, index)):
        return False  # a state takes no genitive, a plural behind it is another party: إيران الحوثيين
    if word.definite and word.stem.endswith(("يين", "يون")) and previous.stem.endswith("ه"):
        return False  # تحالف دعم الشرعية | الحوثيين
    if is_adjective(word) and word.definite and not word.triggers:
        return True
    if previous.definite or (previous.name and index - 1 == first):
        return _after_definite(sentence, first, index)
    return _after_indefinite(sentence, first, index, word, previous)


def _is_taken(sentence: EventSentence, index: int) -> bool:
    """Tell whether a thing behind somebody unnamed is what he takes or uses: سرق مسلح | سيارة، أطلق شرطي | النار."""
    word, person = sentence.words[index], sentence.words[index - 1]
    if word.stem == "نار" and word.definite:
        return person.stem not in _OF_FIRE
    if person.definite or word.definite or person.stem not in sentence.vocabulary.lexicon.words["somebody"]:
        return False
    things = ("vehicles", "weapons", "places", "things")
    return not is_adjective(word) and any(sentence.among(index, name) for name in things)


def _is_another(sentence: EventSentence, index: int) -> bool:
    """Tell whether the definite noun names a body or building and is no adjective: القنصلية."""
    word = sentence.words[index]
    return not word.nationality and (word.stem in _SEATS or sentence.among(index, "places"))


def _names_on(sentence: EventSentence, index: int) -> bool:
    """Tell whether a word behind a person's name may go on with it: a further part, or an adjective of one."""
    word = sentence.words[index]
    if word.folded in sentence.names or index in sentence.acting:
        return word.kind is Kind.NOUN and index in sentence.persons
    return is_adjective(word) and word.definite and not word.stem.endswith(("ين", "ون", "ات"))


def _holds_office(sentence: EventSentence, first: int, index: int) -> bool:
    """Tell whether the words before a name say who its bearer is: an office, or a definite noun with its adjective."""
    if any(word.title and not word.stem.endswith(("ون", "ين")) for word in sentence.words[first:index]):
        return True
    head, last = sentence.words[first], sentence.words[index - 1]
    body = (
        first in sentence.acting or sentence.among(first, "actors") or head.stem in sentence.vocabulary.grammar.holders
    )
    described = index - first > 1 and last.definite and (is_adjective(last) or is_quality(sentence, index - 1))
    return head.definite and not body and described and not head.stem.endswith(("ه", "ين", "ون", "ات"))


def _after_definite(sentence: EventSentence, first: int, index: int) -> bool:
    word = sentence.words[index]
    if word.definite:
        if sentence.among(index, "adjectives"):
            return True
        if word.title:
            following = sentence.at(index + 1)
            return sentence.words[first].title and following is not None and following.name
        if is_adjective(word) or is_participle(sentence, index) or (is_quality(sentence, index) and not word.triggers):
            return True
        previous = sentence.words[index - 1]
        return previous.folded in sentence.names and _in_name(sentence, first, index)
    return _in_name(sentence, first, index) and _may_be_name(sentence, index)


def _in_name(sentence: EventSentence, first: int, index: int) -> bool:
    """Tell whether a title or a given name opened the phrase, so that the next bare word can be a name."""
    given = sentence.vocabulary.grammar.given_names
    for n in range(first, index):
        one = sentence.words[n]
        holder = sentence.vocabulary.grammar.holders.get(one.stem)
        office = one.title and (holder is None or holder.kind in (LinkKind.PERSON, LinkKind.ANON))
        if one.stem in given or one.folded in given or office:
            return index - n <= 6
    return False


def _may_be_name(sentence: EventSentence, index: int) -> bool:
    word = sentence.words[index]
    if word.name or word.folded in sentence.names:
        return True
    if word.triggers or word.verb or word.dealing or word.nationality or word.gender == "f":
        return False
    if has_act_shape(sentence, index, word.stem):
        return False  # رفض الوزير | دخول المفتشين
    folded = word.folded
    if folded.endswith(("ا", "ين", "ون", "ات")) and len(folded) > 4:
        return False  # an indefinite accusative or plural opens the object
    following = sentence.at(index + 1)
    if following is not None and following.definite and following.kind is Kind.NOUN:
        return False  # a noun before its genitive: معسكر التدريب
    return folded.isalpha() and not sentence.among(index, "places") and not sentence.among(index, "things")


def _after_indefinite(sentence: EventSentence, first: int, index: int, word: Word, previous: Word) -> bool:
    before = previous.folded
    if before.endswith("ون") and len(before) > 4 and not previous.name:
        return word.folded.endswith(("ون", "ين")) and not word.definite
    if before.startswith("م") and before.endswith("ين") and len(before) > 5 and not previous.name and not word.definite:
        return word.folded.endswith(("ين", "ون"))  # مطالبين حكومة البلاد: the ن parts them
    tanwin = (
        before.endswith("ا")
        and not before.endswith(("ها", "هما"))
        and len(before) > 4
        and not previous.name
        and before not in _ACCUSATIVE_NAMES
    )
    if tanwin and not before.endswith("يا"):
        return word.folded.endswith("ا") and not word.definite and not word.triggers
    if before in _SINGLES_IN_YA and not (word.definite or is_adjective(word) or word.triggers):
        return word.stem in sentence.vocabulary.lexicon.words["qualities"]  # استهدف انتحاري نقطة تفتيش
    if word.definite:
        if previous.folded in sentence.names and not is_adjective(word):
            return _in_name(sentence, first, index) and not word.title
        return not _is_adjective_phrase(sentence, first, index)
    accusative = word.folded.endswith("ا") and not word.folded.endswith("ها") and len(word.folded) > 4 and not word.name
    if accusative and previous.kind is not Kind.NUMBER:
        return before.endswith("ا") and word.folded.endswith("يا")
    if previous.folded in sentence.names and not word.name and word.folded not in sentence.names:
        return False
    if word.name and word.stem in sentence.vocabulary.grammar.words["countries"]:
        # A country after an adjective is the next participant; after its noun it is the genitive.
        return not previous.nationality and not previous.name
    return True


def _is_adjective_phrase(sentence: EventSentence, first: int, index: int) -> bool:
    """Tell whether an indefinite adjective closed the phrase, so that a definite noun begins another."""
    previous = sentence.words[index - 1]
    return index - 1 > first and previous.nationality and not sentence.words[index - 2].definite


def _joined(sentence: EventSentence, first: int, end: int, limit: int | None) -> tuple[Phrase, ...]:
    found: list[Phrase] = []
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
        if word.preposition or not _alike(sentence, first, start):
            break
        if is_joined_adjective(sentence, start) or (start == end and is_joined_epithet(sentence, start)):
            end = start + 1
            continue
        stop = min(len(sentence), start + _MAX_WORDS, limit if limit is not None else len(sentence))
        finish = _run(sentence, start, stop)
        found.append(Phrase(start, finish, 0 if detached else 1))
        end = finish
    return tuple(found)


def _alike(sentence: EventSentence, first: int, index: int) -> bool:
    """Tell whether the phrase at `index` can share the role of the one at `first`: both name actors, or neither."""
    one, other = sentence.words[first], sentence.words[index]
    people = all(each.frame.noun in (Role.SELF, Role.DESCRIBED) for each in other.triggers)
    if other.triggers and not one.triggers and not people:
        return False  # القوات والمتظاهرين, but not القوات وقصف
    following = sentence.at(index + 1)
    if other.verb and not other.name and following and following.kind is Kind.NOUN and not other.definite:
        return False
    return one.definite == other.definite or one.name or other.name or one.kind is Kind.NUMBER
