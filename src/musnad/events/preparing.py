"""Prepares the sentences of an article for the events step: word classes, mentions by token, names."""

from collections.abc import Sequence
from dataclasses import replace

from musnad.events.counting import joined_number
from musnad.events.describing import is_adjective
from musnad.events.sentence import EventSentence
from musnad.events.words import Kind, Vocabulary, Word, as_noun
from musnad.languages.events import Role, Shape
from musnad.model import Article, EventType, Mention, MentionKind
from musnad.text import split_sentences

_ACTING = frozenset(
    {
        MentionKind.PERSON,
        MentionKind.ORGANISATION,
        MentionKind.ARMED_GROUP,
        MentionKind.GOVERNMENT_BODY,
        MentionKind.COUNTRY,
    }
)
_NAMED = _ACTING | {MentionKind.FACILITY, MentionKind.PLACE}
# Members of an enumeration are looked up slowly, and these are asked for at each mention.
_FIRST = frozenset({"بأول", "لأول", "بأولى", "لأولى"})  # with its hamza, no باول
_MONTHS = frozenset({"رمضان", "شعبان", "رجب", "شوال", "صفر"})
_STARTING = frozenset({"بدء", "استمرار", "قرار", "اسلوب", "تخطيط", "تنفيذ"})
_PERSON, _TITLE, _OUTLET = MentionKind.PERSON, MentionKind.TITLE, MentionKind.OUTLET
_LISTED = (MentionKind.PERSON, MentionKind.COUNTRY)
_PLACED = (MentionKind.PLACE, MentionKind.FACILITY)
_WHOLE = frozenset({MentionKind.ORGANISATION, MentionKind.ARMED_GROUP, MentionKind.GOVERNMENT_BODY, MentionKind.PERSON})
_BODIES = frozenset({MentionKind.ORGANISATION, MentionKind.ARMED_GROUP})
_LANDS = (MentionKind.PLACE, MentionKind.COUNTRY)
_OF_COUNTRY = frozenset({MentionKind.COUNTRY, MentionKind.NATIONALITY, MentionKind.PLACE})
# A craft is a weapon only with a word of war beside it, which the word lists tell.
_WEAPONS = frozenset({MentionKind.WEAPON})


def read_sentences(article: Article, vocabulary: Vocabulary, mentions: Sequence[Mention] = ()) -> list[EventSentence]:
    """Return the article's sentences with their words looked up and the mentions laid over them."""
    found = []
    names: set[str] = set()
    for number, sentence in enumerate(split_sentences(article.text)[0]):
        tokens = sentence.tokens
        words = [vocabulary[token.folded] for token in tokens]
        for place, word in enumerate(words):
            if word.kind is Kind.VERB and article.text[tokens[place].end - 1] == "ة":
                words[place] = word = as_noun(word)
            if word.gender == "f" and word.folded[-1] == "ه" and article.text[tokens[place].end - 1] == "ه":
                words[place] = vocabulary.of_someone(word)
            if word.definite and not word.name and _keeps_alif(article.text[tokens[place].start : tokens[place].end]):
                whole = "ال" + word.stem
                told = vocabulary.lexicon.triggers.get(whole, ())
                deeds = tuple(one for one in told if one.shape in (Shape.NOUN, Shape.MASDAR)) or word.triggers
                words[place] = replace(word, definite=False, stem=whole, triggers=deeds)
            words[place] = _beside(words, place, article.text[tokens[place].start : tokens[place].end])
        _join_numbers(words, vocabulary)
        headline = article.has_headline and sentence.paragraph == 0
        found.append(EventSentence(article.text, sentence, words, number, headline, vocabulary, names=names))
    if len(found) == 1:
        found[0].alone = True
    _lay_over(found, mentions)
    for one in found:
        for place, word in enumerate(one.words):
            if word.nationality and (code := _state_of(word.stem, vocabulary)) is not None:
                one.countries.setdefault(place, code)
    for one in found:
        _gather_names(one, names)
    return found


def _beside(words: list[Word], place: int, raw: str) -> Word:
    """Return the word at `place` as its neighbours and its spelling `raw` tell what it is."""
    word = words[place]
    if word.preposition == "ل" and word.definite and word.stem[0] == "ل" and place + 1 < len(words):
        return _in_construct(word, words[place + 1])
    if raw in _FIRST:
        return replace(word, kind=Kind.NOUN, preposition=raw[0], stem=word.folded[1:], name=False)
    if not place:
        return word
    before = words[place - 1]
    if word.folded == "القاضي" and before.kind is Kind.NOUN and (before.definite or before.name):
        ruling = place + 1 < len(words) and words[place + 1].preposition == "ب"
        return replace(word, kind=Kind.ADVERB, title=False, triggers=()) if ruling else word  # القرار القاضي بالإخلاء
    if word.folded == "شن" and _is_launching(before, words[place + 1 : place + 2]):
        return as_noun(word)  # حذر من شن هجوم، طريقة شن الهجمات
    if word.kind is Kind.VERB and before.stem == "عدم":
        return as_noun(word)  # لعدم تمكنهم
    if word.folded in _MONTHS and before.stem in ("شهر", "عيد", "هلال"):
        return replace(word, kind=Kind.TIME, name=False)  # شهر رمضان, and nobody of that name
    if word.kind is Kind.ADVERB and before.kind is Kind.NUMBER and raw[-1] in "ا\u064b":
        return replace(word, kind=Kind.NOUN)  # 23 دبلوماسيا
    return word


