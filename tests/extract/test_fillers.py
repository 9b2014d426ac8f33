"""Who fills a role: names beside a description, victims that possess their killing, what a bomb strikes."""

import pytest

from kg.annotate import annotate
from kg.extract.arguments import fill_roles
from kg.extract.kinds import make_kinds
from kg.extract.namings import find_namings
from kg.extract.triggers import find_candidates
from kg.gazetteer import Gazetteer
from kg.vocabulary import Vocabulary

GAZETTEER = Gazetteer.load()
VOCABULARY = Vocabulary()

FILLED = [
    ("Gunmen killed the mayor, Ana Ruiz.", "death/kill", "patient", {"Ruiz"}),
    ("Gunmen killed two judges, Ana Ruiz and Omar Haddad.", "death/kill", "patient", {"judges", "Ruiz", "Haddad"}),
    ("Haddad's murder shocked the town.", "death/murder-noun", "patient", {"Haddad"}),
    ("The rebels' killing of civilians went on.", "death/killing-noun", "agent", {"rebels"}),
    ("The rebels' killing of civilians went on.", "death/killing-noun", "patient", {"civilians"}),
    ("A bomb exploded in a restaurant.", "bombing/explode", "patient", {"restaurant"}),
    ("A bomb exploded in the province.", "bombing/explode", "patient", set()),
    ("In the wake of the attacks, the company started a program.", "attack/attack-noun", "agent", set()),
    ("The rebels launched a series of attacks.", "attack/attack-noun", "agent", {"rebels"}),
    ("No group attacked the town.", "attack/attack", "agent", set()),
]


@pytest.mark.parametrize(("text", "rule", "role", "heads"), FILLED)
def test_role_is_filled_by_these_heads(text: str, rule: str, role: str, heads: set[str]) -> None:
    doc = next(iter(annotate([text])))
    kinds = make_kinds(find_namings(doc, GAZETTEER), GAZETTEER)
    candidate = next(c for c in find_candidates(doc, VOCABULARY, kinds) if c.trigger.name == rule)
    assert {filler.head.text for filler in fill_roles(candidate, kinds) if filler.role == role} == heads
