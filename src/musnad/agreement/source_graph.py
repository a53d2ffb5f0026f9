"""Draws who has one proposition from whom: pages, their outlets, those they cite, down to those who cite nobody."""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from musnad.agreement.identities import Source, outlet_source
from musnad.agreement.printed_texts import group_texts, group_utterances, in_headline
from musnad.agreement.source_index import SourceIndex
from musnad.languages import LANGUAGES
from musnad.model import Assertion, Claim, LinkBasis, SourceKind


@dataclass(slots=True)
class Node:
    """One node while the graph is drawn: `members` are reports, `sources` the numbers of whom it cites, and by what.

    `speaks` tells that a page asserts it in its own voice there; `cited` that another node names it as its source.
    """

    key: str
    source: Source
    members: tuple[str, ...] = ()
    sources: dict[int, list[str]] = field(default_factory=dict)
    speaks: list[str] = field(default_factory=list)
    cited: bool = False


@dataclass(slots=True)
class Drawing:
    """The graph of one proposition: `texts` are the nodes that are pages, `makers` who wrote each, where known."""

    nodes: list[Node] = field(default_factory=list)
    texts: list[int] = field(default_factory=list)
    makers: dict[int, int] = field(default_factory=dict)
    _numbers: dict[str, int] = field(default_factory=dict)

    def node(self, key: str, source: Source, members: tuple[str, ...] = ()) -> int:
        """Return the number of the node with this key, made if it is new."""
        if key not in self._numbers:
            self._numbers[key] = len(self.nodes)
            self.nodes.append(Node(key, source, members))
        return self._numbers[key]

    def find(self, key: str) -> int | None:
        """Return the number of the node with this key, if it is there."""
        return self._numbers.get(key)

    def cite(self, holder: int, source: int, assertion: str, *, by_name: bool = True) -> None:
        """Draw an edge: the holder has it from the source, by this assertion; `by_name` where its words say so."""
        if holder != source:
            self.nodes[holder].sources.setdefault(source, []).append(assertion)
            self.nodes[source].cited |= by_name

    @property
    def successors(self) -> list[list[int]]:
        """Return for each node, by number, the nodes that it cites."""
        return [list(node.sources) for node in self.nodes]


@dataclass(frozen=True, slots=True)
class _Text:
    """One text: its assertions, by place, the reports that print it, who made it, and its node."""

    places: Sequence[int]
    reports: tuple[str, ...]
    maker: Source | None
    node: int


@dataclass(frozen=True, slots=True)
class _Speaker:
    """Who spoke an utterance that several pages quote, and the utterance's node; None where they name several."""

    utterance: str
    source: Source


def draw_sources(assertions: Sequence[Assertion], index: SourceIndex) -> Drawing:
    """Return who has the assertions from whom: each text cites its maker, the maker whom its words name as source.

    A text on several pages is one node; so is an utterance that several pages quote. An outlet that prints another's
    text and is cited for it by a third cites that text.
    """
    ordered = sorted(assertions, key=lambda assertion: assertion.id)
    drawing = Drawing()
    speakers = _speakers(ordered, index)
    texts: list[_Text] = []
    for places in group_texts(ordered, index).lists():
        reports = tuple(sorted({ordered[place].report for place in places}))
        maker = _maker(reports, places, ordered, index)
        texts.append(_Text(places, reports, maker, _text_node(drawing, reports, maker, len(texts), index)))
    for text in texts:
        _draw_text(drawing, text, ordered, index, speakers)
    for text in texts:
        _draw_prints(drawing, text, ordered, index)
    return drawing


def node_id(key: str) -> str:
    """Return the id of the node with this key."""
    return hashlib.sha256(key.encode()).hexdigest()[:16]


def _text_node(
    drawing: Drawing, reports: tuple[str, ...], maker: Source | None, number: int, index: SourceIndex
) -> int:
    outlet = maker or index.outlet(reports[0])
    raw = index.reports[reports[0]].raw
    label = outlet.label if outlet else (raw.path or raw.url or reports[0]).rsplit("/", 1)[-1]
    key = f"page:{'|'.join(reports)}"
    if drawing.find(key) is not None:
        key = f"{key}:{number}"
    node = drawing.node(key, Source(SourceKind.PAGE, key, label), reports)
    drawing.texts.append(node)
    return node


def _maker(
    reports: tuple[str, ...], places: Sequence[int], assertions: Sequence[Assertion], index: SourceIndex
) -> Source | None:
    """Return who wrote a text: of a single page its outlet; of copies whom they credit, else the first that printed it.

    Where neither is known, a member that the text itself names wrote it: no other would write 'he told our paper'.
    """
    if len(reports) == 1:
        return index.outlet(reports[0])
    family = index.family_of(reports[0])
    if family is not None and not set(reports) <= set(family.members):
        family = None
    if family is not None and family.credit:
        return _credited(family.credit, reports[0], index)
    origin = family.origin if family is not None else _common_origin(reports, index)
    if origin is not None and origin in index.reports:
        return index.outlet(origin)
    outlets = {outlet.key: outlet for report in reports if (outlet := index.outlet(report))}
    named = {source.key for place in places for source in _cited(assertions[place], index) if source}
    own = [outlet for key, outlet in outlets.items() if key in named]
    return own[0] if len(own) == 1 else None


def _common_origin(reports: Sequence[str], index: SourceIndex) -> str | None:
    origins = {
        pair.origin for report in reports for other, pair in index.pairs_of(report).items() if other in set(reports)
    }
    return origins.pop() if len(origins) == 1 else None


