"""Reads reports that one holder passes on from another: نقلت وكالة عن مصدر قوله إن، علمت صحيفة من مصادر أن."""

from musnad.claims.adjuncts import skip_adjuncts
from musnad.claims.boundaries import grade_end
from musnad.claims.content import content_end, quoted_words
from musnad.claims.drafts import Draft, DraftLink, Elision
from musnad.claims.naming import holder_of, is_masdar
from musnad.claims.passed_documents import before_deed, carried_deed, carrier_phrase, read_plain_relay
from musnad.claims.phrases import Phrase, read_phrase
from musnad.claims.subjects import subject_before
from musnad.claims.told_to import outlet_phrase
from musnad.claims.view import SentenceView
from musnad.languages.grammar import Cue
from musnad.model import Relation, Stance

_FROM_HIM = frozenset({"اليه", "اليها", "اليهم"})
_OPENING_REACH = 18
_ORIGIN_REACH = 12
_ASCRIBED_REACH = 9
_QUOTED_NAME = 3
_LONG = 5  # words in marks that are no name
_NAMED = frozenset({"تسمه", "تسمها", "يسمه", "يسمها", "تسمهم", "يسمهم"})  # مسؤول لم تسمه
_SAYING = frozenset({"القول", "التاكيد"})
_OF_HIM = frozenset({"عنه", "عنها", "عنهم"})
_RELATED = frozenset({"قايلا", "قايله", "قايلين"})
_OCCASIONS = frozenset({"قبل", "بعد", "في", "خلال", "عقب", "اثناء", "امام", "لدي", "علي", "ردا", "حين", "عندما", "لما"})


def read_relay(view: SentenceView, index: int) -> Draft | None:
    """Return the relayed report in نقلت وكالة عن مصدر قوله إن ... at `index`, or None."""
    cue = view.finite_cue(index)
    if cue is None or "relay" not in cue.takes:
        return None
    learned = _read_learned(view, index, cue) if cue.lemma == "علم" else None
    if learned is not None:
        return learned
    if view.word(index + 1) in {"عنه", "عنها", "عنهم"}:
        carrier = read_phrase(view, index + 2) if view.masdar_cue(index + 2) is None else None
        at, about, origin = (carrier.end if carrier else index + 2), index + 1, None
    else:
        parts = _carrier_and_origin(view, index, cue)
        if parts is None:
            return read_plain_relay(view, index, cue) if cue.lemma == "نقل" else None
        carrier, about, origin, at = parts
    middle, origin, at = _pass_agency(view, origin, at)
    if origin is not None and view.raw(at) == "علي" and _speaks_next(view, at):
        origin = Phrase(origin.first, _speaks_next(view, at))  # عن حاكم المدينة قدم علي مرداني قوله: a name's علي
        at = origin.end
    opening = _relayed_opening(view, at)
    deed = carried_deed(view, at) if opening is None and origin is not None and cue.lemma == "نقل" else None
    if deed is not None:
        opening = deed, None, Stance.ASSERTS
    if opening is None:
        return _reported_happening(view, index, about, carrier)
    start, cue_range, stance = opening
    if carrier is None and not view.has_conjunction(index):
        carrier = subject_before(view, index)
    outer = DraftLink((index, index + 1), carrier, Relation.RELAYS, agreement=(cue.gender, cue.number))
    outer.elision = Elision.CARRIER
    inner = DraftLink(cue_range, origin, stance=stance, elision=Elision.MEMORY, not_outlet=True)
    links = [outer, inner] if middle is None else [outer, DraftLink(None, middle, Relation.RELAYS), inner]
    return Draft("relay", links, [(start, content_end(view, start))], cue, clause_start=index)


def _speaks_next(view: SentenceView, at: int) -> int:
    """Return the token of قوله behind a word or two of a name at `at`, or 0."""
    return next((n for n in (at + 1, at + 2, at + 3) if (cue := view.masdar_cue(n)) and cue.object_suffix), 0)


def _pass_agency(view: SentenceView, origin: Phrase | None, at: int) -> tuple[Phrase | None, Phrase | None, int]:
    """نقلت الصحيفة عن وكالة كذا | عن قائد | قوله: return (the agency between, the origin, where to look on)."""
    if origin is None or view.word(at) != "عن":
        return None, origin, at
    further = read_phrase(view, at + 1)
    return (origin, further, further.end) if further is not None else (None, origin, at)


