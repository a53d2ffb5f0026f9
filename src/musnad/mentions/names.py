"""Finds the names of the lexicons in a sentence: longest match, clitics cut."""

from musnad.mentions.adjectives import adjectives_end
from musnad.mentions.drafts import Draft
from musnad.mentions.line import Line
from musnad.mentions.name_table import Name, NameTable, Need
from musnad.mentions.place_names import is_own_letter, says_no_place
from musnad.mentions.vocabulary import PRONOUNS
from musnad.model import MentionKind

_TO = frozenset(("ل", "الي"))
_OUTLET = MentionKind.OUTLET
_PLACE_PREPOSITIONS = frozenset(
    ("في", "من", "الي", "قرب", "نحو", "باتجاه", "عبر", "داخل", "خارج", "وسط", "غرب", "شرق", "شمال", "جنوب")
)
_PLACE_CLITICS = frozenset("بل")
# Estimated while 100 articles were read, not counted: names of several words are hardly ever another thing, single
# words now and then.
_SINGLE_CONFIDENCE = 0.9
_MANY_CONFIDENCE = 0.97
_SHORT_WITH_CLITIC = 3
# Members of an enumeration are looked up slowly, and these are asked for at each word that may open a name.
_PLACE, _COUNTRY, _NATIONALITY = MentionKind.PLACE, MentionKind.COUNTRY, MentionKind.NATIONALITY
_NOTHING = Need.NOTHING
_ARMS = frozenset({MentionKind.WEAPON, MentionKind.CRAFT})


def find_names(line: Line, names: NameTable) -> list[Draft]:
    """Return the lexicon's names in the sentence that stand as names there, from left to right without overlap."""
    drafts: list[Draft] = []
    after = 0
    told = _told_outlets(line) if line.sentence.quotations else {}
    for index, entry in enumerate(line.entries):
        if index < after or not (entry.may_open_name or index in told):
            continue
        draft = told.get(index) or name_at(line, names, index, after_place=_follows_place(line, index, drafts))
        if draft is not None:
            drafts.append(draft)
            after = draft.end
    return drafts


def _follows_place(line: Line, index: int, drafts: list[Draft]) -> bool:
    """Tell whether the token goes on a list of places: صعدة و الجوف، صعدة والجوف, صعدة، الجوف."""
    if not drafts or (drafts[-1].kind is not _PLACE and drafts[-1].kind is not _COUNTRY):
        return False
    between = line.words[drafts[-1].end : index]
    return between in (["و"], ["،"], ["،", "و"]) or (not between and line.words[index].startswith("و"))


def name_at(line: Line, names: NameTable, index: int, *, after_place: bool = False) -> Draft | None:
    """Return the longest name that begins at the token, its clitics cut, or None.

    With `after_place`, a doubtful place counts as one: it goes on a list of places.
    """
    best: tuple[int, int, Name] | None = None
    for skip, form in line.forms[index]:
        found = names.longest(form, line.words, index)
        if found is not None and found[0] == 1 and is_own_letter(line.words[index], skip):
            continue
        if found is None or (best is not None and found[0] <= best[0]):
            continue
        listed = after_place and found[1].kind is _PLACE
        if listed or _is_met(found[1], line, index, skip) or _is_bare(line, skip, index, index + found[0]):
            best = (found[0], skip, found[1])
    word = line.words[index]
    if best is None and len(word) == _SHORT_WITH_CLITIC and word[0] == "ل":
        found = names.longest(word[1:], line.words, index)
        best = (found[0], 1, found[1]) if found is not None and found[0] > 1 else None  # لبي بي سي
    if best is None or (best[2].kind is _PLACE and says_no_place(line, index, index + best[0], best[1])):
        return _with_pronoun(line, names, index)
    length, skip, name = best
    if name.kind is _COUNTRY and length == 1 and (_is_feminine(line, index, skip) or _is_accusative(line, index)):
        adjective = names.longest(word[:-1], [], 0)
        name = adjective[1] if adjective is not None and adjective[1].kind is _NATIONALITY else name
    return _draft(name, index, index + length, skip)


def _told_outlets(line: Line) -> dict[int, Draft]:
    """Return the outlets between quotation marks behind ل, ambiguous names too, by token: قال لـ«الشرق الأوسط»."""
    found = {}
    for opening, closing in line.sentence.quotations:
        if line.word(opening - 1) in _TO and closing > opening + 1:
            outlet = line.grammar.outlet_names.at(line.words, opening + 1, announced=True)
            if outlet is not None and opening + 1 + outlet[0] == closing:
                first = opening + 1
                found[first] = Draft(_OUTLET, first, closing, "lexicon-outlet", _MANY_CONFIDENCE, entry=outlet[1])
    return found


