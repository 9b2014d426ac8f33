"""The part of a network around one actor."""

import pytest

from kg.errors import RequestError
from kg.network.build import Select, build_network
from kg.network.choose import keep_around


def labels(toy: Select, actor: str, hops: int) -> set[str]:
    network = build_network(toy)
    by_name = {data["label"]: node for node, data in network.nodes(data=True)}
    return {data["label"] for _, data in keep_around(network, by_name[actor], hops).nodes(data=True)}


def test_one_hop_is_who_is_tied_to_the_actor(toy: Select) -> None:
    network = build_network(toy)
    boria = next(node for node, data in network.nodes(data=True) if data["label"] == "Boria")
    tied = {network.nodes[node]["label"] for node in {*network.successors(boria), *network.predecessors(boria)}}
    assert labels(toy, "Boria", 1) == tied | {"Boria"}


def test_more_hops_reach_further(toy: Select) -> None:
    assert labels(toy, "Boria", 1) < labels(toy, "Boria", 2)


def test_an_actor_without_a_part_is_refused(toy: Select) -> None:
    with pytest.raises(RequestError, match="no part in the network"):
        keep_around(build_network(toy), "https://w3id.org/conflict-kg/id/actor/nobody", 1)
