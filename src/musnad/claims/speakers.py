"""Remembers who spoke, and finds the speaker whom a verb leaves out, by nearness, gender and number."""

from collections.abc import Sequence
from dataclasses import replace

from musnad.claims.adjuncts import skip_adjuncts
from musnad.claims.drafts import DraftLink, Elision
from musnad.claims.holders import describe, issuer_of, stem
from musnad.claims.kinds import Known, recall
from musnad.claims.naming import holder_of, is_matter, outlet_at
from musnad.claims.outlets import NamedOutlets
from musnad.claims.phrases import Phrase, read_phrase
from musnad.claims.unknown_names import object_start, whole_name_end
from musnad.claims.view import NUMERALS, SentenceView
from musnad.model import LinkKind

_REACH = 12
_DATELINE = 12  # tokens in which a dateline ends
_WITHIN = 4  # tokens before a verb in which the sentence may have named its actor
_REMEMBERED = 150  # mentions: no reader goes back further, and a text of any length is read in linear time
_LONGEST_ACTOR = 14  # tokens of a phrase that names one who acts; longer ones are misread sentences
_LEAST = 5  # tokens of a sentence that tells what somebody does
_ACTED = 3  # sentences through which one who acts is remembered as a speaker who may be meant
_ACTORS = (LinkKind.PERSON, LinkKind.ANON, LinkKind.ORG, LinkKind.GROUP)
_CARRIERS = (LinkKind.OUTLET, LinkKind.OUTLET_GROUP, LinkKind.AUTHOR)
_STATEMENTS = frozenset({"بيان", "تقرير", "رساله", "مذكره"})


