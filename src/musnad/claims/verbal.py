"""Reads reports that a verb carries: VERB speaker that, speaker VERB that, and VERB that with no speaker."""

from dataclasses import replace

from musnad.claims.adjuncts import is_plain_object, skip_adjuncts
from musnad.claims.boundaries import grade_end
from musnad.claims.closings import brings_out_its_own
from musnad.claims.complement import Complement
from musnad.claims.complements import SO, find_complement
from musnad.claims.content import content_end, quoted_words, reports
from musnad.claims.denied_claims import denied_words
from musnad.claims.drafts import Draft, DraftLink, Elision
from musnad.claims.fitting import fits, is_deed
from musnad.claims.naming import holder_of, may_be_name
from musnad.claims.objects import HOLDING, is_plain_noun, is_reckoned
from musnad.claims.other_meanings import excepts_subject, is_considered, signs, tells_of_arrival, tightens
from musnad.claims.passed_documents import bring_out
from musnad.claims.passed_on import PUBLISHING, published_before, publishes
from musnad.claims.passive import is_passive, read_passive, relative_end
from musnad.claims.phrases import Phrase, read_phrase
from musnad.claims.recordings import recorded
from musnad.claims.resumed import read_resumed
from musnad.claims.second_nouns import noun_behind_speaker
from musnad.claims.subjects import direct_subject, look_before, speaks_before, subject_before
from musnad.claims.told_to import read_interview
from musnad.claims.unmarked import directed_deed, unmarked_speech
from musnad.claims.verb_or_noun import follows_its_speaker, is_governed_noun, is_speaker, is_voiced
from musnad.claims.view import SentenceView
from musnad.languages.grammar import Cue, Form
from musnad.model import LinkKind, Relation, Stance

_SHORT_QUOTATION = 4
_OCCASION_REACH = 26  # tokens before the speaker in which the occasion that opened the clause is named
# ما وصفه فلان بأنه: what follows is what he calls it.
_NAMING = frozenset({"وصف", "اعتبر", "نعت"})
_REJECTING = frozenset({"رفض", "استنكر", "شجب"})
_SPEAKING = "تحدث"
_LOOKING = "اطلع"
_CONDEMNING = frozenset({"دان", "ادان"})
_UNSAID = frozenset({"هل", "وهل", "فهل", "كاد", "كادت", "وكاد", "ليت", "وليت"})
_DESPITE = frozenset({"رغم", "برغم", "بعد", "مع", "عقب", "قبل"})
_PARTICULAR = frozenset({"ruled", "worded", "owned"})  # verbs that report only in one construction
_THUS = frozenset({"هكذا", "هذا"})  # «...»، هكذا قال فلان
_CONDITIONS = frozenset({"اذا", "لو", "متي", "كلما"})
_TAKING = frozenset({"وهو", "وهي"})  # وهو ما يرى السكان أنه كذا: what follows the clause's opener is held
_READINESS = ("استعداد", "التزام", "تعهد")
_NOUNS = ("object", "preposition")  # kinds of what is governed that name it and do not say it
_POINTING = frozenset({"هذا", "هذه", "ذلك", "تلك"})
_THIS = frozenset({"ذلك", "بذلك"})
_TELLING_THIS = frozenset({"اوضح", "اعلن", "اكد", "صرح", "ذكر", "افاد", "بين"})
_TELLING = frozenset({"ابلغ", "اخبر"})
_ALL_OF_THEM = frozenset({"كلهم", "جميعهم", "بعضهم", "معظمهم", "اغلبهم", "غالبيتهم", "احدهم", "كلاهما"})
_OF_A_PRONOUN = frozenset({"انه", "انها", "بانه", "بانها", "هو", "هي"})
_SHOWING = frozenset({"دل", "افاد", "اشار", "كشف", "اظهر", "اثبت", "عكس"})


