"""Finds the noun phrase that names a source: where it begins, where it ends, what stands in it."""

from dataclasses import dataclass

from musnad.claims.accusatives import is_accusative
from musnad.claims.boundaries import ends_phrase, fixed_to, grade_end, stops_inside
from musnad.claims.names_in_marks import (
    LONGEST_NAME,
    OF_SOMEBODY,
    ends_sentence,
    name_in_quotes,
    purpose_in_marks,
    seat_end,
)
from musnad.claims.naming import (
    OUR_REPORTERS,
    REPORTERS,
    holder_of,
    is_addressee,
    is_bound_outlet,
    is_counted,
    is_masdar,
    is_outlet_head,
    is_prepositional,
    may_be_name,
    name_length,
    outlet_at,
    past_time,
    share_end,
)
from musnad.claims.unknown_names import named_between_commas
from musnad.claims.view import SentenceView
from musnad.languages.grammar import Cue
from musnad.model import LinkKind, Span, Stance

MAX_TOKENS = 26
_APPOSITION_TOKENS = 14
# Whom one spoke to, and what no speaker is called: قال لي، قال لنا.
_NOBODY = frozenset({"اي", "الانتباه", "الانظار", "و", "ل", "لي", "لنا", "لك", "لكم", "لهذا", "لذلك", "لذا"})
_CHARGED = 7  # tokens of whom one accuses, up to the ب of what he is accused of
_MANNERS = frozenset({"بكل", "بهذا", "بهذه", "بشده", "بوضوح", "بصراحه", "بشكل", "بصوره", "بطريقه", "بلغه", "بلهجه"})
_RENEWED = frozenset({"التاكيد", "الاستعداد", "الالتزام", "الدعوه", "المطالبه"})  # جدد التأكيد على أن: what he renews
_SAYING = frozenset({"قايلا", "قايله", "قايلين"})  # تابع في تغريدة قائلا: how he went on, and no speaker
_BODIES = frozenset({"جهه", "طرف", "فصيل"})
_AGED = frozenset({"البالغ", "البالغه", "العمر"})
_YEARS = frozenset({"عاما", "سنه", "عام", "سنوات", "اعوام"})
_FAMILY = "آل"
_KASHIDA = "ـ"
_LONG_NAME = 6  # tokens of a man's name in marks
# المعروف بـ«كذا»: what follows is his or its name.
_MANNER = 5  # letters of a participle that tells how one spoke
_OPEN = frozenset({"في", "فى", "من", "علي", "عن", "مع", "لدي"})  # no phrase ends in these


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase: tokens [first, end); `told_to` is the outlet phrase that was spoken to."""

    first: int
    end: int
    told_to: "Phrase | None" = None
    clitic: int = 0  # letters of a preposition glued to the first word (للصحيفة -> 1), outside the phrase

    def span(self, view: SentenceView) -> Span:
        """Return the phrase's span of the article text, a glued preposition and the kashida behind it left out."""
        whole = view.span(self.first, self.end)
        start = whole.start + self.clitic
        while view.text[start] == _KASHIDA and start + 1 < whole.end:
            start += 1
        return Span(start, whole.end)


def read_phrase(view: SentenceView, first: int, cue: Cue | None = None, *, limit: int | None = None) -> Phrase | None:
    """Return the source phrase that begins at token `first`, or None where no noun phrase does.

    `cue` tells whether a verbal noun after the phrase is the cue's object (أعلن الجيش اعتراض ...).
    """
    stop = min(len(view), first + MAX_TOKENS, limit if limit is not None else len(view))
    share = share_end(view, first) if first < stop and view.words[first] < "ء" else None
    if share is not None and share < stop:
        whole = read_phrase(view, share + 1, cue, limit=limit) if view.word(share) == "من" else None
        return Phrase(first, whole.end if whole is not None else share)
    if first < stop and view.words[first] < "ء" and is_counted(view, first) and first + 1 < stop:
        counted = run_of_words(view, first + 1, stop, cue)
        return Phrase(first, counted) if counted > first + 1 else None
    if not _can_begin(view, first, stop) or (cue is not None and _is_owned_deed(view, first)):
        return None
    end = run_of_words(view, first, stop, cue)
    if end <= first:
        return None
    end = _apposition(view, first, end, stop, cue)
    return Phrase(first, end)


