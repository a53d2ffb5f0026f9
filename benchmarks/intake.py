"""Measures the intake on one core: megabytes of a web archive a second, items of a feed a second."""

import argparse
import gzip
import io
import statistics
import time
from collections.abc import Callable
from datetime import UTC, datetime

from musnad.intake.archives import load_archive
from musnad.intake.captures import response_record
from musnad.intake.feeds import listed_pages
from musnad.intake.settings import IntakeSettings
from musnad.intake.web import Fetched
from musnad.model import Stated

_PARAGRAPH = "قال مدير المرفأ إن الرصيف الجديد يستقبل السفن الصغيرة وحدها حتى نهاية أعمال التوسعة. "
_MENU = "".join(f'<li class="menu-item"><a href="/section/{number}">باب {number}</a></li>' for number in range(400))
_RUNS = 5


def main() -> None:
    """Print the medians of five runs."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pages", type=int, default=600, metavar="N", help="pages in the archive (default 600)")
    parser.add_argument("--items", type=int, default=20_000, metavar="N", help="items of the feed (default 20,000)")
    asked = parser.parse_args()
    records = [response_record(_page(number)) for number in range(asked.pages)]
    size = sum(map(len, records)) / 1e6
    for name, path, packed in (
        ("WARC", "a.warc", b"".join(records)),
        ("WARC, packed", "a.warc.gz", b"".join(gzip.compress(record, mtime=0) for record in records)),
    ):
        seconds = _median(lambda path=path, packed=packed: _read_archive(packed, path, asked.pages))
        print(f"{name:16} {size / seconds:8,.0f} MB/s of {size:.0f} MB unpacked (target 150)")
    feed = _feed(asked.items)
    seconds = _median(lambda: listed_pages(feed, "https://news.example/feed"))
    print(f"{'feed':16} {asked.items / seconds:8,.0f} items/s (target 10,000)")


def _page(number: int) -> Fetched:
    url = f"https://news.example/{number}"
    body = f"<html><head><title>خبر {number}</title></head><body><ul>{_MENU}</ul><p>{_PARAGRAPH * 40}</p></body></html>"
    return Fetched(url, url, 200, datetime.now(UTC), body.encode(), {"content-type": "text/html; charset=utf-8"})


def _feed(items: int) -> bytes:
    item = "<item><title>خبر {n}</title><link>/{n}</link><description>{text}</description></item>"
    listed = "".join(item.format(n=number, text=_PARAGRAPH * 3) for number in range(items))
    return f"<rss><channel>{listed}</channel></rss>".encode()


def _read_archive(packed: bytes, path: str, pages: int) -> None:
    settings = IntakeSettings(plain=False, stated=Stated(), max_bytes=20_000_000)
    read = sum(1 for document in load_archive(io.BytesIO(packed), path, settings) if not document.problems)
    if read != pages:
        raise SystemExit(f"{path}: {read} of {pages} pages were read")


def _median(work: Callable[[], object]) -> float:
    times = []
    for _ in range(_RUNS):
        start = time.process_time()
        work()
        times.append(time.process_time() - start)
    return statistics.median(times)


if __name__ == "__main__":
    main()
