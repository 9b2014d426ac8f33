"""Which armed group a description names again: "the group", "the militant group", "the rebels"."""

from collections.abc import Sequence
from itertools import takewhile

from kg.extract.entities import Cast
from kg.extract.naming import PLURAL_TAGS, Naming
from kg.extract.subjects import surface_subject
from kg.extract.syntax import children, is_verb
from kg.lexicon import load_groups
from kg.parsed import Token

ARMED = "ArmedGroup"
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
QUALIFIERS = ("amod", "compound", "nmod", "nummod")
FAR = 80  # tokens, some three sentences


def tie_group(cast: Cast, naming: Naming, earlier: Sequence[Naming]) -> None:
    """Tie it to the armed group of the last sentence that names any: the only one, else the one it is about."""
    if not _means_group(naming.head):
        return
    named = [n for n in earlier if naming.head.i - n.head.i < FAR and _is_armed(cast, n)]
    last = list(takewhile(lambda n: n.head.sent == named[0].head.sent, named))
    if _tells_deed(naming.head) and not any(_acts(n.head) for n in last):
        return
    beside = bool(last) and last[0].head.sent == naming.head.sent
    about = last if beside or len(_iris(cast, last)) == 1 else [n for n in last if _is_topic(n.head)]
    doers = surface_subject(_clause(naming.head)) if naming.head.dep_ not in SUBJECTS else []
    apart = all(_clause(n.head) != _clause(naming.head) and n.head not in doers for n in last)
    if len(_iris(cast, about)) == 1 and (apart or not beside):
        cast.tie(naming.head, about[0].head)


def _means_group(head: Token) -> bool:
    """Whether nothing more is told of it than that it is one: not "the rival group", "the two groups"."""
    rows = load_groups("group-nouns")
    numbers = {"many", "doers"} if head.tag_ in PLURAL_TAGS else {"one"}
    if not any(row["number"] in numbers for row in rows.get(head.lemma_.lower(), ())):
        return False
    told = [row for word in children(head, *QUALIFIERS) for row in rows.get(word.lower_, ({"number": "none"},))]
    return all(row["number"] != "none" for row in told) and not children(head, "prep", "acl")


def _tells_deed(head: Token) -> bool:
    """Whether a word tells what its bearers did: "the **attackers**" are no victims."""
    return any(row["number"] == "doers" for row in load_groups("group-nouns").get(head.lemma_.lower(), ()))


def _acts(head: Token) -> bool:
    return head.dep_ == "nsubj" or head.head.dep_ == "agent"


def _is_armed(cast: Cast, naming: Naming) -> bool:
    known = naming.form == "name" or cast.is_tied(naming.head)
    return known and cast.entity_at(naming.head).type == ARMED


def _iris(cast: Cast, namings: Sequence[Naming]) -> set[str]:
    return {cast.entity_at(naming.head).iri for naming in namings}


def _is_topic(head: Token) -> bool:
    """Whether a sentence is about it: the subject of its main verb."""
    return head.dep_ in SUBJECTS and head.head.dep_ == "ROOT"


def _clause(token: Token) -> Token:
    """The verb, or the last word, above a token."""
    while token.head != token and not is_verb(token):
        token = token.head
    return token
