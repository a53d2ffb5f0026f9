"""Finds arms transfers: a word of dealing, a weapon, and the parties around them."""

from musnad.events.actors import Actors, is_actor, nearest_actor, pronoun_of
from musnad.events.clauses import Clause, read_behind, read_clause
from musnad.events.deals import Parties, join_by_item, put_party
from musnad.events.merging import key_words
from musnad.events.nominal import governing
from musnad.events.phrases import Phrase, phrase_ending, read_phrase
from musnad.events.sentence import EventSentence
from musnad.events.triggers import Found, names_weapon
from musnad.events.words import Kind
from musnad.languages.events import Dealing
from musnad.model import EventStatus, Span, TransferStage

_ITEM_REACH = 12
_DEALS = frozenset({"صفقه", "عقد", "شحنه", "صادرات", "مبيعات"})
_PREVENTION = frozenset({"حظر", "منع", "ايقاف", "مكافحه", "وقف", "احباط", "دون", "حيلوله", "لمنع"})
_DOUBLE_OBJECT = frozenset({"باع", "زود", "سلح", "امد", "مد", "منح", "جهز"})
_PRONOUN_ENDS = ("ها", "هم", "ه", "هما")


def find_transfers(
    sentence: EventSentence, clauses: dict[int, Clause], actors: Actors, statuses: dict[int, EventStatus]
) -> list[Parties]:
    """Return the transfers that the sentence tells of; `statuses` are those of the events by trigger token."""
    found: list[Parties] = []
    for index, word in enumerate(sentence.words):
        if word.dealing is None or any(sentence.stem(n) in _PREVENTION for n in (index - 1, index - 2)):
            continue
        if word.dealing.lemma in _DEALS and _deal_follows(sentence, index):
            continue
        one = _read(sentence, index, word.dealing, clauses, actors)
        if one is not None:
            one.stage = stage_of(sentence, index, word.dealing, statuses.get(index))
            found.append(one)
    return join_by_item(found)


def _deal_follows(sentence: EventSentence, index: int) -> bool:
    """Tell whether the deal's own word follows: صفقة لبيع، اتفاق توريد، شحنة ... أرسلت."""
    return any((word := sentence.at(n)) is not None and word.dealing is not None for n in range(index + 1, index + 4))


def _read(
    sentence: EventSentence, index: int, dealing: Dealing, clauses: dict[int, Clause], actors: Actors
) -> Parties | None:
    word = sentence.words[index]
    verbal = word.kind is Kind.VERB or index in clauses
    clause = clauses.get(index) if verbal else None
    if clause is None and verbal:
        clause = read_clause(sentence, index)
    if clause is None:
        clause = Clause(index)
        read_behind(sentence, index + 1, clause)
    item = _item(sentence, index, clause, dealing)
    if item is None or (dealing.subject == "none" and not -6 < item.first - index < 4):
        return None  # what is seized stands beside the word; an objection (اعتراض على) is none
    parties = Parties(sentence, index, dealing, item.span(sentence), covert=dealing.covert)
    if verbal:
        _verb_parties(sentence, clause, dealing, item, parties, actors)
    else:
        _supplier_by_adjective(sentence, item, parties)
        _noun_parties(sentence, clause, item, parties, clauses)
    for one in clause.marked:
        _by_mark(sentence, dealing, one.preposition, one.phrase, item, parties)
    _by_pronoun(sentence, index, clause, dealing, parties, actors)
    _supplier_by_adjective(sentence, item, parties)
    _complete(sentence, index, parties, actors)
    return parties


def _by_pronoun(
    sentence: EventSentence, index: int, clause: Clause, dealing: Dealing, parties: Parties, actors: Actors
) -> None:
    """Resolve the party that a pronoun stands for: تهريب السلاح إليها، تزويدها بالصواريخ."""
    avoid = frozenset(span for span in (parties.supplier, parties.recipient) if span is not None)
    asked = [(dealing.marks.get(preposition), at) for preposition, at in clause.pronouns]
    if dealing.lemma in _DOUBLE_OBJECT and _carries_pronoun(sentence, index):
        asked.append(("recipient", index))
    for role, at in asked:
        pronoun = pronoun_of(sentence.raw(at))
        if role not in ("supplier", "recipient") or pronoun is None or getattr(parties, role) is not None:
            continue
        near = nearest_actor(sentence, index, *pronoun)
        spans = near.spans(sentence) if near is not None else ()
        if not spans or spans[0] in avoid:
            offset = sentence.tokens[index].start
            spans = actors.resolve(*pronoun, before=offset, sentence=sentence.number, avoid=avoid)
        if spans:
            setattr(parties, role, spans[0])


