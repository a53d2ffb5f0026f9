"""Makes archives, records, feeds, saved pages and PDFs that are broken, or built to break whoever unpacks them."""

import base64
import gzip
import io
import json
import zipfile
import zlib
from collections.abc import Callable, Iterator

from hostile_pages import HEADLINE, SAID, TEXT, Hostile, Made, page


def hostile_containers(bomb: int) -> Iterator[Hostile]:
    """Yield some 150 containers; `bomb` is how many bytes the bombs unpack to."""
    for family in _FAMILIES:
        for name, content in family(bomb):
            yield Hostile(f"{family.__name__.strip('_')}-{name}", content)


def record(body: bytes, *, status: str = "200 OK", headers: str = "", length: str | None = None) -> bytes:
    """Return one response as a WARC record; `length` may lie about its size."""
    http = f"HTTP/1.1 {status}\r\nContent-Type: text/html; charset=utf-8\r\n{headers}\r\n".encode() + body
    head = (
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://diffatain.example/a\r\n"
        "WARC-Date: 2024-03-05T10:00:00Z\r\nWARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-000000000000>\r\n"
        "Content-Type: application/http; msgtype=response\r\n"
        f"Content-Length: {len(http) if length is None else length}\r\n\r\n"
    )
    return head.encode() + http + b"\r\n\r\n"


