"""Carries what one mention tells to the rest of its article: surnames, repeated names, abbreviations, descriptions."""

from collections.abc import Iterator
from dataclasses import dataclass

from musnad.mentions.drafts import Draft
from musnad.mentions.line import Line
from musnad.model import MentionKind, Span

_BODIES = frozenset(
    {MentionKind.ORGANISATION, MentionKind.GOVERNMENT_BODY, MentionKind.ARMED_GROUP, MentionKind.OUTLET}
)
# Members of an enumeration are looked up slowly, and these are asked for at each name.
_PERSON, _TITLE, _NATIONALITY = MentionKind.PERSON, MentionKind.TITLE, MentionKind.NATIONALITY
_PLACE, _ORGANISATION = MentionKind.PLACE, MentionKind.ORGANISATION
_PLACES = frozenset({MentionKind.PLACE, MentionKind.COUNTRY})
_TAKEN_FOR = frozenset({MentionKind.PERSON, MentionKind.PLACE})
_REPEATED = _BODIES | {MentionKind.PERSON, MentionKind.PLACE, MentionKind.FACILITY}
# A name that the tagger is this sure of once is that name wherever the article writes it again.
_SURE = 0.85
_SURE_DOUBTFUL = 0.7
_SHORT_CONFIDENCE = 0.85
_DESCRIPTION_CONFIDENCE = 0.7
_LONGEST_ABBREVIATION = 4
_MOST_OWN_WORDS = 3
_QUOTED = "quoted-name"
# Short names that are given names or other words as well.
_DOUBTFUL = "doubtful-name"
_SHORTEST_SURNAME = 3

DraftedLine = tuple[Line, list[Draft]]
_Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Known:
    """A name of the article that other words may stand for: what it is, and where its fullest form stands."""

    kind: MentionKind
    span: Span
    rule: str
    entry: str | None
    country: str | None


def propagate(lines: list[DraftedLine]) -> list[DraftedLine]:
    """Return the lines with what surnames, repetitions, abbreviations and bare nouns add, and whom they refer to."""
    known = _names_by_words(lines)
    lengths: dict[str, int] = {}
    for words in known:
        lengths[words[0]] = max(lengths.get(words[0], 0), len(words))
    heads: dict[str, _Known] = {}
    found = []
    clubs = {name: club for name, club in _clubs(lines).items() if _is_free(known.get((name,)))}
    for line, drafts in lines:
        drafts = [_referring(line, draft, known) for draft in drafts]
        if clubs:
            drafts = _with_clubs(line, drafts, clubs)
        drafts = _with_known_names(line, drafts, known, lengths)
        found.append((line, _with_descriptions(line, drafts, heads)))
    return found


def _clubs(lines: list[DraftedLine]) -> dict[str, _Known]:
    """Return the clubs of the report by the one word of their name: نادي الطائي."""
    found: dict[str, _Known] = {}
    for line, drafts in lines:
        for draft in drafts:
            if draft.end == draft.first + 2 and draft.kind is _ORGANISATION:
                words = _words(line, draft)
                if words[0] in line.rules.words["clubs"]:
                    found.setdefault(words[1], _known_as(line, draft, "short-name"))
    return found


def _is_free(name: _Known | None) -> bool:
    """Tell whether no fuller name of the report is shortened to the word."""
    return name is None or name.rule == "repeated-name"


def _with_clubs(line: Line, drafts: list[Draft], clubs: dict[str, _Known]) -> list[Draft]:
    """Return the drafts, those that are a club's name alone being it: a person or a place as the tagger has it."""
    kept = []
    for draft in drafts:
        lone = draft.end == draft.first + 1 and draft.kind in _TAKEN_FOR
        club = clubs.get(_words(line, draft)[0]) if lone else None
        if club is None:
            kept.append(draft)
        elif not any(other.first <= draft.first < other.end and other.kind in _BODIES for other in drafts):
            changed = draft._replace(kind=club.kind, rule=club.rule, entry=club.entry, country=club.country)
            kept.append(changed._replace(refers_to=club.span, candidates=()))
    return kept


