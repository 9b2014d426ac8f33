import gzip
import json
import subprocess
import sys
from io import BytesIO, TextIOWrapper
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.errors import RequestError
from kg.read import read_documents
from tests.read.conftest import Read

REPORT = "Rebels shelled the town on Monday, killing three people, the mayor said."
DATED = f"---\ndate: 2020-05-06\n---\n{REPORT}"


def test_documents_come_in_the_order_given(read: Read) -> None:
    documents, _ = read({"b.txt": DATED, "a.txt": DATED})
    assert [document.document for document in documents] == ["b", "a"]


def test_folders_are_walked_in_the_order_of_their_paths(read: Read) -> None:
    documents, _ = read({"f/b.txt": DATED, "f/a/z.md": DATED, "f/a.txt": DATED}, ["f"])
    assert [document.document for document in documents] == ["a/z", "a", "b"]


def test_a_complete_document_raises_no_issue(read: Read) -> None:
    assert read({"a.txt": DATED})[1] == []


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("a.txt", b"", "it is empty"),
        ("a.txt", b" \n ... \n", "it is empty"),
        ("a.jsonl", b"\n\n", "it is empty"),
        ("a.csv", b"id,text\n", "it is empty"),
        ("a.csv", b"id,body\n1,hello\n", "it has no column 'text'"),
        ("a.txt", b"PK\x03\x04\0\0\0", "it is binary"),
        ("a.pdf", b"%PDF-1.7", "files that end in .pdf are not read"),
        ("a.md", b"---\ntitle: [\n---\nShells fell.", "its front matter is not YAML"),
        ("a.html", b"<html><body></body></html>", "no main text was found"),
        ("a.html", b"<div>" * 5000, "no main text was found"),
        ("a.txt.gz", gzip.compress(REPORT.encode())[:30], "it is a broken gzip file"),
        ("a.jsonl", b"{" + b'"a":[' * 100_000, "the line is not JSON"),
        ("a.jsonl", b'{"text": 5}', "it has no text in 'text'"),
        ("a.jsonl", b'["text"]', "the line is no JSON object"),
        ("a.jsonl", b'{"text": "Shells fell \\ud800 here."}', "it holds characters that are no text"),
        (
            "a.txt",
            ("Los rebeldes bombardearon la ciudad el lunes y mataron a tres personas. " * 4).encode(),
            "it is not in English",
        ),
        ("a.txt", b"Shells fell. " * 80_000, "it is longer than 1,000,000 characters"),
    ],
)
def test_what_cannot_be_read_is_lost_with_its_reason_and_the_rest_go_on(
    read: Read, name: str, content: bytes, reason: str
) -> None:
    documents, issues = read({name: content, "other.txt": DATED})
    assert [document.document for document in documents] == ["other"]
    assert [(issue.lost, issue.reason[: len(reason)]) for issue in issues] == [(True, reason)]


def test_a_gzip_bomb_is_lost_with_its_reason(read: Read, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kg.read.decode.MAX_BYTES", 2**20)
    documents, issues = read({"bomb.txt.gz": gzip.compress(b"a" * 2**21)})
    assert documents == []
    assert issues[0].reason == "it holds more than 1 MB in one piece: split it"


def test_a_packed_file_goes_by_the_name_of_what_is_in_it(read: Read) -> None:
    documents, issues = read({"a.txt.gz": gzip.compress(DATED.encode())})
    assert [document.document for document in documents] == ["a"]
    assert issues == []


def test_a_document_without_a_date_is_kept_with_a_note(read: Read) -> None:
    [document], [issue] = read({"a.txt": REPORT})
    assert document.published is None
    assert (issue.document, issue.lost) == ("a", False)


def test_a_date_that_is_none_is_noted(read: Read) -> None:
    [document], [issue] = read({"a.txt": f"---\ndate: 2022-13-45\n---\n{REPORT}"})
    assert document.published is None
    assert issue.reason == "its date '2022-13-45' names no single day: write it as 2022-10-18"
    assert not issue.lost


def test_the_given_day_fills_only_documents_without_a_date(read: Read) -> None:
    documents, issues = read({"a.txt": REPORT, "b.txt": DATED}, published="18 October 2022")
    assert [document.published for document in documents] == ["2022-10-18", "2020-05-06"]
    assert issues == []


def test_a_given_day_that_is_none_is_a_wrong_request(read: Read) -> None:
    with pytest.raises(RequestError, match="'soon' names no single day"):
        read({"a.txt": REPORT}, published="soon")


def test_two_documents_with_one_address_are_both_named(read: Read) -> None:
    with pytest.raises(RequestError, match=r"'a b' .*a b\.txt.* and 'A-B' .*A-B\.md"):
        read({"a b.txt": DATED, "A-B.md": DATED})


@pytest.mark.parametrize(
    ("data", "identifier"),
    [
        (DATED, "stdin"),
        (json.dumps({"id": "x1", "text": REPORT, "published": "2020-05-06"}), "x1"),
        (f"<html><body><p>{REPORT}</p></body></html>", "stdin"),
    ],
)
def test_standard_input_is_read_by_its_first_byte(
    monkeypatch: pytest.MonkeyPatch, data: str, identifier: str
) -> None:
    monkeypatch.setattr("sys.stdin", TextIOWrapper(BytesIO(data.encode())))
    [document] = read_documents(["-"], published="2020-05-06", on_issue=lambda issue: None)
    assert (document.document, document.text) == (identifier, REPORT)


def test_parts_of_a_saved_page_are_passed_over_without_loss(read: Read) -> None:
    documents, [issue] = read({"f/a.txt": DATED, "f/a_files/logo.png": b"\x89PNG\0"}, ["f"])
    assert len(documents) == 1
    assert not issue.lost


def test_reading_loads_no_parser() -> None:
    code = "import sys, kg.read; sys.exit('spacy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_the_digest_is_that_of_the_text(read: Read) -> None:
    [document], _ = read({"a.txt": "Shells fell."})
    assert document.sha256 == "016661ea3bf4ad579b7987349add8f638ea6259d2d5391711a51b49bc059fda3"


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    data=st.binary(max_size=300)
    | st.text(max_size=300).map(lambda text: text.encode("utf-8", "surrogatepass")),
    prefix=st.sampled_from(
        [b"", b"---\n", b"---\ndate: ", b"<html><p>", b'{"text": "', b"text,id\n", b"\x1f\x8b", b"\xff\xfe"]
    ),
    suffix=st.sampled_from([".txt", ".md", ".html", ".jsonl", ".csv", ".tsv", ""]),
)
def test_any_bytes_give_documents_or_issues(tmp_path: Path, data: bytes, prefix: bytes, suffix: str) -> None:
    path = tmp_path / f"any{suffix}"
    path.write_bytes(prefix + data)
    issues: list[object] = []
    documents = list(read_documents([path], on_issue=issues.append))
    assert documents or issues