def read_verb(view: SentenceView, index: int) -> Draft | None:
    """Return the report that the finite cue at `index` carries, or None where it is no report."""
    cue = view.finite_cue(index)
    if cue is None or not _may_report(view, index, cue):
        return None
    if is_passive(view, index):
        return read_passive(view, index, cue)
    if (resumed := read_resumed(view, index, cue)) is not None:
        return resumed if cue.takes.isdisjoint(_PARTICULAR) else None
    if view.word(index + 1) in _THIS and cue.lemma in _TELLING_THIS:
        return _read_this(view, index, cue)
    negated = view.word(index - 1).lstrip("و") in {"لم", "لا", "لن"}
    if ("negated" in cue.takes and not negated) or ("affirmed" in cue.takes and negated):
        return None
    if negated and excepts_subject(view, index):
        return None
    complement = _governed(view, index, cue, negated=negated)
    if complement is None:
        return _quotation_before(view, index, cue)
    if not fits(view, index, cue, complement):
        return None
    first = index - 1 if index and (negated or view.bare(index - 1) in {"قد", "لقد"}) else index
    link = DraftLink((first, complement.cue_end), complement.subject, stance=cue.stance, negated=negated)
    link.agreement = (cue.gender, cue.number)
    if cue.lemma == "وجه" and complement.kind == "preposition":
        link.stance = Stance.DEMANDS  # وجه المحافظ بتشكيل لجنة
    if complement.kind == "object" and _is_readiness(view, complement.start) and not negated:
        link.stance = Stance.PROMISES
    elif cue.lemma == "اصر" and complement.kind == "clause":
        link.stance = Stance.ASSERTS  # أصر على أن: he holds to it; أصر على السفر: he demands it
    position: str | None = "after"
    if complement.subject is None:
        position = look_before(view, index, link, complement.kind)
        if position is None or view.word(index) in {"تبين", "يبين"}:
            return None  # تبين أن: it turned out that
        if position == "elided" and is_deed(view, index, cue, complement):
            return None
    if link.source is not None and position == "before" and complement.through is None:
        _published_between(view, link, index, complement)
    if cue.lemma == "اشتبه" and link.source is None:
        link.elision = Elision.NOBODY  # يشتبه في: suspects are suspected by nobody in particular
    links, start, end = _links_and_content(view, index, link, complement, cue)
    bring_out(view, index, links, cue)
    if (position == "before" and _is_thing(view, link.source, cue)) or _only_points(view, link.source):
        return None
    held = cue.object_suffix and complement.kind == "object" and cue.lemma not in HOLDING | _NAMING
    if held and view.within(index - 1, "relatives"):
        return None  # المرونة التي تبديها الحكومة: the pronoun is the object, and the noun before it
    named = position == "before" or (position == "elided" and complement.kind in _NOUNS)
    if named and _is_announced(view, index, cue):
        return None
    if position in ("relative", "named"):
        end = relative_end(view, start, end)
    labelled = position == "named" or (cue.object_suffix and cue.lemma in _NAMING)
    if labelled and (number := view.openings.get(start + 1)) is not None:
        end = min(end, view.sentence.quotations[number][1] + 1)
    kind = "quote" if position == "relative" and complement.kind == "colon" else complement.kind
    rule = "named-as" if position == "named" else f"verb-{position}-{kind}"
    return Draft(rule, links, [(start, end)], cue, clause_start=_clause_start(link, index))


def _read_this(view: SentenceView, index: int, cue: Cue) -> Draft | None:
    """أوضح ذلك مدير الميناء، صرح بذلك فلان: what he says stands in the sentence before."""
    subject = read_phrase(view, index + 2, cue)
    if subject is None or not is_speaker(view, subject):
        return None
    link = DraftLink((index, index + 1), subject, stance=cue.stance)
    return Draft("verb-after-object", [link], [(index + 1, index + 2)], cue, clause_start=index)


