"""Finds who is accused of what: اتهمت لندن موسكو بتدبير الهجوم، حملت أثينا المسؤولية، تورط روسيا في."""

from collections.abc import Iterator, Sequence

from musnad.agreement.charges.lines import Charge, Line
from musnad.agreement.charges.parties import Party
from musnad.model import Claim, EventStatus

_DONE = frozenset({EventStatus.HAPPENED, EventStatus.ONGOING})
_TO_DEED = 26  # tokens from the verb to what somebody is accused of
_TO_ACCUSER = 9
_TO_NOUN = 14
_APPOSITION = 4
_PASSIVE = 3  # tokens from a passive to what somebody is accused of: اتهم الشهر الماضي بـ
_SUPPOSED = 5


def find_accusations(line: Line, taken: frozenset[int]) -> Iterator[Charge]:
    """Yield the accusations of the sentence; `taken` are the tokens of its denials."""
    for place, token in enumerate(line.tokens):
        if not token.is_word or not line.listed[place] or place in taken:
            continue
        charge = _read(line, place)
        if charge is not None:
            yield charge


def find_deeds(line: Line, denied: frozenset[str], read: Sequence[Charge]) -> Iterator[Charge]:
    """Yield what the sentence tells as done by who denies a deed elsewhere in the report; `denied` are his keys.

    `read` are the charges of the sentence that were read already.
    """
    start, end = line.tokens[0].start, line.tokens[-1].end
    for event in line.report.events:
        if event.status not in _DONE or not start <= event.trigger.start < end:
            continue
        agents = [party for span in event.agents for party in line.parties.speaker_keys(span)]
        accused = frozenset(agents) & denied
        if not accused:
            continue
        first = line.place_of(event.trigger.start)
        _, speaker = line.holder(min(first, len(line.tokens) - 1))
        spans = [event.trigger, *event.agents, *event.targets, *([event.place] if event.place else [])]
        spans = [span for span in spans if start <= span.start and span.end <= end]
        begins = line.place_of(min(span.start for span in spans))
        last = line.deed_end(line.place_after(max(span.start for span in spans)))
        told = line.span(begins, last)
        speaks = speaker.all_keys if speaker is not None else frozenset()
        if not speaks & accused and not any(told.overlaps(charge.span) for charge in read):
            yield Charge("does", False, accused, speaks, told, told, line.place, event.said_in)


def _read(line: Line, place: int) -> Charge | None:
    if line.has(place, "accusing") and not line.is_negated(place):
        return _accuses(line, place)
    if line.has(place, "blaming") and not line.is_negated(place) and not line.is_feminine_noun(place):
        return _blames(line, place)
    if line.has(place, "fingers") and line.has(place + 1, "charges"):
        return _points(line, place, place + 2)
    if line.has(place, "blame") and line.word(place + 1) == "علي" and line.word(place).endswith("لوم"):
        return _points(line, place, place + 1)
    if line.has(place, "charges"):
        return _is_charged(line, place)
    if line.has(place, "guilt") and not _is_supposed(line, place):
        return _has_part(line, place)
    if line.has(place, "involved", "stands", "doing") and not _is_supposed(line, place):
        return _is_involved(line, place)
    return None


def _is_supposed(line: Line, place: int) -> bool:
    return any(line.has(each, "supposing") for each in range(max(0, place - _SUPPOSED), place))