def _is_launching(before: Word, following: Sequence[Word]) -> bool:
    """Tell whether شن is the noun: behind a preposition, or as the genitive of a noun before a deed."""
    if before.kind is Kind.PREPOSITION:
        return True
    bare = before.kind is Kind.NOUN and not (before.definite or before.name or before.title or before.nationality)
    deed = any(one.frame.type is EventType.ASSAULT for word in following for one in word.triggers)
    return bare and deed and (before.gender == "f" or before.stem in _STARTING)


def _in_construct(word: Word, following: Word) -> Word:
    """Return the word without its article where a genitive follows: للقاء الوزير is لقاء behind ل."""
    plain = following.kind is Kind.NOUN and not (following.preposition or following.conjunction)
    governed = following.definite or following.name or following.title
    genitive = plain and governed and not is_adjective(following)
    return replace(word, definite=False) if genitive else word


def _keeps_alif(raw: str) -> bool:
    """Tell whether hamza or madda tells the word's own first letters from the article: آليات، بألغام، وآلية."""
    bare = raw.lstrip("وفبك")
    return bare[:2].startswith(("آ", "أ", "ا\u0653", "ا\u0654")) or bare.startswith(("إل", "لإل"))


def _join_numbers(words: list[Word], vocabulary: Vocabulary) -> None:
    """Make one run of number words of what counts together: نحو 50، ما لا يقل عن 12، ثلاثة وعشرون."""
    grammar = vocabulary.lexicon.tolls
    number = Kind.NUMBER
    for place, word in enumerate(words):
        if word.kind is not number or not place:
            continue
        before = words[place - 1]
        value = grammar.numbers.get(before.stem)
        if before.kind is Kind.NUMBER and value is not None and words[place].conjunction:
            if joined_number(words[place].folded, value, grammar) is not None:
                words[place] = replace(words[place], conjunction=False)
            continue
        for phrase in (*grammar.at_least, *grammar.at_most, *grammar.about):
            first = place - len(phrase)
            if first < 0 or (words[first].stem != phrase[0] and words[first].folded != phrase[0]):
                continue
            if all(words[first + n].folded == word for n, word in enumerate(phrase[1:], start=1)):
                for at in range(first, place):
                    words[at] = replace(words[at], kind=Kind.NUMBER, triggers=(), verb=None)
                break


def _state_of(adjective: str, vocabulary: Vocabulary) -> str | None:
    demonyms = vocabulary.lexicon.demonyms
    for ending in ("", "ه", "ين", "ون", "ا", "ان", "تين"):
        if adjective.endswith(ending) and adjective.removesuffix(ending) in demonyms:
            return demonyms[adjective.removesuffix(ending)]
    return None


def _lay_over(sentences: list[EventSentence], mentions: Sequence[Mention]) -> None:
    """Tell every sentence which of its tokens a mention covers; mentions come in the order of the text."""
    starts = {token.start: (sentence, index) for sentence in sentences for index, token in enumerate(sentence.tokens)}
    for mention in mentions:
        place = None
        for offset in range(mention.span.start, max(mention.span.start - 4, -1), -1):
            place = starts.get(offset)  # a glued preposition stands before the mention in its token
            if place is not None:
                break
        if place is None:
            continue
        sentence, first = place
        raw = sentence.raw(first)
        if raw in _FIRST:
            continue  # بأول زيارة is no name
        word = sentence.words[first]
        if mention.span.start == sentence.tokens[first].start + 1 and raw[0] in "بل" and not word.preposition:
            sentence.put(first, replace(word, preposition=raw[0], kind=Kind.NOUN))
        elif mention.span.start == sentence.tokens[first].start + 1 and raw[0] == "و" and not word.conjunction:
            title = mention.kind is _TITLE  # وولي العهد
            sentence.put(first, replace(word, conjunction=True, kind=Kind.NOUN, stem=word.folded[1:], title=title))
        elif mention.kind is _PERSON and word.kind is Kind.TIME:
            sentence.put(first, replace(word, kind=Kind.NOUN))  # ماي, a surname and no month here
        elif mention.span.start == sentence.tokens[first].start and mention.kind in _NAMED and _is_cut(word):
            # A name's own first letter is no preposition and no conjunction: بلقاسم، لوران، وجيه.
            sentence.put(first, replace(word, preposition="", conjunction=False, stem=word.folded))
        end = first
        while end < len(sentence) and sentence.tokens[end].start < mention.span.end:
            end += 1
        if mention.kind in _NAMED or mention.kind is _TITLE:
            person = mention.kind is _PERSON
            ends = _ends_name if person else _is_finite
            end = next((n for n in range(first + 1, end) if ends(sentence, n)), end)
            if sentence.kind(end - 1) is Kind.OPENER and end - 1 > first:
                end -= 1  # التحالف | الذي تقوده الدولة
        _mark(sentence, first, end, mention)


