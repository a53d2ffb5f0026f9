"""Recognises pages that are no ordinary article: index, error and consent pages, galleries, paywalls."""

from collections.abc import Iterator

from musnad.article.blocks import PageBlocks
from musnad.article.body import PageBody, looks_like_index
from musnad.article.headings import HEADINGS
from musnad.article.metadata import PageMetadata
from musnad.languages.boilerplate import load_boilerplate
from musnad.languages.page_kinds import load_page_kind_words
from musnad.model import Problem, ProblemCode

_LONGEST_ERROR = 400  # characters: an error page may explain itself in a few sentences
_LONGEST_CONSENT = 4_000
_CONSENT_SHARE = 0.6  # of the text in paragraphs that ask for consent; articles about cookies stay below a half
_LONGEST_TEASER = 1_500  # characters that a paywall lets through at most: some two hundred words
_LONGEST_NOTICE = 120  # characters
_FEWEST_CAPTIONS = 4
_CAPTIONS_PER_TEXT = 1.5
_CAPTIONS = frozenset({"caption", "photo_credit"})


def find_page_kind(blocks: PageBlocks, body: PageBody, metadata: PageMetadata) -> tuple[Problem, ...]:
    """Return what kind of page it is, if not an ordinary article's; a fatal problem where it has none."""
    size = sum(map(len, body.paragraphs))
    refusal = _refusal(blocks, body, metadata, size)
    gallery = tuple(_gallery(body, metadata, size))
    if refusal:
        return (*gallery, refusal)
    return (*gallery, *_paywall(blocks, metadata, size))


def _refusal(blocks: PageBlocks, body: PageBody, metadata: PageMetadata, size: int) -> Problem | None:
    said = _announced_kind(blocks, metadata)
    if "error_page" in said and size < _LONGEST_ERROR:
        message = f"The page is an error page ({said['error_page'][:80]}); fetch the article again."
        return Problem(ProblemCode.ERROR_PAGE, message)
    if size < _LONGEST_CONSENT and ("consent_page" in said or _asks_for_consent(blocks, body)):
        message = "The page asks for consent and shows no article; save the page that comes after it."
        return Problem(ProblemCode.CONSENT_PAGE, message)
    if not metadata.says_article and looks_like_index(blocks):
        message = "The page announces other pages and has no article of its own; give the articles' own pages."
        return Problem(ProblemCode.INDEX_PAGE, message)
    if not size and _is_all_links(blocks):
        message = "The page is a list of links and has no article of its own; give the articles' own pages."
        return Problem(ProblemCode.INDEX_PAGE, message)
    if not size:
        message = "The page holds no running text: it may be drawn by a script; save it from a browser after it loaded."
        return Problem(ProblemCode.NO_ARTICLE, message)
    return None


def _announced_kind(blocks: PageBlocks, metadata: PageMetadata) -> dict[str, str]:
    """Return the kinds of page that a headline or a heading announces, with its words."""
    match_line = load_boilerplate().match_line
    headings = [block.text for block in blocks.blocks if block.tag in HEADINGS][:3]
    said: dict[str, str] = {}
    for line in (*metadata.headlines, *headings):
        phrase = match_line(line)
        if phrase is not None:
            said.setdefault(phrase.reason, line)
    return said


def _asks_for_consent(blocks: PageBlocks, body: PageBody) -> bool:
    """Tell whether most of the text asks for consent, or, where there is none, most of what was dropped does."""
    words = load_page_kind_words()
    lines = body.paragraphs or [block.text for block in blocks.blocks]
    left = sum(map(len, lines))
    needed = _CONSENT_SHARE * max(1, left)
    asking = 0
    for line in lines:
        if asking + left < needed:  # most pages: no need to read on
            return False
        left -= len(line)
        if words.count_consent(line) >= 2:
            asking += len(line)
    return asking >= needed


def _is_all_links(blocks: PageBlocks) -> bool:
    linked = sum(len(block.text) for block in blocks.blocks if block.link_share > 0.5)
    total = sum(len(block.text) for block in blocks.blocks)
    return total > 0 and linked > 0.5 * total


def _gallery(body: PageBody, metadata: PageMetadata, size: int) -> Iterator[Problem]:
    captions = [text for text, reason in body.dropped if reason in _CAPTIONS]
    is_named = any(load_page_kind_words().is_gallery(headline) for headline in metadata.headlines)
    least = _CAPTIONS_PER_TEXT * size if not is_named else size
    if len(captions) >= _FEWEST_CAPTIONS and sum(map(len, captions)) > least:
        message = f"The page is a gallery of {len(captions)} captions; they stand in article.dropped, not in its text."
        yield Problem(ProblemCode.GALLERY_PAGE, message)


def _paywall(blocks: PageBlocks, metadata: PageMetadata, size: int) -> Iterator[Problem]:
    if size >= _LONGEST_TEASER:
        return
    says = load_boilerplate().says
    if any(len(block.text) <= _LONGEST_NOTICE and says(block.text, "paywall") for block in blocks.blocks):
        how = "it says so"
    elif metadata.linked and not metadata.linked.is_free:
        how = "its metadata say so (isAccessibleForFree)"
    else:
        return
    message = f"The page shows only the beginning of the article, the rest is for subscribers: {how}."
    yield Problem(ProblemCode.PAYWALL, message)
