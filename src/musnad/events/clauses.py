"""Reads the clause of a verb: its subject before or behind it, its objects, its prepositional phrases."""

from dataclasses import dataclass, field

from musnad.events.actors import features, pronoun_of
from musnad.events.describing import is_active_participle, is_adjective, is_joined_adjective, is_participle
from musnad.events.people import is_thing
from musnad.events.phrases import OFFICE, Phrase, read_pair, read_phrase
from musnad.events.preceding import REACH, RELATIVES, subject_before
from musnad.events.readings import past_time
from musnad.events.sentence import EventSentence
from musnad.events.words import Kind
from musnad.languages.events import Shape, Trigger

_AGENT_PHRASES = frozenset({"قبل", "يد", "ايدي", "جانب", "طرف", "يدي"})
_KIN = frozenset({"نجل", "ابن", "ابنه", "شقيق", "شقيقه", "زوج", "زوجه", "والد", "والده", "صهر", "حفيد", "ارمله"})
_FIXED = frozenset(
    {"ذمه", "الارجح", "الاقل", "الاغلب", "الفور", "التوالي", "الاطلاق"}
)  # على الأرجح: an adverb, no party
_MANNERS = frozenset({"كامل", "فعل", "تاكيد", "تالي", "تزامن", "اضافه", "توازي", "ذات", "مجمل", "تحديد"})  # بالكامل
# التقى الزعيم بحضور الوزير: who or what goes along with the deed, and no party of it.
_BESIDES = frozenset(
    {"بحضور", "بانتظار", "بحال", "بحجه", "بذريعه", "بهدف", "برعايه", "باشراف", "بمناسبه", "بموجب", "بسبب"}
)
_SPELLS = frozenset(
    {"غايه", "سواء", "اجل", "لاجل", "مده", "لمده", "فتره", "لفتره", "اسباب", "لاسباب", "دواعي", "لدواعي"}
)
_EVERY = frozenset({"جميع", "كل", "كافه"})
_AMONG = frozenset({"بينها", "بينهم", "بينهما", "ضمنها", "ضمنهم"})
_HOW = frozenset(
    {"بقسوه", "بشده", "بقوه", "بحده", "بوضوح", "بسرعه", "بدقه", "بحزم", "باستمرار", "بصراحه", "بعنف", "بشراسه",
     "بضراوه", "بهدوء", "بحذر", "بجديه", "بانتظام"}
)  # fmt: skip
_WAYS = frozenset({"بصوره", "بشكل", "بصفه", "بطريقه"})
_LIKE = frozenset({"غرار", "خلفيه", "هامش", "ضوء", "صعيد", "سبيل", "اساس", "اطار", "سياق", "مدار", "اعقاب"})
_DAYS = frozenset({"يوم", "ليله", "عشيه", "صبيحه"})
_OF_TIMES = frozenset({"القليله", "الطويله", "القصيره", "الاخيره", "السابقه", "القادمه", "الاولي", "الثانيه"})
_YEARS = frozenset({"عامي", "سنتي", "شهري", "يومي"})  # بين عامي 1950 و1953
_PRONOUN_HEADS = ("الي", "علي", "عن", "من", "مع", "بين", "ضد", "ل", "ب")


@dataclass(frozen=True, slots=True)
class Marked:
    """A phrase with the preposition before it; `by` marks the agent of a passive (من قبل، على يد)."""

    preposition: str
    phrase: Phrase
    by: bool = False


@dataclass(slots=True)
class Clause:
    """One verb and what stands around it, before roles are given out."""

    verb: int
    before: Phrase | None = None
    relative: bool = False
    bare: list[Phrase] = field(default_factory=list)
    marked: list[Marked] = field(default_factory=list)
    pronouns: list[tuple[str, int]] = field(default_factory=list)  # a preposition with a pronoun: إليها
    end: int = 0


def read_clause(sentence: EventSentence, verb: int) -> Clause:
    """Return the clause of the verb at token `verb`; phrases behind it end at the next verb or opener."""
    clause = Clause(verb)
    clause.relative = sentence.folded(verb - 1) in RELATIVES or (
        sentence.folded(verb - 2) in RELATIVES and sentence.folded(verb - 1) in ("قد", "لا", "لم", "كان", "كانت")
    )
    if clause.relative and _resumes(sentence, verb):
        clause.relative = False  # المناطق التي ينسحبون منها: the pronoun takes the relative's place
    else:
        clause.before = subject_before(sentence, verb, relative=clause.relative)
    read_behind(sentence, verb + 1, clause)
    return clause


def _resumes(sentence: EventSentence, verb: int) -> bool:
    marked = sentence.vocabulary.lexicon.words["marked_pronouns"]
    return any(sentence.folded(n) in marked and sentence.folded(n)[-1] in "هام" for n in (verb + 1, verb + 2))


