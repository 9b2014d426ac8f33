"""Reads triggers and their slots from the index of the ontology."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from kg.errors import VocabularyError
from kg.lexicon import load_sets
from kg.namespaces import FRAME, ONTOLOGY, TRIGGER
from kg.vocabulary.index import Index
from kg.vocabulary.terms import Slot, Trigger

ANCHORS = ("verb", "noun", "adjective")
KNOWN = "known "


def read_triggers(index: Index) -> Iterator[Trigger]:
    """Every trigger of the ontology; VocabularyError where one is incomplete."""
    for node, family in index.trigger_nodes():
        facts = index.facts(node)
        pos = [anchor for anchor in ANCHORS if anchor in facts]
        if len(pos) != 1 or "evokes" not in facts:
            raise VocabularyError(f"{node}: a trigger needs ckg:evokes and one of ckg:verb, ckg:noun, ckg:adjective")
        yield Trigger(
            f"{family}/{node.removeprefix(TRIGGER)}",
            facts["evokes"][0].removeprefix(ONTOLOGY),
            pos[0],
            facts[pos[0]],
            _slots(index, node, facts),
            {key: _words(values, node) for key, values in facts.items() if key.startswith(("with", "needs", "veto"))},
            facts.get("example", ()),
            facts.get("counterExample", ()),
        )


def _words(values: tuple[str, ...], where: str) -> frozenset[str]:
    """The words of a condition: "by #workers" stands for "by teacher", "by driver" and so on."""
    return frozenset(word for value in values for word in _members(value, where))


def _members(value: str, where: str) -> Iterator[str]:
    before, mark, name = value.partition("#")
    if not mark:
        yield value
    elif name not in load_sets():
        raise VocabularyError(f"{where}: there is no set #{name}; see ontology/language/word-sets.tsv")
    else:
        yield from (before + word for word in load_sets()[name])


def _slots(index: Index, node: str, facts: Mapping[str, tuple[str, ...]]) -> tuple[Slot, ...]:
    own = [replace(read_slot(text, node), own=True) for text in facts.get("slot", ())]
    frames = [frame for frame in facts.get("frame", ()) if frame.startswith(FRAME)]
    shared = [read_slot(text, node) for frame in frames for text in index.values(frame, ONTOLOGY + "slot")]
    taken = frozenset(name for slot in own if not slot.known for name in slot.names)
    rest = [replace(slot, names=slot.names - taken) for slot in shared if slot.names - taken]
    return (*own, *rest)


def read_slot(text: str, where: str) -> Slot:
    """The slot that `"on|against -> patient : physical"` describes; `where` names its node in errors."""
    names, arrow, rest = text.partition("->")
    role, _, types = rest.partition(":")
    if not arrow or not names.strip() or not role.strip():
        raise VocabularyError(
            f"{where}: slot {text!r} does not read 'slot|slot -> role : type'; see ontology/README.md"
        )
    kinds = types.strip().removeprefix(KNOWN)
    return Slot(_alternatives(names), role.strip(), _alternatives(kinds), known=types.strip().startswith(KNOWN))


def _alternatives(text: str) -> frozenset[str]:
    return frozenset(part.strip() for part in text.split("|") if part.strip())
