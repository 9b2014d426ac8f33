"""The "it" that stands for a clause, for nobody: "it is unclear whether", "it seems", "worth it"."""


from kg.extract.syntax import children, is_verb
from kg.parsed import Token

SEEMING = frozenset({"seem", "appear", "happen", "rain", "snow", "turn"})
CLAUSES = ("ccomp", "xcomp", "csubj", "advcl", "acl")


def is_expletive(pronoun: Token) -> bool:
    """Whether an "it" names nobody."""
    verb = pronoun.head
    if pronoun.lower_ != "it":
        return False
    if verb.lower_ == "worth" or pronoun.tag_ == "EX":
        return True
    if not is_verb(verb):
        return False
    adjective = children(verb, "acomp", "attr")
    clause = children(verb, *CLAUSES) or (adjective and children(adjective[0], "ccomp", "xcomp"))
    reported = verb.tag_ == "VBN" and bool(children(verb, "auxpass") and children(verb, "ccomp"))
    return verb.lemma_ in SEEMING or bool(adjective and clause) or reported
