"""Draws who has one proposition from whom: pages, their outlets, those they cite, down to those who cite nobody."""

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from musnad.agreement.chains.printed_texts import group_texts, group_utterances, in_headline
from musnad.agreement.chains.source_index import SourceIndex
from musnad.agreement.identities import Source, outlet_source
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


_CARRIERS = frozenset({SourceKind.OUTLET, SourceKind.AGENCY})
Steps = tuple[tuple[str, Source], ...]
"""Whom a chain names, page first, each with the key of its node."""


@dataclass(frozen=True, slots=True)
class _Telling:
    """One assertion of a text, by place: from which node its chain starts, and whom it names from there on."""

    text: _Text
    place: int
    start: int
    steps: Steps


def draw_sources(assertions: Sequence[Assertion], index: SourceIndex) -> Drawing:
    """Return who has the assertions from whom: each text cites its maker, the maker whom its words name as source.

    A text on several pages is one node; so is an utterance that several pages quote. An outlet that prints another's
    text and is cited for it by a third cites that text.
    """
    ordered = sorted(assertions, key=lambda assertion: assertion.id)
    drawing = Drawing()
    texts: list[_Text] = []
    for places in group_texts(ordered, index).lists():
        reports = tuple(sorted({ordered[place].report for place in places}))
        maker = _maker(reports, places, ordered, index)
        texts.append(_Text(places, reports, maker, _text_node(drawing, reports, maker, len(texts), index)))
    tellings = [telling for text in texts for telling in _tellings(drawing, text, ordered, index)]
    utterances, speakers = _speakers(tellings, ordered, index)
    for telling in tellings:
        _draw_telling(drawing, telling, ordered[telling.place].id, utterances.get(telling.place), speakers)
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
    """Return who wrote a text: of a single page its outlet; of copies whom most of them credit, else the first print's.

    Where no print is known to be first, a member that the text itself names wrote it: no other would write "he told
    our paper". A family that joins several texts tells of none of them.
    """
    if len(reports) == 1:
        return index.outlet(reports[0])
    credits = Counter(credit for report in reports for credit in _credits(report, index))
    if credits:
        credit = min(credits, key=lambda name: (-credits[name], name))
        return _credited(credit, reports[0], index)
    families = {family.id: family for report in reports if (family := index.family_of(report))}
    family = next(iter(families.values())) if len(families) == 1 else None
    is_whole = family is not None and {each.report for each in assertions}.intersection(family.members) <= set(reports)
    if family is not None and is_whole and family.credit:
        return _credited(family.credit, reports[0], index)
    origin = family.origin if family is not None else None
    if origin not in index.reports or not (is_whole or origin in reports):
        origin = _common_origin(reports, index)
    if origin in index.reports:
        return index.outlet(origin)
    outlets = {outlet.key: outlet for report in reports if (outlet := index.outlet(report))}
    named = {source.key for place in places for source in _cited(assertions[place], index) if source}
    own = [outlet for key, outlet in outlets.items() if key in named]
    return own[0] if len(own) == 1 else None


def _credits(report: str, index: SourceIndex) -> tuple[str, ...]:
    article = index.reports[report].article
    own = index.outlet(report)
    found = (credit.entry or credit.outlet for credit in (article.credits if article else ()) if not credit.is_group)
    return tuple(credit for credit in found if own is None or _credited(credit, report, index).key != own.key)


