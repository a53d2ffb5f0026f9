"""Turns reports into what the page shows: paragraphs of segments, one card a claim, boilerplate by reason."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from musnad.export.asides import Aside, claim_asides, credited_name
from musnad.export.display import clip, display_line, display_text, tidy_name
from musnad.export.labels import ANONYMITIES, BASES, KINDS, MARKS, RELATIONS, STANCES, Label, reason_label
from musnad.export.marks import Mark, claim_marks
from musnad.export.segments import Role, Segment, claim_layers, segment_text
from musnad.export.whole_names import holder_name, whole_name
from musnad.model import Article, Claim, Dropped, Link, LinkKind, Stance

_WORDS_SHOWN = 160  # characters: about three lines of a card
# Marks that a chip filters by, and under which name in the page's classes.
_FILTERS: dict[Mark, str] = {
    Mark.ANONYMOUS: "anonymous",
    Mark.DENIED: "denied",
    Mark.POSSIBLE: "hedged",
    Mark.PROBABLE: "hedged",
    Mark.VERBATIM: "verbatim",
    Mark.PARTLY_VERBATIM: "verbatim",
    Mark.LONG_CHAIN: "long",
}
FILTER_LABELS: dict[str, Label] = {
    "all": Label("الكلّ", "all"),
    "anonymous": Label("مصادر غير مسمّاة", "anonymous"),
    "denied": Label("منفيّ", "denied"),
    "hedged": Label("بتحفّظ", "hedged"),
    "verbatim": Label("نصّ حرفي", "verbatim"),
    "long": Label("سلاسل طويلة", "long chains"),
}
# What the chips and the chain itself show already needs no badge of its own.
_UNBADGED = {Mark.ANONYMOUS, Mark.LONG_CHAIN}


@dataclass(frozen=True, slots=True)
class LinkCard:
    """One holder as a card shows it: `name` as the text has it, `resolved` the mention it goes back to."""

    kind: LinkKind
    label: Label
    name: str
    resolved: str
    elided: bool
    cue: str
    cue_negated: bool
    acts: tuple[Label, ...]
    denies: bool
    basis: Label | None


@dataclass(frozen=True, slots=True)
class ClaimCard:
    """One claim as a card shows it; `filters` are the chips under which it stays visible."""

    number: int
    links: tuple[LinkCard, ...]
    tones: tuple[str, ...]
    badges: tuple[tuple[str, Label], ...]
    filters: tuple[str, ...]
    words: str
    asides: tuple[Aside, ...]
    rule: str
    confidence: int


@dataclass(frozen=True, slots=True)
class Stretch:
    """A segment as the page shows it: its words, its classes, and the claims that it lights up and begins."""

    words: str
    classes: str = ""
    claims: tuple[int, ...] = ()
    resolves: tuple[int, ...] = ()
    begins: tuple[int, ...] = ()
    innermost: int = 0


# One line of the article.
Paragraph = tuple[Stretch, ...]


@dataclass(frozen=True, slots=True)
class DroppedGroup:
    """The boilerplate that was dropped for one reason."""

    label: Label
    texts: tuple[str, ...]

    @property
    def size(self) -> int:
        """Return how many pieces were dropped for this reason."""
        return len(self.texts)


def claim_cards(article: Article, claims: Sequence[Claim]) -> tuple[ClaimCard, ...]:
    """Return one card a claim, numbered from 1 in the order given."""
    numbers = {claim.id: number for number, claim in enumerate(claims, start=1)}
    return tuple(_claim_card(article, claim, numbers) for claim in claims)


def paragraphs(article: Article, claims: Sequence[Claim]) -> tuple[Paragraph, ...]:
    """Return the article line by line, cut into stretches; blank lines are left out."""
    text = article.text
    breaks = [place for place, character in enumerate(text) if character == "\n"]
    cuts = [edge for place in breaks for edge in (place, place + 1)]
    filters = [claim_filters(claim) for claim in claims]
    lines: list[list[Stretch]] = [[]]
    for segment in segment_text(text, claim_layers(claims), cuts=cuts):
        if segment.span.of(text) == "\n":
            lines.append([])
        else:
            lines[-1].append(_stretch(text, segment, claims, filters))
    return tuple(tuple(line) for line in lines if any(stretch.words.strip() for stretch in line))


def dropped_groups(dropped: Iterable[Dropped]) -> tuple[DroppedGroup, ...]:
    """Return what was dropped, gathered by reason in the order met."""
    texts: dict[str, list[str]] = {}
    for piece in dropped:
        texts.setdefault(piece.reason, []).append(display_text(piece.text).strip())
    return tuple(DroppedGroup(reason_label(reason), tuple(pieces)) for reason, pieces in texts.items())


def claim_filters(claim: Claim) -> tuple[str, ...]:
    """Return the names of the chips under which the claim stays visible."""
    return tuple(dict.fromkeys(_FILTERS[mark] for mark in claim_marks(claim) if mark in _FILTERS))


def _stretch(text: str, segment: Segment, claims: Sequence[Claim], filters: Sequence[tuple[str, ...]]) -> Stretch:
    words = display_text(segment.span.of(text)).replace("\n", " ")
    if not segment.layers:
        return Stretch(words)
    content = segment.claims(Role.CONTENT)
    around = tuple(sorted({*content, *segment.claims(Role.CUE), *segment.claims(Role.SOURCE)}))
    begins = tuple(
        number for number in segment.starts(Role.CONTENT) if claims[number - 1].content[0].start == segment.span.start
    )
    return Stretch(
        words=words,
        classes=" ".join(_classes(segment, content, around, claims, filters)),
        claims=around,
        resolves=segment.claims(Role.RESOLVED),
        begins=begins,
        innermost=_innermost(content or around, claims),
    )


def _classes(
    segment: Segment,
    content: tuple[int, ...],
    around: tuple[int, ...],
    claims: Sequence[Claim],
    filters: Sequence[tuple[str, ...]],
) -> Iterator[str]:
    if content:
        yield f"depth-{min(len(content), 3)}"
        # The innermost claim gives the colour: it is the one that says exactly these words.
        yield from set(_tones(claims[_innermost(content, claims) - 1])) & {"denied", "hedged"}
    for role in (Role.VERBATIM, Role.SOURCE, Role.UNNAMED, Role.CUE):
        if segment.claims(role):
            yield str(role)
    yield from sorted({f"f-{name}" for number in around for name in filters[number - 1]})


def _tones(claim: Claim) -> tuple[str, ...]:
    """Return how the claim's number and words are tinted: denied before hedged, anonymous beside either."""
    filters = claim_filters(claim)
    tint = next((tone for tone in ("denied", "hedged") if tone in filters), "")
    return tuple(tone for tone in (tint, "anonymous" if "anonymous" in filters else "") if tone)


