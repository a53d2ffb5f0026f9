"""Says how far the words go that a cue governs."""

from musnad.claims.clauses import HE_IS, awaits_verb
from musnad.claims.naming import holder_of, is_masdar
from musnad.claims.notes import checked_at
from musnad.claims.phrases import read_phrase
from musnad.claims.told_to import read_interview
from musnad.claims.view import SentenceView
from musnad.model import Stance

_TERMINAL = frozenset({".", "!", "?", "؟", "۔", "..", "..."})
_KEPT = frozenset({")", "]", "%", "٪", "$", "€", "£"})
"""Marks that belong to the words before them."""
_DASHES = frozenset({"-", "–", "—"})
_LEAST_QUOTED_WORDS = 4
_NEAR = 8
_BLAME = ("مسوولي", "تبعات", "لوم", "لايمه")  # وحملت، وألقى: verbs that carry and throw, but where blame is named
_ACCORDING = frozenset({"وفق", "وفقا", "حسب", "بحسب", "طبقا", "تبعا"})
_SUBJECT_TOKENS = 5
_OTHER_REPORT = "a verb of reporting follows the comma"
_WRITERS_OWN = "what follows the comma may be the writer's own"
_AS_TO = frozenset({"من", "الي"})
_HOLDING = frozenset({"اعتبر", "عد", "صنف", "ظن"})
_CALLING = "وصف"
_AFTERWARDS = frozenset({"بعد", "عقب", "اثر"})
_WHEN = frozenset({"عندما", "حينما", "بعدما"})
_REMARKS = frozenset({"تصريحات", "تصريح", "تعليقات", "اعلان", "بيان", "خطاب", "كلمه"})
_BEING = frozenset(
    {"ليس", "ليست", "كان", "كانت", "يكون", "تكون", "كانوا", "ليسوا", "اصبح", "اصبحت", "يبقي", "ظل", "بات"}
)
_SCHEDULED = frozenset({"مقررا", "مقرره"})  # behind a verb of being: what was planned, not who decides
_CONCEDING = frozenset({"مع", "رغم", "الرغم"})
_WAS = frozenset({"وكان", "وكانت", "وكانوا"})
# إلى ذلك، في المقابل: what follows is another report, or the writer's own.
_TRANSITIONS = frozenset(
    {
        ("الي", "ذلك"),
        ("في", "المقابل"),
        ("في", "حين"),
        ("في", "سياق"),
        ("في", "السياق"),
        ("في", "غضون"),
        ("من", "ناحيه"),
        ("علي", "صعيد"),
        ("علي", "الصعيد"),
    }
)
_ARRIVED = frozenset({"ورد", "وردت", "وردا", "وردتا"})
_VOUCHED_FOR = frozenset({"مصادر", "معلومات", "انباء", "تقارير"})
_TURNS = frozenset({"من", "بدوره", "بدورها", "بدورهم"})
_STILL = frozenset({"زال", "زالت", "زالوا", "يزال", "تزال", "دام", "لم", "كان"})


def quotation_at(view: SentenceView, index: int) -> tuple[int, int] | None:
    """Return the token range of the quotation that opens at `index`, marks included, or None."""
    number = view.openings.get(index)
    if number is None:
        return None
    opening, closing = view.sentence.quotations[number]
    return opening, min(closing + 1, len(view))


def quoted_words(view: SentenceView, index: int) -> int:
    """Return how many words the quotation that opens at `index` holds."""
    quotation = quotation_at(view, index)
    return sum(view.tokens[n].is_word for n in range(*quotation)) if quotation else 0


def content_end(view: SentenceView, start: int) -> int:
    """Return the token after the last one that the cue before `start` clearly governs."""
    quotation = quotation_at(view, start)
    index = quotation[1] if quotation else start + 1
    noted = view.reasons
    if noted is not None:
        noted.note_content(start)
    if quotation:
        index = _joined_quotations(view, index)
        if not _goes_on(view, index):
            if noted is not None:
                noted.note_boundary(view, start, index - 1, "the quotation closes here")
            return index
    while index < len(view):
        inner = quotation_at(view, index)
        if inner:
            index = inner[1]
            continue
        reason = _breaks(view, start, index)
        if noted is not None and (reason or view.is_comma(index) or view.cues_at(index)):
            noted.note_boundary(view, start, index, reason)
        if reason:
            break
        index += 1
    else:
        if noted is not None:
            noted.note_boundary(view, start, index, "the sentence ends")
    return trim(view, start, index)


