"""The ontology's Turtle files as one index of facts by node."""

from pathlib import Path

from pyoxigraph import Literal, NamedNode, Quad

from kg.namespaces import CODE, ONTOLOGY, TRIGGER
from kg.ontology import parse_turtle

RDFS = "http://www.w3.org/2000/01/rdf-schema#"
NOTATION = "http://www.w3.org/2004/02/skos/core#notation"


class Index:
    """The Turtle files of the ontology as one index, with the family (file) that declares each trigger."""

    def __init__(self, folder: Path) -> None:
        self._facts: dict[str, dict[str, list[str]]] = {}
        self._family: dict[str, str] = {}
        for path in sorted(folder.rglob("*.ttl")):
            for quad in parse_turtle(path):
                self._add(quad, path.stem)

    def _add(self, quad: Quad, family: str) -> None:
        if isinstance(quad.subject, NamedNode) and isinstance(quad.object, NamedNode | Literal):
            node = quad.subject.value
            self._facts.setdefault(node, {}).setdefault(quad.predicate.value, []).append(quad.object.value)
            if node.startswith(TRIGGER):
                self._family[node] = family

    def values(self, node: str, predicate: str) -> tuple[str, ...]:
        """All objects of a node's predicate."""
        return tuple(self._facts.get(node, {}).get(predicate, ()))

    def value(self, node: str, predicate: str) -> str | None:
        """The first object of a node's predicate."""
        return next(iter(self.values(node, predicate)), None)

    def facts(self, node: str) -> dict[str, tuple[str, ...]]:
        """What the ontology's own predicates say of a node, by local name."""
        own = self._facts[node].items()
        return {key.removeprefix(ONTOLOGY): tuple(values) for key, values in own if key.startswith(ONTOLOGY)}

    def parents(self) -> dict[str, str]:
        """The superclass of every class that has one in the ontology."""
        above = {
            node: [p for p in self.values(node, RDFS + "subClassOf") if p.startswith(ONTOLOGY)] for node in self._facts
        }
        return {n.removeprefix(ONTOLOGY): p[0].removeprefix(ONTOLOGY) for n, p in above.items() if p}

    def event_classes(self) -> list[str]:
        """The classes below Event, sorted."""
        below: dict[str, list[str]] = {}
        for name, parent in self.parents().items():
            below.setdefault(parent, []).append(name)
        found, waiting = [], ["Event"]
        while waiting:
            children = below.get(waiting.pop(), [])
            found += children
            waiting += children
        return sorted(found)

    def nodes(self, prefix: str) -> list[str]:
        """The nodes whose IRI begins so, sorted."""
        return sorted(node for node in self._facts if node.startswith(prefix))

    def trigger_nodes(self) -> list[tuple[str, str]]:
        """Every trigger with its family, the name of the file that declares it."""
        return sorted(self._family.items())

    def code(self, iri: str) -> tuple[str, str]:
        """The system and the notation of a code."""
        system = iri.removeprefix(CODE).partition("/")[0].replace("-", "_")
        return system, self.value(iri, NOTATION) or iri.rpartition("/")[2]