def _innermost(numbers: tuple[int, ...], claims: Sequence[Claim]) -> int:
    """Return the number of the claim with the least content; 0 where none is given."""
    return min(numbers, key=lambda n: sum(map(len, claims[n - 1].content)), default=0)


def _claim_card(article: Article, claim: Claim, numbers: Mapping[str, int]) -> ClaimCard:
    text = article.text
    marks = [mark for mark in claim_marks(claim) if mark not in _UNBADGED]
    return ClaimCard(
        number=numbers[claim.id],
        links=tuple(_link_card(article, link) for link in claim.resolved_chain),
        tones=_tones(claim),
        badges=tuple((str(mark), MARKS[mark]) for mark in marks),
        filters=claim_filters(claim),
        words=clip(" … ".join(span.of(text) for span in claim.content), length=_WORDS_SHOWN),
        asides=claim_asides(text, claim, numbers),
        rule=claim.rule,
        confidence=round(claim.confidence * 100),
    )


def _link_card(article: Article, link: Link) -> LinkCard:
    text, name = article.text, credited_name(article, link)
    label = ANONYMITIES[link.anonymity] if link.anonymity else KINDS[link.kind]
    acts = [known for known in (RELATIONS.get(link.relation), STANCES.get(link.stance)) if known]
    return LinkCard(
        kind=link.kind,
        label=label,
        name=name or (tidy_name(whole_name(text, link.source)) if link.source else ""),
        resolved=holder_name(text, link) if link.resolved else "",
        elided=link.source is None and link.kind is not LinkKind.UNKNOWN and not name,
        cue=display_line(link.cue.of(text)) if link.cue else "",
        cue_negated=link.cue_negated,
        acts=tuple(dict.fromkeys(acts)),
        denies=link.stance is Stance.DENIES,
        basis=BASES.get(link.basis),
    )
