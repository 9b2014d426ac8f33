"""What is asked for is checked, and the nearest is named."""

from pathlib import Path

import pytest

from kg.errors import RequestError
from kg.library import load_query
from kg.query import run_query
from tests.sources import GRAPHS, OnOxigraph, OnRdflib


@pytest.mark.parametrize(
    ("query", "values", "message"),
    [
        ("timeline", {}, "needs 'actor'"),
        ("timeline", {"actr": "Putin"}, "it takes actor, from, to"),
        ("documents", {"from": "soon"}, "no date"),
        ("casualties-by-place", {"measure": "hurt"}, "killed, injured"),
    ],
)
def test_a_wrong_parameter_says_what_is_right(
    source: OnOxigraph, query: str, values: dict[str, str], message: str
) -> None:
    with pytest.raises(RequestError, match=message):
        run_query(source, load_query(query), values)


@pytest.mark.parametrize(("name", "near"), [("who-anounced-what", "who-announced-what"), ("denial", "denials")])
def test_an_unknown_query_names_the_nearest(name: str, near: str) -> None:
    with pytest.raises(RequestError, match=f"'{near}'"):
        load_query(name)


def test_a_default_is_used_where_nothing_is_given(source: OnOxigraph) -> None:
    query = load_query("casualties-by-place")
    assert run_query(source, query) == run_query(source, query, {"measure": "killed"})


@pytest.mark.parametrize("engine", [OnOxigraph, OnRdflib])
@pytest.mark.parametrize("lost", ["ckg:topic <doc/border#event=176,188> ;", "schema:publisher <actor/cnn> ;"])
def test_an_announcement_of_nothing_known_is_one_row(
    tmp_path: Path, engine: type[OnOxigraph | OnRdflib], lost: str
) -> None:
    text = (GRAPHS / "two-reports.trig").read_text(encoding="utf-8")
    assert lost in text
    (tmp_path / "less.trig").write_text(text.replace(lost, ""), encoding="utf-8")
    assert len(run_query(engine(tmp_path / "less.trig"), load_query("who-announced-what"))) == 2
