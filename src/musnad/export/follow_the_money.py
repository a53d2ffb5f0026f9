"""Writes a dossier as FollowTheMoney entities or statements, for Aleph and OpenAleph."""

import io
from collections.abc import Iterator
from typing import Any

from musnad.export.display import outlet_name
from musnad.export.extras import needs
from musnad.export.independence import count_words
from musnad.export.said import address_of, headline_of, published_of, said_in
from musnad.model import Dossier, Entity, MentionKind, Proposition, Report

DATASET = "musnad"
# What is no party and no address (arms, amounts, titles) has no schema there.
_SCHEMAS = {
    MentionKind.PERSON: "Person",
    MentionKind.ORGANISATION: "Organization",
    MentionKind.ARMED_GROUP: "Organization",
    MentionKind.GOVERNMENT_BODY: "PublicBody",
    MentionKind.OUTLET: "Organization",
    MentionKind.PLACE: "Address",
    MentionKind.FACILITY: "Address",
}
_LANGUAGES = {"ar": "ara", "en": "eng", "fr": "fra", "fa": "fas", "tr": "tur", "he": "heb", "ur": "urd", "ku": "kur"}


def render_ftm(dossier: Dossier) -> str:
    """Return the entities as JSON lines: articles, those whom they name, and a note for each claim and proposition."""
    encode = needs("orjson", "ftm").dumps
    return "".join(encode(proxy.to_dict()).decode() + "\n" for proxy in ftm_entities(dossier))


def render_ftm_statements(dossier: Dossier) -> str:
    """Return the same as statements, a value a line, as CSV."""
    needs("followthemoney", "ftm")
    statement = needs("followthemoney.statement", "ftm")
    told = [
        each
        for proxy in ftm_entities(dossier)
        for each in statement.StatementEntity.from_dict(proxy.to_dict(), default_dataset=_dataset()).statements
    ]
    written = _Kept()
    statement.write_statements(written, statement.CSV, sorted(told, key=lambda each: (each.entity_id, each.id or "")))
    return written.getvalue().decode()


class _Kept(io.BytesIO):
    """Bytes that outlast a writer who closes what it was given."""

    def close(self) -> None:
        """Do nothing."""


def ftm_entities(dossier: Dossier) -> Iterator[Any]:
    """Yield followthemoney entities; their ids follow from Musnad's."""
    model = needs("followthemoney", "ftm").model
    pages = {report.id: _article(model, report) for report in dossier.reports if report.article}
    yield from pages.values()
    of_report = {naming.id: naming.report for naming in dossier.namings}
    for entity in dossier.entities:
        proxy = _entity(model, entity)
        if proxy is None:
            continue
        yield proxy
        for report in sorted({of_report[name] for name in entity.namings if of_report.get(name) in pages}):
            yield _documentation(model, report, entity)
    for said in said_in(dossier):
        chain = " ← ".join(holder.name or f"({holder.kind})" for holder in said.holders)
        note = _make(model, "Note", f"musnad-claim-{said.id}")
        note.add("name", said.words, cleaned=True)
        note.add("description", chain)
        note.add("summary", said.origin.stance.value)
        note.add("entity", f"musnad-page-{said.report.id}")
        note.add("sourceUrl", address_of(said.report))
        note.add("publisher", outlet_name(said.report))
        yield note
    for proposition in dossier.propositions:
        yield _proposition(model, proposition, set(pages))


def _make(model: Any, schema: str, name: str) -> Any:
    proxy = model.make_entity(schema)
    proxy.id = name
    return proxy


def _article(model: Any, report: Report) -> Any:
    article = report.article
    assert article is not None
    proxy = _make(model, "Article", f"musnad-page-{report.id}")
    proxy.add("title", headline_of(report))
    proxy.add("bodyText", article.text)
    proxy.add("publishedAt", published_of(report)[:10])
    proxy.add("publisher", outlet_name(report))
    proxy.add("author", article.byline.value if article.byline else None)
    proxy.add("language", _LANGUAGES.get(article.language))
    proxy.add("sourceUrl", address_of(report))
    proxy.add("mimeType", report.raw.media_type)
    return proxy


def _entity(model: Any, entity: Entity) -> Any:
    schema = _SCHEMAS.get(entity.kind)
    if schema is None:
        return None
    proxy = _make(model, schema, f"musnad-entity-{entity.id}")
    proxy.add("name", entity.label)
    proxy.add("alias", [name for name in entity.names if name != entity.label])
    proxy.add("country", entity.country.lower() if entity.country else None)
    proxy.add("wikidataId", [name for scheme, name in entity.external if scheme == "wikidata"])
    return proxy


def _documentation(model: Any, report: str, entity: Entity) -> Any:
    proxy = _make(model, "Documentation", f"musnad-named-{report}-{entity.id}")
    proxy.add("document", f"musnad-page-{report}")
    proxy.add("entity", f"musnad-entity-{entity.id}")
    proxy.add("role", "named in the report")
    return proxy


def _proposition(model: Any, proposition: Proposition, pages: set[str]) -> Any:
    note = _make(model, "Note", f"musnad-proposition-{proposition.id}")
    note.add("name", proposition.label, cleaned=True)
    note.add("summary", count_words(proposition.affirmed))
    note.add("description", list(proposition.affirmed.reasons))
    note.add("entity", [f"musnad-page-{each.report}" for each in proposition.assertions if each.report in pages])
    return note


def _dataset() -> Any:
    return needs("followthemoney", "ftm").Dataset.make({"name": DATASET, "title": "Musnad"})
