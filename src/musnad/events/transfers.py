"""Finds arms transfers: a word of dealing, a weapon, and the parties around them."""

from musnad.events.actors import Actors, is_actor, nearest_actor, pronoun_of
from musnad.events.clauses import Clause, read_behind, read_clause
from musnad.events.deals import Parties, join_by_item, put_party
from musnad.events.governors import governing
from musnad.events.items import DOUBLE_OBJECT, carries_pronoun, is_receiver, item_of, weapon_in
from musnad.events.owners import owner_of
from musnad.events.partners import (
    is_craft,
    maker_of,
    marked_behind,
    move_craft,
    nationality_of,
    nearest_power,
    partners_before,
)
from musnad.events.phrases import Phrase, phrase_ending, read_phrase
from musnad.events.seizures import is_stopped_smuggling, read_stopped
from musnad.events.sentence import EventSentence
from musnad.events.stages import OFFERING, stage_of
from musnad.events.triggers import Found
from musnad.events.words import Kind
from musnad.languages.events import Dealing
from musnad.model import EventStatus, Span, TransferStage

# Further than this behind word and item a preposition marks whoever another deed is for.
_PARTY_REACH = 10
_SHOTS = frozenset({"رصاص", "رصاصه", "رصاصات", "رصاصتين", "طلقات", "طلقه"})  # تلقى رصاصات: shot, not supplied
_DEALS = frozenset({"صفقه", "عقد", "شحنه", "صادرات", "مبيعات"})
_OPENING = _DEALS | {"قدم"}  # تقديم موعد التسليم
_PREVENTION = frozenset({"حظر", "منع", "ايقاف", "مكافحه", "وقف", "احباط", "دون", "حيلوله", "لمنع"})
# What is said of deals in general: إيرادات بيع السلاح tells of none.
_TOPICS = frozenset({"ايرادات", "عايدات", "عوايد", "ارباح", "قانون", "قوانين", "تجاره", "سوق", "ضوابط", "معايير"})
_ARRIVE = "وصل"
_ON_THEIR_OWN = frozenset(
    {"طايره", "طايرات", "مقاتله", "مقاتلات", "مروحيه", "مروحيات", "دبابه", "دبابات", "مدرعه", "مدرعات", "غواصه",
     "غواصات", "فرقاطه", "بارجه", "بوارج", "زورق", "زوارق", "قاذفات", "اليات", "صاروخ", "قذيفه", "مسيره", "رصاص"}
)  # fmt: skip
_SHOT = frozenset({"صواريخ", "قذايف"})
_SECRETLY = frozenset({"سرا", "سريه", "خفيه", "السريه"})


def find_transfers(
    sentence: EventSentence, clauses: dict[int, Clause], actors: Actors, statuses: dict[int, EventStatus]
) -> list[Parties]:
    """Return the transfers that the sentence tells of; `statuses` are those of the events by trigger token."""
    found: list[Parties] = []
    for index, word in enumerate(sentence.words):
        if word.dealing is None:
            continue
        stopped = is_stopped_smuggling(sentence, index, word.dealing)
        if not stopped and any(sentence.stem(n) in _PREVENTION for n in (index - 1, index - 2)):
            continue
        if sentence.stem(index - 1) in _TOPICS:
            continue  # إيرادات بيع الأسلحة، قانون تصدير السلاح
        banned = sentence.folded(index - 1) == "علي" and any(
            sentence.stem(n) == "حظر" for n in range(max(0, index - 7), index - 1)
        )
        if banned:
            continue  # حظر فرضه المجلس على إرسال الأسلحة
        if word.dealing.lemma in _OPENING and _deal_follows(sentence, index):
            continue
        if any(sentence.stem(n) == "ضوء" for n in range(index + 1, index + 4)):
            continue  # أعطت الضوء الأخضر لبيع: the deal is the sale
        read = _read_smuggled if stopped else _read
        one = read(sentence, index, word.dealing, clauses, actors)
        if one is None:
            continue
        stage = stage_of(sentence, index, word.dealing, statuses.get(index))
        one.stage = TransferStage.INTERCEPTED if stopped else stage
        if word.dealing.lemma == _ARRIVE and not _is_handed_over(sentence, one):
            continue
        at = next(n for n, token in enumerate(sentence.tokens) if token.end > one.item.start)
        item = read_phrase(sentence, at, joined=False)
        if item is None or read_stopped(sentence, one, item):
            found.append(one)
    return join_by_item(found)


