"""Reads reports whose source hangs on an adverbial: بحسب فلان، وفقا لفلان، كما أعلن فلان، نقلا عن فلان."""

from dataclasses import replace

from musnad.claims.adjuncts import skip_adjuncts
from musnad.claims.besides import has_complement, is_also, tells
from musnad.claims.content import content_end, goes_by, tail_at, trim
from musnad.claims.drafts import Draft, DraftLink, Elision
from musnad.claims.naming import holder_of, is_outlet_head, is_prepositional, outlet_at
from musnad.claims.other_meanings import is_needed
from musnad.claims.passed_on import origins_behind, publisher_at, publishes
from musnad.claims.phrases import Phrase, read_phrase
from musnad.claims.told_to import read_told_to, received_at
from musnad.claims.view import SentenceView
from musnad.languages.grammar import Cue, Form, Holder
from musnad.model import LinkKind, Relation, Stance

_PASSING_ON = frozenset({"نقل", "ذكر", "اورد", "نشر", "افاد", "بث", "روي"})
_MAIN = frozenset({"فان", "فانه", "فانها", "فقد", "فانهم"})
BY_HIM = {"بحسبه": ("m", "s"), "بحسبها": ("f", "s"), "بحسبهم": ("m", "p")}
"""«According to him», by the gender and number of whom it means."""
_HIM = ("سبه", "سبها", "سبهم")
_MAIN_REACH = 18
# By what law or measure something is done, and nobody says so: استنادا إلى المادة الثالثة.
_NORMS = frozenset({"ماده", "مواد", "احكام", "لوايح", "لايحه", "انظمه", "توقيت", "بنود", "بند", "اصول", "اعراف"})
_MEASURES = frozenset({"تصاميم", "تصميم", "خطه", "خطط", "معايير", "شروط", "ضوابط", "اليه", "اليات", "مواصفات", "اسس"})
_LEADING_PLACE = 4  # tokens before which a source that opens its sentence stands
_MARKED_NAME = 5  # tokens of a name in quotation marks, marks counted
_INTERRUPTED = 8  # tokens of a subject that an adverbial cuts off from its verb
_BEFORE_WHOM = frozenset({"امام", "لدي", "خلال", "في"})  # وفق ما قال أمام المحكمة
_IN_LAM = frozenset({"وفقا", "طبقا", "تبعا", "استنادا"})  # the ل that follows is theirs
_PASSIVE_TOO = frozenset({"اعلن", "نشر"})
_LOOKING = "اطلع"  # كما اطلع الأمير على المعرض: he looked at it
_CAME = frozenset({"جاء", "وجاء", "ورد"})
_OWN_PAGES = frozenset({"حساب", "صفحت", "صفحه", "تغريدت", "تدوينت", "بيان", "كلمت", "منشور", "رسالت"})
_OPENS_MAIN = frozenset({"فان", "فانه", "فانها", "فانهم", "فقد", "فلقد"})
_SINGLED_OUT = frozenset({"اخر", "احدث", "اول"})  # آخر حصيلة: of several
_CUT_OFF = 3  # tokens: a verb and its subject, whose complement follows the source (عمد المحتجون، بحسب المصدر، إلى)
_EVIDENCE = frozenset(
    {"صور", "صوره", "لقطات", "مشاهد", "شهادات", "تسجيلات", "تسجيل", "وثايق", "وثيقه", "مقاطع", "مقطع", "فيديو", "شريط"}
)
_DASHES = frozenset({"-", "–", "—"})
_OPINIONS = ("راي", "براي", "نظر", "بنظر", "تقدير", "بتقدير", "اعتقاد", "باعتقاد")  # في رأي فلان فإن كذا


