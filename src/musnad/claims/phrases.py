"""Finds the noun phrase that names a source: where it begins, where it ends, what stands in it."""

from dataclasses import dataclass

from musnad.claims.naming import (
    holder_of,
    is_addressee,
    is_masdar,
    is_outlet_head,
    may_be_name,
    outlet_at,
)
from musnad.claims.view import SentenceView
from musnad.languages.grammar import Cue
from musnad.model import LinkKind, Span, Stance

MAX_TOKENS = 26
_APPOSITION_TOKENS = 14


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase: tokens [first, end); `told_to` is the outlet phrase that was spoken to."""

    first: int
    end: int
    told_to: "Phrase | None" = None
    clitic: int = 0  # letters of a preposition glued to the first word (للصحيفة -> 1), outside the phrase

    def span(self, view: SentenceView) -> Span:
        """Return the phrase's span of the article text, a glued preposition left out."""
        whole = view.span(self.first, self.end)
        return Span(whole.start + self.clitic, whole.end)


def read_phrase(view: SentenceView, first: int, cue: Cue | None = None, *, limit: int | None = None) -> Phrase | None:
    """Return the source phrase that begins at token `first`, or None where no noun phrase does.

    `cue` tells whether a verbal noun after the phrase is the cue's object (أعلن الجيش اعتراض ...).
    """
    stop = min(len(view), first + MAX_TOKENS, limit if limit is not None else len(view))
    if not _can_begin(view, first, stop):
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
        return closing + 1 < stop and closing - index <= 4 and view.word(closing + 1).startswith("ال")
    return (
        view.tokens[index].is_word
        and not _ends_phrase(view, index)
        and not view.within(index, "relatives")
        and not view.within(index, "pronouns")
        and not view.word(index).isdigit()
        and not _is_other_verb(view, index)
    )


def _is_other_verb(view: SentenceView, index: int) -> bool:
    """An imperfect before a preposition (يتعلق ب), or an adverbial with ب (بالكامل): neither begins a phrase."""
    word, following = view.word(index), view.word(index + 1)
    if word in view.grammar.given_names or holder_of(view, index) is not None:
        return False
    if word.startswith("بال"):
        return True
    leads = following in view.grammar.words["prepositions"] or following.startswith(("بال", "لل"))
    return word[:1] == "ي" and len(word) > 3 and leads


def _ends_phrase(view: SentenceView, index: int) -> bool:
    """Words that no source phrase holds: complementisers, prepositions, times, clause openers, cues."""
    words = view.grammar.words
    word, bare = view.word(index), view.bare(index)
    if word == "غير":
        return view.word(index + 1) in words["complementisers"]
    if word in words["complementisers"] or word in words["negators"] or word in words["clause_openers"]:
        return True
    if word in words["prepositions"] or word in words["auxiliaries"]:
        return True
    if (word in words["time_words"] and not _is_title_part(view, index)) or word in words["adverbs"]:
        return True
    if word != bare and (bare in words["complementisers"] or bare in words["negators"]):
        return True
    cue = view.finite_cue(index)
    return cue is not None and not _is_noun(view, index)


def _is_title_part(view: SentenceView, index: int) -> bool:
    """الأمين العام، عبدالله الثاني: words of time that close a title or a name."""
    word, previous = view.word(index), view.word(index - 1)
    if word == "العام":
        return previous.startswith("ال") and holder_of(view, index - 1) is not None
    return word in {"الاول", "الثاني"} and previous not in {"كانون", "تشرين", "ربيع", "جمادي"}


def _is_noun(view: SentenceView, index: int) -> bool:
    """A word spelled like a cue that is a noun here: after a preposition or in a name."""
    word = view.word(index)
    return word in view.grammar.words["homographs"] or word in view.grammar.given_names


def run_of_words(view: SentenceView, first: int, stop: int, cue: Cue | None) -> int:
    """Return the end of the unbroken run of words that belongs to the phrase that begins at `first`."""
    index = first
    while index < stop:
        token = view.tokens[index]
        if token.is_quote and index == first:
            index = view.sentence.quotations[view.openings[index]][1] + 1
            continue
        if token.is_quote:
            closing = _name_in_quotes(view, index, first)
            if closing is None:
                break
            index = closing + 1
            continue
        if not token.is_word:
            closing = _short_parenthesis(view, index, stop)
            if closing is None:
                break
            index = closing + 1
            continue
        graded = grade_end(view, index) if index > first else None
        if graded is not None:
            index = graded
            continue
        if index > first and _stops_inside(view, first, index, cue):
            break
        if index > first and view.within(index, "relatives"):
            graded = grade_end(view, index + 1)
            if graded is None:
                break
            index = graded
            continue
        index += 1
    return index


