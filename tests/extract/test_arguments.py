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
