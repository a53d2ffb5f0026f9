"""Reads what an outlet carries as a document or a deed: نقلت الصحيفة تصريح الوزير الذي قال، نقلت عن الوزير دعمه."""

from dataclasses import replace

from musnad.claims.adjuncts import skip_adjuncts
from musnad.claims.content import content_end, quoted_words
from musnad.claims.drafts import Draft, DraftLink, Elision
from musnad.claims.holders import issuer_of
from musnad.claims.naming import holder_of, is_masdar, outlet_at
from musnad.claims.passed_on import PUBLISHING
from musnad.claims.phrases import Phrase, read_phrase
from musnad.claims.view import SentenceView
from musnad.languages.grammar import Cue
from musnad.model import LinkKind, Relation

_OUTLETS = (LinkKind.OUTLET, LinkKind.OUTLET_GROUP)
_MARKED = 9  # tokens of a carrier's name in marks, the marks among them
_WORDS_REACH = 4  # tokens from the relative pronoun to the verb of the document's words
_QUOTED = 3
_PUBLISHED_REACH = 18  # tokens from the verb of bringing out to the one that speaks in the document
_STATED = frozenset({"جاء", "جاءت", "ورد", "وردت"})
_ABOUT = frozenset({"من", "عن", "علي", "ازاء", "تجاه", "حيال", "بشان", "حول", "الي", "في"})
_IN_IT = frozenset({"فيه", "فيها"})


def carrier_phrase(view: SentenceView, at: int, cue: Cue) -> Phrase | None:
    """Return who carries words at `at`: a phrase, or a longer name in marks (نقل «مرصد كذا لحقوق الإنسان» عن)."""
    number = view.openings.get(at)
    if number is not None:
        closing = view.sentence.quotations[number][1]
        leads = view.word(skip_adjuncts(view, closing + 1)) in {"عن", "علي"}
        if leads and closing - at <= _MARKED:
            return Phrase(at, closing + 1)
    return read_phrase(view, at, cue)


def read_plain_relay(view: SentenceView, index: int, cue: Cue) -> Draft | None:
    """نقلت قناة كذا أن، نقلت الوكالة بيان الوزارة الذي جاء فيه: return the report that no عن opens, or None."""
    carrier = read_phrase(view, skip_adjuncts(view, index + 1), cue)
    if carrier is None or not _is_outlet(view, carrier):
        return None
    carrier = before_deed(view, carrier)
    at = skip_adjuncts(view, carrier.end)
    outer = DraftLink((index, index + 1), carrier, agreement=(cue.gender, cue.number))
    if view.word(at) in view.grammar.words["complementisers"]:
        return Draft("relay", [outer], [(at, content_end(view, at))], cue, clause_start=index)
    inner = _carried_words(view, at)
    if inner is None:
        return None
    outer.relation = Relation.RELAYS
    link, start = inner
    return Draft("relay", [outer, link], [(start, content_end(view, start))], cue, clause_start=index)


def before_deed(view: SentenceView, phrase: Phrase) -> Phrase:
    """الصحف | تأكيد الرئيس، الوزير سامي كامل | دعم بلاده: end the phrase before the noun of what is carried."""
    for at in range(phrase.first + 1, phrase.end):
        head = holder_of(view, at)
        document = (head is not None and head.kind is LinkKind.DOCUMENT) or view.within(at, "interviews")
        noun = is_masdar(view, at) or document
        whole = view.word(at - 1).startswith("ال") or view.is_given(at - 1) or outlet_at(view, at - 1) is not None
        if noun and whole and not view.is_given(at) and not view.word(at).startswith(("ال", "لل", "و")):
            return replace(phrase, end=at)
    return phrase


def _is_outlet(view: SentenceView, phrase: Phrase) -> bool:
    head = holder_of(view, phrase.first)
    named = outlet_at(view, phrase.first + (phrase.first in view.openings))
    return named is not None or (head is not None and head.kind in _OUTLETS)


