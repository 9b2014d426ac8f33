import csv
import re
from collections import Counter
from pathlib import Path

import pytest

from kg.errors import VocabularyError
from kg.gazetteer import ACTORS, Gazetteer
from kg.tables import read_table

CASES = Path(__file__).parent / "cases" / "gazetteer.tsv"
BY_HAND = [f"actors/{table}.tsv" for table in ACTORS]
BY_HAND += ["places/countries.tsv", "places/facilities.tsv", "places/regions.tsv", "places/towns.tsv"]
DAY = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")


def cases() -> list[dict[str, str]]:
    with CASES.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t"))


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return Gazetteer.load()


@pytest.mark.parametrize("case", cases(), ids=lambda case: case["name"])
def test_a_name_finds_what_reports_mean_by_it(case: dict[str, str], gazetteer: Gazetteer) -> None:
    best = gazetteer.find(case["name"])[0]
    assert (best.id, best.type, best.country or "") == (case["id"], case["type"], case["country"])


@pytest.mark.parametrize(
    "name", ["hamas", "who", "us", "Kim Jong", "Xyzzy", "", "the", "Norwegian", "police", "Times", "National"]
)
def test_what_is_no_name_finds_nothing(name: str, gazetteer: Gazetteer) -> None:
    assert gazetteer.find(name) == ()


@pytest.mark.parametrize(
    ("name", "government"),
    [
        ("Moscow", "government-of-russia"),
        ("Kyiv", "government-of-ukraine"),
        ("Washington", "government-of-united-states"),
    ],
)
def test_a_capital_is_a_town_and_by_metonymy_the_government(
    name: str, government: str, gazetteer: Gazetteer
) -> None:
    found = gazetteer.find(name)
    assert found[0].type == "Settlement"
    assert next(e.id for e in found if e.metonym) == government


def test_a_capital_stood_for_a_state_that_is_gone(gazetteer: Gazetteer) -> None:
    soviet = next(e for e in gazetteer.find("Moscow") if e.id == "government-of-soviet-union")
    assert (soviet.metonym, soviet.until) == (True, "1991-12-26")


def test_namesakes_are_all_found(gazetteer: Gazetteer) -> None:
    assert {e.id for e in gazetteer.find("RSF")} == {"rapid-support-forces", "reporters-without-borders"}
    assert {e.country for e in gazetteer.find("Tripoli") if not e.metonym} >= {"LY", "LB"}
    assert {e.country for e in gazetteer.find("Punjab")} == {"IN", "PK"}


@pytest.mark.parametrize(
    ("word", "country"),
    [
        ("Russian", "russia"),
        ("Russians", "russia"),
        ("Briton", "united-kingdom"),
        ("Syrian", "syria"),
        ("Congolese", "democratic-republic-of-the-congo"),
        ("Nigerien", "niger"),
        ("Nigerian", "nigeria"),
        ("Dominican", "dominican-republic"),
        ("South Sudanese", "south-sudan"),
        ("Soviet", "soviet-union"),
        ("Yugoslav", "yugoslavia"),
        ("Swiss", "switzerland"),
    ],
)
def test_a_demonym_gives_its_country(word: str, country: str, gazetteer: Gazetteer) -> None:
    found = gazetteer.demonym(word)
    assert found is not None
    assert found.id == country


def test_a_word_that_is_no_demonym_gives_none(gazetteer: Gazetteer) -> None:
    assert gazetteer.demonym("Kurdish") is None
    assert gazetteer.demonym("polish") is None


@pytest.mark.parametrize(
    ("lemma", "kind", "sector", "collective"),
    [
        ("soldier", "Person", "MIL", False),
        ("troops", "Group", "MIL", True),
        ("gunman", "Person", "REB", False),
        ("spokesman", "Person", "GOV", False),
        ("police", "SecurityForce", "COP", True),
        ("convoy", "Vehicle", None, False),
        ("dynamite", "Weapon", None, False),
        ("village", "Settlement", None, False),
        ("hope", "Abstract", None, False),
    ],
)
def test_a_noun_has_a_class_and_a_sector(
    lemma: str, kind: str, sector: str | None, collective: bool, gazetteer: Gazetteer
) -> None:
    noun = gazetteer.noun(lemma)
    assert noun is not None
    assert (noun.type, noun.sector, noun.collective) == (kind, sector, collective)


@pytest.mark.parametrize(
    ("lemma", "sense"),
    [
        ("argument", "abstract"),
        ("record", "abstract"),
        ("warehouse", "artifact"),
        ("dog", "animal"),
        ("qwerty", None),
    ],
)
def test_a_noun_has_a_coarse_type(lemma: str, sense: str | None, gazetteer: Gazetteer) -> None:
    assert gazetteer.supersense(lemma) == sense


