"""What the caller asks of a whole intake."""

from dataclasses import dataclass

from musnad.model import Stated

KNOWN_SUFFIXES = (
    ".html",
    ".htm",
    ".mhtml",
    ".mht",
    ".pdf",
    ".txt",
    ".jsonl",
    ".warc",
    ".warc.gz",
    ".warc.zst",
    ".wacz",
)


@dataclass(frozen=True, slots=True)
class IntakeSettings:
    """Whether text is clean article text, what is stated of every document, the most bytes of one.

    `allow_private` lets addresses of a private network be fetched.
    """

    plain: bool
    stated: Stated
    max_bytes: int
    allow_private: bool = False
