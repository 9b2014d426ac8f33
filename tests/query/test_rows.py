"""Rows become text in every format."""

import csv
import io
import json

import pytest

from kg.binding import parse_value
from kg.errors import RequestError
from kg.library import load_query
from kg.query import run_query
from kg.rows import FORMATS, Rows, write_rows
from tests.sources import OnOxigraph

ROWS = Rows(
    ("who", "says"),
    (
        (parse_value("x", "string", 'a "b", c|d'), parse_value("x", "string", "two\nlines\tand a tab")),
        (None, parse_value("x", "integer", "3")),
    ),
)


def test_a_table_in_a_pipe_has_one_line_a_row() -> None:
    assert write_rows(ROWS, "table").splitlines() == ["who\tsays", 'a "b", c|d\ttwo lines and a tab', "\t3"]


def test_csv_reads_back() -> None:
    rows = list(csv.reader(io.StringIO(write_rows(ROWS, "csv"))))
    assert rows == [["who", "says"], ['a "b", c|d', "two\nlines\tand a tab"], ["", "3"]]


def test_json_keeps_types() -> None:
    bindings = json.loads(write_rows(ROWS, "json"))["results"]["bindings"]
    assert bindings[1] == {
        "says": {"type": "literal", "value": "3", "datatype": "http://www.w3.org/2001/XMLSchema#integer"}
    }


def test_markdown_escapes_its_bars() -> None:
    assert write_rows(ROWS, "markdown").splitlines()[2] == '| a "b", c\\|d | two lines and a tab |'


def test_iris_are_short_in_tables_only(source: OnOxigraph) -> None:
    rows = run_query(source, load_query("relations"))
    assert "\tplace/russia\t" in write_rows(rows, "table", base=source.base)
    assert source.base + "place/russia" in write_rows(rows, "csv", base=source.base)


@pytest.mark.parametrize("form", FORMATS)
def test_no_rows_still_have_columns(form: str) -> None:
    assert "who" in write_rows(Rows(("who",), ()), form)


def test_an_unknown_format_lists_the_known() -> None:
    with pytest.raises(RequestError, match="table, markdown, csv"):
        write_rows(ROWS, "xls")
