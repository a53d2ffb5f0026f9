"""Tells from a document's first bytes whether it is HTML, text, or neither."""

import codecs
import re

_SNIFFED_BYTES = 8_192
_MAGIC = {
    b"%PDF-": "a PDF",
    b"PK\x03\x04": "a ZIP archive (or a .docx, .odt, .epub)",
    b"\x1f\x8b": "a gzip file",
    b"BZh": "a bzip2 file",
    b"\xfd7zXZ\x00": "an xz file",
    b"\x28\xb5\x2f\xfd": "a Zstandard file",
    b"7z\xbc\xaf\x27\x1c": "a 7-Zip archive",
    b"Rar!": "a RAR archive",
    b"\x89PNG\r\n": "a PNG image",
    b"\xff\xd8\xff": "a JPEG image",
    b"GIF87a": "a GIF image",
    b"GIF89a": "a GIF image",
    b"\xd0\xcf\x11\xe0": "an old Office document",
    b"\x7fELF": "a program",
    b"SQLite format 3\x00": "an SQLite database",
    b"{\\rtf": "an RTF document",
}
_TEXT_BOMS = (
    codecs.BOM_UTF8,
    codecs.BOM_UTF16_LE,
    codecs.BOM_UTF16_BE,
    codecs.BOM_UTF32_LE,
    codecs.BOM_UTF32_BE,
)
_CONTROLS = re.compile(rb"[\x01-\x08\x0b\x0e-\x1a\x1c-\x1f\x7f]")
_CONTROL_SHARE = 0.02  # text of any one-byte charset has next to none; random bytes have a tenth
_PAGE = re.compile(rb"<!doctype\s+html|<html[\s>]|<head[\s>]|<body[\s>]", re.IGNORECASE)
_FRAGMENT = re.compile(rb"\s*<(?:article|div|section|main|p|h1|h2|span|table|meta|title)[\s>]", re.IGNORECASE)
_OTHER_MARKUP = re.compile(rb"\s*(?:<\?xml|<rss|<feed|[{\[]\s*[\"{\[\]}])", re.IGNORECASE)


def binary_kind(content: bytes) -> str | None:
    """Return what kind of binary file this is, or None for something that can be text."""
    for magic, kind in _MAGIC.items():
        if content.startswith(magic):
            return kind
    head = content[:_SNIFFED_BYTES]
    if head.startswith(_TEXT_BOMS):
        return None
    if head[:4] == b"RIFF" or head[4:8] == b"ftyp":
        return "a sound, picture or film file"
    if b"\x00" in head or len(_CONTROLS.findall(head)) > _CONTROL_SHARE * len(head):
        return "a binary file"
    return None


def media_type_of(content: bytes, suffix: str, *, plain: bool) -> str | None:
    """Return the media type of a document that is not binary, or None for markup that is no news page."""
    head = content[:_SNIFFED_BYTES]
    if suffix in {".html", ".htm"}:
        return "text/html"
    text_type = "text/x-article" if plain else "text/plain"
    if plain and suffix in {"", ".txt"}:
        return text_type
    # Pages are often saved under .txt.
    if _PAGE.search(head) and head.lstrip(codecs.BOM_UTF8 + b" \t\r\n").startswith(b"<"):
        return "text/html"
    if suffix == ".txt":
        return text_type
    if _FRAGMENT.match(head):
        return "text/html"
    return None if _OTHER_MARKUP.match(head) else text_type