def _complete(sentence: EventSentence, index: int, parties: Parties, actors: Actors) -> None:
    """Fill a missing party with the actor named last before the word, if the other party is told."""
    if parties.dealing.subject not in ("supplier", "recipient"):
        return
    role = parties.dealing.subject
    if role == "recipient" and parties.supplier is None:
        # محادثات مع الدولة لشراء الصواريخ: whoever is named beside the buyer may be the seller.
        seller = _nearest_power(sentence, index, parties.recipient)
        if seller is not None and parties.recipient is not None:
            parties.guesses["supplier"] = seller.span(sentence)
    if getattr(parties, role) is not None:
        return
    other = parties.recipient if role == "supplier" else parties.supplier
    near = _nearest_power(sentence, index, other)
    spans = near.spans(sentence) if near is not None else ()
    if not spans or _alike(sentence, spans[0], other):
        offset = sentence.tokens[index].start
        avoid = frozenset({other} if other else ())
        spans = actors.resolve("", "", before=offset, sentence=sentence.number, avoid=avoid)
    if spans and not _alike(sentence, spans[0], other):
        parties.guesses[role] = spans[0]


def _nearest_power(sentence: EventSentence, index: int, other: Span | None) -> Phrase | None:
    """Return the state or the armed body named last before the word, which is not the other party."""
    for start in range(index - 1, -1, -1):
        word = sentence.words[start]
        if word.kind is not Kind.NOUN or word.nationality:
            continue
        if start in sentence.countries or sentence.among(start, "armed"):
            phrase = read_phrase(sentence, start, joined=False)
            if phrase is not None and not _alike(sentence, phrase.span(sentence), other):
                return phrase
    return None


def _alike(sentence: EventSentence, span: Span, other: Span | None) -> bool:
    return other is not None and bool(key_words(sentence.text, span) & key_words(sentence.text, other))


# -- the item ------------------------------------------------------------------------------------


def _item(sentence: EventSentence, index: int, clause: Clause, dealing: Dealing) -> Phrase | None:
    """Return the phrase that names the weapons dealt in: behind the word, or what its pronoun stands for."""
    by_mark = [one.phrase for one in clause.marked if dealing.marks.get(one.preposition) in ("item", None)]
    for phrase in (*(clause.bare if dealing.lemma != "دعم" else ()), *by_mark):
        named = _weapon_in(sentence, phrase)
        if named is not None:
            return named
    if dealing.lemma == "دعم":
        return None
    raw = sentence.raw(index)
    if clause.relative and clause.before is not None:
        named = _weapon_in(sentence, clause.before)
        if named is not None:
            return named
    if raw.endswith(_PRONOUN_ENDS) and not raw.endswith("ة"):
        before = phrase_ending(sentence, index) or clause.before
        if before is not None and (named := _weapon_in(sentence, before)) is not None:
            return named
    if clause.before is not None and (named := _weapon_in(sentence, clause.before)) is not None:
        return named
    for at in range(index + 1, min(len(sentence), index + _ITEM_REACH)):
        if sentence.kind(at) is Kind.VERB or sentence.is_break(at):
            return None
        if names_weapon(sentence, at):
            return read_phrase(sentence, at, joined=False)
    return None


def _weapon_in(sentence: EventSentence, phrase: Phrase) -> Phrase | None:
    for one in (phrase, *phrase.also):
        for index in range(one.first, min(one.end, one.first + 6)):
            if names_weapon(sentence, index):
                own = read_phrase(sentence, index, joined=False)
                return own if own is not None else one
    return None


# -- the parties ---------------------------------------------------------------------------------


def _verb_parties(
    sentence: EventSentence, clause: Clause, dealing: Dealing, item: Phrase, parties: Parties, actors: Actors
) -> None:
    others = [phrase for phrase in clause.bare if not _same(phrase, item) and is_actor(sentence, phrase)]
    before = clause.before if clause.before is not None and not _same(clause.before, item) else None
    if others and _carries_pronoun(sentence, clause.verb):
        before = None  # أسلحة هربتها الدولة: the subject stands behind the verb
    subject = before if before is not None and is_actor(sentence, before) and not clause.relative else None
    if subject is None and others:
        subject = others.pop(0)
    elif clause.relative and before is not None and not others:
        subject = before
    if subject is not None:
        put_party(parties, dealing.subject, subject.span(sentence))
    elif dealing.subject in ("supplier", "recipient"):
        word = sentence.words[clause.verb]
        verb = word.verb or None
        if verb is not None and not item.first < clause.verb:
            known = actors.resolve(
                verb.gender, verb.number, before=sentence.tokens[clause.verb].start, sentence=sentence.number
            )
            if known:
                put_party(parties, dealing.subject, known[0])
    if others and dealing.marks.get("object") == "recipient":
        put_party(parties, "recipient", others[0].span(sentence))
    elif others and dealing.subject == "supplier":
        put_party(parties, "recipient", others[0].span(sentence))  # باعت الدولة جارتها صواريخ


def _carries_pronoun(sentence: EventSentence, index: int) -> bool:
    raw = sentence.raw(index)
    return raw.endswith(_PRONOUN_ENDS) and len(raw) > 4


