"""Finds what a reporting verb governs: a clause, a quotation, an object; and the speaker on the way there."""

from musnad.claims.adjuncts import is_plain_object, past_wish, skip_adjuncts
from musnad.claims.blaming import blame_at, is_speaking, laid_on
from musnad.claims.boundaries import grade_end
from musnad.claims.clauses import HE_IS
from musnad.claims.closings import closes_search
from musnad.claims.complement import Complement
from musnad.claims.content import quotation_at
from musnad.claims.listeners import (
    is_asked,
    is_listened_to,
    is_listener,
    is_name,
    is_office_listener,
    is_owned,
    owned_listener,
)
from musnad.claims.names_behind import with_name_behind
from musnad.claims.naming import holder_of, is_his_man, is_masdar, is_oblique, is_outlet_head, outlet_at
from musnad.claims.objects import HOLDING, divide_subject, has_pronoun_subject, names_things
from musnad.claims.openings import is_glued, is_possessed, is_temporal, opening_at, past_described
from musnad.claims.passed_on import (
    answered_end,
    carrier_at,
    origins_behind,
    publisher_at,
    relied_on_at,
    through_at,
)
from musnad.claims.phrases import Phrase, read_phrase
from musnad.claims.told_to import read_interview, read_told_to, received_at
from musnad.claims.view import SentenceView
from musnad.languages.grammar import Cue
from musnad.model import LinkKind, Stance

# لفت فلان الانتباه إلى: what he draws is no part of what he says.
_ATTENTION = frozenset(
    {"انتباهي", "انتباهنا", "نظري", "الانتباه", "النظر", "الانظار", "انتباه", "انظار", "النقاب", "اللثام", "الستار"}
)
# واصفا إياه بأنه: whom he speaks of is no part of what he says.
_WHOM = frozenset({"اياه", "اياها", "اياهم", "اياهما"})
_AHEAD = 12
_ASKED_OF = frozenset({"طلب", "توقع", "انتظر"})
SO = frozenset({"ذلك", "بذلك"})
"""Pronouns for what was told before."""
_TELLING = frozenset({"ابلغ", "اخبر"})
# What these pronouns stand for came before; the speaker comes after them.
_TAKEN_UP = frozenset({"به", "بها", "فيه", "فيها", "خلاله", "خلالها", "عليه", "عليها", "عنه", "عنها"})


def find_complement(
    view: SentenceView, index: int, cue: Cue, *, negated: bool = False, bare: bool = False
) -> Complement | None:
    """Return what the cue at `index` governs, with the subject and the outlet spoken to on the way there.

    `bare` looks for no subject (participles). A negated cue takes any object.
    """
    wish = past_wish(view, index + 1)
    if wish > index + 1:
        return _behind_wish(view, index, wish, cue)
    at = index + 1
    if view.word(at) in view.grammar.words["doubling"] or view.word(at) in _ATTENTION:
        at += 1
    if view.word(at) in _WHOM and "accuse" not in cue.takes:
        at += 1
    if (
        view.word(at) in {"فيه", "فيها", "خلاله", "خلالها", "عنه", "بانه"}
        and not view.raw(at).endswith("ة")  # رأت فئة من السكان
        and view.word(at) not in view.grammar.words["complementisers"]
    ):
        at += 1
    said_so = None if bare or negated else _so_said(view, at, cue)
    if said_so is not None:
        return said_so
    direct = opening_at(view, at, cue, first=True, negated=negated)
    if direct and not (direct[0] == "object" and "evidence" in cue.takes and _shows_clause(view, at, cue)):
        kind, start, cue_end = direct
        skipped = view.word(at - 1) in {"فيه", "فيها", "خلاله", "خلالها", "عنه"} | _WHOM
        return Complement(kind, start, cue_end if cue_end > at and not skipped else at - skipped)
    found = Complement("", at, at)
    if view.word(at - 1) in {"فيه", "فيها"} and _is_resumed(view, at, cue):
        return Complement("object", at, at - 1)
    if "accuse" in cue.takes:
        return laid_on(view, at, cue) if cue.lemma == "القي" else blame_at(view, at)
    if cue.object_suffix and cue.lemma in HOLDING:
        return _held_to_be(view, at, cue)
    if bare:
        return _scan(view, at, cue, found, reach=7)
    found.told_to = read_interview(view, at)
    at = skip_adjuncts(view, found.told_to.end if found.told_to else at)
    at += _parts_from_name(view, at, cue)
    direct = opening_at(view, at, cue, first=False, negated=negated)
    deed = direct is not None and direct[0] == "object" and at > index + 1 and is_masdar(view, at)
    if direct and (direct[0] != "object" or (deed and view.has_conjunction(index) is False)):
        # أعلن الثلاثاء انسحاب الفريق: a deed after a word of time is what is announced.
        found.kind, found.start = direct[0], direct[1]
        return found
    at = _pass_speaker(view, index, at, cue, found)
    return _scan(view, at, cue, found, reach=34, negated=negated)


