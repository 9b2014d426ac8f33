"""Lines in capitals become running text, every letter in its place."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.annotate import plain


@pytest.mark.parametrize(
    ("line", "running"),
    [
        ("REBELS ATTACK BUS IN MALI", "Rebels attack bus in Mali"),
        ("Rebels Attack Bus in Mali", "Rebels attack bus in Mali"),
        ("US STRIKES KILL 12 IN SYRIA, UN SAYS", "US strikes kill 12 in Syria, UN says"),
        ("GUNMEN FIRE ON NIGERIAN SCHOOL", "Gunmen fire on Nigerian school"),
        ("THE ARMY SHELLED GOMA. TROOPS FLED TO SOUTH KIVU.", "The army shelled Goma. Troops fled to South Kivu."),
        ("John Smith, Jane Doe, Ahmed Hassan", "John Smith, Jane Doe, Ahmed Hassan"),
        ("Human Rights Watch", "Human Rights Watch"),
        ("TROOPS MARCHED ON 3 MAY, A SUNDAY IN SPRING.", "Troops marched on 3 May, a Sunday in spring."),
        ("TROOPS MARCH IN APRIL AND MAY TAKE GOMA.", "Troops march in April and may take Goma."),
        ("BREAKING", "BREAKING"),
        ("The army shelled Goma.", "The army shelled Goma."),
        ("KYIV (Reuters) - Troops fled.", "KYIV (Reuters) - Troops fled."),
    ],
)
def test_line_is_written_as_running_text(line: str, running: str) -> None:
    assert plain(line) == running


def test_word_keeps_the_case_that_the_report_gives_it() -> None:
    report = "Troops Fire on Store Owners\n\nMembers of the group Fire burned a store on Monday."
    assert plain(report).startswith("Troops Fire on store owners\n")


@pytest.mark.parametrize("marks", ["**bold**", "## A title", "a note[12]", "====="])
def test_marks_of_layout_are_blank(marks: str) -> None:
    assert not set(plain(marks)) & set("*#[=")


@settings(max_examples=200, deadline=None, derandomize=True)
@given(st.text(max_size=80) | st.text(st.characters(categories=["Lu", "Lt", "Zs"]), max_size=60))
def test_any_text_keeps_its_length(text: str) -> None:
    assert len(plain(text)) == len(text)