def _is_thing(view: SentenceView, source: Phrase | None, cue: Cue) -> bool:
    """عمل رائع يدل على كذا، خبر يفيد بكذا: what a noun without article and name shows is said by whoever names it."""
    if source is None or view.word(source.first).startswith("ال"):
        return False
    if source.end == source.first + 1 and view.ends_with_pronoun(source.first) and not is_speaker(view, source):
        return view.bare(source.first) not in _ALL_OF_THEM  # جعلهم يرفضون: a verb with its pronoun
    if cue.lemma not in _SHOWING:
        return False
    if view.word(source.first - 1) in _OF_A_PRONOUN and holder_of(view, source.first) is None:
        return True  # إنه عمل رائع يدل على كذا
    return not is_speaker(view, source) and not may_be_name(view, source.first)


def _only_points(view: SentenceView, source: Phrase | None) -> bool:
    """هذا يؤكد أن، يرجح ذلك ظهور كذا: what was told before lets the writer conclude, and speaks to nobody."""
    return source is not None and source.end == source.first + 1 and view.bare(source.first) in _POINTING


def _is_announced(view: SentenceView, index: int, cue: Cue) -> bool:
    """التعديل سيعلن عنه: the pronoun of the verb's own preposition shows that the noun before is what is announced."""
    word = view.word(index + 1)
    return any(word in {preposition + "ه", preposition + "ها"} for preposition in cue.prepositions)


def _is_readiness(view: SentenceView, at: int) -> bool:
    """أبدى استعداده للتعاون، أكدت التزام بلادها ب: who declares that he will, promises."""
    word = view.word(at)
    owned = view.ends_with_pronoun(at) or view.tokens[at + 1 : at + 2]
    return bool(owned) and word.startswith(_READINESS) and not word.startswith("استعدادات")


def _may_report(view: SentenceView, index: int, cue: Cue) -> bool:
    """Tell whether the cue's form and place let it report: no formula, no grading clause, no subjunctive."""
    if view.phrase_at(index, "formulas") or not _may_be_verb(view, index):
        return False
    if view.word(index - 1) in _UNSAID and view.quote_of[index] < 0:
        return False  # هل قال الرئيس إن؟ كاد يعلن أن: nobody has said so
    if grade_end(view, index) is not None or _withholds_name(view, index):
        return False  # طلب عدم الكشف عن اسمه، لم تكشف عن هويته grade the source
    if cue.object_suffix and "object" not in cue.takes and not cue.prepositions:
        return False
    if cue.lemma == _LOOKING and view.word(index + 1).startswith("علي"):
        return False  # بيان اطلعت عليه الوكالة: it looked at it
    if cue.lemma in _CONDEMNING and view.word(index + 1).startswith("بال"):
        return False  # يدين بالولاء لناديه: he owes it
    happens = cue.lemma == _SPEAKING and view.word(index - 1) in {"لم", "لن", "قد", "لا"}
    if happens and view.word(index + 1) not in cue.prepositions and not view.word(index + 1).startswith("ال"):
        return False  # لن تحدث أخطاء: nothing of the sort will happen
    if is_reckoned(view, index, cue) or is_plain_noun(view, index, cue):
        return False
    if tells_of_arrival(view, index, cue) or is_considered(view, index, cue):
        return False
    if tightens(view, index, cue) or signs(view, index, cue):
        return False
    if cue.lemma in PUBLISHING and brings_out_its_own(view, index):
        return False
    if cue.lemma == "اعتبر" and cue.form is Form.IMPERFECT and not cue.object_suffix and not _has_clause(view, index):
        return noun_behind_speaker(view, index, cue) is not None  # the copular تُعتبر: is considered
    # A subjunctive tells what should be said, not what was.
    return not (cue.form is Form.IMPERFECT and view.word(index - 1) in {"ان", "بان", "لان", "كي", "لكي"})


def _withholds_name(view: SentenceView, index: int) -> bool:
    """مسؤول لم تكشف عن هويته: whose name is withheld is the source before the verb."""
    named = {view.word(index + 1), view.word(index + 2) if view.word(index + 1) == "عن" else ""}
    return view.word(index - 1) == "لم" and not named.isdisjoint(view.grammar.words["identity"])