def read_according_to(view: SentenceView, index: int) -> Draft | None:
    """Return the report whose source بحسب, وفقا ل, نقلا عن ... at `index` names, or None."""
    him = BY_HIM.get(view.bare(index)) if view.words[index].endswith(_HIM) else None
    if him is not None:
        link = DraftLink((index, index + 1), None, agreement=him)
        return _place(view, index, index + 1, [link], "according-to", None)
    length = view.phrase_at(index, "according_to", prefix=True)
    if not length or view.phrase_at(index, "as_reported") or tail_at(view, index):
        return None
    if goes_by(view, index):
        return None
    source = _named_source(view, index + length)
    if source is None:
        return None
    link = DraftLink((index, index + length), source, clitic=_clitic(view, index + length))
    if view.word(index + length - 1).startswith(_OPINIONS):
        link.relation, link.stance = Relation.BELIEVES, Stance.BELIEVES
    if source.first in view.openings and holder_of(view, source.first + 1) is None:
        named = any(view.is_given(at) for at in range(source.first, source.end))
        link.vouched = None if named else Holder(LinkKind.OUTLET, "f", "s")
    if view.bare(index) == "نقلا":
        link.relation = Relation.SAYS
    if view.word(index - 1) == "ذلك" and view.bare(index - 2) in _CAME:
        # جاء ذلك على لسان الوزير: what he said stands before.
        return Draft("according-to-after", [link], [(index - 1, index)], None, clause_start=index)
    # بحسب التقرير الذي نقلته وكالة كذا: who brought the document out stands before it.
    told = source.end + view.within(source.end, "relatives")
    received = received_at(view, told + view.is_comma(told))
    if received is not None:  # بحسب بيان للوزارة اطلعت عليه وكالة كذا
        heard = DraftLink(None, received[0], Relation.TOLD_TO)
        return _place(view, index, received[1], [heard, link], "according-to", None)
    publisher = publisher_at(view, told) if told > source.end or _is_evidence(view, source.first) else None
    if publisher is not None:
        through = DraftLink((told, publisher.first), publisher, Relation.RELAYS)
        return _place(view, index, publisher.end, [through, link], "according-to", None)
    links, end = [link], source.end
    for origin in origins_behind(view, source) if view.bare(index) == "نقلا" else ():
        links[-1].relation, end = Relation.RELAYS, origin.end
        links.append(DraftLink(None, origin))
    return _place(view, index, end, links, "according-to", None)


def _clitic(view: SentenceView, at: int) -> int:
    """Return 1 where the ل of وفقا ل opens the next word."""
    return int(view.bare(at - 1) in _IN_LAM and view.word(at).startswith("ل"))


def _named_source(view: SentenceView, at: int) -> Phrase | None:
    """Return the source phrase at `at`; تقديرات الأمم المتحدة gives the holder whose estimates they are."""
    if view.word(at) == "ل":
        at += 1
        if at in view.openings:
            closing = view.sentence.quotations[view.openings[at]][1]
            return Phrase(at, closing + 1) if closing - at <= 6 else None
    if view.word(at) in view.grammar.words["estimates"] and view.tokens[at + 1 : at + 2]:
        inner = read_phrase(view, at + 1)
        if inner is not None and (holder_of(view, at + 1) is not None):
            return inner
    marked = _marked_at(view, at)
    if marked is not None:
        return marked
    phrase = read_phrase(view, at)
    if phrase is None or _stem(view, at) in _NORMS:
        return None
    if view.word(at) in _MEASURES and view.bare(at - 1).startswith("وفق"):
        return None  # وفق تصاميم قديمة، وفقا لمعايير دولية: in the manner of, and nobody says so
    issuer = _issued_by(view, phrase)
    if issuer is not None and not (_is_evidence(view, at) and publishes(view, phrase.end)):
        return issuer  # وفق صور نشرتها قناة كذا: what they show is no word of hers
    several = view.word(at).startswith("لل") and f"ال{view.word(at)[2:]}" in view.grammar.words["quantity_heads"]
    if several and view.word(at + 1) == "من":
        people = read_phrase(view, at + 2)
        return Phrase(at, people.end, clitic=1) if people is not None else None  # وفقا للعديد من الشهود
    headed = at + view.within(at, "quantity_heads")  # ذات المصدر، بعض السكان
    named = holder_of(view, headed) is not None or outlet_at(view, at) or outlet_at(view, at, clitic=1)
    in_marks = at in view.openings and outlet_at(view, at + 1) is not None
    given = any(view.is_given(at) for at in range(phrase.first, phrase.end))
    if not (named or in_marks or given or _is_bare_name(view, phrase)):
        return None
    # The ل of للصحيفة belongs to the cue; the rest of the word is the source.
    first = view.word(at)
    clitic = int(first.startswith("ل") and not first.startswith("لل"))
    if first in view.grammar.words["known_lams"] and holder_of(view, at) is None:
        clitic = 0
    return replace(phrase, clitic=clitic if view.bare(at - 1) in _IN_LAM else 0)


def _is_evidence(view: SentenceView, at: int) -> bool:
    return view.word(at) in _EVIDENCE or _stem(view, at) in _EVIDENCE


def _stem(view: SentenceView, at: int) -> str:
    """Return the word without its article and the ل of وفقا ل."""
    word = view.word(at)
    return word[2:] if word.startswith(("لل", "ال")) else word.removeprefix("ل")


