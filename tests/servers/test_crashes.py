"""A load that was cut short, or a server that was killed: nothing half there, and the same load ends well."""

from contextlib import suppress
from threading import Thread

import pyoxigraph as ox
import pytest
from rdflib.namespace import RDFS

from kg import updates
from kg.errors import EndpointError
from kg.remote import Server
from kg.remote import server as module
from kg.remote.copies import climbs_rightly
from kg.store import Store
from kg.updates import to_triples
from tests.reports import make_report
from tests.servers.held import load, load_until, same, statements
from tests.servers.programs import Program


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


def test_a_server_that_dies_in_an_update_holds_the_old_graph_or_the_new(program: Program, server: Server) -> None:
    graph = ox.NamedNode(server.base + "doc/long")
    before, after = make_graph("before"), make_graph("after")
    server.replace(graph, before)
    writing = Thread(target=replace_in_vain, args=(program.open(), graph, after))
    writing.start()
    writing.join(timeout=0.5)
    program.kill()
    writing.join()
    program.start()
    assert set(to_triples(program.open().quads("doc/long"))) in (set(before), set(after))


def make_graph(word: str) -> list[ox.Triple]:
    """Enough statements to keep a server busy."""
    says = ox.NamedNode("urn:says")
    return [ox.Triple(ox.NamedNode(f"urn:node-{n}"), says, ox.Literal(f"{word} {n}")) for n in range(10_000)]


def replace_in_vain(connection: Server, graph: ox.NamedNode, triples: list[ox.Triple]) -> None:
    with suppress(EndpointError):
        connection.replace(graph, triples)


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
