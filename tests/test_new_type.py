"""An event type added in one Turtle file is extracted, coded and tied, with nothing else touched."""

import shutil
from pathlib import Path

import pytest

from kg.annotate import annotate
from kg.errors import VocabularyError
from kg.extract import extract
from kg.gazetteer import Gazetteer
from kg.records import Document, Event
from kg.resources import find_folder
from kg.vocabulary import Vocabulary

PIRACY = """
@prefix acled: <https://w3id.org/conflict-kg/ontology/code/acled/> .
@prefix cameo: <https://w3id.org/conflict-kg/ontology/code/cameo/> .
@prefix ckg: <https://w3id.org/conflict-kg/ontology#> .
@prefix frame: <https://w3id.org/conflict-kg/ontology/frame/> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix trigger: <https://w3id.org/conflict-kg/ontology/trigger/> .

ckg:Boarding a owl:Class ; rdfs:subClassOf ckg:Attack ; rdfs:label "boarding of a ship"@en ;
    ckg:directProperty ckg:boarded ; ckg:code cameo:180 .

trigger:board a ckg:Trigger ; ckg:evokes ckg:Boarding ; ckg:verb "board" ; ckg:frame frame:harm ;
    ckg:vetoSubject "passenger" ;
    ckg:example "Gunmen boarded the tanker off Somalia." ;
    ckg:counterExample "Passengers boarded the ferry." .
"""


@pytest.fixture(scope="module")
def vocabulary(tmp_path_factory: pytest.TempPathFactory) -> Vocabulary:
    folder = tmp_path_factory.mktemp("with-piracy") / "ontology"
    shutil.copytree(find_folder("ontology"), folder)
    (folder / "events" / "piracy.ttl").write_text(PIRACY, encoding="utf-8")
    return Vocabulary(folder)


def events_in(text: str, vocabulary: Vocabulary) -> list[Event]:
    document = Document(0, len(text), "report", text, published="2011-01-20")
    (doc,) = annotate([text])
    return [r for r in extract(document, doc, vocabulary, Gazetteer.load()) if isinstance(r, Event)]


def test_new_type_is_extracted_with_roles_and_codes(vocabulary: Vocabulary) -> None:
    (event,) = events_in("Gunmen boarded the tanker off Somalia.", vocabulary)
    assert (event.type, event.rule) == ("Boarding", "piracy/board")
    assert event.types[:2] == ("Boarding", "Attack")
    assert [(role.role, role.text) for role in event.roles][:2] == [("agent", "Gunmen"), ("patient", "the tanker")]
    assert event.codes["cameo"] == "180"
    assert event.codes["plover"] == "ASSAULT", "what the class leaves out comes from its superclass"


def test_its_counter_example_tells_nothing(vocabulary: Vocabulary) -> None:
    assert events_in("Passengers boarded the ferry.", vocabulary) == []


def test_a_set_stands_for_each_of_its_words(vocabulary: Vocabulary) -> None:
    (crowd,) = (trigger for trigger in vocabulary.triggers if trigger.name == "protest/clash-with-crowd")
    assert {"with protester", "with villager", "with fan"} <= crowd.words("withPhrase")


def test_an_unknown_set_is_named(tmp_path: Path) -> None:
    folder = tmp_path / "ontology"
    shutil.copytree(find_folder("ontology"), folder)
    (folder / "events" / "piracy.ttl").write_text(PIRACY.replace('"passenger"', '"#sailors"'), encoding="utf-8")
    with pytest.raises(VocabularyError, match="there is no set #sailors"):
        Vocabulary(folder)