def _common_origin(reports: Sequence[str], index: SourceIndex) -> str | None:
    here = set(reports)
    origins = {
        pair.origin
        for report in reports
        for other, pair in index.pairs_of(report).items()
        if other in here and pair.origin
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


# -- tellings ----------------------------------------------------------------------------------


def _tellings(drawing: Drawing, text: _Text, assertions: Sequence[Assertion], index: SourceIndex) -> Iterator[_Telling]:
    """Draw the text's edges to its maker and to whom it credits; yield its chains from there on."""
    holder = text.node
    if text.maker is not None and text.maker.key is not None:
        holder = drawing.node(text.maker.key, text.maker)
        drawing.makers[text.node] = holder
        drawing.cite(text.node, holder, assertions[text.places[0]].id, by_name=False)
    in_body = [place for place in text.places if not in_headline(assertions[place], index.reports)]
    # A headline names fewer of the links than the text below it.
    for place in in_body or text.places:
        starts = _draw_credits(drawing, text, holder, assertions[place], index) or [holder]
        for start in starts:
            steps = _steps(drawing.nodes[start].key, text, assertions[place], index)
            if not steps and start == holder:
                drawing.nodes[holder].speaks.append(assertions[place].id)
            yield _Telling(text, place, start, steps)


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


def _steps(holder: str, text: _Text, assertion: Assertion, index: SourceIndex) -> Steps:
    """Return whom the chain of the assertion's claim names after the holder with this key."""
    claim = _claim(assertion, index)
    links = claim.resolved_chain.links if claim else ()
    steps: list[tuple[str, Source]] = []
    for link, source in zip(links, _cited(assertion, index), strict=True):
        # "He told our paper": the first holder is the page's own outlet. Further on, it would be a circle.
        is_own = not steps and source is not None and text.maker is not None and source.key == text.maker.key
        if source is None or is_own or link.basis is LinkBasis.CREDITED:
            continue
        for named in (source, source.voice_of):
            if named is not None:
                holder = named.key or _own_key(named, holder)
                steps.append((holder, named))
    return tuple(steps)


def _own_key(source: Source, holder: str) -> str:
    """Return the key of a source that only its holder knows: whom one outlet describes alike is one source of it."""
    described: Iterable[str | None] = (source.kind, source.anonymity, source.country, source.body)
    if source.kind not in {SourceKind.ANON, SourceKind.UNKNOWN}:
        described = (*described, *source.words)
    return f"{holder}>{'/'.join(str(part or '') for part in described)}"


def _speakers(
    tellings: Sequence[_Telling], assertions: Sequence[Assertion], index: SourceIndex
) -> tuple[dict[int, str], dict[str, tuple[str, Source]]]:
    """Return the keys of the utterances that several reports quote, by place, and who the unnamed speakers of them are.

    All unnamed speakers of one utterance are one, and the named one where there is one. Where pages name two speakers
    for the same words, each page is left its own.
    """
    origins: dict[int, list[tuple[str, Source]]] = defaultdict(list)
    for telling in tellings:
        origins[telling.place] += [step for step in telling.steps[-1:] if step[1].kind not in _CARRIERS]
    utterances: dict[int, str] = {}
    speakers: dict[str, tuple[str, Source]] = {}
    for places in group_utterances(assertions, index).lists():
        said = sorted((step for place in places for step in origins[place]), key=lambda step: step[0])
        said = [_speaker(speakers, key, source) for key, source in said]
        named = [(key, source) for key, source in said if source.key]
        is_shared = len({assertions[place].report for place in places}) > 1
        if is_shared and len({key for key, _ in named}) < 2:
            utterances |= dict.fromkeys(places, f"utterance:{'|'.join(assertions[place].id for place in places)}")
            speakers |= {key: (named or said)[0] for key, source in said if not source.key}
    return utterances, speakers


def _speaker(speakers: Mapping[str, tuple[str, Source]], key: str, source: Source) -> tuple[str, Source]:
    while key in speakers and speakers[key][0] != key:
        key, source = speakers[key]
    return key, source


def _draw_telling(
    drawing: Drawing,
    telling: _Telling,
    assertion: str,
    utterance: str | None,
    speakers: Mapping[str, tuple[str, Source]],
) -> None:
    """Draw the edges of one chain, through the utterance that it quotes, if others quote it too."""
    holder = telling.start
    steps = [_speaker(speakers, key, source) for key, source in telling.steps]
    if utterance is not None:
        # Before the speaker; after an outlet, whose claim left the speaker out.
        at = len(steps) if not steps or steps[-1][1].kind in _CARRIERS else len(steps) - 1
        steps.insert(at, (utterance, Source(SourceKind.UTTERANCE, utterance, "the same words of one speaker")))
    for key, source in steps:
        node = drawing.node(key, source)
        drawing.cite(holder, node, assertion)
        holder = node


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
