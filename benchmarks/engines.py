"""What the queries run on: the database that kg keeps on disk, and the same quads in rdflib."""

from pathlib import Path

import pyoxigraph as ox
from rdflib import Dataset

from kg.namespaces import BASE
from kg.rows import Rows, to_rows


class OnDisk:
    """A database on disk, read only."""

    base = BASE

    def __init__(self, path: Path) -> None:
        self.database = ox.Store.read_only(str(path))

    def select(self, text: str) -> Rows:
        """Answer a SELECT query."""
        return to_rows(self.database.query(text, use_default_graph_as_union=True))


class InMemory:
    """The same quads in rdflib; only the number of rows is of interest."""

    base = BASE

    def __init__(self, path: Path) -> None:
        self.dataset = Dataset(default_union=True)
        self.dataset.parse(path, format="nquads")

    def select(self, text: str) -> Rows:
        """Answer a SELECT query, without turning the terms of its rows."""
        return Rows((), tuple(() for _ in self.dataset.query(text)))