def _governed(view: SentenceView, index: int, cue: Cue, *, negated: bool) -> Complement | None:
    """Return what the verb governs; where its speaker stands before it, what follows is not taken for one."""
    complement, relative = None, speaks_before(view, index)
    if relative or (not view.has_conjunction(index) and direct_subject(view, index) is not None):
        complement = find_complement(view, index, cue, negated=negated, bare=True)
        complement = complement or _plain_object(view, index, cue, negated=negated)
    if complement is not None or relative or _has_spoken(view, index):
        return complement
    held = noun_behind_speaker(view, index, cue) if cue.lemma in HOLDING else None
    complement = held or find_complement(view, index, cue, negated=negated)
    loose = complement is not None and complement.kind in {"preposition", "object"} and not view.opens_clause(index)
    if loose and complement is not None and complement.subject and not is_speaker(view, complement.subject):
        return None  # قانون يشدد العقوبة على: within a clause, the noun behind the verb is its object
    return (
        complement
        or unmarked_speech(view, index, cue)
        or directed_deed(view, index, cue)
        or noun_behind_speaker(view, index, cue)
        or recorded(view, index, cue)
    )


def _has_spoken(view: SentenceView, index: int) -> bool:
    """كان سالم كامل قد علق على تصريحات الوزير، قائلا: behind كان its subject stands, so none follows the verb."""
    if view.word(index - 1) != "قد" or view.bare(0) not in {"كان", "كانت"}:
        return False
    subject = read_phrase(view, 1, limit=index - 1)
    return direct_subject(view, index) is not None or (subject is not None and subject.end == index - 1)


def _links_and_content(
    view: SentenceView, index: int, link: DraftLink, complement: Complement, cue: Cue
) -> tuple[list[DraftLink], int, int]:
    """Return the chain's links, page first, with the first and last token of the content."""
    links, start = [link], complement.start
    if complement.relayed_from:
        link.relation = Relation.RELAYS
        cue_range, phrase = complement.relayed_from
        links.append(DraftLink(cue_range, phrase))
        for origin in complement.origins:
            links[-1].relation = Relation.RELAYS
            links.append(DraftLink(None, origin))
    elif cue.stance is Stance.BELIEVES:
        link.relation = Relation.BELIEVES
    if cue.stance is Stance.DENIES or cue.lemma in _REJECTING:
        start = denied_words(view, start, links)
    said_so = view.word(start) in SO and complement.kind == "object"  # نفت موسكو ذلك | بشدة
    end = start + 1 if said_so else content_end(view, start)
    source = link.source
    if complement.through_cue and source is not None and view.word(source.first) == "تقارير":
        link.source = complement.through  # تقارير نشرتها صحف تشير إلى: who issued the document speaks in it
    elif complement.through:
        links.insert(0, DraftLink(complement.through_cue, complement.through, Relation.RELAYS))
    if complement.told_to and source is not None and _owns(view, complement.told_to, source):
        link.source, complement.told_to = complement.told_to, None  # كشفت وثائق لموقع كذا أن: whose they are
    told_to = complement.told_to or _told_before(view, link.source.first if link.source else index, index)
    after = end + view.is_comma(end)
    if told_to is None and view.word(after) == "في":
        told_to = read_interview(view, after)
    if told_to:
        links.insert(0, DraftLink(None, told_to, Relation.TOLD_TO))
    elif len(links) == 1 and (published := published_before(view, _clause_start(link, index))) is not None:
        links.insert(0, DraftLink(published[0], published[1], Relation.RELAYS))
    return links, start, end


def _owns(view: SentenceView, outlet: Phrase, source: Phrase) -> bool:
    """وثائق مسربة لموقع كذا: right behind a document without the article ل names whose it is."""
    head = holder_of(view, source.first)
    document = head is not None and head.kind is LinkKind.DOCUMENT and not view.word(source.first).startswith("ال")
    return document and outlet.first - source.end in (0, 1)


