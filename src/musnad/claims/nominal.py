"""Reads reports that a noun carries: قوله إن ...، إعلان الجيش أن ...، اتهامات بالتزوير."""

from musnad.claims.adjuncts import skip_adjuncts
from musnad.claims.content import content_end, excepts, quoted_words, trim
from musnad.claims.drafts import Draft, DraftLink, Elision
from musnad.claims.naming import holder_of, is_masdar, outlet_at
from musnad.claims.other_meanings import is_recognition
from musnad.claims.passed_on import PUBLISHING
from musnad.claims.phrases import Phrase, read_phrase
from musnad.claims.view import SentenceView
from musnad.languages.grammar import Cue
from musnad.model import Relation, Stance

STATEMENT_VERBS = frozenset({"جاء", "ورد"})
"""The verbs of جاء في بيان."""
SILENCE = "لم"
"""The word at which a missing comment begins."""
# تم إبلاغه: the pronoun is whom the deed befell.
# مطالبة السلطات بكذا، نصح الناس بكذا: the noun behind is whom one asks, and nobody says who does.
_THAT_IT = frozenset({"بانه", "بانها", "بانهم", "ب"})
_ACCUSING = "اتهم"
_OF_ANOTHER = frozenset({"طالب", "نصح", "حث", "ناشد"})
_UNDERGONE = frozenset({"تم", "يتم", "جري", "يجري", "سيتم", "ستتم", "تمت"})
# ما وصف بأنه: a verb stands behind ما.
_WHAT = frozenset({"ما", "بما", "عما", "مما", "لما"})
_LEADING = frozenset({"مع", "بعد", "قبل", "منذ", "عقب", "رغم", "اثر", "بسبب", "فور"})
# The writer's own voice: في إشارة إلى تصريحاته، على اعتبار أن.
_WRITERS_OWN = frozenset({("في", "اشاره"), ("علي", "اعتبار")})
_ALLEGING = "بزعم"  # يسجنان بزعم التآمر: nobody says who alleges it
_REACH = 14
_CHARGE_REACH = 14
_RUMOUR_REACH = 6
_ISSUING = frozenset({"اصدر", "وزع"})
_QUOTED = 3
_COMMENTS = frozenset({"تعليق", "رد", "تعقيب", "توضيح", "بيان", "موقف"})
_BEFORE_CLAUSE = frozenset({"قبل", "بعد", "منذ", "دون", "رغم"})


