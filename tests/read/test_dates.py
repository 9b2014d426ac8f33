import pytest

from kg.read.dates import to_day
from tests.read.conftest import load_cases


@pytest.mark.parametrize(("words", "day"), load_cases("published.tsv"))
def test_words_that_name_one_day_give_it(words: str, day: str) -> None:
    assert to_day(words) == (day or None)
