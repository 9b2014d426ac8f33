"""Records as RDF: the evidence of one document, and the entities of many. docs/graph.md shows the outcome."""

from kg.triples.entities import entity_quads
from kg.triples.evidence import to_quads

__all__ = ["entity_quads", "to_quads"]
