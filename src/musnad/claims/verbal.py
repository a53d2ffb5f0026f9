"""Reads reports that a verb carries: VERB speaker that ..., speaker VERB that ..., and VERB that ... with no speaker."""

from dataclasses import dataclass, field

from musnad.claims.content import content_end, quotation_at, quoted_words
from musnad.claims.drafts import Draft, DraftLink, Elision
from musnad.claims.phrases import Phrase, holder_of, is_masdar, outlet_at, read_phrase, read_told_to
from musnad.claims.view import SentenceView
from musnad.languages.grammar import Cue, Form
from musnad.model import LinkKind, Relation, Stance

_SHORT_QUOTATION = 4
# Verbs with a listener between subject and preposition: دعا فلان الأطراف إلى ...
_ADDRESSED = frozenset({Stance.DEMANDS, Stance.ASKS, Stance.THREATENS})
_ADDRESSED_LEMMAS = frozenset({"حذر", "اتهم", "ابلغ", "اعرب", "عبر"})
_TELLING = frozenset({"ابلغ", "اخبر"})
_PUBLISHING = frozenset({"نشر", "بث", "اورد", "نقل"})


@dataclass(slots=True)
class Complement:
    """What a cue governs: its kind (clause, quote, colon, preposition, object), where it starts, what was passed."""

    kind: str
    start: int
    cue_end: int
    subject: Phrase | None = None
    told_to: Phrase | None = None
    through: Phrase | None = None
    through_cue: tuple[int, int] | None = None
    relayed_from: tuple[tuple[int, int], Phrase] | None = None
    skipped: list[int] = field(default_factory=list)


def read_verb(view: SentenceView, index: int) -> Draft | None:
    """Return the report that the finite cue at `index` carries, or None where it is no report."""
    cue = view.finite_cue(index)
    if cue is None or view.phrase_at(index, "formulas") or not _may_be_verb(view, index):
        return None
    if cue.object_suffix and "object" not in cue.takes and not cue.prepositions:
        return None
    if cue.form is Form.IMPERFECT and view.word(index - 1) in {"ان", "بان", "كي", "لكي"}:
        return None  # a subjunctive: what should be said, not what was
    negated = view.word(index - 1).lstrip("و") in {"لم", "لا", "لن"}
    if "negated" in cue.takes and not negated:
        return None
    complement = None
    if not view.has_conjunction(index) and _direct_subject(view, index) is not None:
        complement = find_complement(view, index, cue, negated=negated, bare=True) or _plain_object(view, index, cue)
    complement = complement or find_complement(view, index, cue, negated=negated)
    if complement is None:
        return _quotation_before(view, index, cue)
    first = index - 1 if index and (negated or view.bare(index - 1) in {"قد", "لقد"}) else index
    link = DraftLink((first, complement.cue_end), complement.subject, stance=cue.stance, negated=negated)
    link.agreement = (cue.gender, cue.number)
    position = "after"
    if complement.subject is None and view.word(index) in {"تبين", "يبين"}:
        return None  # تبين أن: it turned out that
    if complement.subject is None:
        position = _look_before(view, index, link, complement.kind)
        if position is None:
            return None
    if link.source is not None and position == "before" and complement.through is None:
        _published_between(view, link.source.end, index, complement)
    links = [link]
    if complement.relayed_from:
        link.relation = Relation.RELAYS
        cue_range, phrase = complement.relayed_from
        links.append(DraftLink(cue_range, phrase))
    if complement.through:
        links.insert(0, DraftLink(complement.through_cue, complement.through, Relation.RELAYS))
    if complement.told_to:
        links.insert(0, DraftLink(None, complement.told_to, Relation.TOLD_TO))
    kind = "quote" if position == "relative" and complement.kind == "colon" else complement.kind
    rule = f"verb-{position}-{kind}"
    if cue.stance is Stance.BELIEVES and link.relation is Relation.SAYS:
        link.relation = Relation.BELIEVES
    start = complement.start
    end = content_end(view, start)
    if position == "relative":
        end = _relative_end(view, start, end)
    return Draft(rule, links, [(start, end)], cue, clause_start=_clause_start(link, index))