def read_behind(sentence: EventSentence, index: int, clause: Clause) -> None:
    """Fill in the bare and marked phrases that follow from token `index` on."""
    stop = min(len(sentence), index + REACH)
    while index < stop:
        word = sentence.words[index]
        if word.kind is Kind.ADVERB:
            preposition = next((one for one in _PRONOUN_HEADS if word.folded.startswith(one)), None)
            if (
                preposition is not None
                and not word.folded.startswith("لدي")
                and word.folded in sentence.vocabulary.lexicon.words["marked_pronouns"]
            ):
                clause.pronouns.append((preposition, index))
            index += 1
            if word.folded in sentence.vocabulary.lexicon.tolls.parts:
                index = _past_phrase(sentence, index)  # بينهم قائدان: told already
        elif word.kind is Kind.DEMONSTRATIVE or (word.kind is Kind.TIME and not word.conjunction):
            index += 1 + _names_day(sentence, index)
        elif word.kind is Kind.PREPOSITION:
            if word.conjunction and sentence.folded(index + 1) in _AMONG:
                break  # ومن بينها: goes on about what the clause is about
            index = _prepositional(sentence, index, clause)
        elif word.kind in (Kind.NOUN, Kind.NUMBER):
            if word.conjunction and (word.triggers or word.verb):
                break
            index = past_time(sentence, index) or _nominal(sentence, index, clause)
        elif clause.bare and word.folded in RELATIVES and (described := _past_described(sentence, index)):
            index = described
        elif word.kind is Kind.MARK:
            further = _past_mark(sentence, index, clause)
            if further is None:
                break
            index = further
        else:
            break
    clause.end = index


def _names_day(sentence: EventSentence, index: int) -> bool:
    """Tell whether the noun behind يوم says which day: زار العاصمة يوم | العيد."""
    word, following = sentence.words[index], sentence.at(index + 1)
    if word.folded not in _DAYS or following is None or following.kind is not Kind.NOUN or not following.definite:
        return False
    party = following.title or index + 1 in sentence.acting or following.nationality
    return not (party or sentence.among(index + 1, "actors") or following.preposition or following.conjunction)


def _past_phrase(sentence: EventSentence, index: int) -> int:
    phrase = read_phrase(sentence, index)
    return index if phrase is None else max(phrase.last, index + 1)


def _nominal(sentence: EventSentence, index: int, clause: Clause) -> int:
    word = sentence.words[index]
    if is_joined_adjective(sentence, index):
        return index + 1
    if is_leftover(sentence, index):
        return index + 1
    phrase = read_phrase(sentence, index)
    if phrase is None:
        return index + 1
    if word.folded == "باسم" and (body := read_phrase(sentence, index + 1)) is not None:
        clause.marked.append(Marked("باسم", Phrase(index, body.end)))
        return body.last
    if word.definite and sentence.among(index, "called"):
        return phrase.last  # فلان، المكنى أبا فلان
    if word.folded in _BESIDES:
        return max(phrase.last, index + 1)
    if (word.preposition == "ب" and word.stem in _MANNERS) or word.stem in _SPELLS:
        return index + 1
    if _bears_office(sentence, index, clause):
        office = clause.bare[-1]
        named = sentence.persons.get(index, phrase.end)
        clause.bare[-1] = Phrase(office.first, named, office.clitic)
        return named
    if word.folded in _HOW:
        return index + 1  # انتقد بقسوة
    if word.folded in _WAYS:
        return index + 2  # بصورة أساسية
    if word.preposition:
        clause.marked.append(Marked(word.preposition, phrase))
    elif (word.conjunction and (clause.bare or clause.marked)) or _is_apposition(sentence, index, clause):
        pass
    else:
        clause.bare.append(phrase)
    return max(phrase.last, index + 1)


def _is_apposition(sentence: EventSentence, index: int, clause: Clause) -> bool:
    """Tell whether an office follows the name it is held by: مع فلان وزير الخارجية، حذر فلان نائب المدير."""
    word = sentence.words[index]
    bare = [one for one in clause.bare[-1:] if one.first in sentence.persons]
    ends = [*(one.phrase for one in clause.marked[-1:]), *bare]
    if sentence.among(index, "capitals") and "عاصمه" in (sentence.stem(index - 1), sentence.stem(index - 2)):
        return True  # العاصمة السورية دمشق
    last = next((one for one in ends if one.last == index), None)
    kin = word.stem in _KIN and not word.definite
    if last is None or not (word.title or kin) or (word.definite and last in bare):
        return False
    return any(n in sentence.persons for n in range(last.first, last.last))


