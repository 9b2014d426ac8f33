"""Clauses of what may be, might have been or is to come: "if they attack", "had they attacked", "until they leave"."""


from kg.extract.syntax import children
from kg.lexicon import load_lemmas
from kg.parsed import Token

INVERTED = frozenset({"had", "were", "should"})
PRESENT = frozenset({"VBZ", "VBP", "VB"})
HYPOTHESES = frozenset({"if", "unless"})


def is_conditional(verb: Token) -> bool:
    """Whether the verb stands in such a clause, itself or by the word that opens it."""
    return is_inverted(verb) or any(_opens(word, verb) for word in _openers(verb)) or _is_of_anyone(verb)


def _is_of_anyone(verb: Token) -> bool:
    """Whether the clause tells of nobody in particular: "**anyone who attacks** the police will be shot"."""
    doers = [verb.head] if verb.dep_ == "relcl" else children(verb, "nsubj", "nsubjpass")
    rows = (load_lemmas("conditions").get(doer.lower_) for doer in doers)
    return _is_present(verb) and any(row is not None and row["tense"] == "present" for row in rows)


def has_condition(verb: Token) -> bool:
    """Whether what the verb tells hangs on a condition: "if they attack, we will answer"; "even if" is none."""
    clauses = children(verb, "advcl")
    marks = (mark for clause in clauses for mark in children(clause, "mark"))
    return any(map(is_inverted, clauses)) or any(map(_is_hypothesis, marks))


def _is_hypothesis(mark: Token) -> bool:
    return mark.lower_ in HYPOTHESES and (mark.i == 0 or mark.nbor(-1).lower_ != "even")


def is_inverted(verb: Token) -> bool:
    """Whether an auxiliary before the subject makes a condition: "had they attacked", "were they to attack"."""
    parted = verb.dep_ == "advcl" or (verb.dep_ == "ccomp" and not children(verb.head, "nsubj"))
    clause = verb.head if parted and verb.head.lower_ in INVERTED else verb
    if not _is_beside(clause) and not (clause.dep_ == "ccomp" and clause.i < clause.head.i):
        return False
    fronted = [word for word in (clause, *children(clause, "aux")) if word.lower_ in INVERTED]
    subjects = children(clause, "nsubj", "nsubjpass") or children(verb, "nsubj", "nsubjpass")
    return bool(fronted) and all(fronted[0].i < subject.i for subject in subjects[:1])


def _is_beside(clause: Token) -> bool:
    """Whether a clause stands beside the main one, also where the parser joined them without an "and"."""
    return clause.dep_ == "advcl" or (clause.dep_ == "conj" and not children(clause.head, "cc"))


def _openers(verb: Token) -> list[Token]:
    """The words that open a clause: conjunctions, "in case" before its subject, "as soon as" or "provided" above it."""
    marks = [child for child in children(verb, "mark", "advmod") if child.i < verb.i]
    cases = [noun for phrase in children(verb, "prep") if phrase.i < verb.i for noun in children(phrase, "pobj")]
    above = [verb.head] if verb.dep_ in {"advcl", "ccomp"} and verb.head.pos_ in {"ADV", "VERB"} else []
    return [*marks, *(noun for noun in cases if noun.lower_ == "case"), *above]


def _opens(word: Token, verb: Token) -> bool:
    row = load_lemmas("conditions").get(word.lower_)
    if row is None or (word == verb.head and word.dep_ not in {"advmod", "advcl"}):
        return False
    if row["tense"] == "any":
        return word.dep_ == "mark"
    return _is_present(verb)


def _is_present(verb: Token) -> bool:
    return next(iter(children(verb, "aux", "auxpass")), verb).tag_ in PRESENT
