"""`musnad import`: lists of names, outlets and feeds, annotations and gold, from what others wrote."""

import json
import re
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from musnad.cli.opened import StoreOption, open_given
from musnad.cli.output import command_errors
from musnad.errors import UsageError

_STEM = re.compile(r"[^\w.-]+")


class Imported(StrEnum):
    """What can be taken in."""

    NAMES = "names"
    OUTLETS = "outlets"
    FEEDS = "feeds"
    ANNOTATIONS = "annotations"
    GOLD = "gold"


def import_(
    what: Annotated[Imported, typer.Argument(metavar="names|outlets|feeds|annotations|gold", show_default=False)],
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The file; for gold also a folder.", show_default=False)],
    into: Annotated[
        Path | None,
        typer.Option(metavar="FOLDER", help="Names, outlets: the folder of your lexicons. Gold: that of the articles."),
    ] = None,
    every: Annotated[str, typer.Option(metavar="TIME", help="Feeds: how often, where the list does not say.")] = "15m",
    by: Annotated[
        str | None, typer.Option(metavar="NAME", help="Annotations: whose they are, where they do not say.")
    ] = None,
    store: StoreOption = None,
) -> None:
    """Take in a list of names (FollowTheMoney), outlets (CSV) or feeds (OPML, CSV), Web Annotations, or brat's gold.

    Names and outlets go into a folder of lexicons, which MUSNAD_LEXICONS names; readings change with them, so that
    `musnad reread` follows. Exit status: 0 done, 2 wrong usage or a file that cannot be read.
    """
    with command_errors():
        match what:
            case Imported.NAMES | Imported.OUTLETS:
                _import_lexicon(what, file, into)
            case Imported.FEEDS:
                _import_feeds(file, every, store)
            case Imported.ANNOTATIONS:
                _import_annotations(file, by, store)
            case Imported.GOLD:
                _import_gold(file, into)


def _import_lexicon(what: Imported, file: Path, into: Path | None) -> None:
    from musnad.imports import names_lexicon, outlets_lexicon
    from musnad.settings import LEXICONS, setting

    folder = into or Path(setting(LEXICONS) or "lexicons")
    content, told = _content(file), ""
    if what is Imported.NAMES:
        written, count, left_out = names_lexicon(content)
        told = f", {left_out} left out (no person or body, or a single word)" if left_out else ""
    else:
        written, count = outlets_lexicon(content)
    if not count:
        raise UsageError(f"{file}: holds nothing that can be taken in{told}")
    target = folder / "ar" / what.value / f"{_STEM.sub('-', file.stem)}.toml"
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(written, encoding="utf-8")
    typer.echo(f"{target}: {count} {what.value}{told}")
    if setting(LEXICONS) != str(folder):
        typer.echo(f"set {LEXICONS}={folder} so that they are read", err=True)


def _import_feeds(file: Path, every: str, place: str | None) -> None:
    from musnad.cli.work import read_span
    from musnad.imports import read_watch_list

    listed = read_watch_list(_content(file), read_span(every))
    with open_given(place) as opened:
        new = sum(opened.queue.watch(address, span) for address, span in listed)
    typer.echo(f"{len(listed)} addresses watched, {new} of them new; `musnad run` fetches them")


def _import_annotations(file: Path, by: str | None, place: str | None) -> None:
    from musnad.imports import read_annotations
    from musnad.keeping.annotating import keep_annotations

    annotations = read_annotations(_content(file))
    with open_given(place, must_exist=True) as opened:
        kept, lost = keep_annotations(opened, annotations, by)
    for each in lost:
        typer.echo(f"musnad: {each.address}: no report from there has these words: {each.quote[:60]!r}", err=True)
    typer.echo(f"{kept} notes kept, {len(lost)} not placed")


def _import_gold(place: Path, into: Path | None) -> None:
    from musnad.imports import read_brat

    if into is None:
        raise UsageError("musnad import gold needs --into FOLDER, where the articles are to be written")
    articles = read_brat(place)
    into.mkdir(parents=True, exist_ok=True)
    for name, article in articles.items():
        (into / f"{name}.json").write_text(json.dumps(article, ensure_ascii=False, indent=1), encoding="utf-8")
    typer.echo(f"{into}: {len(articles)} gold articles; `musnad evaluate {into}` measures against them")


def _content(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        raise UsageError(f"{file}: cannot be read ({error.strerror}); name another file.") from None
