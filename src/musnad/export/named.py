"""Gathers the mentions of a report by kind: each different wording once, the most frequent first."""

from collections import Counter
from dataclasses import dataclass

from musnad.export.labels import Label
from musnad.export.whole_names import shown_name
from musnad.model import MentionKind, Report

MENTION_KINDS: dict[MentionKind, Label] = {
    MentionKind.PERSON: Label("أشخاص", "people"),
    MentionKind.TITLE: Label("مناصب وصفات", "titles"),
    MentionKind.ORGANISATION: Label("منظمات", "organisations"),
    MentionKind.ARMED_GROUP: Label("جماعات مسلّحة", "armed groups"),
    MentionKind.GOVERNMENT_BODY: Label("هيئات حكومية", "government bodies"),
    MentionKind.OUTLET: Label("وسائل إعلام", "outlets"),
    MentionKind.COUNTRY: Label("دول", "countries"),
    MentionKind.NATIONALITY: Label("جنسيات", "nationalities"),
    MentionKind.PLACE: Label("أماكن", "places"),
    MentionKind.FACILITY: Label("منشآت", "facilities"),
    MentionKind.WEAPON: Label("أسلحة", "weapons"),
    MentionKind.CRAFT: Label("سفن وطائرات", "vessels and aircraft"),
    MentionKind.EVENT_NAME: Label("أحداث معروفة", "named events"),
    MentionKind.MONEY: Label("مبالغ", "money"),
    MentionKind.QUANTITY: Label("كميات", "quantities"),
}


@dataclass(frozen=True, slots=True)
class KindRow:
    """The mentions of one kind: each wording and how often it stands in the text."""

    label: Label
    words: tuple[tuple[str, int], ...]


def kind_rows(report: Report) -> tuple[KindRow, ...]:
    """Return a row for every kind that the report mentions; a mention that refers to a fuller one counts to that."""
    if report.article is None:
        return ()
    text = report.article.text
    counts: dict[MentionKind, Counter[str]] = {}
    for mention in report.mentions:
        span = mention.refers_to or mention.span
        counts.setdefault(mention.kind, Counter())[shown_name(text, span)] += 1
    return tuple(
        KindRow(label, tuple(counts[kind].most_common())) for kind, label in MENTION_KINDS.items() if kind in counts
    )