def _can_begin(view: SentenceView, index: int, stop: int) -> bool:
    if index >= stop:
        return False
    if view.tokens[index].is_quote:
        # A body known by a name in quotation marks: "خلية الصقور" الاستخبارية
        number = view.openings.get(index)
        closing = view.sentence.quotations[number][1] if number is not None else stop
        after = view.word(closing + 1)
        after = view.word(past_time(view, closing + 1))
        named = after == ":" or after in view.grammar.words["complementisers"] or closing == stop - 1
        named = named or view.within(closing + 1, "relatives")
        if view.is_comma(closing + 1) and view.within(closing + 2, "relatives"):
            return closing - index <= LONGEST_NAME  # «حركة كذا في الجنوب»، التي تقودها
        named = named or after.startswith("ال") or view.is_comma(closing + 1)
        if _names_body(view, index + 1):
            return closing - index <= LONGEST_NAME and (named or after in view.grammar.words["prepositions"])
        return closing - index <= (_LONG_NAME if view.is_given(index + 1) else 4) and named
    return (
        view.tokens[index].is_word
        and not ends_phrase(view, index)
        and not is_accusative(view, index)
        and not view.within(index, "relatives")
        and not view.within(index, "pronouns")
        and not view.within(index, "no_speakers")
        and not view.word(index).isdigit()
        and (view.word(index) not in _NOBODY or denies_anybody(view, index))
        and not view.word(index).startswith("بامكان")
        and not _is_other_verb(view, index)
        and not view.within(index, "object_heads")
        and not is_prepositional(view, index)
        and not is_bound_outlet(view, index)
        and not (view.word(index)[:1] == "ف" and view.has_conjunction(index))
    )


def _is_owned_deed(view: SentenceView, index: int) -> bool:
    """عبر | اعتقاده بأن: a deed with its doer's pronoun is what he voices, and no speaker."""
    masdar = view.masdar_cue(index)
    owned = view.ends_with_pronoun(index) and not view.is_given(index) and holder_of(view, index) is None
    return owned and ((masdar is not None and masdar.object_suffix) or is_masdar(view, index))


def denies_anybody(view: SentenceView, index: int) -> bool:
    """لم يعلق أي مسؤول: of a kind of people nobody does so; لم يحدد أي المواقع asks which."""
    if view.word(index + 1).startswith("ال"):
        return False
    somebody = view.word(index + 1) in _BODIES or holder_of(view, index + 1) is not None
    return view.word(index) == "اي" and view.within(index - 2, "negators") and somebody


def _names_body(view: SentenceView, index: int) -> bool:
    """«المرصد الشمالي لحقوق الإنسان»، "الخطوط الجنوبية": the marks hold the name of a body."""
    head = holder_of(view, index)
    return head is not None and head.kind in (LinkKind.ORG, LinkKind.OUTLET)


def _is_other_verb(view: SentenceView, index: int) -> bool:
    """An imperfect before a preposition (يتعلق ب), an adverbial with ب (بالكامل), قائلا: none begins a phrase."""
    word, following = view.word(index), view.word(index + 1)
    if word in _SAYING or word in _RENEWED:
        return True
    if view.bare(index) in OUR_REPORTERS:
        return False  # ذكر مراسلنا أن: he speaks, and it is no manner of speaking
    participle = view.participle_cue(index) is not None or len(word) > _MANNER
    manner = word.startswith("م") and word.endswith("ا") and not word.endswith("ها") and participle
    manner = manner and word not in view.grammar.given_names
    if manner and (
        following in view.grammar.words["complementisers"] or following == ":" or index + 1 in view.openings
    ):
        return True  # أضاف مستدركا أن: how he went on
    if word.startswith("بال") and not view.is_given(index) and word not in view.grammar.holders:
        return True  # وصلت | بالبريد: no nominative has a preposition
    if view.is_given(index) or holder_of(view, index) is not None:
        return False
    if word in _MANNERS:
        return True
    leads = following in view.grammar.words["prepositions"] or following.startswith(("بال", "لل"))
    return word[:1] == "ي" and len(word) > 3 and leads


def run_of_words(view: SentenceView, first: int, stop: int, cue: Cue | None) -> int:
    """Return the end of the unbroken run of words that belongs to the phrase that begins at `first`."""
    index, inner = first, view.inner_names
    while index < stop:
        token = view.tokens[index]
        if index == first and index in view.openings:
            index = view.sentence.quotations[view.openings[index]][1] + 1
            if not view.word(index).endswith(("ي", "يه")):
                break  # عزت «كذا» الارتفاع إلى: only an adjective goes on with a name in marks
            continue
        if token.is_quote:
            closing = name_in_quotes(view, index, first, cue)
            if closing is None:
                break
            index = closing + 1
            continue
        if view.is_abbreviating(index) or (index in inner and index > first):
            index += 1  # كيم كاي | جوان: no month, within the name of a man
            continue
        if not token.is_word:
            closing = _short_parenthesis(view, index, stop)
            if closing is None:
                break
            index = closing + 1
            continue
        if index > first and view.words[index - 1] == "ال" and view.raw(index - 1) == _FAMILY and token.is_word:
            index += 1  # دعا آل الشيخ الآباء: the name of a family is not whole before its second word
            continue
        past = _past_addition(view, index) if index > first else None
        if past is not None:
            index = past
            continue
        known = name_length(view, index)
        lengths = view.grammar.name_lengths
        borne = index > first and (is_outlet_head(view, index - 1) or view.word(index - 1).lstrip("ل") in REPORTERS)
        if known < 2 and borne and (lengths.get(view.words[index], 0) > 1 or index + 1 in view.openings):
            known = (outlet_at(view, index) or (0, ""))[0]  # قناة | سي إن إن: no complementiser in a name
        if index > first and (seat := seat_end(view, index)) is not None:
            return seat
        dangling = index > first + 1 and view.word(index - 1) in _OPEN and _may_be_governed(view, index)
        if index > first and not dangling and stops_inside(view, first, index, cue):
            break
        if known > 1:
            index += min(known, stop - index)
            continue
        if index > first and view.within(index, "relatives"):
            graded = grade_end(view, index + 1)
            if graded is None:
                break
            index = graded
            continue
        index += 1
    while index - 1 > first and view.word(index - 1) in _OPEN:
        index -= 1
    return index


