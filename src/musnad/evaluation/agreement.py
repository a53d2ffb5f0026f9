"""Measures the comparing of statements: pairs of sentences of our own, and headline pairs that other people judged."""

import csv
import hashlib
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from musnad.agreement import Statement, compare_statements, judge_statements, state_report
from musnad.languages import LANGUAGES
from musnad.model import Agreement, Comparison, RawDocument, Stated
from musnad.reading import read_document

PUBLISHED = "2026-03-12"
_CONFLICT = Agreement.CONFLICT.value


@dataclass(frozen=True, slots=True)
class AgreementPair:
    """Two sentences with the relation that a person gave: `group` joins pairs of one base sentence."""

    group: str
    relation: str
    slot: str
    left: str
    right: str

    @property
    def is_unread(self) -> bool:
        """Tell whether the pair is of the half that nobody looked at while writing rules: groups of even number."""
        return int(self.group[1:]) % 2 == 0


def load_agreement_pairs(folder: Path, named: str = "pairs_*.tsv") -> list[AgreementPair]:
    """Return the pairs of the files so named: a line `base` opens a group, every other line is compared with it."""
    pairs = []
    for path in sorted(folder.glob(named)):
        base = ""
        for line in path.read_text(encoding="utf-8").splitlines():
            if not line or line.startswith("#"):
                continue
            group, relation, slot, sentence = line.split("\t")
            if relation == "base":
                base = sentence
            else:
                pairs.append(AgreementPair(group, relation, slot, base, sentence))
    return pairs


class StatementReader:
    """Reads sentences into statements; each is read once. `whole` takes in who says it, as headline pairs need."""

    def __init__(self, published: str = PUBLISHED, *, whole: bool = False) -> None:
        self._published = published
        self._whole = whole
        self._read: dict[str, Statement] = {}

    def __call__(self, sentence: str) -> Statement:
        """Return the statement that the sentence makes, read as a report of its own."""
        if sentence not in self._read:
            content = sentence.encode("utf-8")
            raw = RawDocument(
                content,
                "text/x-article",
                hashlib.sha256(content).hexdigest(),
                stated=Stated(published=self._published),
            )
            self._read[sentence] = state_report(read_document(raw), LANGUAGES["ar"].agreement, whole=self._whole)
        return self._read[sentence]


@dataclass(frozen=True, slots=True)
class ConflictScores:
    """How well conflicts were found: `pairs` in all, precision and recall, and the shares of right slots and relations.

    `confusion` counts (relation given, relation found).
    """

    pairs: int
    precision: float
    recall: float
    slot: float
    relation: float
    confusion: dict[tuple[str, str], int]

    def as_dict(self) -> dict[str, float]:
        """Return the figures by name, rounded."""
        named = ("pairs", "precision", "recall", "slot", "relation")
        return {name: round(getattr(self, name), 4) for name in named}


def has_agreement_pairs(folder: Path) -> bool:
    """Tell whether the folder has pairs of sentences."""
    return any(folder.glob("pairs_*.tsv"))


def score_halves(pairs: Sequence[AgreementPair], read: StatementReader) -> dict[str, ConflictScores]:
    """Return the scores of the half that was read while rules were written, of the other half, and of all."""
    halves = {
        "read": [pair for pair in pairs if not pair.is_unread],
        "unread": [pair for pair in pairs if pair.is_unread],
        "all": pairs,
    }
    return {name: score_agreement_pairs(chosen, read) for name, chosen in halves.items() if chosen}


def wrong_pairs(pairs: Sequence[AgreementPair], read: StatementReader) -> list[tuple[AgreementPair, Comparison]]:
    """Return the pairs of the half that may be read of which another relation was found than a person gave."""
    judged = [
        (pair, compare_statements(read(pair.left), read(pair.right), LANGUAGES["ar"].agreement))
        for pair in pairs
        if not pair.is_unread
    ]
    return [(pair, found) for pair, found in judged if found.agreement.value != pair.relation]


def score_agreement_pairs(pairs: Sequence[AgreementPair], read: StatementReader) -> ConflictScores:
    """Return the scores of comparing the pairs."""
    confusion: Counter[tuple[str, str]] = Counter()
    slots = 0
    for pair in pairs:
        found = compare_statements(read(pair.left), read(pair.right), LANGUAGES["ar"].agreement)
        confusion[pair.relation, found.agreement.value] += 1
        slots += pair.relation == found.agreement.value == _CONFLICT and found.slot == pair.slot
    hits = confusion[_CONFLICT, _CONFLICT]
    called = sum(count for (_, found), count in confusion.items() if found == _CONFLICT)
    given = sum(count for (relation, _), count in confusion.items() if relation == _CONFLICT)
    right = sum(count for (relation, found), count in confusion.items() if relation == found)
    return ConflictScores(
        len(pairs),
        _share(hits, called),
        _share(hits, given),
        _share(slots, hits),
        _share(right, len(pairs)),
        dict(confusion),
    )


# -- judged by other people ----------------------------------------------------------------------


def load_stance_pairs(path: Path) -> list[tuple[str, str, str]]:
    """Return (headline, headline, agree | disagree | other) of a file of the ANS corpus."""
    with path.open(encoding="utf-8-sig", newline="") as lines:
        return [(row["s1"].strip(), row["s2"].strip(), row["stance"].strip()) for row in csv.DictReader(lines)]


@dataclass(frozen=True, slots=True)
class StanceScores:
    """Macro-F1 of agree against disagree, of all three classes, and how many pairs were judged."""

    pairs: int
    two_class: float
    three_class: float


def score_stance(pairs: Sequence[tuple[str, str, str]], read: StatementReader) -> StanceScores:
    """Return the scores of the lexical model on headline pairs."""
    judged = [
        (stance, judge_statements(read(left), read(right), LANGUAGES["ar"].agreement)) for left, right, stance in pairs
    ]
    three = [(stance, max(sorted(chances), key=lambda name: chances[name])) for stance, chances in judged]
    two = [
        (stance, "agree" if chances["agree"] > chances["disagree"] else "disagree")
        for stance, chances in judged
        if stance != "other"
    ]
    return StanceScores(len(pairs), macro_f1(two), macro_f1(three))


def macro_f1(judged: Sequence[tuple[str, str]]) -> float:
    """Return the mean over the given classes of the F1 of each, of pairs (given, found)."""
    classes = sorted({given for given, _ in judged})
    return sum(_f1(judged, name) for name in classes) / len(classes) if classes else 0.0


def _f1(judged: Iterable[tuple[str, str]], name: str) -> float:
    counts = Counter((given == name, found == name) for given, found in judged)
    hits, missed, wrong = counts[True, True], counts[True, False], counts[False, True]
    return _share(2 * hits, 2 * hits + missed + wrong)


def score_entailment(pairs: Iterable[tuple[str, str, bool]], read: StatementReader) -> tuple[int, float]:
    """Return how many pairs there are and the share in which the second sentence is rightly held to follow or not."""
    outcomes = [_entails(read(left), read(right)) == follows for left, right, follows in pairs]
    return len(outcomes), _share(sum(outcomes), len(outcomes))


def _entails(left: Statement, right: Statement) -> bool:
    found = compare_statements(left, right, LANGUAGES["ar"].agreement)
    return found.agreement in {Agreement.EQUAL, Agreement.REFINES}


def _share(part: float, whole: float) -> float:
    return part / whole if whole else 0.0
