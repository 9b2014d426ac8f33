"""kg serve answers SPARQLWrapper, rdflib and curl, stops long queries, and sees a build that ended meanwhile."""

import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
from rdflib.plugins.stores.sparqlstore import SPARQLStore
from SPARQLWrapper import CSV, JSON, POSTDIRECTLY, TURTLE, XML, SPARQLWrapper

from kg.store import Store
from tests.conftest import Run
from tests.reports import make_report

pytestmark = pytest.mark.server
COUNT = "SELECT (COUNT(DISTINCT ?d) AS ?n) WHERE { ?d a <https://schema.org/NewsArticle> }"
ENDLESS = "SELECT (COUNT(*) AS ?n) WHERE { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
SECONDS = 5


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("served") / "store"
    with Store.open(path, "write") as made:
        made.put_document(make_report("a"))
    return path


@pytest.fixture(scope="module")
def site(store: Path) -> Iterator[str]:
    """The address of a served store."""
    command = [sys.executable, "-c", "from kg.cli import main; main()", "serve", "--store", str(store)]
    options = ["--port", "0", "--timeout", str(SECONDS)]
    process = subprocess.Popen([*command, *options], stderr=subprocess.PIPE, text=True)
    assert process.stderr is not None
    words = process.stderr.readline().split()
    yield next(word for word in words if word.startswith("http")).rstrip("/")
    process.send_signal(signal.SIGINT)
    process.wait(10)
    process.stderr.close()


@pytest.fixture
def endpoint(site: str) -> str:
    return f"{site}/sparql"


def ask(endpoint: str, query: str, accept: str = "text/csv") -> httpx.Response:
    return httpx.post(endpoint, data={"query": query}, headers={"Accept": accept}, timeout=30)


FORMS = [
    ("ASK {}", "application/sparql-results+json", "application/sparql-results+json"),
    ("ASK {}", "application/sparql-results+xml", "application/sparql-results+xml"),
    (COUNT, "text/csv", "text/csv; charset=utf-8"),
    (COUNT, "text/tab-separated-values", "text/tab-separated-values; charset=utf-8"),
    (COUNT, "*/*", "application/sparql-results+json"),
    ("CONSTRUCT WHERE { ?s ?p ?o }", "text/turtle", "text/turtle; charset=utf-8"),
    ("CONSTRUCT WHERE { ?s ?p ?o }", "application/n-triples", "application/n-triples"),
    ("DESCRIBE <urn:a>", "*/*", "text/turtle; charset=utf-8"),
]


@pytest.mark.parametrize(("query", "accept", "kind"), FORMS)
def test_an_answer_has_its_media_type(endpoint: str, query: str, accept: str, kind: str) -> None:
    answer = ask(endpoint, query, accept)
    assert (answer.status_code, answer.headers["content-type"]) == (200, kind)


@pytest.mark.parametrize(
    ("query", "accept", "status"),
    [("SELECT nothing", "*/*", 400), (COUNT, "image/png", 406), ("ASK { SERVICE <urn:x> {} }", "*/*", 403)],
)
def test_a_request_that_cannot_be_answered_says_why(
    endpoint: str, query: str, accept: str, status: int
) -> None:
    answer = ask(endpoint, query, accept)
    assert answer.status_code == status
    assert answer.text.count("\n") == 1


@pytest.mark.parametrize("method", ["GET", "POST", POSTDIRECTLY])
@pytest.mark.parametrize("form", [JSON, XML])
def test_sparqlwrapper_asks(endpoint: str, method: str, form: str) -> None:
    client = SPARQLWrapper(endpoint, returnFormat=form)
    if method == POSTDIRECTLY:
        client.setMethod("POST")
        client.setRequestMethod(POSTDIRECTLY)
    else:
        client.setMethod(method)
    client.setQuery("ASK { ?s ?p ?o }")
    answer: Any = client.queryAndConvert()
    assert answer["boolean"] is True if form == JSON else "true" in answer.toxml()


@pytest.mark.parametrize(
    ("query", "form", "words"), [(COUNT, CSV, b"n\r\n1"), ("CONSTRUCT WHERE { ?s a ?o }", TURTLE, b" a ")]
)
def test_sparqlwrapper_takes_other_forms(endpoint: str, query: str, form: str, words: bytes) -> None:
    client = SPARQLWrapper(endpoint, returnFormat=form)
    client.setQuery(query)
    answer: Any = client.queryAndConvert()
    assert words in answer


