"""Who bears a role: the name after a title, in apposition, or before "is"; tokens help where the parse fails."""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from kg.extract.phrases import CONTAINERS
from kg.extract.relations.parties import Parties, Party
from kg.extract.syntax import children, is_verb, verb_slots

TITLE_TAGS = frozenset({"NN", "NNP", "NNPS", "JJ"})
PHRASE_TAGS = TITLE_TAGS | {"HYPH", "DT", "NNS", "POS", "CC", "CD", "VBG", "PRP$"}
COPULAS = frozenset({"be", "become", "remain"})
NAMED = frozenset({"attr", "oprd"})
MAX_TITLE = 4
MAX_PHRASE = 12


@dataclass(frozen=True)
class Bearer:
    """Who bears a role, and the verb that says so; None where it is taken for granted."""

    party: Party
    verb: Token | None = None


def find_bearers(role: Token, parties: Parties) -> list[Bearer]:
    """The bearers of a role noun by the first way that finds one."""
    for way in (_titled, _apposed, _beside, _asserted, _itself):
        found = [bearer for bearer in way(role, parties) if bearer.party.is_named]
        if found:
            return found
    return []


def _titled(role: Token, parties: Parties) -> Iterator[Bearer]:
    """ "Kremlin spokesman Dmitry Peskov", "Lt. Gen. Smith", "Secretary of Defense Ash Carter", "the city of Mosul"."""
    following = role.doc[role.i + 1 : min(role.i + 1 + MAX_TITLE, role.sent.end)]
    for token in following:
        party = parties.at(token)
        if party is not None and party.form == "name":
            if party.span.start == token.i and token.tag_ != "JJ":
                yield Bearer(party)
            break
        if token.tag_ not in TITLE_TAGS and not (token.lower_ == "of" and role.lemma_.lower() in CONTAINERS):
            break
    if role.dep_ in {"compound", "nmod"} and role.head.i > role.i:
        yield from _named(role.head, parties)


def _named(token: Token, parties: Parties) -> Iterator[Bearer]:
    party = parties.at(token)
    if party is not None and party.form == "name":
        yield Bearer(party)


def _apposed(role: Token, parties: Parties) -> Iterator[Bearer]:
    for child in children(role, "appos"):
        if role.doc[child.left_edge.i - 1].text == ",":
            yield from _named(child, parties)
    first = role
    while first.dep_ == "conj" and not is_verb(first.head):
        first = first.head
    if first.dep_ == "appos":
        yield from _named(first.head, parties)


def _beside(role: Token, parties: Parties) -> Iterator[Bearer]:
    """ "Mike Martin, an author and visiting fellow", "the mayor, Sergei Sobyanin,": a comma between name and phrase."""
    doc = role.doc
    if role.i + 2 < len(doc) and role.nbor().text == ",":
        party = parties.at(role.nbor(2))
        if party is not None and party.form == "name" and party.span.end < len(doc) and doc[party.span.end].text == ",":
            yield Bearer(party)
            return
    for index in range(role.i - 1, max(role.i - MAX_PHRASE, 0), -1):
        token = doc[index]
        if token.text == "," and doc[index + 1].tag_ in {"DT", "NN", "NNP", "JJ"}:
            yield from _named(doc[index - 1], parties)
            return
        if token.tag_ not in PHRASE_TAGS:
            return


def _asserted(role: Token, parties: Parties) -> Iterator[Bearer]:
    """ "X is the leader of Y", "X was named chief of Y"."""
    verb = role.head
    if role.dep_ not in NAMED or not is_verb(verb):
        return
    slots = verb_slots(verb)
    heads = slots.get("subject") if verb.lemma_ in COPULAS else slots.get("object")
    for head in heads:
        for party in parties.headed(head):
            if head != role:
                yield Bearer(party, verb)


def _itself(role: Token, parties: Parties) -> Iterator[Bearer]:
    """A description that was found to name somebody again."""
    party = parties.at(role)
    if party is not None and party.form == "nominal":
        yield Bearer(party)
