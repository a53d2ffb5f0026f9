"""Writes each claim as a nanopublication in TriG: what is said, where it comes from, and who wrote that down."""

from typing import Any
from urllib.parse import quote

from musnad import __version__
from musnad.export.display import outlet_name
from musnad.export.extras import needs
from musnad.export.said import Said, address_of, published_of, said_in
from musnad.model import Dossier

BASE = "urn:musnad:np:"
TERMS = "urn:musnad:term:"
NANOPUB = "http://www.nanopub.org/nschema#"


def render_nanopublications(dossier: Dossier) -> str:
    """Return TriG with four graphs a claim: Head, assertion, provenance, pubinfo (nanopub.net guidelines)."""
    rdflib = needs("rdflib", "provenance")
    spaces = {"musnad": TERMS, "np": NANOPUB, "prov": str(rdflib.PROV), "dcterms": str(rdflib.DCTERMS)}
    spaces |= {"rdfs": str(rdflib.RDFS), "xsd": str(rdflib.XSD)}
    head = "".join(f"@prefix {prefix}: <{space}> .\n" for prefix, space in spaces.items())
    parts = [head]
    for said in said_in(dossier):
        for name, graph in _graphs(rdflib, said).items():
            for prefix, space in spaces.items():
                graph.bind(prefix, space, replace=True)
            # A data set's own serialiser orders its graphs as it likes; each by itself is in a fixed order.
            lines = graph.serialize(format="turtle").splitlines()
            body = "\n".join(line for line in lines if line and not line.startswith("@prefix "))
            parts.append(f"\n<{BASE}{said.id}#{name}> {{\n{body}\n}}\n")
    return "".join(parts)


def _graphs(rdflib: Any, said: Said) -> dict[str, Any]:
    terms, np = rdflib.Namespace(TERMS), rdflib.Namespace(NANOPUB)
    publication = rdflib.URIRef(BASE + said.id)
    parts = {name: rdflib.URIRef(f"{publication}#{name}") for name in ("Head", "assertion", "provenance", "pubinfo")}
    graphs = {name: rdflib.Graph() for name in parts}
    claim, page = rdflib.URIRef(f"urn:musnad:claim:{said.id}"), rdflib.URIRef(_iri(address_of(said.report)))
    a, literal = rdflib.RDF.type, rdflib.Literal
    head = graphs["Head"]
    head.add((publication, a, np.Nanopublication))
    head.add((publication, np.hasAssertion, parts["assertion"]))
    head.add((publication, np.hasProvenance, parts["provenance"]))
    head.add((publication, np.hasPublicationInfo, parts["pubinfo"]))
    language = said.report.article.language if said.report.article else "und"
    assertion = graphs["assertion"]
    assertion.add((claim, a, terms.Claim))
    assertion.add((claim, terms.words, literal(said.words, lang=language)))
    assertion.add((claim, terms.stance, literal(said.origin.stance.value)))
    assertion.add((claim, terms.hedge, literal(said.claim.hedge.value)))
    provenance = graphs["provenance"]
    provenance.add((parts["assertion"], rdflib.PROV.wasQuotedFrom, page))
    spans = " ".join(f"{span.start}-{span.end}" for span in said.claim.content)
    provenance.add((parts["assertion"], terms.spans, literal(spans)))
    for place, holder in enumerate(said.holders):
        agent = rdflib.BNode(f"h{said.id}n{place}".replace(".", "n"))
        provenance.add((parts["assertion"], rdflib.PROV.wasAttributedTo, agent))
        provenance.add((agent, a, rdflib.PROV.Agent))
        provenance.add((agent, terms.place, literal(place)))
        provenance.add((agent, terms.kind, literal(holder.kind.value)))
        provenance.add((agent, terms.relation, literal(holder.relation.value)))
        if holder.name:
            provenance.add((agent, rdflib.RDFS.label, literal(holder.name, lang=language)))
    information = graphs["pubinfo"]
    information.add((publication, rdflib.DCTERMS.creator, literal(f"Musnad {__version__}")))
    information.add((publication, rdflib.PROV.wasDerivedFrom, page))
    if published_of(said.report):
        information.add((publication, rdflib.DCTERMS.issued, literal(published_of(said.report))))
    if outlet_name(said.report):
        information.add((page, rdflib.DCTERMS.publisher, literal(outlet_name(said.report))))
    return graphs


def _iri(address: str) -> str:
    """Return the address with the characters quoted that an IRI in angle brackets may not hold."""
    return quote(address, safe="".join(chr(code) for code in range(33, 127) if chr(code) not in '<>"{}|\\^`'))
