"""Who or what fills a role, and who else does with it: names in apposition, the bodies whose fighters act."""

from dataclasses import dataclass

from kg.extract.kinds import Kinds
from kg.extract.syntax import children, coordinated
from kg.lexicon import load_lemmas
from kg.parsed import Token

NOUNS = frozenset({"NOUN", "PROPN"})
TOLD = {"agent": "members", "participant": "members", "patient": "holding"}


@dataclass(frozen=True)
class Filler:
    """The head of a phrase and the role it plays."""

    role: str
    head: Token


def named(head: Token) -> list[Token]:
    """Whom a phrase names: "the mayor, Ana Ruiz," is Ana Ruiz; of "two judges, Paz and Mora," both and the judges.

    So is "one of her sons, Juan Ruiz," him alone.
    """
    beside = children(head, "appos") or past_place(head)
    names = [name for child in beside for name in coordinated(child) if name.pos_ == "PROPN"]
    if not names or (head.pos_ != "NOUN" and not _is_title(head, names[0])):
        return [head]
    return [head, *names] if head.tag_ == "NNS" and not _is_one_of(head) else names[:1]


def _is_one_of(head: Token) -> bool:
    """Whether a phrase singles somebody out: "one of her **sons**"."""
    return head.dep_ == "pobj" and head.head.lower_ == "of" and head.head.head.lower_ == "one"


def past_place(head: Token) -> list[Token]:
    """A person named after the place of an office, which the parser hangs on that: "the mayor of Gao, **Ana Ruiz**"."""
    places = [place for of in children(head, "prep") if of.lower_ == "of" for place in children(of, "pobj")]
    named = [name for place in places if place.pos_ == "PROPN" for name in children(place, "appos")]
    return [name for name in named if head.tag_ == "NN" and name.ent_type_ == "PERSON"]


def _is_title(head: Token, name: Token) -> bool:
    """Whether a word with a capital is the title of the person named right after it: "President Ana Ruiz"."""
    return head.ent_type_ != name.ent_type_ == "PERSON" and name.subtree[0].i == head.i + 1


def add_names(fillers: dict[int, Filler]) -> None:
    """Put the names in apposition to descriptions in their place, or beside them where they are many."""
    for i, filler in list(fillers.items()):
        names = named(filler.head)
        fillers[i] = Filler(filler.role, names[0])
        for name in names[1:]:
            fillers.setdefault(name.i, Filler(filler.role, name))


def add_organisations(fillers: dict[int, Filler], kinds: Kinds) -> None:
    """Whose fighters act, or whose post is hit: of "FARC guerrillas" the FARC acts too, in its base it is struck."""
    for filler in list(fillers.values()):
        means = TOLD.get(filler.role) if filler.head.pos_ in NOUNS else None
        lemma = filler.head.lemma_.lower()
        row = load_lemmas("holders").get(lemma) or load_lemmas("holders").get(lemma.removesuffix("s"))
        if row is not None and row["means"] == means:
            for owner in owners_of(filler.head):
                if _is_body(owner, row["means"], kinds):
                    fillers.setdefault(owner.i, Filler(filler.role, owner))


def _is_body(owner: Token, means: str, kinds: Kinds) -> bool:
    """Whether an owner is an actor and no place; that of a post may be described: "the posts of the **army**"."""
    described = means == "holding" and owner.pos_ == "NOUN" and owner.dep_ in {"pobj", "poss"}
    proper = owner.pos_ == "PROPN" or (owner.pos_ == "NOUN" and (owner.text.isupper() or not owner.is_sent_start))
    named = (proper and owner.text[:1].isupper()) or described
    return named and "actor" in kinds(owner) and "place" not in kinds(owner)


def owners_of(noun: Token) -> list[Token]:
    """Names that modify a noun, possess it or follow it after "of" or "from"."""
    phrases = [child for child in children(noun, "prep") if child.lower_ in {"of", "from"}]
    return children(noun, "amod", "compound", "nmod", "poss") + [
        head for phrase in phrases for head in children(phrase, "pobj")
    ]
