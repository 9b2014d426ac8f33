"""The verbs that ask give on a server what they give on an embedded store."""

import json
from pathlib import Path

import pytest

import kg
from kg.check import Finding, check_store
from kg.errors import EndpointError, RequestError
from kg.query import NamedQuery, list_queries, run_query
from kg.remote import Endpoint, Server
from kg.rows import Source
from kg.store import Store
from tests.conftest import Run
from tests.servers.programs import Program


@pytest.fixture(scope="module")
def loaded(program: Program, seeds: Store) -> Server:
    with program.open() as server:
        for slug in server.held().copy():
            server.remove_document(slug)
        for slug in seeds.documents():
            server.put_document(seeds.records(slug))
    return program.open()


def answer(source: Source, query: NamedQuery) -> list[str]:
    """The rows, in an order of their own; or the sentence that these reports know nobody of that name."""
    values = {p.name: p.example for p in query.parameters.values() if not p.optional and p.default is None}
    try:
        return sorted(map(str, run_query(source, query, values).rows))
    except RequestError as error:
        return [str(error)]


@pytest.mark.parametrize("query", list_queries(), ids=lambda query: query.name)
def test_a_named_query_has_the_rows_of_the_store(loaded: Server, seeds: Store, query: NamedQuery) -> None:
    assert answer(loaded, query) == answer(seeds, query)


def test_a_server_conforms_as_the_store_does(loaded: Server, seeds: Store) -> None:
    assert kg.check(source=loaded) == check_store(seeds)


def test_a_check_finds_what_is_wrong_on_a_server(program: Program, loaded: Server) -> None:
    node = next(row["node"] for row in loaded.select(FIRST_EVENT))
    graph = node.partition("#")[0]
    broken = f'GRAPH <{graph}> {{ <{node}> <https://w3id.org/conflict-kg/ontology#polarity> "maybe" }}'
    loaded.update(f"INSERT DATA {{ {broken} }}")
    try:
        found = kg.check(source=program.open()).findings
    finally:
        loaded.update(f"DELETE DATA {{ {broken} }}")
    assert Finding("polarity", "violation", node, MANY_POLARITIES, found[0].sentence) in found


FIRST_EVENT = """
SELECT ?node WHERE { ?node <https://w3id.org/conflict-kg/ontology#rule> ?rule } ORDER BY ?node LIMIT 1
"""
MANY_POLARITIES = "A report has one polarity: positive or negative."


def test_the_network_of_a_server_is_that_of_the_store(loaded: Server, seeds: Store, tmp_path: Path) -> None:
    ours, theirs = tmp_path / "ours.json", tmp_path / "theirs.json"
    kg.network(ours, source=seeds)
    kg.network(theirs, source=loaded)
    assert nodes(ours) == nodes(theirs)


def nodes(path: Path) -> list[str]:
    return sorted(node["data"]["id"] for node in json.loads(path.read_text())["elements"]["nodes"])


def test_evidence_is_explained_from_a_server(loaded: Server, seeds: Store) -> None:
    assert kg.explain("Vladimir Putin", source=loaded) == kg.explain("Vladimir Putin", source=seeds)


@pytest.mark.usefixtures("loaded")
def test_the_command_line_asks_a_server(program: Program, run: Run) -> None:
    outcome = run("stats", "--endpoint", program.query, "--json")
    assert outcome.code == 0
    assert json.loads(outcome.out)["counts"]["documents"] == 4
    assert "Virtuoso" not in outcome.err


@pytest.mark.parametrize("program", ["virtuoso"], indirect=True)  # which gets paths wrong
def test_a_server_that_others_loaded_may_be_doubted(program: Program, loaded: Server, run: Run) -> None:
    graph = f"{loaded.base}graph/ledger"
    loaded.update(f"DROP SILENT GRAPH <{graph}>")
    try:
        outcome = run("stats", "--endpoint", program.query)
    finally:
        program.open().derive()
    assert "Virtuoso 7" in outcome.err


def test_the_command_line_loads_and_withdraws(
    program: Program, server: Server, seeds: Store, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if program.credentials:
        for name, value in zip(("KG_USER", "KG_PASSWORD"), program.credentials, strict=True):
            monkeypatch.setenv(name, value)
    with (tmp_path / "records.jsonl").open("wb") as out:
        kg.export("records", out, store=seeds.path)
    where = ("--endpoint", program.query, "--update-url", program.update, "--graph-store-url", program.graphs)
    assert run("load", str(tmp_path / "records.jsonl"), *where).code == 0
    assert run("remove", "kuwait-invasion", *where).code == 0
    assert "kuwait-invasion" not in program.open().documents()


CUT = {
    "oxigraph": ("SELECT (COUNT(*) AS ?n) WHERE { ?a a ?o . ?b a ?o . ?c a ?o . ?d a ?o }", "stopped the query"),
    "virtuoso": ("SELECT ?s ?p ?o WHERE { ?s ?p ?o }", "at most 10000 rows"),
}


@pytest.mark.usefixtures("loaded")
def test_an_answer_that_the_server_cuts_is_no_table(program: Program) -> None:
    query, message = CUT[program.name]
    with pytest.raises(EndpointError, match=message):
        Endpoint(program.query).select(query)