def _relative_end(view: SentenceView, start: int, end: int) -> int:
    """A relative clause ends at its comma: what follows belongs to the sentence around it."""
    return next((at for at in range(start + 1, end) if view.is_comma(at) and view.quote_of[at] < 0), end)


def _published_between(view: SentenceView, first: int, index: int, complement: Complement) -> None:
    """وثيقة، نشرها موقع كذا، كشفت ...: the publisher stands between subject and verb."""
    for at in range(first, index):
        cue = view.finite_cue(at)
        if cue is not None and cue.object_suffix and cue.lemma in _PUBLISHING:
            complement.through, complement.through_cue = read_phrase(view, at + 1, limit=index), (at, at + 1)


def _direct_subject(view: SentenceView, index: int) -> Phrase | None:
    """Return the known holder that stands right before the verb, or None: فلان أعلن ..."""
    phrase = subject_before(view, index)
    if phrase is None or any(view.is_mark(n) for n in range(phrase.end, index)):
        return None
    words = view.words[phrase.first : phrase.end]
    named = holder_of(view, phrase.first) or outlet_at(view, phrase.first)
    return phrase if named or any(word in view.grammar.given_names for word in words) else None


def _plain_object(view: SentenceView, index: int, cue: Cue) -> Complement | None:
    """فلان يدين الهجوم: the subject stands before, so what follows is the object."""
    if "object" not in cue.takes or not _is_object(view, index + 1) if index + 1 < len(view) else True:
        return None
    return Complement("object", index + 1, index + 1) if subject_before(view, index) is not None else None


def _clause_start(link: DraftLink, index: int) -> int:
    return min(index, link.source.first) if link.source else index


def _may_be_verb(view: SentenceView, index: int) -> bool:
    word, previous = view.word(index), view.word(index - 1)
    words = view.grammar.words
    if previous == "ما" or word in view.grammar.given_names and not view.has_conjunction(index):
        return False
    if word == "عبر" and index and not view._after_switch(index):
        return False
    if previous in words["prepositions"] and previous not in words["time_words"] and not view.is_comma(index - 1):
        return previous in {"فيه", "فيها", "له", "لها", "عنه", "عنها", "بعيد"}
    if word in words["homographs"] or view.bare(index) in words["homographs"]:
        return view.opens_clause(index)
    return True


def read_participle(view: SentenceView, index: int) -> Draft | None:
    """Return the report that a participle carries on (مشيرا إلى ...), or None."""
    cue = view.participle_cue(index)
    if cue is None or index == 0 or view.word(index - 1) in {"غير", "وغير"}:
        return None
    complement = find_complement(view, index, cue, bare=True)
    if complement is None:
        return None
    link = DraftLink((index, complement.cue_end), None, stance=cue.stance, elision=Elision.SENTENCE)
    link.agreement = (cue.gender, cue.number)
    if cue.stance is Stance.BELIEVES:
        link.relation = Relation.BELIEVES
    start = complement.start
    rule = f"participle-{complement.kind}"
    return Draft(rule, [link], [(start, content_end(view, start))], cue, clause_start=index)


# -- the complement ------------------------------------------------------------------------------


