"""Relations that a noun says of its bearer: "Kremlin spokesman Dmitry Peskov", "a deputy in parliament"."""

from collections.abc import Iterator

from kg.extract.relations.bearers import Bearer, find_bearers
from kg.extract.relations.parties import Parties, Party
from kg.extract.relations.patterns import Pattern, joined, load_words, patterns_of
from kg.extract.relations.ties import Telling, Tie, tie
from kg.extract.slots import noun_slots
from kg.extract.syntax import children
from kg.lexicon import load_lemmas
from kg.parsed import Span, Token

TITLE_TAGS = frozenset({"JJ", "JJS", "NN", "NNS", "NNP", "NNPS", "HYPH", "CD", "VBG", "AFX", "FW"})
PHRASE_TAGS = TITLE_TAGS | {"VBN", "POS", "PRP$", "DT"}
CLOSE_TAGS = frozenset({"JJ", "POS", "HYPH", "AFX"})
WHERE = frozenset({"Place", "InternationalOrganization"})
BEFORE = frozenset({"next", "before", "owner"})
MAX_REACH = 6


def find_roles(parties: Parties) -> Iterator[Tie]:
    """The ties of all nouns that the table lists as roles, one for each bearer: the first row that fits."""
    for token in parties.doc:
        patterns = patterns_of(token, "role")
        for bearer in find_bearers(token, parties) if patterns and _may_be_role(token, parties) else []:
            found = next(_ties(token, patterns, bearer, parties), None)
            if found is not None:
                yield found


def _may_be_role(token: Token, parties: Parties) -> bool:
    """Nouns, also in the name of a person ("King Salman"), not in that of a body nor in "president-elect"."""
    after = token.doc[token.i + 1 : token.i + 3].text
    is_noun = token.pos_ in {"NOUN", "PROPN"} or (
        token.i > 1 and token.nbor(-1).text == "-" and joined(token) in load_words()
    )
    if not is_noun or (after.startswith("-") and after != "-in"):  # "commander-in-chief"
        return False
    party = parties.at(token)
    return party is None or party.form != "name" or "Person" in party.types


def _ties(role: Token, patterns: tuple[Pattern, ...], bearer: Bearer, parties: Parties) -> Iterator[Tie]:
    told = Telling(bearer.verb, term=bearer.term)
    for pattern in patterns:
        for slot in pattern.object:
            for target in _objects(role, slot, parties):
                if target.is_certain and not parties.is_word(target):
                    yield from tie(pattern, bearer.party, target, _words(role, slot, target), told)


def _objects(role: Token, slot: str, parties: Parties) -> list[Party]:
    """The parties beside a role: right before it (`next`), in the words before it, after a preposition."""
    if slot in BEFORE:
        found = _owner(role, _before(role, parties, close=slot == "next"), parties)
        return [found] if found is not None and (slot != "owner" or found.is_owner) else []
    found = _after(role, slot, parties)
    others = [party for head in noun_slots(role).get(slot) for party in parties.headed(head)]
    return [*([found] if found is not None else []), *others]


def _owner(role: Token, near: Party | None, parties: Parties) -> Party | None:
    """Whose role it is rather than where: Hamas of "Hamas's Gaza leader", Israel of "Israel's UN envoy"."""
    if near is None or not (near.form == "demonym" or near.types & WHERE):
        return near
    owners = (parties.at(child) for child in children(role, "poss") if child.i < near.span.start)
    return next((owner for owner in owners if owner is not None), near)


def _before(role: Token, parties: Parties, *, close: bool) -> Party | None:
    """The nearest party in the words before a role; `close` lets only adjectives stand between."""
    for token in reversed(role.doc[role.sent.start : role.i]):
        party = parties.at(token)
        if party is not None and not parties.is_word(party) and (party.form != "nominal" or party.is_owner):
            return None if _is_where(party) else party
        told = token.tag_ in (CLOSE_TAGS if close else PHRASE_TAGS) or token.lower_ in load_lemmas("terms")
        if not told or _is_joined(token):
            return None
    return None


def _is_titular(token: Token) -> bool:
    """Whether a word can stand in the name of an office: "the **then** minister"."""
    return token.tag_ in TITLE_TAGS or token.lower_ in load_lemmas("terms")


def _is_joined(participle: Token) -> bool:
    """Whether a participle takes the name before it to itself: "a Florida-based president"."""
    return participle.tag_ == "VBN" and participle.i > 0 and participle.nbor(-1).text == "-"


def _is_where(party: Party) -> bool:
    """Whether the party only tells where: "in Turkey Minister Ellwood met"."""
    before = party.span.doc[party.span.start - 1].lower_ if party.span.start else ""
    return before == "in" and not party.is_owner and "Place" in party.types


def _after(role: Token, preposition: str, parties: Parties) -> Party | None:
    """The party right after the preposition that follows the role, articles and adjectives between."""
    rest = role.doc[role.i + 1 : role.sent.end]
    if not len(rest) or rest[0].lower_ != preposition:
        return None
    for token in rest[1:MAX_REACH]:
        party = parties.at(token)
        if party is not None and party.head.dep_ not in {"amod", "poss"}:
            return party
        if token.tag_ not in PHRASE_TAGS:
            return None
    return None


def _words(role: Token, slot: str, target: Party) -> Span:
    """The words of the office: from "former" or what follows the object up to the role or its preposition."""
    start = role.i
    while start > role.sent.start and _is_titular(role.doc[start - 1]):
        start -= 1
    if start <= target.span.start < role.i and role.doc[start].lower_ not in load_lemmas("terms"):
        start = target.span.end
    while start < role.i and role.doc[start].tag_ in {"POS", "DT", "HYPH"}:
        start += 1
    follows = role.i + 1 < len(role.doc) and role.nbor().lower_ == slot
    return role.doc[start : role.i + 1 + follows]
