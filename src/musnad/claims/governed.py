"""Says which prepositions, with what they govern, belong to the noun phrase that names a source."""

from musnad.claims.naming import REPORTERS, holder_of, is_addressee, is_outlet_head, outlet_at
from musnad.claims.offices import completes_office, names_ahead
from musnad.claims.parties import serves_office
from musnad.claims.view import NUMERALS, SentenceView
from musnad.languages.grammar import Cue, Form, Holder
from musnad.model import LinkKind

_ENVOYS = frozenset({"سفير", "سفيره", "السفير", "السفيره", "مندوب", "المندوب", "ممثل", "مبعوث", "باعمال"})
_DEFENDING = frozenset({"مدافع", "مدافعون", "مدافعين", "المدافع", "المدافعون", "المدافعين", "مدافعات", "ومدافعون"})
_ORDERED = frozenset({"احدث", "اخر", "اول", "ثاني", "ثالث"})
_FOR_A_PARTY = frozenset({"النايب", "نايب", "النايبه", "النواب", "نواب", "العضو", "المرشح", "مرشح", "السيناتور"})


def preposition_continues(view: SentenceView, first: int, index: int, cue: Cue | None) -> bool | None:
    """Tell whether the preposition at `index` stays in the phrase; None where the word is no preposition."""
    word, words = view.word(index), view.grammar.words
    following = view.word(index + 1)
    head = holder_of(view, first + (view.word(first) in NUMERALS))  # ثلاثة مسؤولين في الوزارة
    if head is None and view.is_given(first):
        head = _office_behind(view, first, index)  # سامي كامل مدير القسم في كذا
    role = head is not None and head.kind in (LinkKind.ANON, LinkKind.PERSON, LinkKind.GROUP, LinkKind.ORG)
    indefinite = not view.word(first).startswith("ال")
    if view.word(index - 1) in words["governing_adjectives"] or completes_office(view, first, index, cue):
        return True
    if word in {"في", "فى"}:
        return _in_continues(view, first, index, head)
    if word == "من":
        if view.within(first, "quantity_heads") and first < index <= first + 2:
            return True  # العديد من الشهود، عدد كبير من الخبراء
        if cue is not None and cue.lemma in {"طلب", "توقع"}:
            return False  # طلبت الوزارة من السكان: whom one asks
        return role and following not in {"جهته", "جهتها", "جهه", "جانبه", "جانبها", "ان", "خلال"}
    if word in {"علي", "مع"}:
        return view.word(index - 1) in {"مطلع", "مطلعه", "مطلعين", "المطلع", "مطلعون", "المطلعه"}
    if word == "لدي":
        return any(view.word(at) in _ENVOYS for at in range(first, index))  # سفير كذا لدى الأمم المتحدة
    if word == "عن":
        return view.word(index - 1) in _FOR_A_PARTY | _DEFENDING  # النائب عن حزب كذا
    if word in words["prepositions"]:
        return False
    if word.startswith(("لل", "ل")):
        if word[1:] in REPORTERS:
            return False  # مصدر أمني لمراسل إذاعة كذا: who listened
        if serves_office(view, first, index, cue):
            return True
        if is_addressee(view, index) or outlet_at(view, index, clitic=1) or is_outlet_head(view, index):
            # تقرير لصحيفة كذا: what stands behind an unmarked document is whose it is, and does not listen.
            return head is not None and head.kind is LinkKind.DOCUMENT and indefinite and index == first + 1
        if word in words["known_lams"] or word.startswith("لل"):
            return True
        place = index - 1 == first and (view.within(first, "countries") or view.within(first, "capitals"))
        if place and cue is not None and (cue.form is Form.MASDAR or "ل" in cue.prepositions):
            return False  # اتهام موسكو لبريطانيا: a place takes no further words
        served = holder_of(view, index)
        if head is None and served is not None and served.kind in (LinkKind.PERSON, LinkKind.ANON):
            return False  # سالم الحربي لرئيس البلدية: who listens
        if role and served is not None and served.kind is LinkKind.ORG and not (cue and "ل" in cue.prepositions):
            return True  # المسؤول الإعلامي لغرفة العمليات
        body = head is not None and head.kind in (LinkKind.ORG, LinkKind.OUTLET)
        if body and view.word(index - 1).startswith("ال") and following.startswith("ال"):
            return True  # الاتحاد الوطني لكرة السلة
        if word[1:] in view.grammar.given_names or word[1:] in words["countries"]:
            serves = view.word(index - 1).startswith("ال") and view.word(index - 1).endswith(("ي", "يه"))
            return role and serves  # المحامي الشخصي لفلان
        return None
    return _bound_by_ba(view, first, index)