def _credited(credit: str, report: str, index: SourceIndex) -> Source:
    article = index.reports[report].article
    language = LANGUAGES.get(article.language) if article else None
    outlets = language.outlet_names if language else None
    if outlets is not None and credit in outlets.entries:
        return outlet_source("", credit, outlets)
    return outlet_source(credit, None, outlets)


def _cited(assertion: Assertion, index: SourceIndex) -> tuple[Source | None, ...]:
    claim = _claim(assertion, index)
    return index.sources(assertion.report, claim) if claim else ()


def _claim(assertion: Assertion, index: SourceIndex) -> Claim | None:
    return index.claim(assertion.report, assertion.claim) if assertion.claim else None


# -- utterances --------------------------------------------------------------------------------


def _speakers(assertions: Sequence[Assertion], index: SourceIndex) -> dict[int, _Speaker]:
    """Return for each assertion, by place, that quotes an utterance of several reports who spoke it.

    Where pages name two speakers for the same words, each page is left its own.
    """
    speakers: dict[int, _Speaker] = {}
    for places in group_utterances(assertions, index).lists():
        if len({assertions[place].report for place in places}) < 2:
            continue
        said = [source for place in places for source in _cited(assertions[place], index)[-1:] if source]
        named = {source.key: source for source in said if source.key}
        if len(named) > 1 or not said:
            continue
        key = f"utterance:{'|'.join(assertions[place].id for place in places)}"
        source = next(iter(named.values()), said[0])
        speakers |= dict.fromkeys(places, _Speaker(key, source))
    return speakers


# -- edges -------------------------------------------------------------------------------------


def _draw_text(
    drawing: Drawing,
    text: _Text,
    assertions: Sequence[Assertion],
    index: SourceIndex,
    speakers: dict[int, _Speaker],
) -> None:
    holder = text.node
    if text.maker is not None and text.maker.key is not None:
        holder = drawing.node(text.maker.key, text.maker)
        drawing.makers[text.node] = holder
        drawing.cite(text.node, holder, assertions[text.places[0]].id, by_name=False)
    in_body = [place for place in text.places if not in_headline(assertions[place], index.reports)]
    # A headline names fewer of the links than the text below it.
    for place in in_body or text.places:
        assertion = assertions[place]
        starts = _draw_credits(drawing, text, holder, assertion, index) or [holder]
        for start in starts:
            last = _draw_chain(drawing, text, start, assertion, index, speakers.get(place))
            if last == holder:
                drawing.nodes[holder].speaks.append(assertion.id)


def _draw_credits(drawing: Drawing, text: _Text, holder: int, assertion: Assertion, index: SourceIndex) -> list[int]:
    """Draw the edges to whom the page credits its text, and return their nodes; none where that is its maker."""
    article = index.reports[assertion.report].article
    found = []
    for credit in article.credits if article else ():
        if credit.is_group:
            if len(text.reports) > 1 and text.maker is not None:
                continue  # other prints of this text tell which agency it was
            number = drawing.node(f"credit:{text.node}", Source(SourceKind.UNKNOWN, None, credit.outlet))
        else:
            source = _credited(credit.entry or credit.outlet, assertion.report, index)
            if source.key is None or (text.maker is not None and source.key == text.maker.key):
                continue
            if len(text.reports) > 1 and text.maker is not None:
                continue
            number = drawing.node(source.key, source)
        drawing.cite(holder, number, assertion.id)
        found.append(number)
    return found


def _draw_chain(
    drawing: Drawing,
    text: _Text,
    holder: int,
    assertion: Assertion,
    index: SourceIndex,
    speaker: _Speaker | None,
) -> int:
    """Draw the chain of the assertion's claim from its holder on; return the node at its end."""
    claim = _claim(assertion, index)
    links = claim.resolved_chain.links if claim else ()
    for place, source in enumerate(_cited(assertion, index)):
        is_own = source is not None and text.maker is not None and source.key == text.maker.key
        if source is None or is_own or links[place].basis is LinkBasis.CREDITED:
            continue
        if speaker is not None and place == len(links) - 1:
            spoken = Source(SourceKind.UTTERANCE, speaker.utterance, "the same words of one speaker")
            utterance = drawing.node(speaker.utterance, spoken)
            drawing.cite(holder, utterance, assertion.id)
            holder, source = utterance, speaker.source
        number = drawing.node(source.key or _own_key(source, drawing.nodes[holder].key), source)
        drawing.cite(holder, number, assertion.id)
        holder = number
        if source.voice_of is not None and source.voice_of.key is not None:
            number = drawing.node(source.voice_of.key, source.voice_of)
            drawing.cite(holder, number, assertion.id)
            holder = number
    return holder


def _own_key(source: Source, holder: str) -> str:
    """Return the key of a source that only its holder knows: whom one outlet describes alike is one source of it."""
    described: Iterable[str | None] = (source.kind, source.anonymity, source.country, source.body)
    if source.kind not in {SourceKind.ANON, SourceKind.UNKNOWN}:
        described = (*described, *source.words)
    return f"{holder}>{'/'.join(str(part or '') for part in described)}"


def _draw_prints(drawing: Drawing, text: _Text, assertions: Sequence[Assertion], index: SourceIndex) -> None:
    """Let the outlets that print another's text cite it, where someone cites them for it.

    An outlet that the text itself names as its source echoes its own story there and takes nothing from it.
    """
    if len(text.reports) == 1:
        return
    named = {source.key for place in text.places for source in _cited(assertions[place], index) if source}
    for place in text.places:
        outlet = index.outlet(assertions[place].report)
        if outlet is None or outlet.key is None or outlet.key in named:
            continue
        number = drawing.find(outlet.key)
        if number is None or number in drawing.nodes[text.node].sources or not drawing.nodes[number].cited:
            continue
        drawing.cite(number, text.node, assertions[place].id, by_name=False)
