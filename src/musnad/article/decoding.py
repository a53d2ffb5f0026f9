"""Turns a document's bytes into text, believing its declared charset only as far as the bytes bear it out."""

import codecs
import re
from dataclasses import dataclass
from functools import cache

from charset_normalizer import from_bytes

from musnad.model import Problem, ProblemCode

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_META_CHARSET = re.compile(rb"<meta\b[^>]{0,300}?charset\s*=\s*[\"']?\s*([\w:.-]{2,40})", re.IGNORECASE)
_META_REACH = 8_192  # HTML asks for 1,024 bytes; real pages often declare later than that
_ARABIC_CHARSETS = ("cp1256", "iso8859-6")
# Words that no Arabic text of a few lines goes without: they tell Arabic from a chance run of Arabic letters.
_COMMON = ("في", "من", "على", "إلى", "عن", "أن", "التي", "الذي", "مع", "هذا", "ما")
# That no letter stands before is asked after the word: a pattern that opens with letters is found much faster.
_ARABIC_WORDS = re.compile("(?:" + "|".join(rf"{word}(?<!\w{word})" for word in _COMMON) + r")(?!\w)")
_ARABIC_LETTER = re.compile("[\u0621-\u064a]")
# Browsers read these labels as the Windows charset that contains them.
_WIDENED = {"iso8859-1": "cp1252", "ascii": "cp1252", "iso8859-9": "cp1254"}
_STRAY_SHARE = 0.02  # of the non-ASCII bytes: below it the text is UTF-8 with a few damaged letters
_HIGH_BYTES = bytes(range(0x80, 0x100))
_SAMPLE_BYTES = 65_536
_LABELS = {
    "cp1256": "windows-1256",
    "cp1252": "windows-1252",
    "cp1254": "windows-1254",
    "iso8859-6": "iso-8859-6",
}


@dataclass(frozen=True, slots=True)
class Decoded:
    """A document's text and what was wrong with its bytes."""

    text: str
    problems: tuple[Problem, ...] = ()


def decode_document(content: bytes, *, declared: str | None = None, is_html: bool = False) -> Decoded:
    """Return the text of `content`; `declared` is the charset its transport stated, if any."""
    for bom, charset in _BOMS:
        if content.startswith(bom):
            return _replacing(content[len(bom) :], charset)
    if is_html and not declared:
        declared = _meta_charset(content)
    text = _as_utf8(content)
    if text is not None:
        return Decoded(text, _contradicted(declared, content))
    codec = _codec_of(declared)
    if _mostly_utf8(content) and codec in {None, "utf-8"}:
        return _replacing(content, "utf-8")
    arabic = _arabic_charset(content, codec)
    if arabic:
        return _replacing(content, arabic, *_chosen(declared, codec, arabic))
    if codec and codec != "utf-8":
        return _replacing(content, codec)
    guess = _guessed_charset(content) or "utf-8"
    return _replacing(content, guess, *_chosen(declared, codec, guess))


def _meta_charset(content: bytes) -> str | None:
    match = _META_CHARSET.search(content[:_META_REACH])
    return match[1].decode("ascii", "replace") if match else None


def _codec_of(label: str | None) -> str | None:
    if not label:
        return None
    try:
        name = codecs.lookup(label.strip()).name
        # A codec that is not a charset (base64, rot13) refuses here.
        b"a".decode(name)
    except (LookupError, ValueError, AssertionError):
        return None
    return _WIDENED.get(name, name)


def _as_utf8(content: bytes) -> str | None:
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return None


def _mostly_utf8(content: bytes) -> bool:
    high = len(content) - len(content.translate(None, _HIGH_BYTES))
    wrong = content.decode("utf-8", "replace").count("\ufffd")
    # A page cut inside a letter leaves one stray byte however short the page is.
    return wrong <= max(1, high * _STRAY_SHARE) and high > 3 * wrong


def _contradicted(declared: str | None, content: bytes) -> tuple[Problem, ...]:
    if not declared or content.isascii():
        return ()
    codec = _codec_of(declared)
    if codec == "utf-8":
        return ()
    said = f"The page declares the charset {declared}"
    said += ", but its bytes are UTF-8" if codec else ", which no one knows; its bytes are UTF-8"
    return (Problem(ProblemCode.CHARSET_WRONG, f"{said}: read as UTF-8."),)


def _arabic_charset(content: bytes, codec: str | None) -> str | None:
    """Return the one-byte Arabic charset that the bytes make sense in, if it beats the declared one."""
    best, best_sense = None, 0
    for charset in _ARABIC_CHARSETS:
        sense = _arabic_sense(content, charset)
        if sense > best_sense:
            best, best_sense = charset, sense
    if best and codec and codec not in {"utf-8", best} and _arabic_sense(content, codec) >= best_sense:
        return None
    return best


def _arabic_sense(content: bytes, charset: str) -> int:
    content = content[:_SAMPLE_BYTES]
    sample = content.decode(charset, "replace")
    words = len(_ARABIC_WORDS.findall(sample))
    if charset in _ARABIC_CHARSETS:
        letters = len(content) - len(content.translate(None, _letter_bytes(charset)))
    else:
        letters = len(_ARABIC_LETTER.findall(sample))
    # Running Arabic has such a word every 30 letters or so; Latin text read as windows-1256 has next to none.
    return words if words and letters < 200 * words else 0


@cache
def _letter_bytes(charset: str) -> bytes:
    """Return the bytes that are Arabic letters in a charset of one byte each."""
    every = (bytes([number]) for number in range(256))
    return b"".join(byte for byte in every if _ARABIC_LETTER.match(byte.decode(charset, "replace")))


def _guessed_charset(content: bytes) -> str | None:
    best = from_bytes(content[:_SAMPLE_BYTES]).best()
    return _codec_of(best.encoding) if best else None


def _chosen(declared: str | None, codec: str | None, charset: str) -> tuple[Problem, ...]:
    if codec == charset:
        return ()
    label = _LABELS.get(charset, charset)
    if declared:
        message = f"The page declares the charset {declared}, but its bytes are not that: read as {label}."
        return (Problem(ProblemCode.CHARSET_WRONG, message),)
    message = f"No charset is declared and the bytes are not UTF-8: read as {label}, a guess from the bytes."
    return (Problem(ProblemCode.CHARSET_GUESSED, message),)


def _replacing(content: bytes, charset: str, *problems: Problem) -> Decoded:
    try:
        return Decoded(content.decode(charset), problems)
    except UnicodeError:
        text = content.decode(charset, "replace")
    before = content.count("\ufffd".encode()) if charset == "utf-8" else 0
    message = (
        f"{text.count(chr(0xFFFD)) - before} places hold bytes that are not {_LABELS.get(charset, charset)}; "
        "each stands as \ufffd. Fetch the document again if it was cut or damaged."
    )
    return Decoded(text, (*problems, Problem(ProblemCode.UNDECODABLE_BYTES, message)))
