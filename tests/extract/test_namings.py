"""Names and descriptions with their types and entities: each row of the table states one fact."""

import pytest

from kg.lexicon import Row, read_table
from tests.extract.people import CASES, find_last, shorten

WHO_AND_WHERE = [*read_table(CASES / "names.tsv"), *read_table(CASES / "places.tsv")]


@pytest.mark.parametrize("row", WHO_AND_WHERE, ids=lambda row: f"{row['words']}: {row['text'][:40]}")
def test_words_name_their_entity(row: Row) -> None:
    mention = find_last(row["text"], row["words"])
    found = (mention.type, shorten(mention.entity)) if mention else ("", "none")
    assert found == (row["type"], row["id"])


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("On Monday, in Iquitos, Loreto, farmers marched.", ["Iquitos", "Loreto"]),
        ("Rebels hit the cities of Mandurai and Perova.", ["Mandurai", "Perova"]),
        ("He lives in Ain al-Asad.", ["Ain al-Asad"]),
    ],
)
def test_names_end_where_they_end(text: str, names: list[str]) -> None:
    assert all(find_last(text, name) for name in names)


def test_half_a_quotation_leaves_no_mark_in_a_name() -> None:
    mention = find_last('The army killed two "planners and facilitators" with a drone.', 'two "planners')
    assert mention is not None
    assert mention.name == "two planners"