def _parts_from_name(view: SentenceView, at: int, cue: Cue) -> bool:
    """قال، سامي كامل، المتحدث باسم البلدية إن: tell whether a comma alone parts the verb from its speaker's name."""
    named = view.is_comma(at) and (view.is_given(at + 1) or view.word(at + 1) in view.grammar.words["titles"])
    phrase = read_phrase(view, at + 1, cue) if named and "clause" in cue.takes else None
    if phrase is None or not any(view.is_given(n) for n in range(phrase.first, phrase.end)):
        return False
    opens = view.grammar.words["complementisers"]
    return view.is_comma(phrase.end - 1) or view.is_comma(phrase.end) or view.word(phrase.end) in opens


def _behind_wish(view: SentenceView, index: int, at: int, cue: Cue) -> Complement | None:
    """مؤكدا - حفظه الله - أن: what opens behind a pious wish, which parts the cue from its preposition."""
    opening = opening_at(view, at, cue, first=True)
    return Complement(opening[0], at, index + 1) if opening is not None else None


def _shows_clause(view: SentenceView, at: int, cue: Cue) -> bool:
    """أظهرت مراقبة المباني أن: before a clause the noun behind the verb is what shows it."""
    if view.raw(at).endswith("ة") != (cue.gender == "f"):
        return False
    for index in range(at + 1, min(len(view), at + _AHEAD)):
        if view.word(index) in view.grammar.words["complementisers"]:
            return not is_temporal(view, index, cue)
        if view.is_mark(index) or view.cues_at(index) or view.within(index, "relatives"):
            return False
    return False


def _so_said(view: SentenceView, at: int, cue: Cue) -> Complement | None:
    """أوضح ذلك مدير البلدية، صرح بذلك المتحدث: the pronoun stands for what was told before."""
    if view.word(at) not in SO or "clause" not in cue.takes or cue.stance is not Stance.ASSERTS:
        return None
    subject = _named_subject(view, at + 1, cue)
    return Complement("object", at, at, subject) if subject is not None else None