def _is_handed_over(sentence: EventSentence, parties: Parties) -> bool:
    """Tell whether arms that arrive came to somebody as his: no aircraft to a base, no missile to a state."""
    heads = [n for n, token in enumerate(sentence.tokens) if parties.item.start <= token.start < parties.item.end]
    if parties.recipient is None or any(sentence.stem(n) in _ON_THEIR_OWN for n in heads[:1]):
        return False
    to = next((n for n, token in enumerate(sentence.tokens) if token.end > parties.recipient.start), 0)
    shot = any(sentence.stem(n) in _SHOT for n in heads[:1])
    return not (shot and to in sentence.countries)


def _read_smuggled(
    sentence: EventSentence, index: int, dealing: Dealing, clauses: dict[int, Clause], actors: Actors
) -> Parties | None:
    """Return the arms whose smuggling was foiled: who foiled it is no party, and often nobody else is named."""
    clause = Clause(index)
    read_behind(sentence, index + 1, clause)
    item = item_of(sentence, index, clause, dealing)
    if item is None:
        return None
    parties = Parties(sentence, index, dealing, item.span(sentence), covert=True)
    for one in (*clause.marked, *marked_behind(sentence, item).marked):
        if one.phrase.first <= max(index, item.end) + _PARTY_REACH:
            _by_mark(sentence, dealing, one.preposition, one.phrase, item, parties)
    _supplier_by_item(sentence, item, parties)
    return parties


def _deal_follows(sentence: EventSentence, index: int) -> bool:
    """Tell whether the deal's own word follows: صفقة لبيع، اتفاق توريد، شحنة ... أرسلت."""
    return any((word := sentence.at(n)) is not None and word.dealing is not None for n in range(index + 1, index + 6))


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
    item = item_of(sentence, index, clause, dealing)
    if (
        item is None
        or sentence.stem(item.first) in _SHOTS
        or _is_the_bomb(sentence, item)
        or (dealing.subject == "none" and not -6 < item.first - index < 6)
    ):
        return None  # what is seized stands beside the word; an objection (اعتراض على) is none
    covert = dealing.covert or any(sentence.folded(n) in _SECRETLY for n in range(index - 3, index + 6))
    parties = Parties(sentence, index, dealing, item.span(sentence), covert=covert)
    if verbal:
        _verb_parties(sentence, clause, dealing, item, parties, actors)
    else:
        _supplier_by_item(sentence, item, parties)
        _beside_item(sentence, clause, dealing, item, parties)
        _noun_parties(sentence, clause, item, parties, clauses)
    first_marked = min((one.phrase.first for one in clause.marked), default=len(sentence))
    if any(index < at < first_marked for _, at in clause.pronouns):
        _by_pronoun(sentence, index, clause, dealing, parties, actors)
    near = max(index, item.end) + _PARTY_REACH
    for one in clause.marked:
        if one.phrase.first <= near:
            _by_mark(sentence, dealing, one.preposition, one.phrase, item, parties)
    for one in marked_behind(sentence, item).marked if item.first > index else ():
        _by_mark(sentence, dealing, one.preposition, one.phrase, item, parties)
    _by_pronoun(sentence, index, clause, dealing, parties, actors)
    _supplier_by_item(sentence, item, parties)
    led = sentence.words[index].preposition == "ل" or sentence.folded(index - 1) == "علي"
    if parties.supplier is None and dealing.subject == "supplier" and led and not verbal:
        # محاولاتها لتحويل أسلحة، موافقته على بيع أسلحة
        attempt = phrase_ending(sentence, index - (sentence.folded(index - 1) == "علي"))
        for owner in owner_of(sentence, attempt, actors)[:1] if attempt is not None else ():
            put_party(parties, "supplier", owner)
    if not (verbal and _is_passive(sentence, clause, dealing, item)):
        _complete(sentence, index, parties)
    return parties


def _is_the_bomb(sentence: EventSentence, item: Phrase) -> bool:
    """Tell whether the item is the nuclear weapon that a state may reach for, and nobody deals in."""
    words = {sentence.stem(n).rstrip("ها") for n in range(item.first, min(len(sentence), item.end + 1))}
    return "يورانيوم" in words or ("نووي" in words and bool(words & {"سلاح", "اسلح", "قنبل", "قنابل"}))


def _beside_item(sentence: EventSentence, clause: Clause, dealing: Dealing, item: Phrase, parties: Parties) -> None:
    """Read the party that a preposition marks right behind the item: شحنات الأسلحة من الدولة إلى الحركة."""
    for one in clause.marked:
        if item.end <= one.phrase.first <= item.end + 2 and dealing.marks.get(one.preposition) == "supplier":
            _by_mark(sentence, dealing, one.preposition, one.phrase, item, parties)


