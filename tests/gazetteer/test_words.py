"""What a demonym, a noun or an office says of somebody."""

import pytest

from kg.gazetteer import Gazetteer


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
        ("president", "LB", "2015-10-01", None),
        ("UN chief", "united-nations", "2003-10-01", "Kofi Annan"),
        ("foreign minister", "UA", "2016-10-01", "Pavlo Klimkin"),
        ("defense minister", "RU", "1999-10-01", "Igor Sergeyev"),
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
