"""What a server must remember of each document beside its evidence, in a graph `ledger/<slug>` of its own.

The digest tells whether the document is there as it should be: the ledger is withdrawn before a document changes and
written after it. The namings, one statement for each way in which the document names an entity, are what the graph of
entities is made from when documents come and go.
"""

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict
from hashlib import sha256

import pyoxigraph as ox
from dacite import Config, from_dict

from kg.namespaces import ONTOLOGY, document_iri
from kg.records import Mention, Record
from kg.remote.pages import Row
from kg.remote.updates import Triple
from kg.triples.entities import Naming, Namings, describe, group_namings, is_local

LEDGER = "https://w3id.org/conflict-kg/ledger#"
DIGEST, IDENTIFIER, NAMING = (ox.NamedNode(LEDGER + name) for name in ("digest", "identifier", "naming"))
# What `page_query` takes to ask for the digests and ids of documents, and for the namings of entities. A document
# whose evidence somebody else withdrew is not held.
HELD = (
    "?node ?digest ?id",
    f"?node {DIGEST} ?digest ; {IDENTIFIER} ?id ; <{ONTOLOGY}sha256> ?text .",
    "STR(?node)",
)
NAMED = (
    "?entity ?naming (COUNT(DISTINCT ?graph) AS ?documents)",
    f"GRAPH ?graph {{ ?entity {NAMING} ?naming }}",
    "STR(?entity)",
)
GROUPED = "GROUP BY ?key ?entity ?naming"


def ledger_triples(records: Sequence[Record], digest: str, base: str) -> list[Triple]:
    """The ledger of one document, whose evidence has this digest."""
    document = records[0].document
    node = ox.NamedNode(document_iri(base, document))
    triples = [
        Triple(ox.NamedNode(entity), NAMING, ox.Literal(text))
        for entity, text in sorted(write_namings(records, base))
    ]
    return [
        *triples,
        Triple(node, IDENTIFIER, ox.Literal(document)),
        Triple(node, DIGEST, ox.Literal(digest)),
    ]


def write_namings(records: Sequence[Record], base: str) -> Iterator[tuple[str, str]]:
    """Entity and naming as JSON, of all entities that are known beyond the document."""
    for is_mention in (False, True):
        chosen = (record for record in records if isinstance(record, Mention) == is_mention)
        for entity, namings in group_namings(chosen, base).items():
            for naming, times in namings.items() if not is_local(entity) else ():
                fields = asdict(naming) | {"times": times, "mention": is_mention}
                yield entity, json.dumps(fields, ensure_ascii=False, sort_keys=True)


def read_namings(rows: Iterable[Row]) -> Namings:
    """How often each entity is named in which way by all documents: by mentions, where there are any."""
    found: dict[bool, dict[str, Counter[Naming]]] = {False: {}, True: {}}
    for entity, text, documents in rows:
        if entity and text and documents:
            fields = json.loads(text.value)
            times, is_mention = fields.pop("times"), fields.pop("mention")
            naming = from_dict(Naming, fields, Config(cast=[tuple]))
            found[is_mention].setdefault(entity.value, Counter())[naming] += times * int(documents.value)
    return {**found[False], **found[True]}


def entity_triples(namings: Namings) -> list[Triple]:
    """The graph of entities that these namings give."""
    return [Triple(*triple) for entity in sorted(namings) for triple in describe(entity, namings[entity])]


def make_digest(lines: bytes) -> str:
    """The digest of a graph in N-Triples."""
    return sha256(lines).hexdigest()
