"""Who a verb's surface subject is: its own, or the one it inherits through control, coordination and participles."""

from collections.abc import Callable

from kg.extract.described import (
    adjective_above,
    after_comma,
    antecedents,
    described,
    is_made_to,
    is_message,
    is_weapon,
    stranded_subject,
    told_of,
    tried_by,
    user_of,
)
from kg.extract.plans import (
    aim_told_by,
    appealed_to,
    averts,
    is_anothers,
    is_for_others,
    owners_of_aim,
    owners_of_plan,
    plan_before,
)
from kg.extract.presupposed import is_to_infinitive
from kg.extract.resumed import told_before, told_with
from kg.extract.syntax import PASSIVE_SUBJECTS, SUBJECTS, children, coordinated, is_lost_root, is_to_come, is_verb
from kg.extract.unsaid import carries
from kg.lexicon import load_groups, load_lemmas
from kg.parsed import Token, once

RELATIVES = frozenset({"who", "whom", "which", "that"})
PROMISING = frozenset({"promise", "use", "threaten", "vow", "pledge", "refuse", "agree", "offer", "summon", "call"})
OBJECT_CONTROL = frozenset({"of", "for", "from", "with", "into"})
MAX_INHERITANCE = 6
EITHER = frozenset({"request"})  # to be let do something or to have it done


@once
def surface_subject(verb: Token, depth: int = 0) -> list[Token]:
    """Heads of the verb's surface subject: its own, else the one it inherits."""
    own = [told_of(noun) for noun in children(verb, *SUBJECTS, *PASSIVE_SUBJECTS)]
    if not own and is_lost_root(verb):
        return coordinated(user_of(verb.head))
    if own:
        joined = own if any(child.dep_ == "cc" for subject in own[:-1] for child in subject.children) else own[-1:]
        return [head for subject in joined for head in resolved(subject, verb)]
    if depth > MAX_INHERITANCE or not is_verb(verb):
        return []
    return _inherited_subject(verb, depth + 1) or stranded_subject(verb)


def _inherited_subject(verb: Token, depth: int) -> list[Token]:
    """The subject that a verb without one takes from the word it hangs on."""
    adjective = adjective_above(verb)
    if adjective is not None:
        return surface_subject(adjective.head, depth)
    plan = plan_before(verb)
    if plan is not None:
        return _possessor_or_subject(plan, depth)
    takes = INHERITANCE.get(verb.dep_)
    fits = verb.dep_ in NOMINAL or is_verb(verb.head)
    return takes(verb, depth) if takes is not None and fits else []


def _of_clause_above(verb: Token, depth: int) -> list[Token]:
    """Coordinated, adverbial and unmarked clauses share the subject of the clause above: "attacked and fled"."""
    doer = tried_by(verb)
    if doer is not None:
        return coordinated(doer)
    if is_to_infinitive(verb) and children(verb.head, "dative"):
        return [head for given in children(verb.head, "dative") for head in coordinated(given)]
    bound = verb.dep_ == "conj" or not children(verb, "mark")
    return surface_subject(told_with(verb) or told_before(verb) or verb.head, depth) if bound else []


def _of_told_clause(verb: Token, depth: int) -> list[Token]:
    """What is told in a relative clause is told of its noun: "the rebels, who the UN says **are** armed"."""
    asked = [child for child in children(verb.head, "dobj") if child.tag_ in {"WP", "WDT"}]
    if verb.head.dep_ == "relcl" and asked:
        return coordinated(verb.head.head)
    return _of_clause_above(verb, depth)


def _controlled(verb: Token, depth: int) -> list[Token]:
    """Infinitives: "forced them to leave" they leave; who threatened them to, or fired tear gas to, does it himself."""
    aim = aim_told_by(verb)
    if aim is not None:
        return owners_of_aim(aim)
    objects = [found for found in children(verb.head, "dobj") if not is_weapon(found)]
    addressed = objects if verb.head.lemma_ not in PROMISING else []
    addressed = addressed or appealed_to(verb)
    if addressed:
        return [item for found in addressed for item in coordinated(found)]
    return surface_subject(verb.head, depth)


def _of_noun(verb: Token, depth: int) -> list[Token]:
    """Participles on a noun: the noun, or after a comma the clause's subject ("fled the town, killing two")."""
    if is_verb(verb.head):
        return []
    if verb.tag_ == "VBG" and after_comma(verb):
        return _clause_subject(verb.head, depth)
    if verb.tag_ == "VBG" and is_message(verb.head):
        return issuers(verb.head, depth)
    infinitive = verb.tag_ == "VB" and not is_to_come(verb)
    return _possessor_or_subject(verb.head, depth) if infinitive else described(verb.head)


