"""The words above a trigger that change how its event is told: "**plans** to attack", "**prevented** an attack".

The words and what they do stand in `ontology/language/operators.tsv`; this module only climbs to them.
"""

from collections.abc import Iterator

from spacy.tokens import Token

from kg.extract.syntax import children
from kg.lexicon import Row, load_groups

MAX_CLIMB = 12


def find_governors(anchor: Token) -> Iterator[tuple[Row, Token]]:
    """The words above the trigger that change its status, nearest first."""
    token = anchor
    for _ in range(MAX_CLIMB):
        head = token.head
        if head == token or _is_taken_for_granted(token):
            return
        link = _link(token)
        for name in _names(head):
            for row in load_groups("operators").get(name, ()):
                if link in row["governs"].split("|") and not (_is_claim(token) and row["modality"] == "demanded"):
                    yield row, head
        token = head


def _names(head: Token) -> list[str]:
    """What the table may call a governor: its forms, with particle or adverb, or the adjective it ascribes."""
    pairs = (f"{head.lemma_.lower()} {child.lower_}" for child in children(head, "prt", "advmod"))
    adjectives = (child.lower_ for child in children(head, "acomp"))
    return sorted({head.lemma_.lower(), head.lower_, *pairs, *adjectives})


def _is_taken_for_granted(clause: Token) -> bool:
    """Whether a clause stays a fact whatever stands above it: "plans to build on land that it seized"."""
    return clause.dep_ == "relcl" or (clause.dep_ == "advcl" and _is_finite(clause))


def _is_claim(clause: Token) -> bool:
    """Whether a clause tells what is or was, as no demand does: "insisted that they **had** left"."""
    return clause.dep_ == "ccomp" and _is_finite(clause)


def _is_finite(clause: Token) -> bool:
    return any(verb.tag_ in {"VBD", "VBZ"} for verb in (clause, *children(clause, "aux", "auxpass")))


def _link(token: Token) -> str:
    """How a token hangs on its head, in the words of the table."""
    if token.dep_ in {"xcomp", "advcl", "acl"} and token.tag_ == "VB":
        return "infinitive" if token.dep_ != "advcl" else "purpose"
    if token.dep_ in {"xcomp", "pcomp"} and token.tag_ == "VBG":
        return "ing"
    if token.dep_ == "acl" and any(mark.lower_ == "that" for mark in children(token, "mark")):
        return "that"
    names = {
        "ccomp": "that",
        "dobj": "object",
        "nsubjpass": "object",
        "nsubj": "subject",
        "prep": token.lower_,
        "xcomp": "infinitive",
    }
    return names.get(token.dep_, token.dep_)
