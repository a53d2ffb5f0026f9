"""What could not be done, said aloud: nothing is dropped in silence."""

from dataclasses import dataclass
from enum import StrEnum

from musnad.model.span import Span


class ProblemCode(StrEnum):
    """Every kind of problem a reading can meet; docs/problems.md explains each."""

    EMPTY_DOCUMENT = "empty_document"
    BINARY_DOCUMENT = "binary_document"
    TOO_LARGE = "too_large"
    UNREADABLE_FILE = "unreadable_file"
    UNSUPPORTED_TYPE = "unsupported_type"
    BROKEN_RECORD = "broken_record"
    BAD_ADDRESS = "bad_address"
    PRIVATE_ADDRESS = "private_address"
    ROBOTS_DISALLOWED = "robots_disallowed"
    UNREACHABLE = "unreachable"
    TOO_SLOW = "too_slow"
    TOO_MANY_REDIRECTS = "too_many_redirects"
    HTTP_ERROR = "http_error"
    BROKEN_ARCHIVE = "broken_archive"
    BROKEN_FEED = "broken_feed"
    CHARSET_GUESSED = "charset_guessed"
    CHARSET_WRONG = "charset_wrong"
    UNDECODABLE_BYTES = "undecodable_bytes"
    INCOMPLETE_PDF = "incomplete_pdf"
    TRUNCATED_HTML = "truncated_html"
    NO_ARTICLE = "no_article"
    INDEX_PAGE = "index_page"
    ERROR_PAGE = "error_page"
    CONSENT_PAGE = "consent_page"
    LONG_TEXT = "long_text"
    GALLERY_PAGE = "gallery_page"
    PAYWALL = "paywall"
    LIVE_BLOG = "live_blog"
    NO_HEADLINE = "no_headline"
    NO_DATE = "no_date"
    UNREADABLE_DATE = "unreadable_date"
    LANGUAGE_UNKNOWN = "language_unknown"
    LANGUAGE_NOT_SUPPORTED = "language_not_supported"
    UNBALANCED_QUOTES = "unbalanced_quotes"
    TIMES_WITHOUT_DATE = "times_without_date"
    UNRESOLVED_SOURCE = "unresolved_source"
    READING_FAILED = "reading_failed"
    OUT_OF_MEMORY = "out_of_memory"
    WORKER_DIED = "worker_died"


FATAL_CODES = frozenset(
    {
        ProblemCode.EMPTY_DOCUMENT,
        ProblemCode.BINARY_DOCUMENT,
        ProblemCode.TOO_LARGE,
        ProblemCode.UNREADABLE_FILE,
        ProblemCode.UNSUPPORTED_TYPE,
        ProblemCode.BROKEN_RECORD,
        ProblemCode.BAD_ADDRESS,
        ProblemCode.PRIVATE_ADDRESS,
        ProblemCode.ROBOTS_DISALLOWED,
        ProblemCode.UNREACHABLE,
        ProblemCode.TOO_SLOW,
        ProblemCode.TOO_MANY_REDIRECTS,
        ProblemCode.HTTP_ERROR,
        ProblemCode.BROKEN_ARCHIVE,
        ProblemCode.BROKEN_FEED,
        ProblemCode.NO_ARTICLE,
        ProblemCode.INDEX_PAGE,
        ProblemCode.ERROR_PAGE,
        ProblemCode.CONSENT_PAGE,
        ProblemCode.READING_FAILED,
        ProblemCode.OUT_OF_MEMORY,
        ProblemCode.WORKER_DIED,
    }
)


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that could not be done: what, where in the text if anywhere, and what to do about it."""

    code: ProblemCode
    message: str
    span: Span | None = None

    @property
    def fatal(self) -> bool:
        """Tell whether nothing could be read because of this problem."""
        return self.code in FATAL_CODES
