"""Which requests are questions, which are refused, and which form an answer has."""

import pytest

from kg.served.media import GRAPHS, RESULTS, choose_form
from kg.served.protocol import FORM, QUERY, UPDATE, Question, RefusalError, find_words, read_question

ASKED = [
    ("GET", "query=ASK%20%7B%7D", "", b""),
    ("POST", "", FORM, b"query=ASK+%7B%7D"),
    ("POST", "", f"{FORM}; charset=utf-8", b"query=ASK+%7B%7D"),
    ("POST", "", QUERY, b"ASK {}"),
]


@pytest.mark.parametrize(("method", "search", "kind", "body"), ASKED)
def test_a_query_comes_in_three_ways(method: str, search: str, kind: str, body: bytes) -> None:
    assert read_question(method, search, kind, body) == Question("ASK {}")


def test_graphs_come_beside_the_query() -> None:
    found = read_question("POST", "default-graph-uri=urn:a&named-graph-uri=urn:b", QUERY, b"ASK {}")
    assert (found.default_graphs, found.named_graphs) == (("urn:a",), ("urn:b",))


REFUSED = [
    ("GET", "", "", b"", 400),
    ("GET", "query=ASK%20%7B%7D&query=ASK%20%7B%7D", "", b"", 400),
    ("POST", "", QUERY, b"\xff", 400),
    ("POST", "", FORM, b"update=DROP+ALL", 403),
    ("GET", "update=DROP+ALL", "", b"", 403),
    ("POST", "", UPDATE, b"DROP ALL", 403),
    ("POST", "", "text/plain", b"ASK {}", 415),
    ("POST", "", QUERY, b"ASK { SERVICE <http://example.org/> { ?s ?p ?o } }", 403),
]


@pytest.mark.parametrize(("method", "search", "kind", "body", "status"), REFUSED)
def test_what_is_no_question_of_this_store_is_refused(
    method: str, search: str, kind: str, body: bytes, status: int
) -> None:
    with pytest.raises(RefusalError) as refused:
        read_question(method, search, kind, body)
    assert refused.value.status == status


WORDS = [
    ("ASK { SERVICE <urn:x> {} }", {"SERVICE"}),
    ("ASK { service silent <urn:x> {} }", {"SERVICE"}),
    ("ASK{{}SERVICE<urn:x>{}}", {"SERVICE"}),
    ("ASK { \\u0053ERVICE <urn:x> {} }", {"SERVICE"}),
    ("PREFIX e: <urn:> ASK { ?s e:a\\# ?o . SERVICE <urn:x> {} }", {"SERVICE"}),
    ("ASK { ?s ?p '''it's''' . SERVICE <urn:x> {} }", {"SERVICE"}),
    ('ASK { ?s ?p "\\"" . SERVICE <urn:x> {} # " \n }', {"SERVICE"}),
    ("ASK { FILTER(?a<?b)SERVICE<urn:x>{} }", {"SERVICE"}),
    ("ASK # SERVICE\n{}", set()),
    ('ASK { ?s ?p "SERVICE", """a "SERVICE" """ }', set()),
    ("ASK { ?SERVICE <urn:SERVICE> $service }", set()),
    ("PREFIX service: <urn:> ASK { ?s service:service ?o }", set()),
    ("SELECT * FROM <urn:a> { }", {"FROM"}),
    ("SELECT ?from { ?from <urn:from> 'FROM' }", set()),
]


@pytest.mark.parametrize(("text", "words"), WORDS)
def test_keywords_are_told_from_names_strings_and_comments(text: str, words: set[str]) -> None:
    assert find_words(text) == words


ACCEPTED = [
    ("", "json", "turtle"),
    ("*/*", "json", "turtle"),
    ("text/html,application/xhtml+xml,*/*;q=0.8", "json", "turtle"),
    ("application/sparql-results+xml", "xml", None),
    ("application/sparql-results+json;q=0.1, text/csv", "csv", None),
    ("text/*", "xml", "turtle"),
    ("text/tab-separated-values", "tsv", None),
    ("application/json", "json", None),
    ("application/n-triples, text/turtle;q=0.9", None, "ntriples"),
    ("application/rdf+xml", None, "rdfxml"),
    ("text/csv;q=0, */*;q=0.1", "json", "turtle"),
    ("image/png", None, None),
    ("text/csv;q=much", None, None),
]


@pytest.mark.parametrize(("accept", "results", "graph"), ACCEPTED)
def test_the_form_is_the_one_liked_best(accept: str, results: str | None, graph: str | None) -> None:
    assert (choose_form(accept, RESULTS), choose_form(accept, GRAPHS)) == (results, graph)
