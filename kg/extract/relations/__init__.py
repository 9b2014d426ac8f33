"""Standing relations between two parties of a document: who holds which office, what belongs to, lies in or backs what.

The patterns stand in `ontology/language/relations.tsv`, each with one of four constructions: a `role` noun with its
bearer (`roles`), a `verb`, `noun` or `adjective` with its slots (`frames`), a `compound` such as "Iran-backed"
(`compounds`), and words `between` two neighbouring names (`neighbours`).
"""

from kg.extract.relations.find import find_relations

__all__ = ["find_relations"]
