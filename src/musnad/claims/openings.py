"""Tells where what a cue governs opens: a clause, a quotation, a colon, a preposition, an object."""

from musnad.claims.adjuncts import is_plain_object
from musnad.claims.clauses import HE_IS
from musnad.claims.content import excepts, opens_in, quoted_words
from musnad.claims.naming import REPORTERS, holder_of, is_his_man, is_masdar, past_time
from musnad.claims.phrases import denies_anybody
from musnad.claims.told_to import read_told_to
from musnad.claims.view import SentenceView
from musnad.languages.grammar import Cue, Form
from musnad.model import LinkKind, Stance

# Verbs with a listener between subject and preposition: دعا فلان الأطراف إلى ...
_ADDRESSED = frozenset({Stance.DEMANDS, Stance.ASKS, Stance.THREATENS})
_ADDRESSED_LEMMAS = frozenset({"حذر", "اتهم", "ابلغ", "اعرب", "عبر"})
_TELLING = frozenset({"ابلغ", "اخبر"})
_DESCRIBING = frozenset({"وصف", "نعت"})  # وصف انسحابه من بلدة باردا بأنه: the ب of a name is none
_DESCRIBED = 20
_OF_SOMEBODY = frozenset({"اتهم", "وصف", "نعت"})  # اتهم الحكومة «بتخويف السكان»: the ب may stand within the marks
_THAT = frozenset({"بان", "بانه", "بانها", "بانهم"})
_RELATIVE_REACH = 24
_SPEAKING = frozenset({"قال", "صرح", "اضاف", "كتب", "غرد", "هتف", "تابع", "اجاب"})  # verbs that take words alone
_SAY = "قال"
_THAT_HE = frozenset({"بانه", "بانها", "بانهم"})
_COMMENTING = frozenset({"علق", "عقب", "رد"})
# Verbs of plain speech: قال صحة هذا is no Arabic.
_BARE = frozenset({"قال", "ظن", "حلم", "ابرز"})
# على هامش الاجتماع، على إثر اللقاء: where and when one spoke, whatever preposition the verb takes.
_CIRCUMSTANCES = frozenset({"هامش", "اثر", "صعيد", "غرار", "متن", "لسان", "راس", "خلفيه", "جانب"})
_MEDIA = ("وسايل", "اعلام")  # spelled like the deed of informing
_INTERROGATIVES = frozenset({"اين", "متي", "كيف", "لماذا", "هل", "ماذا", "لم", "كم"})
_SO = frozenset({"بذلك", "بهذا"})
# Participles that take the deed itself: مؤكدا وقوف، مبينا استمرار.
_STATING = frozenset({"اكد", "بين", "اوضح", "اعلن"})
# Of these lands, and of a band, the ب is of the root: بريطانيان، برازيليون.
_PEOPLES = ("بريطاني", "برازيلي", "باكستاني", "بحريني", "بولندي", "بلغاري", "برتغالي", "بلجيكي", "بنغالي", "بوذي")
_SHORT_QUOTATION = 4
_LONGEST_NAME = 8  # tokens of a body's name in quotation marks, the marks among them
# شجب ما سماه، انتقد ما وصفه: the clause is what he condemns.
_SO_CALLED = ("سما", "اسما", "سمت", "اسمت", "وصفه", "وصفته", "وصفها", "وصفتها", "يسمي", "تسمي")