def _carrier_and_origin(
    view: SentenceView, index: int, cue: Cue
) -> tuple[Phrase | None, int, Phrase | None, int] | None:
    """Return (carrier, where the preposition stands, origin, where to look on): نقلت | وكالة كذا | عن | مصدر | قوله."""
    about = skip_adjuncts(view, index + 1)
    carrier: Phrase | None = None
    ascribed = _ascribed(view, about) if cue.lemma == "نسب" else None
    if ascribed is not None:
        carrier = read_phrase(view, about, cue, limit=ascribed.first) if ascribed.first > about else None
        return carrier, ascribed.first, ascribed, ascribed.end
    if not _is_from(view, about, cue):
        carrier = carrier_phrase(view, about, cue)
        if carrier is None:
            return None
        about = skip_adjuncts(view, carrier.end)
        limit = min(len(view), about + _ORIGIN_REACH)
        if view.word(about) in _OF_HIM and view.word(about + 1) in _RELATED:
            return carrier, about, None, about + 1  # نقلت الإذاعة عنه قائلا
        while about < limit and not _is_from(view, about, cue):
            spoken = view.masdar_cue(about) is not None and view.ends_with_pronoun(about)
            if spoken and cue.lemma == "نقل" and view.finite_cue(about) is None:
                return carrier, about, None, about
            ends = view.word(about) in {".", ":", "؛"} or view.finite_cue(about) is not None
            if ends or view.within(about, "complementisers"):
                return None
            about += 1
        if about >= limit:
            return None
        if view.word(about) in _FROM_HIM:
            return carrier, about, None, about + 1
        if view.word(carrier.end) in {"في", "("}:
            # نقلت وكالة الأنباء في البلد الفلاني عن: the place belongs to the agency's name.
            end = carrier.end
            while end < about and not (view.is_comma(end) or view.within(end, "time_words")):
                end += 1
            carrier = Phrase(carrier.first, end)
    elif view.word(about) == "علي":
        about += 1
    if view.word(about) == "علي" and view.word(about + 1) == "لسان":
        about += 1
    origin = read_phrase(view, about + 1)
    if origin is not None and cue.lemma == "نقل":
        origin = _before_saying(view, before_deed(view, origin))
    return carrier, about, origin, origin.end if origin else about + 1


def _before_saying(view: SentenceView, origin: Phrase) -> Phrase:
    """نقلت الوكالة عن الشرطة | القول إن: the noun of saying is no part of whom it is ascribed to."""
    said = next((at for at in range(origin.first + 1, origin.end) if view.word(at) in _SAYING), None)
    return origin if said is None else Phrase(origin.first, said, clitic=origin.clitic)


def _ascribed(view: SentenceView, about: int) -> Phrase | None:
    """نسبت الوكالة | للوزير | قوله إن: return whom ل names, where his words are named right behind him."""
    for at in range(about, min(len(view), about + _ASCRIBED_REACH)):
        if view.word(at) == "الي":
            return None  # إلى الوزيرة ليلى سعيد: whom إلى names is named already
        if not view.word(at).startswith("ل") or view.is_mark(at):
            continue
        said = next((n for n in range(at + 1, at + _ASCRIBED_REACH) if view.masdar_cue(n) is not None), None)
        named = read_phrase(view, at, limit=said) if said is not None else None
        if said is not None and named is not None and named.end == said and view.ends_with_pronoun(said):
            return Phrase(at, said, clitic=1)
    return None


def _is_from(view: SentenceView, at: int, cue: Cue) -> bool:
    """Tell whether the word at `at` leads to the origin: نقل عن، نقل على لسان، نسب إلى."""
    if view.word(at) == "علي":
        return view.word(at + 1) == "لسان"
    to_him = view.word(at) in _FROM_HIM and "الي" in cue.prepositions
    return to_him or view.word(at) in (cue.prepositions or {"عن"})


def _read_learned(view: SentenceView, index: int, cue: Cue) -> Draft | None:
    """علمت «صحيفة كذا» من مصادر أن ...: the outlet, most often the page's own, and whom it learned it from."""
    outlet = outlet_phrase(view, index + 1)
    quoted = view.openings.get(index + 1)
    if outlet is None and quoted is not None:
        outlet = Phrase(index + 1, view.sentence.quotations[quoted][1] + 1)
    outlet = outlet or _in_parentheses(view, index + 1)
    if outlet is None:
        return _learned_by_nobody(view, index, cue)
    at = skip_adjuncts(view, outlet.end)
    origin = None
    if view.word(at) in {"من", "عن"}:
        origin = _with_adjective(view, read_phrase(view, at + 1))
        at = origin.end if origin else at + 1
    at = skip_adjuncts(view, at)
    while view.is_comma(at):
        at += 1
    if view.word(at) not in view.grammar.words["complementisers"]:
        return None
    links = [DraftLink((index, index + 1), outlet, own_outlet=True)]
    if origin is not None:
        links[0].relation = Relation.RELAYS
        links.append(DraftLink(None, origin))
    return Draft("learned", links, [(at, content_end(view, at))], cue, clause_start=index)


