"""What the network says of the toy graph."""

import pytest

from kg.network.build import Network, Select, build_network

BASE = "https://w3id.org/conflict-kg/id/actor/"

EDGES = [  # source, target, family, status, reciprocal, weight
    ("aria", "boria", "ConflictEvent", "actual", False, 2),
    ("aria", "hill-front", "ConflictEvent", "denied", True, 1),
    ("aria", "hill-front", "ConflictEvent", "threatened", False, 1),
    ("aria", "hill-front", "VerbalEvent", "actual", False, 1),
    ("boria", "aria", "ConflictEvent", "negated", False, 1),
    ("daily-wire", "aria", "Attribution", "actual", False, 1),
    ("daily-wire", "boria", "Attribution", "actual", False, 1),
    ("jo-lund", "aria", "Attribution", "actual", False, 1),
    ("jo-lund", "aria", "Relation", "actual", False, 1),
    ("jo-lund", "hill-front", "Attribution", "actual", False, 1),
]


def test_every_tie_on_both_engines(select: Select) -> None:
    network = build_network(select)
    names = ("family", "status", "reciprocal", "weight")
    found = [
        (source.removeprefix(BASE), target.removeprefix(BASE), *(tie[name] for name in names))
        for source, target, tie in network.edges(data=True)
    ]
    assert sorted(found) == EDGES


def test_both_engines_give_the_same_network(select: Select, toy: Select) -> None:
    one, other = build_network(select, include_local=True), build_network(toy, include_local=True)
    assert list(one.nodes(data=True)) == list(other.nodes(data=True))
    assert list(one.edges(keys=True, data=True)) == list(other.edges(keys=True, data=True))


def test_a_town_is_no_actor(network: Network) -> None:
    assert not [data for _, data in network.nodes(data=True) if data["label"] == "Quarry"]


@pytest.mark.parametrize(("include_local", "expected"), [(False, False), (True, True)])
def test_unnamed_parties_come_only_on_request(toy: Select, include_local: bool, expected: bool) -> None:
    labels = {data["label"] for _, data in build_network(toy, include_local=include_local).nodes(data=True)}
    assert ("two gunmen" in labels) is expected


def test_a_tie_spans_its_dates(network: Network) -> None:
    tie = network[f"{BASE}aria"][f"{BASE}boria"]["ConflictEvent to actual"]
    assert (tie["first"], tie["last"]) == ("2021-03-01", "2021-04-10")


def test_a_tie_keeps_the_sentences_of_all_mentions(network: Network) -> None:
    tie = network[f"{BASE}aria"][f"{BASE}boria"]["ConflictEvent to actual"]
    assert [item.label for item in tie["evidence"]] == ["shelling", "attack", "attack"]
    assert tie["evidence"][0].sentence == "Aria shelled Boria on Monday, the Daily Wire reported."
    assert tie["evidence"][0].title == "Shells fall on Boria"
    assert tie["evidence"][0].speakers == ("Daily Wire",)


def test_a_denial_says_who_denies(network: Network) -> None:
    tie = network[f"{BASE}aria"][f"{BASE}hill-front"]["ConflictEvent between denied"]
    assert tie["evidence"][0].speakers == ("Jo Lund (denies)",)


def test_a_document_without_title_goes_by_its_name(network: Network) -> None:
    tie = network[f"{BASE}aria"][f"{BASE}hill-front"]["VerbalEvent to actual"]
    assert tie["evidence"][0].title == "two"


def test_a_graph_without_reports_gives_an_empty_network() -> None:
    assert len(build_network(lambda _: [])) == 0