def read_masdar(view: SentenceView, index: int) -> Draft | None:
    """Return the report that a verbal noun at `index` carries, or None."""
    cue = view.masdar_cue(index)
    if cue is None or view.word(index).startswith("ال") or view.bare(index - 1) in _UNDERGONE | _WHAT:
        return None
    if (view.bare(index - 1), view.word(index)) in _WRITERS_OWN:
        return None
    opens = view.grammar.words["complementisers"]
    at = index + 1
    if excepts(view, at):
        return None
    link = DraftLink((index, at), None, stance=cue.stance, agreement=(cue.gender, cue.number))
    if cue.stance is Stance.BELIEVES:
        link.relation = Relation.BELIEVES
    if cue.lemma == _ACCUSING and not _has_accused(view, at, cue):
        return None  # اتهام الوزير بكذا، اتهامه بكذا: whom one accuses
    if not cue.object_suffix:
        charge = view.word(at)[1:].removeprefix("ال")  # اشتباه | بحمل السلاح
        charged = _names_deed(view, at, cue.prepositions) and is_masdar(view, at, stem=charge) and not view.is_given(at)
        accused = _accused_at(view, at) if cue.lemma == _ACCUSING else None
        source = None if charged else read_phrase(view, at, cue, limit=accused)
        if source is not None and source.end - source.first == 1 and view.word(at).endswith(("ي", "يه")):
            named = view.is_given(at) or view.word(at).startswith("ال")
            source = source if named or holder_of(view, at) is not None else None
            if source is None:
                return None  # تهديد روسي: an adjective
        if source is not None and cue.lemma == "وصف" and not _is_known(view, source):
            return None  # عجزوا عن وصف تلك الأيام: what one describes describes nothing
        described = source.end if source is not None and cue.lemma == "وصف" else at
        if described > at and view.word(described) in _THAT_IT:
            source, at = None, described  # ذهب الوزير إلى حد وصف الاتفاق بأنه كذا: what one describes
            link.elision, link.agreement = Elision.SENTENCE, ("", "")
        if source is not None:
            link.source, at = source, skip_adjuncts(view, source.end)
            while view.is_comma(at):
                at = skip_adjuncts(view, at + 1)
            at = _past_object(view, at, cue)
            if excepts(view, at):
                return None  # بناء على تصريح أحد الشهود إلا أنه لم يذكر: the clause is the writer's
    if view.word(at) in cue.prepositions and len(view.word(at)) > 1:
        at += 1
        link.cue = (index, at) if cue.object_suffix else link.cue
        if view.word(at) not in opens and not cue.object_suffix:
            return None
    elif view.word(at) not in opens and not _names_deed(view, at, cue.prepositions):
        known = link.source is not None and holder_of(view, link.source.first) is not None
        quoted = known and at in view.openings and "quote" in cue.takes
        if not quoted and ("masdar" not in cue.takes or not (known or cue.object_suffix) or not is_masdar(view, at)):
            return None
    if link.source is None and not cue.object_suffix and view.word(at) not in opens:
        return None
    if is_recognition(view, cue, at):
        return None
    if cue.lemma in _OF_ANOTHER and link.source is not None and view.word(at) not in opens:
        return None
    end = content_end(view, at)
    if view.bare(index - 1) in _LEADING and view.word(at) not in opens:
        # بعد إعلان الجيش إطلاق المعركة، تقدم: the comma leads back to the main clause.
        end = next((n for n in range(at + 1, end) if view.is_comma(n) and view.quote_of[n] < 0), end)
    return Draft("masdar", [link], [(at, end)], cue, clause_start=index)


def _is_known(view: SentenceView, phrase: Phrase) -> bool:
    named = any(view.is_given(at) for at in range(phrase.first, phrase.end))
    return named or holder_of(view, phrase.first) is not None


def _has_accused(view: SentenceView, at: int, cue: Cue) -> bool:
    """اتهام الحكومة | للشركة: the accused stands behind ل, or a clause follows, so that the genitive is who accuses."""
    if cue.object_suffix:
        return view.word(at) in view.grammar.words["complementisers"]
    source = read_phrase(view, at, cue, limit=_accused_at(view, at))
    after = skip_adjuncts(view, source.end) if source is not None else at
    return _past_object(view, after, cue) > after or view.word(after) in view.grammar.words["complementisers"]


def _accused_at(view: SentenceView, at: int) -> int | None:
    """اتهام الحكومة | للشركة: return where ل leads to the accused behind who accuses, or None."""
    lams = (n for n in range(at + 1, min(len(view), at + _REACH)) if view.word(n).startswith("ل"))
    return next((n for n in lams if view.word(n) not in view.grammar.holders and holder_of(view, n) is not None), None)


def _past_object(view: SentenceView, at: int, cue: Cue) -> int:
    """اتهام موسكو | لبريطانيا | بكذا: ل leads to the object of a verbal noun; return the token after it."""
    if not view.word(at).startswith("ل") or holder_of(view, at) is None:
        return at
    accused = read_phrase(view, at, cue)
    if accused is None:
        return at
    clause = view.word(accused.end) in view.grammar.words["complementisers"]
    return accused.end if clause or _names_deed(view, accused.end, cue.prepositions) else at


def _names_deed(view: SentenceView, at: int, prepositions: frozenset[str]) -> bool:
    word = view.word(at)
    return word.startswith("ب") and "ب" in prepositions and len(word) > 3