def _by_pronoun(
    sentence: EventSentence, index: int, clause: Clause, dealing: Dealing, parties: Parties, actors: Actors
) -> None:
    """Resolve the party that a pronoun stands for: تهريب السلاح إليها، تزويدها بالصواريخ."""
    if sentence.words[index].conjunction and carries_pronoun(sentence, index) and dealing.lemma in DOUBLE_OBJECT:
        doer, receiver = partners_before(sentence, index)
        for party, phrase in (("recipient", receiver), ("supplier", doer)):
            if phrase is not None and receiver is not None:
                put_party(parties, party, phrase.span(sentence))
    avoid = frozenset(span for span in (parties.supplier, parties.recipient) if span is not None)
    asked = [(dealing.marks.get(preposition), at) for preposition, at in clause.pronouns]
    if dealing.lemma in DOUBLE_OBJECT and carries_pronoun(sentence, index):
        asked.append(("recipient", index))
    for role, at in asked:
        pronoun = pronoun_of(sentence.raw(at))
        if role not in ("supplier", "recipient") or pronoun is None or getattr(parties, role) is not None:
            continue
        near = nearest_actor(sentence, index, *pronoun)
        spans = near.spans(sentence) if near is not None else ()
        if not spans or any(_is_same_state(sentence, spans[0], one) for one in avoid):
            offset = sentence.tokens[index].start
            spans = actors.resolve(*pronoun, before=offset, sentence=sentence.number, avoid=avoid)
        if spans:
            setattr(parties, role, spans[0])


def _is_same_state(sentence: EventSentence, span: Span, other: Span) -> bool:
    """Tell whether both phrases are one, or begin with names of one state: طهران، إيران."""
    if span == other:
        return True
    codes = [
        sentence.countries.get(n)
        for one in (span, other)
        for n, token in enumerate(sentence.tokens)
        if token.start <= one.start < token.end
    ]
    return len(codes) == 2 and codes[0] is not None and codes[0] == codes[1]


def _complete(sentence: EventSentence, index: int, parties: Parties) -> None:
    """Fill a missing party with the actor named last before the word, if the other party is told."""
    if parties.dealing.subject not in ("supplier", "recipient") or parties.pair is not None:
        return
    beside = sentence.at(index + 1)
    if sentence.kind(index) is Kind.NOUN and beside is not None and beside.definite and not beside.preposition:
        phrase = read_phrase(sentence, index + 1, joined=False)
        if phrase is not None and not is_receiver(sentence, phrase) and not weapon_in(sentence, phrase):
            return  # شراء الأفراد أسلحة: who buys is told, and is no party of ours
    role = parties.dealing.subject
    if role == "recipient" and parties.supplier is None:
        # محادثات مع الدولة لشراء الصواريخ: whoever is named beside the buyer may be the seller.
        seller = nearest_power(sentence, index, parties.recipient)
        if seller is not None and parties.recipient is not None:
            parties.guesses["supplier"] = seller.span(sentence)
    if getattr(parties, role) is not None:
        return
    other = parties.recipient if role == "supplier" else parties.supplier
    near = nearest_power(sentence, index, other)
    if near is not None and not (
        _is_group(sentence, near.first) and other is not None and _is_group_at(sentence, other)
    ):
        parties.guesses[role] = near.span(sentence)


def _is_group(sentence: EventSentence, index: int) -> bool:
    """Tell whether an armed group and no state stands at the token; no group is guessed to arm another."""
    return sentence.among(index, "armed") and index not in sentence.countries


def _is_group_at(sentence: EventSentence, span: Span) -> bool:
    return any(
        _is_group(sentence, n) for n, token in enumerate(sentence.tokens) if token.start <= span.start < token.end
    )


# -- the parties ---------------------------------------------------------------------------------


