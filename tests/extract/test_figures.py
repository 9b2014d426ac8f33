"""Words of war told of players, prices or germs are figures of speech; told of soldiers they are meant."""

import pytest

from kg.annotate import annotate
from kg.extract.kinds import make_kinds
from kg.extract.namings import find_namings
from kg.extract.triggers import consider_all
from kg.gazetteer import Gazetteer
from kg.lexicon import Row, load_table, read_table
from kg.vocabulary import Vocabulary
from tests.extract.telling import CASES, events

GAZETTEER = Gazetteer.load()
VOCABULARY = Vocabulary()
PARTS = {"doer", "target", "stake", "means", "setting", "story", "tale"}


@pytest.mark.parametrize("row", read_table(CASES / "figures.tsv"), ids=lambda row: row["text"])
def test_figure_is_told_from_force(row: Row) -> None:
    doc = next(iter(annotate([row["text"]])))
    kinds = make_kinds(find_namings(doc, GAZETTEER), GAZETTEER)
    vetoes = {c.veto for c in consider_all(doc, VOCABULARY, kinds) if c.trigger.name == row["rule"]}
    assert vetoes == {row["figure"] or None}


CAMPAIGN = "Voters saw the candidate in a debate. The nominee leads in every poll of the campaign. "


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (CAMPAIGN + "Jane Smith attacked Mary Jones for weeks.", False),
        (CAMPAIGN + "Gunmen attacked Mary Jones.", True),
        (CAMPAIGN + "Jane Smith attacked Mary Jones, who was wounded.", True),
        ("Jane Smith attacked Mary Jones for weeks.", True),
    ],
)
def test_candidates_attack_each_other_in_words(text: str, told: bool) -> None:
    assert any(event.type == "Attack" for event in events(text)) is told


MATCH = "The striker scored two goals before half-time. The referee gave a penalty; the goalkeeper saved it. "


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (MATCH + "Valdoria destroyed Quilla 7-0.", False),
        (MATCH + '"They attacked us from the start," said Ana Ruiz.', False),
        (MATCH + "Police shot Ana Ruiz.", True),
        (MATCH + "A gang attacked the team's bus.", True),
        (MATCH + "The attack shook the town.", True),
        ("Valdoria destroyed Quilla in a night.", True),
    ],
)
def test_teams_beat_each_other_in_reports_on_sport(text: str, told: bool) -> None:
    assert any(event.type in {"Damage", "Attack", "Shooting"} for event in events(text)) is told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The film tells the story of a soldier who deserts and joins the rebels.", 0),
        ("The drama opens with an ambush in which a platoon is wiped out.", 0),
        ("In the novel, bombers destroy her street and kill her parents.", 0),
        ("The film was banned after protesters attacked a cinema.", 2),
        ("Gunmen attacked a film crew.", 1),
        ("Footage shows soldiers burning a village.", 1),
        ("The film, which tells the story of a soldier who joins the rebels, is long.", 0),
        ("In the book, German bombers destroy her street.", 0),
        ("In her book, she says troops killed 40 villagers.", 1),
        ('The director of "The Last Siege" smiled.', 0),
    ],
)
def test_what_a_story_tells_did_not_happen(text: str, told: int) -> None:
    assert len(events(text)) == told


def test_parts_of_the_table_are_known() -> None:
    assert {part for row in load_table("fields") for part in row["figure"].split("|")} - {""} <= PARTS