def _names_by_words(lines: list[DraftedLine]) -> dict[_Words, _Known]:
    known: dict[_Words, _Known] = {}
    own: dict[_Words, _Known] = {}
    for line, drafts in lines:
        for draft in drafts:
            if draft.kind is _PERSON:
                _learn_person(line, draft, known)
            elif _is_sure(draft):
                known.setdefault(_words(line, draft), _known_as(line, draft, "repeated-name"))
            if draft.kind in _BODIES:
                _learn_abbreviation(line, draft, known)
                _learn_own_name(line, draft, own)
    return {**own, **known}


def _is_sure(draft: Draft) -> bool:
    tagged = draft.kind in _REPEATED and draft.rule.startswith("tagger")
    return tagged and draft.confidence >= _SURE and draft.end - draft.first > 1


def _learn_person(line: Line, draft: Draft, known: dict[_Words, _Known]) -> None:
    words = _words(line, draft)
    if len(words) > 1:
        known.setdefault(words, _known_as(line, draft, "repeated-name"))
        if _stands_alone(line, words[-1]):
            known.setdefault(words[-1:], _known_as(line, draft, "short-name"))
        elif draft.confidence >= _SURE_DOUBTFUL and _may_stand_alone(line, words):
            known.setdefault(words[-1:], _known_as(line, draft, _DOUBTFUL))
    elif draft.confidence >= _SURE and _stands_alone(line, words[0]):
        known.setdefault(words, _known_as(line, draft, "repeated-name"))


def _stands_alone(line: Line, word: str) -> bool:
    """Tell whether a surname can stand for its bearer: not a given name, a noun of office or a small word."""
    grammar = line.grammar
    bare = word.removeprefix("ال")
    return not (
        len(word) < 4
        or (bare in grammar.given_names and not line.vocabulary.is_surname(word))
        or bare in grammar.holders
        or bare in line.rules.heads
        or word in grammar.words["time_words"]
        or word in line.rules.words["name_ends"]
        or word in grammar.cues
    )


def _may_stand_alone(line: Line, words: _Words) -> bool:
    """Tell whether a surname that is a given name, short, or a noun of office may stand for its bearer.

    No ending of a compound does (نصر الله), no small word, and no second given name of three (محمد بن علي).
    """
    word = words[-1]
    bound = len(words) > 1 and words[-2] in line.rules.words["name_links"]
    small = (
        word in line.rules.words["name_ends"] or word in line.grammar.words["time_words"] or word in line.grammar.cues
    )
    clitic = len(word) == _SHORTEST_SURNAME and word[0] == "ل"  # لأي
    return (
        len(word) >= _SHORTEST_SURNAME
        and not clitic
        and not bound
        and not small
        and word not in line.grammar.words["prepositions"]
    )


def _learn_abbreviation(line: Line, draft: Draft, known: dict[_Words, _Known]) -> None:
    """حركة الجهاد (حجا): what stands in brackets after a body is another name of it."""
    if line.word(draft.end) != "(":
        return
    for end in range(draft.end + 2, min(draft.end + 2 + _LONGEST_ABBREVIATION, len(line))):
        if line.words[end] == ")":
            words = tuple(line.words[draft.end + 1 : end])
            if all(line.tokens[place].is_word for place in range(draft.end + 1, end)) and len(words[0]) > 1:
                known.setdefault(words, _known_as(line, draft, "abbreviation"))
            return


def _learn_own_name(line: Line, draft: Draft, known: dict[_Words, _Known]) -> None:
    """شركة إيني الإيطالية: what follows the noun is the name, and stands between quotation marks without the noun."""
    words = _words(line, draft)
    if words[0] not in line.rules.heads:
        return
    end = next((at for at in range(draft.first + 1, draft.end) if line.words[at].startswith("ال")), draft.end)
    own = tuple(line.words[at] for at in range(draft.first + 1, end) if not line.is_quote(at))
    if 1 <= len(own) <= _MOST_OWN_WORDS and not any(word in line.rules.words["construct_links"] for word in own):
        known.setdefault(own, _known_as(line, draft, _QUOTED))


def _known_as(line: Line, draft: Draft, rule: str) -> _Known:
    span = line.span(draft.first, draft.end, skip=draft.skip, trim=draft.trim)
    return _Known(draft.kind, span, rule, draft.entry, draft.country)


