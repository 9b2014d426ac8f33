"""For which term a tie holds: "former president", "leader until 2021", "no longer controls", "resigned as chief"."""

from kg.extract.negation import is_negated
from kg.extract.relations.ties import Tie
from kg.extract.syntax import children, is_verb
from kg.lexicon import load_groups, load_lemmas
from kg.parsed import Token

UNTIL = frozenset({"until", "till"})
PAST = frozenset({"VBD", "VBN"})
YEAR = 4


def find_terms(tie: Tie) -> set[str]:
    """The terms that the words of a tie, its pattern and what stands beside them tell: past, present, future."""
    table = load_lemmas("terms")
    terms = {table[word.lower_]["time"] for word in tie.words if word.lower_ in table}
    terms |= {term for term in (tie.told.term, tie.pattern.term) if term}
    beside = [word.lower_ for word in children(tie.words.root, "advmod") if word.tag_ == "RB"]
    rows = (table[word] for word in beside if word in table)
    terms |= {row["time"] for row in rows if row["adverb"] or not is_verb(tie.words.root)}
    return terms | {"past"} if _is_over(tie, terms) else terms


def _is_over(tie: Tie, terms: set[str]) -> bool:
    """Whether an end of it is told: a last day, "no longer", "stopped backing"."""
    verb, anchor = tie.told.verb, tie.words.root
    if verb is not None and (_is_no_longer(verb) or _is_given_up(verb)):
        return True
    words = {anchor, tie.object.head} | ({verb} if verb is not None else set())
    ends = [child for word in words for child in children(word, "prep") if _is_end(child)]
    spoken_of = verb.tag_ in PAST if verb is not None and is_verb(verb) else "present" not in terms
    return spoken_of and bool(ends)


def _is_no_longer(verb: Token) -> bool:
    near = [child for child in verb.subtree if child.lower_ == "longer" and child.head in {verb, *verb.children}]
    return any(word.i and word.nbor(-1).lower_ in {"no", "any"} for word in near)


def _is_given_up(verb: Token) -> bool:
    """Whether it is done no more: "stopped **backing** the rebels"."""
    rows = load_groups("tenures").get(verb.head.lemma_, ()) if verb.dep_ == "xcomp" else ()
    return any(row["slot"] == "clause" for row in rows) and not is_negated(verb.head)


def _is_end(preposition: Token) -> bool:
    """Whether it leads to a last year: "until 2021", "from 1998 to 2002"."""
    last = preposition.subtree[-1]
    is_year = last.text.isdigit() and len(last.text) == YEAR
    return is_year and (preposition.lower_ in UNTIL or any(word.lower_ == "to" for word in preposition.subtree[1:-1]))
