"""Who a verb's surface subject is: its own, or the one it inherits through control, coordination and participles."""

from spacy.tokens import Token

from kg.extract.syntax import PASSIVE_SUBJECTS, SUBJECTS, children, coordinated, is_lost_root, is_verb

RELATIVES = frozenset({"who", "whom", "which", "that"})
SUBJECT_CONTROL = frozenset({"promise", "threaten", "vow", "pledge", "refuse", "agree", "offer"})
OBJECT_CONTROL = frozenset({"of", "for", "from", "with", "into"})
MAX_INHERITANCE = 6


def surface_subject(verb: Token, depth: int = 0) -> list[Token]:
    """Heads of the verb's surface subject: its own, else the one it inherits."""
    own = children(verb, *SUBJECTS, *PASSIVE_SUBJECTS)
    if not own and is_lost_root(verb):
        return coordinated(verb.head)
    if own:
        return [head for subject in own[-1:] for head in resolved(subject, verb)]
    if depth > MAX_INHERITANCE or not is_verb(verb):
        return []
    return _inherited_subject(verb, depth + 1)


def _inherited_subject(verb: Token, depth: int) -> list[Token]:
    head = verb.head
    if verb.dep_ == "conj" and is_verb(head):
        return surface_subject(head, depth)
    if verb.dep_ in {"acl", "relcl"} and not is_verb(head):
        if verb.dep_ == "acl" and verb.tag_ == "VBG" and _after_comma(verb):
            return _clause_subject(head, depth)
        if verb.tag_ == "VB":
            return _possessor_or_subject(head, depth)
        return coordinated(head) if verb.dep_ == "acl" else []
    if verb.dep_ == "xcomp" and is_verb(head):
        objects = children(head, "dobj")
        if objects and head.lemma_ not in SUBJECT_CONTROL:
            return [item for found in objects for item in coordinated(found)]
        return surface_subject(head, depth)
    if verb.dep_ == "advcl" and is_verb(head) and not children(verb, "mark"):
        return surface_subject(head, depth)
    if verb.dep_ == "pcomp":
        blamed = children(head.head, "dobj", "nsubjpass") if head.lower_ in OBJECT_CONTROL and is_verb(head.head) else []
        return [item for found in blamed for item in coordinated(found)] or _clause_subject(head, depth)
    if verb.dep_ == "ccomp" and is_verb(head) and not children(verb, "mark"):
        return surface_subject(head, depth)
    return []


def _possessor_or_subject(noun: Token, depth: int) -> list[Token]:
    """Who an infinitive on a noun belongs to: "Russia's plan to attack", "they made a plan to attack"."""
    owners = [child for child in noun.children if child.dep_ == "poss"]
    return owners or _clause_subject(noun, depth)


def _clause_subject(token: Token, depth: int) -> list[Token]:
    """The subject of the clause around a token."""
    for ancestor in token.ancestors:
        if is_verb(ancestor):
            return surface_subject(ancestor, depth)
    return []


def _after_comma(token: Token) -> bool:
    left = next(token.subtree).i
    return left > 0 and token.doc[left - 1].text == ","


def resolved(subject: Token, verb: Token) -> list[Token]:
    """The subject's coordinated heads; a relative pronoun stands for the noun its clause describes."""
    if subject.lower_ in RELATIVES and subject.tag_ in {"WP", "WDT", "IN"}:
        noun = next((token for token in (verb, *verb.ancestors) if token.dep_ == "relcl"), None)
        if noun is not None:
            return [noun.head]
    return coordinated(subject)