def _in_parentheses(view: SentenceView, at: int) -> Phrase | None:
    """علمت (الأفق) من مصادر: a paper that names itself in parentheses."""
    if view.word(at) != "(":
        return None
    closing = next((n for n in range(at + 2, min(len(view), at + _ORIGIN_REACH)) if view.word(n) == ")"), None)
    follows = view.word(closing + 1) if closing is not None else ""
    return Phrase(at, closing + 1) if closing is not None and follows in {"من", "ان", "عن"} else None


def _with_adjective(view: SentenceView, phrase: Phrase | None) -> Phrase | None:
    """علمت الصحيفة من مصادر مؤكدة أن: behind من the participle describes the source and reports nothing."""
    if phrase is None or view.participle_cue(phrase.end) is None:
        return phrase
    described = view.word(phrase.end + 1) in view.grammar.words["complementisers"]
    return Phrase(phrase.first, phrase.end + 1) if described else phrase


def _learned_by_nobody(view: SentenceView, index: int, cue: Cue) -> Draft | None:
    """وعلم من مصدر أمني أن: of the passive only from whom one learned it is told."""
    if view.word(index + 1) not in {"من", "عن"} or cue.number == "p":
        return None
    origin = _with_adjective(view, read_phrase(view, index + 2))
    head = holder_of(view, origin.first) if origin is not None else None
    if origin is None or head is None or view.ends_with_pronoun(origin.first):
        return None
    at = skip_adjuncts(view, origin.end)
    if view.word(at) not in view.grammar.words["complementisers"]:
        return None
    link = DraftLink((index, index + 2), origin)
    return Draft("learned", [link], [(at, content_end(view, at))], cue, clause_start=index)


def _reported_happening(view: SentenceView, index: int, about: int, carrier: Phrase | None) -> Draft | None:
    """نقلت وسائل الإعلام عن خروج مظاهرات: the carrier itself reports a happening."""
    if carrier is None or view.word(about) != "عن" or not is_masdar(view, about + 1):
        return None
    link = DraftLink((index, index + 1), carrier)
    return Draft("relay", [link], [(about, content_end(view, about + 1))], None, clause_start=index)


def _quotation_near(view: SentenceView, start: int) -> int:
    """قوله قبل وقت قصير من التصويت «...»: what stands before the quotation tells when or where he said it."""
    for at in range(start, min(len(view), start + _OPENING_REACH)):
        if at in view.openings and quoted_words(view, at) > _QUOTED_NAME:
            return at
        if view.word(at) in view.grammar.words["complementisers"] or view.finite_cue(at) is not None:
            return start
    return start


def _relayed_opening(view: SentenceView, at: int) -> tuple[int, tuple[int, int] | None, Stance] | None:
    """Return (content start, inner cue, stance) after the origin of a relay: قوله إن، تأكيده، أن، «...»."""
    words = view.grammar.words
    graded = at  # طلبت عدم نشر اسمها: what grades the source is no verb of the words
    for index in range(at, min(len(view), at + _OPENING_REACH)):
        unnamed = index + 2 if view.word(index) == "لم" and view.word(index + 1) in _NAMED else 0
        graded = max(graded, grade_end(view, index) or 0, unnamed)
        if index < graded:
            continue
        masdar = view.masdar_cue(index)
        if masdar is not None and (masdar.object_suffix or view.word(index) in _SAYING):
            start = end = index + 1
            if view.word(start) in masdar.prepositions:
                start += 1
                end = start
            at = start
            start = skip_adjuncts(view, start)
            while view.word(start) == ":" or view.is_comma(start):
                start += 1
            if view.word(at) in _OCCASIONS:
                start = _quotation_near(view, start)
            return (start, (index, end), masdar.stance) if start < len(view) else None
        if view.word(index) in _RELATED and view.participle_cue(index) is not None and index + 2 < len(view):
            start = index + 1 + (view.word(index + 1) == ":")
            return start, (index, index + 1), Stance.ASSERTS  # نقلت الوكالة عنه قائلا: «...»
        if view.word(index) in words["complementisers"]:
            return index, None, Stance.ASSERTS
        if index in view.openings and (view.word(index - 1) in {":", "،", ","} or quoted_words(view, index) > _LONG):
            return index, None, Stance.ASSERTS
        if view.word(index) == ":":
            return (index + 1, None, Stance.ASSERTS) if index + 1 < len(view) else None
        if view.word(index) in {".", "؛"} or view.finite_cue(index):
            return None
    return None