def _verb_parties(
    sentence: EventSentence, clause: Clause, dealing: Dealing, item: Phrase, parties: Parties, actors: Actors
) -> None:
    others = [phrase for phrase in clause.bare if not _same(phrase, item) and is_receiver(sentence, phrase)]
    before = clause.before if clause.before is not None and not _same(clause.before, item) else None
    if others and carries_pronoun(sentence, clause.verb):
        before = None  # أسلحة هربتها الدولة: the subject stands behind the verb
    subject = before if before is not None and is_actor(sentence, before) and not clause.relative else None
    if dealing.subject == "via":
        craft = before or (clause.bare[0] if clause.bare else None) or phrase_ending(sentence, clause.verb)
        if craft is not None and is_craft(sentence, craft):
            put_party(parties, "via", craft.span(sentence))
            if (nation := nationality_of(sentence, craft)) is not None:
                parties.guesses["supplier"] = nation
        return
    if subject is None and others:
        subject = others.pop(0)
    elif clause.relative and before is not None and not others:
        subject = before
    if subject is not None:
        put_party(parties, dealing.subject, subject.span(sentence))
        move_craft(sentence, parties, subject)
    elif _is_passive(sentence, clause, dealing, item):
        return
    elif dealing.subject in ("supplier", "recipient"):
        word = sentence.words[clause.verb]
        verb = word.verb or None
        if verb is not None and not item.first < clause.verb:
            start = sentence.tokens[clause.verb].start
            near = nearest_power(sentence, clause.verb, None, verb.gender)
            known = near.spans(sentence) if near is not None else ()
            known = known or actors.resolve(verb.gender, verb.number, before=start, sentence=sentence.number)
            if known:
                put_party(parties, dealing.subject, known[0])
    if others and dealing.marks.get("object") == "recipient":
        put_party(parties, "recipient", others[0].span(sentence))
    elif others and dealing.subject == "supplier":
        put_party(parties, "recipient", others[0].span(sentence))  # باعت الدولة جارتها صواريخ


def _is_passive(sentence: EventSentence, clause: Clause, dealing: Dealing, item: Phrase) -> bool:
    """Tell whether the arms are the subject of the verb that moves them: أسلحة أرسلت إلى الجبهة."""
    behind = item.first < clause.verb and not carries_pronoun(sentence, clause.verb)
    return behind and dealing.subject == "supplier" and sentence.kind(clause.verb) is Kind.VERB


def _noun_parties(
    sentence: EventSentence, clause: Clause, item: Phrase, parties: Parties, clauses: dict[int, Clause]
) -> None:
    index, dealing = parties.at, parties.dealing
    bare = [phrase for phrase in clause.bare if not _same(phrase, item) and is_receiver(sentence, phrase)]
    if bare and bare[0].first == index + 1:
        marked = any(
            dealing.marks.get(one.preposition) == "recipient" and is_actor(sentence, one.phrase)
            for one in clause.marked
        )
        role = "recipient" if dealing.lemma in DOUBLE_OBJECT and not marked and len(bare) < 2 else dealing.subject
        put_party(parties, role, bare[0].span(sentence))
        if len(bare) > 1 and role == dealing.subject:
            put_party(parties, "recipient" if role == "supplier" else "supplier", bare[1].span(sentence))
    if carries_pronoun(sentence, index) and dealing.lemma not in DOUBLE_OBJECT:
        pronoun = pronoun_of(sentence.raw(index))
        near = nearest_power(sentence, index, None, "f") if pronoun == ("f", "s") else None
        near = near or (nearest_actor(sentence, index, *pronoun) if pronoun is not None else None)
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
    if verb.stem in OFFERING:  # عرضت الدولة على جارتها بيع دبابات
        for one in governor.marked:
            if one.preposition == "علي" and is_actor(sentence, one.phrase):
                put_party(
                    parties, "recipient" if dealing.subject == "supplier" else "supplier", one.phrase.span(sentence)
                )
    if subject is None or not doing or subject.first == index:
        return
    move = [one for one in (subject, *subject.also) if is_actor(sentence, one)]
    if len(move) == 2 and parties.supplier is None and parties.recipient is None:
        parties.pair = (move[0].span(sentence), move[1].span(sentence))  # وقعت الدولتان: either may be the seller
    else:
        put_party(parties, dealing.subject, subject.span(sentence))
        move_craft(sentence, parties, subject)


def _verb_before(sentence: EventSentence, index: int, clauses: dict[int, Clause]) -> Clause | None:
    for verb in range(index - 1, max(-1, index - 12), -1):
        if verb in clauses:
            return clauses[verb] if index < max(clauses[verb].end, verb + 2) else None
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
    elif is_actor(sentence, phrase) or (role == "recipient" and is_receiver(sentence, phrase)):
        if preposition == "بين" and phrase.also:
            parties.pair = (phrase.span(sentence), phrase.also[0].span(sentence))  # either may be the seller
            return
        put_party(parties, role, phrase.span(sentence))


def _supplier_by_item(sentence: EventSentence, item: Phrase, parties: Parties) -> None:
    """Take the nationality or the maker of the weapons as their supplier where none is named: الأسلحة الإيرانية."""
    if parties.supplier is None and (nation := nationality_of(sentence, item)) is not None:
        put_party(parties, "supplier", nation)
    if parties.supplier is None and (maker := maker_of(sentence, item)) is not None:
        parties.guesses["supplier"] = maker


def _same(phrase: Phrase, item: Phrase) -> bool:
    return phrase.first < item.end and item.first < phrase.last
