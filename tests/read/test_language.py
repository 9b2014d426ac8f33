import pytest

from kg.read.language import find_language

ENGLISH = (
    "The army denied on Monday that its soldiers had shelled the town, and blamed the rebels for the attack. "
)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (ENGLISH * 3, "en"),
        (ENGLISH.upper() * 3, "en"),
        (ENGLISH * 3 + "Los rebeldes mataron a tres personas, dijo el alcalde.", "en"),
        ("Los rebeldes bombardearon la ciudad el lunes y mataron a tres personas. " * 4, "es"),
        ("Повстанцы обстреляли город в понедельник, сообщил мэр. " * 6, "ru"),
        ("Los rebeldes atacan", None),
        ("12 34 56", None),
    ],
)
def test_a_language_is_named_only_where_it_is_certain(text: str, language: str | None) -> None:
    assert find_language(text) == language
