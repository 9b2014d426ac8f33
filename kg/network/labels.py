"""Where the names go in a picture, so that none hides another, nor a line where that can be helped."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeAlias

CHARACTER_WIDTH = 0.56  # of the font size, on average
GAP = 2.0
ALWAYS = 25
CROSSING = 12.0  # what a point of a line under a name counts as: so much of another name
Point: TypeAlias = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Disc:
    """An actor as drawn, all lengths in points; `size` is that of its name's letters."""

    x: float
    y: float
    radius: float
    text: str
    size: float


@dataclass(frozen=True, slots=True)
class Box:
    """The room that a name takes."""

    left: float
    bottom: float
    right: float
    top: float

    def overlap(self, other: "Box") -> float:
        """The area that both cover."""
        width = min(self.right, other.right) - max(self.left, other.left)
        height = min(self.top, other.top) - max(self.bottom, other.bottom)
        return max(0.0, width) * max(0.0, height)

    def holds(self, point: Point) -> bool:
        """Whether the point lies inside."""
        return self.left < point[0] < self.right and self.bottom < point[1] < self.top

    def side(self, disc: Disc) -> str:
        """How the name is aligned in the box: towards its disc."""
        if self.left >= disc.x:
            return "left"
        return "right" if self.right <= disc.x else "center"


def place_labels(discs: Sequence[Disc], lines: Sequence[Point] = (), *, need_all: bool) -> list[Box | None]:
    """A box for each name, the first discs served first; None for one without room, unless `need_all`.

    The very first are named in any case. `lines` are points of the ties: of several free boxes the one that
    covers fewest is taken.
    """
    taken = [Box(d.x - d.radius, d.y - d.radius, d.x + d.radius, d.y + d.radius) for d in discs]
    boxes: list[Box | None] = []
    for disc in discs:
        hidden = {box: crowding(box, taken) for box in candidates(disc)}
        best = min(hidden, key=lambda box: (hidden[box] > 0, hidden[box] + CROSSING * sum(map(box.holds, lines))))
        fits = need_all or hidden[best] == 0 or len(boxes) < ALWAYS
        boxes.append(best if fits else None)
        taken += [best] if fits else []
    return boxes


def candidates(disc: Disc) -> list[Box]:
    """The boxes to try, best first: right, left, below and above the disc, then the corners."""
    width, height = len(disc.text) * disc.size * CHARACTER_WIDTH, disc.size * 1.15
    far, near = disc.radius + GAP, disc.radius * 0.7
    corners = [
        (far, -height / 2), (-far - width, -height / 2), (-width / 2, -far - height), (-width / 2, far),
        (near, near), (near, -near - height), (-near - width, near), (-near - width, -near - height),
    ]  # fmt: skip
    return [Box(disc.x + x, disc.y + y, disc.x + x + width, disc.y + y + height) for x, y in corners]


def crowding(box: Box, taken: Iterable[Box]) -> float:
    """How much of the box others cover."""
    return sum(box.overlap(other) for other in taken)
