"""Who bears a role: the name after a title, in apposition, or before "is"; tokens help a failing parse."""

from collections.abc import Iterator
from dataclasses import dataclass

from kg.extract.phrases import CONTAINERS
from kg.extract.relations.parties import Parties, Party
from kg.extract.slots import verb_slots
from kg.extract.syntax import children, is_verb
from kg.lexicon import load_groups
from kg.parsed import Token

TITLE_TAGS = frozenset({"NN", "NNP", "NNPS", "JJ"})
PHRASE_TAGS = TITLE_TAGS | {"HYPH", "DT", "NNS", "POS", "CC", "CD", "VBG", "PRP$"}
PHRASE_STARTS = frozenset({"DT", "NN", "NNP", "JJ"})
COPULAS = frozenset({"be", "become", "remain"})
MAX_TITLE = 4
MAX_PHRASE = 12


@dataclass(frozen=True)
class Bearer:
    """Who bears a role, the verb that says so (None where it is taken for granted), and for which term."""

    party: Party
    verb: Token | None = None
    term: str | None = None


def find_bearers(role: Token, parties: Parties) -> list[Bearer]:
    """The bearers of a role noun by the first way that finds one."""
    for way in (_titled, _installed, _apposed, _before_comma, _after_comma, _asserted, _itself):
        found = [bearer for bearer in way(role, parties) if bearer.party.is_named]
        if found:
            return found
    return []


def _named(token: Token, parties: Parties) -> Iterator[Bearer]:
    party = parties.at(token)
    if party is not None and party.form == "name":
        yield Bearer(party)


def _titled(role: Token, parties: Parties) -> Iterator[Bearer]:
    """The name after a title: "spokesman Dmitry Peskov", "commander Lt. Gen. Smith", "city of Mosul"."""
    for token in role.doc[role.i + 1 : min(role.i + 1 + MAX_TITLE, role.sent.end)]:
        party = parties.at(token)
        if party is not None and party.form == "name":
            if party.span.start == token.i and token.tag_ != "JJ":
                yield Bearer(party)
            break
        if token.tag_ not in TITLE_TAGS and not (token.lower_ == "of" and role.lemma_.lower() in CONTAINERS):
            break
    if role.dep_ in {"compound", "nmod"} and role.head.i > role.i:
        yield from _named(role.head, parties)


def _installed(role: Token, parties: Parties) -> Iterator[Bearer]:
    """Who takes, has or leaves an office by a verb with "as": "resigned as chief", "chose her as leader"."""
    verb = role.head.head if role.dep_ == "pobj" and role.head.lower_ == "as" else role
    for row in load_groups("tenures").get(verb.lemma_, ()) if is_verb(verb) else ():
        for party in (party for head in verb_slots(verb).get(row["slot"]) for party in parties.headed(head)):
            yield Bearer(party, verb, _time(row["time"], verb))


def _time(time: str, verb: Token) -> str | None:
    """The term that a row of the table tells, by the tense of the verb where it leaves that to it."""
    if time == "tense":
        return "past" if verb.tag_ == "VBD" else None
    return time or None


def _apposed(role: Token, parties: Parties) -> Iterator[Bearer]:
    for child in children(role, "appos"):
        if role.doc[child.left_edge.i - 1].text == ",":
            yield from _named(child, parties)
    first = role
    while first.dep_ == "conj" and not is_verb(first.head):
        first = first.head
    if first.dep_ == "appos":
        yield from _named(first.head, parties)


def _before_comma(role: Token, parties: Parties) -> Iterator[Bearer]:
    """The name in commas after the role, however it was parsed: "the mayor, Sergei Sobyanin, said"."""
    rest = role.doc[role.i + 1 : role.sent.end]
    party = parties.at(rest[1]) if len(rest) > 1 and rest[0].text == "," else None
    if party is not None and party.form == "name" and role.doc[party.span.end : party.span.end + 1].text == ",":
        yield Bearer(party)


def _after_comma(role: Token, parties: Parties) -> Iterator[Bearer]:
    """The name before a comma and the role's phrase: "Mike Martin, an author and visiting fellow"."""
    for index in range(role.i - 1, max(role.i - MAX_PHRASE, 0), -1):
        token = role.doc[index]
        if token.text == "," and role.doc[index + 1].tag_ in PHRASE_STARTS:
            yield from _named(role.doc[index - 1], parties)
            return
        if token.tag_ not in PHRASE_TAGS:
            return


def _asserted(role: Token, parties: Parties) -> Iterator[Bearer]:
    """The subject of a verb that says it: X of "X is the leader of Y" and "X was named chief of Y"."""
    verb = role.head
    if role.dep_ not in {"attr", "oprd"} or not is_verb(verb):
        return
    slots = verb_slots(verb)
    heads = slots.get("subject") if verb.lemma_ in COPULAS else slots.get("object")
    for head in (head for head in heads if head != role):
        for party in parties.headed(head):
            yield Bearer(party, verb)


def _itself(role: Token, parties: Parties) -> Iterator[Bearer]:
    """A description found to name somebody again, if it goes on with nothing that names another."""
    party = parties.at(role)
    goes_on = role.i + 1 < len(role.doc) and role.nbor().lower_ in {"of", ",", "for"}
    if party is not None and party.form == "nominal" and role.tag_ in {"NN", "NNP"} and not goes_on:
        yield Bearer(party)
