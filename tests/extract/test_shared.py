"""Names that another could bear stay in their report: each row of the table states one fact."""

import pytest

from kg.lexicon import Row, read_table
from tests.extract.people import CASES, find_last, find_mentions, shorten


@pytest.mark.parametrize("row", read_table(CASES / "shared-names.tsv"), ids=lambda row: f"{row['text'][:50]}")
def test_name_is_known_everywhere_or_in_its_report(row: Row) -> None:
    mention = find_last(row["text"], row["words"])
    assert mention is not None
    assert shorten(mention.entity) == row["id"]


def test_namings_by_a_shared_name_are_one_entity_in_a_report() -> None:
    text = "Mazur told reporters that the convoy had left. Rebels shelled the port on Friday, Mazur said."
    entities = {mention.entity for mention in find_mentions(text) if mention.text == "Mazur"}
    assert len(entities) == 1
