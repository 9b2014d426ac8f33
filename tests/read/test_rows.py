import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.read.conftest import Read

TEXT = " Shells hit\r\nthe port.\u00a0\n\nSource link\n"
FIELDS = {
    "id": "p1",
    "title": "Port",
    "published": "2020-05-06",
    "source": "Gulf Wire",
    "url": "https://x.example/p",
}


def as_csv(delimiter: str) -> str:
    row = {**FIELDS, "text": f'"{TEXT}"'}
    return delimiter.join(row) + "\n" + delimiter.join(row.values()) + "\n"


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.jsonl", json.dumps({**FIELDS, "text": TEXT})),
        ("a.ndjson", json.dumps({**FIELDS, "text": TEXT, "other": [1]})),
        ("a.csv", as_csv(",")),
        ("a.csv", "\ufeff" + as_csv(",")),
        ("a.tsv", as_csv("\t")),
    ],
)
def test_a_row_gives_the_exact_text_and_its_fields(read: Read, name: str, content: str) -> None:
    [document], issues = read({name: content})
    assert issues == []
    assert document.text == TEXT
    assert {field: getattr(document, field) for field in ("title", "published", "source", "url")} == {
        field: value for field, value in FIELDS.items() if field != "id"
    }


@pytest.mark.parametrize(
    ("fields", "identifier"),
    [
        ({"id": "p1", "url": "https://x.example/p"}, "p1"),
        ({"id": 7}, "7"),
        ({"id": None, "url": "https://x.example/p"}, "https://x.example/p"),
        ({}, "a/1"),
    ],
)
def test_a_row_goes_by_its_id_else_its_address_else_its_number(
    read: Read, fields: dict[str, object], identifier: str
) -> None:
    [document], _ = read({"a.jsonl": json.dumps({**fields, "text": "Shells fell."})})
    assert document.document == identifier


def test_a_bad_line_is_named_and_the_others_go_on(read: Read) -> None:
    lines = ['{"text": "Shells fell."}', "oops", '{"text": "Troops left."}']
    documents, issues = read({"a.jsonl": "\n".join(lines)}, published="2020-05-06")
    assert [document.document for document in documents] == ["a/1", "a/3"]
    assert [(issue.document, issue.lost) for issue in issues] == [("a/2", True)]


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "news.example/a", "https://x.example/a b", "http://[x"]
)
def test_a_url_that_is_no_web_address_is_noted_and_left_out(read: Read, url: str) -> None:
    [document], [issue] = read(
        {"a.jsonl": json.dumps({"id": "a", "text": "Shells fell.", "url": url, "date": "2020-05-06"})}
    )
    assert document.url is None
    assert "no web address" in issue.reason


def test_a_text_longer_than_the_usual_field_of_csv_is_read(read: Read) -> None:
    [document], _ = read({"a.csv": "text\n" + "The army shelled the town. " * 10_000})
    assert document.end == 270_000


@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(min_size=1, max_size=60, alphabet=st.characters(exclude_categories=("Cs", "Cc"))))
def test_a_text_goes_through_json_lines_unchanged(read: Read, text: str) -> None:
    [document], _ = read({"a.jsonl": json.dumps({"id": "a", "text": f"a{text}"})})
    assert document.text == f"a{text}"
