"""Claims and denials that do not say of what are of the deed told last."""

import pytest

from tests.extract.telling import event

CLAIMS = [
    ("A bomb wounded two officers in Ankara. The PKK claimed responsibility.", "ResponsibilityClaim", "Injury"),
    ("Gunmen shelled Gao. No group has claimed responsibility.", "ResponsibilityClaim", "Shelling"),
    ("Rebels raided a market. Chad denied involvement.", "Denial", "Raid"),
]


@pytest.mark.parametrize(("text", "claim", "deed"), CLAIMS)
def test_claim_is_of_the_last_deed(text: str, claim: str, deed: str) -> None:
    topics = [role.entity for role in event(text, claim).roles if role.role == "topic"]
    assert topics == [event(text, deed).event]


def test_claim_without_a_deed_names_none() -> None:
    found = event("The PKK claimed responsibility.", "ResponsibilityClaim")
    assert "topic" not in {role.role for role in found.roles}
