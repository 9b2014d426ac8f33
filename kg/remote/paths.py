"""Ways up the classes for a server that gets paths wrong: what stands above each class, written out in its ledger.

Virtuoso 7 loses rows of paths of any length, and finds rows that are not there, without an error.
"""

import re
from collections.abc import Callable, Iterator

import pyoxigraph as ox
from rdflib.namespace import RDFS

from kg.errors import EndpointError
from kg.ontology import ontology_quads
from kg.rows import Rows
from kg.updates import Triple

BUILT_IN = 'SELECT (<bif:upper>("a") AS ?answer) WHERE {}'
ABOVE, OR_ABOVE = (ox.NamedNode(f"https://w3id.org/conflict-kg/ledger#{name}") for name in ("above", "orAbove"))
WRITTEN = f"SELECT (COUNT(*) AS ?number) WHERE {{ ?class {OR_ABOVE} ?other }}"
CLIMB = re.compile(rf"(?:rdfs:subClassOf|<{RDFS.subClassOf}>)\s?([*+])")
STEPS = {"*": str(OR_ABOVE), "+": str(ABOVE)}


def is_virtuoso(ask: Callable[[str], Rows]) -> bool:
    """Whether the server has a function that only Virtuoso has; others refuse the query, or leave the cell empty."""
    try:
        return any(row.get("answer") == "A" for row in ask(BUILT_IN))
    except EndpointError:
        return False


def is_written_out(ask: Callable[[str], Rows]) -> bool:
    """Whether the server holds what stands above each class."""
    return any(row["number"] != "0" for row in ask(WRITTEN))


def avoid_paths(text: str) -> str:
    """The query, going up the classes by what is written out."""
    return CLIMB.sub(lambda match: STEPS[match[1]], text)


def write_out() -> list[Triple]:
    """What stands above each class of the ontology, and the same with the class itself."""
    parents = find_parents()
    return [triple for node in sorted(parents, key=str) for triple in write_node(node, parents)]


Parents = dict[ox.NamedNode, set[ox.NamedNode]]


def find_parents() -> Parents:
    """The classes right above each class."""
    parents: Parents = {}
    for quad in ontology_quads(ox.NamedNode("urn:ontology")):
        if quad.predicate.value == str(RDFS.subClassOf) and isinstance(quad.object, ox.NamedNode):
            parents.setdefault(quad.subject, set()).add(quad.object)  # type: ignore[arg-type]
            parents.setdefault(quad.object, set())
    return parents


def write_node(node: ox.NamedNode, parents: Parents) -> Iterator[Triple]:
    """What stands above one class."""
    above, open_ends = set[ox.NamedNode](), {node}
    while open_ends:
        found = set().union(*(parents[end] for end in open_ends))
        above, open_ends = above | found, found - above
    yield from (Triple(node, ABOVE, each) for each in sorted(above, key=str))
    yield from (Triple(node, OR_ABOVE, each) for each in sorted({node, *above}, key=str))
