"""Plans, calls and offers: the infinitive that says what is to be done, whose they are, and who is to do it."""

from kg.extract.presupposed import is_to_infinitive
from kg.extract.syntax import children, coordinated
from kg.lexicon import load_groups
from kg.parsed import Token, once


@once
def plan_before(verb: Token) -> Token | None:
    """The noun that an infinitive completes, though the parser hung it on the verb: "foiled a **plot** to bomb it"."""
    if verb.dep_ not in {"advcl", "xcomp"} or not is_to_infinitive(verb):
        return None
    if any("infinitive" in links for links in _linked(verb.head)):
        return None  # "required **candidates** to pay"
    beside = [noun for noun in children(verb.head, "dobj") if noun.right_edge.i + 1 == verb.left_edge.i]
    named = (noun for noun in beside if any("infinitive" in links and "object" not in links for links in _linked(noun)))
    return next(named, None)


def _linked(word: Token) -> list[list[str]]:
    """How an event may hang on a word that governs it, by the rows of the table."""
    return [row["governs"].split("|") for row in load_groups("operators").get(word.lemma_, ())]


def owners_of_plan(noun: Token) -> list[Token]:
    """Who possesses what a noun names, or whom "by" or "from" says to be behind it: "a plan **by rebels** to flee"."""
    phrases = [child for child in children(noun, "prep") if child.lower_ in {"by", "from"}]
    owners = children(noun, "poss") + [head for phrase in phrases for head in children(phrase, "pobj")]
    return [head for owner in owners for head in coordinated(owner)]


def is_for_others(noun: Token) -> bool:
    """Whether what hangs on a noun is for another to do: "Egypt's **demand** to leave", not "its plan to leave"."""
    rows = load_groups("operators").get(noun.lemma_, ())
    return any("for" in row["governs"].split("|") and row["modality"] == "demanded" for row in rows)


def averts(verb: Token) -> bool:
    """Whether a verb keeps another's plan from coming true: "**foiled** a plot to bomb the embassy"."""
    rows = load_groups("operators").get(verb.lemma_, ())
    return any(row["polarity"] == "averted" and "object" in row["governs"].split("|") for row in rows)
