"""Reduces a report to what tells its happening: counted terms, headline, lead, names, days, time of publication."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from musnad.languages import LANGUAGES
from musnad.languages.page_kinds import load_page_kind_words
from musnad.model import Article, Grain, Mention, MentionKind, TimeExpression
from musnad.text import fold_word, split_paragraphs, tokenize

_NAMED = frozenset(
    {
        MentionKind.PERSON,
        MentionKind.ORGANISATION,
        MentionKind.ARMED_GROUP,
        MentionKind.GOVERNMENT_BODY,
        MentionKind.PLACE,
        MentionKind.FACILITY,
        MentionKind.CRAFT,
        MentionKind.EVENT_NAME,
    }
)
_WHERE = frozenset({MentionKind.PLACE, MentionKind.FACILITY})
_DATED = frozenset({Grain.DAY, Grain.HOUR, Grain.MINUTE})
_LEAD_WORDS = 40
"""Words of the body that count as its lead: two sentences of news, which say who did what where."""
_LEAD_SIGNS = 250
"""How many characters the headline and the lead have, about: a name that begins before stands in them."""


@dataclass(frozen=True, slots=True)
class StoryText:
    """What one report offers for grouping; `terms` are counted, those of the headline once more.

    `language` is an ISO 639-1 code. `names`, of them `lead_names` in headline and lead (of these `lead_places` and
    `lead_people`), and `days` are empty where the report was not read for them. `label` is its headline, or how it
    begins. A `routine` page (the weather, the day's headlines) tells no happening.
    """

    report: str
    language: str
    label: str
    terms: Mapping[str, int]
    headline: frozenset[str]
    lead: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()
    lead_names: frozenset[str] = frozenset()
    lead_places: frozenset[str] = frozenset()
    lead_people: frozenset[str] = frozenset()
    days: frozenset[str] = frozenset()
    routine: bool = False
    published: datetime | None = None


def story_text(
    report: str,
    article: Article,
    mentions: Iterable[Mention] = (),
    times: Iterable[TimeExpression] = (),
) -> StoryText:
    """Return what the article of the report with this id offers for grouping; its text alone is enough."""
    pack = LANGUAGES.get(article.language)
    term_of = pack.terms.term_of if pack else str
    first_line = article.text.find("\n") if article.has_headline else 0
    cut = len(article.text) if first_line < 0 else first_line
    headlines, rest = _words(article.text, cut)
    headline = Counter(map(term_of, headlines))
    body = list(map(term_of, rest))
    terms = Counter(body)
    terms.update({term: 2 * count for term, count in headline.items()})
    label = article.text[:cut].strip()
    named = [(_name_key(each, article.text), each) for each in mentions if each.kind in _NAMED]
    led = [(name, each.kind) for name, each in named if each.span.start < _LEAD_SIGNS]
    return StoryText(
        report,
        article.language,
        label or " ".join(article.text.split()[:12]),
        terms,
        frozenset(headline),
        lead=frozenset(headline) | frozenset(body[:_LEAD_WORDS]),
        names=frozenset(name for name, _ in named),
        lead_names=frozenset(name for name, _ in led),
        lead_places=frozenset(name for name, kind in led if kind in _WHERE),
        lead_people=frozenset(name for name, kind in led if kind is MentionKind.PERSON),
        days=frozenset(f"{time.earliest:%Y-%m-%d}" for time in times if time.grain in _DATED and time.earliest),
        routine=load_page_kind_words().is_routine(label),
        published=article.published.value if article.published else None,
    )


def written_terms(terms: Sequence[str], texts: Iterable[str], language: str = "ar") -> tuple[str, ...]:
    """Return terms, which are folded and without clitics, as these texts write them.

    The commonest spelling of the bare word comes first, else that of its inflected forms; one in no text stays folded.
    """
    pack = LANGUAGES.get(language)
    term_of = pack.terms.term_of if pack else str
    wanted = set(terms)
    bare: dict[str, Counter[str]] = defaultdict(Counter)
    inflected: dict[str, Counter[str]] = defaultdict(Counter)
    for text in texts:
        for start, end in split_paragraphs(text):
            for token in tokenize(text, start, end):
                if token.is_word and (term := term_of(token.folded)) in wanted:
                    spellings = bare if token.folded == term else inflected
                    spellings[term][text[token.start : token.end]] += 1
    return tuple(_commonest(bare.get(term) or inflected.get(term), term) for term in terms)


def _commonest(spellings: Counter[str] | None, term: str) -> str:
    return min(spellings, key=lambda word: (-spellings[word], word)) if spellings else term


def moment_of(published: datetime | None) -> datetime | None:
    """Return the time in UTC, where it says no zone it is taken for UTC."""
    if published is None:
        return None
    return published.replace(tzinfo=UTC) if published.tzinfo is None else published.astimezone(UTC)


def _words(text: str, cut: int) -> tuple[list[str], list[str]]:
    """Return the words of more than a letter before and after the cut."""
    found: tuple[list[str], list[str]] = ([], [])
    # By paragraphs, as the other steps cut the text: it is done once for all of them.
    for start, end in split_paragraphs(text):
        words = found[start >= cut]
        for token in tokenize(text, start, end):
            if token.is_word:
                folded = token.folded
                if " " in folded:
                    words += [word for word in folded.split() if len(word) > 1]
                elif len(folded) > 1:
                    words.append(folded)
    return found


def _name_key(mention: Mention, text: str) -> str:
    span = mention.refers_to or mention.span
    return f"name {mention.entry or fold_word(text[span.start : span.end])}"
