"""Renders reports as one self-contained page: no script, style, font or picture comes from anywhere else."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urlsplit

from musnad import __version__
from musnad.export.display import clip, day_and_time, display_line, outlet_name, place_name, readable_address
from musnad.export.happenings import EventRow, TransferRow, event_rows, transfer_rows
from musnad.export.labels import Label, language_label
from musnad.export.marks import Figures, report_figures
from musnad.export.named import KindRow, kind_rows
from musnad.export.templating import content_hash, load_template, read_packaged
from musnad.export.timeline import Timeline, timeline_of
from musnad.export.view import (
    FILTER_LABELS,
    ClaimCard,
    DroppedGroup,
    Paragraph,
    claim_cards,
    dropped_groups,
    paragraphs,
)
from musnad.model import Report


@dataclass(frozen=True, slots=True)
class Detail:
    """A line of what is known of the report, and where it was found; `others` are further values, such as tags."""

    label: Label
    value: str
    where: str = ""
    link: str = ""
    others: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ReportView:
    """Everything the page shows of one report; `anchor` begins all its ids."""

    anchor: str
    title: str
    outlet: str
    place: str
    date: str
    language: Label
    figures: Figures
    filter_counts: tuple[tuple[str, Label, int], ...]
    found: tuple[Detail, ...]
    technical: tuple[Detail, ...]
    headline: Paragraph
    paragraphs: tuple[Paragraph, ...]
    cards: tuple[ClaimCard, ...]
    mentions: tuple[KindRow, ...]
    timeline: Timeline
    dropped: tuple[DroppedGroup, ...]
    events: tuple[EventRow, ...]
    transfers: tuple[TransferRow, ...]
    problems: tuple[tuple[str, str, bool], ...]
    failed: bool


def render_page(reports: Iterable[Report]) -> str:
    """Return one HTML page that shows every report, with an index where there are several."""
    views = [_report_view(report, number) for number, report in enumerate(reports, start=1)]
    style, script = read_packaged("page.css"), read_packaged("page.js")
    return load_template("report.html.jinja").render(
        reports=views,
        style=style,
        script=script,
        style_hash=content_hash(style),
        script_hash=content_hash(script),
        version=__version__,
    )


def _report_view(report: Report, number: int) -> ReportView:
    article = report.article
    cards = claim_cards(article, report.claims) if article else ()
    lines = paragraphs(article, report.claims) if article else ()
    split = 1 if article and article.has_headline else 0
    published = article.published if article else None
    return ReportView(
        anchor=f"r{number}",
        title=report_title(report),
        outlet=outlet_name(report),
        place=place_name(report),
        date=day_and_time(published.value, has_time=published.has_time) if published else "",
        language=language_label(article.language) if article else Label("", ""),
        figures=report_figures(report),
        filter_counts=filter_counts(cards),
        found=found_details(report),
        technical=technical_details(report),
        headline=lines[0] if split and lines else (),
        paragraphs=lines[split:],
        cards=cards,
        mentions=kind_rows(report),
        timeline=timeline_of(report),
        dropped=dropped_groups(article.dropped) if article else (),
        failed=report.failed,
        events=event_rows(report),
        transfers=transfer_rows(report),
        problems=tuple((str(p.code), display_line(p.message), p.fatal) for p in report.problems),
    )


def report_title(report: Report) -> str:
    """Return the headline, or else how the text begins, or where the document lies."""
    article = report.article
    if article is None:
        return place_name(report)
    if article.title is not None:
        return display_line(article.title.value)
    return clip(article.text, length=90)


def filter_counts(cards: tuple[ClaimCard, ...]) -> tuple[tuple[str, Label, int], ...]:
    """Return the chips that claims are filtered by, each with how many it leaves."""
    counts = Counter(name for card in cards for name in card.filters)
    counts["all"] = len(cards)
    return tuple((name, label, counts[name]) for name, label in FILTER_LABELS.items())


def found_details(report: Report) -> tuple[Detail, ...]:
    """Return what is known of the article, each with where it was found."""
    article = report.article
    if article is None:
        return ()
    details = []
    for label, value in (
        (Label("الوسيلة", "outlet"), article.outlet),
        (Label("العنوان", "headline"), article.title),
        (Label("العنوان الفرعي", "sub-headline"), article.sub_headline),
        (Label("الكاتب", "by-line"), article.byline),
        (Label("القسم", "section"), article.section),
    ):
        if value is not None:
            details.append(Detail(label, display_line(value.value), display_line(value.where)))
    for label, date in (
        (Label("النشر", "published"), article.published),
        (Label("التعديل", "modified"), article.modified),
    ):
        if date is not None:
            moment = day_and_time(date.value, has_time=date.has_time)
            details.append(Detail(label, moment, display_line(date.where)))
    if article.tags:
        first, *others = (display_line(tag.value) for tag in article.tags)
        details.append(
            Detail(Label("الوسوم", "tags"), first, display_line(article.tags[0].where), others=tuple(others))
        )
    details += [Detail(Label("إسناد الصفحة", "credit"), display_line(credit.text)) for credit in article.credits]
    return tuple(details)


def technical_details(report: Report) -> tuple[Detail, ...]:
    """Return where the document came from, and by which rules it was read."""
    raw, article = report.raw, report.article
    url = (article.url if article else None) or raw.url or ""
    details = [
        Detail(Label("العنوان الشبكي", "url"), readable_address(url), link=_safe_link(url)),
        Detail(Label("الملف", "file"), display_line(raw.path or "")),
        Detail(Label("نوع الوسيط", "media type"), display_line(raw.media_type)),
        Detail(Label("بصمة الملف", "sha256"), raw.sha256),
        Detail(Label("رقم التقرير", "report id"), report.id),
    ]
    rules = Counter(claim.rule for claim in report.claims)
    details.append(
        Detail(
            Label("القواعد", "rules"),
            display_line(", ".join(f"{rule} ×{n}" for rule, n in rules.most_common())),
        )
    )
    return tuple(detail for detail in details if detail.value)


def _safe_link(url: str) -> str:
    """Return the address if it is one a reader may follow; a page's own word for it is not to be trusted."""
    try:
        scheme = urlsplit(url).scheme.lower()
    except ValueError:
        return ""
    return url if scheme in {"http", "https"} else ""
