"""Makes a lexicon of names from FollowTheMoney entities, so that those whom an investigation follows are recognised."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

import msgspec

from musnad.errors import UsageError
from musnad.model import MentionKind

_KINDS: Mapping[str, MentionKind] = {
    "Person": MentionKind.PERSON,
    "PublicBody": MentionKind.GOVERNMENT_BODY,
    "Organization": MentionKind.ORGANISATION,
    "Company": MentionKind.ORGANISATION,
    "LegalEntity": MentionKind.ORGANISATION,
}
_NAMES = ("name", "alias", "weakAlias", "previousName")
_NOTATION = re.compile(r"[|;{}?\r\n]+")
_ARABIC = re.compile("[\u0621-\u064a]")
_COUNTRY = re.compile("[a-z]{2}")


def names_lexicon(content: bytes) -> tuple[str, int, int]:
    """Return the lexicon of the entities in JSON lines, how many it holds, and how many were left out.

    Left out are those that are no person and no body, and those without a name of two words or more: one word alone is
    also something else. An entry's id is the entity's. Raises UsageError naming the line that is no entity.
    """
    groups: dict[MentionKind, list[str]] = {}
    taken: set[str] = set()
    left_out = 0
    for kind, entity in _entities(content):
        line = _line(entity, taken) if kind else None
        if kind is None or line is None:
            left_out += 1
        else:
            groups.setdefault(kind, []).append(line)
    written = "\n".join(_group(kind, lines) for kind, lines in sorted(groups.items()))
    return written, sum(map(len, groups.values())), left_out


def _entities(content: bytes) -> Iterator[tuple[MentionKind | None, Mapping[str, Any]]]:
    for number, line in enumerate(content.splitlines(), start=1):
        if not line.strip():
            continue
        try:
            entity = msgspec.json.decode(line)
        except msgspec.DecodeError as error:
            raise UsageError(f"line {number} is not JSON ({error}); give FollowTheMoney entities, one a line") from None
        if not isinstance(entity, dict) or not isinstance(entity.get("properties"), dict) or "id" not in entity:
            raise UsageError(f"line {number} is no FollowTheMoney entity: it needs id, schema and properties")
        yield _KINDS.get(str(entity.get("schema"))), entity


def _line(entity: Mapping[str, Any], taken: set[str]) -> str | None:
    told = entity["properties"]
    names = dict.fromkeys(_clean(str(name)) for prop in _NAMES for name in told.get(prop, ()))
    # Two entities of one name would be one name for both: the first one keeps it.
    known = [name for name in names if len(name.split()) > 1 and name.casefold() not in taken]
    if not known:
        return None
    taken.update(name.casefold() for name in known)
    arabic = [name for name in known if _ARABIC.search(name)]
    others = [name for name in known if not _ARABIC.search(name)]
    country = next((code for code in told.get("country", ()) if _COUNTRY.fullmatch(str(code))), None)
    id_ = _clean(str(entity["id"]))
    return " | ".join(("; ".join((id_, *others)), country.upper() if country else "-", "-", "; ".join(arabic or [id_])))


def _clean(name: str) -> str:
    return " ".join(_NOTATION.sub(" ", name).split())


def _group(kind: MentionKind, lines: list[str]) -> str:
    # A literal string of TOML cannot hold three quotation marks in a row, nor can a name that is one.
    entries = "\n".join(line.replace("'''", "’") for line in lines)
    return f"[[group]]\nkind = \"{kind}\"\nentries = '''\n{entries}\n'''\n"
