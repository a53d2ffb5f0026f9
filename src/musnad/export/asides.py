"""Gathers what is told of a claim beside its chain: circumstances, notes on it and its sources, what it repeats."""

from collections.abc import Mapping
from dataclasses import dataclass

from musnad.export.display import display_line
from musnad.export.labels import CIRCUMSTANCES, Label
from musnad.model import Article, Claim, Link, LinkBasis


@dataclass(frozen=True, slots=True)
class Aside:
    """One thing told of a claim: its label and words; `claim` is the number of another claim that it points to."""

    label: Label
    words: str
    claim: int | None = None


def claim_asides(text: str, claim: Claim, numbers: Mapping[str, int]) -> tuple[Aside, ...]:
    """Return what is told of the claim; `numbers` are the report's claims by id, counted from 1."""
    asides = []
    for circumstance in claim.circumstances:
        label = CIRCUMSTANCES[circumstance.kind]
        if circumstance.platform:
            label = Label(label.ar, f"{label.en}: {circumstance.platform}")
        asides.append(Aside(label, display_line(circumstance.span.of(text))))
    clauses = dict.fromkeys(link.anonymity_clause for link in claim.chain if link.anonymity_clause)
    asides += (Aside(Label("إخفاء الاسم", "asks not to be named"), display_line(span.of(text))) for span in clauses)
    if claim.verification is not None:
        words = display_line(claim.verification.of(text))
        asides.append(Aside(Label("التحقّق", "verification"), words))
    number = numbers.get(claim.repeats) if claim.repeats else None
    if number is not None:
        asides.append(Aside(Label("يكرّره المتن", "repeats claim"), str(number), number))
    return tuple(asides)


def credited_name(article: Article, link: Link) -> str:
    """Return what the page credits where the link stands on a credit, else an empty string."""
    if link.basis is not LinkBasis.CREDITED:
        return ""
    named = [credit for credit in article.credits if link.entry is None or credit.entry == link.entry]
    return " / ".join(display_line(credit.outlet) for credit in named)
