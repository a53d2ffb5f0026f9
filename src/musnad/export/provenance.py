"""Writes where every claim comes from in W3C PROV: as PROV-JSON, and in PROV-O as Turtle."""

from typing import Any

from musnad.export.display import outlet_name
from musnad.export.extras import needs
from musnad.export.said import Said, address_of, headline_of, published_of, said_in
from musnad.model import Dossier, LinkKind, Report

NAMESPACE = "urn:musnad:"
_PERSONS = frozenset({LinkKind.PERSON, LinkKind.ANON, LinkKind.AUTHOR, LinkKind.UNKNOWN})


def render_prov_json(dossier: Dossier) -> str:
    """Return the provenance as PROV-JSON."""
    return str(provenance_of(dossier).serialize(format="json", indent=1, ensure_ascii=False)) + "\n"


def render_prov_turtle(dossier: Dossier) -> str:
    """Return the provenance in PROV-O, as Turtle."""
    needs("rdflib", "provenance")
    return str(provenance_of(dossier).serialize(format="rdf", rdf_format="turtle"))


def provenance_of(dossier: Dossier) -> Any:
    """Return a prov.model.ProvDocument.

    A page is an entity attributed to its outlet, and derived from the page that carried its text first. A claim is
    quoted from its page, derived from what each holder said in turn, attributed to the last one, and has what that one
    said as its primary source. Holders are agents by name, those who are not named by their place in one report.
    """
    document = needs("prov.model", "provenance").ProvDocument()
    document.add_namespace("musnad", NAMESPACE)
    document.add_namespace("dcterms", "http://purl.org/dc/terms/")
    origins = {name: family.origin for family in dossier.copy_families for name in family.members}
    agents: dict[tuple[str, ...], str] = {}
    for report in dossier.reports:
        _add_page(document, report, agents)
    present = {report.id for report in dossier.reports}
    for report in dossier.reports:
        origin = origins.get(report.id)
        if origin in present and origin != report.id:
            document.wasDerivedFrom(
                _page(report.id), _page(str(origin)), other_attributes=_type(document, "musnad:Copy")
            )
    for said in said_in(dossier):
        _add_claim(document, said, agents)
    return document


def _type(document: Any, name: str) -> dict[str, Any]:
    return {"prov:type": document.valid_qualified_name(name)}


def _page(name: str) -> str:
    return f"musnad:page.{name}"


def _add_page(document: Any, report: Report, agents: dict[tuple[str, ...], str]) -> None:
    told = {
        **_type(document, "musnad:Page"),
        "prov:location": address_of(report),
        "dcterms:title": headline_of(report),
        "dcterms:issued": published_of(report),
        "musnad:sha256": report.raw.sha256,
    }
    document.entity(_page(report.id), {name: value for name, value in told.items() if value})
    name = outlet_name(report)
    if name:
        outlet = _agent(document, agents, (LinkKind.OUTLET.value, name), name, LinkKind.OUTLET)
        document.wasAttributedTo(_page(report.id), outlet)


def _add_claim(document: Any, said: Said, agents: dict[tuple[str, ...], str]) -> None:
    claim, report = said.claim, said.report
    entity = f"musnad:claim.{said.id}"
    document.entity(
        entity,
        {
            **_type(document, "musnad:Claim"),
            "prov:value": said.words,
            "musnad:spans": " ".join(f"{span.start}-{span.end}" for span in claim.content),
            "musnad:stance": said.origin.stance.value,
            "musnad:hedge": claim.hedge.value,
        },
    )
    document.wasQuotedFrom(entity, _page(report.id))
    above = entity
    for place, holder in enumerate(said.holders):
        key = (holder.kind.value, holder.name) if holder.name else (report.id, claim.id, str(place))
        agent = _agent(document, agents, key, holder.name, holder.kind)
        statement = f"{entity}.{place}"
        document.entity(statement, {**_type(document, "musnad:Statement"), "musnad:relation": holder.relation.value})
        document.wasAttributedTo(statement, agent)
        document.wasDerivedFrom(above, statement)
        above = statement
    document.wasAttributedTo(entity, agent)
    document.hadPrimarySource(entity, above)


def _agent(document: Any, agents: dict[tuple[str, ...], str], key: tuple[str, ...], name: str, kind: LinkKind) -> str:
    if key not in agents:
        agents[key] = f"musnad:agent.{len(agents) + 1}"
        told = {
            **_type(document, "prov:Person" if kind in _PERSONS else "prov:Organization"),
            "prov:label": name or "(not named)",
            "musnad:kind": kind.value,
        }
        document.agent(agents[key], told)
    return agents[key]
