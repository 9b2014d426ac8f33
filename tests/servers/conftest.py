"""The servers, each started once for all tests of this folder; a test that needs one that is absent is skipped."""

from collections.abc import Iterator
from pathlib import Path

import pytest

import kg
from kg.remote import Server
from kg.store import Store
from tests.conftest import SEEDS
from tests.reports import make_report
from tests.servers.programs import Program, find_program, run_oxigraph, run_virtuoso

NEEDED = {
    "oxigraph": ("oxigraph", "needs the server of the package 'oxigraph'"),
    "virtuoso": ("virtuoso-t", "needs Debian's virtuoso-opensource-7-bin"),
}
STARTS = {
    "oxigraph": lambda folder: run_oxigraph(folder, "--union-default-graph", "--timeout-s", "10"),
    "virtuoso": run_virtuoso,
}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.server)


@pytest.fixture(scope="session", params=list(NEEDED))
def program(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Program]:
    """Each server in turn."""
    name, reason = NEEDED[request.param]
    if find_program(name) is None:
        pytest.skip(reason)
    with STARTS[request.param](tmp_path_factory.mktemp(request.param)) as started:
        yield started


@pytest.fixture
def server(program: Program) -> Server:
    """A connection to a server that holds nothing of ours but the ontology."""
    opened = program.open()
    if graphs := find_graphs(opened):
        opened.update(" ;\n".join(f"DROP SILENT GRAPH <{graph}>" for graph in graphs))
    return program.open()


def find_graphs(server: Server) -> list[str]:
    """The named graphs below our base, those of the ontology not among them."""
    kept = {server.base + "graph/ontology", server.base + "graph/ledger"}
    text = "SELECT DISTINCT ?graph WHERE { GRAPH ?graph { ?s ?p ?o } }"
    return sorted(
        row["graph"]
        for row in server.select(text)
        if row["graph"].startswith(server.base) and row["graph"] not in kept
    )


@pytest.fixture(scope="session")
def embedded(tmp_path_factory: pytest.TempPathFactory) -> Store:
    """An embedded store with the reports a and b, to compare with."""
    path = tmp_path_factory.mktemp("embedded") / "store"
    with Store.open(path, "write") as made:
        for name in "ab":
            made.put_document(make_report(name))
    return Store.open(path)


@pytest.fixture(scope="session")
def seeds(tmp_path_factory: pytest.TempPathFactory) -> Store:
    """An embedded store with some of the seed reports."""
    path = tmp_path_factory.mktemp("seeds") / "store"
    names = ("partial-mobilization", "kuwait-invasion", "sarajevo-air-strikes", "khartoum-clashes")
    kg.build(*(SEEDS / f"{name}.md" for name in names), store=path)
    return Store.open(path)