def trim(view: SentenceView, start: int, end: int) -> int:
    """Return `end` moved back over marks that close nothing: commas, full stops, dashes."""
    while end > start + 1 and view.is_mark(end - 1) and view.word(end - 1) not in _KEPT:
        end -= 1
    return end


def _joined_quotations(view: SentenceView, index: int) -> int:
    """Return the end of the last quotation that لكن، و or بل ties to the one ending at `index`: «...»، لكن «...»."""
    at = index
    while at < min(len(view), index + 4):
        following = quotation_at(view, at)
        if following and at > index:
            return _joined_quotations(view, following[1]) if quoted_words(view, at) >= _LEAST_QUOTED_WORDS else index
        joins = view.is_comma(at) or view.word(at) in {"و", "لكن", "ولكن", "بل", "ثم", "وان", "وبان", "والي", "ومن"}
        if not joins:
            return index
        at += 1
    return index


def _goes_on(view: SentenceView, index: int) -> bool:
    """Tell whether unquoted words right after a quotation still belong to it: «... في الجنوب» أفغانستان."""
    if index >= len(view) or not view.tokens[index].is_word or tail_at(view, index):
        return False
    word = view.word(index)
    breakers = view.grammar.words["content_breakers"] | view.grammar.words["clause_openers"]
    if (
        word in breakers
        or view.bare(index) in breakers
        or view.cues_at(index)
        or word in view.grammar.words["prepositions"]
    ):
        return word in {"في", "من", "الي", "علي", "عن"} and not view.cues_at(index)
    return not word.startswith("و")


def _breaks(view: SentenceView, start: int, index: int) -> str:
    """Return why the content ends before token `index`, or an empty string where it goes on."""
    word = view.word(index)
    if tail_at(view, index):
        return "a tail formula only repeats that someone speaks"
    if word == "في" and read_interview(view, index):
        return "an interview is named: words about the speech act"
    if word in _TERMINAL:
        # Headlines set two dots between two sentences (وقع كذا.. فلان يعلق); three words are left out.
        ends = word in {".", "!", "?", "؟", "۔", ".."} or index + 1 == len(view)
        return "the sentence ends" if ends else ""
    if word in _DASHES:
        if tail_at(view, index + 1):
            return "a tail formula only repeats that someone speaks"
        source = view.finite_cue(index + 1) is not None or view.phrase_at(index + 1, "according_to", prefix=True) > 0
        return "a source follows the dash" if source else ""
    if view.is_comma(index):
        if tail_at(view, index + 1):
            return "a tail formula only repeats that someone speaks"
        if view.within(index + 1, "relatives") and index - start <= _SUBJECT_TOKENS:
            return ""  # أن المدينة، التي غمرتها المياه، ستخلى: the clause has not come to its verb yet
        if view.raw(start).startswith(("أن", "بأن")) and opens_in(view, index + 1):
            return "a clause of another verb follows"  # قال المدير الذي يرى أن كذا، | إن
        reason = _breaks_after_comma(view, index + 1)
        waits = reason == _OTHER_REPORT or (reason == _WRITERS_OWN and view.word(index + 1) in HE_IS)
        return "" if waits and awaits_verb(view, start, index) else reason
    if not view.tokens[index].is_word:
        return ""
    if index - start > 1 and _is_deed(view, start) and _tells_when(view, index):
        return "a clause tells when another report was made"
    if word in _AFTERWARDS and index - start > 1 and _tells_occasion(view, start, index + 1):
        return "what follows tells on which occasion he spoke"
    if word == "اما" and view.raw(index).startswith("أ") and view.word(index + 1).startswith("ال"):
        return "أما turns to another matter"
    if view.participle_cue(index) is not None and not is_predicate(view, index) and _continues_report(view, index):
        return "a participle goes on with another report"
    if (word == "حيث" and view.word(index - 1) not in _AS_TO) or (word == "في" and view.word(index + 1) == "اشاره"):
        return "what follows may be the writer's own"
    if word in {"وهو", "وهي"} and view.word(index + 1) == "ما":
        return "what follows may be the writer's own"
    if excepts(view, index) and any(view.bare(at) in _CONCEDING for at in range(max(0, start - _NEAR), start)):
        return "the main clause of مع أن opens"
    if word in {"ولم", "ولا"} and view.finite_cue(index + 1) is not None:
        return "a negated verb of reporting opens another report"
    if word in {"لكنه", "لكنها", "ولكنه", "ولكنها", "لكن"} and view.finite_cue(index + 1) is not None:
        return "لكن opens another report"
    if word == "و" and view.finite_cue(index + 1) is not None and reports(view, index + 1):
        return "a verb of reporting opens another report"
    if view.has_conjunction(index) and view.finite_cue(index) is not None and not _is_of_root(view, index):
        return "a verb of reporting opens another report" if word[0] in "وف" and reports(view, index) else ""
    return "a source for these words follows" if attributes_after(view, index) else ""