def opening_at(
    view: SentenceView, at: int, cue: Cue, *, first: bool, settled: bool = True, negated: bool = False
) -> tuple[str, int, int] | None:
    """Return (kind, content start, cue end) where a complement of the cue opens at `at`, else None."""
    word, words = view.word(at), view.grammar.words
    if at >= len(view) or (word.removeprefix("ال") == _MEDIA[1] and view.word(at - 1).endswith(_MEDIA[0])):
        return None
    if word.startswith("ل") and word[1:] in REPORTERS:
        return None  # في تصريح لمراسل كذا: who listened
    opens = word in words["complementisers"] and view.word(at - 1) != "(" and not excepts(view, at)
    if opens and ("clause" in cue.takes or negated) and not is_temporal(view, at, cue):
        return ("clause", at, at)
    if cue.lemma == "سال" and word in _INTERROGATIVES:
        return ("clause", at, at)  # سألها القاضي أين كان زوجها
    if negated and not first and word in {"ما", "فيما", "عما", "اي", "اذا"}:
        return ("object", at, at)
    if negated and cue.lemma in _COMMENTING and word in {"علي", "عن", "حول"}:
        return ("preposition", at, at)  # لم يعلق المكتب على التقرير
    sure = first or settled or at + 1 in view.openings
    if word == ":" and at + 1 < len(view) and sure and cue.takes & {"quote", "clause"}:
        return ("colon", at + 1, at)
    others = view.word(at - 1) == "ب" and "ب" not in cue.prepositions  # تحدث أمام الوفد ... بـ«الكذب»: another verb's
    quotes = at in view.openings and bool(cue.takes & {"quote", "clause"}) and not others
    if quotes and not _is_quoted_name(view, at):
        deed = "masdar" in cue.takes and settled and is_masdar(view, at + 1)  # أعلن الوزير «انتهاء الأزمة»
        follows = first or deed or view.word(at - 1) in {":", "،", ","} or view.word(at - 1) in words["time_words"]
        words_in = quoted_words(view, at)
        closed = words_in >= _SHORT_QUOTATION - 1 and _ends_sentence(view, at)
        closed = closed or (words_in > 1 and cue.lemma in _SPEAKING and _is_all_said(view, at))
        if words_in >= _SHORT_QUOTATION or closed or (follows and words_in >= 2):
            return ("quote", at, at)
    if "object" in cue.takes and word in {"ما", "بما"} and view.word(at + 1).startswith(_SO_CALLED):
        return ("object", at, at)
    if word in cue.prepositions and len(word) > 1 and at + 1 < len(view) and view.word(at + 1) not in _CIRCUMSTANCES:
        if view.word(at + 1) in words["complementisers"]:
            return ("clause", at + 1, at + 1)
        if first or settled or cue.stance in _ADDRESSED or cue.lemma in _ADDRESSED_LEMMAS:
            return ("preposition", at + 1 if first else at, at + 1)
    if word == "بما" and "ب" in cue.prepositions and (first or settled) and not _adds_only(view, at + 1):
        return ("preposition", at, at)
    labelled = at in view.openings and (settled or first or cue.lemma in _OF_SOMEBODY)
    labelled = labelled and (quoted_words(view, at) < _SHORT_QUOTATION or cue.lemma in _OF_SOMEBODY)
    if labelled and is_glued(view, at + 1, cue):
        return ("preposition", at, at)
    if "clause" in cue.takes and (first or settled) and word in words["object_heads"] and cue.lemma not in _BARE:
        return ("object", at, at)
    told_so = word in _SO and cue.lemma in _TELLING
    if told_so or (is_glued(view, at, cue) and not _clause_follows(view, at, cue)):
        return ("preposition", at, at)
    if first and cue.form is Form.PARTICIPLE and _is_stated_deed(view, at, cue):
        return ("object", at, at)
    asked = {"ما", "فيما", "عما", "اي", "اذا", "هويه", "اسم", "مزيد", "المزيد"}
    if negated and first and word in asked and not denies_anybody(view, at):
        return ("object", at, at)
    if (settled or first) and cue.takes & {"masdar", "object"} and (is_masdar(view, at) or is_possessed(view, at)):
        return ("object", at, at)
    if (cue.takes & {"object"} or negated) and settled and not first and is_plain_object(view, at):
        return ("object", at, at)
    return None


def past_described(view: SentenceView, at: int, cue: Cue) -> int | None:
    """قال المدير الذي يتهم بأنه أهمل، | إن: return the إن that قال takes, behind what tells of the speaker."""
    if cue.lemma != _SAY or not view.within(at, "relatives"):
        return None
    ahead = range(at + 1, min(len(view), at + _RELATIVE_REACH))
    clause = next((n for n in ahead if opens_in(view, n)), None)
    told = clause is not None and any(view.cues_at(n) for n in range(at + 1, clause))
    return clause if told and clause is not None and view.is_comma(clause - 1) else None


