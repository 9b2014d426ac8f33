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
        slots.add(row["slot"], called_so(noun.head.head))


def _calling(noun: Token) -> Row | None:
    """The row of the noun that the event follows in a phrase."""
    if noun.dep_ != "pobj":
        return None
    row = load_lemmas("parties").get(noun.head.head.lemma_.lower())
    return row if row is not None and noun.head.lower_ in row["after"].split("|") else None


def called_so(party: Token) -> list[Token]:
    """Who is said to be the party: the other side of "be", "include" or "identified as", a noun beside it, a name.

    So are the nuns "among the dead", whether they "were among" them or "among the dead were" they.
    """
    told = _predicated(party, party.head)
    if told:
        return [head for word in told for head in coordinated(word)]
    if party.dep_ == "attr" and is_verb(party.head):
        return surface_subject(party.head)
    if party.dep_ == "appos":
        return coordinated(party.head)
    return [name for beside in children(party, "appos") for name in coordinated(beside) if name.pos_ == "PROPN"]


def is_victim(noun: Token) -> bool:
    """Whether a noun means whom an event told before befell: "**the victim** was identified as Ruiz"."""
    row = load_lemmas("parties").get(noun.lemma_.lower())
    return row is not None and row["slot"] == "@patient" and bool(children(noun, "det"))


def _predicated(party: Token, verb: Token) -> list[Token]:
    """What a verb says a party is: "the victim was **Ruiz**", "the dead include **nuns**", "two were among them"."""
    if party.dep_ == "pobj" and verb.lower_ == "among" and verb.head.lemma_ == "be":
        return children(verb.head, "nsubj", "attr")
    if party.dep_ in {"nsubjpass", "dobj"} and verb.lemma_ in NAMING:
        phrases = [child for child in children(verb, "prep") if child.lower_ == "as"]
        return [told for phrase in phrases for told in children(phrase, "pobj")]
    if party.dep_ == "nsubj" and verb.lemma_ in {"be", "include"}:
        return children(verb, "attr" if verb.lemma_ == "be" else "dobj")
    return []
