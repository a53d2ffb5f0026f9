"""Writes reports for annotators: standoff files of brat, and CoNLL-U with offsets and names."""

import io
import re
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from typing import Generic, TypeVar

from musnad.export.said import address_of
from musnad.model import (
    AuthorStance,
    Dossier,
    Hedge,
    Link,
    LinkKind,
    Mention,
    MentionKind,
    Mode,
    Relation,
    Report,
    Span,
    Stance,
)
from musnad.text import Token, split_sentences

_LONG_AGO = (1980, 1, 1, 0, 0, 0)  # the first moment that a ZIP file can tell: the same dossier gives the same bytes
_BREAK = re.compile(r"[\r\n\u2028\u2029]+")
_PARTS = ("Content", "Source", "Resolved", "Cue")
_MOST_LINKS = 9  # of a chain that are told apart; longer ones are not met in news

Note = TypeVar("Note")


def render_brat(dossier: Dossier) -> bytes:
    """Return a ZIP file with a text, its annotations and one configuration for brat, or for INCEpTION.

    Mentions, contents, sources and cues are text-bound (T). The words of a claim's links are relations from its content
    (R), numbered from the page outwards; what is told of it and of its links are its attributes (A).
    """
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        for report in dossier.reports:
            if report.article is not None:
                _write(archive, f"{report.id}.txt", report.article.text)
                _write(archive, f"{report.id}.ann", "".join(f"{line}\n" for line in brat_lines(report)))
        _write(archive, "annotation.conf", _configuration())
    return written.getvalue()


def brat_lines(report: Report) -> Iterator[str]:
    """Yield the lines of a report's .ann file."""
    assert report.article is not None
    text = report.article.text
    numbers: dict[tuple[str, tuple[Span, ...], str], str] = {}
    lines: list[str] = []
    relations: list[str] = []
    marks: list[tuple[str, str, str]] = []

    def bound(kind: str, spans: Sequence[Span], owner: str = "") -> str:
        key = (kind, tuple(spans), owner)
        if key not in numbers:
            numbers[key] = f"T{len(numbers) + 1}"
            pieces = [piece for span in spans for piece in _without_breaks(span, text)]
            places = ";".join(f"{piece.start} {piece.end}" for piece in pieces)
            words = " ".join(piece.of(text) for piece in pieces)
            lines.append(f"{numbers[key]}\t{kind} {places}\t{words}")
        return numbers[key]

    for mention in report.mentions:
        bound(_kind(mention), (mention.span,))
    for claim in report.claims:
        content = bound("Content", claim.content, claim.id)
        marks += [
            (content, "Mode", claim.mode),
            (content, "Hedge", claim.hedge),
            (content, "Author", claim.author_stance),
        ]
        for place, link in enumerate(claim.chain.links[:_MOST_LINKS], start=1):
            for kind, span in _spans_of(link):
                relations.append(f"{kind}{place} Arg1:{content} Arg2:{bound(kind, (span,))}")
            marks += [(content, f"{name}{place}", value) for name, value in _told_of(link)]
    yield from lines
    yield from (f"R{number}\t{relation}" for number, relation in enumerate(relations, start=1))
    yield from (f"A{number}\t{name} {target} {value}" for number, (target, name, value) in enumerate(marks, start=1))


def render_conllu(dossier: Dossier) -> str:
    """Return the sentences of all reports as CoNLL-U: words and signs, with `start`, `end` and names in MISC.

    NER is in BIO form, `Claim` the ids of the claims whose content a word belongs to, `Cue` and `Source` likewise.
    Analysis of words is not told: those columns are empty.
    """
    return "".join(_conllu(report) for report in dossier.reports if report.article is not None)


