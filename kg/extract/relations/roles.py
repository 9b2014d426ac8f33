"""Relations that a noun says of its bearer: "Kremlin spokesman Dmitry Peskov", "a deputy in the Russian parliament"."""

from collections.abc import Iterator

from spacy.tokens import Span, Token

from kg.extract.relations.bearers import Bearer, find_bearers
from kg.extract.relations.parties import Parties, Party
from kg.extract.relations.patterns import Pattern, patterns_of
from kg.extract.relations.ties import Tie
from kg.extract.syntax import noun_slots

RUN_TAGS = frozenset({"JJ", "JJS", "NN", "NNS", "NNP", "NNPS", "POS", "HYPH", "CD", "VBG", "VBN", "PRP$", "DT", "AFX", "FW"})
MAX_REACH = 6


def find_roles(parties: Parties) -> Iterator[Tie]:
    """The ties of all nouns that the table lists as roles; for each bearer and place of the object the first row counts."""
    for token in parties.doc:
        patterns = list(patterns_of(token, "role")) if _may_be_role(token, parties) else []
        for bearer in find_bearers(token, parties) if patterns else []:
            tie = next(_ties(token, patterns, bearer, parties), None)
            if tie is not None:
                yield tie


def _may_be_role(token: Token, parties: Parties) -> bool:
    """Nouns, also in the name of a person ("King Salman"), not in that of a body ("Department of State")."""
    party = parties.at(token)
    return token.pos_ in {"NOUN", "PROPN"} and (party is None or party.form != "name" or "Person" in party.types)


def _ties(role: Token, patterns: list[Pattern], bearer: Bearer, parties: Parties) -> Iterator[Tie]:
    for pattern in patterns:
        for slot in pattern.object:
            for target in _objects(role, slot, parties):
                if target.types and not parties.is_word(target) and pattern.takes(bearer.party, target):
                    yield Tie(pattern, bearer.party, target, _words(role, slot, target), bearer.verb)


def _objects(role: Token, slot: str, parties: Parties) -> list[Party]:
    """The parties at a place beside the role: right before it (`next`), in the words before it, or after a preposition."""
    if slot in {"next", "before", "owner"}:
        found = _before(role, parties, close=slot == "next")
        return [found] if found is not None and (slot != "owner" or _owns(found)) else []
    found = _after(role, slot, parties)
    return ([found] if found is not None else []) + [p for head in noun_slots(role).get(slot) for p in parties.headed(head)]


def _before(role: Token, parties: Parties, *, close: bool) -> Party | None:
    """The nearest party in the words before a role; `close` lets only adjectives stand between."""
    for token in reversed(role.doc[role.sent.start : role.i]):
        party = parties.at(token)
        if party is not None and (party.form != "nominal" or token.nbor().tag_ == "POS"):
            return None if _is_where(party) else party
        if token.tag_ not in RUN_TAGS or (close and token.tag_ not in {"JJ", "POS", "HYPH", "AFX"}):
            return None
    return None


def _owns(party: Party) -> bool:
    """Whether the party is a demonym or possessor: "the Iraqi city", "Syria's capital"."""
    after = party.span.doc[party.span.end] if party.span.end < len(party.span.doc) else None
    return party.form == "demonym" or (after is not None and after.tag_ == "POS")


def _is_where(party: Party) -> bool:
    """Whether the party only tells where: "in Turkey Minister Ellwood met"."""
    before = party.span.doc[party.span.start - 1] if party.span.start else None
    return before is not None and before.lower_ == "in" and party.form == "name" and not _owns(party) and "Place" in party.types


def _after(role: Token, preposition: str, parties: Parties) -> Party | None:
    """The party right after the preposition that follows the role, articles and adjectives between."""
    rest = role.doc[role.i + 1 : role.sent.end]
    if len(rest) < 2 or rest[0].lower_ != preposition:
        return None
    for token in rest[1:MAX_REACH]:
        party = parties.at(token)
        if party is not None:
            return party
        if token.tag_ not in RUN_TAGS:
            return None
    return None


def _words(role: Token, slot: str, target: Party) -> Span:
    """The words of the office: from "former" or the first noun of the title to the role, or to its preposition."""
    start = role.i
    while start > role.sent.start and role.nbor(start - 1 - role.i).tag_ in RUN_TAGS - {"DT", "POS", "PRP$"}:
        start -= 1
    begin = target.span.end if start <= target.span.start < role.i and not _is_former(role.doc[start]) else start
    while begin < role.i and role.doc[begin].tag_ in {"POS", "DT", "HYPH"}:
        begin += 1
    following = role.i + 1 < len(role.doc) and role.nbor().lower_ == slot
    return role.doc[begin : role.i + 1 + following]


def _is_former(token: Token) -> bool:
    return token.lower_ in {"former", "ex", "late", "acting", "deputy", "then"}
