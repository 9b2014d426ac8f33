"""Parameters become terms, names become nodes, rows become text."""

import csv
import io
import json
from pathlib import Path

import pytest

from kg.binding import bind_values, parse_limit, parse_value, parse_variables, set_limit
from kg.drawing import print_table
from kg.errors import RequestError, VocabularyError
from kg.library import list_queries, load_query, read_query, tell_query
from kg.names import find_iri
from kg.query import run_query
from kg.rows import FORMATS, Rows, write_rows
from tests.sources import GRAPHS, OnOxigraph, OnRdflib

EVIL = '"} DELETE WHERE { ?s ?p ?o } #'


@pytest.fixture(scope="module")
def source() -> OnOxigraph:
    return OnOxigraph(GRAPHS / "two-reports.trig")


# --- Binding ---


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


# --- Names ---


@pytest.mark.parametrize(
    ("name", "iri"),
    [
        ("Vladimir Putin", "actor/vladimir-putin"),
        ("vladimir putin", "actor/vladimir-putin"),
        ("Putin", "actor/vladimir-putin"),
        ("actor/vladimir-putin", "actor/vladimir-putin"),
        ("https://w3id.org/conflict-kg/id/actor/vladimir-putin", "actor/vladimir-putin"),
        ("BBC", "actor/bbc"),
    ],
)
def test_a_name_becomes_a_node(source: OnOxigraph, name: str, iri: str) -> None:
    assert find_iri(source, name).value == source.base + iri


NAMINGS = """@prefix ckg: <https://w3id.org/conflict-kg/ontology#> .
    @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
    @base <https://w3id.org/conflict-kg/id/> .
    <m1> ckg:denotes <actor/united-nations> ; ckg:form "name" ; ckg:words "the world body" .
    <m2> ckg:denotes <doc/a#entity=1,5> ; ckg:form "name" ; ckg:words "Abiy" .
    <m3> ckg:denotes <actor/united-nations> ; ckg:form "nominal" ; ckg:words "its officials" .
    <actor/united-nations> rdfs:label "United Nations" . <doc/a#entity=1,5> rdfs:label "Abiy" ."""


@pytest.mark.parametrize(
    ("name", "iri"),
    [("world body", "actor/united-nations"), ("UN", "actor/united-nations"), ("Abiy", "doc/a#entity=1,5")],
)
def test_an_actor_is_found_by_what_reports_and_tables_call_it(tmp_path: Path, name: str, iri: str) -> None:
    (tmp_path / "namings.trig").write_text(NAMINGS, encoding="utf-8")
    source = OnOxigraph(tmp_path / "namings.trig")
    assert find_iri(source, name).value == source.base + iri


@pytest.mark.parametrize(("name", "near"), [("Unitde Nations", "'United Nations'"), ("officials", "this store: try")])
def test_a_name_nobody_has_brings_up_near_ones(tmp_path: Path, name: str, near: str) -> None:
    (tmp_path / "namings.trig").write_text(NAMINGS, encoding="utf-8")
    with pytest.raises(RequestError, match=near):
        find_iri(OnOxigraph(tmp_path / "namings.trig"), name)


@pytest.mark.parametrize("name", ["attack", "Attack", "ckg:Attack"])
def test_a_class_is_found_by_label_or_short_name(source: OnOxigraph, name: str) -> None:
    assert find_iri(source, name, "class").value.endswith("#Attack")


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("V", "no entity is called 'V'"),
        ("Puti", "no entity is called 'Puti'"),
        ("", "no entity"),
        ("http://x y", "no entity"),
        ("http://x<y", "not an IRI"),
    ],
)
def test_a_name_nobody_has_is_refused(source: OnOxigraph, name: str, message: str) -> None:
    with pytest.raises(RequestError, match=message):
        find_iri(source, name)


def test_a_name_that_several_have_lists_them(tmp_path: Path) -> None:
    graph = tmp_path / "two.trig"
    graph.write_text(
        """@prefix ckg: <https://w3id.org/conflict-kg/ontology#> .
        @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
        @base <https://w3id.org/conflict-kg/id/> .
        <m1> ckg:denotes <actor/a> . <m2> ckg:denotes <actor/b> .
        <actor/a> rdfs:label "Anna Berg" . <actor/b> rdfs:label "Bo Berg" ."""
    )
    with pytest.raises(RequestError, match=r"Anna Berg \(actor/a\), Bo Berg \(actor/b\)"):
        find_iri(OnOxigraph(graph), "Berg")


def test_the_user_hears_what_a_name_was_taken_for(source: OnOxigraph) -> None:
    heard: list[str] = []
    run_query(source, load_query("timeline"), {"actor": "Putin"}, heard.append)
    assert heard == ["Putin: taken for Vladimir Putin (actor/vladimir-putin)"]


# --- Requests ---


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


@pytest.mark.parametrize("engine", [OnOxigraph, OnRdflib])
@pytest.mark.parametrize("lost", ["ckg:topic <doc/border#event=176,188> ;", "schema:publisher <actor/cnn> ;"])
def test_an_announcement_of_nothing_known_is_one_row(
    tmp_path: Path, engine: type[OnOxigraph | OnRdflib], lost: str
) -> None:
    text = (GRAPHS / "two-reports.trig").read_text(encoding="utf-8")
    assert lost in text
    (tmp_path / "less.trig").write_text(text.replace(lost, ""), encoding="utf-8")
    assert len(run_query(engine(tmp_path / "less.trig"), load_query("who-announced-what"))) == 2


# --- Rows as text ---

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


def test_a_drawn_table_shows_words_as_they_are(capsys: pytest.CaptureFixture[str]) -> None:
    print_table(Rows(("a",), ((parse_value("x", "string", "[red]text[/red]"),),)), "", 60)
    assert "[red]text[/red]" in capsys.readouterr().out


# --- Limits ---


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


# --- Queries of the user's own ---

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


def test_a_drawn_table_fits_and_shows_names_for_nodes(capsys: pytest.CaptureFixture[str]) -> None:
    cells = ["actor/a", "Anna Berg", None, "a long sentence " * 9]
    row = tuple(parse_value("x", "string", cell) if cell else None for cell in cells)
    print_table(Rows(("who", "whoName", "date", "sentence"), (row,)), "", 60)
    drawn = capsys.readouterr().out
    assert "Anna Berg" in drawn
    assert "actor/a" not in drawn
    assert "date" not in drawn
    assert max(map(len, drawn.splitlines())) <= 60


def test_a_table_too_wide_for_the_terminal_is_drawn_as_lists(capsys: pytest.CaptureFixture[str]) -> None:
    cells = [
        "Two gunmen",
        "2022-10-15",
        "suicide bombing",
        "Belgorod Oblast",
        "doc/army-base",
        "They opened fire. " * 9,
    ]
    names = ("attackerName", "date", "kind", "placeName", "document", "sentence")
    print_table(Rows(names, (tuple(parse_value("x", "string", cell) for cell in cells),)), "", 60)
    lines = capsys.readouterr().out.splitlines()
    assert lines[:3] == ["attacker  Two gunmen", "date      2022-10-15", "kind      suicide bombing"]
    assert max(map(len, lines)) <= 60


def test_a_drawn_table_breaks_no_date(capsys: pytest.CaptureFixture[str]) -> None:
    row = tuple(parse_value("x", "string", cell) for cell in ["2022-10-15", "Federal Security Service", "word " * 30])
    print_table(Rows(("date", "whoName", "sentence"), (row,)), "", 48)
    assert "2022-10-15" in capsys.readouterr().out
