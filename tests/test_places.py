"""Where places lie by the tables, and how closely each is told: each row of the table states one place."""

import pytest

from kg.gazetteer import Gazetteer
from kg.lexicon import Row, read_table
from kg.places import Places
from kg.tables import Entry, read_actors
from kg.triples.containment import state_place
from tests.extract.people import load_gazetteer
from tests.extract.telling import CASES

BASE = "x:"
DEEPEST = 4  # as many steps up has casualties-by-area


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return load_gazetteer()


@pytest.fixture(scope="module")
def places(gazetteer: Gazetteer) -> Places:
    return gazetteer.places


def chain(place: Entry, places: Places) -> list[str]:
    """Everything a place lies in, the nearest first."""
    above = places.containers(place)
    return [each for outer in above for each in (outer.id, *chain(outer, places))]


@pytest.mark.parametrize("row", read_table(CASES / "containment.tsv"), ids=lambda row: row["name"])
def test_a_place_lies_in_these(row: Row, gazetteer: Gazetteer) -> None:
    place = gazetteer.find(row["name"])[0]
    assert "|".join(chain(place, gazetteer.places)) == row["within"]


@pytest.mark.parametrize("row", read_table(CASES / "containment.tsv"), ids=lambda row: row["name"])
def test_a_place_is_told_as_closely(row: Row, gazetteer: Gazetteer) -> None:
    place = gazetteer.find(row["name"])[0]
    stated = state_place(f"x:place/{place.id}", place, place.country, BASE)
    assert [str(value) for _, predicate, value in stated if "Precision" in str(predicate)] == [f'"{row["precision"]}"']


def test_every_place_made_by_hand_lies_in_places_that_exist(places: Places) -> None:
    codes = {entry.division for _, entry in places.by_hand}
    missing = {key for _, e in places.by_hand for key in e.within if places.find(key) is None and key not in codes}
    assert missing == set()


def test_no_place_lies_deeper_than_queries_look(places: Places) -> None:
    def depth(place: Entry) -> int:
        return max((1 + depth(outer) for outer in places.containers(place)), default=0)

    towns_lie_in = [entry for _, entry in read_actors("places/divisions.tsv")]
    assert max(depth(entry) for _, entry in places.by_hand) <= DEEPEST
    assert max(map(depth, towns_lie_in)) < DEEPEST


def test_no_two_divisions_have_one_code(places: Places) -> None:
    codes = [entry.division for entry in {entry.id: entry for _, entry in places.by_hand}.values() if entry.division]
    assert len(codes) == len(set(codes))


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("Loreto region", {"PE"}),
        ("Cordoba province", {"AR", "CO"}),
        ("Carabobo state", {"VE"}),
        ("Tete Province", {"MZ"}),
        ("Department of Health", set()),
    ],
)
def test_divisions_are_found_with_the_word_for_their_kind(name: str, wanted: set[str], gazetteer: Gazetteer) -> None:
    assert wanted <= {entry.country for entry in gazetteer.find(name) if entry.type == "Region"}


def test_an_unknown_place_lies_in_the_country_told_and_stays_unresolved() -> None:
    stated = [(str(predicate), str(value)) for _, predicate, value in state_place("x:place/quilla", None, "PE", BASE)]
    assert [value for _, value in stated] == ["<x:place/peru>", '"unresolved"']