def _noun_parties(
    sentence: EventSentence, clause: Clause, item: Phrase, parties: Parties, clauses: dict[int, Clause]
) -> None:
    index, dealing = parties.at, parties.dealing
    bare = [phrase for phrase in clause.bare if not _same(phrase, item) and is_actor(sentence, phrase)]
    if bare and bare[0].first == index + 1 and is_actor(sentence, bare[0]):
        marked = any(
            dealing.marks.get(one.preposition) == "recipient" and is_actor(sentence, one.phrase)
            for one in clause.marked
        )
        role = "recipient" if dealing.lemma in _DOUBLE_OBJECT and not marked and len(bare) < 2 else dealing.subject
        put_party(parties, role, bare[0].span(sentence))
        if len(bare) > 1 and role == dealing.subject:
            put_party(parties, "recipient" if role == "supplier" else "supplier", bare[1].span(sentence))
    if _carries_pronoun(sentence, index) and dealing.lemma not in _DOUBLE_OBJECT:
        pronoun = pronoun_of(sentence.raw(index))
        near = nearest_actor(sentence, index, *pronoun) if pronoun is not None else None
        if near is not None and item.first > index:
            put_party(parties, dealing.subject, near.span(sentence))  # شرائها الصواريخ
    found = Found(index, index + 1, sentence.words[index].triggers[0]) if sentence.words[index].triggers else None
    governor = governing(sentence, found, clauses) if found else _verb_before(sentence, index, clauses)
    if governor is None or dealing.subject == "none":
        return
    verb = sentence.words[governor.verb]
    lemma = verb.verb.lemma if verb.verb else ""
    subject = next(
        (phrase for phrase in (governor.before, *governor.bare) if phrase is not None and is_actor(sentence, phrase)),
        None,
    )
    doing = verb.verb is not None and not any(
        cue.lemma == lemma for cue in sentence.vocabulary.grammar.cues.get(verb.stem, ())
    )
    if subject is not None and doing and subject.first != index:
        put_party(parties, dealing.subject, subject.span(sentence))


def _verb_before(sentence: EventSentence, index: int, clauses: dict[int, Clause]) -> Clause | None:
    for verb in range(index - 1, max(-1, index - 12), -1):
        if verb in clauses:
            return clauses[verb]
        if sentence.is_break(verb):
            return None
    return None


def _by_mark(
    sentence: EventSentence, dealing: Dealing, preposition: str, phrase: Phrase, item: Phrase, parties: Parties
) -> None:
    role = dealing.marks.get(preposition)
    if role is None or role == "item" or _same(phrase, item):
        return
    if role == "via":
        put_party(parties, role, phrase.span(sentence))
    elif is_actor(sentence, phrase) or (role == "recipient" and _can_receive(sentence, phrase)):
        if preposition == "بين" and phrase.also:
            put_party(parties, "supplier", phrase.span(sentence))
            put_party(parties, "recipient", phrase.also[0].span(sentence))
            return
        put_party(parties, role, phrase.span(sentence))


def _can_receive(sentence: EventSentence, phrase: Phrase) -> bool:
    """Tell whether a definite phrase can be a party though nothing tells that it names someone."""
    word = sentence.words[phrase.first]
    if word.triggers or word.dealing or word.kind is not Kind.NOUN or not word.definite:
        return False
    listed = ("places", "things", "measures", "weapons")
    return not any(sentence.among(phrase.first, name) for name in listed) and phrase.first not in sentence.placed


def _supplier_by_adjective(sentence: EventSentence, item: Phrase, parties: Parties) -> None:
    """Take the nationality of the weapons as their supplier where none is named: الأسلحة الإيرانية."""
    if parties.supplier is not None:
        return
    for index in range(item.first + 1, min(len(sentence), item.end + 1)):
        word = sentence.words[index]
        if word.nationality and not word.preposition and not word.conjunction:
            parties.supplier = sentence.span(index, index + 1)
            return


def _same(phrase: Phrase, item: Phrase) -> bool:
    return phrase.first < item.end and item.first < phrase.last


# -- the stage -----------------------------------------------------------------------------------


def stage_of(sentence: EventSentence, index: int, dealing: Dealing, status: EventStatus | None) -> TransferStage:
    """Return how far the transfer has come by the word that tells of it and its status."""
    near = {sentence.stem(n) for n in range(max(0, index - 5), index)}
    if status is EventStatus.DENIED:
        return TransferStage.DENIED
    if near & {"عرض", "عرضا", "عرضت"}:
        return TransferStage.OFFERED
    if status is EventStatus.THREATENED:
        return TransferStage.THREATENED
    if status in (EventStatus.PLANNED, EventStatus.HYPOTHETICAL) or near & _INTENT:
        return (
            TransferStage.ORDERED
            if near & {"اتفاق", "عقد", "عقدا", "وقع", "وقعت", "ابرم", "ابرمت"}
            else (TransferStage.PLANNED)
        )
    return TransferStage(dealing.stage)


_INTENT = frozenset({"مفاوضات", "محادثات", "خطه", "يسعي", "تسعي", "تبحث", "يبحث", "يعتزم", "تعتزم", "مشروع", "موعد"})