def _words(line: Line, draft: Draft) -> _Words:
    first = line.words[draft.first]
    if draft.skip:
        first = next((form for skip, form in line.forms[draft.first] if skip == draft.skip), first[draft.skip :])
    words = (first, *line.words[draft.first + 1 : draft.end])
    # A hashtag is one token of several words.
    return tuple(part for word in words for part in word.split()) if " " in first else words


def _referring(line: Line, draft: Draft, known: dict[_Words, _Known]) -> Draft:
    """Return a person of one word with its fuller form."""
    if draft.kind is not _PERSON or draft.end - draft.first > 1 or draft.refers_to is not None:
        return draft
    name = known.get(_words(line, draft))
    if name is None or name.rule not in {"short-name", _DOUBTFUL} or name.kind is not MentionKind.PERSON:
        return draft
    return draft._replace(refers_to=name.span)


def _with_known_names(
    line: Line, drafts: list[Draft], known: dict[_Words, _Known], lengths: dict[str, int]
) -> list[Draft]:
    """Return the drafts with the known names that stand elsewhere too; `lengths` are the longest by first word."""
    openings = _openings(line, lengths)
    if not openings:
        return drafts
    lone = {draft.first for draft in drafts if draft.kind is _PERSON and draft.end == draft.first + 1}
    taken = {place for draft in drafts for place in range(draft.first, draft.end) if not _gives_way(line, draft)}
    ends = {draft.end: draft for draft in drafts if draft.kind is MentionKind.PERSON}
    added: list[Draft] = []
    after = 0
    for index in openings:
        draft = _known_at(line, index, known, lengths) if index >= after else None
        if draft is None:
            continue
        if draft.rule == "short-name" and not draft.skip and index in ends:
            # كيم جونغ أون, يوليا سكريبال: behind a name it is the rest of that.
            draft = ends[index]._replace(end=draft.end)
        crossed = taken.intersection(range(draft.first, draft.end))
        # A part of a name that was found alone gives way to the whole: سمير, then الكتبي.
        joined = draft.first < index
        whole_person = draft.kind is _PERSON and draft.end - draft.first > 1 and (joined or crossed <= lone)
        if not crossed or whole_person or _is_owned(line, draft, drafts):
            added.append(draft)
            after = draft.end
    if not added:
        return drafts
    whole = {place for draft in added for place in range(draft.first, draft.end)}
    kept = [
        _without_surname(draft, added)
        for draft in drafts
        if draft.first not in whole or not (_is_surname(draft) or _is_lone(draft, lone) or _is_same(draft, added))
    ]
    return sorted([*kept, *added], key=lambda draft: (draft.first, -draft.end))


def _is_owned(line: Line, draft: Draft, drafts: list[Draft]) -> bool:
    """Tell whether a body's own name between quotation marks was taken for a place: "فلاي دبي"."""
    quoted = line.is_quote(draft.first - 1) and line.is_quote(draft.end) and draft.kind in _BODIES
    inside = [other for other in drafts if other.first < draft.end and draft.first < other.end]
    places = all(other.kind in _PLACES and draft.first <= other.first and other.end <= draft.end for other in inside)
    return quoted and places


def _is_lone(draft: Draft, lone: set[int]) -> bool:
    return draft.first in lone and draft.kind is _PERSON


def _is_surname(draft: Draft) -> bool:
    """Tell whether the draft is of one word that is a surname too: السويدي, كرمان."""
    return draft.end == draft.first + 1 and (draft.kind is _NATIONALITY or draft.kind is _PLACE)


def _is_same(draft: Draft, added: list[Draft]) -> bool:
    """Tell whether a name of the report covers just the draft's words: "فلاي دبي" after شركة."""
    return draft.kind is MentionKind.PLACE and any((draft.first, draft.end) == (new.first, new.end) for new in added)


def _gives_way(line: Line, draft: Draft) -> bool:
    """Tell whether a known name may stand where the draft does: a title, a nationality behind a verb (قال السويدي)."""
    if _is_surname(draft):
        return not draft.skip and _is_verb(line, draft.first - 1)
    return draft.kind is _TITLE


def _is_verb(line: Line, index: int) -> bool:
    """Tell whether the word reports or does something: وأشار, أقال."""
    word = line.word(index)
    bare = word[1:] if word[:1] in ("و", "ف") else word
    verbs = line.grammar.words["plain_verbs"]
    return word in line.grammar.cues or bare in line.grammar.cues or word in verbs or bare in verbs


