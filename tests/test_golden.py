"""What the graph of the seed reports must hold, whatever else a better or worse parse finds: golden/seeds.tsv."""

from collections.abc import Iterator
from pathlib import Path

import pytest

import kg
from kg.lexicon import read_table
from kg.records import Event
from tests.conftest import SEEDS

GOLDEN = Path(__file__).parent / "golden" / "seeds.tsv"
FACTS = [tuple(row.values()) for row in read_table(GOLDEN)]
DOCUMENTS = sorted(path.stem for path in SEEDS.glob("*.md") if path.stem != "README")


@pytest.fixture(scope="module")
def seeds(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The store of all seed reports."""
    store = tmp_path_factory.mktemp("seeds") / "store"
    assert kg.build(SEEDS, store=store).lost == 0
    return store


@pytest.fixture(scope="module")
def events(seeds: Path) -> dict[str, list[Event]]:
    """The event mentions of each report."""
    with kg.Store.open(seeds) as store:
        return {slug: [r for r in store.records(slug) if isinstance(r, Event)] for slug in store.documents()}


def find_values(event: Event, what: str) -> Iterator[str | None]:
    """What an event says of one thing: a role, a count, who holds it, its date or its status."""
    yield from (role.name for role in event.roles if role.role == what)
    yield from (f"{count.min} to {count.max}" for count in event.counts if count.measure == what)
    yield from (holder.source.name for holder in event.attribution if holder.source and holder.stance == what)
    yield {"date": event.date.value if event.date else None, "polarity": event.polarity}.get(what)
    yield event.modality if what == "modality" else None


@pytest.mark.parametrize(("document", "kind", "trigger", "what", "value"), FACTS, ids=map("-".join, FACTS))
def test_the_report_says_so(
    document: str, kind: str, trigger: str, what: str, value: str, events: dict[str, list[Event]]
) -> None:
    found = [event for event in events[document] if kind in event.types and trigger in event.text]
    assert value in {each for event in found for each in find_values(event, what)}


@pytest.mark.parametrize("document", DOCUMENTS)
def test_no_report_is_barren(document: str, events: dict[str, list[Event]]) -> None:
    assert len(events[document]) >= 10
    assert any(event.attribution for event in events[document])


def test_the_graph_conforms(seeds: Path) -> None:
    assert kg.check(store=seeds).findings == ()


def test_putins_announcement_is_answered_with_its_sentence(seeds: Path) -> None:
    rows = list(kg.query("who-announced-what", {"actor": "Vladimir Putin"}, store=seeds))
    assert {row["what"] for row in rows} == {"partial mobilization"}
    assert all("announced a partial mobilization" in row["sentence"] for row in rows)
