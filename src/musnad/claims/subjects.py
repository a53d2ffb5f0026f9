"""Finds the subject of a reporting verb that has none after it: before the verb, or left out."""

from dataclasses import replace

from musnad.claims.adjuncts import skip_adjuncts
from musnad.claims.antecedents import FEMININE, antecedent_of, owner_before
from musnad.claims.denied_verbs import note_denied
from musnad.claims.drafts import DraftLink, Elision
from musnad.claims.issuers import is_in_document, issuer_before
from musnad.claims.naming import holder_of, name_length, outlet_at
from musnad.claims.nominal_clauses import nominal_subject
from musnad.claims.objects import concedes, has_pronoun_subject
from musnad.claims.passed_on import published_document
from musnad.claims.phrases import Phrase, read_phrase
from musnad.claims.recordings import document_before, recording_before
from musnad.claims.view import NUMERALS, SentenceView
from musnad.languages.grammar import Cue, Form
from musnad.model import LinkKind, Stance

_MEANT = 20
_IN_IT = frozenset({"فيه", "فيها", "خلاله", "خلالها"})
_SUSPECTS = frozenset({"رجل", "شخص", "شاب", "مواطن", "مسلح", "اشخاص", "رجال", "شخصا", "رجلا"})
_OF_HIS = frozenset({"له", "لها", "لهم"})
_OF_IT = frozenset({"انه", "انها", "انهم", "انهما"})
_CLAUSE_REACH = 24
_ADJACENT = 6
# Verbs whose suffix is what they speak of: فلان الذي وصفه بأنه.
_NAMING = frozenset({"وصف", "اعتبر", "اتهم", "نعت", "سمي", "عد"})


def look_before(view: SentenceView, index: int, link: DraftLink, kind: str) -> str | None:
    """Find the subject before a verb that has none after it; return the position's name for the rule."""
    if (denied := note_denied(view, index, link)) is not None:
        return denied
    at = _past_auxiliaries(view, index)
    if at < 0 or _goes_on(view, at + 1, index):
        return "elided"
    if has_pronoun_subject(view, index):
        # قال إنه يطالب بكذا: what he demands is part of what he says.
        link.elision = Elision.OUTER
        if concedes(view, index):
            meant = _last_holder(view, index)
            link.elision, link.antecedent = (Elision.ANTECEDENT, meant) if meant else (Elision.OUTER, None)
            return "elided"
        return "elided" if kind in {"clause", "quote", "colon"} else None
    if view.within(at, "relatives") and view.word(at - 1) == "الامر":
        return None  # الأمر الذي يشير إلى: the writer's own conclusion
    if view.within(at, "relatives"):
        _look_past_relative(view, index, at, link)
        return "relative"
    if view.word(index - 1) in view.grammar.words["naming"] and index - 1 == at:
        link.elision = Elision.OUTER
        return "named"
    preceded = _whom_it_preceded(view, index)
    if preceded is not None:
        link.source = preceded
        return "before"
    joined = view.has_conjunction(index) or view.word(index - 1) == "و"
    if joined and not (view.word(index)[0] == "ف" and view.tokens[index - 1].is_word):
        return "elided"
    issuer = issuer_before(view, index) if view.word(index + 1) in _IN_IT else None
    if issuer is not None:
        link.elision, link.antecedent = Elision.ANTECEDENT, issuer
        return "elided"
    cue = view.finite_cue(index)
    if cue is not None and _is_described(view, index, cue):
        link.elision = Elision.OUTER
        return "relative"
    phrase = subject_before(view, index)
    if phrase is None and cue is not None and cue.number == "p" and view.is_comma(index - 1):
        those = _those_before(view, index)
        if those is not None:
            link.elision, link.antecedent = Elision.ANTECEDENT, those
            return "elided"
    if phrase is not None and cue is not None and _is_held_by_nobody(view, phrase, cue):
        link.elision = Elision.NOBODY
        return "elided"
    if phrase is not None and view.word(index + 1) in _IN_IT and is_in_document(view, phrase.first):
        return "elided"  # علق بتغريدة قال فيها: in the document speaks who made it
    link.source = _stated_before(view, index, cue, phrase) or link.source
    if link.source is not None:
        return "before"
    homograph = view.word(index) in view.grammar.words["homographs"]
    # بيان أكد فيه: the pronoun in فيه shows a relative clause, whose subject is left out.
    resumed = view.word(index + 1) in {"فيه", "فيها"}
    strong = (kind in {"clause", "quote", "colon"} or resumed) and not homograph
    if strong:
        link.elision = _elided_within(view, index, cue, link.elision)
    return "elided" if strong or view.opens_clause(index) else None


