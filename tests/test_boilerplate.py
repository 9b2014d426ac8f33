import pytest

from kg.boilerplate import blank_boilerplate, drop_boilerplate, is_boilerplate, load_patterns
from tests.read.conftest import load_cases


@pytest.mark.parametrize(("line", "answer"), load_cases("boilerplate.tsv"))
def test_lines_of_pages_are_told_from_lines_of_reports(line: str, answer: str) -> None:
    assert is_boilerplate(line) is (answer == "yes")


@pytest.mark.parametrize("pattern", sorted(load_patterns()[0]))
def test_every_whole_line_of_the_table_is_found(pattern: str) -> None:
    assert is_boilerplate(pattern.capitalize())


def test_a_text_without_such_lines_comes_back_as_it_was() -> None:
    text = "Shells fell.\x0b\n\n  Troops left.\u2028 "
    assert drop_boilerplate(text) == text


def test_blanked_lines_leave_every_other_character_in_its_place() -> None:
    text = "Shells fell.\n\nShare this article\r\nTroops left."
    assert blank_boilerplate(text) == text.replace("Share this article", " " * 18)
