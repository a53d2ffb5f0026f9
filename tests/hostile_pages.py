"""Makes pages and texts that are broken, or built to break whoever reads them; each by name, the same every time."""

import json
import random
from collections.abc import Callable, Iterator
from typing import NamedTuple

SAID = "قال رئيس بلدية المنحدر إن الجسر القديم سيغلق أمام الشاحنات حتى نهاية أعمال الترميم في الربيع."
ADDED = "وأضاف أن الحافلات ستسلك الطريق الساحلي، وأن المشاة يستطيعون العبور في ساعات النهار كلها."
HEADLINE = "إغلاق الجسر القديم أمام الشاحنات"
TEXT = f"<h1>{HEADLINE}</h1><p>{SAID}</p><p>{ADDED}</p>"


class Hostile(NamedTuple):
    """One document: the name of its file, whose suffix tells what it claims to be, and its bytes."""

    name: str
    content: bytes


def page(body: str = TEXT, head: str = f"<title>{HEADLINE}</title>") -> bytes:
    """Return a whole page; halves of letters become question marks, as a browser would send them."""
    return f'<html><head><meta charset="utf-8">{head}</head><body>{body}</body></html>'.encode("utf-8", "replace")


def hostile_pages(size: int) -> Iterator[Hostile]:
    """Yield some 250 pages and texts; `size` is how many characters a flood has."""
    for family in _FAMILIES:
        kind = family.__name__.strip("_")
        for name, content in family(size):
            label, dot, suffix = name.rpartition(".")
            yield Hostile(f"{kind}-{label}.{suffix}" if dot else f"{kind}-{name}.html", content)


Made = Iterator[tuple[str, bytes]]


def _unclosed(size: int) -> Made:
    tags = (
        "p div span b table tr td ul li dl select option script style title textarea noscript template svg math iframe "
        "a form button details frameset object video article head body plaintext xmp"
    )
    for tag in tags.split():
        yield tag, page(f"<{tag}>{TEXT}")
    yield "everywhere", page("".join(f"<{tag}>" for tag in tags.split() if tag != "plaintext") + TEXT)
    for number, end in enumerate(("<", "</", "<!", "<!--", "<![CDATA[", "<p class='", '<a href="', "<?xml", "&", "&#")):
        yield f"end{number}", page()[:-14] + end.encode()
        yield f"start{number}", end.encode() + page()


