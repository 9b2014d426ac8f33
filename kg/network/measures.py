"""How central each actor is, and which actors belong together."""

from dataclasses import dataclass
from itertools import count
from typing import TYPE_CHECKING, TypeAlias

import networkx as nx

from kg.network.build import Network
from kg.network.looks import load_looks

if TYPE_CHECKING:
    Projection: TypeAlias = nx.Graph[str]
else:
    Projection = nx.Graph

EXACT_BETWEENNESS = 1500  # above this many actors, betweenness is estimated from SAMPLE of them
SAMPLE = 300
SEED = 0


@dataclass(frozen=True, slots=True)
class ActorMeasures:
    """One row of the table of actors: `degree` counts neighbours, `weighted_degree` events.

    `community` is a number, the largest community being 1, and None for an actor without a tie.
    """

    actor: str
    label: str
    kind: str
    country: str
    degree: int
    weighted_degree: int
    betweenness: float
    community: int | None


def measure_network(network: Network) -> list[ActorMeasures]:
    """The measures of every actor, most events first; they see only actual ties, and none of mere speech."""
    ties = project(network)
    sample = SAMPLE if len(ties) > EXACT_BETWEENNESS else None
    between = nx.betweenness_centrality(ties, k=sample, seed=SEED)
    communities = find_communities(ties)
    weighted = dict(ties.degree(weight="weight"))
    rows = [
        ActorMeasures(
            actor=actor,
            label=data["label"],
            kind=data["kind"],
            country=data["country"],
            degree=ties.degree[actor],
            weighted_degree=int(weighted[actor]),
            betweenness=round(between[actor], 6),
            community=communities.get(actor),
        )
        for actor, data in network.nodes(data=True)
    ]
    return sorted(rows, key=lambda row: (-row.weighted_degree, -row.degree, row.label, row.actor))


def project(network: Network) -> Projection:
    """The undirected graph of the ties that count: weights of parallel ties are summed."""
    looks = load_looks()
    ties: Projection = nx.Graph()
    ties.add_nodes_from(sorted(network))
    for source, target, data in network.edges(data=True):
        if looks.is_measured(data["family"], data["status"]):
            known = ties.get_edge_data(source, target, {"weight": 0})["weight"]
            ties.add_edge(source, target, weight=known + data["weight"])
    return ties


def find_communities(ties: Projection) -> dict[str, int]:
    """The community of every actor that has a tie, by Louvain's method."""
    tied = ties.subgraph(sorted(node for node, degree in ties.degree() if degree))
    found = nx.community.louvain_communities(nx.Graph(tied), seed=SEED) if tied else []
    ranked = sorted(found, key=lambda members: (-len(members), min(members)))
    return {actor: number for number, members in zip(count(1), ranked, strict=False) for actor in members}