def _tells_occasion(view: SentenceView, start: int, after: int) -> bool:
    """هددت بالانسحاب | بعد تصريحات الوزير، أعلنوا تسريعه | بعد اجتيازه الاختبار: behind a deed, what led to it."""
    if not _is_deed(view, start):
        return False
    told = view.word(after).removeprefix("ال") in view.grammar.words["report_nouns"] or view.word(after) in _REMARKS
    owned = is_masdar(view, after) and view.ends_with_pronoun(after)
    return told or owned


def _is_deed(view: SentenceView, start: int) -> bool:
    """Tell whether the content is a noun, not a clause or a quotation."""
    opens = view.grammar.words["complementisers"]
    return view.word(start) not in opens and view.bare(start) not in opens and start not in view.openings


def _tells_when(view: SentenceView, index: int) -> bool:
    """انتقد بطء العمل | عندما قال إن، في حين وصف كذا: behind a deed another report opens with when it was made."""
    verb = index + 1 + ((view.word(index), view.word(index + 1)) == ("في", "حين"))
    if verb == index + 1 and view.word(index) not in _WHEN:
        return False
    opens = view.grammar.words["complementisers"]
    words = range(verb + 1, min(len(view), verb + _NEAR))
    states = any(view.word(at) in opens or view.word(at) == ":" or at in view.openings for at in words)
    return view.finite_cue(verb) is not None and states


def _is_of_root(view: SentenceView, index: int) -> bool:
    """العوامل التي وردت، كما وردت في التقرير: the و belongs to ورد, and joins nothing."""
    arrived = view.word(index) in _ARRIVED and view.word(index + 1) in {"في", "من", "ضمن", "علي"}
    return arrived or view.within(index - 1, "relatives")


def opens_in(view: SentenceView, at: int) -> bool:
    """Tell whether إن, as قال takes it, opens a clause at `at`, and no condition: إن لم يكن."""
    opens = view.raw(at).startswith("إن") and view.word(at) in view.grammar.words["complementisers"]
    return opens and not view.within(at + 1, "negators") and not view.within(at + 1, "auxiliaries")


def excepts(view: SentenceView, at: int) -> bool:
    """إلا أن: spelled like ألا, it excepts, and opens nothing that is said."""
    return view.word(at) == "الا" and (view.raw(at).startswith("إ") or view.word(at + 1).startswith("ان"))


_BY_THEM = frozenset({"حسبه", "حسبها", "حسبهم", "بحسبه", "بحسبها", "بحسبهم"})


def goes_by(view: SentenceView, index: int) -> bool:
    """تسير وفق القانون: behind a verb of going on وفق tells the manner, and whose it is says nothing."""
    return view.word(index) == "وفق" and view.word(index - 1) in view.grammar.words["going"]


def tail_at(view: SentenceView, index: int) -> bool:
    """Tell whether وفق تعبيره، حسب قولها، على حد وصفه opens at `index`: no source, and no part of the words."""
    if view.word(index) in _BY_THEM:
        return True
    if view.word(index) == "علي" and view.word(index + 1) == "حد":
        at = index + 2
    elif view.word(index) in _ACCORDING:
        at = index + 1
    else:
        return False
    word = view.word(at).removeprefix("ل")
    if not view.tokens[at : at + 1] or not view.ends_with_pronoun(at):
        return False
    stems = (word.removesuffix(suffix) for suffix in ("ه", "ها", "هم", "هما"))
    return any(stem in view.grammar.words["tails"] for stem in stems)


def reports(view: SentenceView, index: int) -> bool:
    """Tell whether وكتب، ونقل، وبين within a clause begins a report: a word of two uses does so before its words."""
    cue = view.finite_cue(index)
    if cue is not None and "accuse" in cue.takes and not cue.object_suffix:
        nearby = view.words[index + 1 : index + _NEAR]
        return any(word.removeprefix("ب").removeprefix("ال").startswith(_BLAME) for word in nearby)
    if cue is None or not (view.bare(index) in view.grammar.words["homographs"] or cue.object_suffix):
        return True
    if cue.object_suffix and cue.lemma == _CALLING and view.word(index + 1)[:1] == "ب":
        return True  # التعاون بين البلدين ووصفها بالمتينة
    if cue.object_suffix and cue.lemma in _HOLDING:
        return True  # وتصنفهم واشنطن جماعات مسلحة
    for at in range(index + 1, min(len(view), index + _NEAR)):
        if view.word(at) in view.grammar.words["complementisers"] or view.word(at) == ":" or at in view.openings:
            return True
        if view.is_mark(at):
            return False
    return False


