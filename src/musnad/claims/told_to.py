"""Finds the outlet that a speaker spoke to: لصحيفة كذا، في مقابلة مع قناة كذا، على قناة كذا."""

from musnad.claims.naming import holder_of, is_addressee, is_bound_outlet, is_outlet_head, outlet_at
from musnad.claims.phrases import Phrase, read_phrase, run_of_words
from musnad.claims.view import SentenceView
from musnad.model import Anonymity, LinkKind

_LONGEST = 9
_VENUE_REACH = 6
_QUOTED_NAME = 6
_SHORT_NAME = 5
_VAGUE = frozenset({"محطه", "شبكه"})
_REPORTERS = frozenset({"مراسل", "مراسله", "مندوب", "مندوبه", "موفد", "موفده", "مبعوث"})
_WAVES = frozenset({"شاشه", "اثير", "هواء", "موجات"})  # على شاشة قناة كذا
_FAVOURED = frozenset({"خص", "خصت", "خصا"})
_HELD = ("اجراه", "اجرته", "اجراها", "اجرتها")
_RECEIVING = frozenset(
    {"تلقت", "تلقي", "تلقته", "تلقتها", "تلقاه", "حصلت", "تسلمت", "تسلمته", "اطلعت", "اطلع", "حصل", "وصل", "وصلت"}
)
_COPY = "نسخه"
_ON_IT = frozenset({"عليه", "عليها", "به", "بها", "منه", "منها"})
_QUESTIONS = frozenset({"سوال", "اسيله", "استفسار", "استفسارات"})


def read_told_to(view: SentenceView, index: int) -> Phrase | None:
    """Return the outlet phrase spoken to at `index` (لصحيفة ...، لرويترز، مع قناة ...), its ل left out, or None."""
    word = view.word(index)
    if word == "ل" and view.tokens[index + 1 : index + 2]:
        quoted = view.openings.get(index + 1)
        if quoted is not None:
            closing = view.sentence.quotations[quoted][1]
            # لـ«دعم الشرعية في الجنوب»: of an outlet that no list holds the name is short.
            known = closing - index <= _QUOTED_NAME and outlet_at(view, index + 2) is not None
            return Phrase(index + 1, closing + 1) if known or closing - index <= _SHORT_NAME else None
        if view.word(index + 1) == "(":
            end = next((n + 1 for n in range(index + 3, index + _QUOTED_NAME) if view.word(n) == ")"), None)
            return Phrase(index + 1, end) if end is not None and _may_be_outlet(view, index + 2) else None
        if view.tokens[index].end == view.tokens[index + 1].start:
            return read_phrase(view, index + 1)
    if word in _REPORTERS and any(_is_source(view, at) for at in (index - 1, index - 2)):
        return outlet_phrase(view, index + 1)  # أفاد مصدر أمني | مراسل إذاعة كذا
    if word.startswith("ل") and word[1:] in _REPORTERS:
        # لمراسل إذاعة كذا، لموفد الأفق: he stands for his outlet, which no list need hold.
        unlisted = view.word(index + 1).startswith("ال") and not view.word(index + 1).endswith(("ي", "يه"))
        return outlet_phrase(view, index + 1) or (Phrase(index + 1, index + 2) if unlisted else None)
    if word.startswith("ل") and len(word) > 2 and not is_addressee(view, index):
        named = outlet_at(view, index, clitic=1)
        if named:
            return Phrase(index, index + named[0], clitic=1)
        if is_outlet_head(view, index) and word.removeprefix("ال") not in view.grammar.outlet_heads:
            # لموقعنا مصدر طبي: with our pronoun the noun is whole.
            if word.removeprefix("ل").removeprefix("ل") in _VAGUE and not _is_named_outlet(view, index + 1):
                return None  # القمر الصناعي لمحطة كذا: any place is called so as well
            ours = word.endswith("نا") and is_outlet_head(view, index) and not view.word(index + 1).startswith("ال")
            end = index + 1 if ours else run_of_words(view, index, min(len(view), index + _LONGEST), None)
            return Phrase(index, end, clitic=1) if end > index else None
    return outlet_phrase(view, index + 1) if word == "مع" else None


def _is_source(view: SentenceView, at: int) -> bool:
    head = holder_of(view, at)
    return head is not None and head.anonymity is Anonymity.SOURCE


def _is_named_outlet(view: SentenceView, at: int) -> bool:
    """Tell whether a name in marks, a name of the lexicon or an adjective (تلفزيونية) shows an outlet's noun."""
    adjective = view.word(at).endswith("يه") or view.word(at + 1).endswith("يه")
    return at in view.openings or outlet_at(view, at) is not None or adjective or view.word(at) == "("


def outlet_phrase(view: SentenceView, index: int) -> Phrase | None:
    """Return the outlet named at `index`, by its name, in quotation marks, or after a noun such as قناة, or None."""
    if is_outlet_head(view, index):
        head = holder_of(view, index)
        if head is None or head.kind not in (LinkKind.OUTLET, LinkKind.OUTLET_GROUP):
            return None
        end = run_of_words(view, index, min(len(view), index + _LONGEST), None)
        return Phrase(index, end) if end > index else None
    named = outlet_at(view, index)
    if named:
        return Phrase(index, index + named[0])
    number = view.openings.get(index)
    if number is None:
        return None
    closing = view.sentence.quotations[number][1]
    inner = outlet_at(view, index + 1)
    return Phrase(index, closing + 1) if inner and index + 1 + inner[0] == closing else None


