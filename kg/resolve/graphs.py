"""The graphs that speak of several documents at once: the named entities, and the ledger of their merges."""

from collections.abc import Iterable, Sequence

from pyoxigraph import Quad

from kg.records import Record
from kg.resolve.ledger import Ledger
from kg.resolve.resolution import Resolution
from kg.triples.entities import Tally, describe_all


def make_shared(documents: Iterable[Sequence[Record]], resolution: Resolution) -> dict[str, list[Quad]]:
    """The graphs by name, from the records of each document and what was decided."""
    tally, ledger = Tally(resolution.base), Ledger(resolution)
    for records in documents:
        nodes = resolution.nodes(records)
        tally.add(records, nodes)
        ledger.add(records, nodes)
    entities = describe_all(tally.namings(), resolution.base)
    return {"graph/entities": list(entities), "graph/merges": list(ledger.quads())}
