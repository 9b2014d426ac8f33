"""Every bundled query gives the rows that its table in cases/queries expects, on both engines.

The labels of some entities stand in three graphs: a query that counts or sums what it joins shows it here.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pyoxigraph as ox
import pytest

from kg.chains import COLUMNS
from kg.namespaces import BASE
from kg.query import NamedQuery, list_queries, load_query, run_query
from kg.rows import Source, shorten, to_rows
from tests.sources import GRAPHS, OnOxigraph, OnRdflib

CASES = Path(__file__).parent / "cases" / "queries"
DOCS = Path(__file__).parent.parent / "docs" / "queries.md"
REPORTS = tuple(GRAPHS / f"{name}.trig" for name in ("two-reports", "third-report", "merges"))
OURS = list_queries()


class Case(NamedTuple):
    query: str
    values: dict[str, str]
    columns: list[str]
    rows: list[list[str]]


def read_cases(path: Path) -> Iterator[Case]:
    """One case a paragraph: `# name=value; ...`, the columns looked at, the rows."""
    for paragraph in path.read_text(encoding="utf-8").rstrip("\n").split("\n\n"):
        head, columns, *rows = paragraph.split("\n")
        pairs = [pair.partition("=")[::2] for pair in head.lstrip("# ").split("; ") if pair]
        yield Case(path.stem, dict(pairs), columns.split("\t"), [row.split("\t") for row in rows])


ALL = [case for path in sorted(CASES.glob("*.tsv")) for case in read_cases(path)]


@pytest.fixture(scope="module", params=[OnOxigraph, OnRdflib], ids=["oxigraph", "rdflib"])
def source(request: pytest.FixtureRequest) -> Source:
    made: Source = request.param(*REPORTS)
    return made


@pytest.mark.parametrize("case", ALL, ids=lambda case: f"{case.query} {case.values}")
def test_rows_are_as_expected(source: Source, case: Case) -> None:
    rows = run_query(source, load_query(case.query), case.values)
    places = [rows.columns.index(column) for column in case.columns]
    assert [[shorten(row[place], BASE) for place in places] for row in rows.rows] == case.rows


@pytest.mark.parametrize("query", OURS, ids=lambda query: query.name)
def test_two_values_of_a_parameter_give_different_rows(query: NamedQuery) -> None:
    rows = {str(case.rows) for case in read_cases(CASES / f"{query.name}.tsv")}
    assert len(rows) > 1


@pytest.mark.parametrize("query", list_queries(), ids=lambda query: query.name)
def test_query_says_what_it_is_for(query: NamedQuery) -> None:
    assert query.summary
    assert query.tags
    assert "DISTINCT" in query.text


@pytest.mark.parametrize("query", OURS, ids=lambda query: query.name)
def test_each_parameter_is_documented_with_an_example(query: NamedQuery) -> None:
    assert all(parameter.about and parameter.example for parameter in query.parameters.values())


@pytest.mark.parametrize("query", list_queries(), ids=lambda query: query.name)
def test_the_docs_have_the_parameters_and_columns_of_each_query(query: NamedQuery) -> None:
    lines = DOCS.read_text(encoding="utf-8").splitlines()
    row = next((line for line in lines if line.startswith(f"| `{query.name}` |")), "")
    columns = COLUMNS if query.transform else to_rows(ox.Store().query(query.text)).columns
    assert [name for name in [*query.parameters, *columns] if f"`{name}`" not in row] == []
