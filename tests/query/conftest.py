"""The toy graph of two reports, as a source of queries."""

import pytest

from tests.sources import GRAPHS, OnOxigraph


@pytest.fixture(scope="session")
def source() -> OnOxigraph:
    return OnOxigraph(GRAPHS / "two-reports.trig")
