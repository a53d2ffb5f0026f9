"""Keeps the phrases a report has named so far, to find who a pronoun or an unspoken subject stands for."""

from dataclasses import dataclass, field

from musnad.events.describing import has_act_shape, is_adjective
from musnad.events.phrases import Phrase, phrase_ending, read_phrase
from musnad.events.sentence import EventSentence
from musnad.events.words import Kind
from musnad.languages.events import Role
from musnad.model import Span
from musnad.text import fold_words

_PARTS = frozenset({"عشرات", "ميات", "عدد", "بعض", "احد", "جميع", "كل", "معظم"})
_SERVICES = frozenset({"الجو", "البحريه", "الطيران", "المدفعيه", "المدرعات", "المشاه"})
_PLURAL = ("ون", "ين")
_WOMEN = frozenset({"نساء", "نسوه"})
_COUNTS = {"احد": ("m", "s"), "احدي": ("f", "s"), "عدد": ("m", "")}  # أحد السكان is one, عدد من النساء is masculine
_MEMORY = 60
_PEOPLE = (Role.SELF, Role.DESCRIBED)  # nouns that name who takes part
_OF_STATES = frozenset({"جيش", "حكومه", "قوات", "مقاتلات", "طيران", "تحالف"})


@dataclass(frozen=True, slots=True)
class Actor:
    """A phrase that was a subject or object: where it stands, its gender and number as far as its words tell."""

    spans: tuple[Span, ...]
    gender: str
    number: str
    sentence: int
    subject: bool
    person: bool = False


@dataclass(slots=True)
class Actors:
    """The actors of a report in the order they were named."""

    named: list[Actor] = field(default_factory=list)

    def add(self, sentence: EventSentence, phrase: Phrase, *, subject: bool) -> None:
        """Remember a phrase."""
        if not is_actor(sentence, phrase):
            return
        gender, number = features(sentence, phrase)
        spans = phrase.spans(sentence)
        if len(spans) > 1:
            number = "p"
        person = not sentence.persons.keys().isdisjoint(range(phrase.first, phrase.end))
        self.named.append(Actor(spans, gender, number, sentence.number, subject, person))
        del self.named[:-_MEMORY]

    def opponent(self, sentence: EventSentence, avoid: set[str], before: int) -> tuple[Span, ...]:
        """Return the armed body named last before an offset that shares no word of `avoid`."""
        armed = sentence.vocabulary.lexicon.words["armed"]
        if avoid & _OF_STATES:
            armed -= _OF_STATES  # whom an army fights without saying is a group, not the next army named
        for actor in reversed(self.named):
            if actor.spans[0].start >= before or actor.person:
                continue
            words = {word for span in actor.spans for word in fold_words(span.of(sentence.text)).split()}
            bare = {word.removeprefix("لل").removeprefix("ال") for word in words}
            if not bare.isdisjoint(armed) and bare.isdisjoint(avoid):
                return actor.spans
        return ()

    def recall(self, sentence: EventSentence, groups: list[tuple[Span, ...]]) -> None:
        """Remember the participants that the sentence's nouns brought in, behind its subjects."""
        for spans in groups:
            at = next((n for n, token in enumerate(sentence.tokens) if token.start >= spans[0].start), None)
            if at is not None and at < len(sentence):
                gender, number = features(sentence, Phrase(at, at + 1))
                self.named.append(Actor(spans, gender, "p" if len(spans) > 1 else number, sentence.number, False))

    def resolve(
        self, gender: str, number: str, *, before: int, sentence: int, avoid: frozenset[Span] = frozenset()
    ) -> tuple[Span, ...]:
        """Return the spans of the nearest earlier actor that agrees, subjects first; empty where none does.

        `before` is an offset of the text, `sentence` the number of the sentence that asks.
        """
        fits = [
            actor
            for actor in self.named
            if actor.spans[0].start < before
            and sentence - actor.sentence <= 3
            and _agree(actor, gender, number)
            and not any(one.start < span.end and span.start < one.end for one in avoid for span in actor.spans)
        ]
        for nearest in (0, 1, 3):
            near = [actor for actor in fits if sentence - actor.sentence <= nearest]
            subjects = [actor for actor in near if actor.subject]
            if subjects:
                return subjects[-1].spans
            if near and nearest:
                return near[-1].spans
        return ()


