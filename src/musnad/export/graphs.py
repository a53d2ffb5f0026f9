"""Writes who has it from whom as a graph, in GraphML and in GEXF, for Gephi, yEd, Cytoscape and the like."""

import io
import re
from typing import Any

from musnad.export.display import display_line
from musnad.export.extras import needs
from musnad.model import Dossier, SourceGraph

_DATED = re.compile(r' lastmodifieddate="[^"]*"')


def render_graphml(dossier: Dossier) -> str:
    """Return the source graph as GraphML."""
    from_library = needs("networkx", "graphs")
    written = io.BytesIO()
    from_library.write_graphml_xml(source_graph_of(dossier), written, encoding="utf-8", prettyprint=True)
    return written.getvalue().decode()


def render_gexf(dossier: Dossier) -> str:
    """Return the source graph as GEXF 1.2."""
    from_library = needs("networkx", "graphs")
    lines = from_library.generate_gexf(source_graph_of(dossier), encoding="utf-8", version="1.2draft")
    # The library dates what it writes; the same dossier should give the same file.
    return "\n".join(_DATED.sub("", line) for line in lines) + "\n"


def source_graph_of(dossier: Dossier) -> Any:
    """Return a networkx.DiGraph: pages, outlets and sources, with an edge from each to whom it has words from.

    `propositions` of a node says behind how many it stands, `assertions` of an edge how many claims went that way.
    """
    graph = needs("networkx", "graphs").DiGraph()
    for proposition in dossier.propositions:
        for independence in (proposition.affirmed, proposition.denied):
            _add(graph, independence.graph)
    return graph


def _add(graph: Any, part: SourceGraph) -> None:
    circular = {name for circle in part.circles for name in circle}
    for node in part.nodes:
        known = graph.nodes.get(node.id, {})
        graph.add_node(
            node.id,
            label=display_line(node.label),
            kind=node.kind.value,
            anonymity=node.anonymity.value if node.anonymity else "",
            pages=max(len(node.members), known.get("pages", 0)),
            root=node.id in part.roots or known.get("root", False),
            circular=node.id in circular or known.get("circular", False),
            propositions=known.get("propositions", 0) + 1,
        )
    for edge in part.edges:
        carried = graph.get_edge_data(edge.holder, edge.source, {}).get("assertions", 0)
        graph.add_edge(edge.holder, edge.source, assertions=carried + len(edge.assertions))
