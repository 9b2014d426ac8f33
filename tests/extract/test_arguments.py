"""Who did what to whom: each row of the table states the fillers of one event."""

import pytest

from kg.lexicon import Row, read_table
from tests.extract.telling import CASES, event, fillers, wanted_roles


@pytest.mark.parametrize(
    "row", read_table(CASES / "arguments.tsv"), ids=lambda row: f"{row['type']} {row['text'][:40]}"
)
def test_roles_have_these_fillers(row: Row) -> None:
    found = event(row["text"], row["type"])
    wanted = wanted_roles(row["roles"])
    assert {role: fillers(found, role) for role in wanted} == wanted


@pytest.mark.parametrize(
    ("text", "kind", "name"),
    [
        ("Moscow warned Helsinki of consequences.", "Threat", "Government of Finland"),
        ("Yemen blamed Tehran for the raid.", "Accusation", "Government of Iran"),
        ("The EU imposed new sanctions on Minsk.", "Sanction", "Government of Belarus"),
        ("Russian troops attacked Kyiv.", "Attack", "Kyiv"),
    ],
)
def test_who_is_addressed_is_the_government_of_a_capital(text: str, kind: str, name: str) -> None:
    assert [role.name for role in event(text, kind).roles if role.role == "patient"] == [name]