def _pass_speaker(view: SentenceView, index: int, at: int, cue: Cue, found: Complement) -> int:
    """Note the speaker and the outlet spoken to that follow the verb; return the token after them."""
    resumed = view.word(at) in _TAKEN_UP
    at += resumed  # في تصريحات أدلى بها المتحدث، الصورة علق عليها المدير
    if cue.stance is Stance.DEMANDS and (resumed or view.word(at - 1) in _TAKEN_UP):
        asked = read_phrase(view, at, cue)
        return asked.end if asked else at  # تصريحات دعا فيها السكان إلى: whom he asks
    told_to = read_told_to(view, at)
    if told_to:
        found.told_to, at = told_to, skip_adjuncts(view, told_to.end)
        at += _parts_from_name(view, at, cue)  # قال لـ«كذا»، سامي كامل مدير القسم، إن
        if cue.number in ("", "s") and view.word(at) not in view.grammar.words["complementisers"]:
            # قال لصحيفة كذا وزير الزراعة إن: the listener may come before the speaker.
            found.subject = _named_subject(view, at, cue)
            at = found.subject.end if found.subject else at
    elif view.word(at).startswith("لل") or owned_listener(view, at) or is_office_listener(view, at):
        # A subject has no preposition: للسفير، لمرافقيه say who listened.
        listener = read_phrase(view, at, cue)
        at = listener.end if listener else at + 1
    elif is_listener(view, at):
        at += 1
        if cue.number in ("", "s"):
            found.subject = _named_subject(view, at, cue)  # قال لنا | مدير الميناء: who listened comes first
            at = found.subject.end if found.subject else at
    elif cue.number in ("", "s") and not has_pronoun_subject(view, index):
        # Before its subject a verb stands in the singular: a plural form has its subject behind it.
        found.subject = read_phrase(view, at, cue)
        follows = view.word(found.subject.end) if found.subject else ""
        listened = found.subject is not None and is_listened_to(view, index, cue, found.subject)
        far = at > index + 1 and cue.gender == "m" and view.raw(at).startswith("ال") and view.raw(at).endswith("ة")
        listened = listened or is_oblique(view, at) or is_asked(view, at, cue)
        if found.subject and (
            listened or names_things(view, at, cue, found.subject.end) or (far and holder_of(view, at) is None)
        ):
            found.subject = None  # أضاف خلال الندوة الرابعة: no feminine noun away from a masculine verb
        elif found.subject and is_owned(view, at) and not _may_speak(view, at, found.subject.end, follows, cue):
            # دعا أصدقاءه: the noun with a pronoun is the object of a speaker left out.
            found.subject = None
        elif found.subject:
            found.subject = divide_subject(view, index, cue, with_name_behind(view, found.subject, cue))
            at = found.subject.end if found.subject else at
    return at


def _may_speak(view: SentenceView, at: int, end: int, follows: str, cue: Cue) -> bool:
    """أكد مديرها أن، رفض والدها الموافقة: before a clause or a deed, whom a pronoun makes hers is who speaks."""
    if follows in view.grammar.words["complementisers"]:
        return True
    deed = is_masdar(view, end, stem=follows[2:]) if follows.startswith("ال") else is_masdar(view, end)
    return is_his_man(view, at) and bool(cue.takes & {"object", "masdar"}) and deed


def _is_resumed(view: SentenceView, at: int, cue: Cue) -> bool:
    """بيان أكد فيه نجاح الخطة: the pronoun shows that the speaker came before, so the deed is the object."""
    whose = view.word(at).startswith("ال") or holder_of(view, at) is not None or is_name(view, view.word(at))
    takes = is_plain_object(view, at) and bool(cue.takes & {"object", "masdar"})
    return takes and not whose and not outlet_at(view, at)


def _named_subject(view: SentenceView, at: int, cue: Cue) -> Phrase | None:
    """Return the phrase at `at` where its first word is a known holder or name."""
    known = holder_of(view, at) is not None or view.is_given(at)
    return read_phrase(view, at, cue) if known else None


def _held_to_be(view: SentenceView, at: int, cue: Cue) -> Complement | None:
    """تعتبرها الحكومة جماعة إرهابية، ويظنونه شاعرا: behind the speaker stands what the pronoun is held to be."""
    direct = opening_at(view, at, cue, first=True)
    if direct is not None and direct[0] != "object":
        return Complement(direct[0], direct[1], direct[2])
    subject = read_phrase(view, at, cue) if is_speaking(view, at) else None
    start = skip_adjuncts(view, subject.end if subject else at)
    further = opening_at(view, start, cue, first=False)
    if further is not None:
        return Complement(further[0], further[1], at, subject)
    plain = is_plain_object(view, start) and not view.word(start).startswith("ال")
    return Complement("object", start, at, subject) if plain else None


