"""Parameters become terms, each in the place that asks for it."""

import pytest

from kg.binding import bind_values, parse_value, parse_variables
from kg.errors import RequestError
from kg.library import load_query
from kg.query import run_query
from tests.sources import GRAPHS, OnOxigraph, OnRdflib

EVIL = '"} DELETE WHERE { ?s ?p ?o } #'


def test_a_value_is_bound_in_the_sub_select_that_uses_it(source: OnOxigraph) -> None:
    text = """PREFIX ckg: <https://w3id.org/conflict-kg/ontology#>
    SELECT ?n WHERE { { SELECT (COUNT(DISTINCT ?e) AS ?n) WHERE { ?e ckg:modality ?_modality } } }"""
    counts = [
        source.select(bind_values(text, {"?_modality": parse_value("m", "string", value)}))
        for value in ("planned", "threatened")
    ]
    assert [next(iter(rows))["n"] for rows in counts] == ["2", "1"]


@pytest.mark.parametrize(
    ("text", "variables"),
    [
        ("SELECT * WHERE { ?s ?p ?_actor_iri }", ["?_actor_iri"]),
        ("SELECT * WHERE { ?s ?p ?__from_date . ?_x a ?__from_date }", ["?__from_date", "?_x"]),
        ("SELECT * WHERE { ?s ?p ?o } # ?_not_this", []),
        ('SELECT * WHERE { ?s <http://x#?_no> "?_nor }{ this" }', []),
    ],
)
def test_parameters_are_found_in_the_code_alone(text: str, variables: list[str]) -> None:
    assert parse_variables(text) == variables


def test_braces_in_strings_and_comments_do_not_count() -> None:
    text = 'SELECT * WHERE { # }\n ?s ?p "}" . { SELECT ?s WHERE { ?s ?q ?_x } } }'
    assert bind_values(text, {"?_x": parse_value("x", "integer", "7")}).count("VALUES ?_x") == 2


@pytest.mark.parametrize("engine", [OnOxigraph, OnRdflib])
def test_a_value_cannot_leave_its_place(engine: type[OnOxigraph | OnRdflib]) -> None:
    rows = run_query(engine(GRAPHS / "two-reports.trig"), load_query("actors-by-country"), {"country": EVIL})
    assert not len(rows)


@pytest.mark.parametrize(
    ("kind", "value", "message"),
    [
        ("date", "yesterday", "2022-09-21"),
        ("date", "2022-02-30", "2022-09-21"),
        ("integer", "many", "12"),
        ("decimal", "1,5", "0.5"),
    ],
)
def test_a_value_of_another_type_is_refused_with_an_example(kind: str, value: str, message: str) -> None:
    with pytest.raises(RequestError, match=message):
        parse_value("x", kind, value)