def find_complement(
    view: SentenceView, index: int, cue: Cue, *, negated: bool = False, bare: bool = False
) -> Complement | None:
    """Return what the cue at `index` governs, with the subject and the outlet spoken to on the way there.

    `bare` looks for no subject (participles). A negated cue takes any object.
    """
    at = index + 1
    if view.word(at) in view.grammar.words["doubling"]:
        at += 1
    if view.word(at) in {"فيه", "فيها", "خلاله", "خلالها", "عنه", "بانه"} and view.word(at) not in view.grammar.words["complementisers"]:
        at += 1
    direct = _opening(view, at, cue, first=True, negated=negated)
    if direct:
        kind, start, cue_end = direct
        skipped = view.word(at - 1) in {"فيه", "فيها", "خلاله", "خلالها", "عنه"}
        return Complement(kind, start, cue_end if cue_end > at and not skipped else at - skipped)
    found = Complement("", at, at)
    if bare:
        return _scan(view, at, cue, found, reach=7)
    at = skip_adjuncts(view, at)
    direct = _opening(view, at, cue, first=False, negated=negated)
    if direct and direct[0] != "object":
        found.kind, found.start = direct[0], direct[1]
        return found
    told_to = read_told_to(view, at)
    if told_to:
        found.told_to, at = told_to, told_to.end
    elif view.word(at).startswith("لل"):
        # A subject has no preposition: للسفير says who listened.
        listener = read_phrase(view, at, cue)
        at = listener.end if listener else at + 1
    elif _is_listener(view, at):
        at += 1
    elif cue.number in ("", "s"):
        # Before its subject a verb stands in the singular: a plural form has its subject behind it.
        found.subject = read_phrase(view, at, cue)
        if found.subject and _is_owned(view, at):
            # دعا أصدقاءه: the noun with a pronoun is the object of a speaker left out.
            found.subject = None
        elif found.subject:
            at = found.subject.end
    return _scan(view, at, cue, found, reach=34, negated=negated)


def _is_owned(view: SentenceView, at: int) -> bool:
    """A noun with a pronoun that is no speaker: طريقه, but not شقيقه or المتحدث باسمه."""
    word = view.word(at)
    if not view.ends_with_pronoun(at) or word.startswith("ال") or word in view.grammar.given_names or len(word) < 4:
        return False
    bare = word[:-2] if word.endswith(("ها", "هم")) else word[:-1]
    stems = {word, bare, bare.removesuffix("ت") + "ه"}
    return not any(stem in view.grammar.holders or stem in view.grammar.outlet_heads for stem in stems)


def _is_listener(view: SentenceView, at: int) -> bool:
    """تعهدت لواشنطن، قال لترامب: who listened, not who spoke."""
    word = view.word(at)
    named = view.grammar.given_names.keys() | view.grammar.words["countries"]
    return word in {"له", "لها", "لهم"} or word.startswith("ل") and word not in named and word[1:] in named


def _scan(
    view: SentenceView, at: int, cue: Cue, found: Complement, *, reach: int, negated: bool = False
) -> Complement | None:
    limit = min(len(view), at + reach)
    settled = True
    while at < limit:
        if view.word(at) in view.grammar.words["doubling"]:
            at, settled = at + 1, True
            continue
        relay = view.phrase_at(at, "according_to", prefix=True) if view.bare(at) == "نقلا" else 0
        if relay:
            phrase = read_phrase(view, at + relay)
            if phrase:
                found.relayed_from = ((at, at + relay), phrase)
                at, settled = phrase.end, True
                continue
        told_to = None if found.told_to else read_told_to(view, at) or _told_directly(view, at, cue)
        if told_to:
            found.told_to = told_to
            at, settled = told_to.end, True
            continue
        published = view.finite_cue(at)
        if published is not None and published.object_suffix and published.lemma in _PUBLISHING:
            phrase = read_phrase(view, at + 1)
            if phrase:
                found.through, found.through_cue = phrase, (at, at + 1)
                at, settled = phrase.end, True
                continue
        through = _through(view, at)
        if through:
            found.through = through
            at, settled = through.end, True
            continue
        opening = _opening(view, at, cue, first=False, settled=settled, negated=negated)
        if opening:
            found.kind, found.start = opening[0], opening[1]
            return found
        if _closes_search(view, at):
            return None
        settled = view.is_mark(at) or view.word(at) in view.grammar.words["time_words"] or view.word(at) == "("
        quotation = quotation_at(view, at)
        if quotation:
            at = quotation[1]
            settled = True
            continue
        skipped = skip_adjuncts(view, at)
        settled = settled or skipped > at
        at = max(skipped, at + 1)
    return None


