"""How central the actors of the toy graph are."""

from kg.network.build import Network, build_network
from kg.network.measures import find_communities, measure_network, project


def test_measures_see_facts_and_not_mere_speech(network: Network) -> None:
    rows = {row.label: (row.degree, row.weighted_degree) for row in measure_network(network)}
    assert rows == {
        "Aria": (3, 4),
        "Boria": (1, 2),
        "Hill Front": (1, 1),
        "Jo Lund": (1, 1),
        "Daily Wire": (0, 0),
    }


def test_who_stands_between_others_has_betweenness(network: Network) -> None:
    assert {row.label for row in measure_network(network) if row.betweenness > 0} == {"Aria"}


def test_most_events_come_first(network: Network) -> None:
    assert [row.label for row in measure_network(network)][:2] == ["Aria", "Boria"]


def test_an_actor_without_a_tie_has_no_community(network: Network) -> None:
    assert [row.label for row in measure_network(network) if row.community is None] == ["Daily Wire"]


def test_parallel_ties_add_up(network: Network) -> None:
    base = "https://w3id.org/conflict-kg/id/actor/"
    assert project(network)[f"{base}aria"][f"{base}boria"]["weight"] == 2


def test_communities_are_the_same_each_time(network: Network) -> None:
    ties = project(network)
    assert find_communities(ties) == find_communities(ties)


def test_an_empty_network_has_no_rows() -> None:
    assert measure_network(build_network(lambda _: [])) == []