def _scan(
    view: SentenceView, at: int, cue: Cue, found: Complement, *, reach: int, negated: bool = False
) -> Complement | None:
    limit = min(len(view), at + reach)
    settled = True
    while at < limit:
        if view.word(at) in view.grammar.words["doubling"] or view.word(at) in _ATTENTION:
            at, settled = at + 1, True
            continue
        relied = relied_on_at(view, at, limit)
        if relied is not None:
            found.relayed_from = relied
            found.origins = origins_behind(view, relied[1])
            at, settled = found.origins[-1].end if found.origins else relied[1].end, True
            continue
        if view.word(at) == "؛" and (heard := read_told_to(view, at + 1)) is not None and not found.told_to:
            found.told_to, at, settled = heard, heard.end, True  # أوضح فلان؛ لـ«كذا»، أن
            continue
        passed = (
            past_described(view, at, cue)
            or answered_end(view, at, limit)
            or grade_end(view, at)
            or _while_end(view, at, limit)
            or _pass_carrier(view, at, cue, found)
        )
        if passed is not None:
            at, settled = passed, True
            continue
        described = _past_description(view, at, limit)
        if described is not None:
            at, settled = described, True
            continue
        asked = _asked_of(view, at, cue)
        if asked is not None:
            at, settled = asked, True
            if is_plain_object(view, at):
                found.kind, found.start = "object", at
                return found
            continue
        if _shows(view, at, cue, found):
            found.kind, found.start = "object", at
            return found
        opening = opening_at(view, at, cue, first=False, settled=settled, negated=negated)
        if opening and opening[0] == "object" and _clause_ahead(view, at, cue):
            opening = None  # أكد المدير بعد اجتماع اللجنة أن: the clause, not the noun on the way, is what he said
        if opening and not (opening[0] == "object" and _charged_later(view, at, cue)):
            found.kind, found.start, _ = opening
            return found
        if closes_search(view, at) or (cue.lemma == "وصف" and view.within(at, "clause_openers")):
            return None
        settled = view.is_mark(at) or view.within(at, "time_words") or view.within(at, "saying")
        quotation = quotation_at(view, at)
        if quotation:
            at = quotation[1]
            settled = True
            continue
        skipped = skip_adjuncts(view, at)
        settled = settled or skipped > at
        at = max(skipped, at + 1)
    return None


def _past_description(view: SentenceView, at: int, limit: int) -> int | None:
    """نفت البلاد، التي تستضيف البطولة، | أي دور لها: return the token behind a relative clause that commas close."""
    if not view.is_comma(at) or not view.within(at + 1, "relatives"):
        return None
    closing = next((n for n in range(at + 2, limit) if view.is_comma(n)), None)
    opens = view.grammar.words["complementisers"]
    inside = range(at + 2, closing) if closing is not None else range(0)
    if closing is None or any(view.word(n) in opens or n in view.openings for n in inside):
        return None
    return closing + 1


def _while_end(view: SentenceView, at: int, limit: int) -> int | None:
    """قال الخطيب وهو يحث الحاضرين: «...»: return where a clause ends that tells what one did while speaking."""
    if view.word(at) not in HE_IS or view.word(at + 1)[:1] not in ("ي", "ت"):
        return None
    opens = view.grammar.words["complementisers"]
    for end in range(at + 2, min(limit, at + _AHEAD)):
        if view.word(end) == ":" or end in view.openings or view.word(end) in opens:
            return end
        if view.word(end) in {".", "؛"}:
            return None
    return None


def _pass_carrier(view: SentenceView, at: int, cue: Cue, found: Complement) -> int | None:
    """Note whom one spoke to or through whom the words came, where that opens at `at`; return the token after it."""
    told_to = None if found.told_to else _told_at(view, at, cue)
    if told_to:
        found.told_to = told_to
        return told_to.end
    received = received_at(view, at)
    if received is not None:
        found.told_to = found.told_to or received[0]
        return received[1]
    publisher = publisher_at(view, at) or carrier_at(view, at)
    if publisher:
        found.through, found.through_cue = publisher, (at, publisher.first)
        return publisher.end
    through = through_at(view, at)
    found.through = through or found.through
    return through.end if through else None