def _is_accusative(line: Line, index: int) -> bool:
    """Tell whether what is written as a country is the adjective of an accusative noun: اختطفوا مقيما تركيا."""
    before = line.word(index - 1)
    listed = line.words[index] in line.rules.words["accusative_nationalities"]
    return listed and len(before) > _SHORT_WITH_CLITIC and before[-1] == "ا" and line.vocabulary.is_noun(before[:-1])


def _is_feminine(line: Line, index: int, skip: int) -> bool:
    """Tell whether السعودية is the adjective of a noun with its article: بالسفارة السعودية."""
    if skip or not index or not line.words[index].endswith("ه"):
        return False
    before = line.words[index - 1]
    return before.endswith("ه") and any(form.startswith("ال") and len(form) > 3 for _, form in line.forms[index - 1])


def _is_bare(line: Line, skip: int, first: int, end: int) -> bool:
    """Tell whether a name means one body as it stands bare: مجلس الأمن, but neither ... الإيراني nor ... في العراق."""
    if (line.words[first][skip:], *line.words[first + 1 : end]) not in line.rules.phrases["bare_bodies"]:
        return False
    following = line.word(end)
    if adjectives_end(line, end) > end or (following[:1] == "و" and following[1:] in line.rules.words["portfolios"]):
        return False
    place = line.word(end + 1) if following == "في" else following[1:] if following[:1] == "ب" else ""
    return (place,) not in line.rules.countries and place not in line.rules.words["parts_of_states"]


def _is_met(name: Name, line: Line, index: int, skip: int) -> bool:
    """Tell whether what the form needs stands before it: في or a clitic ب, or a noun like مدينة or صاروخ."""
    if name.kind is _NATIONALITY and not _is_nationality(line, index, skip):
        return False
    if name.need is _NOTHING:
        return True
    before = line.word(index - 1)
    if skip == 0 and _is_head(line, line.word(index - 2) if line.is_quote(index - 1) else before, name.kind):
        return True
    if name.need is Need.ARTICLE:
        return line.words[index][skip:].startswith("ال")
    if name.need is Need.HEAD:
        return False
    if name.kind is MentionKind.COUNTRY and skip == 0 and _is_of_state(line, index - 1):
        return True  # رئيس مالي
    glued = line.words[index][max(0, skip - 1) : skip]
    return glued in _PLACE_CLITICS if glued else before.removeprefix("و") in _PLACE_PREPOSITIONS


def _is_of_state(line: Line, index: int) -> bool:
    """Tell whether the word is a noun of what a state alone has: رئيس, جيش."""
    return index >= 0 and any(form in line.rules.words["of_states"] for _, form in line.forms[index])


def _is_nationality(line: Line, index: int, skip: int) -> bool:
    """Tell nationalities from portfolios (المالية, of finance) and directions (غربي روسيا, الساحل الغربي)."""
    word = line.words[index][skip:]
    rules = line.rules.words
    if index and word[:2] == "ال" and word[2:] in rules["directions"]:
        forms = [form.removeprefix("ال").removesuffix("ها") for _, form in line.forms[index - 1]]  # ريفها الغربي
        return not any(form in rules["sided"] for form in forms)
    return not (word in rules["portfolios"] or word in rules["directions"] or word in rules["not_nationalities"])


def _is_head(line: Line, word: str, kind: MentionKind) -> bool:
    wanted = _ARMS | {kind} if kind is not _PLACE else {kind}
    for _, form in line.vocabulary.entry(word).forms if word else ():
        stem = form.removeprefix("ال")
        for noun in (stem, stem.removesuffix("ا")):
            heads = line.rules.heads.get(noun)
            if heads is not None and any(head.kind in wanted for head in heads):
                return True
    return False


def _with_pronoun(line: Line, names: NameTable, index: int) -> Draft | None:
    """Return the weapon that carries a pronoun: صواريخها."""
    if not line.words[index].endswith(PRONOUNS):
        return None
    for skip, form in line.forms[index]:
        for suffix in PRONOUNS:
            if form.endswith(suffix) and len(form) > len(suffix) + 2 and not form.startswith("ال"):
                found = names.longest(form[: -len(suffix)], [], 0)
                if found is not None and found[1].rule == "lexicon-weapon" and found[1].need is Need.NOTHING:
                    return _draft(found[1], index, index + 1, skip)._replace(trim=len(suffix))
    return None


def _draft(name: Name, first: int, end: int, skip: int) -> Draft:
    confidence = _SINGLE_CONFIDENCE if end - first == 1 else _MANY_CONFIDENCE
    return Draft(name.kind, first, end, name.rule, confidence, skip, entry=name.entry, country=name.country)