def _archive(bomb: int) -> Made:
    whole = record(page()) * 2
    packed = gzip.compress(record(page()), mtime=0) * 2
    for tenth in range(1, 10):
        yield f"cut{tenth}.warc", whole[: len(whole) * tenth // 10]
        yield f"cut{tenth}.warc.gz", packed[: len(packed) * tenth // 10]
        flipped = bytearray(packed)
        flipped[len(packed) * tenth // 10] ^= 0xFF
        yield f"flipped{tenth}.warc.gz", bytes(flipped)
    for number, length in enumerate(("-1", "", "x", "9" * 30, "0", "1", "99999999999")):
        yield f"length{number}.warc", record(page(), length=length) + record(page())
    for number, headers in enumerate(
        (
            "Content-Encoding: gzip\r\n",
            "Content-Encoding: br\r\n",
            "Content-Encoding: gzip, gzip, gzip, gzip\r\n",
            "Transfer-Encoding: chunked\r\n",
            "X: " + "x" * 100_000 + "\r\n",
            "X: y\r\n" * 10_000,
            "Content-Length: 5\r\n",
            "\0\r\n",
        )
    ):
        yield f"header{number}.warc", record(page(), headers=headers)
    yield "chunks.warc", record(b"FFFFFFFFFFFFFFFF\r\n" + page(), headers="Transfer-Encoding: chunked\r\n")
    yield "status.warc", record(page(), status="999 ?") + record(page(), status="x")
    yield "bomb.warc", record(gzip.compress(b"0" * bomb, 6, mtime=0), headers="Content-Encoding: gzip\r\n")
    yield "bomb.warc.gz", gzip.compress(record(b"0" * bomb), 6, mtime=0)
    yield "page.warc", page()
    yield "empty.warc", b""
    yield "empty.warc.gz", gzip.compress(b"", mtime=0)
    for number, member in enumerate((b"", whole, b"0" * bomb, packed)):
        yield f"member{number}.wacz", _zip("archive/a.warc" if number != 3 else "archive/a.warc.gz", member)
    packed_zip = _zip("archive/a.warc", whole)
    for tenth in range(0, 10, 3):
        yield f"cut{tenth}.wacz", packed_zip[: len(packed_zip) * tenth // 10]
    yield "no-archive.wacz", _zip("pages/pages.jsonl", b"{}")
    yield "outside.wacz", _zip("../../../etc/a.warc", whole)


def _zip(name: str, content: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr(name, content)
    return out.getvalue()


def _records(bomb: int) -> Made:
    good = json.dumps({"text": f"{HEADLINE}\n{SAID}"}).encode()
    for number, line in enumerate(
        (
            b"{",
            b"null",
            b"[]",
            b"{}",
            b'{"text": 1}',
            b'{"text": null, "html": null}',
            b'{"text": "\\ud800 x", "title": "\\udc00"}',
            b'{"html": "<p>\\ud83d</p>", "url": "\\ud800"}',
            b'{"text": "x", "published": "\\ud800"}',
            b'{"text": "x", "outlet": "\\u0000"}',
            b"[" * 100_000,
            b'{"text": ' + b"9" * 10_000 + b"}",
            b'{"text": "\xff\xfe"}',
            good.decode().encode("utf-16"),
            b"\0" * 100,
            b'{"text": "a", "text": "b"}',
            b'{"text": "' + b"x" * 1_000_000,
            b'{"text": "x", "url": "http://[::1"}',
            b'{"text": "\\u202e\\u0000\\uffff"}',
            b'{"html": "' + b"<div>" * 10_000 + b'"}',
        )
    ):
        yield f"{number}.jsonl", line + b"\n" + good + b"\n"


def _lists(bomb: int) -> Made:
    for number, content in enumerate(hostile_feeds()):
        yield f"{number}.xml", content


def hostile_feeds() -> Iterator[bytes]:
    """Yield feeds and sitemaps, for what reads lists."""
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
    item = b"<item><title>x</title><link>https://diffatain.example/a</link></item>"
    yield f'<!DOCTYPE r [<!ENTITY l0 "ha">{laughs}]><rss><item><link>&l11;</link></item></rss>'.encode()
    many = "&a;" * 10_000
    yield f'<!DOCTYPE r [<!ENTITY a "{"x" * 100_000}">]><rss><item><title>{many}</title></item></rss>'.encode()
    yield b'<!DOCTYPE r [<!ENTITY a SYSTEM "file:///etc/passwd">]><rss><item><link>&a;</link></item></rss>'
    yield b'<!DOCTYPE r SYSTEM "http://127.0.0.1:9/x.dtd"><rss>' + item + b"</rss>"
    yield b'<!DOCTYPE r [<!ENTITY % a SYSTEM "http://127.0.0.1:9/">%a;]><rss>' + item + b"</rss>"
    yield b'<!DOCTYPE r [<!ENTITY a "&b;"><!ENTITY b "&a;">]><rss><item><link>&a;</link></item></rss>'
    yield b"<rss>" + b"<channel>" * 100_000 + item
    yield b"<rss>" + item * 3 + b"<item><link>https://diff"
    yield b"<rss>\0" + item + b"\xff\xfe</rss>"
    yield b'<?xml version="1.0" encoding="utf-16"?><rss></rss>'
    yield b'<?xml version="1.0" encoding="klingon"?><rss>' + item + b"</rss>"
    yield b"<rss></rss>"
    yield b"<urlset>" + b"<url><loc>x</loc></url>" * 60_000 + b"</urlset>"
    yield b"<urlset><url><loc>" + b"x" * 1_000_000 + b"</loc></url></urlset>"
    yield b"<sitemapindex><sitemap><loc>javascript:x</loc></sitemap></sitemapindex>"
    yield b'{"version": "https://jsonfeed.org/version/1", "items": ' + b"[" * 100_000
    yield b'{"version": "https://jsonfeed.org/version/1", "items": [1, null, {"url": 5}, {"id": "\\ud800"}]}'
    yield b"<feed " + b" ".join(b"a%d='x'" % n for n in range(50_000)) + b"/>"


def _saved(bomb: int) -> Made:
    head = "From: <Saved by a browser>\nMIME-Version: 1.0\nContent-Type: multipart/related; {kind}\n\n"
    part = "--cut\nContent-Type: text/html; charset={charset}\nContent-Transfer-Encoding: {way}\n\n{body}\n"
    body = base64.b64encode(page()).decode()
    good = head.format(kind='boundary="cut"') + part.format(charset="utf-8", way="base64", body=body)
    yield "unended.mhtml", good.encode()
    for tenth in range(1, 10, 2):
        yield f"cut{tenth}.mhtml", good[: len(good) * tenth // 10].encode()
    for number, (charset, way, text) in enumerate(
        (
            ("klingon", "base64", body),
            ("utf-8", "base64", "!!!!"),
            ("utf-8", "quoted-printable", "=FF=ZZ=" * 1_000),
            ("utf-8", "x-uuencode", "begin 666 x\nzz\n"),
            ("utf-16", "8bit", TEXT),
            ("", "", ""),
        )
    ):
        yield (
            f"part{number}.mhtml",
            (head.format(kind='boundary="cut"') + part.format(charset=charset, way=way, body=text)).encode(),
        )
    yield "no-boundary.mhtml", good.replace('boundary="cut"', "x").encode()
    nested = "".join(f'--b{n}\nContent-Type: multipart/related; boundary="b{n + 1}"\n\n' for n in range(300))
    yield "nested.mhtml", (head.format(kind='boundary="b0"') + nested).encode()
    yield "headers.mhtml", good.replace("\n\n", "\n" + "X: y\n" * 20_000 + "\n", 1).encode()
    yield "no-page.mhtml", good.replace("text/html", "image/png").encode()


def _pdf(bomb: int) -> Made:
    good = pdf(b"BT /F1 12 Tf 20 100 Td (A bridge opens) Tj ET")
    for tenth in range(1, 10):
        yield f"cut{tenth}.pdf", good[: len(good) * tenth // 10]
    yield "loop.pdf", good.replace(b"/Kids [3 0 R]", b"/Kids [2 0 R]")
    yield "self.pdf", good.replace(b"/Pages 2 0 R", b"/Pages 1 0 R")
    yield "count.pdf", good.replace(b"/Count 1 ", b"/Count 999999999 ")
    yield "length.pdf", good.replace(b"/Length", b"/Length -9 /X")
    yield "no-table.pdf", good[: good.rindex(b"xref\n0")]
    yield "previous.pdf", good.replace(b"/Root 1 0 R", b"/Root 1 0 R /Prev 9")
    yield "locked.pdf", good.replace(b"/Root 1 0 R", b"/Root 1 0 R /Encrypt << /Filter /Standard /V 1 >>")
    yield "no-text.pdf", pdf(b"")
    yield "operators.pdf", pdf(b"q " * 20_000 + b"(((((" * 100)
    yield "noise.pdf", b"%PDF-1.7\n" + bytes(range(256)) * 40
    yield "bomb.pdf", pdf(zlib.compress(b"0" * bomb, 6), b"/Filter /FlateDecode")
    twice = zlib.compress(zlib.compress(b"0" * bomb, 6), 6)
    yield "bomb-in-bomb.pdf", pdf(twice, b"/Filter [/FlateDecode /FlateDecode]")


def pdf(stream: bytes, entries: bytes = b"") -> bytes:
    """Return a PDF of one page with this stream."""
    parts = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 200] /Contents 4 0 R"
        b" /Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >>",
        b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(stream), entries, stream),
    ]
    out = b"%PDF-1.4\n"
    places = []
    for number, part in enumerate(parts, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, part)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    end = b"trailer << /Size 5 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % len(out)
    return out + b"xref\n0 5\n0000000000 65535 f \n" + table + end


_FAMILIES: tuple[Callable[[int], Made], ...] = (_archive, _records, _lists, _saved, _pdf)