def _of_infinitive(verb: Token, _depth: int) -> list[Token]:
    """An infinitive taken for a relative clause: what a headline's subject is to do, what people are made to do."""
    return coordinated(verb.head) if is_to_come(verb) or is_made_to(verb) else []


def issuers(message: Token, depth: int) -> list[Token]:
    """Whose words a message is: its owner, whom "by" or "from" names, who issues it, who says so in it."""
    owners = owners_of_plan(message)
    if owners:
        return owners
    said_in = message.dep_ == "pobj" and message.head.lower_ == "in"
    given = message.dep_ == "dobj" and carries(message.head, "noun")
    return _clause_subject(message, depth) if said_in or given else [message]


def _of_preposition(verb: Token, depth: int) -> list[Token]:
    """Gerunds after a preposition: who is accused "of" them, else who acts in the clause."""
    phrase = verb.head
    above = next((token for token in phrase.ancestors if is_verb(token)), phrase)
    controls = phrase.head == above and phrase.lower_ in OBJECT_CONTROL
    charged = controls or any(_charges(word, phrase.lower_) for word in (above, phrase.head))
    blamed = (children(above, "dobj", "nsubjpass") or _aimed_at(above, phrase)) if charged else []
    return [item for found in blamed for item in resolved(found, above)] or _clause_subject(phrase, depth)


def _aimed_at(verb: Token, phrase: Token) -> list[Token]:
    """Who pays for what he did where no object names him: "retaliated against **Chad** for banning its goods"."""
    against = [child for child in children(verb, "prep") if child.lower_ == "against" and phrase.lower_ == "for"]
    return [head for child in against for head in children(child, "pobj")]


def _charges(word: Token, preposition: str) -> bool:
    """Whether a word lays on the verb's object what follows: "accused **rebels** of it", "on suspicion of it"."""
    rows = load_groups("charges").get(word.lemma_, ())
    return any((row["by"], row["doer"]) == (preposition, "object") for row in rows)


def _possessor_or_subject(noun: Token, depth: int) -> list[Token]:
    """Who an infinitive on a noun belongs to: "Russia's plan to attack", "they made a plan to attack"."""
    if is_for_others(noun):
        return _asked(noun, depth)
    given = [head for child in children(noun.head, "dative") if noun.dep_ == "dobj" for head in coordinated(child)]
    owners = owners_of_plan(noun) or given or [word for word in children(noun, "compound", "nmod") if averts(noun.head)]
    if owners or is_anothers(noun):
        return owners
    return [head for head in _clause_subject(noun, depth) if head != noun]


def _asked(noun: Token, depth: int) -> list[Token]:
    """Who is to do what another wants: who answers him, "**Israel** rejected Egypt's demand to leave"; else nobody."""
    row = load_lemmas("support").get(noun.head.lemma_)
    theirs = not owners_of_plan(noun) and row is not None and row["subject"] == "@agent"  # "issued a call to leave"
    if noun.dep_ not in {"dobj", "nsubjpass"} or theirs:
        return []
    doers = [head for by in children(noun.head, "agent") for head in children(by, "pobj")]
    told = surface_subject(noun.head, depth) if noun.dep_ == "dobj" else doers
    return [head for doer in told for head in coordinated(doer)] if noun.lemma_ not in EITHER else []


def _clause_subject(token: Token, depth: int) -> list[Token]:
    """The subject of the clause around a token."""
    verb = next((ancestor for ancestor in token.ancestors if is_verb(ancestor)), None)
    return surface_subject(verb, depth) if verb is not None else []


def resolved(subject: Token, verb: Token) -> list[Token]:
    """The subject's coordinated heads; a relative pronoun stands for the noun its clause describes."""
    if subject.lower_ in RELATIVES and subject.tag_ in {"WP", "WDT", "IN"}:
        clause = next((token for token in (verb, *verb.ancestors) if token.dep_ == "relcl"), None)
        if clause is not None:
            return antecedents(clause, subject)
    return coordinated(subject)


NOMINAL = frozenset({"acl", "pcomp", "relcl"})
INHERITANCE: dict[str, Callable[[Token, int], list[Token]]] = {
    "conj": _of_clause_above,
    "advcl": _of_clause_above,
    "ccomp": _of_told_clause,
    "xcomp": _controlled,
    "acl": _of_noun,
    "relcl": _of_infinitive,
    "pcomp": _of_preposition,
}