def _stated_before(view: SentenceView, index: int, cue: Cue | None, phrase: Phrase | None) -> Phrase | None:
    """Return who or what is named before the verb: `phrase`, its subject, or a document or recording that tells."""
    document = document_before(view, index, cue) if cue is not None else None
    if phrase is None and cue is not None and (seen := recording_before(view, index, cue)) is not None:
        return seen
    if phrase is not None and not (document is not None and holder_of(view, phrase.first) is None):
        return phrase
    return document  # برزت تقارير تظهر أن: what stands before the document is a verb


def _past_auxiliaries(view: SentenceView, index: int) -> int:
    """Return the token before the verb and the auxiliaries and negators before it, -1 where none is."""
    at = index - 1
    while at >= 0 and (view.within(at, "auxiliaries") or view.within(at, "negators")):
        at -= 1
    return at


def _look_past_relative(view: SentenceView, index: int, at: int, link: DraftLink) -> None:
    """Note who speaks in the relative clause that opens at `at`: the noun before it, its owner, or another."""
    antecedent = antecedent_of(view, at)
    owner = owner_before(view, at) if view.word(index + 1) in {"فيه", "فيها"} else None
    if owner is not None:  # تصريحات الوزير التي قال فيها إن: whose the document is speaks in it
        link.elision, link.antecedent = Elision.ANTECEDENT, owner
    elif antecedent is not None and _can_speak(view, antecedent, view.bare(at), index):
        link.elision, link.antecedent = Elision.ANTECEDENT, antecedent
    else:
        # الخطة التي قال إنها جاهزة: the noun is spoken of; whoever spoke before speaks on.
        link.elision = Elision.OUTER


def _those_before(view: SentenceView, index: int) -> Phrase | None:
    """تحفظ عدد من أعضائه، اعتبروا أن: a plural verb right behind a comma speaks for the persons before it."""
    for first in range(index - 2, max(-1, index - _ADJACENT), -1):
        if view.within(first, "quantity_heads"):
            phrase = read_phrase(view, first, limit=index - 1)
            return phrase if phrase is not None and phrase.end == index - 1 else None
    return None


