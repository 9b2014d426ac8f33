"""How fast a store loads and how fast it answers each bundled query, beside plain rdflib in memory.

Run `python benchmarks/queries.py [QUADS...] > benchmarks/queries.md`; by default 100000 and 1000000. The graphs
are made from `synthetic.py`, through the program's own writer and rules. rdflib and `kg load` take part in the
smallest size alone; a query that rdflib does not answer in 3 seconds is stopped. All seconds are
those of the processor, a query's the best of three rounds: other work on the machine hardly changes them.
"""

import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pyoxigraph as ox
from engines import InMemory, OnDisk
from synthetic import make_reports
from timing import busy

from kg.batch import Batch
from kg.header import read_header
from kg.namespaces import BASE
from kg.network import build_network
from kg.ontology import ontology_quads
from kg.query import NamedQuery, list_queries, run_query
from kg.records import Document, Mention, Record
from kg.resources import find_folder
from kg.rows import Source
from kg.store import Store
from kg.triples import entity_quads, to_quads

SIZES = (100_000, 1_000_000)
ROUNDS, PATIENCE = 3, 3
# What a needed parameter is given: an actor that is named very often, and another.
VALUES = {
    "actor": "place/country-1",
    "other": "place/country-6",
    "place": "place/town-1",
    "subject": "place/country-1",
    "property": "ckg:metWith",
    "object": "place/country-6",
    "event": "doc/report-0#event=0,0",
    "words": "shelled",
}


def main() -> None:
    """Print the report."""
    sizes = [int(float(size)) for size in sys.argv[1:]] or list(SIZES)
    print("# Queries\n\nMade by `python benchmarks/queries.py`; all figures of one run on one machine.")
    for size in sizes:
        with TemporaryDirectory() as folder:
            measure(size, Path(folder), with_rdflib=size == min(sizes))


def measure(size: int, folder: Path, *, with_rdflib: bool) -> None:
    """Print the tables for one size."""
    file, store = folder / "graph.nq", folder / "database"
    documents = make_file(size, file)
    print(f"\n## {size:,} quads: {documents:,} documents\n")
    loads = measure_loads(file, store, folder)
    memory: list[Source] = []
    if with_rdflib:
        dump(store, file)
        loads["rdflib, in memory"] = busy(lambda: memory.append(InMemory(file)))
        loads["kg load, from records, with rules"] = busy(lambda: load_records(documents, folder / "kg-store"))
    print("| load | seconds | quads/s |\n|---|---|---|")
    for name, seconds in loads.items():
        print(f"| {name} | {seconds:.1f} | {size / seconds:,.0f} |")
    print_latencies(OnDisk(store), memory[0] if memory else None)
    start = time.process_time()
    network = build_network(OnDisk(store).select)
    seconds = time.process_time() - start
    print(f"\nThe whole network, {len(network):,} actors and {network.size():,} ties: read in {seconds:.1f} seconds.")


def make_file(size: int, path: Path) -> int:
    """Write the evidence, entities and ontology of enough reports as N-Quads; how many reports."""
    kept: list[Record] = []
    quads = documents = 0
    with path.open("wb") as file:
        for documents, records in enumerate(make_reports(), start=1):  # noqa: B007
            quads += write(to_quads(records), file)
            kept += [record for record in records if isinstance(record, Mention | Document)]
            if quads >= size:
                break
        write(entity_quads(kept), file)
        write(ontology_quads(ox.NamedNode(f"{BASE}graph/ontology")), file)
    return documents


def write(quads: Iterator[ox.Quad], file: Any) -> int:
    """Write the quads; how many they are."""
    made = list(quads)
    file.write(ox.serialize(made, format=ox.RdfFormat.N_QUADS))
    return len(made)


def measure_loads(file: Path, store: Path, folder: Path) -> dict[str, float]:
    """The seconds that each way of loading takes; leaves the database with what the rules derive."""
    loads = {}
    if program := shutil.which("oxigraph", path=str(Path(sys.executable).parent)) or shutil.which("oxigraph"):
        command = [program, "load", "-l", str(folder / "own"), "-f", str(file)]
        loads["Oxigraph's own loader"] = busy(lambda: run_program(command))
    database = ox.Store(str(store))
    loads["bulk load, on disk"] = busy(lambda: database.bulk_load(path=str(file)))
    for path in sorted((find_folder("queries") / "derive").glob("*.rq")):
        loads[f"the rule {path.stem}"] = busy(lambda path=path: run_rule(database, path))  # type: ignore[misc]
    database.flush()
    return loads


def run_rule(database: ox.Store, path: Path) -> None:
    """Add to the database what one rule concludes."""
    graph = ox.NamedNode(f"{BASE}graph/{read_header(path)['graph']}")
    answer = database.query(path.read_text(encoding="utf-8"), use_default_graph_as_union=True)
    assert isinstance(answer, ox.QueryTriples)
    database.extend([ox.Quad(t.subject, t.predicate, t.object, graph) for t in answer])


def run_program(command: list[str]) -> None:
    """Run a program to its end."""
    subprocess.run(command, check=True, capture_output=True)


def dump(store: Path, file: Path) -> None:
    """Write the whole database, so that rdflib has what the rules derive."""
    ox.Store.read_only(str(store)).dump(str(file), format=ox.RdfFormat.N_QUADS)


def load_records(documents: int, folder: Path) -> None:
    """Put the same reports into a store of kg's own."""
    with Store.open(folder, "write") as store, Batch(store) as batch:
        for records in islice(make_reports(), documents):
            batch.put_document(records)


def print_latencies(disk: OnDisk, memory: Source | None) -> None:
    """Print how long each query takes with its default parameters and limits, slowest first."""
    rows = [(query, *ask(disk, query), ask(memory, query) if memory else None) for query in list_queries()]
    print(f"\nMilliseconds of the processor:\n\n| query | rows | ms on disk |{' ms in rdflib |' if memory else ''}")
    print(f"|---|---|---|{'---|' if memory else ''}")
    for query, seconds, number, other in sorted(rows, key=lambda row: -row[1]):
        last = f" {f'{1000 * other[0]:.0f}' if other[1] >= 0 else f'over {PATIENCE * 1000}'} |" if other else ""
        print(f"| `{query.name}` | {number} | {1000 * seconds:.0f} |{last}")


def ask(source: Source, query: NamedQuery) -> tuple[float, int]:
    """The seconds of the best of some rounds and the number of rows, -1 when it takes too long."""
    values = {p.name: VALUES[p.name] for p in query.parameters.values() if not p.optional and p.default is None}
    seconds, rows = [], -1
    for _ in range(ROUNDS if isinstance(source, OnDisk) else 1):
        start = time.process_time()
        rows = count_rows(source, query, values)
        seconds.append(time.process_time() - start)
    return min(seconds), rows


def count_rows(source: Source, query: NamedQuery, values: Mapping[str, str]) -> int:
    """How many rows there are; -1 when rdflib takes too long."""
    if isinstance(source, OnDisk):
        return len(run_query(source, query, values))
    signal.signal(signal.SIGALRM, stop)
    signal.alarm(PATIENCE)
    try:
        return len(run_query(source, query, values)) if not query.transform else -1
    except (TimeoutError, RecursionError):
        return -1
    finally:
        signal.alarm(0)


def stop(*_: object) -> None:
    """End a query that takes too long."""
    raise TimeoutError


if __name__ == "__main__":
    main()
