"""The ontology's files as they go into a store: their quads, their version and a digest of them."""

from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import pyoxigraph as ox

from kg.errors import VocabularyError
from kg.resources import find_file, find_folder

VERSION = ox.NamedNode("http://www.w3.org/2002/07/owl#versionInfo")
SHAPES = "shapes.ttl"


def ontology_files() -> list[Path]:
    """All Turtle files of the ontology but the shapes, in order."""
    return sorted(path for path in find_folder("ontology").rglob("*.ttl") if path.name != SHAPES)


def ontology_quads(graph: ox.NamedNode) -> Iterator[ox.Quad]:
    """Yield the statements of the ontology, in `graph`."""
    for path in ontology_files():
        for quad in parse_turtle(path):
            yield ox.Quad(quad.subject, quad.predicate, quad.object, graph)


def parse_turtle(path: Path) -> list[ox.Quad]:
    """The statements of one Turtle file; VocabularyError says where it cannot be read."""
    try:
        return list(ox.parse(path=str(path), format=ox.RdfFormat.TURTLE, rename_blank_nodes=True))
    except SyntaxError as error:
        raise VocabularyError(f"{path}: {' '.join(str(error).split())}") from error


def ontology_digest() -> str:
    """A digest of the ontology's files: another one means that stores load it again."""
    together = sha256()
    for path in ontology_files():
        together.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return together.hexdigest()


def ontology_version() -> str:
    """The version that the ontology gives itself."""
    versions = (q.object for q in parse_turtle(find_file("ontology", "core.ttl")) if q.predicate == VERSION)
    return next((version.value for version in versions if isinstance(version, ox.Literal)), "0")