def _past_addition(view: SentenceView, index: int) -> int | None:
    """Return the token behind an age (البالغة | 22 عاما), a purpose in marks or a withheld name at `index`, or None."""
    if view.word(index - 1) in _AGED and view.word(index).isdigit() and view.word(index + 1) in _YEARS:
        return index + 2
    purpose = purpose_in_marks(view, index) if view.word(index) == "ل" else None
    return purpose if purpose is not None else grade_end(view, index)


def _may_be_governed(view: SentenceView, index: int) -> bool:
    """Tell whether a noun may stand at `index` behind a preposition: في دوما, and not من يملك or من قبل."""
    word, words = view.word(index), view.grammar.words
    verb = word.startswith("ي") and word not in words["countries"]
    return view.tokens[index].is_word and not verb and word not in words["prepositions"]


def _apposition(view: SentenceView, first: int, end: int, stop: int, cue: Cue | None) -> int:
    """Return the end with the appositions between commas taken in: محمد علي، وكيل الوزارة،"""
    for _ in range(3):
        further = _one_apposition(view, end, stop, cue)
        if further == end and cue is not None and view.is_comma(end):
            further = named_between_commas(view, first, end) or end
        if further == end:
            break
        end = further
        if not view.is_comma(end - 1):
            break
        end -= 1
    return end + 1 if view.is_comma(end) and any(view.is_comma(n) for n in range(first, end)) else end


def _one_apposition(view: SentenceView, end: int, stop: int, cue: Cue | None) -> int:
    if not view.is_comma(end) or end + 1 >= stop:
        return end
    begin = end + 1
    told = view.word(begin).startswith("ل") and is_outlet_head(view, begin)
    if told or outlet_at(view, begin, clitic=1) or is_addressee(view, begin):
        return end  # قال فلان، لرويترز، إن؛ قال فلان، للمحطة، إن
    graded = grade_end(view, begin) or (grade_end(view, begin + 1) if view.within(begin, "relatives") else None)
    if graded is not None:
        return graded + 1 if view.is_comma(graded) else graded
    if view.word(begin) in {"وهو", "وهي", "وهم"} or (cue is not None and view.within(begin, "relatives")):
        charging = cue if cue is not None and cue.lemma in OF_SOMEBODY else None
        return _after_relative(view, begin, begin + MAX_TOKENS, charging) or end
    described = _described(view, begin)
    if described is not None:
        return described
    head = holder_of(view, begin)
    if not _can_begin(view, begin, stop) or view.participle_cue(begin):
        return end
    if cue is not None and head is not None and head.kind is LinkKind.DOCUMENT:
        return end  # انتقد الوزير، سامي العلي، قرار الحكومة: the object, for no person is a document
    if view.word(begin)[0] == "و" and view.bare(begin) != view.word(begin) and head is None:
        return end
    word = view.word(begin)
    if word.startswith("ال") and head is None and is_masdar(view, begin, stem=word[2:]):
        return end  # جدد الرئيس، التأكيد على: a deed is no name
    if word.startswith("م") and word.endswith("ا") and word not in view.grammar.given_names:
        return end  # قال الوزير، مبتسما، إن: how he spoke
    closing = run_of_words(view, begin, min(stop, begin + _APPOSITION_TOKENS), cue)
    if closing <= begin:
        return end
    name = view.is_given(begin)
    if name and closing == begin + 1 and view.is_comma(closing + 1) and view.tokens[closing].is_word:
        closing += 1  # سوسن الشاعر،: the family's name, whatever else it means
    name = name or (closing - begin <= 4 and may_be_name(view, begin) and view.is_comma(closing))
    one_of = view.word(begin) in {"احد", "احدي"}  # أحد مرتادي الطريق
    if head is None and not name and not one_of and not view.word(begin).startswith("ال"):
        return end
    if view.is_comma(closing):
        return closing + 1
    if view.within(closing, "relatives"):
        return _after_relative(view, closing, stop + _APPOSITION_TOKENS, cue) or end
    words = view.grammar.words
    opens = view.word(closing) in words["complementisers"] or view.word(closing) == ":" or closing in view.openings
    adjunct = view.word(closing) in words["time_words"] or view.word(closing) in {"في", "خلال", "عبر", "علي"}
    follows = adjunct or outlet_at(view, closing, clitic=1) is not None or ends_sentence(view, closing)
    governed = cue is not None and fixed_to(cue, view, closing)
    if cue is not None and (governed or closing in view.openings) and _is_addressed(view, begin, cue):
        return end
    led_up = closing >= stop and stop < begin + _APPOSITION_TOKENS  # أن فلانا، سفير كذا | قال: up to its verb
    return closing if opens or governed or ((name or head is not None) and (follows or led_up)) else end