class Speakers:
    """The holders an article has named so far, in order of mention, and the sentences read before this one."""

    def __init__(self, page_outlet: str | None) -> None:
        self.known: list[Known] = []
        self.sentences: list[SentenceView] = []
        self._heard: list[tuple[int, SentenceView]] = []  # the last sentences, by their number
        self.page_outlet = page_outlet
        self._outlets = NamedOutlets()

    def name(
        self, view: SentenceView, phrase: Phrase, *, aside: bool = False, gender: str = ""
    ) -> tuple[Known, Known | None]:
        """Return the holder that the phrase names and its fuller earlier mention, if any; remember the holder.

        `gender` is that of the verb of which he is the subject.
        """
        issuer, alias = issuer_of(view, phrase), _statement_words(view, phrase)
        phrase = issuer or phrase
        holder = describe(view, phrase, self.known, self.page_outlet)
        if holder.kind is not LinkKind.DOCUMENT:
            holder = replace(holder, words=(*holder.words, *alias))
        if holder.kind is LinkKind.PERSON and holder.number == "s" and (gender == "f" or not holder.gender):
            holder = replace(
                holder, gender=gender
            )  # قالت تشوي: whatever her name may be, the verb tells that she is one
        if issuer is not None and gender and holder.gender != gender:
            holder = replace(holder, gender="")  # قال تقرير للوزارة: the report goes on (وأضاف), or she does
        outlet = self._outlets.last(view, phrase, self.sentences)
        if outlet is not None:
            own = outlet.entry is not None and outlet.entry == self.page_outlet
            holder = replace(holder, kind=LinkKind.AUTHOR if own else LinkKind.OUTLET, entry=outlet.entry)
        is_new = phrase.end - phrase.first == 1 and view.bare(phrase.first) in _STATEMENTS  # تقرير نشرته كذا
        known = [] if is_new else [earlier for earlier in self.known if _may_be_one(earlier, holder)]
        earlier = outlet or recall(holder.words, known)
        if earlier is not None and (len(earlier.words) <= len(holder.words) or earlier.span == holder.span):
            earlier = None
        if not is_matter(view, phrase.first):  # الهجوم أظهر أن: what shows something goes on saying nothing
            self.known.insert(len(self.known) - int(aside and bool(self.known)), holder)
        del self.known[:-_REMEMBERED]
        return holder, earlier

    def meet(self, view: SentenceView) -> None:
        """Remember a sentence: where no speaker fits a verb, whoever acts in it may be meant."""
        if len(view) < _LEAST:
            return  # a by-line or a line between passages
        self._heard.append((len(self.sentences), view))
        del self._heard[:-_ACTED]

    def _actor_of(self, view: SentenceView) -> Known | None:
        """Return who acts in a sentence, where he could speak."""
        subject = _sentence_subject(view)
        if subject is None or subject.end - subject.first > _LONGEST_ACTOR:
            return None
        actor = describe(view, issuer_of(view, subject) or subject, self.known, self.page_outlet)
        return actor if actor.kind in _ACTORS and (actor.gender or actor.number == "p") else None

    def resolve(self, view: SentenceView, link: DraftLink, sentence: list[Known]) -> Known | None:
        """Return the holder that a link without a source refers to, or None if none fits.

        `sentence` are the innermost holders of the claims before in the same sentence.
        """
        if link.elision is Elision.NOBODY:
            return _found(view, link, None, "an agentless form: nobody is meant to be known")
        if link.elision is Elision.ANTECEDENT and link.antecedent is not None:
            holder = describe(view, link.antecedent, self.known, self.page_outlet)
            return _found(view, link, holder, "the noun before the relative pronoun")
        if link.elision is Elision.SENTENCE:
            fitting = _last_fitting(view, link, sentence)
            subject = None if fitting else _sentence_subject(view, link)
            if fitting or (sentence and (subject is None or link.agreement[1] != "p")):
                return _found(view, link, fitting or sentence[-1], "the speaker of the claim before in this sentence")
            named = (
                describe(view, issuer_of(view, subject) or subject, self.known, self.page_outlet) if subject else None
            )
            fits = named is not None and agrees(named, link.agreement)
            document = None if fits else _document_with(view, link)
            if document is not None:
                told = describe(view, document, self.known, self.page_outlet)
                return _found(view, link, told, "the document that the sentence names")
            several = self._acting(view, link) if link.agreement[1] == "p" and not fits else None
            if several is not None:
                return several
            if fits or (named is not None and not self.known):
                # شكر السفارة، مبينا أن: the noun behind the verb does not fit, so it is no subject.
                return _found(view, link, named, "the subject of the sentence's first verb")
            if sentence:
                return _found(view, link, sentence[-1], "the speaker of the claim before in this sentence")
        if link.elision is Elision.CARRIER:
            carriers = [holder for holder in self.known if holder.kind in _CARRIERS]
            return _found(view, link, _last_fitting(view, link, carriers), "the last outlet that fits the verb")
        others = link.agreement[1] == "p" and not any(agrees(holder, link.agreement) for holder in sentence)
        left_out = link.elision in (Elision.MEMORY, Elision.OUTER)
        if (not sentence or others) and link.cue and link.cue[0] >= _WITHIN and left_out:
            # أصدر النائب بيانا، أكد فيه: whoever acts in this sentence comes before those of earlier ones.
            subject = _sentence_subject(view, link)
            actor = describe(view, subject, self.known, self.page_outlet) if subject else None
            counted = actor is not None and (actor.number == "p" or link.agreement[1] != "p")
            if actor is not None and actor.gender and counted and agrees(actor, link.agreement):
                self.known.append(actor)
                return _found(view, link, actor, "the subject of the sentence's first verb")
        if sentence:
            fitting = _last_fitting(view, link, sentence[-1:])
            if fitting is not None:
                return _found(view, link, fitting, "the speaker of the claim before in this sentence")
        recent = _last_fitting(view, link, self.known[-_REACH:])
        if recent is not None:
            return _found(view, link, recent, "the last speaker that fits the verb")
        return self._acting(view, link) or _found(view, link, None, f"none of the last {_REACH} speakers fits the verb")

    def _acting(self, view: SentenceView, link: DraftLink) -> Known | None:
        """Return who was named or acted last and fits the verb, where nobody who spoke does."""
        here = _named_before(view, link)
        actor = describe(view, here, self.known, self.page_outlet) if here is not None else None
        if actor is not None and actor.kind in _ACTORS and agrees(actor, link.agreement):
            self.known.append(actor)
            return _found(view, link, actor, "the person named last in this sentence")
        heard = [said for number, said in self._heard if len(self.sentences) - number < _ACTED]
        near = [actor for actor in map(self._actor_of, heard) if actor is not None]
        met = _last_fitting(view, link, near)
        if met is None:
            return None
        self.known.append(met)  # who spoke once speaks on
        return _found(view, link, met, "who acted in the sentences before")


