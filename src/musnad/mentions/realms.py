"""Tells which state المملكة or السلطنة is in a report: by the one that it speaks of, or its outlet's own."""

from collections import Counter

from musnad.mentions.adjectives import adjectives_end
from musnad.mentions.drafts import Draft
from musnad.mentions.line import Line
from musnad.mentions.propagation import DraftedLine
from musnad.model import MentionKind

# The states that their press calls so, by ISO code.
_REALMS = {
    "المملكه": frozenset(("SA", "MA", "JO", "BH")),
    "السلطنه": frozenset(("OM",)),
}
_STEMS = ("مملك", "سلطن")
_ENDS = ("لمملكه", "لسلطنه")
_TOLD = frozenset({MentionKind.COUNTRY, MentionKind.NATIONALITY})
_CONFIDENCE = 0.85


def with_realms(lines: list[DraftedLine], home: str | None) -> list[DraftedLine]:
    """Return the lines with the mentions of a state by what it is; `home` is the country of the outlet."""
    if not lines or all(stem not in lines[0][0].text for stem in _STEMS):
        return lines
    places = {
        number: found
        for number, (line, _) in enumerate(lines)
        if (found := [index for index, word in enumerate(line.words) if word.endswith(_ENDS)])
    }
    if not places:
        return lines
    spoken = Counter(
        draft.country
        for line, drafts in lines
        for draft in drafts
        if draft.kind in _TOLD and draft.country and (draft.end > draft.first + 1 or not _is_realm(line, draft))
    )
    states = {word: _state(codes, spoken, home) for word, codes in _REALMS.items()}
    return [
        (line, _with_states(line, drafts, places[number], states)) if number in places else (line, drafts)
        for number, (line, drafts) in enumerate(lines)
    ]


def _is_realm(line: Line, draft: Draft) -> bool:
    return line.words[draft.first].endswith(_ENDS)


def _state(codes: frozenset[str], spoken: Counter[str], home: str | None) -> str | None:
    """Return the one of the states that the report speaks of, the outlet's own among several or none."""
    named = [code for code in sorted(codes) if spoken[code]]
    if len(named) == 1:
        return named[0]
    return home if home in codes else None


def _with_states(line: Line, drafts: list[Draft], places: list[int], states: dict[str, str | None]) -> list[Draft]:
    added = []
    for index in places:
        found = next(((skip, states[form]) for skip, form in line.forms[index] if form in states), None)
        if found is None or adjectives_end(line, index + 1) > index + 1:
            continue
        skip, state = found
        covering = [draft for draft in drafts if draft.first <= index < draft.end]
        if state is None or any(draft.end - draft.first > 1 and draft.kind in _TOLD for draft in covering):
            continue
        drafts = [draft for draft in drafts if (draft.first, draft.end) != (index, index + 1)]
        added.append(
            Draft(
                MentionKind.COUNTRY,
                index,
                index + 1,
                "description",
                _CONFIDENCE,
                skip,
                entry=state,
                country=state,
            )
        )
    return sorted([*drafts, *added], key=lambda draft: (draft.first, -draft.end)) if added else drafts