def _breaks_after_comma(view: SentenceView, index: int) -> str:
    words = view.grammar.words["content_breakers"]
    if view.word(index) == "ما" and view.word(index + 1) in _STILL:
        return ""
    if view.word(index) == "غير" and not view.word(index + 1).startswith("ان"):
        return ""  # أن الأنباء، وقد انتشرت، غير صحيحة
    if view.word(index) in words or (view.bare(index) in words and view.word(index)[0] in "وف"):
        return _WRITERS_OWN
    if view.participle_cue(index) is not None:
        return "a participle goes on with another report"
    if view.finite_cue(index) is not None and (view.has_conjunction(index) or view.opens_clause(index)):
        return _OTHER_REPORT
    if view.word(index) in _WAS and any(view.finite_cue(at) for at in (index + 1, index + 2)):
        return "an auxiliary opens another report"
    if view.bare(index) in _TURNS and view.phrase_at(index, "speaker_switch"):
        return "another speaker takes over"
    if (view.bare(index), view.word(index + 1)) in _TRANSITIONS:
        return "another matter opens"
    if view.word(index) == "في" and (view.within(index + 1, "venues") or view.within(index + 1, "interviews")):
        return "words about the speech act follow the comma"
    index += view.bare(index) == "كذلك"
    if view.within(index, "negators") and view.finite_cue(index + 1) is not None:
        return "a negated verb of reporting follows the comma"
    if checked_at(view, index) is not None:
        return "a note follows that nobody could check this"
    return "a source for these words follows" if attributes_after(view, index) else ""


def is_predicate(view: SentenceView, index: int) -> bool:
    """المدينة ملتزمة بالاتفاق، معلومات مؤكدة: after its noun a feminine participle speaks of the noun."""
    if view.word(index - 1) in _VOUCHED_FOR:
        return True  # من مصادر مؤكدة أن: what the adjective says of the sources is not what they say
    if view.word(index - 1) in _BEING and (
        view.word(index) in _SCHEDULED or not view.word(index + 1).startswith(("ان", "بان"))
    ):
        return True  # لكنه ليس مشتبها به, كان مقررا أن تبدأ: what the verb of being says of its subject
    cue, opens = view.participle_cue(index), view.grammar.words["complementisers"]
    fixed = cue is not None and view.word(index + 1) in cue.prepositions
    # في العاصمة مشيرة إلى أن: with its clause the participle goes on with what is said.
    reported = view.word(index + 1 + fixed) in opens or index + 1 + fixed in view.openings
    return view.word(index).endswith("ه") and index > 0 and view.tokens[index - 1].is_word and not reported


def _continues_report(view: SentenceView, index: int) -> bool:
    """A participle with its complement right behind it: مشيرا إلى، مؤكدا أن، قائلا «...»."""
    cue = view.participle_cue(index)
    if cue is None:
        return False
    following = view.word(index + 1)
    return (
        following in cue.prepositions
        or following in view.grammar.words["complementisers"]
        or following == ":"
        or index + 1 in view.openings
        or following[:1] in cue.prepositions
        or "object" in cue.takes
        or "masdar" in cue.takes
        or ((cue.stance is Stance.DEMANDS or cue.lemma == "حذر") and _is_asked(view, index + 1))
    )


def _is_asked(view: SentenceView, at: int) -> bool:
    """داعيا كل السكان إلى، مناشدا الحكومة أن: whom one asks stands between the participle and its preposition."""
    return view.within(at, "quantity_heads") or (view.word(at).startswith("ال") and holder_of(view, at) is not None)


def attributes_after(view: SentenceView, index: int) -> bool:
    """Tell whether بحسب and its like at `index` names a source for the words before it; looked up once a token."""
    if index not in view.attributed:
        view.attributed[index] = _attributes(view, index)
    return view.attributed[index]


def _attributes(view: SentenceView, index: int) -> bool:
    length = view.phrase_at(index, "as_reported")
    if length and view.finite_cue(index + length) is not None:
        return True
    if goes_by(view, index):
        return False
    length = view.phrase_at(index, "according_to", prefix=True)
    if not length:
        return False
    phrase = read_phrase(view, index + length)
    return phrase is not None and (holder_of(view, index + length) is not None or view.bare(index) == "نقلا")
