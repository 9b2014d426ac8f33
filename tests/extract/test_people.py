"""Who must be people: those whom an event counts, whatever their words leave open."""

import pytest

from tests.extract.telling import event


@pytest.mark.parametrize(
    ("text", "kind", "types"),
    [
        ("The blast killed six and wounded 30.", "Killing", {"Group"}),
        ("The blast killed one and wounded 30.", "Killing", {"Person"}),
        ("Rebels kidnapped two others near Gao.", "Abduction", {"Group"}),
        ("The blast damaged the bridge.", "Damage", {"Facility"}),
    ],
)
def test_those_counted_are_people(text: str, kind: str, types: set[str]) -> None:
    assert {role.type for role in event(text, kind).roles if role.role == "patient"} == types
