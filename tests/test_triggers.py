"""Every trigger of the ontology fires in its examples and not in its counter-examples."""

from collections.abc import Iterator

import pytest

from kg.annotate import annotate
from kg.extract.kinds import make_kinds
from kg.extract.namings import find_namings
from kg.extract.triggers import find_candidates
from kg.gazetteer import Gazetteer
from kg.vocabulary import Trigger, Vocabulary

VOCABULARY = Vocabulary()
CASES = [(t, text, True) for t in VOCABULARY.triggers for text in t.examples] + [
    (t, text, False) for t in VOCABULARY.triggers for text in t.counter_examples
]


@pytest.fixture(scope="module")
def fired() -> dict[str, set[str]]:
    """The names of the triggers that fire in each sentence."""
    gazetteer = Gazetteer.load()
    texts = sorted({text for _, text, _ in CASES})

    def names() -> Iterator[set[str]]:
        for doc in annotate(texts):
            kinds = make_kinds(find_namings(doc, gazetteer), gazetteer)
            yield {candidate.trigger.name for candidate in find_candidates(doc, VOCABULARY, kinds)}

    return dict(zip(texts, names(), strict=True))


@pytest.mark.parametrize(
    ("trigger", "text", "fires"),
    CASES,
    ids=[f"{t.name}{'' if fires else ' not'}: {text[:50]}" for t, text, fires in CASES],
)
def test_trigger_fires_in_examples_only(trigger: Trigger, text: str, fires: bool, fired: dict[str, set[str]]) -> None:
    assert (trigger.name in fired[text]) is fires


@pytest.mark.parametrize("trigger", VOCABULARY.triggers, ids=lambda trigger: trigger.name)
def test_trigger_has_an_example_and_a_counter_example(trigger: Trigger) -> None:
    assert trigger.examples
    assert trigger.counter_examples


def test_event_type_of_every_trigger_exists() -> None:
    assert {t.evokes for t in VOCABULARY.triggers} <= VOCABULARY.event_types.keys()
