"""The tables of actors, places and words, loaded once."""

import pytest

from kg.gazetteer import Gazetteer


@pytest.fixture(scope="session")
def gazetteer() -> Gazetteer:
    return Gazetteer.load()