def _deed_of(line: Line, first: int) -> int | None:
    """Return the token of ب that opens the deed."""
    inside: set[int] = set()
    named = {mention.span.start for mention in line.report.mentions}
    for at, party in line.party_at.items():
        inside.update(range(at, line.place_after(party.span.end)))
    for place in range(first, min(len(line.tokens), first + _TO_DEED)):
        token = line.tokens[place]
        if token.folded in "؛;." or line.has(place, "denying"):
            return None
        if token.folded[0] == "ب" and len(token.folded) > 2 and place not in inside:
            bare = token.folded[1:]
            if token.folded in line.grammar.words["not_of"]:
                continue
            reading = line.lexicon.read_word(bare)
            is_deed = reading.is_masdar or reading.is_deed or line.has(place, "parts")
            # A word that is not known leads to the deed where it stands right behind a name and no other does.
            is_deed = is_deed or (place - 1 in inside and token.start not in named and line.word(place + 1)[:1] != "ب")
            if is_deed or token.folded in line.grammar.words["clause"] or token.folded in line.grammar.words["guilt"]:
                return place
        if token.folded == "ب" and line.word(place + 1) in ('"', "«", "“", "ـ"):
            return place + 1
        if token.folded == "بـ":
            return place
    return None


def _free(line: Line, first: int, end: int) -> list[tuple[int, Party]]:
    """Return the parties of tokens [first, end) that no preposition governs."""
    return [
        (place, line.party_at[place])
        for place in range(max(first, 0), end)
        if place in line.party_at and not line.has(place - 1, "governed")
    ]


def _accuses(line: Line, place: int) -> Charge | None:
    deed = _deed_of(line, place + 1)
    if deed is None:
        return None
    behind = _free(line, place + 1, deed)
    before = _free(line, place - _TO_ACCUSER, place)
    if not behind and before and deed - place <= _PASSIVE and not _starts_party(line, place + 1, deed):
        # كان النائب قد اتهم بالمشاركة: the subject is who is accused.
        return _made(line, "accuses", before[-1][1].keys, None, (place, deed), starts=before[-1][0])
    if not behind:
        return None
    at, accused = behind[-1]
    gap = deed - line.place_after(accused.span.end)
    if gap > (_APPOSITION if len(behind) > 1 or before else 0):
        return None
    keys = accused.keys
    joined = len(behind) > 1 and line.word(at)[:1] == "و" and (len(behind) > 2 or bool(before))
    if joined:
        keys |= behind[-2][1].keys
    if len(behind) > 1 + joined:
        accuser: Party | None = behind[0][1]
    else:
        found = line.claim_of(place)
        accuser = (before[-1][1] if before else None) or (line.speaker_of(found[1]) if found else None)
    return _made(line, "accuses", keys, accuser, (place, deed), starts=before[-1][0] if before else None)


def _starts_party(line: Line, first: int, end: int) -> bool:
    """Tell whether somebody or something may stand there who is accused: a mention of any kind."""
    starts = {mention.span.start for mention in line.report.mentions}
    return any(line.tokens[place].start in starts for place in range(first, end))


def _blames(line: Line, place: int) -> Charge | None:
    blame = next(
        (
            each
            for each in range(place + 1, min(len(line.tokens), place + _TO_NOUN))
            if line.has(each, "blame") and not line.has(each, "own_blame")
        ),
        None,
    )
    if blame is None:
        return None
    behind, before = _free(line, place + 1, blame), _free(line, place - _TO_ACCUSER, place)
    if not behind or blame - line.place_after(behind[-1][1].span.end) > _APPOSITION:
        return None
    accuser = behind[0][1] if len(behind) > 1 else before[-1][1] if before else None
    return _made(
        line,
        "holds-responsible",
        behind[-1][1].keys,
        accuser,
        (place, blame + 1),
        starts=before[-1][0] if before and len(behind) == 1 else None,
    )


def _points(line: Line, place: int, onto: int) -> Charge | None:
    """Read أصابع الاتهام إلى موسكو and اللوم على موسكو."""
    for ahead in range(onto, onto + _APPOSITION):
        if ahead in line.party_at and (line.has(ahead - 1, "onto") or line.word(ahead)[:1] == "ل"):
            party = line.party_at[ahead]
            before = _free(line, place - _TO_ACCUSER, place)
            accuser = before[-1][1] if before else None
            behind = line.place_after(party.span.end)
            return _made(
                line, "points-at", party.keys, accuser, (place, behind), starts=before[-1][0] if before else None
            )
    return None