def _named_before(view: SentenceView, link: DraftLink) -> Phrase | None:
    """تواصلت الصحيفة مع رئيس اللجنة سامي كامل لسؤاله، فأكد: return whom the sentence names last before it."""
    if link.cue is None:
        return None
    if link.agreement[1] == "p":
        # حالة من الغضب بين رواد المواقع، مطالبين: the persons who are named last before the plural.
        heads = ((at, holder_of(view, at)) for at in range(link.cue[0] - 1, 0, -1))
        several = (at for at, head in heads if head is not None and head.number == "p" and head.kind in _ACTORS)
        first = next(several, None)
        return read_phrase(view, first, limit=link.cue[0]) if first is not None else None
    for at in range(link.cue[0] - 1, 0, -1):
        if not view.is_given(at) or view.is_given(at - 1):
            continue
        first = at
        while first > 0 and _is_title(view, first - 1):
            first -= 1
        return read_phrase(view, first, limit=link.cue[0])
    return None


def _is_title(view: SentenceView, index: int) -> bool:
    head = holder_of(view, index)
    body = view.word(index).startswith("ال") and holder_of(view, index - 1) is not None
    return head is not None and (head.kind in (LinkKind.PERSON, LinkKind.ANON) or body)


def _found(view: SentenceView, link: DraftLink, holder: Known | None, how: str) -> Known | None:
    if view.reasons is not None:
        view.reasons.note_how(link, how)
    return holder


def _last_fitting(view: SentenceView, link: DraftLink, holders: Sequence[Known]) -> Known | None:
    """Return the nearest of the holders, given in order of mention, that nothing excludes as the link's speaker."""
    for distance, holder in enumerate(reversed(holders), start=1):
        excluded = _misfit(holder, link)
        if view.reasons is not None:
            view.reasons.note_candidate(link, holder, distance, excluded)
        if not excluded:
            return holder
    return None


def _misfit(holder: Known, link: DraftLink) -> str:
    """Return why the holder cannot be the link's left-out speaker, or an empty string where it can."""
    if link.not_outlet and holder.kind in _CARRIERS:
        return "an outlet carries these words and does not speak them"
    if link.barred is not None and not set(holder.words).isdisjoint(link.barred.words):
        return "is who tells it"
    if not agrees(holder, link.agreement):
        return "does not agree with the verb in gender and number"
    return ""


def _may_be_one(known: Known, holder: Known) -> bool:
    """Tell whether two mentions can name one holder: a body is no person in whose title its noun stands."""
    bodies = (LinkKind.ORG, LinkKind.GROUP, LinkKind.OUTLET, LinkKind.OUTLET_GROUP, LinkKind.AUTHOR)
    return (known.kind in bodies) == (holder.kind in bodies) or LinkKind.DOCUMENT in (known.kind, holder.kind)


def _statement_words(view: SentenceView, phrase: Phrase) -> list[str]:
    """The documents in which the holder speaks here (في بيان): later البيان means that holder."""
    words = [stem(view, phrase.first)] if issuer_of(view, phrase) else []
    words += [
        stem(view, index + 1)
        for index in range(phrase.end, min(len(view), phrase.end + 6))
        if view.word(index) == "في" and view.word(index + 1).removeprefix("ال") in _STATEMENTS
    ]
    return words


