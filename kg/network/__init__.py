"""The actor network of a graph: who is tied to whom, and the sentences behind every tie."""

from kg.network.build import Evidence, Network, Select, build_network
from kg.network.measures import ActorMeasures, measure_network
from kg.network.write import NetworkSummary, write_network

__all__ = [
    "ActorMeasures",
    "Evidence",
    "Network",
    "NetworkSummary",
    "Select",
    "build_network",
    "measure_network",
    "write_network",
]
