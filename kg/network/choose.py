"""Which part of a network fits a page or a picture."""

from collections.abc import Sequence

import networkx as nx

from kg.errors import RequestError
from kg.network.build import Network
from kg.network.looks import FACT
from kg.network.measures import ActorMeasures

PAGE_LIMIT = 1000  # more actors than this are an unreadable ball in any page
PICTURE_LIMIT = 150  # and a black mass on paper


def cap_network(network: Network, measures: Sequence[ActorMeasures], limit: int) -> Network:
    """The network of the `limit` actors with most events; the same network when it has no more."""
    if len(network) <= limit:
        return network
    return network.subgraph([row.actor for row in measures[:limit]]).copy()


def keep_around(network: Network, actor: str, hops: int) -> Network:
    """The network of an actor and everybody at most so many ties away, of whatever direction and status.

    RequestError when the actor is not in it.
    """
    if actor not in network:
        raise RequestError(f"{actor} has no part in the network: 'kg network --measures' lists who has")
    around: Network = nx.ego_graph(network, actor, radius=hops, undirected=True)
    return around


def keep_facts(network: Network, *, keep_lone: bool) -> Network:
    """The network of ties reported as fact, with the actors that then have none only if `keep_lone`."""
    facts = network.copy()
    facts.remove_edges_from(
        [(s, t, key) for s, t, key, data in network.edges(keys=True, data=True) if data["status"] != FACT]
    )
    if not keep_lone:
        facts.remove_nodes_from([node for node, degree in dict(facts.degree()).items() if not degree])
    return facts


def parallel_places(network: Network) -> dict[tuple[str, str, str], float]:
    """How far each edge bends so that the edges between two actors fan out: 0 for a lone one."""
    pairs: dict[tuple[str, str], list[tuple[str, str, str]]] = {}
    for source, target, key in sorted(network.edges(keys=True)):
        pairs.setdefault((min(source, target), max(source, target)), []).append((source, target, key))
    return {
        edge: (index - (len(edges) - 1) / 2) * (1 if edge[0] == pair[0] else -1)
        for pair, edges in pairs.items()
        for index, edge in enumerate(edges)
    }
