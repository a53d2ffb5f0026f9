"""Copies are found as reports arrive; the index lasts, resumes, and forgets what was not flushed."""

import json
import random
from pathlib import Path

import numpy as np
import pytest
from copy_reports import prose, report

from musnad.copies import Arrival, CopyFinder, copy_text
from musnad.copies.direction import imprint_of
from musnad.copies.fingerprints import fingerprint_positions, shingle_hashes
from musnad.copies.segments import LASTING, SMALLEST
from musnad.errors import UsageError

Groups = set[frozenset[str]]


def arrival(name: str, body: str, published: str | None = None) -> Arrival:
    article = report(name, body, published=published).article
    assert article is not None
    return copy_text(name, article), imprint_of(article)


def finder_for(arrivals: list[Arrival], folder: Path | None = None) -> CopyFinder:
    return CopyFinder({text.report: (text, imprint) for text, imprint in arrivals}.__getitem__, folder=folder)


def groups(finder: CopyFinder) -> Groups:
    return {frozenset(members) for members in finder.families()}


def planted(stories: int, prints: int) -> list[Arrival]:
    made = [
        arrival(f"s{story}p{number}", f"{prose(50, story)} {prose(15 * number, 10_000 + 100 * story + number)}")
        for story in range(stories)
        for number in range(prints)
    ]
    random.Random(5).shuffle(made)
    return made


def expected(stories: int, prints: int) -> Groups:
    return {frozenset(f"s{story}p{number}" for number in range(prints)) for story in range(stories)}


def test_every_shared_run_of_ten_words_yields_a_common_fingerprint() -> None:
    run = prose(10, 1)
    for seed in range(40):
        first, second = (
            arrival(name, f"{prose(seed % 7, seed + 50)} {run} {prose(20, seed + 90 + shift)}")[0]
            for shift, name in enumerate("ab")
        )
        assert set(first.fingerprints.tolist()) & set(second.fingerprints.tolist())


def test_a_text_of_few_words_has_few_fingerprints() -> None:
    for count, least in ((0, 0), (3, 0), (4, 1), (9, 1), (10, 1)):
        words = np.arange(count, dtype=np.uint64)
        assert len(fingerprint_positions(shingle_hashes(words))) == least


@pytest.mark.parametrize("batch", [1, 3, 1000])
def test_arrival_in_batches_finds_the_same_families(batch: int) -> None:
    arrivals = planted(12, 4)
    finder = finder_for(arrivals)
    for start in range(0, len(arrivals), batch):
        finder.add(arrivals[start : start + batch])
    assert groups(finder) == expected(12, 4)


def test_a_known_report_is_left_alone() -> None:
    arrivals = planted(2, 2)
    finder = finder_for(arrivals)
    finder.add(arrivals)
    assert finder.add(arrivals) == []
    assert len(finder.index) == 4


def test_only_what_is_new_in_a_copy_is_posted() -> None:
    body = prose(200, 3)
    arrivals = [arrival(f"r{number}", body) for number in range(10)]
    finder = finder_for(arrivals)
    for each in arrivals:
        finder.add([each])
    assert sum(segment.postings for segment in finder.index.segments) < 2 * len(arrivals[0][0].fingerprints)


def test_an_index_on_disk_goes_on_where_it_was_flushed(tmp_path: Path) -> None:
    arrivals = planted(20, 4)
    first = finder_for(arrivals, tmp_path)
    first.add(arrivals[:50])
    first.flush()
    second = finder_for(arrivals, tmp_path)
    assert len(second.index) == 50
    second.add(arrivals)
    assert groups(second) == expected(20, 4)


def test_what_was_not_flushed_is_forgotten_and_nothing_is_broken(tmp_path: Path) -> None:
    arrivals = planted(6, 4)
    first = finder_for(arrivals, tmp_path)
    first.add(arrivals[:10])
    first.flush()
    first.add(arrivals[10:])
    (tmp_path / "segment-999999").mkdir()  # as a run that died while it wrote leaves it
    second = finder_for(arrivals, tmp_path)
    assert len(second.index) == 10
    second.add(arrivals)
    second.flush()
    assert groups(second) == expected(6, 4)
    assert not (tmp_path / "segment-999999").exists()


def test_small_segments_are_merged(tmp_path: Path) -> None:
    arrivals = [arrival(f"r{number}", prose(12, number)) for number in range(LASTING + SMALLEST)]
    finder = finder_for(arrivals, tmp_path)
    finder.add(arrivals)
    finder.flush()
    named = json.loads((tmp_path / "manifest.json").read_text(encoding="utf-8"))["segments"]
    assert sum(segment["reports"] for segment in named) == len(arrivals)
    assert len(named) == len(list(tmp_path.glob("segment-*"))) == 2


def test_an_index_of_another_make_is_refused(tmp_path: Path) -> None:
    (tmp_path / "manifest.json").write_text(json.dumps({"version": 0}), encoding="utf-8")
    with pytest.raises(UsageError, match="another make"):
        finder_for([], tmp_path)


def test_a_phrase_that_recurs_on_other_days_is_learned_to_be_stock() -> None:
    form = prose(60, 4)
    arrivals = [
        arrival(f"d{day}", f"{form} {prose(30, 70 + day)}", published=f"2024-03-{day:02d}") for day in range(1, 20)
    ]
    finder = finder_for(arrivals)
    pairs = [pair for each in arrivals for pair in finder.add([each])]
    assert not any(pair.one_origin for pair in pairs if pair.right in {f"d{day}" for day in range(6, 20)})
