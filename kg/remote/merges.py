"""Which names of which documents are one node on a server: the graph that a store makes from its records."""

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict

import pyoxigraph as ox

from kg.records import Mention, Record
from kg.remote.pages import Row
from kg.resolve.ledger import Ledger, Sighting
from kg.resolve.resolution import Resolution
from kg.triples.entities import is_local
from kg.updates import Triple, to_triples

SIGHTING = ox.NamedNode("https://w3id.org/conflict-kg/ledger#sighting")
SEEN = f"GRAPH ?graph {{ ?entity {SIGHTING} ?sighting }}"
# What `page_query` takes to ask how many documents name an entity, and how.
COUNTED = ("?entity (COUNT(DISTINCT ?graph) AS ?documents)", SEEN, "STR(?entity)")
GROUPED = "GROUP BY ?key ?entity"
SIGHTED = ("?entity ?sighting", f"{{ SELECT DISTINCT ?entity ?sighting WHERE {{ {SEEN} }} }}", "STR(?entity)")


def sighting_triples(records: Iterable[Record]) -> list[Triple]:
    """What the ledger of a document says of the names in it."""
    seen = {
        (record.entity, Sighting(record.name, record.text, record.type == "Person"))
        for record in records
        if isinstance(record, Mention) and record.form == "name" and not is_local(record.entity)
    }
    return [
        Triple(ox.NamedNode(entity), SIGHTING, ox.Literal(json.dumps(asdict(sighting), ensure_ascii=False)))
        for entity, sighting in sorted(seen)
    ]


def read_merges(ask: Callable[..., Iterator[Row]], base: str) -> list[Triple]:
    """The graph of merges that the ledgers of all documents give; nobody decides anything on a server."""
    ledger = Ledger(Resolution(base))
    rows = list(ask(*SIGHTED))
    sighted = [(entity.value, Sighting(**json.loads(text.value))) for entity, text in rows if entity and text]
    first = dict(reversed(sighted))
    counted = [(node.value, int(count.value)) for node, count in ask(*COUNTED, ends=GROUPED) if node and count]
    for iri, count in counted:
        for document in range(count):
            ledger.see(iri, str(document), first[iri])
    for iri, sighting in sighted:
        ledger.see(iri, "0", sighting)
    return to_triples(ledger.quads())
