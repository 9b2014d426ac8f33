"""The network in files of many kinds, chosen by the suffix of the name."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TypeAlias

from kg.errors import RequestError
from kg.network.build import Network, Select, build_network
from kg.network.choose import PAGE_LIMIT, PICTURE_LIMIT, keep_around
from kg.network.exports import to_cytoscape, to_gexf, to_graphml
from kg.network.measures import ActorMeasures, measure_network

Writer: TypeAlias = Callable[[Network, Sequence[ActorMeasures], str], bytes]
TITLE = "Actor network"


@dataclass(frozen=True, slots=True)
class NetworkSummary:
    """What was written: `left_out` counts the actors beyond the cap of a page or picture."""

    path: Path
    actors: int
    ties: int
    events: int
    communities: int
    left_out: int


def write_network(
    select: Select,
    path: Path,
    *,
    include_local: bool = False,
    title: str = TITLE,
    actor: str | None = None,
    hops: int = 1,
) -> NetworkSummary:
    """Write the actor network of what `select` reaches to `path`, in the format that its suffix names.

    With the IRI of an `actor`, only that part of it which is at most `hops` ties away; its measures are those of
    this part. RequestError when no writer knows the suffix or the folder is absent; nothing is asked or written then.
    """
    writer = find_writer(path)
    network = build_network(select, include_local=include_local)
    if actor is not None:
        network = keep_around(network, actor, hops)
    measures = measure_network(network)
    path.write_bytes(writer(network, measures, title))
    return summarize(path, network, measures)


def summarize(path: Path, network: Network, measures: Sequence[ActorMeasures]) -> NetworkSummary:
    """The counts of a network that was written to `path`."""
    return NetworkSummary(
        path=path,
        actors=len(network),
        ties=network.number_of_edges(),
        events=len({item.event for *_, tie in network.edges(data=True) for item in tie["evidence"]}),
        communities=max((row.community or 0 for row in measures), default=0),
        left_out=max(0, len(network) - LIMITS.get(path.suffix.lower(), len(network))),
    )


def find_writer(path: Path) -> Writer:
    """The writer for the suffix of `path`; RequestError names the known suffixes when there is none."""
    writer = WRITERS.get(path.suffix.lower())
    if writer is None:
        known = ", ".join(WRITERS)
        raise RequestError(f"no network format for '{path.name}': end the name in one of {known}")
    if not path.absolute().parent.is_dir():
        raise RequestError(f"no folder {path.parent} to write {path.name} into: make it first")
    return writer


def _write_page(network: Network, measures: Sequence[ActorMeasures], title: str) -> bytes:
    from kg.network.page import write_page  # noqa: PLC0415 - matplotlib loads slowly

    return write_page(network, measures, title).encode("utf-8")


def _draw(suffix: str, network: Network, measures: Sequence[ActorMeasures], title: str) -> bytes:
    from kg.network.picture import draw_network  # noqa: PLC0415 - as above

    return draw_network(network, measures, title, suffix)


LIMITS = {".html": PAGE_LIMIT, ".png": PICTURE_LIMIT, ".svg": PICTURE_LIMIT}
WRITERS: dict[str, Writer] = {
    ".html": _write_page,
    ".png": partial(_draw, "png"),
    ".svg": partial(_draw, "svg"),
    ".gexf": to_gexf,
    ".graphml": to_graphml,
    ".json": to_cytoscape,
}