def _agree(actor: Actor, gender: str, number: str) -> bool:
    if number == "p" and actor.number == "s" and "m" in (actor.gender, gender):
        return False  # هم are no body: الشرطة, هيئة
    if number == "s" and actor.number == "p" and gender == "m":
        return False
    if number == "d" and actor.number == "s" and len(actor.spans) < 2:
        return False
    return not (gender and actor.gender and gender != actor.gender and number == "s")


def nearest_actor(sentence: EventSentence, index: int, gender: str, number: str) -> Phrase | None:
    """Return the nearest phrase before `index` in the sentence that can act and agrees with a pronoun, or None."""
    for start in range(index - 1, max(-1, index - 16), -1):
        word = sentence.words[start]
        known = word.name or word.title or word.stem in _heads(sentence) or start in sentence.acting
        known = known and not sentence.among(start, "things")
        if word.kind is not Kind.NOUN or not known or start in sentence.outlets or is_attribute(sentence, start):
            continue
        placed = sentence.folded(start - 1) in ("في", "داخل") and start in sentence.countries
        if placed and (gender or number):
            continue  # where it was, and no one who acts
        # The word may stand in the middle of its phrase (الأمم المتحدة): the phrase that ends behind it is meant.
        phrase = phrase_ending(sentence, start + 1) if word.definite or _within_name(sentence, start) else None
        phrase = read_phrase(sentence, phrase.first if phrase else start, joined=number in ("p", "d"), limit=index)
        if phrase is None or not is_actor(sentence, phrase):
            continue
        if stands_for(sentence, phrase, (gender, number)):
            return phrase
    return None


def stands_for(sentence: EventSentence, phrase: Phrase, pronoun: tuple[str, str]) -> bool:
    """Tell whether a pronoun of that gender and number can mean the phrase; things in the plural are feminine."""
    at = phrase.first
    while sentence.kind(at) is Kind.NUMBER and sentence.kind(at + 1) in (Kind.NUMBER, Kind.NOUN):
        at += 1
    listed = any(sentence.among(at, name) for name in ("vehicles", "weapons", "places", "booty"))
    if listed and (at > phrase.first or sentence.stem(at).endswith("ات") or sentence.among(at, "broken_things")):
        return pronoun == ("f", "s")
    if listed:
        return pronoun == (("f" if sentence.stem(at).endswith("ه") else "m"), "s")
    own, count = features(sentence, phrase)
    return _agree(Actor((), own, "p" if phrase.also else count, 0, False), *pronoun)


def resumes(sentence: EventSentence, phrase: Phrase, pronoun: tuple[str, str]) -> bool:
    """Tell whether the pronoun on a relative clause's verb can be the antecedent; groups in the plural are feminine."""
    several = features(sentence, phrase)[1] == "p" and not sentence.stem(phrase.first).endswith(("ون", "ين"))
    return stands_for(sentence, phrase, pronoun) or (pronoun == ("f", "s") and several)


def _within_name(sentence: EventSentence, index: int) -> bool:
    """Tell whether the word goes on with a person's name: سلمان بن | عبدالعزيز."""
    return any(first < index < end for first, end in sentence.persons.items())


def is_attribute(sentence: EventSentence, index: int) -> bool:
    """Tell whether the word is the adjective of the noun before it, though it could be a title: مؤتمر صحافي."""
    word, before = sentence.words[index], sentence.at(index - 1)
    if before is None or before.kind is not Kind.NOUN or word.preposition or word.conjunction or word.definite:
        return False
    return word.title and word.stem.endswith(("ي", "يه")) and not before.definite and not before.title


def _heads(sentence: EventSentence) -> frozenset[str]:
    return sentence.vocabulary.lexicon.words["actors"]


