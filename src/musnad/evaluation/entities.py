"""Scores the merging of names on clusters of namings that people judged by eye (BCubed)."""

import hashlib
import json
import zipfile
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from musnad.entities import merge_entities
from musnad.entities.things import SORTS
from musnad.languages import LANGUAGES
from musnad.mentions import find_mentions
from musnad.model import Article, RawDocument, Report


@dataclass(frozen=True, slots=True)
class JudgedNaming:
    """A name at [start, end) of a report, and the cluster that people put it in, among the names of its block.

    `report` is a digest of the report's address. Names of one block were compared with each other, and with no other.
    """

    block: int
    cluster: str
    report: str
    sort: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class ClusterScores:
    """BCubed precision and recall (Bagga and Baldwin, 1998), 0 to 1, over the `judged` names that were found."""

    precision: float
    recall: float
    judged: int

    @property
    def f1(self) -> float:
        """Return the harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def load_judged_namings(path: Path) -> list[JudgedNaming]:
    """Return the judged names of a table of block, cluster, report, sort, start and end."""
    rows = (line.split("\t") for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("#"))
    return [JudgedNaming(int(row[0]), row[1], row[2], row[3], int(row[4]), int(row[5])) for row in rows]


def report_digest(url: str) -> str:
    """Return the id under which judged names know a report."""
    return hashlib.sha256(url.encode()).hexdigest()[:16]


def read_judged_reports(corpus: Path, digests: frozenset[str]) -> list[Report]:
    """Return the reports of a zipped JSON lines corpus that have these digests, with their mentions alone."""
    with zipfile.ZipFile(corpus) as archive:
        records = [json.loads(line) for line in archive.read(archive.namelist()[0]).splitlines()]
    chosen = {report_digest(record["url"]): record for record in records}
    return [_read(digest, chosen[digest]) for digest in sorted(digests & chosen.keys())]


def _read(digest: str, record: Mapping[str, str]) -> Report:
    text = f"{record['title'].strip()}\n{record['text'].strip()}"
    article = Article(text, "ar", has_headline=True, url=record["url"])
    mentions, problems = find_mentions(article, LANGUAGES["ar"])
    return Report(digest, RawDocument(b"", "text/plain", digest, url=record["url"]), article, (), problems, mentions)


def entity_of_judged(reports: Iterable[Report], judged: Sequence[JudgedNaming]) -> dict[JudgedNaming, str]:
    """Return the id of the entity of each judged name; one that is no longer found is left out."""
    namings, _, entities = merge_entities(reports)
    entity = {id: found.id for found in entities for id in found.namings}
    at = {
        (naming.report, SORTS[naming.kind].value, place): entity[naming.id]
        for naming in namings
        for span in naming.spans
        for place in range(span.start, span.end)
    }
    keys = {name: (name.report, name.sort, name.start) for name in judged}
    return {name: at[key] for name, key in keys.items() if key in at}


def score_clusters(found: Mapping[JudgedNaming, str]) -> ClusterScores:
    """Return how well entities agree with the judged clusters, name by name within each block."""
    blocks: dict[int, list[tuple[str, str]]] = defaultdict(list)
    for name, entity in found.items():
        blocks[name.block].append((name.cluster, entity))
    precision = recall = 0.0
    for names in blocks.values():
        for cluster, entity in names:
            right = sum(name == (cluster, entity) for name in names)
            precision += right / sum(other == entity for _, other in names)
            recall += right / sum(other == cluster for other, _ in names)
    count = max(1, len(found))
    return ClusterScores(precision / count, recall / count, len(found))