def _conllu(report: Report) -> str:
    assert report.article is not None
    text = report.article.text
    names = [(mention.span, _kind(mention)) for mention in report.mentions]
    parts: list[tuple[Span, tuple[str, str]]] = [
        (span, (part, claim.id))
        for claim in report.claims
        for part, spans in (
            ("Claim", claim.content),
            *((kind, (span,)) for link in claim.chain for kind, span in _spans_of(link)),
        )
        for span in spans
    ]
    lines = [f"# newdoc id = {report.id}", f"# source = {address_of(report)}"]
    named, told = _Sweep(names), _Sweep(parts)
    for number, sentence in enumerate(split_sentences(text)[0], start=1):
        rows, written = [], ""
        tokens = sentence.tokens
        for place, token in enumerate(tokens, start=1):
            form = text[token.start : token.end]
            joined = place < len(tokens) and tokens[place].start == token.end
            written += form + ("" if joined or place == len(tokens) else " ")
            notes = [f"start={token.start}", f"end={token.end}", *(["SpaceAfter=No"] if joined else [])]
            notes += [f"NER={'B' if begins else 'I'}-{kind}" for kind, begins in named.at(token)[:1]]
            notes += _gathered(note for note, _ in told.at(token))
            rows.append("\t".join((str(place), form, *("_",) * 7, "|".join(notes))))
        if rows:
            lines += [f"# sent_id = {report.id}-{number}", f"# text = {written}", *rows, ""]
    return "\n".join(lines) + "\n"


def _gathered(notes: Iterable[tuple[str, str]]) -> Iterator[str]:
    ids: dict[str, dict[str, None]] = {}
    for part, name in notes:
        ids.setdefault(part, {})[name] = None
    return (f"{part}={','.join(names)}" for part, names in sorted(ids.items()))


class _Sweep(Generic[Note]):
    """Tells, word after word, which of some marked spans a word lies in; each word is asked for once, in order."""

    def __init__(self, marked: Sequence[tuple[Span, Note]]) -> None:
        self._waiting = sorted(marked, key=lambda each: (-each[0].start, each[0].end))
        self._open: list[tuple[Span, Note, bool]] = []

    def at(self, token: Token) -> list[tuple[Note, bool]]:
        """Return the marks of the spans around a word, the longest first, and whether they begin with it."""
        while self._waiting and self._waiting[-1][0].start < token.end:
            self._open.append((*self._waiting.pop(), True))
        self._open = [each for each in self._open if each[0].end > token.start]
        found = sorted(self._open, key=lambda each: (each[0].start, -each[0].end))
        self._open = [(span, mark, False) for span, mark, _ in self._open]
        return [(mark, begins) for _, mark, begins in found]


def _without_breaks(span: Span, text: str) -> Iterator[Span]:
    """Yield the span in pieces that hold no line break, which brat does not allow in one."""
    start = span.start
    for found in _BREAK.finditer(text, span.start, span.end):
        if start < found.start():
            yield Span(start, found.start())
        start = found.end()
    if start < span.end:
        yield Span(start, span.end)


def _kind(mention: Mention) -> str:
    return "".join(part.capitalize() for part in mention.kind.value.split("_"))


def _spans_of(link: Link) -> Iterator[tuple[str, Span]]:
    for kind, span in (("Source", link.source), ("Resolved", link.resolved), ("Cue", link.cue)):
        if span is not None:
            yield kind, span


def _write(archive: zipfile.ZipFile, name: str, content: str) -> None:
    archive.writestr(zipfile.ZipInfo(name, _LONG_AGO), content.encode("utf-8", "replace"), zipfile.ZIP_DEFLATED)


def _told_of(link: Link) -> Iterator[tuple[str, str]]:
    yield "Kind", link.kind.value
    yield "Stance", link.stance.value
    yield "Relation", link.relation.value
    yield "Negated", str(link.cue_negated).lower()


def _configuration() -> str:
    entities = [*("".join(part.capitalize() for part in kind.value.split("_")) for kind in MentionKind), *_PARTS]
    relations = [
        f"{kind}{place}\tArg1:Content, Arg2:{kind}" for kind in _PARTS[1:] for place in range(1, _MOST_LINKS + 1)
    ]
    of_claims: list[tuple[str, Iterable[str]]] = [("Mode", Mode), ("Hedge", Hedge), ("Author", AuthorStance)]
    for place in range(1, _MOST_LINKS + 1):
        of_claims += [(f"Kind{place}", LinkKind), (f"Stance{place}", Stance), (f"Relation{place}", Relation)]
        of_claims.append((f"Negated{place}", ("true", "false")))
    attributes = [f"{name}\tArg:Content, Value:{'|'.join(values)}" for name, values in of_claims]
    parts: tuple[tuple[str, list[str]], ...] = (
        ("entities", entities),
        ("relations", relations),
        ("events", []),
        ("attributes", attributes),
    )
    return "\n".join(f"[{name}]\n" + "".join(f"{line}\n" for line in lines) for name, lines in parts)
