"""Standing relations: each row of the tables states one fact."""

import pytest

from kg.extract.relations.patterns import load_patterns
from kg.lexicon import Row, read_table
from kg.records import Relation
from tests.extract.telling import CASES, knowledge, records


def relations(text: str) -> tuple[Relation, ...]:
    return tuple(record for record in records(text) if isinstance(record, Relation))


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


@pytest.mark.parametrize(
    "row", read_table(CASES / "relation-status.tsv"), ids=lambda row: f"{row['type']} {row['text'][:40]}"
)
def test_relation_is_told_as(row: Row) -> None:
    found = [r for r in relations(row["text"]) if (r.type, r.subject.name) == (row["type"], row["subject"])]
    told = [f"{r.polarity} {r.modality} {r.term or ''}".strip() for r in found]
    assert told == ([row["told"]] if row["told"] else [])


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
    vocabulary = knowledge().vocabulary
    patterns = [pattern for found in load_patterns().values() for pattern in found]
    for name in sorted({name for p in patterns for name in p.subject_is | p.object_is}):
        assert vocabulary.types_of(name)


def test_events_of_the_patterns_are_those_of_the_ontology() -> None:
    for construction, name in load_patterns():
        assert construction != "event" or knowledge().vocabulary.types_of(name)
