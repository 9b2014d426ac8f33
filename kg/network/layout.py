"""Where each actor stands in the drawing: the same place for the same network, and no two on one spot."""

from math import sqrt
from typing import TypeAlias

import networkx as nx
import numpy as np
import numpy.typing

from kg.network.build import Network

Points: TypeAlias = np.typing.NDArray[np.float64]
Place: TypeAlias = tuple[float, float]

SEED = 7
SPACING = 1.0  # the least distance of two actors
MARGIN = 1.6  # the least distance of two connected parts
STRETCH = 1.15  # drawings are a little wider than high
SMALL = 120  # components up to this size afford the slower, finer layout
GOLDEN_ANGLE = np.pi * (3 - sqrt(5))


def place_actors(network: Network) -> dict[str, Place]:
    """A place for every actor: each connected part is laid out alone, the largest in the middle."""
    parts = sorted(nx.weakly_connected_components(network), key=lambda part: (-len(part), min(part)))
    places: dict[str, Points] = {}
    taken: Points = np.empty((0, 2))
    step, size = 0, 0
    for part in parts:
        # Parts of one size need not search the same spots again.
        step, size = (step if len(part) == size else 0), len(part)
        points, step = find_room(taken, spread(lay_out(network, sorted(part))), step)
        places |= dict(zip(sorted(part), points, strict=True))
        middles = [(places[source] + places[target]) / 2 for source, target in network.subgraph(part).edges()]
        taken = np.concatenate([taken, points, *(middle[None] for middle in middles)])  # lines need room too
    return {name: (round(float(x) * STRETCH, 2), round(float(y), 2)) for name, (x, y) in places.items()}


def lay_out(network: Network, members: list[str]) -> Points:
    """The members of one connected part around the origin, well tied ones near each other."""
    part: nx.Graph[str] = nx.Graph()
    part.add_nodes_from(members)
    part.add_edges_from(sorted(network.subgraph(members).to_undirected(as_view=True).edges()))
    size = len(members)
    if size <= SMALL:
        found = nx.kamada_kawai_layout(part)
    else:
        found = nx.spring_layout(part, k=2.2 / sqrt(size), iterations=80, seed=SEED)
    points = np.array([found[node] for node in members])
    points -= points.mean(axis=0)
    return points * SPACING * sqrt(size) * 1.25 if size > 1 else points * 0


def spread(points: Points) -> Points:
    """The points pushed apart until none is nearer to another than SPACING, or nearly so."""
    for _ in range(60):
        delta = points[:, None, :] - points[None, :, :]
        distance = np.linalg.norm(delta, axis=2)
        np.fill_diagonal(distance, np.inf)
        lack = np.maximum(0, SPACING - distance)
        if not lack.any():
            break
        push = delta / np.maximum(distance, 1e-9)[:, :, None] * lack[:, :, None]
        points = points + 0.5 * push.sum(axis=1)
    return points


def find_room(taken: Points, points: Points, step: int) -> tuple[Points, int]:
    """The points moved to the first free spot on a spiral around the middle, and that step of the spiral."""
    if not len(taken):
        return points, step
    while True:
        spot = 0.5 * sqrt(step) * np.array([np.cos(step * GOLDEN_ANGLE), np.sin(step * GOLDEN_ANGLE)])
        moved = points + spot
        if np.linalg.norm(taken[:, None, :] - moved[None, :, :], axis=2).min() >= MARGIN:
            return moved, step
        step += 1
