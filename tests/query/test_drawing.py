"""Rows are drawn for a terminal, as a table or as lists."""

import pytest

from kg.binding import parse_value
from kg.drawing import print_table
from kg.rows import Rows


def test_a_drawn_table_shows_words_as_they_are(capsys: pytest.CaptureFixture[str]) -> None:
    print_table(Rows(("a",), ((parse_value("x", "string", "[red]text[/red]"),),)), "", 60)
    assert "[red]text[/red]" in capsys.readouterr().out


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
