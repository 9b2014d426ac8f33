"""A toy graph, asked through pyoxigraph and through rdflib."""

from collections.abc import Iterable
from pathlib import Path

import pytest
from pyoxigraph import QuerySolutions, RdfFormat, Store
from rdflib import Dataset

from kg.network.build import Network, Row, Select, build_network

TOY = Path(__file__).with_name("toy.trig")


def oxigraph_select(text: str) -> Select:
    """Asks a graph given as TriG through pyoxigraph."""
    store = Store()
    store.load(text.encode(), RdfFormat.TRIG)

    def select(query: str) -> Iterable[Row]:
        solutions = store.query(query, use_default_graph_as_union=True)
        assert isinstance(solutions, QuerySolutions)
        names = [variable.value for variable in solutions.variables]
        return [{name: str(row[name].value) for name in names if row[name] is not None} for row in solutions]

    return select


def rdflib_select(text: str) -> Select:
    """Asks a graph given as TriG through rdflib."""
    data = Dataset(default_union=True)
    data.parse(data=text, format="trig")

    def select(query: str) -> Iterable[Row]:
        return [{str(k): str(v) for k, v in row.items()} for row in data.query(query).bindings]

    return select


@pytest.fixture(params=["pyoxigraph", "rdflib"])
def select(request: pytest.FixtureRequest) -> Select:
    """The toy graph, once through each engine."""
    engine = oxigraph_select if request.param == "pyoxigraph" else rdflib_select
    return engine(TOY.read_text(encoding="utf-8"))


@pytest.fixture(scope="session")
def toy() -> Select:
    """The toy graph through pyoxigraph."""
    return oxigraph_select(TOY.read_text(encoding="utf-8"))


@pytest.fixture
def network(toy: Select) -> Network:
    """The network of the toy graph."""
    return build_network(toy)
