"""Renders a dossier as one self-contained page: what is said, through whom, how many chains, what contradicts what."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial

from markupsafe import Markup

from musnad import __version__
from musnad.export.chain_layout import lay_out
from musnad.export.chain_picture import draw_chains
from musnad.export.display import display_line
from musnad.export.independence import count_words
from musnad.export.retelling import retell_nodes, retell_words
from musnad.export.statements import (
    Imprint,
    Side,
    Told,
    contradiction_view,
    imprint_of,
    retold,
    sides_of,
    spread_of,
    told,
)
from musnad.export.templating import content_hash, load_template, read_packaged
from musnad.export.titles import shown_title
from musnad.model import CopyFamily, Dossier, Proposition, Report, Story
from musnad.stories import written_terms

_LANGUAGE = "ar"
_FEWEST_DRAWN, _MOST_DRAWN = 3, 60  # nodes of one picture
_MOST_PICTURES = 200
_FEWEST_WORDS = 4  # of a title that tells something by itself
# A page knows what an svg is; the name of its vocabulary would read as an address to load from.
_NAMESPACE = ' xmlns="http://www.w3.org/2000/svg"'


@dataclass(frozen=True, slots=True)
class PropositionView:
    """One proposition as the page shows it."""

    anchor: str
    label: str
    reports: int
    sides: tuple[Side, ...]
    reasons: tuple[Told, ...]
    picture: str = ""


@dataclass(frozen=True, slots=True)
class FamilyView:
    """A family of copies: its members, each with whether it printed the text first."""

    members: tuple[tuple[Imprint, bool], ...]
    reasons: tuple[Told, ...]


@dataclass(frozen=True, slots=True)
class StoryView:
    """The reports about one happening, and the words that hold them together."""

    label: str
    members: tuple[Imprint, ...]
    terms: tuple[str, ...]


def render_dossier_page(dossier: Dossier) -> str:
    """Return one HTML page in Arabic and English that loads nothing from outside and runs no script."""
    reports = {report.id: report for report in dossier.reports}
    assertions = {each.id: each for proposition in dossier.propositions for each in proposition.assertions}
    ranked = sorted(dossier.propositions, key=_rank)
    style = read_packaged("page.css") + read_packaged("dossier.css")
    return load_template("dossier.html.jinja").render(
        reports=len(reports),
        origins=dossier.origins,
        propositions=[_proposition_view(each, number, reports) for number, each in enumerate(ranked, start=1)],
        contradictions=[
            view for each in dossier.contradictions if (view := contradiction_view(each, assertions, reports))
        ],
        stories=[_story_view(story, reports) for story in dossier.stories if len(story.reports) > 1],
        families=[_family_view(family, reports) for family in dossier.copy_families],
        arabic=partial(retell_words, _LANGUAGE),
        retold=partial(retold, code=_LANGUAGE),
        style=style,
        style_hash=content_hash(style),
        version=__version__,
    )


def _rank(proposition: Proposition) -> tuple[bool, int, int, int]:
    """Return what puts whole statements before fragments, then what is denied, then what most say."""
    is_fragment = len(shown_title(proposition.label).split()) < _FEWEST_WORDS
    return is_fragment, -proposition.denied.most, -proposition.affirmed.most, -spread_of(proposition)


# -- propositions --------------------------------------------------------------------------------


def _proposition_view(proposition: Proposition, number: int, reports: Mapping[str, Report]) -> PropositionView:
    return PropositionView(
        f"p{number}",
        shown_title(proposition.label),
        spread_of(proposition),
        sides_of(proposition, reports),
        told(proposition.reasons),
        _picture(proposition, number),
    )


def _picture(proposition: Proposition, number: int) -> str:
    """Return the chains as SVG, safe to stand in the page; nothing where a line of text tells as much or is clearer."""
    affirmed, denied = (retell_nodes(_LANGUAGE, each) for each in (proposition.affirmed, proposition.denied))
    drawing = lay_out(affirmed, denied, mirrored=True)
    if not _FEWEST_DRAWN <= len(drawing.spots) <= _MOST_DRAWN or number > _MOST_PICTURES:
        return ""
    title = f"{shown_title(proposition.label)} | {count_words(proposition.affirmed)}"
    drawn = draw_chains(drawing, title=title, direction="rtl", prefix=f"p{number}-")
    return Markup(drawn.replace(_NAMESPACE, "", 1))


# -- stories and copies --------------------------------------------------------------------------


def _story_view(story: Story, reports: Mapping[str, Report]) -> StoryView:
    members = tuple(imprint_of(reports[member]) for member in story.reports if member in reports)
    return StoryView(display_line(story.label), members, tuple(map(display_line, _terms(story, reports))))


def _terms(story: Story, reports: Mapping[str, Report]) -> tuple[str, ...]:
    articles = [reports[member].article for member in story.reports if member in reports]
    return written_terms(story.terms, (article.text for article in articles if article is not None))


def _family_view(family: CopyFamily, reports: Mapping[str, Report]) -> FamilyView:
    members = tuple((imprint_of(reports[member]), member == family.origin) for member in family.members)
    return FamilyView(members, told(family.reasons))