def _stops_inside(view: SentenceView, first: int, index: int, cue: Cue | None) -> bool:
    word = view.word(index)
    words = view.grammar.words
    if (cue is not None and _fixed_to(cue, view, index)) or word in words["doubling"] or word == "ل":
        return True
    head = holder_of(view, first)
    if outlet_at(view, index) and (head is None or head.kind is not LinkKind.OUTLET) and view.word(index - 1) != "من":
        # أبلغ مصدر رويترز: the outlet is who was told, not part of the source.
        return head is not None and head.kind is LinkKind.ANON
    masdar = view.masdar_cue(index)
    if masdar is not None and masdar.object_suffix:
        return True
    if word in words["prepositions"] or word[:1] in "بل":
        verdict = _preposition_continues(view, first, index)
        if verdict is not None:
            return not verdict
    if _ends_phrase(view, index):
        return True
    previous = view.word(index - 1)
    definite = previous.startswith("ال") or (index - 1 == first and previous in view.grammar.words["countries"])
    if (
        (definite or (previous,) in view.grammar.proper_holders or previous in view.grammar.given_names)
        and view.ends_with_pronoun(index)
        and not word.startswith("ال")
        and holder_of(view, index) is None
    ):
        return word not in view.grammar.given_names
    if view.participle_cue(index) is not None and word not in words["homographs"]:
        return True
    if view.has_conjunction(index) and view.finite_cue(index) is not None:
        return True
    return cue is not None and _begins_object(view, first, index, cue)


def _fixed_to(cue: Cue, view: SentenceView, index: int) -> bool:
    """Tell whether the preposition at `index` is the one the cue's object hangs on."""
    word = view.word(index)
    if word in cue.prepositions:
        return True
    glued = any(len(p) == 1 and p == "ب" and word.startswith(p) for p in cue.prepositions)
    return glued and len(word) > 3 and word not in {"باسم", "بلاده", "بلادها", "بلاد", "بنيامين", "بوتين", "بشار"}


def _preposition_continues(view: SentenceView, first: int, index: int) -> bool | None:
    """Tell whether the preposition at `index` stays in the phrase; None where the word is no preposition."""
    word, words = view.word(index), view.grammar.words
    following = view.word(index + 1)
    head = holder_of(view, first)
    role = head is not None and head.kind in (LinkKind.ANON, LinkKind.PERSON, LinkKind.GROUP, LinkKind.ORG)
    indefinite = not view.word(first).startswith("ال")
    if word in {"في", "فى"}:
        if following in words["venues"] or following in words["time_words"] or following.isdigit():
            return False
        settled = head is not None and (head.kind is LinkKind.ORG or holder_of(view, index + 1) is not None)
        return role and (indefinite or settled)
    if word == "من":
        return role and following not in {"جهته", "جهتها", "جهه", "جانبه", "جانبها", "ان", "خلال"}
    if word in {"علي", "مع"}:
        return view.word(index - 1) in {"مطلع", "مطلعه", "مطلعين", "المطلع", "مطلعون", "المطلعه"}
    if word in words["prepositions"]:
        return False
    if word.startswith(("لل", "ل")):
        if is_addressee(view, index) or outlet_at(view, index, clitic=1) or is_outlet_head(view, index):
            return False
        if word in words["known_lams"] or word.startswith("لل"):
            return True
        if word[1:] in view.grammar.given_names or word[1:] in words["countries"]:
            return False
        return None
    if word.startswith("ب") and len(word) > 3:
        stem = word[1:]
        if word.startswith(("بال", "باسم")) or word in {"بقياده", "برئاسه"}:
            return True
        if view.grammar.holders.get(stem) is not None:
            return True
    return None


def words_of_office(view: SentenceView) -> frozenset[str]:
    """Definite titles that a name or another title follows: العقيد، الرئيس."""
    return view.grammar.words["titles"]


def grade_end(view: SentenceView, index: int) -> int | None:
    """Return the end of طلب عدم الكشف عن اسمه and its like where it opens at `index`, else None."""
    if view.word(index) not in view.grammar.words["anonymity_verbs"]:
        return None
    return next((n + 1 for n in range(index + 1, index + 7) if view.word(n) in view.grammar.words["identity"]), None)


