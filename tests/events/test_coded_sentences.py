"""Single sentences of our own, of every type and word order: what is coded in each, and what must not be."""

import csv
from dataclasses import dataclass
from pathlib import Path

import pytest

from musnad.claims import trace_claims
from musnad.events import code_events
from musnad.languages import LANGUAGES
from musnad.mentions import find_mentions
from musnad.model import Article, Event, Span

ARABIC = LANGUAGES["ar"]


@dataclass(frozen=True)
class Case:
    """One sentence with the event it tells of.

    "-" where nothing is asked, "nobody" where a party must be left open, type NONE where there is no event.
    """

    sentence: str
    type: str
    trigger: str
    agent: str
    target: str
    status: str
    casualties: str


def load_cases() -> list[Case]:
    with (Path(__file__).parent / "sentences.tsv").open(encoding="utf-8", newline="") as lines:
        return [Case(**row) for row in csv.DictReader(lines, delimiter="\t")]


CASES = load_cases()


def events_of(text: str) -> tuple[Event, ...]:
    article = Article(text=text, language="ar", has_headline=False)
    mentions, _ = find_mentions(article, ARABIC)
    claims, _ = trace_claims(article, ARABIC)
    return code_events(article, ARABIC, mentions=mentions, claims=claims)[0]


def told(event: Event, text: str) -> str:
    def words(spans: tuple[Span, ...]) -> str:
        return "|".join(span.of(text) for span in spans)

    counts = [(name, getattr(event, name)) for name in ("killed", "wounded")]
    counted = ";".join(f"{name}={_count(amount.least)},{_count(amount.most)}" for name, amount in counts if amount)
    trigger = words((event.trigger, *event.also))
    return f"{event.type} {trigger} by {words(event.agents)} to {words(event.targets)}, {event.status}, {counted}"


def _count(value: float | None) -> str:
    return "-" if value is None else str(int(value))


def fits(event: Event, case: Case) -> bool:
    text = case.sentence
    triggers = [span.of(text) for span in (event.trigger, *event.also)]
    return (
        event.type == case.type
        and any(case.trigger in words or words in case.trigger for words in triggers)
        and _names(case.agent, event.agents, text)
        and _names(case.target, event.targets, text)
        and event.status == case.status
        and all(part in told(event, text) for part in case.casualties.split(";") if part != "-")
    )


def _names(party: str, spans: tuple[Span, ...], text: str) -> bool:
    if party == "nobody":
        return not spans
    return party == "-" or any(party in span.of(text) for span in spans)


@pytest.mark.parametrize("case", CASES, ids=range(len(CASES)))
def test_the_sentence_is_coded(case: Case) -> None:
    events = events_of(case.sentence)
    found = "; ".join(told(event, case.sentence) for event in events) or "nothing"
    if case.type == "NONE":
        assert not events, f"{case.sentence}: {found}"
    else:
        assert any(fits(event, case) for event in events), f"{case}: {found}"


def test_the_cases_are_many_and_cover_every_type() -> None:
    assert len(CASES) >= 600
    assert len({case.type for case in CASES}) == 17
