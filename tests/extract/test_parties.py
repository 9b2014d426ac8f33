"""Who is addressed: owners of a thing, subjects of a clause, and negations that are the act itself."""

import pytest

from kg.annotate import annotate
from kg.extract.arguments import fill_roles
from kg.extract.kinds import make_kinds
from kg.extract.namings import find_namings
from kg.extract.status import find_status
from kg.extract.triggers import Candidate, find_candidates
from kg.gazetteer import Gazetteer
from kg.vocabulary import Vocabulary

GAZETTEER = Gazetteer.load()
VOCABULARY = Vocabulary()

PARTIES = [
    ("Serbia rejected Croatia's request.", "refusal/reject", "recipient", {"Croatia"}),
    ("The ministry rejected demands made by the miners.", "refusal/reject", "recipient", {"miners"}),
    ("The bishops condemned Israel's raid.", "accusation/condemn", "patient", {"Israel", "raid"}),
    ("The opposition demanded that Israel withdraw.", "request/demand", "recipient", {"Israel"}),
    ("Tokyo is wary of Moscow.", "verbal/be-of-opinion", "patient", {"Moscow"}),
    ("The council lifted sanctions imposed on Eritrea.", "retreat/ease-sanctions", "recipient", {"Eritrea"}),
]


def find(text: str, rule: str) -> Candidate:
    """The candidate of a rule in a sentence."""
    doc = next(iter(annotate([text])))
    kinds = make_kinds(find_namings(doc, GAZETTEER), GAZETTEER)
    return next(c for c in find_candidates(doc, VOCABULARY, kinds) if c.trigger.name == rule)


@pytest.mark.parametrize(("text", "rule", "role", "heads"), PARTIES, ids=[text for text, *_ in PARTIES])
def test_role_is_filled_by_these_heads(text: str, rule: str, role: str, heads: set[str]) -> None:
    candidate = find(text, rule)
    kinds = make_kinds(find_namings(candidate.anchor.doc, GAZETTEER), GAZETTEER)
    assert {filler.head.text for filler in fill_roles(candidate, kinds) if filler.role == role} == heads


def test_refusal_by_negation_is_no_negated_event() -> None:
    candidate = find("The junta will not accept the ruling.", "refusal/will-not-have")
    assert find_status(candidate.anchor, candidate.words).polarity == "positive"


@pytest.mark.parametrize("text", ["Berlin suspended aid to Rwanda.", "Rwanda rejected the accusations by the envoy."])
def test_words_of_an_undoing_tell_no_event_of_their_own(text: str) -> None:
    doc = next(iter(annotate([text])))
    kinds = make_kinds(find_namings(doc, GAZETTEER), GAZETTEER)
    assert len(find_candidates(doc, VOCABULARY, kinds)) == 1
