"""Direct triples and codes follow from what reports assert, and from nothing else."""

import pyoxigraph as ox
import pytest

from kg.derive import derive_graphs
from kg.namespaces import BASE
from tests.sources import GRAPHS

SHELLED = "doc/city#event=7,14"
CKG = "https://w3id.org/conflict-kg/ontology#"


@pytest.fixture(scope="module")
def database() -> ox.Store:
    made = ox.Store()
    made.load(path=str(GRAPHS / "two-reports.trig"))
    derive_graphs(made, BASE)
    return made


def triples(database: ox.Store, graph: str) -> set[tuple[str, ...]]:
    quads = database.quads_for_pattern(None, None, None, ox.NamedNode(f"{BASE}graph/{graph}"))
    return {tuple(shorten(term) for term in (quad.subject, quad.predicate, quad.object)) for quad in quads}


def shorten(term: object) -> str:
    return str(term).strip("<>").removeprefix(BASE).removeprefix(CKG)


EXPECTED = {
    # The shooting has a class with a property of its own; the shelling too.
    ("doc/border#entity=0,10", "shotAt", "doc/border#entity=26,34"),
    ("place/russia", "shelled", "place/kharkiv"),
    ("doc/city#entity=327,333", "shotAt", "doc/city#entity=343,351"),
    # An accusation is a fact; the attack Russia speaks of, which Ukraine denies, is none.
    ("place/russia", "accused", "place/ukraine"),
    ("place/ukraine", "denied", "doc/border#event=232,241"),
    # What is announced is the event, which is planned.
    ("actor/vladimir-putin", "announced", "doc/border#event=176,188"),
    ("actor/volodymyr-zelensky", "announced", "doc/city#event=248,264"),
    # The threat was made; the strike it threatens was not.
    ("actor/vladimir-putin", "threatened", "place/ukraine"),
    # Reciprocal events go both ways.
    ("place/russia", "negotiatedWith", "place/ukraine"),
    ("place/ukraine", "negotiatedWith", "place/russia"),
    # A consequence has an agent where the text names one.
    ("place/russia", "killed", "doc/city#entity=63,69"),
    ("actor/vladimir-putin", "leads", "place/russia"),
}


def test_direct_triples_are_those_the_reports_assert(database: ox.Store) -> None:
    assert triples(database, "direct") == EXPECTED


def test_deriving_again_changes_nothing(database: ox.Store) -> None:
    before = {str(quad) for quad in database}
    derive_graphs(database, BASE)
    assert {str(quad) for quad in database} == before


def test_a_code_comes_from_the_nearest_class_that_has_one_of_its_system(database: ox.Store) -> None:
    codes = {
        code.rpartition("/code/")[2] for event, _, code in triples(database, "codes") if event == SHELLED
    }
    assert codes == {"plover/ASSAULT", "cameo/194"}


def test_an_event_without_codes_gets_none(database: ox.Store) -> None:
    assert not [triple for triple in triples(database, "codes") if triple[0] == "doc/city#event=121,125"]


def with_change(old: str, new: str) -> set[tuple[str, ...]]:
    """The direct triples of the toy graph after a change of its text."""
    text = (GRAPHS / "two-reports.trig").read_text(encoding="utf-8")
    assert old in text
    made = ox.Store()
    made.load(text.replace(old, new), format=ox.RdfFormat.TRIG)
    derive_graphs(made, BASE)
    return triples(made, "direct")


SHELLING = 'ckg:trigger "shelled" ; ckg:polarity "positive" ; ckg:modality "actual"'


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (SHELLING, SHELLING.replace("positive", "negative")),
        (SHELLING, SHELLING.replace("actual", "possible")),
        ('ckg:stance "asserts" ; ckg:cue "said"', 'ckg:stance "suspects" ; ckg:cue "said"'),
        ('ckg:stance "asserts" ; ckg:cue "said"', 'ckg:stance "denies" ; ckg:cue "said"'),
    ],
)
def test_what_is_not_asserted_gives_no_triple(old: str, new: str) -> None:
    assert ("place/russia", "shelled", "place/kharkiv") not in with_change(old, new)


def test_a_class_without_a_property_takes_the_nearest_above() -> None:
    made = with_change(" ; ckg:directProperty ckg:shelled", "")
    assert ("place/russia", "attacked", "place/kharkiv") in made


def test_an_announcement_to_somebody_leads_to_what_is_announced() -> None:
    topic = "ckg:topic <doc/border#event=176,188>"
    made = with_change(topic, f"{topic} ; ckg:recipient <actor/cnn>")
    announced = [triple[2] for triple in made if triple[:2] == ("actor/vladimir-putin", "announced")]
    assert announced == ["doc/border#event=176,188"]
