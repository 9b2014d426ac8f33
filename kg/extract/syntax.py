"""The parser's labels in our own words: children by label, coordination, verbs, passives."""

from spacy.tokens import Token

SUBJECTS = frozenset({"nsubj", "csubj"})
PASSIVE_SUBJECTS = frozenset({"nsubjpass", "csubjpass"})
CLAUSES = frozenset({"xcomp", "ccomp", "advcl", "acl", "relcl", "pcomp"})


def children(token: Token, *labels: str) -> list[Token]:
    """The direct dependents with one of these labels."""
    return [child for child in token.children if child.dep_ in labels]


def coordinated(head: Token) -> list[Token]:
    """The head and what is joined to it by "and" or "or", nouns with nouns and verbs with verbs."""
    joined = [*_misread_conjuncts(head), head]
    for conjunct in children(head, "conj"):
        if is_verb(conjunct) == is_verb(head):
            joined += coordinated(conjunct)
    return joined


def _misread_conjuncts(head: Token) -> list[Token]:
    """A first conjunct that the parser made a modifier of the last: "the army and M23 rebels"."""
    return [
        child
        for child in children(head, "nmod", "compound")
        if child.i < head.i and children(child, "cc") and child.tag_[:2] == "NN"
    ]


def is_verb(token: Token) -> bool:
    """Whether the token is a verb form (an auxiliary as main verb included)."""
    return token.pos_ in {"VERB", "AUX"}


def is_participle(verb: Token) -> bool:
    """Whether the verb is a past participle without a subject and auxiliary of its own: "recruits killed by"."""
    bare = verb.tag_ == "VBN" and verb.dep_ in CLAUSES and not children(verb, "aux", "auxpass", *SUBJECTS)
    return bare and not is_lost_root(verb)


def is_lost_root(verb: Token) -> bool:
    """Whether a misread past tense is the only verb of its sentence: "In the capital, a crowd demonstrated"."""
    return (
        verb.dep_ == "acl"
        and not is_verb(verb.sent.root)
        and not children(verb, "agent")
        and verb.lower_.endswith("ed")
    )


def is_passive(verb: Token) -> bool:
    """Whether the surface subject is the one that something is done to."""
    if children(verb, "auxpass", "nsubjpass", "csubjpass"):
        return True
    if verb.dep_ == "conj" and verb.tag_ == "VBN" and not children(verb, "aux", *SUBJECTS):
        return is_passive(verb.head)
    return is_participle(verb) and verb.dep_ != "ccomp"