def _carried_words(view: SentenceView, at: int) -> tuple[DraftLink, int] | None:
    """Return the link of whose words the noun at `at` names (تأكيد الرئيس، تصريح الوزير), and where they open."""
    if view.word(at).startswith("ال"):
        return None
    deed = view.masdar_cue(at)
    source = read_phrase(view, at + 1, deed) if deed is not None else None
    if deed is not None and source is not None:
        clause = skip_adjuncts(view, source.end)
        if view.word(clause) in view.grammar.words["complementisers"]:
            return DraftLink((at, at + 1), source, stance=deed.stance), clause
    whole = read_phrase(view, at)
    issuer = issuer_of(view, whole) if whole is not None else None
    if whole is None or issuer is None:
        return None
    said = skip_adjuncts(view, whole.end)
    if not view.within(said, "relatives"):
        start = _words_at(view, said)
        return (DraftLink(None, issuer), start) if start is not None else None
    for verb in range(said + 1, min(len(view), said + _WORDS_REACH)):
        stated = view.bare(verb) in _STATED and view.word(verb + 1) in _IN_IT
        cue = view.finite_cue(verb)
        end = verb + 1 + (view.word(verb + 1) in _IN_IT)
        start = _words_at(view, skip_adjuncts(view, end)) if stated or cue is not None else None
        if start is not None:
            return DraftLink((verb, verb + 1 if cue and not stated else end), issuer), start
    return None


def _words_at(view: SentenceView, at: int) -> int | None:
    """Return where words open at `at`: a clause, a quotation, what follows a colon."""
    at += view.word(at) == ":" and at + 1 < len(view)
    clause = view.word(at) in view.grammar.words["complementisers"]
    quoted = at in view.openings and quoted_words(view, at) >= _QUOTED
    return at if clause or quoted or view.word(at - 1) == ":" else None


def bring_out(view: SentenceView, index: int, links: list[DraftLink], cue: Cue) -> None:
    """نشرت صحيفة كذا تصريحا للوزير قال فيه: hang the link in `links` on the outlet that brought the document out.

    Where nobody else is named in it and the verb fits the outlet, the outlet itself speaks in its document.
    """
    if view.word(index + 1) not in _IN_IT or len(links) > 1 or links[0].source is not None:
        return
    carrier = _publishing_before(view, index)
    if carrier is None:
        return
    at, outlet = carrier
    head = holder_of(view, outlet.first)
    gender = head.gender if head is not None else "f"
    if links[0].elision is not Elision.ANTECEDENT and cue.gender == gender:
        links[0].elision, links[0].antecedent = Elision.ANTECEDENT, outlet
    else:
        links.insert(0, DraftLink((at, at + 1), outlet, Relation.RELAYS))


def _publishing_before(view: SentenceView, index: int) -> tuple[int, Phrase] | None:
    """Return the verb of bringing out that holds the document in which one speaks at `index`, and its outlet."""
    for at in range(index - 2, max(-1, index - _PUBLISHED_REACH), -1):
        cue = view.finite_cue(at)
        if cue is None and view.word(at) not in {".", "؛"}:
            continue
        if cue is None or cue.lemma not in PUBLISHING or cue.object_suffix:
            return None
        outlet = read_phrase(view, skip_adjuncts(view, at + 1), cue)
        return (at, before_deed(view, outlet)) if outlet is not None and _is_outlet(view, outlet) else None
    return None


def carried_deed(view: SentenceView, at: int) -> int | None:
    """نقلت الوكالة عن الوزير دعم بلاده للاتفاق: return where a deed opens right behind whose words they are."""
    at += view.is_comma(at)
    deed = is_masdar(view, at) or _is_his(view, at)
    return at if deed and view.finite_cue(at) is None and view.participle_cue(at) is None else None


def _is_his(view: SentenceView, at: int) -> bool:
    """أسفها لما حدث، قلقه من كذا: a noun with the pronoun of whom one quotes, and what it is about behind it."""
    word, about = view.word(at), view.word(at + 1)
    own = view.ends_with_pronoun(at) and not view.has_conjunction(at) and not word.startswith(("ال", "ب", "ل", "ك"))
    leads = about in _ABOUT or (about.startswith(("ل", "بال")) and len(about) > 2)
    return own and leads and holder_of(view, at) is None and not view.is_given(at)
