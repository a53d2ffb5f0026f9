"""Loads gold articles: texts with the attributions that people found in them."""

import hashlib
import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from musnad.errors import GoldError
from musnad.model import (
    Anonymity,
    AuthorStance,
    Chain,
    Hedge,
    Link,
    LinkKind,
    Mode,
    RawDocument,
    Relation,
    Span,
    Stance,
)

_Read = TypeVar("_Read")
_Named = TypeVar("_Named", Mode, Hedge, AuthorStance, LinkKind, Anonymity, Relation, Stance)


@dataclass(frozen=True, slots=True)
class Attribution:
    """What a careful reader found: the words, and the chain of those who are said to hold them.

    `confidence` is the annotator's own, 0 to 1.
    """

    content: tuple[Span, ...]
    chain: Chain
    mode: Mode
    hedge: Hedge = Hedge.NONE
    author_stance: AuthorStance = AuthorStance.NEUTRAL
    in_headline: bool = False
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class GoldArticle:
    """One annotated article; the spans of its attributions are code points of `text`."""

    id: str
    text: str
    outlet: str | None
    published: str | None
    attributions: tuple[Attribution, ...]


def load_gold(folder: Path) -> list[GoldArticle]:
    """Return the gold articles of a folder's .json files by file name; raise GoldError for a broken one."""
    if not folder.is_dir():
        raise GoldError(f"{folder}: no such folder; name one that holds gold articles as .json files")
    paths = sorted(folder.glob("*.json"))
    if not paths:
        raise GoldError(f"{folder}: holds no gold articles; each is a .json file of its own")
    return [_load_article(path) for path in paths]


def raw_document(article: GoldArticle) -> RawDocument:
    """Return the article's text as a plain document of which nothing else is known."""
    content = article.text.encode()
    return RawDocument(content, "text/x-article", hashlib.sha256(content).hexdigest(), path=article.id)


def _load_article(path: Path) -> GoldArticle:
    try:
        fields = json.loads(path.read_text(encoding="utf-8"))
        return _article(fields)
    except OSError as error:
        raise GoldError(f"{path}: cannot be read ({error.strerror})") from None
    except UnicodeDecodeError as error:
        raise GoldError(f"{path}: byte {error.start} is not UTF-8") from None
    except json.JSONDecodeError as error:
        raise GoldError(f"{path}: not JSON ({error.msg} at line {error.lineno})") from None
    except _GoldFaultError as error:
        raise GoldError(f"{path}: {error}") from None


class _GoldFaultError(ValueError):
    """What is wrong inside a gold file, and at which entry; the loader adds the file's name."""


def _article(fields: Any) -> GoldArticle:
    text = _typed(_field(fields, "text"), str, "text")
    attributions = _typed(_field(fields, "attributions"), list, "attributions")
    return GoldArticle(
        id=_typed(_field(fields, "id"), str, "id"),
        text=text,
        outlet=_optional(fields, "outlet", lambda value: _typed(value, str, "outlet")),
        published=_optional(fields, "published", lambda value: _typed(value, str, "published")),
        attributions=tuple(
            _within(f"attribution {number}", lambda entry=entry: _attribution(entry, len(text)))
            for number, entry in enumerate(attributions, start=1)
        ),
    )


def _attribution(fields: Any, length: int) -> Attribution:
    content = _typed(_field(fields, "content"), list, "content")
    chain = _typed(_field(fields, "chain"), list, "chain")
    if not chain:
        raise _GoldFaultError("the chain is empty; it needs at least one link")
    links = tuple(
        _within(f"link {number}", lambda entry=entry: _link(entry, length))
        for number, entry in enumerate(chain, start=1)
    )
    return Attribution(
        content=tuple(_span(pair, length, "content") for pair in content),
        chain=Chain(links),
        mode=_named(Mode, _field(fields, "mode"), "mode"),
        hedge=_named(Hedge, fields.get("hedge") or Hedge.NONE, "hedge"),
        author_stance=_named(AuthorStance, fields.get("author") or AuthorStance.NEUTRAL, "author"),
        in_headline=bool(fields.get("headline")),
        confidence=float(_typed(fields.get("confidence", 1.0), (int, float), "confidence")),
    )


def _link(fields: Any, length: int) -> Link:
    def span(name: str) -> Span | None:
        return _optional(fields, name, lambda pair: _span(pair, length, name))

    return Link(
        source=span("source"),
        kind=_named(LinkKind, _field(fields, "kind"), "kind"),
        resolved=span("resolved"),
        anonymity=_optional(fields, "anon", lambda value: _named(Anonymity, value, "anon")),
        cue=span("cue"),
        cue_negated=bool(fields.get("negated")),
        relation=_named(Relation, fields.get("relation") or Relation.SAYS, "relation"),
        stance=_named(Stance, fields.get("stance") or Stance.ASSERTS, "stance"),
    )


def _within(place: str, read: Callable[[], _Read]) -> _Read:
    try:
        return read()
    except _GoldFaultError as error:
        raise _GoldFaultError(f"{place}: {error}") from None


def _field(fields: Any, name: str) -> Any:
    if not isinstance(fields, dict):
        raise _GoldFaultError(f"a JSON record in braces is needed, not a {type(fields).__name__}")
    if name not in fields:
        raise _GoldFaultError(f"the field {name!r} is missing")
    return fields[name]


def _optional(fields: Any, name: str, read: Callable[[Any], _Read]) -> _Read | None:
    value = fields.get(name)
    return None if value is None else read(value)


def _typed(value: Any, kind: type | tuple[type, ...], name: str) -> Any:
    if isinstance(value, kind):
        return value
    raise _GoldFaultError(f"the field {name!r} is of the wrong type ({type(value).__name__})")


def _named(names: type[_Named], value: Any, name: str) -> _Named:
    try:
        return names(value)
    except ValueError:
        raise _GoldFaultError(f"{name} is {value!r}; it must be one of {', '.join(names)}") from None


def _span(pair: Any, length: int, name: str) -> Span:
    if not isinstance(pair, list) or len(pair) != 2 or not all(isinstance(edge, int) for edge in pair):
        raise _GoldFaultError(f"{name} holds {pair!r} where a span [start, end] is needed")
    start, end = pair
    if not 0 <= start < end <= length:
        raise _GoldFaultError(f"{name} holds [{start}, {end}], outside the text of {length} characters")
    return Span(start, end)
