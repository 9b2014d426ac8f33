import pytest

from kg.read.head import find_head_day
from tests.read.conftest import Read, load_cases

REPORT = "NAIROBI, Oct. 17, 2022 (Newswire) - Gunmen shot a guard on Sunday."


@pytest.mark.parametrize(("head", "day"), load_cases("heads.tsv"))
def test_a_report_is_dated_by_its_own_first_lines(head: str, day: str) -> None:
    assert find_head_day(head.replace("|", "\n")) == (day or None)


def test_a_dateline_dates_a_report_and_says_so(read: Read) -> None:
    (document,), (issue,) = read({"a.txt": REPORT}, published="2020-01-01")
    assert document.published == "2022-10-17"
    assert "2022-10-17 by its first lines" in issue.reason


def test_the_date_in_the_file_goes_before_the_dateline(read: Read) -> None:
    (document,), issues = read({"a.txt": f"---\npublished: 2022-10-18\n---\n{REPORT}"})
    assert (document.published, issues) == ("2022-10-18", [])
