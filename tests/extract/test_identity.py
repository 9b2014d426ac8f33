"""Which mentions tell one event, and which tell two."""

import pytest

from kg.annotate import annotate
from kg.extract import extract
from kg.gazetteer import Gazetteer
from kg.records import Document, Event
from kg.vocabulary import Vocabulary

GAZETTEER = Gazetteer.load()
VOCABULARY = Vocabulary()

ONE = [
    "Gunmen shot Ana Ruiz on Monday. Judges condemned the murder of Ruiz.",
    "Rebels killed Omar Haddad. The assassination of Haddad shocked the town.",
    "A blast shook the port. The blast was heard in the hills.",
    "Militants attacked a convoy in May 2020. The attack of 6 May 2020 lasted an hour.",
]
TWO = [
    "Gunmen shot Ana Ruiz on Monday. Judges condemned the murder of Omar Haddad.",
    "Soldiers killed two villagers in Rawson. Police killed three miners in Tilma.",
    "A blast shook the port. Another blast was heard in the hills.",
    "Militants attacked a convoy in May 2020. The attack of 6 June 2020 lasted an hour.",
]


def count_events(text: str) -> int:
    """How many events the mentions of killing, shooting and attack in a text name."""
    document = Document(0, len(text), "d", text, published="2020-07-01")
    records = extract(document, next(iter(annotate([text]))), VOCABULARY, GAZETTEER)
    harm = [r for r in records if isinstance(r, Event) and {"Assault", "Death"} & set(r.types)]
    assert len(harm) > 1
    return len({event.event for event in harm})


@pytest.mark.parametrize("text", ONE)
def test_told_again_it_is_one_event(text: str) -> None:
    assert count_events(text) == 1


@pytest.mark.parametrize("text", TWO)
def test_others_stay_apart(text: str) -> None:
    assert count_events(text) > 1
