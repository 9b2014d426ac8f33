"""The verbs of the command line as functions; `import kg` offers them, and `kg.build` besides.

Each works on the store in a folder, by default `kg-store` in the working directory, and loads only what it
needs.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import IO, TYPE_CHECKING

from kg.namespaces import BASE
from kg.sources import open_source

if TYPE_CHECKING:
    from kg.catalogue import TypeEntry
    from kg.check import CheckReport
    from kg.explain import Explanation
    from kg.library import NamedQuery
    from kg.network import ActorMeasures, NetworkSummary
    from kg.read import Issue
    from kg.records import Record
    from kg.remote import Endpoint, Server
    from kg.rows import Rows, Source
    from kg.stats import Stats
    from kg.store import Store

STORE = "kg-store"
Folder = Path | str
Told = Callable[[str], None]


def silent(_: object) -> None:
    """Hear and say nothing."""


def extract(
    *paths: Folder,
    published: str | None = None,
    base: str = BASE,
    actors: Sequence[Folder] = (),
    on_issue: "Callable[[Issue], None]" = silent,
) -> "Iterator[list[Record]]":
    """The records of each document in files and folders, without a store; docs/records.md explains them.

    `actors` are tables of actors of your own.
    """
    from kg.pipeline import extract_paths

    return extract_paths(paths, on_issue, published=published, base=base, actors=actors)


def load(
    *paths: Folder,
    store: Folder = STORE,
    base: str | None = None,
    server: "Server | None" = None,
    on_issue: "Callable[[Issue], None]" = silent,
) -> int:
    """Put the documents of records files, as `extract` writes them, into the store; how many there were.

    With a `server` (`open_server`) they go there instead.
    """
    from kg.loading import load_files

    return load_files(paths, Path(store), base, on_issue, server)


def remove(*documents: str, store: Folder = STORE, server: "Server | None" = None) -> list[str]:
    """Withdraw documents, and all that only they support, from store or server; their names in the graph."""
    from kg.loading import find_base
    from kg.store import Store

    if server is None:
        Store.open(store).close()  # says so when there is none
    with server or Store.open(store, "write", base=find_base(Path(store))) as target:
        return [target.remove_document(document) for document in documents]


def query(
    name: str,
    values: Mapping[str, str] | None = None,
    *,
    store: Folder = STORE,
    source: "Source | None" = None,
    told: Told = silent,
) -> "Rows":
    """The rows of a bundled query, or of one in a file of your own.

    They come from the store, or from a `source` that is open already (`open_source`). `told` hears which node
    a name among the values was taken for.
    """
    from kg.query import load_query, run_query

    return run_query(source or open_source(store), load_query(name), values, told)


def queries() -> "list[NamedQuery]":
    """All bundled queries, by family and name."""
    from kg.library import list_queries

    return list_queries()


def explain(*what: str, store: Folder = STORE, source: "Source | None" = None, told: Told = silent) -> "Explanation":
    """The sentences behind a node, or behind the triple of a subject, a property and an object."""
    from kg.explain import explain as find_evidence

    return find_evidence(source or open_source(store), *what, told=told)


def stats(*, store: Folder = STORE, source: "Source | None" = None) -> "Stats":
    """What the store holds, in numbers."""
    from kg.stats import count_store

    return count_store(source or open_source(store))


def types(name: str | None = None) -> "list[TypeEntry]":
    """The event types with their triggers and codes, or the one of this name."""
    from kg.catalogue import find_types

    return find_types(name)


def check(*, store: Folder = STORE, source: "Store | Endpoint | None" = None) -> "CheckReport":
    """What is not as it should be, by the SHACL shapes and by queries that should find nothing."""
    from kg.check import check_store
    from kg.store import Store

    chosen = source or open_source(store)
    if isinstance(chosen, Store):
        return check_store(chosen)
    from kg.remote.copies import open_trusted

    with open_trusted(chosen) as trusted:
        return check_store(trusted)


def serve(*, store: Folder = STORE, port: int = 8000, seconds: float = 30, told: Told = silent) -> None:
    """Serve the store on this machine, a page at / and read-only SPARQL at /sparql, until interrupted."""
    from kg.served import serve as serve_store

    serve_store(store, port=port, seconds=seconds, told=told)


def export(form: str, out: IO[bytes], *, store: Folder = STORE, ontology: bool = False) -> None:
    """Write the graph as nquads, ntriples, trig, turtle or jsonld, or the records; the same store gives the same."""
    from kg.export import write_graph
    from kg.loading import write_records
    from kg.store import Store

    if form == "records":
        write_records(Store.open(store), out)
    else:
        write_graph(Store.open(store), out, form, ontology=ontology)


def network(
    path: Folder,
    *,
    store: Folder = STORE,
    source: "Source | None" = None,
    include_local: bool = False,
    title: str | None = None,
    actor: str | None = None,
    hops: int = 1,
    told: Told = silent,
) -> "NetworkSummary":
    """Write the actor network as a page, picture or data, by the suffix of `path`; its counts.

    With an `actor`, by name or IRI, only what is at most `hops` ties away; `told` hears whom a name was taken for.
    """
    from kg.names import find_iri
    from kg.network.write import TITLE, find_writer, write_network

    find_writer(Path(path))  # says what is wrong with it before anything is asked
    asked = source or open_source(store)
    around = find_iri(asked, actor, told=told).value if actor else None
    title = title or (f"{TITLE} around {actor}" if actor else TITLE)
    return write_network(
        asked.select, Path(path), include_local=include_local, title=title, actor=around, hops=hops
    )


def measures(
    *, store: Folder = STORE, source: "Source | None" = None, include_local: bool = False
) -> "list[ActorMeasures]":
    """How central each actor of the network is, most events first."""
    from kg.network import build_network, measure_network

    return measure_network(build_network((source or open_source(store)).select, include_local=include_local))