def is_actor(sentence: EventSentence, phrase: Phrase) -> bool:
    """Tell whether a phrase names someone who can act: a state, a body, a person, an armed group."""
    words = sentence.vocabulary.lexicon.words["actors"]
    holders = sentence.vocabulary.grammar.holders
    if sentence.kind(phrase.first) is Kind.NUMBER and any(is_actor(sentence, one) for one in phrase.also):
        return True  # نحو ألف جندي وقوات من الشرطة
    if sentence.stem(phrase.first) == "سلاح" and sentence.folded(phrase.first + 1) in _SERVICES:
        return True  # سلاح الجو
    thing = sentence.among(phrase.first, "things") and sentence.stem(phrase.first) not in _PARTS
    first, following = sentence.words[phrase.first], sentence.at(phrase.first + 1)
    arranged = first.stem == "تنظيم" and not first.definite and phrase.first not in sentence.acting
    if arranged and following is not None and following.kind is Kind.NOUN and not following.definite:
        return False  # تنظيم قمة: arranging, and no group
    head = phrase.first + (sentence.stem(phrase.first) in _PARTS)
    deeds = sentence.stem(head) == "عمليات" and not sentence.words[head].definite  # بعض عمليات: no headquarters
    if thing or deeds or sentence.among(phrase.first, "weapons"):
        return False
    if not sentence.acting.isdisjoint(range(phrase.first, min(phrase.end, phrase.first + 4))):
        return True
    if _is_good(sentence, phrase):
        return False
    reach = 5 if sentence.kind(phrase.first) is Kind.NUMBER or sentence.stem(phrase.first) in _PARTS else 3
    for word in sentence.words[phrase.first : min(phrase.end, phrase.first + reach)]:
        if word.triggers and not word.title and word.stem not in holders and word.stem not in words:
            return all(one.frame.noun in _PEOPLE for one in word.triggers)  # متظاهرين، محتجزون
        folded, stem = word.folded, word.stem
        told = word.nationality and not _is_deed_of(sentence, phrase.first)
        if word.name or word.title or told or stem in holders or folded in words or stem in words:
            return True
        if folded in sentence.names or stem in sentence.names:
            return True
        if word.kind is Kind.NOUN and stem.endswith(_PLURAL) and len(stem) > 4:
            if stem.endswith(("تين", "تان")):
                return sentence.among(phrase.first, "private")  # سيارتين، قريتين
            return not sentence.among(phrase.first, "vehicles")  # سيارتين
    return False


def _is_deed_of(sentence: EventSentence, first: int) -> bool:
    """Tell whether an act opens the phrase, so that a nationality in it tells whose: رعاية | أميركية."""
    word = sentence.words[first]
    known = word.name or word.title or word.nationality or first in sentence.acting
    return not known and (sentence.among(first, "acts") or has_act_shape(sentence, first, word.stem))


def _is_good(sentence: EventSentence, phrase: Phrase) -> bool:
    """Tell whether a word that could be a given name stands in construct and is none: حسن الجوار، كمال الأجسام."""
    first = phrase.first
    following = sentence.at(first + 1)
    if not sentence.words[first].name or following is None or first in sentence.persons or first in sentence.acting:
        return False
    given = sentence.stem(first) in sentence.vocabulary.grammar.given_names
    return given and following.kind is Kind.NOUN and following.definite and not is_adjective(following)


def features(sentence: EventSentence, phrase: Phrase) -> tuple[str, str]:
    """Return gender (m, f, or empty where unknown) and number (s, p) of a phrase by its head."""
    word = sentence.words[phrase.first]
    stem = word.stem
    grammar = sentence.vocabulary.grammar
    if word.kind is Kind.NUMBER:
        return "", "p"
    if stem in _COUNTS:
        return _COUNTS[stem]
    holder = grammar.holders.get(stem)
    if holder is not None:
        owned = stem.endswith("ه") and not word.gender and holder.gender == "f"  # شقيقه: his brother, no sister
        return "" if owned else holder.gender, holder.number or "s"
    if word.gender:
        return word.gender, "s"
    if stem.endswith(_PLURAL) and len(stem) > 4:
        return "m", "p"
    if (stem.endswith("ات") and len(stem) > 4) or stem in _WOMEN:
        return "f", "s"
    if word.name:
        return grammar.given_names.get(stem, "") or "m", "s"
    return "", ""


def pronoun_of(raw: str) -> tuple[str, str] | None:
    """Return gender and number of the pronoun that a word ends with, or None."""
    for ending, found in (
        ("هما", ("", "d")),
        ("هم", ("m", "p")),
        ("هن", ("f", "p")),
        ("ها", ("f", "s")),
        ("ھم", ("m", "p")),
        ("ھا", ("f", "s")),
        ("ه", ("m", "s")),
    ):
        if raw.endswith(ending):
            return found
    return None
