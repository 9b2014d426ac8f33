"""Which entity a later naming names again: each row of the table states one fact."""

import pytest

from kg.lexicon import Row, read_table
from tests.extract.people import CASES, find_last


@pytest.mark.parametrize(
    "row", read_table(CASES / "coreference.tsv"), ids=lambda row: f"{row['words']}: {row['text'][:40]}"
)
def test_naming_names_again(row: Row) -> None:
    mention = find_last(row["text"].replace("\\n", "\n"), row["words"])
    assert mention is not None
    assert mention.name == row["names"]


def test_same_surname_stays_apart_from_another_entry() -> None:
    text = "Ali Osman Bek left. Omar Hadad said Bek was tired. Hadad stayed."
    bek, hadad = find_last(text, "Bek"), find_last(text, "Hadad")
    assert bek is not None
    assert hadad is not None
    assert bek.entity != hadad.entity