def _begins_object(view: SentenceView, first: int, index: int, cue: Cue) -> bool:
    """Tell whether the word opens the cue's object: a verbal noun after a phrase that wants no more words."""
    word, previous = view.word(index), view.word(index - 1)
    if cue.stance in (Stance.DEMANDS, Stance.ASKS) or cue.lemma in {"حذر", "ابلغ"}:
        # دعا فلان الأطراف إلى: a second holder after a whole first one is who listens.
        whole = previous.startswith("ال") or previous in view.grammar.given_names
        nisba = word.endswith(("ي", "يه", "يين", "يون"))
        if whole and not nisba and previous not in words_of_office(view) and holder_of(view, index) is not None:
            return True
    if "negated" in cue.takes and previous.startswith("ال") and not word.startswith("ال"):
        return True
    if not cue.takes & {"masdar", "object"}:
        return False
    if word.startswith("ال") and index - first >= 2 and not view.word(first).startswith("ال"):
        # وصف دبلوماسي غربي الحديث بأنه: an unnamed speaker's adjective has no article, so the object begins.
        adjective = previous.endswith(("ي", "يه", "يون", "يين")) and previous not in view.grammar.words["prepositions"]
        head = holder_of(view, first)
        return adjective and not previous.startswith("ال") and head is not None and head.kind is LinkKind.ANON
    if word.startswith("ال"):
        # دانت الوزارة الهجوم: a definite noun after a definite noun, unless it is that noun's adjective.
        noun = is_masdar(view, index, stem=word[2:]) or holder_of(view, index) is not None
        return previous.startswith("ال") and noun and not word.endswith(("ي", "يه", "يين", "يون"))
    if index - 1 == first and holder_of(view, first) and not previous.startswith("ال"):
        holder = holder_of(view, first)
        if holder is None or holder.kind not in (LinkKind.ORG, LinkKind.OUTLET) or previous in view.grammar.holders:
            return False
    owned = view.ends_with_pronoun(index) and word not in view.grammar.given_names
    if is_masdar(view, index) or (owned and len(word) > 4):
        return True
    if "object" not in cue.takes or not previous.startswith("ال") or word in view.grammar.given_names:
        return False
    head = holder_of(view, first)
    body = head is not None and head.kind not in (LinkKind.PERSON, LinkKind.ANON)
    return body or holder_of(view, index) is not None


def _apposition(view: SentenceView, first: int, end: int, stop: int, cue: Cue | None) -> int:
    """Return the end with the appositions between commas taken in: محمد علي، وكيل الوزارة،"""
    for _ in range(3):
        further = _one_apposition(view, end, stop, cue)
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
    graded = grade_end(view, begin) or (grade_end(view, begin + 1) if view.within(begin, "relatives") else None)
    if graded is not None:
        return graded + 1 if view.is_comma(graded) else graded
    if view.word(begin) in {"وهو", "وهي", "وهم"}:
        return _after_relative(view, begin, begin + _APPOSITION_TOKENS) or end
    head = holder_of(view, begin)
    if not _can_begin(view, begin, stop) or view.participle_cue(begin):
        return end
    if view.word(begin)[0] == "و" and view.bare(begin) != view.word(begin) and head is None:
        return end
    closing = run_of_words(view, begin, min(stop, begin + _APPOSITION_TOKENS), cue)
    if closing <= begin:
        return end
    name = view.word(begin) in view.grammar.given_names
    name = name or (closing - begin <= 4 and may_be_name(view, begin) and view.is_comma(closing))
    if head is None and not name and not view.word(begin).startswith("ال"):
        return end
    if view.is_comma(closing):
        return closing + 1
    if view.within(closing, "relatives"):
        return _after_relative(view, closing, stop + _APPOSITION_TOKENS) or end
    opens = view.word(closing) in view.grammar.words["complementisers"] or view.word(closing) == ":"
    return closing if opens or closing in view.openings else end


def _after_relative(view: SentenceView, relative: int, stop: int) -> int | None:
    """Return the token after the comma that closes a relative clause, where the cue's clause follows right there."""
    for index in range(relative, min(len(view), stop)):
        if view.is_comma(index):
            opens = view.word(index + 1) in view.grammar.words["complementisers"] or index + 1 in view.openings
            return index + 1 if opens else None
    return None


def _name_in_quotes(view: SentenceView, index: int, first: int) -> int | None:
    """Return the closing mark of a name in quotation marks (صحيفة "..."), or None for words that are quoted."""
    number = view.openings.get(index)
    if number is None or index == first:
        return None
    closing = view.sentence.quotations[number][1]
    words = sum(view.tokens[n].is_word for n in range(index, closing))
    head = view.word(index - 1).removeprefix("ال")
    named = head in view.grammar.words["named_heads"] or is_outlet_head(view, index - 1)
    named = named or ((holder := holder_of(view, index - 1)) is not None and holder.kind is LinkKind.ORG)
    if view.word(index - 1).startswith(("ال", "ل")) and not named:
        named = is_outlet_head(view, index - 2) or is_outlet_head(view, first)
    return closing if named and words <= 6 else None


def _short_parenthesis(view: SentenceView, index: int, stop: int) -> int | None:
    if view.word(index) != "(":
        return None
    for closing in range(index + 1, min(stop, index + 7)):
        if view.word(closing) == ")":
            return closing
    return None