def _told_directly(view: SentenceView, at: int, cue: Cue) -> Phrase | None:
    """أبلغ مصدر رويترز أن: the outlet is the verb's object."""
    named = outlet_at(view, at) if cue.lemma in _TELLING else None
    return Phrase(at, at + named[0]) if named else None


def _through(view: SentenceView, at: int) -> Phrase | None:
    """Return the outlet phrase after عبر, or None."""
    if view.word(at) != "عبر":
        return None
    holder = holder_of(view, at + 1)
    if holder is None or holder.kind is not LinkKind.OUTLET or "تويتر" in view.words[at : at + 8]:
        return None
    return read_phrase(view, at + 1)


def _closes_search(view: SentenceView, at: int) -> bool:
    if view.word(at) in {".", "!", "؟", "?", "؛", ";"}:
        return True
    if view.finite_cue(at) is not None:
        if view.word(at) in view.grammar.words["homographs"] and not view.opens_clause(at):
            return False
        return not view.within(at - 1, "relatives") and view.word(at - 1) not in {"كما", "لم"}
    return view.participle_cue(at) is not None and view.word(at) not in view.grammar.words["homographs"]


def _opening(
    view: SentenceView, at: int, cue: Cue, *, first: bool, settled: bool = True, negated: bool = False
) -> tuple[str, int, int] | None:
    """Return (kind, content start, cue end) where a complement of the cue opens at `at`, else None."""
    word, words = view.word(at), view.grammar.words
    if at >= len(view):
        return None
    if word in words["complementisers"] and ("clause" in cue.takes or negated) and not _is_temporal(view, at, cue):
        return ("clause", at, at)
    if negated and not first and word in {"ما", "فيما", "عما", "اي", "اذا"}:
        return ("object", at, at)
    if word == ":" and at + 1 < len(view) and (first or settled) and cue.takes & {"quote", "clause"}:
        return ("colon", at + 1, at)
    if at in view.openings and ("quote" in cue.takes or "clause" in cue.takes):
        follows = first or view.word(at - 1) in {":", "،", ","} or view.word(at - 1) in words["time_words"]
        if quoted_words(view, at) >= _SHORT_QUOTATION or follows and quoted_words(view, at) >= 2:
            return ("quote", at, at)
    if word in cue.prepositions and len(word) > 1:
        if view.word(at + 1) in words["complementisers"]:
            return ("clause", at + 1, at + 1)
        if first or settled or cue.stance in _ADDRESSED or cue.lemma in _ADDRESSED_LEMMAS:
            return ("preposition", at + 1 if first else at, at + 1)
    if _glued(view, at, cue):
        return ("preposition", at, at)
    if negated and first and word in {"ما", "فيما", "عما", "اي", "اذا", "هويه", "اسم", "مزيد", "المزيد"}:
        return ("object", at, at)
    if (settled or first) and cue.takes & {"masdar", "object"} and (is_masdar(view, at) or _possessed(view, at)):
        return ("object", at, at)
    if (cue.takes & {"object"} or negated) and settled and not first and _is_object(view, at):
        return ("object", at, at)
    return None


def _is_temporal(view: SentenceView, at: int, cue: Cue) -> bool:
    """قبل أن، من دون أن: the clause belongs to the preposition, not to the cue."""
    previous = view.word(at - 1)
    return previous in {"قبل", "بعد", "دون", "منذ", "رغم", "حتي", "الي", "غير", "بيد"} - cue.prepositions


