"""Collects why a claim was read as it was, from the very code that decides; nothing is collected unless asked for."""

from collections import defaultdict
from dataclasses import dataclass, field

from musnad.claims.drafts import Draft, DraftLink
from musnad.claims.kinds import Known
from musnad.claims.view import SentenceView
from musnad.languages.grammar import Cue
from musnad.model import Claim, LinkKind, Span


@dataclass(frozen=True, slots=True)
class Boundary:
    """A place where a content could have ended: `reason` says why it does, or is empty where it goes on."""

    span: Span
    reason: str


@dataclass(frozen=True, slots=True)
class Candidate:
    """An earlier holder that a left-out speaker could have been; `excluded` says why not, empty for the one taken.

    `distance` counts mentions back from the verb; `gender` is m or f, `number` s, d or p, empty where unknown.
    """

    span: Span
    kind: LinkKind
    gender: str
    number: str
    distance: int
    excluded: str


@dataclass(frozen=True, slots=True)
class LinkReasons:
    """How a link got its holder, and the candidates that were weighed for it, nearest first."""

    how: str
    agreement: tuple[str, str]
    candidates: tuple[Candidate, ...]


@dataclass(frozen=True, slots=True)
class ClaimReasons:
    """The path of one claim's reading; `sentence` counts from 1, `paragraph` from 1, the headline line included.

    `tried` are the readers that were asked at the cue, the last one being the one that fitted.
    """

    sentence: int
    paragraph: int
    span: Span
    tried: tuple[str, ...]
    cue: Cue | None
    boundaries: tuple[Boundary, ...]
    links: tuple[LinkReasons, ...]
    notes: tuple[str, ...]


@dataclass(slots=True)
class Reasons:
    """What the steps of a reading note down as they decide; `claims` are the finished paths by the claim's id."""

    claims: dict[str, ClaimReasons] = field(default_factory=dict)
    _tried: dict[int, tuple[str, ...]] = field(default_factory=dict)
    _boundaries: dict[int, list[Boundary]] = field(default_factory=dict)
    _candidates: defaultdict[int, list[Candidate]] = field(default_factory=lambda: defaultdict(list))
    _how: dict[int, str] = field(default_factory=dict)
    _notes: defaultdict[int, list[str]] = field(default_factory=lambda: defaultdict(list))

    def begin_sentence(self) -> None:
        """Forget what was noted of the sentence before: token numbers start anew."""
        for noted in (self._tried, self._boundaries, self._candidates, self._how, self._notes):
            noted.clear()

    def note_tried(self, draft: Draft, readers: tuple[str, ...]) -> None:
        """Note the readers that were asked before the draft was read."""
        self._tried[id(draft)] = readers

    def note_content(self, start: int) -> None:
        """Note that the end of the content that starts at this token is sought."""
        self._boundaries[start] = []

    def note_boundary(self, view: SentenceView, start: int, index: int, reason: str) -> None:
        """Note that the content from `start` ends at token `index` for this reason, or goes on for want of one."""
        last = min(index, len(view) - 1)
        self._boundaries.setdefault(start, []).append(Boundary(view.span(last, last + 1), reason))

    def note_candidate(self, link: DraftLink, holder: Known, distance: int, excluded: str) -> None:
        """Note a holder that was weighed as the link's left-out speaker."""
        self._candidates[id(link)].append(
            Candidate(holder.span, holder.kind, holder.gender, holder.number, distance, excluded)
        )

    def note_how(self, link: DraftLink, how: str) -> None:
        """Note where the link's holder was found."""
        self._how[id(link)] = how

    def note(self, draft: Draft, words: str) -> None:
        """Note something else that was decided on a draft."""
        self._notes[id(draft)].append(words)

    def finish(self, view: SentenceView, number: int, draft: Draft, claim: Claim) -> None:
        """Gather what was noted of the draft that became this claim."""
        tokens = view.tokens
        self.claims[claim.id] = ClaimReasons(
            sentence=number,
            paragraph=view.sentence.paragraph + 1,
            span=Span(tokens[0].start, tokens[-1].end),
            tried=self._tried.get(id(draft), ()),
            cue=draft.cue,
            boundaries=tuple(self._boundaries.get(draft.begin, ())),
            links=tuple(
                LinkReasons(self._how.get(id(link), ""), link.agreement, tuple(self._candidates.get(id(link), ())))
                for link in draft.links
            ),
            notes=tuple(self._notes.get(id(draft), ())),
        )
