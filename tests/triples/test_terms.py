"""Dates and addresses as they go into the graph."""

from datetime import date

import pytest

from kg.triples.terms import find_days, web_address


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2022-10-15", (2022, 10, 15), (2022, 10, 15)),
        ("2022-10", (2022, 10, 1), (2022, 10, 31)),
        ("2024-02", (2024, 2, 1), (2024, 2, 29)),
        ("2022", (2022, 1, 1), (2022, 12, 31)),
        ("2022-W41", (2022, 10, 10), (2022, 10, 16)),
        ("2022-10-15/2022-11", (2022, 10, 15), (2022, 11, 30)),
        ("2021/2022", (2021, 1, 1), (2022, 12, 31)),
    ],
)
def test_dates_become_first_and_last_days(
    value: str, first: tuple[int, int, int], last: tuple[int, int, int]
) -> None:
    assert find_days(value) == (date(*first), date(*last))


@pytest.mark.parametrize("value", ["", "soon", "2022-13", "2022-02-30", "2023/2022", "2022-10-15/", "/2022"])
def test_what_is_no_date_gives_no_days(value: str) -> None:
    assert find_days(value) is None


@pytest.mark.parametrize(
    ("url", "term"),
    [
        ("https://example.org/a?b=c#d", "<https://example.org/a?b=c#d>"),
        ("https://example.org/år [1]", "<https://example.org/%C3%A5r%20%5B1%5D>"),
        ("no address", '"no address"'),
    ],
)
def test_addresses_become_nodes_where_they_are_addresses(url: str, term: str) -> None:
    assert str(web_address(url)) == term
