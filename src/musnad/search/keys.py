"""Makes the search keys of a report, as the store asks for them when a report is added."""

from musnad.languages import load_text_analyser
from musnad.model import Report
from musnad.store import SearchKeys


def make_keys(report: Report) -> SearchKeys:
    """Return the keys under which a report is found; none for one without an article."""
    article = report.article
    if article is None:
        return SearchKeys("", "", "")
    headline = article.text.find("\n") if article.has_headline else 0
    indexed = load_text_analyser().index_text(article.text, headline=len(article.text) if headline < 0 else headline)
    return SearchKeys(indexed.title_keys, indexed.text_keys, indexed.exact)
