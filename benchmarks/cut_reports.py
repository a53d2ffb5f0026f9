"""Reads real articles, each cut into three reports, and keeps what was read: more reports for compare.py than articles.

usage: benchmarks/cut_reports.py --kept FOLDER

Needs ../shared (the three corpora in data/); the folder then holds text of theirs and belongs in no repository.
Sentence i, the headline first, goes to part i mod 3, as in the split-article test of benchmarks/stories.py, and each
part gets a time of its own within 12 hours of the article's. So there are three times as many reports, all of
different text, which are shorter, and each has two others of its matter.
"""

import argparse
import gc
import hashlib
import json
import random
import struct
import sys
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import msgspec

from musnad.evaluation.stories import PARTS, read_time
from musnad.model import RawDocument, Report, Stated
from musnad.reading import read_document
from musnad.text import split_sentences

DATA = Path(__file__).resolve().parents[2] / "shared" / "data"
CORPORA = ("syndication_ar_2015", "news_ar_2018", "radio_tn_2017")
NAME = "cut.msgpack"
_APART_HOURS = 12.0
_LENGTH = struct.Struct("<I")

Record = Mapping[str, str]


def records() -> Iterator[Record]:
    """Yield the articles of the corpora, one corpus after the other."""
    for name in CORPORA:
        with zipfile.ZipFile(DATA / f"{name}.jsonl.zip") as archive:
            member = next(each for each in archive.namelist() if each.endswith(".jsonl"))
            for line in archive.read(member).splitlines():
                yield json.loads(line)


def cut(record: Record) -> Iterator[RawDocument]:
    """Yield the article in three documents; one of fewer than three sentences gives none."""
    text = f"{record['title'].strip()}\n{record['text'].strip()}"
    sentences, _ = split_sentences(text)
    if len(sentences) < PARTS:
        return
    parts = [text[each.tokens[0].start : each.tokens[-1].end] for each in sentences]
    chance = random.Random(record["url"])
    for part in range(PARTS):
        apart = timedelta(hours=chance.uniform(-_APART_HOURS, _APART_HOURS))
        yield _document(record, "\n".join(parts[part::PARTS]), _time(record) + apart, part)


def _document(record: Record, text: str, time: datetime, part: int) -> RawDocument:
    content = text.encode()
    stated = Stated(
        url=record["url"] + (f"?part={part}" if part else ""),
        published=time.isoformat(timespec="seconds"),
        outlet=record.get("outlet"),
    )
    return RawDocument(content, "text/x-article", hashlib.sha256(content).hexdigest(), stated=stated)


def _time(record: Record) -> datetime:
    written = record["published"]
    try:
        return read_time(written).replace(tzinfo=None)
    except ValueError:
        return datetime.strptime(written, "%d/%m/%Y")  # the radio's items have a day alone


def keep(place: Path, documents: Iterator[RawDocument]) -> int:
    """Read the documents into a file, each report packed behind its length, and return how many there are."""
    seen: set[str] = set()
    with place.with_suffix(".part").open("wb") as file:
        for raw in documents:
            report = read_document(raw)
            if report.id in seen or report.article is None:
                continue
            seen.add(report.id)
            # Comparing does not look at the bytes of the document.
            packed = msgspec.msgpack.encode(replace(report, raw=replace(report.raw, content=b"")))
            file.write(_LENGTH.pack(len(packed)) + packed)
            if len(seen) % 1000 == 0:
                print(f"{len(seen):,} reports", flush=True)
    place.with_suffix(".part").rename(place)
    return len(seen)


def chosen(place: Path, count: int) -> Iterator[Report]:
    """Yield `count` reports of such a file, an even choice of the articles with all their parts."""
    decoder = msgspec.msgpack.Decoder(Report)
    lengths = list(_lengths(place))
    if count > len(lengths):
        raise ValueError(f"{place} has {len(lengths):,} reports: {count:,} were asked for")
    step = len(lengths) / count
    wanted = {PARTS * int(number // PARTS * step) + number % PARTS for number in range(count)}
    with place.open("rb") as file:
        for number, length in enumerate(lengths):
            file.seek(_LENGTH.size, 1)
            if number in wanted:
                yield decoder.decode(file.read(length))
            else:
                file.seek(length, 1)


def _lengths(place: Path) -> Iterator[int]:
    with place.open("rb") as file:
        while packed := file.read(_LENGTH.size):
            (length,) = _LENGTH.unpack(packed)
            yield length
            file.seek(length, 1)


def main() -> int:
    """Return 0 once the file is there, 1 where the corpora are not."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--kept", type=Path, required=True, help="folder for the reports that were read")
    asked = parser.parse_args()
    if not all((DATA / f"{name}.jsonl.zip").is_file() for name in CORPORA):
        print(f"{DATA}: lacks {', '.join(CORPORA)}; see the README there", file=sys.stderr)
        return 1
    gc.set_threshold(100_000, 20, 20)  # as the command line sets it
    asked.kept.mkdir(parents=True, exist_ok=True)
    place = asked.kept / NAME
    print(f"{keep(place, (raw for record in records() for raw in cut(record))):,} reports in {place}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
