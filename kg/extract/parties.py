"""Who a noun before an event says takes part in it: "the school was the **target** of the raid".

`ontology/language/parties.tsv` lists these nouns and what the one so called is to the event.
"""


from kg.extract.slots import Slots
from kg.extract.subjects import surface_subject
from kg.extract.syntax import children, coordinated, is_verb
from kg.lexicon import Row, load_lemmas
from kg.parsed import Token

NAMING = frozenset({"identify", "name"})


def add_called(slots: Slots, noun: Token) -> None:
    """Add to an event noun's slots whoever is called its target, victim, mastermind or scene."""
    while noun.dep_ == "conj":
        noun = noun.head
    row = _calling(noun)
    if row is not None:
        slots.add(row["slot"], _called(noun.head.head))


def _calling(noun: Token) -> Row | None:
    """The row of the noun that the event follows in a phrase."""
    if noun.dep_ != "pobj":
        return None
    row = load_lemmas("parties").get(noun.head.head.lemma_.lower())
    return row if row is not None and noun.head.lower_ in row["after"].split("|") else None


def _called(party: Token) -> list[Token]:
    """Who is said to be the party: the other side of "be" or "identified as", the noun beside it, a name after it."""
    if party.dep_ == "attr" and is_verb(party.head):
        return surface_subject(party.head)
    if party.dep_ == "nsubj" and party.head.lemma_ == "be":
        return [head for told in children(party.head, "attr") for head in coordinated(told)]
    if party.dep_ == "nsubjpass" and party.head.lemma_ in NAMING:
        phrases = [child for child in children(party.head, "prep") if child.lower_ == "as"]
        return [head for phrase in phrases for told in children(phrase, "pobj") for head in coordinated(told)]
    if party.dep_ == "appos":
        return coordinated(party.head)
    return [name for beside in children(party, "appos") for name in coordinated(beside) if name.pos_ == "PROPN"]