def _is_charged(line: Line, place: int) -> Charge | None:
    """Read اتهام لندن لموسكو بتدبير الهجوم, اتهامات لروسيا بالتجسس."""
    deed = _deed_of(line, place + 1)
    if deed is None or deed - place > _TO_NOUN:
        return None
    named = _free(line, place + 1, deed)
    if not named:
        return None
    led = [(at, each) for at, each in named if line.word(at)[:1] == "ل" or line.word(at - 1) == "لـ"]
    accused = (led[-1] if led else named[-1])[1]
    if deed - line.place_after(accused.span.end) > 1 or (len(named) > 1 and not led):
        return None
    if not led and line.has(place, "claims"):
        return None  # مزاعم موسكو: hers, not against her
    others = [each for _, each in named if each is not accused]
    return _made(line, "charge-against", accused.keys, others[0] if others else None, (place, deed))


def _has_part(line: Line, place: int) -> Charge | None:
    """Read تورط موسكو في, وقوف النظام وراء."""
    ahead = place + 1 if place + 1 in line.party_at else place + 2
    party = line.party_at.get(ahead)
    if party is None or line.has(ahead - 1, "leads", "governed"):
        return None
    behind = line.place_after(party.span.end)
    if not (line.has(behind, "leads") or line.word(behind)[:1] == "ب"):
        return None
    _, accuser = line.holder(place)
    return _made(line, "has-part", party.keys, accuser, (place, behind + 1))


def _is_involved(line: Line, place: int) -> Charge | None:
    """Read روسيا هي المسؤولة عن, يقف النظام وراء, دبرت موسكو الحادث."""
    before = place - 1
    while before > place - _APPOSITION and line.has(before, "copulas"):
        before -= 1
    party = next(
        (
            each
            for at, each in line.party_at.items()
            if at <= before and line.place_after(each.span.end) == before + 1 and not line.has(at - 1, "governed")
        ),
        None,
    )
    behind = place + 1
    if party is None and line.has(place, "stands", "doing") and place + 1 in line.party_at:
        party = line.party_at[place + 1]
        behind = line.place_after(party.span.end)
    if party is None:
        return None
    if line.has(place, "involved") and not (line.has(behind, "leads") or line.word(behind)[:1] == "ب"):
        return None
    if line.has(place, "stands") and not line.has(behind, "behind"):
        return None
    is_deed = line.lexicon.read_word(line.word(behind)).is_deed or line.has(behind, "vague")
    if line.has(place, "doing") and not is_deed:
        return None
    _, accuser = line.holder(place)
    at = line.place_of(party.span.start)
    return _made(line, "is-involved", party.keys, accuser, (min(at, place), behind))


def _made(
    line: Line,
    rule: str,
    accused: frozenset[str],
    accuser: Party | None,
    places: tuple[int, int],
    *,
    starts: int | None = None,
) -> Charge | None:
    """Return the charge; `places` are its first token and the first of the deed, `starts` where its subject stands."""
    place, deed = places
    end = line.deed_end(deed) if deed < len(line.tokens) else len(line.tokens)
    begins = place if starts is None else min(starts, place)
    claim = _claim_of(line, place, accuser)
    speaker = accuser.all_keys if accuser is not None else frozenset()
    if speaker & accused:
        speaker = frozenset()  # اتهمت موسكو بتدبيره: by somebody who is not told
    words = line.span(deed, end) if deed < end else None
    return Charge(rule, False, accused, speaker, line.span(begins, end), words, line.place, claim.id if claim else None)


def _claim_of(line: Line, place: int, accuser: Party | None) -> Claim | None:
    """Return the claim that the accusation is, or lies in, where its speaker is the accuser."""
    found = line.claim_of(place)
    held = line.holder(place)
    for claim, speaker in ((found[0], line.speaker_of(found[1])) if found else (None, None), held):
        if claim is not None and accuser is not None and speaker is not None and speaker.keys & accuser.keys:
            return claim
    return None
