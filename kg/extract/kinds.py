"""What a noun phrase can be: an actor, a person, a place, a weapon, something physical or something abstract.

This is how the literal use of a trigger is told from the figurative one ("captured the town", "captured the
mood"): names by their type, common nouns by the table of nouns, all others by WordNet's coarse senses.
"""

from collections.abc import Callable, Iterable
from functools import cache
from typing import TypeAlias

from kg.extract.naming import PLACES
from kg.extract.namings import PERSONAL, Naming
from kg.extract.nominals import noun_of, sense_of
from kg.extract.phrases import core
from kg.gazetteer import Gazetteer
from kg.parsed import Token
from kg.records import DateExpression
from kg.tables import Noun

Kinds: TypeAlias = Callable[[Token], frozenset[str]]
NONE = frozenset({"none", "any", "neither", "either"})
UNKNOWN: frozenset[str] = frozenset()
TIME = frozenset({"time"})
DATE = frozenset({"time", "date"})
NEUTER = frozenset({"physical", "place"})
ACTOR = frozenset({"actor", "physical"})
ORGANISATION = ACTOR | {"organisation"}
ARMED = frozenset({"armed"})
BODIES = frozenset({"bodies"})
ARMED_SECTORS = frozenset({"MIL", "REB", "UAF", "COP", "CRM"})
BY_TYPE = {
    "Person": ACTOR | {"person"},
    "Group": ACTOR | {"person", "group"},
    "Country": ACTOR | {"place", "country"},
    "Settlement": ACTOR | {"place"},
    "Region": frozenset({"place", "physical"}),
    "Place": frozenset({"place", "physical"}),
    "Facility": frozenset({"place", "building", "physical"}),
    "MilitaryForce": ACTOR | ARMED,
    "SecurityForce": ACTOR | ARMED,
    "ArmedGroup": ACTOR | ARMED,
    "Weapon": frozenset({"weapon", "physical"}) | ARMED,
    "Vehicle": frozenset({"weapon", "vehicle", "physical"}),
    "Thing": frozenset({"physical"}),
    "Abstract": frozenset({"abstract"}),
}
BY_SENSE = {
    "person": ACTOR | {"person"},
    "group": ACTOR,
    "place": frozenset({"place", "physical"}),
    "event": frozenset({"event", "abstract"}),
    "gathering": frozenset({"event", "physical"}),  # a wedding can be stormed
    **{sense: frozenset({sense, "physical"}) for sense in ("animal", "body", "plant", "food")},
    **dict.fromkeys(("artifact", "substance", "object"), frozenset({"physical"})),
    "abstract": frozenset({"abstract"}),
    "time": TIME,
    "quantity": UNKNOWN,
}


def make_kinds(namings: list[Naming], gazetteer: Gazetteer, dates: Iterable[DateExpression] = ()) -> Kinds:
    """A function from the head of a phrase to what it can be; empty where nothing is known."""
    named = {token.i: naming for naming in namings if naming.form == "name" for token in naming.span}

    times = {index for date in dates if date.how != "duration" for index in range(date.start, date.end)}

    def kinds(head: Token) -> frozenset[str]:
        inner = core(head) if head.lemma_.lower() in NONE else []
        if inner and inner != [head]:
            return kinds(inner[0])
        if head.idx in times:
            return DATE
        naming = named.get(head.i)
        if naming is not None:
            return BY_TYPE.get(naming.type, ORGANISATION)
        if gazetteer.demonym(head.text) is not None:
            return BY_TYPE["Group"]
        return UNKNOWN if head.pos_ in {"PROPN", "NUM"} else _common(head, gazetteer)

    return cache(kinds)


def _pronoun(head: Token) -> frozenset[str]:
    """A person for "he"; for "it" a thing, and a party too unless something is done to it."""
    if head.lower_ in PERSONAL:
        return ACTOR | {"person"}
    if head.lower_ in {"it", "its"}:
        return NEUTER if head.dep_ in {"dobj", "pobj"} else NEUTER | ACTOR
    return UNKNOWN


def _by_sector(noun: Noun) -> frozenset[str]:
    acts = ACTOR if noun.sector and noun.type not in {"Vehicle", "Weapon"} else UNKNOWN
    return acts | (ARMED if noun.sector in ARMED_SECTORS else UNKNOWN)


def _common(head: Token, gazetteer: Gazetteer) -> frozenset[str]:
    if head.pos_ == "PRON":
        return _pronoun(head)
    sense = sense_of(head)
    if sense is not None:
        return BY_TYPE.get(sense, ORGANISATION)
    own = gazetteer.noun(head.lemma_.lower()) or gazetteer.noun(head.lower_)
    joined = noun_of(head, gazetteer)
    noun = own if joined is None or joined.type in PLACES else joined  # where a police station lies, the event does
    if noun is not None:
        plural = noun.type == "Person" and head.tag_ == "NNS"
        known = BY_TYPE.get("Group" if plural else noun.type, ORGANISATION)
        many = head.tag_ == "NNS" and head.lemma_.lower() != head.lower_  # clans, unlike people
        return known | _by_sector(noun) | (BODIES if many and noun.collective else UNKNOWN)
    return BY_SENSE.get(gazetteer.supersense(head.lemma_.lower()) or "", UNKNOWN) if head.pos_ == "NOUN" else UNKNOWN