def _is_cut(word: Word) -> bool:
    return bool(word.preposition or word.conjunction) and not word.definite and word.kind is Kind.NOUN


def _mark(sentence: EventSentence, first: int, end: int, mention: Mention) -> None:
    if mention.country and mention.kind in _OF_COUNTRY:
        sentence.countries.update(dict.fromkeys(range(first, end), mention.country))
    if mention.kind in _WEAPONS:
        sentence.armed.update(range(first, end))
        sentence.weapons.append((first, end))
        for index in range(first, end):
            sentence.put(index, replace(sentence.words[index], triggers=()))  # طائرة مسيرة is no march
        return
    listed = mention.entry is not None or mention.kind in _LISTED
    if not listed:
        end = min(end, first + 1)  # what only a pattern found may run on into the next phrase
    if mention.kind in _NAMED and listed:
        sentence.mentions[first] = max(end, sentence.mentions.get(first, 0))
    if mention.kind is _OUTLET:
        sentence.outlets.update(range(first, end))
    if mention.kind is _PERSON:
        sentence.persons[first] = max(end, sentence.persons.get(first, 0))
        sentence.name_ends.add(end)
        for index in range(first + 1, end):
            word = sentence.words[index]
            if word.kind is Kind.NOUN and not word.definite and (word.conjunction or word.preposition):
                # Inside a name no letter is a clitic: فلان والاس.
                sentence.put(index, replace(word, conjunction=False, preposition="", stem=word.folded))
    if mention.kind in _BODIES and sentence.text.find(" ", mention.span.start, mention.span.end) > 0:
        sentence.bodies.add(first)
    if mention.kind in _ACTING:
        sentence.acting.update(range(first, end))
    if mention.kind in _LANDS and mention.country:
        _name_place(sentence, first)
    if mention.kind in _PLACED:
        (sentence.acting if mention.country and _is_capital(sentence, first) else sentence.placed).update(
            range(first, end)
        )
    if mention.kind in _WHOLE:
        person = mention.kind is _PERSON
        titled = person or (listed and end - first > 1 and mention.kind in _BODIES)
        for index in range(first + (not titled), end):
            word = sentence.words[index]
            described = any(one.frame.noun in (Role.SELF, Role.DESCRIBED) for one in word.triggers)
            ran_on = index > first and (not word.definite or described)
            if person and word.triggers and (word.kind is Kind.VERB or ran_on):
                continue  # a name that ran on into a deed; one with the article is a surname
            if word.kind in (Kind.NOUN, Kind.VERB) and (word.triggers or word.verb or word.dealing):
                sentence.put(index, replace(word, kind=Kind.NOUN, triggers=(), verb=None, dealing=None))


def _name_place(sentence: EventSentence, first: int) -> None:
    """Read a place that is spelled as a verb as the noun it is: وأبين ولحج."""
    word = sentence.words[first]
    if word.kind is Kind.VERB or any(one.shape not in (Shape.NOUN, Shape.MASDAR) for one in word.triggers):
        sentence.put(first, replace(word, kind=Kind.NOUN, triggers=(), verb=None))


def _is_finite(sentence: EventSentence, index: int) -> bool:
    """Tell whether a listed verb stands at `index`; one that only looks like a verb may be a name (ألبرت)."""
    word = sentence.words[index]
    listed = word.verb is not None and word.verb.lemma != word.stem
    feminine = word.folded[-1] == "ت" and word.folded.startswith(("ت", "است", "ان")) and len(word.folded) > 4
    return word.kind is Kind.VERB and (bool(word.triggers) or listed or feminine)


def _ends_name(sentence: EventSentence, index: int) -> bool:
    """Tell whether a word of a mention cannot belong to a person's name: a verb, or a people (الصدر العراقيين)."""
    word = sentence.words[index]
    return _is_finite(sentence, index) or (word.nationality and word.stem.endswith(("يين", "يون")))


def _is_capital(sentence: EventSentence, index: int) -> bool:
    return sentence.among(index, "capitals")


def _gather_names(sentence: EventSentence, names: set[str]) -> None:
    """Add the words that stand behind a given name or a title and its adjective: الرئيس ... فلان الفلاني."""
    given = sentence.vocabulary.grammar.given_names
    for index, word in enumerate(sentence.words):
        if word.stem not in given or word.kind is not Kind.NOUN:
            continue
        names.add(word.stem)
        for further in sentence.words[index + 1 : index + 4]:
            if further.kind is not Kind.NOUN or further.preposition or further.conjunction or further.triggers:
                break
            if further.nationality or further.title or (is_adjective(further) and further.definite):
                break
            if (further.folded.endswith("ه") and not further.name) or further.folded[-2:] in ("ات", "ين", "ون"):
                break
            names.add(further.folded)