def _told_before(view: SentenceView, first: int, index: int) -> Phrase | None:
    """في مقابلة مع قناة كذا، قال فلان: the occasion opens the clause."""
    for at in range(index - 1, -1, -1):
        if view.word(at) in {".", "؛"} or view.finite_cue(at) is not None or at < first - _OCCASION_REACH:
            return None
        if view.bare(at) in {"في", "خلال", "ردا"} and view.quote_of[at] < 0:
            found = read_interview(view, at)
            if found is not None and found.end <= index:
                return found
    return None


def _is_author(view: SentenceView, at: int) -> bool:
    """نشرها مركز كذا | للباحث فلان: whose the published words are."""
    head = holder_of(view, at) if view.word(at).startswith("لل") else None
    return head is not None and head.is_title and head.kind in (LinkKind.ANON, LinkKind.PERSON)


def _published_between(view: SentenceView, link: DraftLink, index: int, complement: Complement) -> None:
    """وثيقة، نشرها موقع كذا، كشفت ...: the publisher stands between subject and verb, and the author may behind him."""
    assert link.source is not None
    for at in range(link.source.end, index):
        if publishes(view, at):
            author = next((n for n in range(at + 2, index) if _is_author(view, n)), None)
            complement.through, complement.through_cue = read_phrase(view, at + 1, limit=author or index), (at, at + 1)
            if author is not None:
                written = read_phrase(view, author, limit=index)
                link.source = replace(written, clitic=1) if written is not None else link.source


def _plain_object(view: SentenceView, index: int, cue: Cue, *, negated: bool) -> Complement | None:
    """فلان يدين الهجوم: the subject stands before, so what follows is the object."""
    at = skip_adjuncts(view, index + 1)
    revealed = "reveal" in cue.takes and view.word(at) in view.grammar.words["revealed"]
    if revealed and subject_before(view, index) is not None:
        return Complement("object", at, index + 1)
    governed = view.word(index + 1).startswith(("ب", "ل")) and holder_of(view, index + 1) is None
    if not ("object" in cue.takes or (negated and not governed and cue.lemma not in _TELLING)) or not is_plain_object(
        view, index + 1
    ):
        return None
    return Complement("object", index + 1, index + 1) if subject_before(view, index) is not None else None


def _has_clause(view: SentenceView, index: int) -> bool:
    opens = view.grammar.words["complementisers"]
    return any(view.word(n) in opens for n in range(index + 1, min(len(view), index + 9)))


def _clause_start(link: DraftLink, index: int) -> int:
    return min(index, link.source.first) if link.source else index


