"""Names in a picture: beside their discs, off one another and off the lines."""

import pytest

from kg.network.labels import ALWAYS, Disc, place_labels


def disc(x: float, y: float, text: str = "Alliance") -> Disc:
    return Disc(x, y, 5, text, 10)


@pytest.mark.parametrize(
    ("lines", "side"),
    [
        ((), "left"),  # the name begins right of its disc
        ([(20, 0), (40, 0)], "right"),
        ([(20, 0), (-20, 0)], "center"),
    ],
)
def test_a_name_keeps_off_the_lines(lines: list[tuple[float, float]], side: str) -> None:
    (box,) = place_labels([disc(0, 0)], lines, need_all=False)
    assert box is not None
    assert box.side(disc(0, 0)) == side


def test_no_name_hides_another_or_a_disc() -> None:
    boxes = [box for box in place_labels([disc(0, 0), disc(30, 0), disc(0, 12)], need_all=False) if box]
    assert len(boxes) == 3
    assert all(one.overlap(other) == 0 for one in boxes for other in boxes if one is not other)


@pytest.mark.parametrize(("need_all", "named"), [(True, 40), (False, ALWAYS)])
def test_in_a_crowd_the_first_are_named(need_all: bool, named: int) -> None:
    crowd = [disc(number % 7, number // 7) for number in range(40)]
    boxes = place_labels(crowd, need_all=need_all)
    assert sum(box is not None for box in boxes) == named