def _bears_office(sentence: EventSentence, index: int, clause: Clause) -> bool:
    """Tell whether the name says who holds the office before it and its body: المتحدث باسم الوزارة | فلان الفلاني."""
    given = sentence.folded(index) in sentence.vocabulary.grammar.given_names
    if not (given or index in sentence.persons) or not clause.bare or not clause.marked:
        return False
    office, body = clause.bare[-1], clause.marked[-1]
    adjoins = body.phrase.last == index and not body.phrase.also and not office.also
    of_body = body.preposition in ("ل", "باسم") or (body.preposition == "في" and body.phrase.first in sentence.placed)
    of_body = of_body or (body.preposition == "ب" and body.phrase.first in sentence.acting)
    follows = office.end == body.phrase.first and not any(n in sentence.persons for n in range(office.first, index))
    return adjoins and of_body and follows and any(word.title for word in sentence.words[office.first : office.end])


def is_leftover(sentence: EventSentence, index: int) -> bool:
    """Tell whether a definite adjective or participle belongs to the phrase before it: القضايا ... العالقة."""
    word = sentence.words[index]
    quoted = sentence.is_quote(index - 1) and index > 1  # "العاصمة" السابقة
    if not word.definite or word.preposition or word.conjunction:
        return False
    inner = sentence.at(index - 2)
    if quoted and inner is not None and inner.kind is Kind.NOUN and not inner.definite and not word.name:
        return True  # تحت "ذريعة" الإرهاب
    if sentence.kind(index - 1) is Kind.TIME and word.folded in _OF_TIMES:
        return True  # خلال السنوات | القليلة الماضية
    if sentence.kind(index - 1) is not Kind.NOUN and not quoted:
        return False
    if word.stem.endswith("يه") and is_adjective(word) and sentence.words[index - 1].definite:
        return True
    if word.name or word.title or word.stem in sentence.vocabulary.grammar.holders or index in sentence.persons:
        return False
    qualities = sentence.vocabulary.lexicon.words["qualities"]
    if word.stem in qualities or word.stem[:-1] in qualities:
        return True
    described = is_adjective(word) or is_participle(sentence, index) or sentence.among(index, "adjectives")
    return described or is_active_participle(sentence, index)


def _prepositional(sentence: EventSentence, index: int, clause: Clause) -> int:
    preposition = sentence.stem(index)
    following = index + 1
    if sentence.folded(following) in _AGENT_PHRASES and preposition in ("من", "علي"):
        if sentence.folded(following + 1) == "واحد":
            return following + 2  # من جانب واحد: alone
        phrase = read_phrase(sentence, following + 1)
        if phrase is not None:
            last = clause.marked[-1].phrase if clause.marked else None
            # بعد تصريحات من جانب الوزير: he made the statements, and not what the verb tells.
            theirs = last is not None and last.last == index and is_thing(sentence, last.first)
            clause.marked.append(Marked(preposition, phrase, by=not theirs))
            return max(phrase.last, following + 2)
        return following + 1
    if preposition == "علي" and sentence.folded(following) in _FIXED:
        return following + 1
    if preposition == "الي" and sentence.folded(following) == "جانب":
        preposition, following = "جانب", following + 1  # beside whom, and no other party
    while sentence.kind(following) in (Kind.DEMONSTRATIVE, Kind.PREPOSITION):
        following += 1
    if sentence.kind(following) is Kind.TIME or sentence.folded(following) in _YEARS:
        following += 1
        while sentence.kind(following) in (Kind.TIME, Kind.NUMBER):
            following += 1
        return following
    phrase = (read_pair if preposition == "بين" else read_phrase)(sentence, following)
    if phrase is None:
        return following
    if sentence.folded(following) in _LIKE and preposition in ("علي", "في"):
        return max(phrase.last, following + 1)
    clause.marked.append(Marked(preposition, phrase))
    if sentence.stem(following) in ("مجموع", "اصل") and sentence.kind(phrase.last) is Kind.NUMBER:
        return _past_phrase(sentence, phrase.last)  # من مجموع | عشرة مرشحين
    return max(phrase.last, following + 1)


