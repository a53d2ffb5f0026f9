"""Turns drafts and parties into the Event and Transfer values of the report."""

import hashlib

from musnad.events.claimed import ClaimIndex
from musnad.events.deals import Parties
from musnad.events.drafts import Draft
from musnad.events.words import Kind
from musnad.model import Event, Span, Transfer

_CONFIDENCE = {"active_verb": 0.7, "passive_verb": 0.7, "noun_genitive": 0.65, "light_verb": 0.7}


def transfer_of(parties: Parties, index: ClaimIndex) -> Transfer:
    """Return the transfer between the parties, tied to the claim that tells of it."""
    claimed = index.holding(parties.item)
    key = f"transfer|{parties.item.start}|{parties.item.end}|{parties.sentence.text[:80]}"
    return Transfer(
        id=hashlib.sha256(key.encode()).hexdigest()[:16],
        item=parties.item,
        stage=parties.stage,
        rule=f"{parties.dealing.subject}_{'noun' if parties.sentence.kind(parties.at) is Kind.NOUN else 'verb'}",
        confidence=0.6,
        also=tuple(parties.also),
        supplier=parties.supplier,
        recipient=parties.recipient,
        end_user=parties.end_user,
        via=parties.via,
        quantity=parties.quantity,
        value=parties.value,
        range_km=parties.range_km,
        earliest=parties.earliest,
        latest=parties.latest,
        covert=parties.covert,
        repeated=parties.repeated,
        said_in=claimed.id if claimed else None,
    )


def event_of(draft: Draft) -> Event:
    """Return the event of a draft, each span once."""
    trigger = draft.found.trigger
    key = f"{draft.type}|{draft.trigger.start}|{draft.trigger.end}|{draft.sentence.text[:80]}"
    spans = {draft.trigger}
    also: list[Span] = []
    for span in draft.also:
        if span not in spans:
            spans.add(span)
            also.append(span)
    return Event(
        id=hashlib.sha256(key.encode()).hexdigest()[:16],
        type=draft.type,
        trigger=draft.trigger,
        status=draft.status,
        rule=draft.rule,
        confidence=_CONFIDENCE.get(draft.rule, 0.6),
        also=tuple(also),
        mode=trigger.frame.mode,
        cameo=trigger.frame.cameo,
        agents=draft.agents,
        targets=draft.targets,
        place=draft.place,
        earliest=draft.earliest,
        latest=draft.latest,
        killed=draft.killed,
        wounded=draft.wounded,
        weapons=draft.weapons,
        background=draft.background,
        said_in=draft.said_in,
    )