@pytest.mark.parametrize(
    ("office", "country", "day", "holder"),
    [
        ("president", "RU", "2009-01-01", "Dmitry Medvedev"),
        ("President", "RU", "2022-10-18", "Vladimir Putin"),
        ("Secretary of State", "US", "2022-01-01", "Antony Blinken"),
        ("foreign secretary", "GB", "2017-01-01", "Boris Johnson"),
        ("Premier", "GB", "2022-09-06", "Liz Truss"),
        ("president", "EG", "2012-10-15", "Mohammed Morsi"),
        ("secretary general", "united-nations", "2000-01-01", "Kofi Annan"),
        ("president", "SV", "1989-11-16", "Alfredo Cristiani"),
        ("president", "EG", "2013-10-01", None),
        ("president", "RU", "2080-01-01", None),
        ("president", "ZZ", "2020-01-01", None),
        ("juggler", "RU", "2020-01-01", None),
    ],
)
def test_an_office_has_a_holder_on_a_day(
    office: str, country: str, day: str, holder: str | None, gazetteer: Gazetteer
) -> None:
    found = gazetteer.holder(office, country, day)
    assert (found.name if found else None) == holder


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Russian Defense Ministry", "RUSMIL"),
        ("Israel Defense Forces", "ISRMIL"),
        ("Moscow", "RUS"),
        ("UN", "IGO"),
        ("al-Qaeda", "IMG"),
        ("Soviet Army", "SUNMIL"),
        ("Sahel", None),
    ],
)
def test_an_actor_has_a_code(name: str, code: str | None, gazetteer: Gazetteer) -> None:
    assert gazetteer.actor_code(gazetteer.find(name)[0]) == code


def test_names_are_those_of_the_tables_made_by_hand(gazetteer: Gazetteer) -> None:
    names = {(name, entry.id) for name, entry in gazetteer.names()}
    assert ("Hezbollah", "hezbollah") in names
    assert ("Bangalore", "bengaluru") not in names


def test_a_table_of_the_user_wins(tmp_path: Path) -> None:
    table = tmp_path / "mine.tsv"
    table.write_text("id\tname\tclass\tcountry\naa-us\tArakan Army\tCompany\tUS\n", encoding="utf-8")
    assert [e.id for e in Gazetteer.load([table]).find("Arakan Army")] == ["aa-us"]


@pytest.mark.parametrize(
    "text", ["id\tname\tclass\n\tNo id\tPerson\n", "id\tname\nx\tNo class\n", "a,b\n1,2\n"]
)
def test_a_faulty_table_is_named_with_its_line(text: str, tmp_path: Path) -> None:
    table = tmp_path / "mine.tsv"
    table.write_text(text, encoding="utf-8")
    with pytest.raises(VocabularyError, match=r"mine\.tsv line 2"):
        Gazetteer.load([table])


def test_a_table_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    with pytest.raises(VocabularyError, match=r"absent\.tsv"):
        Gazetteer.load([tmp_path / "absent.tsv"])


def test_ids_are_unique() -> None:
    counts = Counter(row["id"] for table in BY_HAND for row in read_table(table))
    assert [key for key, count in counts.items() if count > 1] == []


@pytest.mark.parametrize("table", BY_HAND)
def test_rows_are_complete_and_their_codes_known(table: str, gazetteer: Gazetteer) -> None:
    for row in read_table(table):
        assert None not in row, row["id"]
        assert not row["country"] or gazetteer.country(row["country"]), row["id"]
        assert all(DAY.fullmatch(row.get(end) or "2000") for end in ("from", "to")), row["id"]
        assert re.fullmatch(r"(Q\d+)?", row.get("wikidata") or ""), row["id"]


@pytest.mark.parametrize("table", [*(f"actors/{table}.tsv" for table in ACTORS), "actors/offices.tsv"])
def test_every_row_tells_where_it_can_be_checked(table: str) -> None:
    assert [row for row in read_table(table) if not row["source"].strip()] == []


def test_wikidata_ids_are_used_once() -> None:
    counts = Counter(row.get("wikidata") for table in BY_HAND for row in read_table(table))
    assert [key for key, count in counts.items() if key and count > 1] == []


def test_offices_are_held_by_people_of_the_table_one_at_a_time() -> None:
    people = {row["id"] for row in read_table("actors/people.tsv")}
    last: dict[tuple[str, str], str] = {}
    for row in sorted(read_table("actors/offices.tsv"), key=lambda row: row["from"]):
        post = (row["office"], row["country"])
        assert row["person"] in people
        assert last.get(post, "") <= row["from"] + "~", row  # "~" sorts last: a year meets its own months
        last[post] = row["to"] or row["checked"]