def _past_mark(sentence: EventSentence, index: int, clause: Clause) -> int | None:
    """Return where the clause goes on behind a mark: behind an apposition, a parenthesis or a name in quotes."""
    if sentence.folded(index) == "(":
        return next((n + 1 for n in range(index + 1, min(index + 8, len(sentence))) if sentence.folded(n) == ")"), None)
    if sentence.is_quote(index):
        if read_phrase(sentence, index) is not None:
            return _nominal_quote(sentence, index, clause)
        return None
    if not sentence.is_comma(index):
        return None
    following = sentence.at(index + 1)
    if following is None:
        return None
    if following.folded in RELATIVES and clause.bare and not following.conjunction:
        return _past_relative(sentence, index + 1)
    last = clause.bare[-1] if clause.bare else None
    if last is not None and last.last == index and any(sentence.is_comma(n) for n in range(last.first, index)):
        return None if following.conjunction else index + 1  # the comma closes the name: الرئيس، فلان، ...
    if clause.bare and sentence.kind(index - 1) in (Kind.TIME, Kind.ADVERB) and not following.conjunction:
        return index + 1  # the comma closes a parenthetical: ، الجمعة،
    if following.kind in (Kind.PREPOSITION, Kind.TIME, Kind.ADVERB) and not following.conjunction:
        return index + 1
    if following.kind is Kind.NOUN and following.preposition and not following.conjunction:
        return index + 1
    if following.kind is not Kind.NOUN or following.conjunction:
        return None
    if not clause.bare:
        return None
    if following.stem in _EVERY and clause.marked and clause.marked[-1].phrase.last == index:
        return index + 1  # حذر الوزير في العاصمة، جميع الأطراف
    somebody = sentence.among(index + 1, "private") and sentence.among(clause.bare[-1].first, "somebody")
    if somebody and not following.definite:
        return index + 1  # قتل قناص، امرأة
    if following.triggers and not following.definite and not following.title:
        return index + 1  # شنت الطائرات، غارات عنيفة
    state = sentence.vocabulary.is_state(following.folded) or sentence.vocabulary.is_state(following.stem)
    if state or index + 1 in sentence.countries:
        return index + 1  # a state behind the comma is the next participant, no apposition
    if following.title and _is_another(sentence, clause.bare[-1], index + 1):
        return index + 1  # استقبل الرئيس، المستشارة: of another gender than the one before the comma
    for closing in range(index + 2, min(len(sentence), index + 14)):
        if sentence.is_comma(closing):
            return closing + 1
        if sentence.kind(closing) in (Kind.VERB, Kind.OPENER) or sentence.is_break(closing):
            break
    return None


def _past_relative(sentence: EventSentence, index: int) -> int | None:
    """Return where the clause goes on behind a relative clause between commas: الرئيس، الذي يزور العاصمة، المتمردين."""
    for closing in range(index + 2, min(len(sentence), index + OFFICE)):
        if sentence.is_break(closing):
            return None
        if sentence.is_comma(closing):
            following = sentence.at(closing + 1)
            goes_on = following is not None and following.kind is Kind.NOUN and not following.conjunction
            return closing + 1 if goes_on else None
    return None


def _past_described(sentence: EventSentence, relative: int) -> int:
    """Return the end of a clause of a verb, its pronoun and its subject: التحالف | الذي تقوده الدولة | الحكومة."""
    verb = relative + 1
    if sentence.kind(verb) is not Kind.VERB:
        return 0
    if pronoun_of(sentence.raw(verb)) is None:
        return _past_own_object(sentence, verb)
    subject = read_phrase(sentence, verb + 1, joined=False)
    following = sentence.at(subject.end) if subject is not None else None
    plain = following is not None and following.kind is Kind.NOUN and following.definite
    goes_on = plain and following is not None and not (following.preposition or following.conjunction)
    return subject.end if subject is not None and goes_on else 0


def _past_own_object(sentence: EventSentence, verb: int) -> int:
    """Return the end of a relative clause with its own object or place: المنظمات | التي تدير المخيم | الحكومة."""
    at = verb + 1 + (sentence.kind(verb + 1) is Kind.PREPOSITION)
    taken = read_phrase(sentence, at, joined=False)
    if taken is None or pronoun_of(sentence.raw(taken.end - 1)) is not None:
        return 0
    following = sentence.at(taken.end)
    if following is None or following.kind is not Kind.NOUN or following.preposition or following.conjunction:
        return 0
    party = taken.end in sentence.acting or taken.end in sentence.countries
    return taken.end if party and not is_adjective(following) else 0


def _is_another(sentence: EventSentence, named: Phrase, index: int) -> bool:
    """Tell whether the office at `index` is of another gender than a named office-holder, and so someone else's."""
    holder = sentence.words[named.first]
    genders = {features(sentence, named)[0], features(sentence, Phrase(index, index + 1))[0]}
    return holder.title and len(genders) == 2 and "" not in genders


def _nominal_quote(sentence: EventSentence, index: int, clause: Clause) -> int:
    phrase = read_phrase(sentence, index)
    if phrase is None:
        return index + 1
    clause.bare.append(phrase)
    return phrase.last


def is_passive(sentence: EventSentence, index: int, trigger: Trigger) -> bool:
    """Tell whether the verb is surely passive: spelled so, or with a damma written on its first letter."""
    if sentence.folded(index + 2) in ("نفسه", "نفسها"):
        return False
    if trigger.shape is Shape.PASSIVE:
        return True
    raw = sentence.raw(index)
    damma = "\u064f" in raw[1 : 4 if raw[0] in "وف" else 3]
    return damma and (trigger.may_be_passive or trigger.shape is Shape.PERFECT)