def _stands_here(line: Line, index: int, end: int) -> bool:
    """Tell whether a doubtful short name stands for its bearer at the token: it is no noun, or follows a verb.

    Before another name it begins that.
    """
    following = line.word(end)
    if following in line.grammar.given_names or line.vocabulary.is_surname(following):
        return False
    bare = line.words[index].removeprefix("ال")
    noun = line.vocabulary.is_noun(bare) or bare in line.grammar.holders or bare in line.rules.heads
    noun = noun or (bare.endswith("ي") and bare not in line.grammar.given_names)  # جدي, an adjective first
    return not noun or _is_verb(line, index - 1)


def _openings(line: Line, lengths: dict[str, int]) -> list[int]:
    """Return the tokens at which a known name may begin, in order."""
    found = []
    for index, forms in enumerate(line.forms):
        # Nine words of ten have one form, the word itself.
        if forms[0][1] in lengths or (len(forms) > 1 and any(form in lengths for _, form in forms[1:])):
            found.append(index)
    return found


def _without_surname(draft: Draft, added: list[Draft]) -> Draft:
    """Return a title without the surname that was taken for its adjective: العميد الغمري."""
    if draft.kind is not MentionKind.TITLE:
        return draft
    inside = [name.first for name in added if draft.first < name.first < draft.end]
    return draft._replace(end=min(inside)) if inside else draft


def _known_at(line: Line, index: int, known: dict[_Words, _Known], lengths: dict[str, int]) -> Draft | None:
    for skip, form in line.forms[index]:
        for length in range(min(lengths.get(form, 0), len(line) - index), 0, -1):
            name = known.get((form, *line.words[index + 1 : index + length]))
            if name is not None and name.rule == _QUOTED:
                name = name if line.is_quote(index - 1) and line.is_quote(index + length) else None
            if name is not None and name.rule == _DOUBTFUL:
                name = name if _stands_here(line, index, index + length) else None
            if name is not None:
                span = line.span(index, index + length, skip=skip)
                return Draft(
                    name.kind,
                    index,
                    index + length,
                    "short-name" if name.rule in {_QUOTED, _DOUBTFUL} else name.rule,
                    _SHORT_CONFIDENCE,
                    skip,
                    entry=name.entry,
                    country=name.country,
                    refers_to=name.span if name.span != span else None,
                )
    return None


def _with_descriptions(line: Line, drafts: list[Draft], heads: dict[str, _Known]) -> list[Draft]:
    """Return the drafts with the bare nouns that stand for a body named before: الحركة after حركة الجهاد.

    `heads` are the bodies named so far, by the noun that opens each; the line's own are put in.
    """
    by_first = {draft.first: draft for draft in drafts}
    covered = {place for draft in drafts for place in range(draft.first, draft.end)}
    added = list(_descriptions(line, by_first, covered, heads))
    if not added:
        return drafts
    kept = [draft for draft in drafts if all(draft.first != new.first or draft.end != new.end for new in added)]
    return sorted([*kept, *added], key=lambda draft: (draft.first, -draft.end))


def _descriptions(
    line: Line, by_first: dict[int, Draft], covered: set[int], heads: dict[str, _Known]
) -> Iterator[Draft]:
    if not heads and all(draft.kind not in _BODIES for draft in by_first.values()):
        return
    for index, forms in enumerate(line.forms):
        draft = by_first.get(index) if index in covered else None
        alone = draft is not None and draft.end == index + 1 and draft.kind in _BODIES and draft.entry is None
        if draft is not None and draft.kind in _BODIES and draft.end > index + 1:
            noun = _words(line, draft)[0]
            if noun in line.rules.heads:
                heads[noun] = _known_as(line, draft, "description")
        elif heads and (alone or index not in covered):
            for skip, form in forms:
                body = heads.get(form[2:]) if form.startswith("ال") else None
                if body is not None:
                    yield Draft(
                        body.kind,
                        index,
                        index + 1,
                        body.rule,
                        _DESCRIPTION_CONFIDENCE,
                        skip,
                        entry=body.entry,
                        country=body.country,
                        refers_to=body.span,
                    )
                    break
