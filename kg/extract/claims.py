"""Nouns that report speech: "the army's **claim** that ...", "**reports** that ..."."""

from collections.abc import Iterator, Sequence

from kg.extract.sayings import Saying
from kg.extract.subjects import surface_subject
from kg.extract.syntax import children, is_verb
from kg.extract.unsaid import carries
from kg.lexicon import load_lemmas
from kg.parsed import Doc, Token

SPEAKERS = frozenset({"PERSON", "ORG", "GPE", "NORP"})
NONE = frozenset({"no", "any", "neither"})


def find_claims(doc: Doc, found: Sequence[Saying]) -> Iterator[Saying]:
    """The reports that hang on a noun; one that nobody is named for counts only outside of other reports."""
    for noun in doc:
        row = load_lemmas("cue-nouns").get(noun.lemma_.lower()) if noun.pos_ == "NOUN" else None
        clause = _clause_of(noun) if row is not None else None
        if row is None or clause is None:
            continue
        source = _source_of(noun)
        content = clause.left_edge.i, clause.right_edge.i + 1
        if source is not None or not any(saying.holds(noun.i) or saying.content == content for saying in found):
            kind = "unsaid" if any(word.lower_ in NONE for word in noun.lefts) else row["kind"]
            yield Saying((noun,), source, content, row["stance"], kind)


def _clause_of(noun: Token) -> Token | None:
    """The clause with "that" which tells what the noun is about."""
    clauses = children(noun, "acl", "ccomp", "relcl")
    return next((c for c in clauses if any(mark.lower_ == "that" for mark in children(c, "mark"))), None)


def _source_of(noun: Token) -> Token | None:
    """Who says it: the owner, whom "by" or "from" names, a name before the noun, or who makes or issues it."""
    owners = [*children(noun, "poss"), *_named_by(noun)]
    named = [word for word in children(noun, "amod", "compound", "nmod") if _may_speak(word)]
    giver = noun.head if noun.dep_ == "dobj" and is_verb(noun.head) and carries(noun.head, "noun") else None
    given = surface_subject(giver) if giver is not None else []
    return next(iter([*owners, *named, *given]), None)


def _may_speak(word: Token) -> bool:
    return word.ent_type_ in SPEAKERS or word.tag_ == "NNS"


def _named_by(noun: Token) -> list[Token]:
    phrases = [phrase for phrase in children(noun, "prep") if phrase.lower_ in {"by", "from"}]
    return [found for phrase in phrases for found in children(phrase, "pobj")]
