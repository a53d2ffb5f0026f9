"""Builds a web archive of the articles in ../shared, each set as a page by one of the templates in turn."""

import gzip
import io
import itertools
import json
import re
import zipfile
from collections.abc import Iterator
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


def build_archive(path: Path, pages: int) -> int:
    """Write a WARC file of so many pages, each record packed by itself, and return its words of articles.

    Where the corpora have fewer articles they come again, each time with a page number of its own at the end.
    """
    words = 0
    with path.open("wb") as stream:
        for number, story in enumerate(itertools.islice(stories(), pages)):
            page = TEMPLATES[number % len(TEMPLATES)](story)
            words += sum(len(paragraph.split()) for paragraph in story.paragraphs)
            stream.write(gzip.compress(_record(story, page), compresslevel=6, mtime=0))
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


def _articles(name: str) -> Iterator[dict[str, str]]:
    with zipfile.ZipFile(DATA / f"{name}.jsonl.zip") as archive:
        member = next(each for each in archive.namelist() if each.endswith(".jsonl"))
        with archive.open(member) as lines:
            for line in lines:
                record: dict[str, str] = json.loads(line)
                if len(record["text"].split()) in _WORDS and record["title"]:
                    yield record


def _paragraphs(text: str) -> tuple[str, ...]:
    lines = [" ".join(line.split()) for line in text.splitlines() if line.strip()]
    if len(lines) > 3:
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
