"""The formats in which a dossier leaves Musnad, by name."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial

from musnad.errors import UsageError
from musnad.export.annotations import render_annotations
from musnad.export.contract import render_jsonl
from musnad.export.dossier import render_dossier
from musnad.export.dossier_page import render_dossier_page
from musnad.export.follow_the_money import render_ftm, render_ftm_statements
from musnad.export.geojson import render_geojson
from musnad.export.graphs import render_gexf, render_graphml
from musnad.export.nanopublications import render_nanopublications
from musnad.export.parquet import render_parquet
from musnad.export.printed import render_pdf
from musnad.export.provenance import render_prov_json, render_prov_turtle
from musnad.export.registers import render_arms_register, render_cameo, render_plover
from musnad.export.said import said_in
from musnad.export.schema_org import render_schema_org
from musnad.export.standoff import render_brat, render_conllu
from musnad.export.stix import render_stix
from musnad.export.tables import render_table
from musnad.model import Dossier


@dataclass(frozen=True, slots=True)
class ExportSettings:
    """Which table, for formats that hold one; whether CSV begins with the mark by which Excel knows UTF-8."""

    table: str = "claims"
    with_mark: bool = False


Renderer = Callable[[Dossier, ExportSettings], str | bytes]


@dataclass(frozen=True, slots=True)
class Format:
    """What a format is, how its files are called and sent, and what writes it."""

    about: str
    suffix: str
    media_type: str
    render: Renderer


def export(dossier: Dossier, name: str, settings: ExportSettings | None = None) -> bytes:
    """Return the dossier in a format; raise UsageError for one that is not there.

    Every claim is checked first: raises ExportError, naming it, where its words are not those at its offsets, and where
    a library is missing.
    """
    form = format_named(name)
    for _ in said_in(dossier):
        pass
    written = form.render(dossier, settings or ExportSettings())
    # Halves of surrogate pairs cannot be written; one character takes the place of each, so that offsets stay true.
    return written if isinstance(written, bytes) else written.encode("utf-8", "replace")


def format_named(name: str) -> Format:
    """Return the format with this name; raise UsageError where there is none."""
    try:
        return FORMATS[name]
    except KeyError:
        raise UsageError(f"there is no format {name}; choose one of {', '.join(FORMATS)}") from None


def _whole(render: Callable[[Dossier], str | bytes]) -> Renderer:
    """Return what writes all of a dossier, whatever the settings."""
    return lambda dossier, _: render(dossier)


def _jsonl(dossier: Dossier) -> str:
    return "".join(render_jsonl(report) + "\n" for report in dossier.reports)


def _csv(dossier: Dossier, settings: ExportSettings, *, delimiter: str) -> str:
    return render_table(dossier, settings.table, delimiter=delimiter, with_mark=settings.with_mark)


def _parquet(dossier: Dossier, settings: ExportSettings) -> bytes:
    return render_parquet(dossier, settings.table)


_JSON, _JSONLD, _TSV = "application/json", "application/ld+json", "text/tab-separated-values"
FORMATS: Mapping[str, Format] = {
    "json": Format("the dossier as one JSON object", ".json", _JSON, _whole(render_dossier)),
    "jsonl": Format(
        "a report a line, by the contract of `musnad read`", ".jsonl", "application/x-ndjson", _whole(_jsonl)
    ),
    "csv": Format("one table as CSV", ".csv", "text/csv", partial(_csv, delimiter=",")),
    "tsv": Format("one table as tab-separated values", ".tsv", _TSV, partial(_csv, delimiter="\t")),
    "parquet": Format("one table as Parquet", ".parquet", "application/vnd.apache.parquet", _parquet),
    "geojson": Format("the places named", ".geojson", "application/geo+json", _whole(render_geojson)),
    "graphml": Format("who has it from whom", ".graphml", "application/graphml+xml", _whole(render_graphml)),
    "gexf": Format("the same for Gephi", ".gexf", "application/gexf+xml", _whole(render_gexf)),
    "prov-json": Format("W3C PROV as PROV-JSON", ".provjson", _JSON, _whole(render_prov_json)),
    "prov-o": Format("W3C PROV-O as Turtle", ".ttl", "text/turtle", _whole(render_prov_turtle)),
    "annotations": Format("W3C Web Annotations", ".jsonld", _JSONLD, _whole(render_annotations)),
    "schema-org": Format("schema.org NewsArticle, Claim, ClaimReview", ".jsonld", _JSONLD, _whole(render_schema_org)),
    "ftm": Format("FollowTheMoney entities", ".ftm.jsonl", "application/x-ndjson", _whole(render_ftm)),
    "ftm-statements": Format("FollowTheMoney statements", ".csv", "text/csv", _whole(render_ftm_statements)),
    "stix": Format("a STIX 2.1 bundle", ".json", "application/stix+json;version=2.1", _whole(render_stix)),
    "nanopub": Format("nanopublications, a claim each", ".trig", "application/trig", _whole(render_nanopublications)),
    "plover": Format("events as PLOVER codes them", ".tsv", _TSV, _whole(render_plover)),
    "cameo": Format("events by CAMEO root code", ".tsv", _TSV, _whole(render_cameo)),
    "sipri": Format("arms transfers, columns as in SIPRI's register", ".csv", "text/csv", _whole(render_arms_register)),
    "brat": Format("standoff for brat and INCEpTION", ".zip", "application/zip", _whole(render_brat)),
    "conllu": Format("CoNLL-U with names and claims", ".conllu", "text/plain", _whole(render_conllu)),
    "html": Format("the dossier as one page that needs no network", ".html", "text/html", _whole(render_dossier_page)),
    "pdf": Format("that page, printed", ".pdf", "application/pdf", _whole(render_pdf)),
}
