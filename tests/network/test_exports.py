"""Files that other programs read."""

import json
from pathlib import Path

import networkx as nx
import pytest

from kg.errors import RequestError
from kg.network import write_network
from kg.network.build import Row, Select, build_network
from kg.network.layout import place_actors


def read_again(path: Path) -> "nx.Graph[str]":
    """What networkx makes of a file that was written."""
    return nx.read_gexf(path) if path.suffix == ".gexf" else nx.read_graphml(path, force_multigraph=True)


READABLE = [".gexf", ".graphml"]
SUFFIXES = [".html", ".png", ".svg", ".gexf", ".graphml", ".json"]
HEADS = {
    ".html": b"<!DOCTYPE html>",
    ".png": b"\x89PNG",
    ".svg": b"<?xml",
    ".gexf": b"<gexf",
    ".graphml": b"<?xml",
    ".json": b"{",
}


@pytest.mark.parametrize("suffix", READABLE)
def test_parallel_ties_survive_the_round_trip(toy: Select, tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"network{suffix}"
    write_network(toy, path)
    found = read_again(path)
    aria, front = (
        "https://w3id.org/conflict-kg/id/actor/aria",
        "https://w3id.org/conflict-kg/id/actor/hill-front",
    )
    assert found.number_of_edges() == 10
    assert found.number_of_edges(aria, front) == 3


@pytest.mark.parametrize("suffix", READABLE)
def test_sentences_and_weight_survive_the_round_trip(toy: Select, tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"network{suffix}"
    write_network(toy, path)
    ties = [
        tie
        for *_, tie in read_again(path).edges(data=True)
        if tie["first"] == "2021-03-01" and tie["weight"] == 2
    ]
    assert "Aria shelled Boria on Monday" in ties[0]["sentences"]


def test_gexf_ties_last_from_first_to_last_event(toy: Select, tmp_path: Path) -> None:
    write_network(toy, tmp_path / "network.gexf")
    assert 'start="2021-03-01" end="2021-04-10"' in (tmp_path / "network.gexf").read_text(encoding="utf-8")


def test_cytoscape_json_lists_the_evidence(toy: Select, tmp_path: Path) -> None:
    write_network(toy, tmp_path / "network.json")
    edges = json.loads((tmp_path / "network.json").read_text(encoding="utf-8"))["elements"]["edges"]
    assert {item["title"] for edge in edges for item in edge["data"]["evidence"]} == {
        "Shells fall on Boria",
        "two",
    }


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_each_format_begins_as_it_should(toy: Select, tmp_path: Path, suffix: str) -> None:
    write_network(toy, tmp_path / f"network{suffix}")
    assert (tmp_path / f"network{suffix}").read_bytes().startswith(HEADS[suffix])


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_same_network_same_bytes(toy: Select, tmp_path: Path, suffix: str) -> None:
    first, second = tmp_path / f"first{suffix}", tmp_path / f"second{suffix}"
    write_network(toy, first)
    write_network(toy, second)
    assert first.read_bytes() == second.read_bytes()


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_an_empty_network_can_be_written(tmp_path: Path, suffix: str) -> None:
    summary = write_network(lambda _: [], tmp_path / f"network{suffix}")
    assert (summary.actors, summary.ties, summary.events) == (0, 0, 0)


def test_an_absent_folder_is_named(toy: Select, tmp_path: Path) -> None:
    with pytest.raises(RequestError, match=r"no folder .*absent"):
        write_network(toy, tmp_path / "absent" / "network.json")


@pytest.mark.parametrize("name", ["network.doc", "network"])
def test_an_unknown_suffix_names_the_known_ones(toy: Select, tmp_path: Path, name: str) -> None:
    with pytest.raises(RequestError, match=r"\.html, \.png, \.svg, \.gexf, \.graphml, \.json"):
        write_network(toy, tmp_path / name)


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_names_with_odd_characters_can_be_written(toy: Select, tmp_path: Path, suffix: str) -> None:
    def odd(query: str) -> list[Row]:
        return [{**row, "label": f"$x^ <b>&\x01 {row.get('label')}"} for row in toy(query)]

    path = tmp_path / f"network{suffix}"
    assert write_network(odd, path).actors == 5
    assert suffix == ".html" or b"\x01 A" not in path.read_bytes()


def test_the_summary_counts_actors_ties_and_events(toy: Select, tmp_path: Path) -> None:
    summary = write_network(toy, tmp_path / "network.json")
    assert (summary.actors, summary.ties, summary.events, summary.left_out) == (5, 10, 7, 0)


def test_no_two_actors_share_a_place(toy: Select) -> None:
    places = place_actors(build_network(toy, include_local=True))
    assert len(set(places.values())) == 6