def read_statement(view: SentenceView, index: int) -> Draft | None:
    """Return the report in جاء في بيان للوزارة أن ... at `index`, or None."""
    if view.bare(index) not in STATEMENT_VERBS or view.word(index + 1) != "في":
        return None
    if any(index >= n and view.phrase_at(index - n, "as_reported") == n for n in (1, 2)):
        return None  # حسبما جاء في بيان stands behind the words
    source = read_phrase(view, index + 2)
    if source is None:
        return None
    links, at = _publication(view, DraftLink((index, index + 2), source))
    while at < min(len(view), source.end + _REACH):
        opens = view.word(at) in view.grammar.words["complementisers"]
        quoted = at in view.openings and quoted_words(view, at) >= _QUOTED
        if opens or quoted or (view.word(at) == ":" and at + 1 < len(view)):
            start = at + 1 if view.word(at) == ":" else at
            return Draft("stated-in", links, [(start, content_end(view, start))], None, clause_start=index)
        if view.cues_at(at) or view.word(at) in {".", "؛"}:
            return None
        at += 1
    return None


def _publication(view: SentenceView, link: DraftLink) -> tuple[list[DraftLink], int]:
    """جاء في البيان الذي نشرته وكالة كذا أن: return the links, who published before the document, and where to go on.

    Who issued a document without another owner (بيان أصدرته الوزارة) speaks in it.
    """
    assert link.source is not None
    at = link.source.end + view.within(link.source.end, "relatives")
    cue = view.finite_cue(at)
    by = read_phrase(view, at + 1) if cue is not None and cue.object_suffix else None
    if cue is None or by is None or cue.lemma not in PUBLISHING | _ISSUING:
        return [link], link.source.end
    if cue.lemma in _ISSUING:
        link.source = by
        return [link], by.end
    return [DraftLink((at, at + 1), by, Relation.RELAYS), link], by.end


def read_charge(view: SentenceView, index: int) -> Draft | None:
    """Return the charge that nobody in particular makes (بتهمة الإرهاب، المتهم بالقتل), or None."""
    if not view.within(index, "charges"):
        return None
    word = view.bare(index)
    bare_charge = (word.endswith("تهمه") and not word.startswith("ال")) or word == _ALLEGING
    if word == _ALLEGING and view.word(index + 1) in view.grammar.words["complementisers"]:
        return None  # دافع عن القرار بزعم أن: he says so himself
    at = index + 1
    if bare_charge and (view.word(at) in view.grammar.words["adverbs"] or view.word(at).endswith("يه")):
        return None  # توجيه تهمة رسميا له، دون تهمة قانونية: of what one is charged is not told
    if not bare_charge:
        found = next((n for n in range(at, min(len(view), at + _CHARGE_REACH)) if _opens_charge(view, n)), None)
        stops = range(at, found if found is not None else at)
        if found is None or any(view.word(n) in {".", "؛"} or view.finite_cue(n) for n in stops):
            return None
        if "متهم" in word and view.word(index + 1) != "من" and any(not view.word(n).startswith("ال") for n in stops):
            return None  # المتهم نفسه ... بالسجن، المتهم اتصل بالشرطة: only an adjective stands before the charge
        if any(view.participle_cue(n) is not None and view.is_comma(n - 1) for n in stops):
            return None  # اتهامات محددة، واصفا الخطوة بأنها: the participle's own ب
        at = found
    if at >= len(view):
        return None
    link = DraftLink((index, index + 1), _accuser(view, index, at), elision=Elision.NOBODY)
    name = "charge-epithet" if "متهم" in word else "charge"
    return Draft(name, [link], [(at, _charge_end(view, at))], None, clause_start=index)


def _accuser(view: SentenceView, index: int, at: int) -> Phrase | None:
    """Return who accuses in اتهامات المعارضة للحكومة بكذا, the accused left out, or None: اتهامات للحكومة بكذا."""
    named = view.bare(index) == "اتهامات" and holder_of(view, index + 1) is not None
    if not named or view.word(index + 1).startswith("ل"):
        return None
    accused = next((n for n in range(index + 2, at) if view.word(n).startswith("ل")), at)
    return read_phrase(view, index + 1, limit=accused)


