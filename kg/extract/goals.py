"""What an infinitive tells beside a noun or a deed: "his readiness **to meet**", "a raid **to free** them"."""

from collections.abc import Container

from kg.extract.plans import is_planned
from kg.extract.presupposed import carries, is_given_clause, is_to_infinitive
from kg.extract.syntax import is_verb
from kg.parsed import Token

USING = frozenset({"use", "employ", "fire", "throw"})


def verbs_telling(anchor: Token) -> tuple[Token, ...]:
    """The trigger, and the verb that only brings about what it names: "willingness to **hold** talks"."""
    return (anchor, anchor.head) if anchor.dep_ == "dobj" and carries(anchor.head) else (anchor,)


def is_aim(verb: Token, deeds: Container[str]) -> bool:
    """Whether a verb tells what another deed was done for: "attacked the jail **to free** them", "a raid to free them".

    `deeds` are the nouns that name one.
    """
    above = is_verb(verb.head) if verb.dep_ == "advcl" else _is_of_noun(verb) and verb.head.lemma_.lower() in deeds
    return above and is_to_infinitive(verb)


def is_mere_use(verb: Token, deeds: Container[str]) -> bool:
    """Whether what an infinitive tells of a noun need not happen: "readiness to meet", unlike "used gas to kill"."""
    if not _is_of_noun(verb) or is_given_clause(verb) or verb.head.lemma_.lower() in deeds:
        return False
    return not (is_planned(verb.head) or any(word.lemma_ in USING for word in verb.ancestors))


def _is_of_noun(verb: Token) -> bool:
    return verb.dep_ in {"acl", "relcl"} and verb.head.pos_ == "NOUN" and is_to_infinitive(verb)