def _may_be_verb(view: SentenceView, index: int) -> bool:
    word, previous = view.word(index), view.word(index - 1)
    words = view.grammar.words
    if view.has_conjunction(index) and index and view.tokens[index - 1].is_word and not reports(view, index):
        return False  # التقى بينه وبين الوزير؛ جمع الأوراق وكتب رسالة
    if word == "طالبا" and not view.opens_clause(index):
        return False  # قال الموظف طالبا ألا ينشر اسمه: one who asks, and no verb of two
    noun = word == "نفي" or view.masdar_cue(index) is not None
    if noun and view.bare(index - 1) in _DESPITE and not view.has_conjunction(index):
        return False  # ورغم نفي الحكومة، رغم تعهد الوزير: the noun, and no verb
    conditioned = view.bare(index - 1) in _CONDITIONS
    led = previous in {"كان", "كانت"} or view.within(index - 1, "negators")  # إذا لم تحدد البلاد
    if conditioned or (led and view.bare(index - 2) in _CONDITIONS):
        return False  # إذا أصرت الحكومة؛ سئل عما إذا كان يعتقد
    cue = view.finite_cue(index)
    if cue is not None and cue.object_suffix and (cue.lemma == "نسب" or view.word(index + 1) == "الله"):
        return False  # بلغت نسبته؛ أيده الله: a wish, in which nobody speaks
    if _is_first_person(view, index) or previous in {"وهو", "وهي", "هو", "هي"}:
        return False  # وهو طالب في الجامعة
    if word == "بين" and view.word(index + 2).startswith("وال"):
        return False  # بين الولاء والمعارضة
    if view.bare(index) == "ابرز" and (previous in {"كان", "كانت", "من"} or view.word(index + 1) == "ما"):
        return False  # كان أبرز ما في الحفل أن: the most prominent, and no verb
    if word.endswith("ا") and (word[:-1] in words["homographs"] or view.bare(index)[:-1] in words["homographs"]):
        return False  # ردا على، علما أن: an accusative, and no dual
    if cue is not None and cue.object_suffix and view.masdar_cue(index) is not None and is_governed_noun(view, index):
        return False
    if view.word(index - 1) in words["naming"] and cue is not None and cue.object_suffix:
        return cue.lemma in _NAMING
    if previous in {"مما", "لما"} and cue is not None and not cue.object_suffix:
        return False  # مما يهدد بكسر ساقه، مما يؤكد تعافيه: what happened does so
    taken = previous == "ما" and not (view.word(index - 2) in _TAKING and _has_clause(view, index))
    if taken or (word in view.grammar.given_names and not view.has_conjunction(index)):
        return False
    if view.word(index + 1) in {"فيه", "فيها"} and cue is not None:
        return True  # رسالة طالب فيها ب، اتصال عبر فيه عن: no student and no way
    if word == "عبر" and index and not view._after_switch(index - view.is_comma(index - 1)):
        return is_voiced(view, index)
    if previous in words["prepositions"] and previous not in words["time_words"] and not view.is_comma(index - 1):
        return previous in {"فيه", "فيها", "له", "لها", "عنه", "عنها", "بعيد"}
    if view.raw(index).endswith("ى"):
        return True  # نفى، رأى: so spelled they are verbs
    if word in words["homographs"] or view.bare(index) in words["homographs"]:
        return view.opens_clause(index) or follows_its_speaker(view, index)
    return True


# Verbs whose perfect begins with a bare alif: a hamza on it makes the first person (أعتقد، أتوقع).
_OF_ME = frozenset({"لكنني", "ولكنني", "لكني", "ولكني", "انني", "وانني", "اني", "لانني"})
_BARE_ALIF = ("اعت", "اقت", "است", "اشت", "احت", "اتهم", "ادعي", "التز", "افتر", "امتن", "انتق", "ارتا", "اختت")


def _is_first_person(view: SentenceView, index: int) -> bool:
    """أعتقد، وأعتبر: the speaker's own verb within his words."""
    cue, raw = view.finite_cue(index), view.raw(index).lstrip("وف")
    if view.word(index - 1) in _OF_ME:
        return True
    return cue is not None and raw.startswith("أ") and cue.lemma.startswith(_BARE_ALIF)


def _quotation_before(view: SentenceView, index: int, cue: Cue) -> Draft | None:
    """Read «...»، قال فلان: the quotation comes first."""
    closing = index - 1
    while closing > 0 and (view.is_mark(closing) or view.word(closing) in _THUS):
        closing -= 1
    if "quote" not in cue.takes or closing <= 0 or not view.tokens[closing].is_quote:
        return None
    quotation = next((pair for pair in view.sentence.quotations if pair[1] == closing), None)
    if quotation is None or quoted_words(view, quotation[0]) < _SHORT_QUOTATION - (quotation[0] == 0):
        return None  # three words that open the sentence are a sentence; within one they may be a name
    subject = read_phrase(view, skip_adjuncts(view, index + 1), cue)
    if subject is None and view.has_conjunction(index):
        return None
    link = DraftLink((index, index + 1), subject, stance=cue.stance, agreement=(cue.gender, cue.number))
    return Draft("quotation-first", [link], [(quotation[0], closing + 1)], cue, clause_start=quotation[0])
