"""Standing relations: each row of the table states one fact."""

from functools import cache
from pathlib import Path

import pytest

from kg.annotate import annotate
from kg.extract.attribution import find_sayings
from kg.extract.coreference import tie_namings
from kg.extract.entities import Cast
from kg.extract.namings import find_namings
from kg.extract.pronouns import tie_pronouns
from kg.extract.relations import find_relations
from kg.extract.relations.patterns import load_patterns
from kg.extract.sentences import find_sentences
from kg.gazetteer import Gazetteer
from kg.lexicon import Row, read_table
from kg.namespaces import BASE
from kg.records import Relation
from kg.vocabulary import Vocabulary

CASES = Path(__file__).parent.parent / "cases"


@cache
def knowledge() -> tuple[Gazetteer, Vocabulary]:
    return Gazetteer.load(), Vocabulary()


@cache
def relations(text: str) -> tuple[Relation, ...]:
    gazetteer, vocabulary = knowledge()
    doc = next(annotate([text]))
    namings = find_namings(doc, gazetteer)
    cast, sayings = Cast("x", BASE, namings, gazetteer), find_sayings(doc)
    tie_namings(cast, namings)
    tie_pronouns(cast, namings, sayings, vocabulary)
    sentence_of, types_of = find_sentences(doc), vocabulary.types_of
    return tuple(
        find_relations(doc, namings, cast, sayings, sentence_of, "x", gazetteer=gazetteer, types_of=types_of)
    )


def only(text: str, kind: str) -> Relation:
    found = [relation for relation in relations(text) if relation.type == kind]
    assert len(found) == 1
    return found[0]


@pytest.mark.parametrize(
    "row", read_table(CASES / "relations.tsv"), ids=lambda row: f"{row['type']} {row['text'][:40]}"
)
def test_text_states_the_relation(row: Row) -> None:
    found = {(r.type, r.subject.name, r.object.name): r.text for r in relations(row["text"])}
    assert found.get((row["type"], row["subject"], row["object"]), "") == row["words"]


def test_offsets_give_the_words() -> None:
    text = "Kremlin spokesman Dmitry Peskov met French President Emmanuel Macron."
    for relation in relations(text):
        for part in (relation, relation.subject, relation.object):
            assert text[part.start : part.end] == part.text


def test_denied_membership_is_negative() -> None:
    assert only("John Brown is not a member of Hezbollah.", "memberOf").polarity == "negative"


def test_coming_meeting_is_planned() -> None:
    assert only("Angela Merkel will meet Vladimir Putin.", "communicatedWith").modality == "planned"


def test_coming_talks_are_planned() -> None:
    assert only("Turkey will hold talks with Russia.", "communicatedWith").modality == "planned"


def test_title_in_a_plan_is_taken_for_granted() -> None:
    text = "Angela Merkel will meet Russian President Vladimir Putin."
    assert only(text, "holdsRole").modality == "actual"


def test_office_to_come_is_planned() -> None:
    assert only("Ukraine's next president Volodymyr Zelensky spoke.", "holdsRole").modality == "planned"


def test_relation_carries_who_says_it() -> None:
    relation = only("Turkey said that Iran supports Hezbollah.", "supports")
    assert [holder.source and holder.source.name for holder in relation.attribution] == ["Turkey"]


def test_ends_joined_by_and_give_a_relation_each() -> None:
    found = relations("Iran and Syria support Hezbollah.")
    assert [relation.subject.name for relation in found if relation.type == "supports"] == ["Iran", "Syria"]


def test_unnamed_leader_has_no_relation() -> None:
    assert relations("The leader of the group left.") == ()


def test_relation_types_are_those_of_the_ontology() -> None:
    core = (CASES.parent.parent / "ontology" / "core.ttl").read_text(encoding="utf-8")
    types = {pattern.type for patterns in load_patterns().values() for pattern in patterns}
    assert [kind for kind in sorted(types) if f"ckg:{kind} a owl:ObjectProperty" not in core] == []


def test_classes_of_the_patterns_are_those_of_the_ontology() -> None:
    vocabulary = knowledge()[1]
    patterns = [pattern for found in load_patterns().values() for pattern in found]
    for name in sorted({name for p in patterns for name in p.subject_is | p.object_is}):
        assert vocabulary.types_of(name)
