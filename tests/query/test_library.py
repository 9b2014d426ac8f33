"""Queries of the user's own, their headers, and how a query is told."""

from pathlib import Path

import pytest

from kg.errors import RequestError, VocabularyError
from kg.library import list_queries, load_query, read_query, tell_query
from kg.query import run_query
from tests.sources import OnOxigraph


def test_a_query_of_the_user_is_read_from_its_file(tmp_path: Path, source: OnOxigraph) -> None:
    path = tmp_path / "mine.rq"
    path.write_text("#+ summary: Mine\nSELECT DISTINCT ?p WHERE { ?s ?p ?_word }")
    rows = run_query(source, load_query(str(path)), {"word": "TASS"})
    assert sorted(row["p"].rpartition("#")[2] for row in rows) == ["label", "words"]


@pytest.mark.parametrize("text", ["SELECT * WHERE {}", "#+ summary: a: b\nSELECT * WHERE {}", "#+ - x"])
def test_a_header_that_is_none_names_the_file(tmp_path: Path, text: str) -> None:
    path = tmp_path / "bad.rq"
    path.write_text(text)
    with pytest.raises(VocabularyError, match=r"bad\.rq"):
        read_query(path)


MINE = "#+ summary: Mine\nSELECT DISTINCT ?p WHERE { ?s ?p ?_word }"


def test_a_folder_of_the_user_adds_to_the_bundled(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep" / "mine.rq").write_text(MINE)
    bundled = {query.name for query in list_queries()}
    monkeypatch.setenv("KG_QUERIES", str(tmp_path))
    assert {query.name for query in list_queries()} == bundled | {"mine"}
    assert load_query("mine").summary == "Mine"


def test_a_query_of_the_user_takes_no_bundled_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "timeline.rq").write_text(MINE)
    monkeypatch.setenv("KG_QUERIES", str(tmp_path))
    with pytest.raises(RequestError, match="rename it"):
        list_queries()


def test_a_folder_that_is_not_there_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KG_QUERIES", "/no/such/folder")
    with pytest.raises(RequestError, match="/no/such/folder, which is no folder"):
        list_queries()


@pytest.mark.parametrize(
    ("header", "message"),
    [
        ("#+ summary: a\n#+ sumary: b", "'sumary' is nothing a header says"),
        ("#+ summary: a\n#+ tags: b", "'tags' must be a list"),
        ("#+ summary: a\n#+ parameters:\n#+   word: a word", "parameter 'word' is not written as"),
        ('#+ summary: a\n#+ parameters:\n#+   wrd: {about: "a word"}', r"no variable \?_wrd"),
        ("#+ summary: a\n#+ defaults:\n#+   - wrd: x", r"no variable \?_wrd"),
        ("#+ summary: a\n#+ transform: longest-chain", "no transform 'longest-chain'"),
        ("#+ summary: a\n#+\ttags: b", "a tab in the header"),
        ("#+ summary: a: b", "quote what holds a colon"),
        ("", "begin the file with"),
    ],
)
def test_a_header_that_is_wrong_is_told_plainly(tmp_path: Path, header: str, message: str) -> None:
    path = tmp_path / "mine.rq"
    path.write_text(f"{header}\nSELECT DISTINCT ?p WHERE {{ ?s ?p ?_word }}")
    with pytest.raises(VocabularyError, match=message):
        read_query(path)


def test_a_query_file_that_is_not_there_is_told() -> None:
    with pytest.raises(RequestError, match=r"cannot read the query nowhere\.rq"):
        load_query("nowhere.rq")


def test_a_query_is_told_with_an_example() -> None:
    told = tell_query(load_query("timeline"))
    assert "  kg query timeline -p actor='Vladimir Putin'\n" in told
    assert "  limit: how many rows (default 1000)\n" in told
    assert told.endswith(load_query("timeline").text.rstrip())
