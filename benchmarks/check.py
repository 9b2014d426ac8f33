"""How long `kg check` takes and how much memory, and how a store fills beside Oxigraph's own loader.

Run `python benchmarks/check.py [DOCUMENTS...] > benchmarks/check.md`; by default 100, 200 and 400. The reports are
made by `synthetic.py`. Each check runs in a process of its own, so that its peak of memory is its own.
"""

import shutil
import subprocess
import sys
import time
from itertools import groupby, islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import cast

import pyoxigraph as ox
from synthetic import make_reports
from timing import took

from kg.check import check_store
from kg.derive import replace_graphs
from kg.rows import Rows
from kg.store import Store

SIZES = (100, 200, 400)
COUNT = "SELECT (COUNT(*) AS ?n) WHERE { ?event <https://w3id.org/conflict-kg/ontology#rule> ?rule }"


def main() -> None:
    """Measure and print."""
    if sys.argv[1:2] == ["--one"]:
        check_one(Path(sys.argv[2]))
        return
    print(f"# kg check and the load\n\nMade by `python benchmarks/check.py {' '.join(sys.argv[1:])}`.\n")
    print("| documents | events | statements | check | memory at its peak | graph by graph | Oxigraph's own loader |")
    print("|---|---|---|---|---|---|---|")
    for size in map(int, sys.argv[1:] or SIZES):
        with TemporaryDirectory() as folder:
            print(measure(size, Path(folder)), flush=True)


def measure(size: int, folder: Path) -> str:
    """One line of the table, for this number of documents."""
    with Store.open(folder / "store", "write") as made:
        for records in islice(make_reports(), size):
            made.put_document(records)
    with Store.open(folder / "store") as store:
        events, file = count(store.select(COUNT)), folder / "graph.nq"
        statements = write_file(store, file)
    command = [sys.executable, __file__, "--one", str(folder / "store")]
    seconds, megabytes = subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()
    ours, own = took(lambda: load_here(file, folder / "ours")), took(lambda: load_there(file, folder / "own"))
    return f"| {size:,} | {events:,} | {statements:,} | {seconds} s | {megabytes} MB | {ours:.1f} s | {own:.1f} s |"


def check_one(store: Path) -> None:
    """Check a store and print how many seconds and megabytes it took; a finding is a bug."""
    start = time.perf_counter()
    with Store.open(store) as opened:
        report = check_store(opened)
    if report.findings:
        raise SystemExit(f"{len(report.findings)} findings, the first: {report.findings[0]}")
    print(f"{time.perf_counter() - start:.0f}", read_peak())


def read_peak() -> int:
    """The most memory of this process, in MB; what `getrusage` says may be that of the process that started it."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return next(int(line.split()[1]) for line in status.splitlines() if line.startswith("VmHWM")) // 1024


def count(rows: Rows) -> int:
    """The number in the only row."""
    return int(next(iter(rows))["n"])


def write_file(store: Store, file: Path) -> int:
    """Write the whole graph as N-Quads; how many statements it has."""
    quads = sorted(store.quads(), key=lambda quad: str(quad.graph_name))
    ox.serialize(quads, str(file), format=ox.RdfFormat.N_QUADS)
    return len(quads)


def load_here(file: Path, folder: Path) -> None:
    """Load a file as `kg` writes to its store: graph after graph, each whole or not at all."""
    database = ox.Store(str(folder))
    for graph, quads in groupby(ox.parse(path=str(file)), lambda quad: quad.graph_name):
        replace_graphs(database, {cast("ox.NamedNode", graph): quads})
    database.flush()


def load_there(file: Path, folder: Path) -> None:
    """Load a file with Oxigraph's own program."""
    program = shutil.which("oxigraph", path=str(Path(sys.executable).parent)) or "oxigraph"
    subprocess.run([program, "load", "-l", str(folder), "-f", str(file)], check=True, capture_output=True)


if __name__ == "__main__":
    main()
