"""What phrases with a preposition hold, and whose they are: "by the army and **not by rebels**"."""

from collections.abc import Iterator

from kg.extract.described import class_of
from kg.extract.syntax import children, coordinated, is_passive
from kg.lexicon import load_groups, load_lemmas
from kg.parsed import Token

MATTER = frozenset({"of", "with"})
PLACES = frozenset({"Facility", "Place", "Region", "Settlement", "Vehicle"})
DOERS = frozenset({"ArmedGroup", "Group", "MilitaryForce", "Person", "SecurityForce"})


def named_phrases(preposition: Token) -> Iterator[tuple[str, list[Token]]]:
    """The slot name and heads of a preposition, and of the ones chained to it: "from A to B", "out of"."""
    if not _is_ruled_out(preposition):
        yield preposition.lower_, objects_of(preposition)
    for child in children(preposition, "prep"):
        yield from named_phrases(child)
    for child in children(preposition, "conj"):
        if child.pos_ == "ADP":
            yield from named_phrases(child)


def _is_ruled_out(preposition: Token) -> bool:
    """Whether "not" stands before a phrase alone: "blamed on the rebels, **not on** the army"."""
    before = preposition.nbor(-1) if preposition.i else preposition
    return before.lower_ == "not" and before.head.pos_ == "ADP"


def objects_of(preposition: Token) -> list[Token]:
    """The heads after a preposition, with what is joined to them; of a clause its verb."""
    found = children(preposition, "pobj", "pcomp")
    return [head for child in found for head in (coordinated(child) if child.dep_ == "pobj" else [child])]


def doers_in(phrase: Token) -> list[Token]:
    """Who acts in a passive: "**by the army** and by its allies", "not by the army but **by rebels**"."""
    return [head for name, heads in named_phrases(phrase) if name == "by" for head in heads]


def phrases_past_place(verb: Token) -> list[Token]:
    """The phrase of who acts in a passive that the parser hung on the place: "shot at a bus stop **by hitmen**"."""
    bare = is_passive(verb) and not children(verb, "agent")
    places = [noun for child in children(verb, "prep") if bare for noun in children(child, "pobj") if _is_place(noun)]
    phrases = [child for noun in places for child in children(noun, "prep") if child.lower_ == "by"]
    return [phrase for phrase in phrases if any(class_of(noun) in DOERS for noun in children(phrase, "pobj"))]


def _is_place(noun: Token) -> bool:
    return noun.pos_ == "PROPN" or class_of(noun) in PLACES


def phrases_of_tellers(verb: Token) -> list[Token]:
    """The phrase of who told or charged that the parser hung on the matter: "accused of a raid **by the police**"."""
    tells = verb.lemma_ in load_groups("charges") or verb.lemma_ in load_lemmas("cues")
    bare = tells and is_passive(verb) and not children(verb, "agent")
    phrases = [child for child in children(verb, "prep") if bare and child.lower_ in MATTER]
    matters = [noun for phrase in phrases for noun in children(phrase, "pobj")]
    return [child for noun in matters for child in children(noun, "prep") if child.lower_ == "by"]
