"""What a language pack tells of page credits: the words that open them, and agencies in general."""

from dataclasses import dataclass, field

from musnad.languages.outlet_names import Words


@dataclass(frozen=True, slots=True)
class CreditForms:
    """The folded words of credit lines: `labels` open one (المصدر), the strong ones anywhere on a page.

    `openings` are the labels' first words; `groups` are agencies without a name (وكالات); `fillers` may stand beside
    a name.
    """

    labels: frozenset[Words]
    strong_labels: frozenset[Words]
    groups: frozenset[Words]
    fillers: frozenset[str]
    openings: frozenset[str] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "openings", frozenset(label[0] for label in self.labels))