def _in_continues(view: SentenceView, first: int, index: int, head: Holder | None) -> bool:
    """Tell whether في at `index` goes on with the phrase: وزارة كذا في البلاد, and not where or when one spoke."""
    words, following = view.grammar.words, view.word(index + 1)
    role = head is not None and head.kind in (LinkKind.ANON, LinkKind.PERSON, LinkKind.GROUP, LinkKind.ORG)
    indefinite = not view.word(first).startswith("ال")
    if following in words["venues"] or following in words["time_words"] or following.isdigit():
        return False
    person = head is not None and head.kind in (LinkKind.ANON, LinkKind.PERSON)
    if person and view.word(first) not in _ENVOYS and _ends_in_name(view, first, index):
        return False  # أكد الوزير سامي كامل في الاجتماع الأول: where he said so
    issued = holder_of(view, index + 2) if following in _ORDERED else None
    if issued is not None and issued.kind is LinkKind.DOCUMENT:
        return False  # المنظمة في أحدث تقرير لها: where it says so
    owned = view.ends_with_pronoun(index + 1) and following not in words["known_waws"]
    inside = holder_of(view, index + 1) if owned else None
    if owned and not view.is_given(index + 1) and (inside is None or inside.kind is LinkKind.DOCUMENT):
        return False  # الوزارة في دليلها الجديد: where it says so
    settled = head is not None and (head.kind is LinkKind.ORG or holder_of(view, index + 1) is not None)
    settled = settled or following in words["fields"]  # الخبير في الشؤون الآسيوية
    settled = settled or any(view.is_given(at) for at in (index + 2, index + 3))
    return role and (indefinite or settled or names_ahead(view, first, index))


def _ends_in_name(view: SentenceView, first: int, index: int) -> bool:
    """Tell whether a man's name, two words or more of it, ends the words before `index`."""
    near = range(max(first + 1, index - 3), index)
    plain = all(holder_of(view, at) is None and view.tokens[at].is_word for at in (index - 1, index - 2))
    return plain and index - 2 > first and any(view.is_given(at) for at in near)


def _office_behind(view: SentenceView, first: int, index: int) -> Holder | None:
    """Return the office, without article, that stands right behind the name at `first`, or None."""
    at = next((n for n in range(first + 1, index) if not view.is_given(n)), index)
    head = holder_of(view, at) if at < index else None
    return head if head is not None and head.kind in (LinkKind.PERSON, LinkKind.ANON) else None


def _bound_by_ba(view: SentenceView, first: int, index: int) -> bool | None:
    """Tell whether a ب on the word binds it to the phrase: مدير الصحة | بالمنطقة; None where it says nothing."""
    word = view.word(index)
    if not word.startswith("ب") or len(word) < 4:
        return None
    if word in view.grammar.words["manners"]:
        return False  # تحدث الوزير بنبرة هادئة: how he spoke
    described = view.word(index - 1).startswith("الم") or view.word(index - 1).endswith("نا")  # الملقب، مراسلنا
    if word.startswith("بال") and not described and not any(holder_of(view, at) for at in range(first, index)):
        return False  # تقدم سالم كامل | بالشكر: of a name without an office nothing hangs on ب
    if word.startswith(("بال", "باسم")) or word in {"بقياده", "برئاسه"}:
        return True
    return True if view.grammar.holders.get(word[1:]) is not None else None