def _asked_of(view: SentenceView, at: int, cue: Cue) -> int | None:
    """طلبت الوزارة من السكان البقاء: return the token after whom one asks, or None."""
    if cue.lemma not in _ASKED_OF or view.word(at) != "من":
        return None
    asked = read_phrase(view, at + 1, cue)
    if asked is None:
        return None
    deed = next((n for n in range(at + 2, asked.end - 1) if not view.word(n).startswith("ال")), asked.end)
    whole = view.word(at + 1).startswith("ال") and view.word(deed + 1).startswith("ال") and not view.is_given(deed)
    joined = view.word(deed)[:1] in "ولب"
    if view.word(asked.end)[:1] == "و" and view.ends_with_pronoun(asked.end) and deed == asked.end:
        return asked.end + 1  # طلبت من ليلى وعائلتها | مغادرة المكان
    return deed if whole and not joined and view.tokens[deed].is_word else asked.end


def _shows(view: SentenceView, at: int, cue: Cue, found: Complement) -> bool:
    """أظهرت لقطات سائقا ...، وجه فلان اللوم: evidence takes any object, a light verb its own few."""
    for takes, objects in (("light", "light_objects"), ("reveal", "revealed"), ("issue", "issued")):
        if takes in cue.takes and view.word(at) in view.grammar.words[objects]:
            return takes != "issue" or _has_matter(view, at)
    if "evidence" not in cue.takes or found.subject is None or at != found.subject.end:
        return False
    head = holder_of(view, found.subject.first)
    return head is not None and head.kind is LinkKind.DOCUMENT and is_plain_object(view, at)


def _has_matter(view: SentenceView, at: int) -> bool:
    """أصدر حكما ببراءة فلان: what is issued says what it is about, before any comma."""
    for index in range(at + 1, min(len(view), at + 4)):
        word = view.word(index)
        if not view.tokens[index].is_word:
            return False
        if word in {"بشان", "حول", "عن", "الي", "من", "بان"} or (word[0] in "بل" and len(word) > 3):
            return True
    return False


def _clause_ahead(view: SentenceView, at: int, cue: Cue) -> bool:
    """Tell whether a plain noun at `at` only leads up to the clause that the verb takes."""
    if (
        "clause" not in cue.takes
        or cue.stance in (Stance.DENIES, Stance.DECLINES)
        or is_masdar(view, at)
        or is_possessed(view, at)
        or not (view.word(at).startswith(("ال", "ب")) or holder_of(view, at))  # قال مصدر بالقرية أمس أن
    ):
        return False
    for index in range(at + 1, min(len(view), at + _AHEAD)):
        if view.word(index) in view.grammar.words["complementisers"]:
            return not is_temporal(view, index, cue) and not view.word(index).startswith("ب")
        stops = view.word(index) in {".", "؛", ":"} or view.within(index, "relatives")
        if stops or view.finite_cue(index) is not None or view.participle_cue(index) is not None:
            return False
    return False


def _charged_later(view: SentenceView, at: int, cue: Cue) -> bool:
    """وصف فلان العميل بأنه: what is said of the object follows it, and is the content."""
    if "ب" not in cue.prepositions:
        return False
    return any(is_glued(view, later, cue) for later in range(at + 1, min(len(view), at + 12)))


def _told_at(view: SentenceView, at: int, cue: Cue) -> Phrase | None:
    """Return the outlet spoken to inside the clause; عبر قناة is the way of a relay, not an occasion."""
    told_to = read_told_to(view, at) or _told_directly(view, at, cue)
    return told_to or (None if view.bare(at) == "عبر" else read_interview(view, at))


def _told_directly(view: SentenceView, at: int, cue: Cue) -> Phrase | None:
    """أبلغ مصدر رويترز أن: the outlet is the verb's object."""
    if cue.lemma not in _TELLING:
        return None
    named = outlet_at(view, at)
    if named:
        return Phrase(at, at + named[0])
    return Phrase(at, at + 1) if view.word(at).startswith("ال") and is_outlet_head(view, at) else None