def _is_addressed(view: SentenceView, at: int, cue: Cue) -> bool:
    """حذرت الوزيرة، المتحدثة باسم كذا، | المملكة من: a body behind the comma that closed her office is who listens."""
    head = holder_of(view, at)
    body = view.within(at, "countries") or (head is not None and head.kind in (LinkKind.ORG, LinkKind.GROUP))
    addressed = cue.stance in (Stance.DEMANDS, Stance.ASKS, Stance.THREATENS) or cue.lemma in OF_SOMEBODY | {"حذر"}
    return body and addressed


def _described(view: SentenceView, begin: int) -> int | None:
    """الحكومة، المعترف بها دوليا، ...: a participle with its preposition, closed by a comma."""
    word, following = view.word(begin), view.word(begin + 1)
    completed = following in view.grammar.words["prepositions"] or following in {"بها", "به", "بهم", "باسم"}
    if (
        not word.startswith("ال")
        or holder_of(view, begin) is not None
        or word in view.grammar.words["time_words"]  # قال فلان، الثلاثاء خلال الجلسة، إن
        or not (completed or following.startswith(("بال", "لل")))
    ):
        return None
    return next((at + 1 for at in range(begin + 2, min(len(view), begin + 9)) if view.is_comma(at)), None)


def _after_relative(view: SentenceView, relative: int, stop: int, cue: Cue | None) -> int | None:
    """Return the token after the comma that closes a relative clause, where what the cue governs follows there."""
    for index in range(relative, min(len(view), stop)):
        if view.is_comma(index):
            opens = view.word(index + 1) in view.grammar.words["complementisers"] or index + 1 in view.openings
            if opens or (cue is not None and _governs_after(view, index + 1, cue)):
                return _before_circumstances(view, relative, index) + 1
        aside = index == relative + 1 or view.within(index - 1, "auxiliaries")  # الذي كان يتحدث أمام كذا
        if view.word(index) in {".", "؛", ":"} or (not aside and view.finite_cue(index) is not None):
            return None
    return None


def _before_circumstances(view: SentenceView, relative: int, comma: int) -> int:
    """القوات، التي تدعمها البلاد، | في بيان، أنها: return the comma behind which only where and when follow."""
    closing = (at for at in range(relative + 1, comma) if view.is_comma(at))
    return next((at for at in closing if _tells_when(view, at + 1)), comma)


def _tells_when(view: SentenceView, at: int) -> bool:
    """Tell whether a time or an occasion of speech opens at `at`: الثلاثاء، في بيان، خلال مقابلة."""
    if view.word(at) in {"في", "خلال", "عبر"}:
        return any(view.within(at + 1, name) for name in ("venues", "interviews", "time_words"))
    return view.within(at, "time_words")


def _governs_after(view: SentenceView, index: int, cue: Cue) -> bool:
    """Tell whether the cue's preposition opens at `index`, or behind a noun there: ...، الذي كذا، المعارضة بأنها."""
    if fixed_to(cue, view, index):
        return True
    of_somebody = view.word(index).startswith("ال") and cue.lemma in OF_SOMEBODY
    if not of_somebody:
        return False
    reach = range(index + 1, min(len(view), index + _CHARGED))
    stop = next((at for at in reach if not view.tokens[at].is_word or view.finite_cue(at) is not None), reach.stop)
    return any(fixed_to(cue, view, at) for at in range(index + 1, min(stop, reach.stop)))


def _short_parenthesis(view: SentenceView, index: int, stop: int) -> int | None:
    if view.word(index) != "(":
        return None
    for closing in range(index + 1, min(stop, index + 7)):
        if view.word(closing) == ")":
            return closing
    return None