def _marked_at(view: SentenceView, at: int) -> Phrase | None:
    """وبحسب «الأفق»، فإن: a name in marks that the main clause or the end follows is whoever the writer relies on."""
    number = view.openings.get(at)
    if number is None or view.bare(at - 1) == "وفق":
        return None  # وفق «الأصول المرعية»: in the manner of
    closing = view.sentence.quotations[number][1]
    after = closing + 1 + view.is_comma(closing + 1)
    ends = after >= len(view) or view.word(after) in {".", "!", "؟"} or view.word(after) in _OPENS_MAIN
    # وحسب «الأفق» تعهد سالم كامل: before a verb of speech no comma need close it.
    follows = view.is_comma(closing + 1) or view.finite_cue(closing + 1) is not None
    leads = follows and at < _LEADING_PLACE
    named = closing - at <= _MARKED_NAME and not any(view.cues_at(n) for n in range(at, closing))
    return Phrase(at, closing + 1) if named and (ends or leads) else None


def _issued_by(view: SentenceView, phrase: Phrase) -> Phrase | None:
    """بحسب أرقام أعلنها مسؤولون: those who gave out a document that has no article speak in it."""
    first = phrase.first + (view.word(phrase.first) in _SINGLED_OUT)
    head, cue = holder_of(view, first), view.finite_cue(phrase.end)
    document = head is not None and head.kind is LinkKind.DOCUMENT and not view.word(first).startswith("ال")
    given = cue is not None and cue.form is Form.PERFECT
    resumed = given and view.word(phrase.end + 1) in {"بها", "به", "عنها", "عنه"}  # آخر حصيلة أدلى بها
    if not document or cue is None or not given or not (cue.object_suffix or resumed):
        return None
    issuer = read_phrase(view, phrase.end + 1 + resumed)
    return issuer if issuer is not None and holder_of(view, issuer.first) is not None else None


def _is_bare_name(view: SentenceView, phrase: Phrase) -> bool:
    """..., بحسب والستروم.: one word without article or pronoun that fills what the marks close off is a name."""
    at, word = phrase.first, view.word(phrase.first)
    follows = view.is_mark(phrase.end) or phrase.end == len(view) or view.word(phrase.end) in _OPENS_MAIN
    closed = phrase.end == at + 1 and follows
    set_off = (view.is_comma(at - 2) or at == 1 or view.bare(at - 2) == "ذلك") and len(word) > 4
    plain = not word.startswith(("ال", "ل", "ب", "ك")) and not view.raw(at).endswith(("ة", "ه", "ها", "هم", "ات"))
    return closed and set_off and plain and word not in view.grammar.words["common_nouns"]


def read_as_reported(view: SentenceView, index: int) -> Draft | None:
    """Return the report in كما أعلنت السلطات، بحسب ما أفاد مصدر at `index`, or None."""
    length = view.phrase_at(index, "as_reported")
    if not length:
        return None
    verb = index + length
    if view.bare(verb) in {"قد", "كان", "كانت"}:
        verb += 1
    if view.bare(verb) in {"جاء", "ورد", "جاءت", "وردت"} and view.word(verb + 1) == "في":
        return _stated_in(view, index, verb)
    cue = view.finite_cue(verb) or _told_us(view, verb)
    if cue is None or cue.lemma == _LOOKING or (cue.object_suffix and view.bare(index) == "علي"):
        return None  # لم يعلق على ما نشرته: the relative clause is the object of على
    # حسب ما صرح به المدير: the pronoun stands for what was said.
    at = skip_adjuncts(view, verb + 1 + is_prepositional(view, verb + 1))
    told_first = read_told_to(view, at)
    if told_first is not None:
        at = skip_adjuncts(view, told_first.end)  # وفق ما أكده لموقعنا مصدر طبي
    marked = _marked_outlet(view, at) if cue.lemma in _PASSING_ON else None
    subject = marked or read_phrase(view, at, cue if view.bare(index) == "كما" else None)
    if is_also(view, index, cue, subject) or is_needed(view, cue, subject):
        return None
    left_out = view.word(at) in _BEFORE_WHOM
    if subject is None and not view.is_mark(at) and at < len(view) and at == verb + 1 and not left_out:
        return None
    end = subject.end if subject else at
    if view.bare(index) == "كما" and not tells(cue):
        return None
    if view.bare(index) == "كما" and (has_complement(view, end, cue) or _adds(view, index, end, cue)):
        return None
    end = skip_adjuncts(view, end)
    told_to = read_told_to(view, end) or told_first
    link = DraftLink((index, verb + 1), subject, stance=cue.stance, agreement=(cue.gender, cue.number))
    link.vouched = Holder(LinkKind.OUTLET, "f", "s") if marked else None
    if cue.object_suffix and cue.lemma == "نقل":
        link.relation = Relation.RELAYS
    if subject is None and _is_passive(view, index, end, cue):
        link.elision = Elision.NOBODY
    links = [link]
    if view.word(end) == "عن" and cue.lemma in _PASSING_ON and subject is not None:
        # بحسب ما نقلته صحيفة عن مصادر: whose words the carrier passes on stands inside it.
        origin = read_phrase(view, end + 1)
        if origin is not None:
            link.relation = Relation.RELAYS
            links.append(DraftLink(None, origin))
            end = skip_adjuncts(view, origin.end)
    if told_to:
        links.insert(0, DraftLink(None, told_to, Relation.TOLD_TO))
        end = max(end, told_to.end)
    carrier = _carried_by(view, end)
    if carrier:
        end = _hang(view, links, carrier, end)
    return _place(view, index, end, links, "as-reported", cue)


