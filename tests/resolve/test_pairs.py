"""Two names in two reports: rules never make one of two, and what is alike is suggested. One row, one fact."""

from collections import Counter
from pathlib import Path

import pytest

from kg.lexicon import Row, read_table
from tests.resolve.pairs import find_outcome

ORDER = ("merged", "suggested", "apart")
PAIRS = read_table(Path(__file__).parent.parent / "cases" / "name-pairs.tsv")


@pytest.mark.parametrize("row", PAIRS, ids=lambda row: f"{row['left']} | {row['right']}")
def test_pair_comes_out_as_the_table_says_or_better(row: Row) -> None:
    best_first = ORDER if row["verdict"] == "same" else ORDER[::-1]
    outcome = find_outcome(row["left"], row["right"], row["class"])
    assert best_first.index(outcome) <= best_first.index(row["outcome"])


def test_no_rule_makes_one_of_two() -> None:
    assert [row for row in PAIRS if (row["verdict"], row["outcome"]) == ("different", "merged")] == []


def test_half_of_the_pairs_must_stay_apart() -> None:
    verdicts = Counter(row["verdict"] for row in PAIRS)
    assert min(verdicts.values()) >= 75
