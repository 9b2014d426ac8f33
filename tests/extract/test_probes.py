"""Sentences that event coders of old got wrong, whole: fillers, status and speakers of one event a row."""

import pytest

from kg.lexicon import Row, read_table
from tests.extract.telling import CASES, event, fillers, holders, wanted_roles


@pytest.mark.parametrize("row", read_table(CASES / "probes.tsv"), ids=lambda row: f"{row['type']} {row['text'][:40]}")
def test_event_is_wholly_right(row: Row) -> None:
    found = event(row["text"], row["type"])
    wanted = wanted_roles(row["roles"])
    assert {role: fillers(found, role) for role in wanted} == wanted
    assert (found.polarity, found.modality, holders(found)) == (row["polarity"], row["modality"], row["holders"])


def test_pronoun_carries_its_sentence_before() -> None:
    found = event("Chad mobilized its army on Monday. It attacked Libya on Friday.", "Attack")
    assert [role.name for role in found.roles if role.role == "agent"] == ["Chad"]


def test_person_with_a_short_name_is_no_organisation() -> None:
    found = event("Kim Jong Un condemned Iceland.", "Criticism")
    assert [role.type for role in found.roles if role.role == "agent"] == ["Person"]
