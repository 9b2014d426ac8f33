"""How long `kg check` takes and how much memory, and how a store fills beside Oxigraph's own loader.

Run `python benchmarks/check.py [DOCUMENTS...] > benchmarks/check.md`; by default 100, 400 and 5000. The reports are
made by `synthetic.py`. Each check runs in a process of its own, so that its peak of memory is its own. All seconds
are those of the processor.
"""

import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from itertools import chain, groupby, islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import IO, cast

import pyoxigraph as ox
from synthetic import make_reports
from timing import busy

from kg.batch import LARGE, Batch
from kg.check import check_store
from kg.derive import replace_graphs
from kg.rows import Rows
from kg.store import Store
from kg.triples import to_quads

SIZES = (100, 400, 5000)
SHARED = ("ontology", "entities", "merges", "facts", "direct", "codes")
COUNT = "SELECT (COUNT(*) AS ?n) WHERE { ?event <https://w3id.org/conflict-kg/ontology#rule> ?rule }"
Graphs = dict[ox.NamedNode, list[ox.Quad]]
MEASURED = ("documents", "events", "statements", "check", "memory at its peak")
LOADED = ("kg, new documents", "kg, replaced documents", "Oxigraph's own loader")
NOTES = """
The last three columns are loads of the same statements from a file: by `kg`, many documents at a time, each there whole
or not at all after an interruption, and by Oxigraph's loader, which may leave a part. "Replaced" is the worst case:
every document is there already and next to none of its statements stays.
"""


def main() -> None:
    """Measure and print."""
    if sys.argv[1:2] == ["--one"]:
        check_one(Path(sys.argv[2]))
        return
    print(f"# kg check and the load\n\nMade by `python benchmarks/check.py {' '.join(sys.argv[1:])}`.\n")
    head = (*MEASURED, *LOADED)
    print(f"| {' | '.join(head)} |\n|{'---|' * len(head)}")
    for size in map(int, sys.argv[1:] or SIZES):
        with TemporaryDirectory() as folder:
            print(f"| {' | '.join(measure(size, Path(folder)))} |", flush=True)
    print(NOTES.rstrip())


def measure(size: int, folder: Path) -> Iterator[str]:
    """Yield the cells of one line of the table, for this number of documents."""
    with Store.open(folder / "store", "write") as made, Batch(made) as batch:
        for records in islice(make_reports(), size):
            batch.put_document(records)
    file, other = folder / "graph.nq", folder / "other.nq"
    with Store.open(folder / "store") as store:
        yield from (f"{size:,}", f"{count(store.select(COUNT)):,}", f"{write_file(store, file):,}")
    command = [sys.executable, __file__, "--one", str(folder / "store")]
    seconds, megabytes = subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()
    yield from (f"{seconds} s", f"{megabytes} MB")
    others = chain.from_iterable(map(to_quads, islice(make_reports(seed=2), size)))
    ox.serialize(others, str(other), format=ox.RdfFormat.N_QUADS)
    for work in (lambda: load_here(file, folder / "ours"), lambda: load_here(other, folder / "ours")):
        yield f"{busy(work):.1f} s"
    yield f"{busy(lambda: load_there(file, folder / 'own')):.1f} s"


def check_one(store: Path) -> None:
    """Check a store and print how many seconds and megabytes it took; a finding is a bug."""
    start = time.process_time()
    with Store.open(store) as opened:
        report = check_store(opened)
    if report.findings:
        raise SystemExit(f"{len(report.findings)} findings, the first: {report.findings[0]}")
    print(f"{time.process_time() - start:.0f}", read_peak())


def read_peak() -> int:
    """The most memory of this process, in MB; what `getrusage` says may be that of the process that started it."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return next(int(line.split()[1]) for line in status.splitlines() if line.startswith("VmHWM")) // 1024


def count(rows: Rows) -> int:
    """The number in the only row."""
    return int(next(iter(rows))["n"])


def write_file(store: Store, file: Path) -> int:
    """Write the whole graph as N-Quads, one graph after the other; how many statements it has."""
    graphs = [f"doc/{slug}" for slug in store.documents()] + [f"graph/{name}" for name in SHARED]
    with file.open("wb") as out:
        return sum(write_graph(list(store.quads(graph)), out) for graph in graphs)


def write_graph(quads: list[ox.Quad], out: IO[bytes]) -> int:
    """Write the quads; how many they are."""
    ox.serialize(quads, out, format=ox.RdfFormat.N_QUADS)
    return len(quads)


def load_here(file: Path, folder: Path) -> None:
    """Load a file as `kg load` writes to its store: many graphs at once, each whole or not at all."""
    database, graphs, size = ox.Store(str(folder)), Graphs(), 0
    for graph, quads in groupby(ox.parse(path=str(file)), lambda quad: cast("ox.NamedNode", quad.graph_name)):
        graphs[graph] = list(quads)
        size += len(graphs[graph])
        if size >= LARGE:
            replace_graphs(database, graphs)
            graphs, size = Graphs(), 0
    replace_graphs(database, graphs)
    database.flush()


def load_there(file: Path, folder: Path) -> None:
    """Load a file with Oxigraph's own program."""
    program = shutil.which("oxigraph", path=str(Path(sys.executable).parent)) or "oxigraph"
    subprocess.run([program, "load", "-l", str(folder), "-f", str(file)], check=True, capture_output=True)


if __name__ == "__main__":
    main()