def _stated_in(view: SentenceView, index: int, verb: int) -> Draft | None:
    """وفق ما جاء في بيان للوزارة، حسب ما ورد في حسابه: return the report of the document, or of whose it is."""
    stated = read_phrase(view, verb + 2)
    if stated is None:
        return None
    links = [DraftLink((index, verb + 2), stated)]
    owner = _owner(view, verb + 2)
    if owner is not None:
        links = [DraftLink((index, verb + 2), None, agreement=owner)]
    return _place(view, index, skip_adjuncts(view, stated.end), links, "as-reported", None)


def _is_passive(view: SentenceView, index: int, end: int, cue: Cue) -> bool:
    """كما أعلن.: with nothing behind it the verb of what is announced is a passive."""
    ends = end >= len(view) or view.word(end) in {".", "؛"}
    return ends and view.bare(index) == "كما" and cue.lemma in _PASSIVE_TOO


def _owner(view: SentenceView, at: int) -> tuple[str, str] | None:
    """حسب ما جاء في حسابه: return gender and number of whose page or statement it is, or None."""
    word = view.word(at)
    if not view.ends_with_pronoun(at) or word.startswith("ال"):
        return None
    bare, owner = (word[:-2], ("f", "s")) if word.endswith("ها") else (word[:-1], ("m", "s"))
    return owner if bare in _OWN_PAGES else None


def _marked_outlet(view: SentenceView, at: int) -> Phrase | None:
    """بحسب ما نقله «صدى الساحل»: behind a verb of passing on, a name in marks alone is an outlet's."""
    number = view.openings.get(at)
    if number is None:
        return None
    closing = view.sentence.quotations[number][1]
    return Phrase(at, closing + 1) if closing - at <= _MARKED_NAME else None


def _told_us(view: SentenceView, verb: int) -> Cue | None:
    """حسب ما أفادنا به مراسلنا: the page says that it was told."""
    word = view.word(verb)
    cues = view.grammar.cues.get(word.removesuffix("نا"), ()) if word.endswith("نا") else ()
    return next((cue for cue in cues if cue.form is Form.PERFECT and cue.number == "s"), None)


def _adds(view: SentenceView, index: int, end: int, cue: Cue) -> bool:
    """كما أدان فلان الهجوم at the start of a sentence is «he also condemned»: no comma closes a short adverbial."""
    after = skip_adjuncts(view, end)
    return (
        _start_of_clause(view, index) >= index and bool(cue.takes & {"object", "masdar"}) and not view.is_comma(after)
    )


def _carried_by(view: SentenceView, at: int) -> tuple[DraftLink, int] | None:
    length = view.phrase_at(at, "according_to", prefix=True)
    if not length:
        return None
    phrase = _named_source(view, at + length)
    if phrase is None:
        return None
    link = DraftLink((at, at + length), phrase, Relation.RELAYS, clitic=_clitic(view, at + length))
    return link, phrase.end


def _hang(view: SentenceView, links: list[DraftLink], carrier: tuple[DraftLink, int], at: int) -> int:
    """Put the carrier at `at` outside the links; نقلا عن after an outlet names whom that outlet relays."""
    link, end = carrier
    own = links[-1].source
    outlet = own is not None and (outlet_at(view, own.first) or is_outlet_head(view, own.first))
    if view.bare(at) in {"نقلا", "استنادا", "علي"} and outlet:
        links[-1].relation, link.relation = Relation.RELAYS, Relation.SAYS
        links.append(link)
    else:
        links.insert(0, link)
    return end


