"""What a server must remember of each document beside its evidence, in a graph `ledger/<slug>` of its own.

The digest tells which state of the document was put there, the size how many statements its two graphs have together:
where they have not, the document is not whole. The namings, one statement for each way in which the document names an
entity, are what the graph of entities is made from when documents come and go; kg/remote/merges.py has the like.
"""

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from hashlib import sha256

import pyoxigraph as ox
from dacite import Config, from_dict

from kg.namespaces import document_iri
from kg.records import Mention, Record
from kg.remote.merges import sighting_triples
from kg.remote.pages import Row
from kg.triples.entities import Naming, Namings, describe_all, group_namings, is_local
from kg.updates import Triple, to_lines

LEDGER = "https://w3id.org/conflict-kg/ledger#"
DIGEST, SIZE, IDENTIFIER, NAMING = (
    ox.NamedNode(LEDGER + name) for name in ("digest", "size", "identifier", "naming")
)
# What `page_query` takes to ask for the entries, for the sizes of graphs, and for the namings of entities.
ENTRIES = (
    "?node ?digest ?size ?id",
    f"?node {DIGEST} ?digest ; {SIZE} ?size ; {IDENTIFIER} ?id .",
    "STR(?node)",
)
SIZES = (
    "?graph ?size",
    "{ SELECT ?graph (COUNT(*) AS ?size) WHERE { GRAPH ?graph { ?s ?p ?o } } GROUP BY ?graph }",
    "STR(?graph)",
)
NAMED = (
    "?entity ?naming (COUNT(DISTINCT ?graph) AS ?documents)",
    f"GRAPH ?graph {{ ?entity {NAMING} ?naming }}",
    "STR(?entity)",
)
GROUPED = "GROUP BY ?key ?entity ?naming"


@dataclass(frozen=True, slots=True)
class Entry:
    """What tells whether a graph is there as it should be: a digest, how many statements, and what it is called."""

    digest: str
    size: int
    id: str


def make_entry(node: ox.NamedNode, digest: str, name: str, *graphs: Sequence[Triple]) -> tuple[Entry, list[Triple]]:
    """The entry of graphs with these statements, its own counted; and the statements that it is written in."""
    facts = [(IDENTIFIER, name), (DIGEST, digest)]
    size = sum(len(set(graph)) for graph in graphs) + len(facts) + 1
    written = [Triple(node, predicate, ox.Literal(value)) for predicate, value in facts]
    return Entry(digest, size, name), [*written, Triple(node, SIZE, ox.Literal(size))]


def write_ledger(records: Sequence[Record], evidence: Sequence[Triple], base: str) -> tuple[Entry, list[Triple]]:
    """The entry and the whole ledger of one document that has this evidence."""
    document = records[0].document
    namings = [
        Triple(ox.NamedNode(entity), NAMING, ox.Literal(text))
        for entity, text in sorted(write_namings(records, base))
    ]
    names = [*namings, *sighting_triples(records)]
    digest = sha256(to_lines([*evidence, *names])).hexdigest()
    entry, written = make_entry(ox.NamedNode(document_iri(base, document)), digest, document, evidence, names)
    return entry, [*names, *written]


def read_whole(ask: Callable[..., Iterator[Row]], base: str) -> dict[str, Entry]:
    """The entries of the graphs that have as many statements as they should, by node; `ask` asks for all pages."""
    sizes = {graph.value: int(size.value) for graph, size in ask(*SIZES) if graph and size}
    rows = ([term.value if term else "" for term in row] for row in ask(*ENTRIES))
    entries = {node: Entry(digest, int(size), name) for node, digest, size, name in rows}
    return {
        node: entry
        for node, entry in entries.items()
        if sizes.get(node, 0) + sizes.get(ledger_of(node, base), 0) == entry.size
    }


def ledger_of(node: str, base: str) -> str:
    """The graph that holds the ledger of a document, or that of the ontology."""
    name = node.removeprefix(base)
    return base + (f"ledger/{name.removeprefix('doc/')}" if name.startswith("doc/") else "graph/ledger")


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


def entity_triples(namings: Namings, base: str) -> list[Triple]:
    """The graph of entities that these namings give."""
    return [quad.triple for quad in describe_all(namings, base)]
