"""A server holds what an embedded store holds, through replacement and withdrawal."""

from threading import Thread

import pytest

from kg.errors import EndpointError, RequestError
from kg.remote import Server
from kg.remote import server as module
from kg.store import Store
from tests.reports import make_report
from tests.servers.held import load, same
from tests.servers.programs import Program, find_program, run_oxigraph


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


@pytest.mark.parametrize("large", [10, 8_000_000])  # by PUT, and by update
def test_readers_never_see_a_part_of_a_document(
    program: Program, server: Server, monkeypatch: pytest.MonkeyPatch, large: int
) -> None:
    monkeypatch.setattr(module, "LARGE", large)
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


def test_a_default_graph_that_is_no_union_is_recognised(tmp_path_factory: pytest.TempPathFactory) -> None:
    if find_program("oxigraph") is None:
        pytest.skip("needs the server of the package 'oxigraph'")
    with run_oxigraph(tmp_path_factory.mktemp("apart")) as apart:
        with pytest.raises(EndpointError, match="not the union of its graphs"):
            load(apart.open(), "a")
        with pytest.raises(EndpointError, match="--union-default-graph"):
            apart.open().select("SELECT * WHERE { ?s ?p ?o }")