def _whom_it_preceded(view: SentenceView, index: int) -> Phrase | None:
    """سبق للوزير أن حذر، سبق لسامي كامل وأن قال: return who did so before."""
    if view.bare(index - 1) != "ان":
        return None
    for at in range(index - 2, max(-1, index - _CLAUSE_REACH // 2), -1):
        if view.bare(at) in _PRECEDED and view.word(at + 1).startswith("ل") and len(view.word(at + 1)) > _LAM:
            phrase = read_phrase(view, at + 1, limit=index - 1)
            return replace(phrase, clitic=1) if phrase is not None and phrase.end == index - 1 else None
    return None


def _goes_on(view: SentenceView, first: int, index: int) -> bool:
    """، وكانت قد وصفت: the و of an auxiliary behind a comma opens a clause whose speaker is left out."""
    joined = first < index and view.word(first)[0] == "و" and view.bare(first) != view.word(first)
    return joined and view.is_comma(first - 1) and view.within(first, "auxiliaries")


def _last_holder(view: SentenceView, index: int) -> Phrase | None:
    """Return the holder nearest before the verb whose gender the verb has: قالت كندا كذا مع أنها تعهدت."""
    cue = view.finite_cue(index)
    for first in range(index - 1, max(-1, index - _MEANT), -1):
        head = holder_of(view, first)
        if cue is None or head is None or head.gender != cue.gender or head.kind is LinkKind.DOCUMENT:
            continue
        if view.within(first, "countries") or view.within(first, "capitals"):
            return Phrase(first, first + max(1, name_length(view, first)))
        return read_phrase(view, first, limit=index)
    return None


def _is_described(view: SentenceView, index: int, cue: Cue) -> bool:
    """طرق تعذيب وصفتها بالوحشية: the noun without article right before is what the pronoun of the verb stands for."""
    word, grammar = view.word(index - 1), view.grammar
    if not cue.object_suffix or cue.lemma not in _NAMING or not view.tokens[index - 1].is_word:
        return False
    named = word in grammar.given_names or word in grammar.words["countries"] or holder_of(view, index - 1) is not None
    plain = not word.startswith("ال") and not any(
        view.within(index - 1, name) for name in ("auxiliaries", "negators", "relatives", "clause_openers", "adverbs")
    )
    return plain and not named and not view.has_conjunction(index)


def _is_held_by_nobody(view: SentenceView, phrase: Phrase, cue: Cue) -> bool:
    """طائرات يعتقد أنها: a masculine verb of belief behind a feminine noun is a passive, and the noun holds nothing."""
    believed = cue.stance in (Stance.BELIEVES, Stance.PREDICTS) and cue.form is Form.IMPERFECT
    plain = view.word(phrase.end - 1) in _SUSPECTS
    if cue.lemma == "اشتبه" and believed and plain and cue.number == "s":
        return True  # رجل يشتبه بأنه: of an unnamed man others suspect it
    head = holder_of(view, phrase.first)
    several = view.word(phrase.first) in {"اثنين", "اثنان"} or (head is not None and head.number == "p")
    feminine = several or view.raw(phrase.first).endswith(("ة", "ات"))  # اثنين من الخاطفين يعتقد أنهما
    return believed and feminine and cue.gender == "m" and cue.number == "s" and not cue.object_suffix


def _elided_within(view: SentenceView, index: int, cue: Cue | None, otherwise: Elision) -> Elision:
    """Return who is left out before a verb that hangs on a noun without the article, where it opens no clause."""
    if cue is not None and view.raw(index - 1).endswith(("ة", "ات")) and _is_impersonal(cue):
        return Elision.NOBODY  # في صفقة يتوقع أن تتم: a masculine verb of belief hangs on no feminine noun
    # حملة قالت إن هدفها الأمن: the noun is spoken of.
    return otherwise if view.opens_clause(index) else Elision.OUTER


def _is_impersonal(cue: Cue) -> bool:
    believed = cue.stance in (Stance.BELIEVES, Stance.PREDICTS) and cue.form is Form.IMPERFECT
    return believed and cue.gender == "m" and cue.number == "s" and not cue.object_suffix


_RESUMING = frozenset({"عنه", "عنها", "فيه", "فيها", "به", "بها", "اليه", "اليها", "عليه", "عليها"})
_PRECEDED = frozenset({"سبق", "يسبق"})
_LAM = 3  # letters of لها and the like, which name nobody
_WHERE = frozenset({"حيث", "فيما", "بينما", "بعدما", "عندما", "حينما"})


def _can_speak(view: SentenceView, antecedent: Phrase, relative: str, index: int) -> bool:
    """Tell whether the noun before a relative pronoun is the subject of the verb at `index`, not its object."""
    cue = view.finite_cue(index)
    if cue is None:
        return False
    head = holder_of(view, antecedent.first)
    named = outlet_at(view, antecedent.first) is not None or any(
        view.is_given(at) for at in range(antecedent.first, antecedent.end)
    )
    if cue.object_suffix and "negated" not in cue.takes and (head is None or cue.lemma in _NAMING):
        return False
    if cue.number == "s" and (cue.gender == "f") != (relative in FEMININE):
        return False
    if cue.number == "p" and relative == "الذي":
        return False  # زواج الأطفال، الذي قالوا إنه منتشر: of one thing several speak
    return head is not None or named


def speaks_before(view: SentenceView, index: int) -> bool:
    """الوزير الذي اتهم الشركة: the noun before the relative pronoun speaks, so that what follows is no speaker."""
    if not view.within(index - 1, "relatives") or view.word(index + 1) in _RESUMING:
        return False
    if _speaks_of_it(view, index):
        return False
    cue, antecedent = view.finite_cue(index), antecedent_of(view, index - 1)
    suffixed = cue is None or cue.object_suffix
    return antecedent is not None and not suffixed and _can_speak(view, antecedent, view.bare(index - 1), index)


def _speaks_of_it(view: SentenceView, index: int) -> bool:
    """الجماعة التي تقول أنقرة إنها كذا: who speaks stands behind the verb, and the pronoun is the noun before."""
    holder = holder_of(view, index + 1)
    if holder is None and not view.is_given(index + 1):
        return False
    phrase = read_phrase(view, index + 1, view.finite_cue(index))
    return phrase is not None and view.word(phrase.end) in _OF_IT


def subject_before(view: SentenceView, index: int) -> Phrase | None:
    """Return the noun phrase that opens the clause of the verb at `index` and leads up to it, or None."""
    found = published_document(view, index)
    if found is not None:
        return found
    if view.bare(index - 1) in _WHERE and holder_of(view, index + 1) is not None:
        return None  # التقى سامي ورامي حيث انتقد | المدير كذا: a clause opened right before the verb
    for start in _clause_starts(view, index):
        if found is not None and not view.is_comma(found.first - 1):
            break  # only an apposition between commas belongs to a noun before it
        begin = start
        while begin < index and (
            view.within(begin, "auxiliaries")
            or view.within(begin, "clause_openers")
            or view.is_mark(begin)
            or view.word(begin) in view.grammar.words["complementisers"]
        ):
            begin += 1
        begin = skip_adjuncts(view, begin)
        if view.is_comma(begin):
            begin += 1
        phrase = read_phrase(view, begin, limit=index)
        if phrase is None or _is_governed_by_lam(view, phrase.first):
            continue
        if _leads_to(view, phrase.end, index):
            if found is None or (phrase.first < found.first and phrase.end >= found.end and not _adds(view, phrase)):
                joined = view.word(phrase.first)[0] == "و" and view.bare(phrase.first) != view.word(phrase.first)
                found = replace(phrase, clitic=1) if joined else phrase
            continue
        beside = found is not None and view.is_comma(found.first - 1) and view.word(found.first)[0] == "و"
        if (found is None or beside) and start == 0 and view.bare(0) in {"كان", "كانت", "كانوا"} and phrase.first == 1:
            return phrase if _may_be_several(view, phrase, index) else None
    if found is not None and _is_one(view, found, index):
        return None
    return found or _subject_past_relative(view, index) or nominal_subject(view, index)


def _may_be_several(view: SentenceView, phrase: Phrase, index: int) -> bool:
    """كان الملعب قد شهد هتافات، | قالوا فيها: the noun behind كان is no subject of a verb of several, far from it."""
    cue, head = view.finite_cue(index), holder_of(view, phrase.first)
    counted = view.within(phrase.first, "quantity_heads") or view.word(phrase.first).endswith(("ون", "ات"))
    return cue is None or cue.number != "p" or counted or (head is not None and head.number == "p")


def _is_one(view: SentenceView, phrase: Phrase, index: int) -> bool:
    """الملعب شهد هتافات | قالوا فيها: a verb of several behind its subject has none that is one thing or person."""
    cue = view.finite_cue(index)
    if cue is None or cue.number != "p" or view.within(phrase.first, "quantity_heads"):
        return False
    head, words = holder_of(view, phrase.first), range(phrase.first, phrase.end)
    if any(view.word(at)[:1].isdigit() or view.word(at) in NUMERALS or view.is_comma(at) for at in words):
        return False
    joined = any(view.word(at)[:1] == "و" and view.bare(at) != view.word(at) for at in words)
    if joined or head is None:
        return not joined and view.is_given(phrase.first)
    return head.number == "s" and head.kind in (LinkKind.PERSON, LinkKind.DOCUMENT)


def _subject_past_relative(view: SentenceView, index: int) -> Phrase | None:
    """أن الوفد الذي يزور المدينة أعلن: behind a relative clause the verb is that of the noun before it."""
    cue = view.finite_cue(index)
    if cue is None or view.has_conjunction(index):
        return None
    for opening in range(index - 4, max(-2, index - _CLAUSE_REACH), -1):
        opens = opening < 0 or view.word(opening) in view.grammar.words["complementisers"]
        if not opens or (opening >= 0 and view.quote_of[opening] >= 0):
            continue
        phrase = read_phrase(view, opening + 1, limit=index)
        relative = phrase.end + view.is_comma(phrase.end) if phrase is not None else index
        if phrase is None or not view.within(relative, "relatives") or relative > index - 3:
            return None
        # التي كان الجيش أعلن: an auxiliary's subject may be another; a second verb of reporting may be the main one.
        first = relative + 1
        closed = any(view.within(first, name) for name in ("auxiliaries", "negators", "prepositions"))
        if closed or any(view.finite_cue(at) for at in range(first, index) if at > first):
            return None
        head = holder_of(view, phrase.first)
        gender = head.gender if head is not None else ""
        named = head is not None or any(view.is_given(at) for at in range(phrase.first, phrase.end))
        return phrase if named and cue.number == "s" and gender in ("", cue.gender) else None
    return None


def _adds(view: SentenceView, phrase: Phrase) -> bool:
    """Tell whether the phrase names a second holder behind a comma and و."""
    inner = range(phrase.first + 1, phrase.end)
    return any(view.is_comma(at - 1) and view.word(at)[0] == "و" and view.bare(at) != view.word(at) for at in inner)


def _is_governed_by_lam(view: SentenceView, index: int) -> bool:
    """لآخر، لوزير: what ل governs is no subject."""
    word, grammar = view.word(index), view.grammar
    known = word in grammar.words["known_lams"] or word in grammar.given_names or word in grammar.holders
    known = known or word in grammar.outlet_heads or outlet_at(view, index) is not None
    return word.startswith("ل") and len(word) > 3 and not known


def direct_subject(view: SentenceView, index: int) -> Phrase | None:
    """Return the known holder that stands right before the verb, or None: فلان أعلن ..."""
    phrase = subject_before(view, index)
    if phrase is None or any(view.is_mark(n) for n in range(phrase.end, index)):
        return None
    named = holder_of(view, phrase.first) or outlet_at(view, phrase.first)
    return phrase if named or any(view.is_given(at) for at in range(phrase.first, phrase.end)) else None


def _clause_starts(view: SentenceView, index: int) -> list[int]:
    """Return where the clause of the verb at `index` may begin, nearest first."""
    starts = []
    for at in range(index - 1, -1, -1):
        if view.quote_of[at] >= 0 and view.quote_of[at] != view.quote_of[index]:
            continue
        if (
            view.is_mark(at)
            or view.within(at, "clause_openers")
            or view.word(at) in view.grammar.words["complementisers"]
        ):
            starts.append(at)
            if len(starts) == 4:
                return starts
    return [*starts, 0]


def _leads_to(view: SentenceView, at: int, index: int) -> bool:
    """Tell whether only adjuncts and auxiliaries stand between a subject's end and its verb."""
    while at < index:
        moved = skip_adjuncts(view, at)
        if moved == at and view.word(at) in _OF_HIS:
            moved = at + 1  # حلفاء له | قالوا
        if moved == at and (view.within(at, "auxiliaries") or view.within(at, "negators") or view.is_comma(at)):
            moved = at + 1
        if moved == at:
            return False
        at = moved
    return True
