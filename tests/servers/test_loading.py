"""A server holds what an embedded store holds, through replacement, withdrawal and interruptions."""

from collections.abc import Callable
from threading import Thread

import pytest
from rdflib.namespace import RDFS

from kg import updates
from kg.errors import EndpointError, RequestError
from kg.remote import Server
from kg.remote import server as module
from kg.remote.copies import climbs_rightly
from kg.store import Store
from tests.reports import make_report
from tests.servers.programs import Program, find_program, run_oxigraph

GRAPHS = ("graph/entities", "graph/merges", "graph/facts", "graph/direct", "graph/codes", "graph/ontology")


def load(server: Server, names: str = "ab") -> None:
    with server:
        for name in names:
            server.put_document(make_report(name))


def load_until(server: Server, disturb: Callable[[], None]) -> None:
    """Load a report, and another after the disturbance."""
    with server:
        server.put_document(make_report("a"))
        disturb()
        server.put_document(make_report("b"))


def statements(source: Store | Server, graph: str) -> set[str]:
    return set(map(str, source.quads(graph)))


def same(server: Server, store: Store) -> bool:
    """Whether all graphs are those of the store."""
    graphs = (*GRAPHS, *(f"doc/{slug}" for slug in store.documents()))
    return list(store.documents()) == server.documents() and all(
        statements(server, graph) == statements(store, graph) for graph in graphs
    )


@pytest.mark.parametrize("graph_store", [True, False])
def test_a_server_holds_what_a_store_holds(
    program: Program, server: Server, embedded: Store, graph_store: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "LARGE", 10)
    load(program.open(graph_store=graph_store))
    assert same(program.open(), embedded)


def test_loading_again_changes_nothing_and_sends_no_document(
    program: Program, server: Server, embedded: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    load(server)
    again, sent = program.open(), list[str]()
    monkeypatch.setattr(again, "update", sent.append)
    monkeypatch.setattr(again.http, "put_graph", lambda *_: sent.append("graph"))
    again.put_document(make_report("a"))
    assert sent == []
    assert same(program.open(), embedded)


def test_a_replaced_document_leaves_no_trace(program: Program, server: Server, embedded: Store) -> None:
    with server:
        server.put_document(make_report("a", polarity="negative"))
        server.put_document(make_report("b"))
    load(program.open(), "a")
    assert same(program.open(), embedded)


def test_a_withdrawn_document_takes_along_what_only_it_supports(
    program: Program, server: Server, embedded: Store
) -> None:
    load(server, "abc")
    with program.open() as again:
        assert again.remove_document("c") == "c"
    assert same(program.open(), embedded)


def test_an_unknown_document_cannot_be_withdrawn(server: Server) -> None:
    with pytest.raises(RequestError, match="no document 'c' at http"):
        server.remove_document("c")


def test_two_documents_with_one_slug_are_refused(program: Program, server: Server) -> None:
    load(server, "a")
    with pytest.raises(RequestError, match="'a' and 'A' are both 'a'"):
        program.open().put_document(make_report("A"))


@pytest.mark.parametrize("program", ["virtuoso"], indirect=True)  # the one that knows passwords
def test_a_wrong_password_is_a_sentence(program: Program, server: Server) -> None:
    assert server.held() == {}
    with pytest.raises(EndpointError, match="KG_USER and KG_PASSWORD"):
        program.open(credentials=("kg", "wrong")).put_document(make_report("a"))


@pytest.mark.parametrize(
    ("update", "message"), [("NONSENSE", "refused the update"), ("DROP GRAPH", "refused the update")]
)
def test_a_refused_update_is_a_sentence(server: Server, update: str, message: str) -> None:
    with pytest.raises(EndpointError, match=message):
        server.update(update)


def test_readers_never_see_a_part_of_a_document(program: Program, server: Server) -> None:
    load(server, "a")
    whole = len(list(program.open().quads("doc/a")))
    text = f"SELECT (COUNT(*) AS ?n) WHERE {{ GRAPH <{server.base}doc/a> {{ ?s ?p ?o }} }}"
    seen, writing = set[int](), Thread(target=put_often, args=(program.open(),))
    writing.start()
    while writing.is_alive():
        seen.update(int(row["n"]) for row in server.select(text))
    assert seen == {whole}


def put_often(connection: Server) -> None:
    for polarity in ["negative", "positive"] * 5:
        connection.put_document(make_report("a", polarity=polarity))


def test_a_server_that_dies_mid_load_is_loaded_by_the_same_command(
    program: Program, server: Server, embedded: Store
) -> None:
    with pytest.raises(EndpointError, match="run the same command again"):
        load_until(server, program.kill)
    program.start()
    load(program.open())
    assert same(program.open(), embedded)


def test_a_replaced_document_survives_a_crash(
    program: Program, server: Server, embedded: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(updates, "BATCH", 20)  # several operations in one request: there Virtuoso may lose some
    for polarity in ("negative", "positive"):
        server.put_document(make_report("a", polarity=polarity))
    program.kill()
    program.start()
    assert statements(program.open(), "doc/a") == statements(embedded, "doc/a")


def test_a_document_that_lost_statements_is_loaded_again(
    program: Program, server: Server, embedded: Store
) -> None:
    load(server)
    program.open().update(f"DELETE WHERE {{ GRAPH <{server.base}doc/a> {{ ?s <{RDFS.label}> ?o }} }}")
    load(program.open())
    assert same(program.open(), embedded)


def test_virtuoso_is_known_for_its_paths_whatever_plan_it_makes(program: Program, server: Server) -> None:
    load(server)
    program.kill()
    program.start()
    assert climbs_rightly(program.open()) == (program.name != "virtuoso")


def test_a_load_cut_between_document_and_ledger_is_made_again(
    program: Program, server: Server, embedded: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "LARGE", 10)
    load(program.open(), "a")

    def refuse(*_: object) -> None:
        raise EndpointError("cut")

    with pytest.raises(EndpointError, match="cut"):
        load_until(server, lambda: monkeypatch.setattr(server.http, "put_graph", refuse))
    monkeypatch.undo()
    assert "b" not in program.open().held()
    load(program.open())
    assert same(program.open(), embedded)


def test_a_default_graph_that_is_no_union_is_recognised(tmp_path_factory: pytest.TempPathFactory) -> None:
    if find_program("oxigraph") is None:
        pytest.skip("needs the server of the package 'oxigraph'")
    with run_oxigraph(tmp_path_factory.mktemp("apart")) as apart:
        with pytest.raises(EndpointError, match="not the union of its graphs"):
            load(apart.open(), "a")
        with pytest.raises(EndpointError, match="--union-default-graph"):
            apart.open().select("SELECT * WHERE { ?s ?p ?o }")
