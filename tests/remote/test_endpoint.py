"""A SPARQL server gives the same rows as the embedded store, and its refusals are sentences."""

import json
import time
from collections.abc import Iterator
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from urllib.parse import parse_qs

import pytest

from kg.errors import EndpointError
from kg.query import load_query, run_query
from kg.remote import Endpoint
from kg.remote.answers import read_term
from kg.rows import to_srj
from tests.sources import GRAPHS, OnOxigraph

EMBEDDED = OnOxigraph(GRAPHS / "two-reports.trig")
REFUSALS = {"/refuse": 400, "/cut": 200, "/capped": 200, "/page": 200, "/slow": 200}


class Server(BaseHTTPRequestHandler):
    """A SPARQL server that answers at /query and misbehaves at other paths."""

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"])).decode()
        rows = json.dumps(to_srj(EMBEDDED.select(parse_qs(body)["query"][0])))
        if self.path == "/slow":
            time.sleep(1.5)
        self.send_response(REFUSALS.get(self.path, 200))
        self.send_header(
            "Content-Type", "text/html" if self.path == "/page" else "application/sparql-results+json"
        )
        if self.path == "/capped":
            self.send_header("X-SPARQL-MaxRows", "10000")
        self.end_headers()
        with suppress(BrokenPipeError):  # a client that would not wait
            self.wfile.write({"/cut": rows[:40], "/page": "<html>"}.get(self.path, rows).encode())

    def log_message(self, *_: object) -> None: ...


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Server)
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


@pytest.mark.server
@pytest.mark.parametrize("name", ["who-announced-what", "events-by-type", "relations"])
def test_rows_are_those_of_the_embedded_store(address: str, name: str) -> None:
    remote = Endpoint(address + "/query")
    assert run_query(remote, load_query(name)) == run_query(EMBEDDED, load_query(name))


@pytest.mark.server
def test_names_are_looked_up_at_the_server(address: str) -> None:
    rows = run_query(Endpoint(address + "/query"), load_query("timeline"), {"actor": "Putin"})
    assert len(rows) == 3


@pytest.mark.server
@pytest.mark.filterwarnings("ignore:unknown response content type")
@pytest.mark.parametrize(
    ("path", "message"),
    [
        ("/refuse", "refused the query"),
        ("/cut", "stopped the query"),
        ("/capped", "at most 10000 rows"),
        ("/page", "no JSON rows"),
        ("/slow", "no answer in 1 s"),
    ],
)
def test_a_refusal_is_a_sentence(address: str, path: str, message: str) -> None:
    with pytest.raises(EndpointError, match=message):
        run_query(Endpoint(address + path, seconds=1), load_query("relations"))


@pytest.mark.parametrize(
    ("url", "message"), [("http://127.0.0.1:9/query", "cannot be reached"), ("store", "no SPARQL server")]
)
def test_a_wrong_address_is_a_sentence(url: str, message: str) -> None:
    with pytest.raises(EndpointError, match=message):
        Endpoint(url, seconds=2).select("SELECT * WHERE { ?s ?p ?o }")


@pytest.mark.parametrize(
    ("cell", "term"),
    [
        (
            {"type": "typed-literal", "value": "1", "datatype": "http://www.w3.org/2001/XMLSchema#integer"},
            '"1"^^<http://www.w3.org/2001/XMLSchema#integer>',
        ),
        ({"type": "literal", "value": "mot", "xml:lang": "fr"}, '"mot"@fr'),
        ({"type": "bnode", "value": "nodeID://b1"}, "_:b1"),
        ({"type": "uri", "value": "urn:a"}, "<urn:a>"),
    ],
)
def test_terms_of_other_servers_are_read(cell: dict[str, str], term: str) -> None:
    assert str(read_term(cell)) == term