def _nested(size: int) -> Made:
    for tag in ("div", "span", "b", "blockquote", "a", "font", "table", "svg", "section", "noscript"):
        deep = 10_000 if tag in {"div", "span", "section"} else 1_000
        yield tag, page(f"<{tag}>" * deep + TEXT)
    yield "list", page("<ul><li>" * 5_000 + TEXT)
    yield "closed", page("<div>" * 10_000 + TEXT + "</div>" * 10_000)
    yield "beyond", page("<div>" * 200_000 + TEXT)
    yield "crossed", page(f"<b><i><p>{SAID}</b></i></p>" * (size // 200))
    yield "formatting", page("<b><i><u><s>" * 500 + "<p>" * 500 + TEXT)


def _nul(size: int) -> Made:
    yield "alone", b"\0" * size
    yield "between", page().replace(b"><", b">\0<")
    yield "in-tags", page().replace(b"<p", b"<p\0")
    yield "in-words", page().replace("ا".encode(), "\0ا".encode())
    yield "at-end", page() + b"\0" * size
    yield "far.txt", SAID.encode() * 200 + b"\0" * 100 + SAID.encode()
    yield "controls", page("".join(map(chr, range(1, 32))) + TEXT)


def _charset(size: int) -> Made:
    written = ("utf-8", "cp1256", "iso8859-6", "utf-16", "utf-16-le", "utf-32", "cp1252", "shift-jis", "mac-arabic")
    for declared in ("utf-8", "windows-1256", "iso-8859-6", "utf-16", "utf-7", "klingon", ""):
        for encoding in written:
            html = page(head=f'<meta charset="{declared}"><title>{HEADLINE}</title>').decode()
            yield f"{encoding}-as-{declared or 'none'}", html.encode(encoding, "replace")
    yield "mixed", page() + SAID.encode("cp1256") + page()
    yield "cut-letters", page().replace("ال".encode(), "ال".encode()[:3])
    yield "surrogates", page().replace(b"<p>", b"<p>\xed\xa0\x80\xed\xb0\x80")
    yield "bom-twice", b"\xef\xbb\xbf\xef\xbb\xbf" + page()
    yield "wrong-bom", b"\xff\xfe" + page()
    yield "overlong", page().replace(b"<p>", b"<p>\xc0\xaf\xe0\x80\xaf\xf8\x88\x80\x80\x80")


def _direction(size: int) -> Made:
    for mark in "\u202e\u202d\u202a\u2067\u2066\u2069\u200f\u061c\u200b\u200d\ufeff\u0640\u0651\u034f\U000e0041":
        name = f"{ord(mark):x}"
        yield f"{name}-in-words", page(TEXT.replace("ا", f"ا{mark}"))
        yield f"{name}-flood", page(f"<p>{SAID}{mark * size}{ADDED}</p>")


def _scripts(size: int) -> Made:
    for number, body in enumerate(
        (
            "<div id=root></div><script src=/app.js></script>",
            f"<script>document.write({json.dumps(TEXT)})</script>",
            f"<script>window.__DATA__ = {json.dumps({'body': TEXT})}</script>",
            "<noscript>يرجى تفعيل جافا سكربت</noscript><script>load()</script>",
            f"<script>{'x=1;' * (size // 4)}</script>",
            f"<style>{'a{b:c}' * (size // 6)}</style>",
            "<script><script><script>",
            f"<template>{TEXT}</template>",
            f"<iframe srcdoc='{TEXT}'></iframe>",
            f"<!-- {TEXT} -->",
            f"<svg><text>{SAID}</text></svg>",
            f"<script><!--<script>{TEXT}",
        )
    ):
        yield str(number), page(body, head="")


def _floods(size: int) -> Made:
    for number, piece in enumerate(
        (
            *("&amp;", "&#1570;", "&#x110000;", "&#0;", "&#xD800;", "&lt;script&gt;", "&notanentity;", "&", "<"),
            *(
                "<>",
                "</p>",
                "<br>",
                "<p>",
                "<a>",
                "<hr>",
                "<!---->",
                "<img>",
                "<li>x",
                "<h1>x</h1>",
                "<td>",
                "<option>",
            ),
        )
    ):
        yield f"piece{number}", page(TEXT + piece * (size // len(piece)) + TEXT)
    for number, letter in enumerate("اx1ـ«»\"'(.،:؛-َ\u00a0🙂"):
        yield f"no-blank{number}", page(f"<h1>{HEADLINE}</h1><p>{letter * size}</p>")
        yield f"no-blank{number}.txt", f"{HEADLINE}\n\n{letter * size}\n{SAID}".encode()
    words = random.Random(0).choices("ابتثجحخدذرزسشصضطظعغفقكلمنهوي", k=size)
    yield "one-word.txt", "".join(words).encode()
    yield "same-sentence", page(f"<p>{SAID}</p>" * (size // 100))
    yield "one-paragraph.txt", (f"{SAID} {ADDED} " * (size // 200)).encode()
    yield "links", page("<a href=/x>خبر آخر من البلدة</a>" * (size // 40))
    yield "lines.txt", b"\n" * size + SAID.encode()


def _attributes(size: int) -> Made:
    for name in ("class", "id", "href", "style", "data-x", "onload", "itemprop", "datetime", "lang", "dir"):
        yield name, page(f'<div {name}="{"a b" * (size // 3)}">{TEXT}</div>')
    yield "many", page(f"<div {' '.join(f'a{n}=1' for n in range(size // 8))}>{TEXT}</div>")
    yield "classes", page("".join(f'<p class="c{n}">{SAID}</p>' for n in range(size // 100)))
    for name in ("og:title", "article:published_time", "og:url", "author", "keywords", "og:site_name", "og:locale"):
        yield name.replace(":", "-"), page(head=f'<meta property="{name}" name="{name}" content="{"ا" * size}">')
    yield "meta-many", page(head='<meta property="article:tag" content="جسر">' * (size // 40))


def _metadata(size: int) -> Made:
    odd = ("", "0", "9" * 5_000, "0000-00-00", "2021-13-45", "31/02/2021", "١/١/٠", "1e308", "-1", "\u202e2021-01-01")
    for number, written in enumerate(odd):
        yield f"date{number}", page(head=f'<meta property="article:published_time" content="{written}">')
        yield f"time{number}", page(f'<h1>{HEADLINE}</h1><time datetime="{written}">{written}</time><p>{SAID}</p>')
    for number, url in enumerate(("http://[::1", "//", "javascript:x", "http://\ud800/", "http://a:99999/", "data:,x")):
        yield f"url{number}", page(head=f'<base href="{url}"><link rel=canonical href="{url}">')


def _linked(size: int) -> Made:
    values: tuple[object, ...] = (None, 0, 1e308, True, [], {}, [[]], [None], {"@value": []}, "", "\ud800", "x" * size)
    for number, value in enumerate(values):
        fields = ("headline", "articleBody", "author", "publisher", "datePublished", "articleSection", "keywords")
        yield f"value{number}", _with_json(json.dumps({"@type": "NewsArticle", **dict.fromkeys(fields, value)}))
        yield f"type{number}", _with_json(json.dumps({"@type": value, "@graph": value, "liveBlogUpdate": value}))
    for number, text in enumerate(
        ("", "{", "[" * size, '{"a":' * (size // 5), "NaN", "9" * 10_000, "[" + "{}," * (size // 3) + "{}]", "</script")
    ):
        yield f"broken{number}", _with_json(text)


def _with_json(text: str) -> bytes:
    return page(head=f'<title>{HEADLINE}</title><script type="application/ld+json">{text}</script>')


def _binary(size: int) -> Made:
    for seed in range(8):
        noise = random.Random(seed).randbytes(5_000)
        yield f"noise{seed}", noise
        yield f"noise{seed}.txt", page()[: seed * 100] + noise
    for number, magic in enumerate((b"\x89PNG\r\n\x1a\n", b"PK\3\4", b"\x1f\x8b", b"\x7fELF", b"GIF89a", b"{\\rtf1")):
        yield f"magic{number}", magic + page()
    nothings = (b"", b" ", b"\n\n", b"\xef\xbb\xbf", b"<", b"<html>", b"<p></p>", b"&nbsp;", b"\xc2\xa0")
    for number, nothing in enumerate(nothings):
        yield f"nothing{number}", nothing


_FAMILIES: tuple[Callable[[int], Made], ...] = (
    _unclosed,
    _nested,
    _nul,
    _charset,
    _direction,
    _scripts,
    _floods,
    _attributes,
    _metadata,
    _linked,
    _binary,
)


def largest_documents(size: int) -> Iterator[Hostile]:
    """Yield documents of nearly `size` bytes, each of the kind that takes most memory in one part of the reading."""
    sentences = f"{SAID} " * (size // len(f"{SAID} ".encode()) - 2)
    head = b'From: <Saved by x>\nMIME-Version: 1.0\nContent-Type: multipart/related; boundary="cut"\n\n'
    json_values = "{}," * (size // 3 - 200)
    made: dict[str, bytes] = {
        "sentences.html": page(f"<p>{sentences}</p>"),
        "sentences.txt": f"{HEADLINE}\n{sentences}".encode(),
        "letters.txt": "ا ".encode() * (size // 3),
        "lines.txt": HEADLINE.encode() + b"\nx" * (size // 2 - 100),
        "marks.txt": HEADLINE.encode() + b"\n" + b"." * (size - 200),
        "few-tags.html": page("<p>x y z" * 97_000),
        "classes.html": page("".join(f"<p class='c{n} d{n}'>{n} {SAID[:9]}" for n in range(95_000))),
        "linked.html": page(head=f"<script type='application/ld+json'>[{json_values}{{}}]</script>"),
        "attributes.html": page(f"<div {' '.join(f'a{n}=1' for n in range(size // 11))}>{TEXT}</div>"),
        "picture.html": page(f"<img src='data:image/png;base64,{'QUJD' * (size // 4 - 200)}'>{TEXT}<p>🙂</p>"),
        "bytes.html": bytes(range(128, 256)) * (size // 128),
        "values.jsonl": f'{{"text": "x", "a": [{json_values}{{}}]}}\n'.encode(),
        "record.jsonl": json.dumps({"text": f"{HEADLINE}\n{sentences}"}, ensure_ascii=False).encode(),
        "parts.mhtml": head + b"--cut\n\n" * (size // 7 - 100) + b"--cut--\n",
        "lines.mhtml": head + b"--cut\nContent-Type: text/html\n\n" + page() + b"\n" * (size - 2_000) + b"--cut--\n",
    }
    for name, content in made.items():
        yield Hostile(f"largest-{name}", content[:size])