def _glued(view: SentenceView, at: int, cue: Cue) -> bool:
    """A one-letter preposition on the word itself: تعهد بتفكيك، دعا لوقف."""
    word = view.word(at)
    if word in cue.prepositions and at + 1 in view.openings:
        return True
    for preposition in cue.prepositions:
        if len(preposition) == 1 and word.startswith(preposition) and len(word) > 3:
            if word in view.grammar.words["adverbs"] or word in view.grammar.words["time_words"]:
                return False
            if preposition == "ل" and (word.startswith("لل") or read_told_to(view, at)):
                return False
            return word not in view.grammar.words["prepositions"] and word not in view.grammar.words["not_glued"]
    return False


def _possessed(view: SentenceView, at: int) -> bool:
    """A noun that carries its owner: احتفاظها، تفهمه، استعدادهم."""
    word = view.word(at)
    if len(word) < 5 or word.startswith("ال") or word in view.grammar.words["prepositions"]:
        return False
    if not view.ends_with_pronoun(at) or word in view.grammar.given_names:
        return False
    return word.endswith(("ها", "هم")) or word[:-1] in view.grammar.words["masdars"] or word[0] == "ت"


def _is_object(view: SentenceView, at: int) -> bool:
    words = view.grammar.words
    word = view.word(at)
    outside = ("time_words", "prepositions", "adverbs", "clause_openers", "relatives", "negators", "auxiliaries")
    return view.tokens[at].is_word and not any(word in words[name] for name in outside) and not view.cues_at(at)


def skip_adjuncts(view: SentenceView, at: int) -> int:
    """Return the index after time, place and manner phrases at `at`: الأحد، في وقت سابق، من جهته."""
    words = view.grammar.words
    while at < len(view):
        word = view.word(at)
        if view.is_comma(at) and (view.word(at + 1) in words["time_words"] or view.word(at + 1) in words["adverbs"]):
            at += 1
            continue
        length = view.phrase_at(at, "speaker_switch")
        if length:
            at += length
        elif word in words["time_words"] or word in words["adverbs"] or word.isdigit() or word in words["addressees"]:
            at += 1
        elif word in {"/", "("} and view.word(at + 1) in words["time_words"]:
            at += 1
        elif word == ")" and view.word(at - 1) in words["time_words"]:
            at += 1
        elif word in {"في", "خلال", "عبر", "عقب", "بعد", "قبل", "منذ", "اثناء", "علي", "لدي"}:
            end = _prepositional_phrase(view, at)
            if end == at:
                return at
            at = end
        else:
            return at
    return at


def _prepositional_phrase(view: SentenceView, at: int) -> int:
    """Return the end of a venue or time phrase that opens at `at`, or `at` where the noun is neither."""
    words = view.grammar.words
    noun = view.word(at + 1)
    stem = noun.removeprefix("ال")
    if not (noun in words["venues"] or stem in words["venues"] or noun in words["time_words"] or noun.isdigit()):
        return at
    end = at + 2
    while end < len(view) and end < at + 9:
        word = view.word(end)
        if not view.tokens[end].is_word or word in words["complementisers"] or view.cues_at(end):
            break
        if holder_of(view, end) is not None and not word.startswith("لل"):
            break
        if word.startswith("ل") and read_told_to(view, end):
            break
        end += 1
        if word not in words["time_words"] and end - at > 4:
            break
    return end


# -- the subject before the verb -----------------------------------------------------------------


def _look_before(view: SentenceView, index: int, link: DraftLink, kind: str) -> str | None:
    """Find the subject before a verb that has none after it; return the position's name for the rule."""
    at = index - 1
    while at >= 0 and (view.within(at, "auxiliaries") or view.within(at, "negators")):
        at -= 1
    if at < 0 or (at < index - 1 and view.word(at + 1)[:1] == "و"):
        opener = max(at, -1)
        if opener < 0:
            return "elided"
    if view.within(at, "relatives"):
        link.elision = Elision.ANTECEDENT
        link.antecedent = _antecedent(view, at)
        return "relative"
    if view.has_conjunction(index):
        return "elided"
    phrase = subject_before(view, index)
    if phrase is not None:
        link.source = phrase
        return "before"
    homograph = view.word(index) in view.grammar.words["homographs"]
    strong = kind in {"clause", "quote", "colon"} and not homograph
    return "elided" if strong or view.opens_clause(index) else None


