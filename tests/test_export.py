"""What is exported is what is in the store, byte for byte the same each time."""

import io
import subprocess
import sys
from pathlib import Path

import pyoxigraph as ox
import pytest

from kg.errors import RequestError
from kg.export import FORMATS, write_graph
from kg.store import Store
from tests.reports import make_report

READ = {"nquads": ox.RdfFormat.N_QUADS, "trig": ox.RdfFormat.TRIG, "jsonld": ox.RdfFormat.JSON_LD}
PRINT = """
import sys
from kg.export import write_graph
from kg.store import Store
with Store.open(sys.argv[1]) as opened:
    write_graph(opened, sys.stdout.buffer, sys.argv[2])
"""


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("export") / "store"
    with Store.open(path, "write") as made:
        made.put_document(make_report("a"))
        made.put_document(make_report("b"))
    return path


def export(path: Path, form: str) -> bytes:
    out = io.BytesIO()
    with Store.open(path) as opened:
        write_graph(opened, out, form)
    return out.getvalue()


def read_back(data: bytes, form: ox.RdfFormat) -> set[ox.Quad]:
    """The quads as another store takes them in: one lexical form for each number."""
    store = ox.Store()
    store.load(data, format=form)
    return set(store)


@pytest.mark.parametrize("form", READ)
def test_all_quads_but_the_ontology_come_back(path: Path, form: str) -> None:
    with Store.open(path) as opened:
        graphs = {name: set(opened.quads(name)) for name in ("doc/a", "doc/b", "graph/entities", "graph/direct")}
    read = read_back(export(path, form), READ[form])
    assert set().union(*graphs.values()) <= read
    assert not [quad for quad in read if "graph/ontology" in str(quad.graph_name)]


@pytest.mark.parametrize("form", FORMATS)
def test_bytes_do_not_depend_on_chance(path: Path, form: str) -> None:
    runs = {
        subprocess.run(
            [sys.executable, "-W", "ignore", "-c", PRINT, str(path), form],
            env={"PYTHONHASHSEED": seed},
            cwd=Path(__file__).parent.parent,
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(runs) == 1


@pytest.mark.parametrize("form", ["nquads", "ntriples"])
def test_lines_are_sorted(path: Path, form: str) -> None:
    lines = export(path, form).splitlines()
    assert lines == sorted(lines)


@pytest.mark.parametrize(("form", "read"), [("turtle", ox.RdfFormat.TURTLE), ("ntriples", ox.RdfFormat.N_TRIPLES)])
def test_the_union_has_each_statement_once(path: Path, form: str, read: ox.RdfFormat) -> None:
    with Store.open(path) as opened:
        triples = {
            (str(q.subject), str(q.predicate), str(q.object))
            for q in opened.quads()
            if "graph/ontology" not in str(q.graph_name)
        }
    data = export(path, form)
    found = {(str(q.subject), str(q.predicate), str(q.object)) for q in read_back(data, read)}
    assert (found, len(list(ox.parse(data, format=read)))) == (triples, len(triples))


def test_an_unknown_form_lists_the_known(path: Path) -> None:
    with pytest.raises(RequestError, match="nquads, ntriples, trig, turtle, jsonld"):
        export(path, "rdfxml")
