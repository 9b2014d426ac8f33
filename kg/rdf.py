"""The bridge from the store's terms to rdflib's."""

from collections.abc import Iterable

from pyoxigraph import Quad, RdfFormat, serialize
from rdflib import Dataset


def to_dataset(quads: Iterable[Quad]) -> Dataset:
    """The quads as an rdflib dataset whose default graph is the union of all graphs."""
    dataset = Dataset(default_union=True)
    dataset.parse(data=serialize(quads, format=RdfFormat.N_QUADS), format="nquads")
    return dataset
