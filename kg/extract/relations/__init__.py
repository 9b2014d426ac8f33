"""Standing relations between two parties: who holds which office, what belongs to, lies in or backs what.

The patterns stand in `ontology/language/relations.tsv`, each with one of these constructions: a `role` noun
and its bearer (`roles`), a `verb`, `noun` or `adjective` with its slots (`frames`), a `compound` such as
"Iran-backed" (`compounds`), and the words `between` two neighbouring names (`neighbours`).
"""

from kg.extract.relations.find import find_relations

__all__ = ["find_relations"]