def read_interview(view: SentenceView, index: int) -> Phrase | None:
    """Return the outlet of the occasion at `index` (في مقابلة مع قناة ...، في برنامج «...»، عبر قناة ...), or None."""
    if view.bare(index) in {"علي", "عبر"}:
        found = outlet_phrase(view, index + 1 + (view.word(index + 1) in _WAVES))
        return None if found is None or _is_social(view, found) else found
    if view.bare(index) == "ردا" and view.word(index + 1) == "علي" and view.word(index + 2) in _QUESTIONS:
        return outlet_phrase(view, index + 3) or read_told_to(view, index + 3)
    if view.bare(index) not in {"في", "خلال"}:
        return None
    received = _received_by(view, index + 1)
    if received is not None:
        return received
    if view.word(index + 1) == "برنامج" and index + 2 in view.openings:
        return Phrase(index + 1, view.sentence.quotations[view.openings[index + 2]][1] + 1)
    if not view.within(index + 1, "interviews"):
        return None
    for at in range(index + 2, min(len(view), index + 2 + _VENUE_REACH)):
        held = _held_with(view, at)
        if held is not None:
            return held
        if view.finite_cue(at) is not None or not view.tokens[at].is_word:
            return None
        through = view.word(at) in {"علي", "في", "عبر", "الي"}
        past = at + 1 + (view.word(at) in {"علي", "عبر"} and view.word(at + 1) in _WAVES)
        found = outlet_phrase(view, past) if through else read_told_to(view, at)
        if found is None and view.word(at) in {"مع", "الي"}:
            found = _short_name_in_marks(view, at + 1)
        found = found or _ambiguous_name(view, at)
        if found is None and is_bound_outlet(view, at):
            end = run_of_words(view, at, min(len(view), at + _LONGEST), None)
            found = Phrase(at, end, clitic=1) if end > at else None
        if found is not None:
            return None if _is_social(view, found) else found
    return None


def _ambiguous_name(view: SentenceView, at: int) -> Phrase | None:
    """في تصريحات للأفق، إن: behind the noun of the occasion a paper named by an ordinary word, and nothing more."""
    first, opens = f"ال{view.word(at)[2:]}", view.grammar.words["complementisers"]
    for end in (at + 2, at + 1):
        whole = view.is_mark(end) or view.word(end) in opens or end in view.openings
        if whole and (first, *view.words[at + 1 : end]) in view.grammar.outlet_names.announced:
            return Phrase(at, end, clitic=1) if view.word(at).startswith("لل") else None
    return None


def _received_by(view: SentenceView, at: int) -> Phrase | None:
    """في بيان تلقت صحيفة كذا نسخة منه: return the outlet that got the document at `at`, or None."""
    head = holder_of(view, at)
    if head is None or head.kind is not LinkKind.DOCUMENT:
        return None
    for verb in range(at + 1, min(len(view), at + _VENUE_REACH)):
        if view.word(verb) in _RECEIVING:
            outlet, _ = _receiver(view, verb)
            return outlet
        if not view.tokens[verb].is_word or view.cues_at(verb):
            return None
    return None


def _receiver(view: SentenceView, verb: int) -> tuple[Phrase | None, int]:
    """Return the outlet that got a document, by the verb of getting, and the token behind what tells so."""
    first = verb + 1 + (view.word(verb + 1) in _ON_IT)
    found = outlet_phrase(view, first) or _short_name_in_marks(view, first)
    if found is None:
        return None, verb + 1
    copy = next((n for n in range(first + 1, min(len(view), found.end + 1)) if view.word(n) == _COPY), 0)
    outlet = Phrase(first, copy) if copy else found
    end = copy + 1 if copy else found.end
    return outlet, end + (view.word(end) in _ON_IT)


def received_at(view: SentenceView, at: int) -> tuple[Phrase, int] | None:
    """أفاد بيان للوزارة، | اطلعت عليه وكالة كذا: return the outlet that got what stands before, and where to go on."""
    if view.word(at) not in _RECEIVING:
        return None
    outlet, end = _receiver(view, at)
    told = view.word(at + 1) in _ON_IT or _COPY in view.words[at:end]
    return (outlet, end) if outlet is not None and told else None


def _held_with(view: SentenceView, at: int) -> Phrase | None:
    """في حوار أجرته معه صحيفة كذا، في تصريح خص به الأفق: the outlet behind the verb of the occasion."""
    word, following = view.word(at), view.word(at + 1)
    if word in _FAVOURED and following in {"به", "بها"}:
        plain = view.word(at + 2).startswith("ال") and not holder_of(view, at + 2)
        named = outlet_phrase(view, at + 2) or _short_name_in_marks(view, at + 2)
        return named or (Phrase(at + 2, at + 3) if plain else None)
    if word.startswith(_HELD) and following in {"معه", "معها", "معهم"}:
        return outlet_phrase(view, at + 2) or _short_name_in_marks(view, at + 2)
    return None


def _short_name_in_marks(view: SentenceView, at: int) -> Phrase | None:
    """في اتصال مع «الأفق»: of an outlet that no list holds the name is short."""
    number = view.openings.get(at)
    closing = view.sentence.quotations[number][1] if number is not None else at + _SHORT_NAME
    return Phrase(at, closing + 1) if closing - at < _SHORT_NAME and _may_be_outlet(view, at + 1) else None


def _may_be_outlet(view: SentenceView, at: int) -> bool:
    """Tell whether a name in marks may be an outlet's: no number, and the head of nobody else."""
    head = holder_of(view, at)
    other = head is not None and head.kind not in (LinkKind.OUTLET, LinkKind.OUTLET_GROUP)
    return not other and not view.word(at).isdigit()


def _is_social(view: SentenceView, phrase: Phrase) -> bool:
    """A page or an account on a social network is where one writes, not an outlet that one speaks to."""
    return any(word in view.grammar.words["social_media"] for word in view.words[phrase.first : phrase.end + 2])