def _place(
    view: SentenceView, index: int, end: int, links: list[DraftLink], name: str, cue: Cue | None
) -> Draft | None:
    """Return the draft with the content before, after or on both sides of the adverbial [index, end)."""
    carrier = _carried_by(view, end)
    if carrier:
        end = _hang(view, links, carrier, end)
    before = _start_of_clause(view, index)
    if index - before < 3 or _opens_another(view, index, end, links[-1].source):
        start = _after(view, end)
        if start is None:
            return None
        return Draft(f"{name}-before", links, [(start, content_end(view, start))], cue, clause_start=index)
    # ...، وذلك حسب المصدر: a pronoun for the words before is none of them.
    content_stop = trim(view, before, index - view.within(index - 1, "taking_up"))
    if view.is_mark(end) and view.word(end) in _DASHES | {"،", ","} and view.word(index - 1) == view.word(end):
        rest = content_end(view, end + 1)
        governed = view.within(end + 1, "prepositions") or view.within(end + 1, "complementisers")
        cut = governed and content_stop - before <= _CUT_OFF and view.word(end + 1) != "حتي"
        if rest - end > 2 and (view.word(end) in _DASHES or cut):
            spans = [(before, content_stop), (end + 1, rest)]
            return Draft(f"{name}-amid", links, spans, cue, clause_start=before)
    further = _goes_on(view, before, content_stop, end)
    if further is not None:
        return Draft(f"{name}-amid", links, [(before, content_stop), (end + 1, further)], cue, clause_start=before)
    return Draft(f"{name}-after", links, [(before, content_stop)], cue, clause_start=before)


def _opens_another(view: SentenceView, index: int, end: int, source: Phrase | None) -> bool:
    """قالت المصادر كذا، وبحسب الشهود فإن كذا: with its و, and with the ف behind it, it opens a clause of its own."""
    leads = view.word(end + view.is_comma(end)) in _OPENS_MAIN and view.bare(index) != view.word(index)
    head = holder_of(view, source.first) if source is not None else None
    return leads and (head is None or head.kind is not LinkKind.DOCUMENT)


def _goes_on(view: SentenceView, before: int, stop: int, end: int) -> int | None:
    """قرية التمور، وفق المشرف، صممت ...: return the end of the clause whose subject the adverbial cuts off."""
    if not view.is_comma(end) or any(view.finite_cue(at) for at in range(before, stop)):
        return None
    subject = read_phrase(view, before) if stop - before <= _INTERRUPTED else None
    noun = view.word(before).startswith("ال") or view.raw(before).endswith(("ة", "ات")) or holder_of(view, before)
    whole = noun and subject is not None and subject.end == stop and not view.cues_at(before)
    joined = view.bare(end + 1) != view.word(end + 1)
    if not whole or joined or view.within(end + 1, "clause_openers") or view.cues_at(end + 1):
        return None
    rest = content_end(view, end + 1)
    return rest if rest - end > 2 else None


def _start_of_clause(view: SentenceView, index: int) -> int:
    """Return where the clause that ends at `index` begins: the sentence's start, marks and conjunctions skipped."""
    if index - 1 in view.openings:
        return index  # «بحسب التقرير، فإن ...»
    start = 0
    while start < index and (view.is_mark(start) or view.word(start) in {"و", "لكن", "ولكن", "كما", "فيما"}):
        start += 1
    return start


def _closed_relative(view: SentenceView, at: int) -> int | None:
    """Return the comma that closes the relative clause at `at`, where it says nothing of its own, or None."""
    comma = next((n for n in range(at, min(len(view), at + _MAIN_REACH)) if view.is_comma(n)), None)
    quiet = comma is not None and not any(view.quote_of[n] >= 0 for n in range(at, comma))
    return comma if quiet else None


def _after(view: SentenceView, end: int) -> int | None:
    """Return where the content begins after a source that came first: ...، فإن العمل توقف."""
    at = skip_adjuncts(view, end)
    # وبحسب منظمة كذا، المسؤولة عن كذا، فإن ...: the main clause shows itself by its ف.
    reach = range(at, min(len(view) - 1, at + _MAIN_REACH * (1 + view.within(at, "relatives"))))
    main = next((n for n in reach if view.is_comma(n) and view.word(n + 1) in _MAIN), None)
    described = view.within(at, "relatives")  # بحسب التحقيق الذي نشرت نتائجه صحف كثيرة، فإن
    if main is not None and (described or not any(view.finite_cue(n) for n in range(at, main))):
        return main + 1
    if described and (closing := _closed_relative(view, at)) is not None:
        at = closing  # وفقا للمتحدث الذي تحدث لإذاعة كذا، | سيغلق الجسر
    while view.is_mark(at):
        at += 1
    if at >= len(view):
        return None
    return at