def _ends_sentence(view: SentenceView, at: int) -> bool:
    """قالت الشركة «الوضع تحت السيطرة».: the sentence is over behind the marks, so that they hold what is said."""
    behind_speaker = holder_of(view, at - 1) is not None or view.is_given(at - 1)
    return behind_speaker and view.word(view.sentence.quotations[view.openings[at]][1] + 1) in {".", "", "؛"}


def _is_all_said(view: SentenceView, at: int) -> bool:
    """قال سالم «سنحترم تعهدنا»، وذلك ...: right behind who speaks, and closed off, two words are what he says."""
    closing = view.sentence.quotations[view.openings[at]][1]
    behind = view.is_given(at - 1) or (holder_of(view, at - 1) is not None and view.word(at - 1).startswith("ال"))
    return behind and (closing + 1 >= len(view) or view.is_comma(closing + 1) or view.word(closing + 1) == ".")


def _adds_only(view: SentenceView, at: int) -> bool:
    """بما في ذلك، بما يضمن: no object of نوه and أشاد."""
    return view.word(at) in {"في", "فيها", "فيهم", "ان"} or view.word(at).startswith("ي")


def _is_stated_deed(view: SentenceView, at: int, cue: Cue) -> bool:
    """مؤكدا وقوف الوزارة مع المعلمين: behind such a participle a noun and its owner are what is said."""
    if cue.lemma not in _STATING or not is_plain_object(view, at) or view.word(at).startswith(("ال", "ل", "ب")):
        return False
    return view.word(at + 1).startswith("ال") and view.raw(at)[-1:] not in "اً"


def _is_quoted_name(view: SentenceView, at: int) -> bool:
    """وأضاف "العتيبي": ...، زاد مؤشر «كذا»: the marks hold a speaker's name, or that of the noun before."""
    closing = view.sentence.quotations[view.openings[at]][1]
    after = view.word(past_time(view, closing + 1))
    if view.is_comma(closing + 1):
        after = view.word(closing + 2)
    if closing - at <= 5 and (after == ":" or after in view.grammar.words["complementisers"]):
        return True
    if closing - at <= 6 and view.is_given(at + 1) and view.word(closing + 2) in HE_IS and view.is_comma(closing + 1):
        return True  # قال «سالم بن خلف الراعي»، وهو من السكان: «...»
    if closing - at <= 5 and view.within(closing + 1, "relatives"):
        return True  # نشرت «حملة التصويت» التي ...
    head = holder_of(view, at + 1)
    body = head is not None and head.kind in (LinkKind.ORG, LinkKind.OUTLET)
    if closing - at <= 5 and body and view.word(closing + 1) in {"في", "ب"} and view.finite_cue(at - 1) is not None:
        return True  # اعترفت «مجلة كذا» في عددها الأخير
    if view.word(at - 1) in {"بعنوان", "عنوان", "شعار"}:
        return True
    if closing - at <= _LONGEST_NAME and view.is_comma(closing + 1) and view.within(closing + 2, "relatives"):
        return True  # أعلن «حلف الجنوب»، الذي تقوده
    noun = view.word(at - 1) in view.grammar.words["named_heads"]
    return noun and closing - at <= 7


_LEADING_AWAY = frozenset(
    {"قبل", "بعد", "دون", "منذ", "رغم", "حتي", "الي", "غير", "بيد", "الا", "حين", "ظل", "وقت", "من", "كما"}
)


def is_temporal(view: SentenceView, at: int, cue: Cue) -> bool:
    """قبل أن، من دون أن، بدلا من أن: the clause belongs to the preposition, not to the cue."""
    later = view.word(at - 1) == "بعد" and view.word(at - 2) == "فيما"  # قال فيما بعد | إن
    if view.word(at - 1) == "قبل" and view.word(at - 2) == "من" and cue.lemma == _SAY and view.raw(at).startswith("إن"):
        return False  # قالت من قبل | إنها
    return view.word(at - 1) in _LEADING_AWAY - cue.prepositions and not later


