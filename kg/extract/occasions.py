"""What a whole report is about, where attacks are words and defeats are scores: an election campaign, a match."""

from collections import Counter

from kg.extract.figures import REAL, Scene, rows_of
from kg.extract.slots import Slots
from kg.parsed import Doc, Token

DEBATE, SPORT = "debate", "sport"
MANY = 5
SIDES = ("subject", "by", "object", "with", "against")
NAMES = frozenset({"PROPN", "PRON", "NUM"})


class Occasion:
    """The occasion of one report, told by how many words of a field it has."""

    def __init__(self, doc: Doc, scene: Scene) -> None:
        self._scene = scene
        self._told = Counter(field for token in doc for field in {row["field"] for row in rows_of(token)})

    def find_debate(self, words: tuple[Token, ...], slots: Slots) -> str | None:
        """Whether people only attack each other in words: nobody armed, in a report on an election campaign."""
        sides = (slots.get("subject"), slots.get("object"))
        people = all(heads and all(self._is_civil_person(head) for head in heads) for heads in sides)
        met = people and self._told[DEBATE] >= MANY and not self._scene.is_real(words)
        return "people attack each other in words" if met else None

    def find_game(self, words: tuple[Token, ...], slots: Slots) -> str | None:
        """Whether teams and players only beat each other: no more than their names, in a report on sport."""
        sides = [head for side in SIDES for head in slots.get(side)]
        named = bool(sides) and all(head.pos_ in NAMES for head in sides)
        sporting = self._told[SPORT] >= max(MANY, self._told[REAL])
        met = named and sporting and not self._scene.is_real(words)
        return "teams beat each other in a report on sport" if met else None

    def _is_civil_person(self, head: Token) -> bool:
        kinds = self._scene.kinds(head)
        return bool({"person", "actor"} & kinds) and not {"armed", "place"} & kinds
