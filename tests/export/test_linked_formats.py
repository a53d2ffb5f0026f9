"""The formats of other tools are read back by those tools' own libraries, and say what the reports say."""

import json

import geojson
import networkx
import pytest
import rdflib
import stix2
from prov.model import ProvDocument

from exported import demo_dossier
from musnad.export.formats import export

PROV = rdflib.PROV


def text_of(name: str) -> str:
    return export(demo_dossier(), name).decode()


def claims() -> int:
    return sum(len(report.claims) for report in demo_dossier().reports)


# -- places and graphs ---------------------------------------------------------------------------


def test_geojson_is_valid_and_tells_longitude_first() -> None:
    collection = geojson.loads(text_of("geojson"))
    assert collection.is_valid
    assert collection.features
    for feature in collection.features:
        longitude, latitude = feature.geometry.coordinates
        places = [place for report in demo_dossier().reports for m in report.mentions for place in m.candidates]
        assert (longitude, latitude) in {(place.longitude, place.latitude) for place in places}


@pytest.mark.parametrize("name", ["graphml", "gexf"])
def test_the_graph_of_sources_comes_back_with_every_node(name: str) -> None:
    read = networkx.parse_graphml(text_of(name)) if name == "graphml" else _gexf(text_of(name))
    nodes = {
        node.id: node.label
        for proposition in demo_dossier().propositions
        for independence in (proposition.affirmed, proposition.denied)
        for node in independence.graph.nodes
    }
    assert set(read.nodes) == set(nodes)
    assert read.number_of_edges() > 0
    assert {data["label"] for _, data in read.nodes(data=True)} == {" ".join(label.split()) for label in nodes.values()}
    assert any(data["circular"] in (True, "true") for _, data in read.nodes(data=True))


def _gexf(written: str) -> "networkx.DiGraph":
    import io

    return networkx.read_gexf(io.BytesIO(written.encode()))


# -- provenance ----------------------------------------------------------------------------------


def test_prov_json_is_read_back_equal() -> None:
    from musnad.export.provenance import provenance_of

    assert ProvDocument.deserialize(content=text_of("prov-json"), format="json") == provenance_of(demo_dossier())


def test_prov_o_tells_quotations_sources_and_copies() -> None:
    graph = rdflib.Graph()
    graph.parse(data=text_of("prov-o"), format="turtle")
    assert len(set(graph.subjects(PROV.wasQuotedFrom | PROV.qualifiedQuotation))) == claims()
    assert set(graph.subjects(PROV.hadPrimarySource | PROV.qualifiedPrimarySource))
    copies = rdflib.URIRef("urn:musnad:Copy")
    assert list(graph.subjects(rdflib.RDF.type, copies))


def test_a_nanopublication_has_its_four_graphs() -> None:
    dataset = rdflib.Dataset()
    dataset.parse(data=text_of("nanopub"), format="trig")
    np = rdflib.Namespace("http://www.nanopub.org/nschema#")
    publications = [subject for subject, _, _, _ in dataset.quads((None, rdflib.RDF.type, np.Nanopublication, None))]
    assert len(publications) == claims()
    named = {graph.identifier for graph in dataset.graphs() if len(graph)}
    for publication in publications:
        for part in (np.hasAssertion, np.hasProvenance, np.hasPublicationInfo):
            (graph,) = {each for _, _, each, _ in dataset.quads((publication, part, None, None))}
            assert graph in named


# -- schema.org and STIX -------------------------------------------------------------------------


def test_schema_org_names_claims_and_articles_and_rates_no_truth() -> None:
    graph = json.loads(text_of("schema-org"))["@graph"]
    kinds = [each["@type"] for each in graph]
    assert kinds.count("Claim") == claims()
    assert kinds.count("NewsArticle") == len(demo_dossier().reports)
    for review in (each for each in graph if each["@type"] == "ClaimReview"):
        assert "not truth" in review["reviewAspect"]
        assert review["reviewRating"]["ratingExplanation"]


def test_the_stix_bundle_is_valid_and_whole() -> None:
    bundle = stix2.parse(text_of("stix"), allow_custom=False)
    ids = {each.id for each in bundle.objects}
    for each in bundle.objects:
        assert set(getattr(each, "object_refs", ())) <= ids
    kinds = [each.type for each in bundle.objects]
    assert kinds.count("report") == len(demo_dossier().reports)
    assert kinds.count("note") == len(demo_dossier().propositions)


def test_confidence_follows_the_admiralty_scale() -> None:
    bundle = stix2.parse(text_of("stix"), allow_custom=False)
    notes = {note.content.partition("\n")[0]: note for note in bundle.objects if note.type == "note"}
    scale = {1: 90, 2: 70, 3: 50, 4: 30, 5: 10, 6: None}
    for proposition in demo_dossier().propositions:
        if proposition.affirmed.most and proposition.label in notes:
            wanted = scale[proposition.affirmed.credibility]
            assert getattr(notes[proposition.label], "confidence", None) == wanted