def _clause_follows(view: SentenceView, at: int, cue: Cue) -> bool:
    """أبلغ محام على صلة بالقضية المحطة بأن: the clause, not the first ب, is what was told."""
    if cue.lemma in _DESCRIBING and view.word(at) not in _THAT_HE:
        return _described_later(view, at)
    if "clause" in cue.takes and any(view.within(n, "relatives") for n in (at - 1, at - 2)):
        # أقر المختبر الذي قام بتحليل العينة، بأنه: the ب in the clause that tells of the speaker is none of the verb's.
        return any(view.word(n) in _THAT for n in range(at + 1, min(len(view), at + _RELATIVE_REACH)))
    nearby = range(at + 1, min(len(view), at + 8))
    return cue.lemma in _TELLING and any(view.word(n) in {"بان", "بانه", "بانها", "ان"} for n in nearby)


def _described_later(view: SentenceView, at: int) -> bool:
    """وصف لقاءه بالوزير بأنه كذا، وصف لقاءه بالوزير، «بالحدث الكبير»: what it is called comes behind the first ب."""
    if view.word(at) == "ب":
        return False
    for later in range(at + 1, min(len(view), at + _DESCRIBED)):
        marked = later in view.openings and "ب" in (view.word(later - 1), view.word(later + 1)[:1])
        if view.word(later) in _THAT_HE or marked:
            return view.word(later + 1) not in view.grammar.words["nouns_in_ba"]
        if view.finite_cue(later) is not None or (view.is_comma(later) and later + 1 not in view.openings):
            return False
    return False


def is_glued(view: SentenceView, at: int, cue: Cue) -> bool:
    """A one-letter preposition on the word itself: تعهد بتفكيك، دعا لوقف."""
    word = view.word(at)
    if word in cue.prepositions and at + 1 in view.openings:
        return True
    for preposition in cue.prepositions:
        if len(preposition) == 1 and word.startswith(preposition) and len(word) > 3:
            if word in view.grammar.given_names or view.is_given(at) or word.startswith(_PEOPLES):
                return False
            if word in view.grammar.words["adverbs"] or word in view.grammar.words["time_words"]:
                return False
            if preposition == "ل" and word in view.grammar.words["known_lams"]:
                return False  # إثر لقاء، لجان: the ل is of the root
            if preposition == "ل" and (word.startswith("لل") or read_told_to(view, at)):
                return _calls_for_deed(view, at, cue)
            lists = ("prepositions", "not_glued", "nouns_in_ba")
            return not any(word in view.grammar.words[name] for name in lists)
    return False


def _calls_for_deed(view: SentenceView, at: int, cue: Cue) -> bool:
    """دعا للتحقيق، داعيا السكان للتسجيل: what one calls for, and nobody who is told."""
    deed = view.word(at).removeprefix("لل")
    head = view.grammar.holders.get(deed)
    document = head is not None and head.kind is LinkKind.DOCUMENT  # التحقيق، التسجيل: deeds first of all
    return cue.lemma == "دعا" and (document or is_masdar(view, at, stem=deed))


def is_possessed(view: SentenceView, at: int) -> bool:
    """A noun that carries its owner: احتفاظها، تفهمه، استعدادهم."""
    word = view.word(at)
    short = len(word) < 5 and word[:-1] not in view.grammar.words["masdars"]  # رفضه، دعمه
    if short or word.startswith("ال") or word in view.grammar.words["prepositions"]:
        return False
    if not view.ends_with_pronoun(at) or word in view.grammar.given_names or is_his_man(view, at):
        return False  # أكد مديرها أن: whom a pronoun makes hers speaks
    if word[0] in "بل" and word[1:].removesuffix("ها").removesuffix("هم").removesuffix("ه") in view.grammar.holders:
        return False  # بفرعها، لمديرها: with a preposition of its own
    return word.endswith(("ها", "هم")) or word[:-1] in view.grammar.words["masdars"] or word[0] == "ت"
