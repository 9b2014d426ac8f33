"""Who or what fills a role, and who else does with it: names in apposition, the bodies whose fighters act."""

from dataclasses import dataclass

from spacy.tokens import Token

from kg.extract.kinds import Kinds
from kg.extract.syntax import children, coordinated


@dataclass(frozen=True)
class Filler:
    """The head of a phrase and the role it plays."""

    role: str
    head: Token


def named(head: Token) -> list[Token]:
    """Whom a phrase names: "the mayor, Ana Ruiz," is Ana Ruiz; of "two judges, Paz and Mora," both and the judges."""
    names = [name for child in children(head, "appos") for name in coordinated(child) if name.pos_ == "PROPN"]
    if head.pos_ != "NOUN" or not names:
        return [head]
    return [head, *names] if head.tag_ == "NNS" else names[:1]


def add_names(fillers: dict[int, Filler]) -> None:
    """Put the names in apposition to descriptions in their place, or beside them where they are many."""
    for i, filler in list(fillers.items()):
        names = named(filler.head)
        fillers[i] = Filler(filler.role, names[0])
        for name in names[1:]:
            fillers.setdefault(name.i, Filler(filler.role, name))


def add_organisations(fillers: dict[int, Filler], kinds: Kinds) -> None:
    """Whose fighters they are: of "FARC guerrillas" and "guerrillas of the FARC" the FARC act too."""
    for filler in list(fillers.values()):
        if filler.role in {"agent", "participant"} and filler.head.pos_ == "NOUN":
            for owner in owners_of(filler.head):
                if owner.pos_ == "PROPN" and "actor" in kinds(owner) and "place" not in kinds(owner):
                    fillers.setdefault(owner.i, Filler(filler.role, owner))


def owners_of(noun: Token) -> list[Token]:
    """Names that modify a noun, possess it or follow it after "of" or "from"."""
    phrases = [child for child in children(noun, "prep") if child.lower_ in {"of", "from"}]
    return children(noun, "amod", "compound", "nmod", "poss") + [
        head for phrase in phrases for head in children(phrase, "pobj")
    ]
