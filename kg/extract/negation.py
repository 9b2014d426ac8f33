"""Whether a word is negated where it stands: by an adverb, on its subject or object, through a joined verb."""


from kg.extract.syntax import children, is_verb
from kg.parsed import Token

NEGATIONS = frozenset({"not", "n't", "never", "neither", "nor", "no", "none", "nobody", "without", "nothing"})
NEGATING = ("neg", "advmod", "preconj", "cc", "det")
NEGATED_ARGUMENTS = frozenset({"nsubj", "nsubjpass", "dobj", "attr"})
NOBODY = frozenset({"nobody", "none", "nothing", "neither"})
ONLY = frozenset({"only", "just", "merely", "simply", "least"})


def is_negated(word: Token, own: tuple[Token, ...] = ()) -> bool:
    """Whether a negation stands on the word or on one of its subjects or objects ("no soldier fired").

    A negation among the trigger's `own` words is part of what it tells.
    """
    if _is_unchosen(word):
        return True
    near = (word, word.head) if word.dep_ == "acomp" else (word,)
    negating = (child for bearer in near for child in children(bearer, *NEGATING))
    negations = [child for child in negating if child.lower_ in NEGATIONS and not _is_only(child)]
    if negations:
        return not set(negations) <= set(own)
    shares = word.dep_ == "conj" and is_verb(word) and not children(word, "nsubj", "nsubjpass")
    if shares and _shares_negation(word):
        return True
    return is_verb(word) and any(has_no(child) for child in children(word, *NEGATED_ARGUMENTS))


def has_no(noun: Token) -> bool:
    """Whether a noun phrase names none: "no soldier", "not a single one", "no shots or blasts"."""
    if noun.lower_ in NOBODY or any(_is_none(child) for child in noun.children):
        return True
    joined = noun.dep_ == "conj" and noun.head.pos_ in {"NOUN", "PROPN"}
    return joined and any(child.lower_ in {"or", "nor"} for child in children(noun.head, "cc")) and has_no(noun.head)


def _is_none(word: Token) -> bool:
    if word.lower_ in {"no", "neither", "zero"}:
        return word.dep_ in {"det", "nummod", "neg", "advmod"}
    return word.lower_ == "not" and word.dep_ in {"neg", "preconj"} and word.nbor().lower_ in {"a", "one", "any"}


def _is_unchosen(word: Token) -> bool:
    """Whether something else was done: "rather than attack", "would rather flee than attack"."""
    before = [token.lower_ for token in word.doc[max(word.i - 2, 0) : word.i]]
    if before[-1:] != ["than"]:
        return False
    above = [*children(word.head, "advmod"), *children(word.head.head, "advmod")]
    return "rather" in before or any(adverb.lower_ == "rather" for adverb in above)


def _is_only(negation: Token) -> bool:
    """Whether what is negated is that this was all: "not only attacked but"."""
    return negation.i + 1 < len(negation.doc) and negation.nbor().lower_ in ONLY


def _shares_negation(verb: Token) -> bool:
    """Whether a joined verb is under the negation of the first: "did not fire or flee", "neither fired nor fled"."""
    if children(verb.head, "neg"):
        return not (_has_but(verb) or any(_is_only(child) for child in children(verb.head, "neg")))
    joins = {child.lower_ for child in children(verb.head, "cc")}
    return "nor" in joins or ("or" in joins and is_negated(verb.head))


def _has_but(verb: Token) -> bool:
    return any(child.lower_ == "but" for child in (*verb.head.children, *verb.children))