def subject_before(view: SentenceView, index: int) -> Phrase | None:
    """Return the noun phrase that opens the clause of the verb at `index` and leads up to it, or None."""
    for start in _clause_starts(view, index):
        begin = start
        while begin < index and (
            view.within(begin, "auxiliaries") or view.within(begin, "clause_openers") or view.is_mark(begin)
            or view.word(begin) in view.grammar.words["complementisers"]
        ):
            begin += 1
        begin = skip_adjuncts(view, begin)
        if view.is_comma(begin):
            begin += 1
        phrase = read_phrase(view, begin, limit=index)
        if phrase is None:
            continue
        if _leads_to(view, phrase.end, index):
            return phrase
        if start == 0 and view.bare(0) in {"كان", "كانت", "كانوا"} and phrase.first == 1:
            return phrase
    return None


def _clause_starts(view: SentenceView, index: int) -> list[int]:
    """Return where the clause of the verb at `index` may begin, nearest first."""
    starts = []
    for at in range(index - 1, -1, -1):
        if view.quote_of[at] >= 0 and view.quote_of[at] != view.quote_of[index]:
            continue
        if view.is_mark(at) or view.within(at, "clause_openers") or view.word(at) in view.grammar.words["complementisers"]:
            starts.append(at)
            if len(starts) == 4:
                return starts
    return [*starts, 0]


def _leads_to(view: SentenceView, at: int, index: int) -> bool:
    """Tell whether only adjuncts and auxiliaries stand between a subject's end and its verb."""
    while at < index:
        moved = skip_adjuncts(view, at)
        if moved == at and (view.within(at, "auxiliaries") or view.within(at, "negators") or view.is_comma(at)):
            moved = at + 1
        if moved == at:
            return False
        at = moved
    return True


def _antecedent(view: SentenceView, relative: int) -> Phrase | None:
    """Return the noun phrase right before the relative pronoun at `relative`."""
    end = relative - 1 if view.is_comma(relative - 1) else relative
    for first in range(end - 1, max(-1, end - 9), -1):
        if holder_of(view, first) is None or _is_governed(view, first):
            continue
        phrase = read_phrase(view, first, limit=relative)
        if phrase and phrase.end >= end:
            return phrase
    return read_phrase(view, end - 1, limit=relative) if end >= 1 else None


def _is_governed(view: SentenceView, index: int) -> bool:
    """Tell whether the word depends on the noun before it (وزير الخارجية), so that it heads no phrase."""
    previous = view.word(index - 1)
    return not previous.startswith("ال") and index > 0 and holder_of(view, index - 1) is not None


def _quotation_before(view: SentenceView, index: int, cue: Cue) -> Draft | None:
    """Read «...»، قال فلان: the quotation comes first."""
    closing = index - 1
    while closing > 0 and view.is_mark(closing):
        closing -= 1
    if "quote" not in cue.takes or closing <= 0 or not view.tokens[closing].is_quote:
        return None
    quotation = next((pair for pair in view.sentence.quotations if pair[1] == closing), None)
    if quotation is None or quoted_words(view, quotation[0]) < _SHORT_QUOTATION:
        return None
    subject = read_phrase(view, skip_adjuncts(view, index + 1), cue)
    if subject is None and view.has_conjunction(index):
        return None
    link = DraftLink((index, index + 1), subject, stance=cue.stance, agreement=(cue.gender, cue.number))
    return Draft("quotation-first", [link], [(quotation[0], closing + 1)], cue, clause_start=quotation[0])