def _opens_charge(view: SentenceView, index: int) -> bool:
    word = view.word(index)
    names = view.grammar.words["not_glued"] | view.grammar.words["adverbs"]
    return word.startswith("ب") and len(word) > 4 and word not in names and view.quote_of[index] < 0


def _charge_end(view: SentenceView, at: int) -> int:
    """A charge is a noun phrase: it ends at the first comma or verb of reporting."""
    end = content_end(view, at)
    for index in range(at + 1, end):
        if (
            view.is_comma(index)
            or view.cues_at(index)
            or view.within(index, "relatives")
            or view.within(index, "clause_openers")
        ):
            return trim(view, at, index)
    return end


def read_rumour(view: SentenceView, index: int) -> Draft | None:
    """Return the report of nobody in particular in وردت أنباء بأن ...، وسط مخاوف من أن ..., or None."""
    words = view.grammar.words
    noun = view.bare(index).removeprefix("ال")
    believed = noun in words["belief_nouns"]
    if not believed and noun not in words["report_nouns"]:
        return None
    for at in range(index + 1, min(len(view), index + _RUMOUR_REACH)):
        word = view.word(at)
        if word in words["complementisers"] and view.word(at - 1) not in _BEFORE_CLAUSE:
            if any((outlet_at(view, at - n) or (0, ""))[0] > n for n in (1, 2)):
                return None  # تقارير شبكات سي إن إن: no complementiser in a name
            break
        if believed and at > index + 1 and _expected(view, index, at):
            break  # توقعات المصرف بارتفاع الأسعار
        if not view.tokens[at].is_word or view.within(at, "relatives") or view.finite_cue(at) is not None:
            return None
    else:
        return None
    holder = read_phrase(view, index + 1, limit=at) if holder_of(view, index + 1) is not None else None
    link = DraftLink((index, index + 1), holder, elision=Elision.NOBODY)
    if noun == "تقارير" and holder is None:
        link = DraftLink(None, read_phrase(view, index, limit=at), elision=Elision.NOBODY)
    if believed:
        link.relation, link.stance = Relation.BELIEVES, Stance.BELIEVES
    return Draft("rumour", [link], [(at, content_end(view, at))], None, clause_start=index)


def _expected(view: SentenceView, index: int, at: int) -> bool:
    """Tell whether ب leads to a deed at `at`, and who believes in it stands behind the noun at `index`."""
    word = view.word(at)
    deed = word.startswith("ب") and is_masdar(view, at, stem=word[1:]) and not view.is_given(at)
    return deed and holder_of(view, index + 1) is not None and not view.word(index + 1).startswith("ب")


def read_silence(view: SentenceView, index: int) -> Draft | None:
    """Return the missing comment in لم يصدر أي تعليق من الوزارة حول ...: a negated cue, no denial; or None."""
    if view.bare(index) != SILENCE or view.word(index + 1) not in {"يصدر", "تصدر", "يرد", "يتلق"}:
        return None
    noun = next((n for n in range(index + 2, index + 5) if view.word(n) in _COMMENTS), None)
    if noun is None:
        return None
    at = noun + 1
    while view.word(at) in {"رسمي", "فوري", "حتي", "الان", "بعد"}:
        at += 1
    source = read_phrase(view, at + 1) if view.word(at) in {"من", "عن"} else None
    if source is None:
        return None
    start = skip_adjuncts(view, source.end)
    while view.word(start) in {"حتي", "الان", "لحد", "اللحظه"}:
        start += 1
    if view.word(start) not in {"علي", "حول", "بشان", "عن", "حيال", "بخصوص"}:
        return None
    link = DraftLink((index, at + 1), source, negated=True)
    return Draft("silence", [link], [(start, content_end(view, start))], None, clause_start=index)