def test_rdflib_asks(endpoint: str) -> None:
    rows: Any = list(SPARQLStore(endpoint).query("SELECT ?d WHERE { ?d a <https://schema.org/NewsArticle> }"))
    assert [str(row[0]).rpartition("/")[2] for row in rows] == ["a"]


def test_curl_asks(endpoint: str) -> None:
    curl = shutil.which("curl")
    if curl is None:
        pytest.skip("needs curl")
    command = [curl, "-s", endpoint, "--data-urlencode", f"query={COUNT}", "-H", "Accept: text/csv"]
    assert subprocess.run(command, capture_output=True, text=True, check=True).stdout.split() == ["n", "1"]


@pytest.mark.parametrize("update", ["DROP ALL", "INSERT DATA { <urn:a> <urn:b> <urn:c> }"])
def test_updates_are_refused(endpoint: str, update: str) -> None:
    form = httpx.post(endpoint, data={"update": update})
    body = httpx.post(endpoint, content=update, headers={"Content-Type": "application/sparql-update"})
    query = ask(endpoint, update)
    assert [form.status_code, body.status_code, query.status_code] == [403, 403, 400]
    assert ask(endpoint, COUNT).text.split() == ["n", "1"]


def test_graphs_of_the_query_are_the_only_ones(endpoint: str) -> None:
    query = "SELECT (COUNT(*) AS ?n) FROM <urn:none> WHERE { ?s ?p ?o }"
    assert ask(endpoint, query).text.split() == ["n", "0"]


def test_a_long_query_is_stopped_and_the_next_is_answered(endpoint: str) -> None:
    stopped = ask(endpoint, ENDLESS)
    assert (stopped.status_code, "stopped" in stopped.text) == (503, True)
    assert ask(endpoint, COUNT).status_code == 200


def test_a_build_is_seen_when_it_has_ended_and_not_before(endpoint: str, store: Path) -> None:
    with Store.open(store, "write") as opened:
        opened.put_document(make_report("b"))
        assert ask(endpoint, COUNT).text.split() == ["n", "1"]
    assert ask(endpoint, COUNT).text.split() == ["n", "2"]
    with Store.open(store, "write") as opened:
        opened.remove_document("b")
    assert ask(endpoint, COUNT).text.split() == ["n", "1"]


def test_a_page_elsewhere_cannot_ask_under_its_own_name(endpoint: str) -> None:
    assert httpx.get(endpoint, headers={"Host": "example.org"}).status_code == 400
    assert "access-control-allow-origin" not in ask(endpoint, COUNT).headers


PAGES = [
    ("/", "who-announced-what"),
    ("/?query=ASK+%7B%7D", "<td>true</td>"),
    ("/?query=SELECT+nothing", 'class="problem"'),
    ("/?query=SELECT+%28%22%3Cscript%3E%22+AS+%3Fx%29+%7B%7D", "<td>&lt;script&gt;</td>"),
    ("/query/timeline", 'name="actor"'),
    ("/query/timeline?actor=Russia", "shelled Kharkiv"),
    ("/query/timeline?actor=%3Cb%3E", "&lt;b&gt;"),
]


@pytest.mark.parametrize(("address", "words"), PAGES)
def test_a_page_shows(site: str, address: str, words: str) -> None:
    page = httpx.get(site + address)
    assert page.status_code == 200
    assert words in page.text
    assert "default-src 'none'" in page.headers["content-security-policy"]


def test_the_rows_of_a_page_come_as_a_file(site: str) -> None:
    answer = httpx.get(f"{site}/query/events-by-type?format=csv")
    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    assert "shelling" in answer.text


def test_a_page_that_is_not_there_says_so(site: str) -> None:
    assert httpx.get(f"{site}/query/nothing").status_code == 404


def test_a_store_that_is_not_there_is_a_sentence(run: Run, tmp_path: Path) -> None:
    outcome = run("serve", "--store", str(tmp_path / "none"))
    assert outcome.code == 2
    assert "no store in" in outcome.err


def test_a_port_in_use_is_a_sentence(site: str, store: Path, run: Run) -> None:
    outcome = run("serve", "--store", str(store), "--port", site.rpartition(":")[2])
    assert outcome.code == 2
    assert "choose another with --port" in outcome.err
