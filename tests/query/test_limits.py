"""A limit is a number of rows, and the user hears when there is more."""

from pathlib import Path

import pytest

from kg.binding import parse_limit, set_limit
from kg.errors import RequestError
from kg.library import load_query, read_query
from kg.query import run_query
from tests.sources import OnOxigraph


@pytest.mark.parametrize(("limit", "rows"), [("1", 1), ("2", 2), ("1000", 3)])
def test_a_limit_is_a_number_of_rows(source: OnOxigraph, limit: str, rows: int) -> None:
    assert len(run_query(source, load_query("events-at-place"), {"place": "Kharkiv", "limit": limit})) == rows


def test_the_user_hears_that_there_may_be_more(source: OnOxigraph) -> None:
    heard: list[str] = []
    run_query(source, load_query("timeline"), {"actor": "actor/vladimir-putin", "limit": "2"}, heard.append)
    assert heard == ["there is more than this: -p limit=20 asks for more"]


SAME_WORDS = """#+ summary: The words that name somebody
PREFIX ckg: <https://w3id.org/conflict-kg/ontology#>
SELECT DISTINCT ?form
WHERE {
  { SELECT ?mention WHERE { ?mention ckg:denotes ?_actor_iri } ORDER BY ?mention LIMIT 1000 }
  ?mention ckg:form ?form .
}
"""


@pytest.mark.parametrize(("limit", "more"), [("1", True), ("2", True), ("1000", False)])
def test_rows_that_fell_into_one_after_the_limit_are_told_of(
    tmp_path: Path, source: OnOxigraph, limit: str, more: bool
) -> None:
    heard: list[str] = []
    file = tmp_path / "forms.rq"
    file.write_text(SAME_WORDS, encoding="utf-8")
    rows = run_query(source, read_query(file), {"actor": "actor/vladimir-putin", "limit": limit}, heard.append)
    assert (len(rows), any("more than this" in words for words in heard)) == (1, more)


def test_the_user_hears_that_there_is_nothing(source: OnOxigraph) -> None:
    heard: list[str] = []
    run_query(source, load_query("timeline"), {"actor": "actor/nobody-at-all"}, heard.append)
    assert heard == ["nothing found"]


@pytest.mark.parametrize(
    ("limit", "message"), [("many", "write it as 12"), ("0", "asks for nothing"), ("-3", "asks for nothing")]
)
def test_a_limit_that_is_none_is_refused(source: OnOxigraph, limit: str, message: str) -> None:
    with pytest.raises(RequestError, match=message):
        run_query(source, load_query("timeline"), {"actor": "Putin", "limit": limit})


def test_a_query_that_shows_all_takes_no_limit(source: OnOxigraph) -> None:
    with pytest.raises(RequestError, match="no parameter 'limit'"):
        run_query(source, load_query("shortest-chain"), {"actor": "Putin", "other": "Ukraine", "limit": "5"})


def test_a_limit_in_a_string_or_comment_is_none() -> None:
    text = 'SELECT ?s WHERE { ?s ?p "LIMIT 5" } # LIMIT 6\nLIMIT 7'
    assert parse_limit(text) == 7
    assert set_limit(text, 8) == text.replace("LIMIT 7", "LIMIT 8")
