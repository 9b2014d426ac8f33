"""Names of the tables that a report may mean something else by: each row of the table states one fact."""

import pytest

from kg.lexicon import Row, read_table
from tests.extract.people import CASES, find_last, load_gazetteer, shorten

ROWS = read_table(CASES / "doubtful.tsv")


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row['words']} {row['text'][:40]}")
def test_a_doubtful_name_means_its_actor_only_where_the_report_tells_of_it(row: Row) -> None:
    mention = find_last(row["text"], row["words"], row["published"])
    named = shorten(mention.entity) if mention is not None else "none"
    bearers = {f"actor/{entry.id}" for entry in load_gazetteer().find(row["words"])}
    assert (named if named in bearers else "none") == row["id"]
