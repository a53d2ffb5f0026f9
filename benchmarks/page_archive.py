"""Builds a web archive of the articles in ../shared, each set as a page by one of the templates in turn."""

import gzip
import io
import itertools
import json
import operator
import re
import zipfile
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from pathlib import Path

from fastwarc.warc import WarcRecord, WarcRecordType
from page_chrome import Story
from page_templates import TEMPLATES

DATA = Path(__file__).resolve().parents[2] / "shared" / "data"
CORPORA = ("news_ar_2018", "syndication_ar_2015", "radio_tn_2017")
_WORDS = range(150, 501)  # of an article: some 300 in the mean
_PARAGRAPH = 45  # words, where the corpus has lost the paragraphs
_OTHERS = 12
_PIECE = 220  # words at most of a piece of an article, that the corpora be enough for 50,000 pages
_LEAST_PIECE = 40
PART_PAGES = 2500


def build_archive(path: Path, pages: int) -> int:
    """Write a WARC file of so many pages, each record packed by itself, and return its words of articles.

    Where the corpora have fewer articles they come again, each time with a page number of its own at the end.
    """
    return _write(path, itertools.islice(stories(), pages))


def build_parts(folder: Path, pages: int) -> tuple[int, int]:
    """Write WARC files of up to so many pages of which no two have one text; return the pages and their words.

    A file appears when it is whole, so that another process can read the first while the others are written.
    """
    told, words, built = pieces(), 0, 0
    for number in range(-(-pages // PART_PAGES)):
        part = list(itertools.islice(told, min(PART_PAGES, pages - built)))
        path = part_path(folder, number)
        words += _write(path.with_suffix(".tmp"), part, packing=1)
        path.with_suffix(".tmp").rename(path)
        built += len(part)
    return built, words


def part_path(folder: Path, number: int) -> Path:
    """Return where `build_parts` writes the part of this number."""
    return folder / f"pages-{number:04}.warc.gz"


def _write(path: Path, told: Iterable[Story], packing: int = 6) -> int:
    words = 0
    with path.open("wb") as stream:
        for number, story in enumerate(told):
            page = TEMPLATES[number % len(TEMPLATES)](story)
            words += sum(len(paragraph.split()) for paragraph in story.paragraphs)
            stream.write(gzip.compress(_record(story, page), compresslevel=packing, mtime=0))
    return words


def stories() -> Iterator[Story]:
    """Yield the articles of the corpora in turn, without end."""
    number = 0
    for again in itertools.count():
        streams = [_articles(name) for name in CORPORA]
        held: list[str] = []
        for record in itertools.chain.from_iterable(itertools.zip_longest(*streams)):
            if record is None:
                continue
            title, text = " ".join(record["title"].split()), record["text"]
            paragraphs = _paragraphs(text) + ((f"صفحة رقم {number}",) if again else ())
            others = tuple(held[-_OTHERS:]) or (title,)
            held = [*held[-40:], title]
            url = f"https://{record['outlet'].lower()}.example/{number}"
            published = _moment(record["published"])
            yield Story(url, record["outlet"], title, published, paragraphs, others, number)
            number += 1


def pieces() -> Iterator[Story]:
    """Yield every article of the corpora once, long ones in pieces, mixed alike from the first page to the last."""
    streams = [list(_distinct(name)) for name in CORPORA]
    placed = [((place + 0.5) / len(found), *each) for found in streams for place, each in enumerate(found)]
    held: list[str] = []
    for number, (_, record, paragraphs) in enumerate(sorted(placed, key=operator.itemgetter(0))):
        title = " ".join(record["title"].split())
        others = tuple(held[-_OTHERS:]) or (title,)
        held = [*held[-40:], title]
        url = f"https://{record['outlet'].lower()}.example/{number}"
        yield Story(url, record["outlet"], title, _moment(record["published"]), paragraphs, others, number)


def _distinct(name: str) -> Iterator[tuple[dict[str, str], tuple[str, ...]]]:
    seen: set[str] = set()
    for record in _records(name):
        held: list[str] = []
        for paragraph in [*_paragraphs(record["text"], always=True), ""]:
            words = sum(len(each.split()) for each in held)
            if not paragraph or (held and words + len(paragraph.split()) > _PIECE):
                text = " ".join(held)
                if words >= _LEAST_PIECE and text not in seen and record["title"]:
                    seen.add(text)
                    yield record, tuple(held)
                held = []
            held.append(paragraph)


def _articles(name: str) -> Iterator[dict[str, str]]:
    return (each for each in _records(name) if len(each["text"].split()) in _WORDS and each["title"])


def _records(name: str) -> Iterator[dict[str, str]]:
    with zipfile.ZipFile(DATA / f"{name}.jsonl.zip") as archive:
        member = next(each for each in archive.namelist() if each.endswith(".jsonl"))
        with archive.open(member) as lines:
            for line in lines:
                record: dict[str, str] = json.loads(line)
                yield record


def _paragraphs(text: str, *, always: bool = False) -> tuple[str, ...]:
    """Return the text's lines, or its sentences gathered where it has few lines or they `always` shall be short."""
    lines = [" ".join(line.split()) for line in text.splitlines() if line.strip()]
    if len(lines) > 3 and not always:
        return tuple(lines)
    found: list[str] = []
    held: list[str] = []
    for sentence in re.split(r"(?<=[.؟!])\s+", " ".join(lines)):
        held.append(sentence)
        if sum(len(each.split()) for each in held) >= _PARAGRAPH:
            found.append(" ".join(held))
            held = []
    return tuple(found + ([" ".join(held)] if held else []))


def _moment(written: str) -> str:
    for read in (datetime.fromisoformat, parsedate_to_datetime):
        try:
            found = read(written)
        except ValueError:
            continue
        return (found if found.tzinfo else found.replace(tzinfo=UTC)).isoformat()
    return "2018-05-01T12:00:00+00:00"


def _record(story: Story, page: bytes) -> bytes:
    record = WarcRecord()
    record.init_headers(record_type=WarcRecordType.response)
    record.headers["WARC-Target-URI"] = story.url
    record.headers["WARC-Date"] = "2018-11-01T00:00:00Z"
    record.headers["WARC-Record-ID"] = f"<urn:page:{story.number}>"
    record.headers["Content-Type"] = "application/http; msgtype=response"
    head = f"HTTP/1.1 200 OK\r\ncontent-type: text/html\r\ncontent-length: {len(page)}\r\n\r\n"
    record.set_bytes_content(head.encode() + page)
    written = io.BytesIO()
    record.write(written)
    return written.getvalue()