def agrees(holder: Known, agreement: tuple[str, str]) -> bool:
    """Tell whether a verb of this gender and number can have the holder as its subject left out."""
    gender, number = agreement
    if not gender:
        return True
    if number == "d":
        return holder.number in ("d", "p") and holder.kind is not LinkKind.DOCUMENT
    if number == "p":
        return holder.number == "p" or holder.kind in (LinkKind.ORG, LinkKind.GROUP)
    # The plural of things, مصادر and وسائل among them, takes the feminine singular.
    if holder.number == "p":
        return gender == "f"
    return not holder.gender or holder.gender == gender


def _document_with(view: SentenceView, link: DraftLink) -> Phrase | None:
    """Return the document before a participle that fits it: أرفقت الصورة ببيان عن الحادث، مؤكدا أن."""
    gender, number = link.agreement
    for at in range(link.cue[0] - 1 if link.cue else -1, -1, -1):
        head = holder_of(view, at)
        if head is not None and head.kind is LinkKind.DOCUMENT and (head.gender, head.number) == (gender, number):
            word = view.word(at)
            return Phrase(at, at + 1, clitic=int(word[:1] in "بل" and word not in view.grammar.holders))
    return None


def _sentence_subject(view: SentenceView, link: DraftLink | None = None) -> Phrase | None:
    """Return the subject of the sentence's first verb: the actor to whom a participle with no claim before belongs."""
    limit = link.cue[0] if link is not None and link.cue else len(view)
    start = skip_adjuncts(view, _after_dateline(view))
    if view.bare(start) in view.grammar.words["prepositions"] or view.bare(start) == "بالنسبه":
        # في واقعة نادرة، اقتحم رجل: what stands before the comma is no actor.
        comma = next((n for n in range(start + 1, min(limit, start + _DATELINE)) if view.is_comma(n)), None)
        start = start if comma is None else comma + 1
    auxiliary = start
    while view.within(start, "auxiliaries"):
        start += 1
    if view.is_comma(start):
        start += 1
    for first in (start, start + 1):
        if first > start and view.bare(start) in view.grammar.words["prepositions"]:
            continue
        phrase = read_phrase(view, first, limit=limit)
        bare = first == start == auxiliary and not view.word(first).startswith("ال")
        if phrase is None or bare:
            continue
        named = holder_of(view, phrase.first) or outlet_at(view, phrase.first)
        if view.within(phrase.first, "quantity_heads") or view.word(phrase.first) in NUMERALS:
            named = named or holder_of(view, phrase.first + 1)
        had = auxiliary < start and view.word(phrase.end) == "قد"  # كان سامي كامل قد: whatever stands so acts
        if named or had or any(view.is_given(at) for at in range(phrase.first, phrase.end)):
            return _before_object(view, phrase)
    return None


def _before_object(view: SentenceView, phrase: Phrase) -> Phrase:
    """أغلق المحتجون | الطريق: a plural that keeps its ن governs no noun, so the next one is the object."""
    first, second = view.word(phrase.first), view.word(phrase.first + 1)
    plural = first.startswith("ال") and first.endswith("ون")
    if plural and second.startswith("ال") and phrase.first + 1 < phrase.end and not second.endswith("ون"):
        return Phrase(phrase.first, phrase.first + 1)
    whole = whole_name_end(view, phrase.first, phrase.end) or object_start(view, phrase.first, phrase.end)
    return Phrase(phrase.first, whole) if whole is not None else phrase


def _after_dateline(view: SentenceView) -> int:
    """Return where the sentence itself begins, after «المدينة (وكالة) --» or «صحيفة - المدينة:»."""
    begin = 0
    for index in range(min(len(view), _DATELINE)):
        if view.word(index) in {"-", "–", "—"} or (view.word(index) == ":" and index < 5 and begin):
            begin = index + 1
    return begin
