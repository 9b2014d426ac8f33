"""Plans, calls and offers: the infinitive that says what is to be done, whose they are, and who is to do it."""

from kg.extract.presupposed import is_to_infinitive
from kg.extract.syntax import children, coordinated
from kg.lexicon import load_groups, load_lemmas
from kg.parsed import Token, once

ADDRESSING = frozenset({"on", "upon", "to", "with"})


@once
def plan_before(verb: Token) -> Token | None:
    """The noun that an infinitive completes, though the parser hung it on the verb: "foiled a **plot** to bomb it"."""
    if verb.dep_ not in {"advcl", "xcomp"} or not is_to_infinitive(verb):
        return None
    if any("infinitive" in links for links in _linked(verb.head)):
        return None  # "required **candidates** to pay"
    below = (noun for phrase in children(verb.head, "prep") for noun in children(phrase, "pobj"))
    nouns = [*children(verb.head, "dobj", "attr"), *below]
    beside = (noun for noun in nouns if noun.right_edge.i + 1 == verb.left_edge.i)
    return next((noun for noun in beside if is_planned(noun)), None)


def is_planned(noun: Token) -> bool:
    """Whether the table says what an infinitive on a noun tells: a plot, a duty, a readiness to do it."""
    return not is_time(noun) and any("infinitive" in links and "object" not in links for links in _linked(noun))


def giver_of_time(token: Token) -> Token | None:
    """The verb by which somebody gets the time to do what an infinitive tells: "**gave** the army a day to leave"."""
    on_time = token.dep_ in {"acl", "relcl"} and is_to_infinitive(token) and is_time(token.head)
    return token.head.head if on_time and token.head.dep_ == "dobj" else None


def is_time(noun: Token) -> bool:
    """Whether a noun names a span of time."""
    lemma = noun.lemma_.lower()
    return lemma == "time" or load_lemmas("supersenses").get(lemma, {}).get("type") == "time"


def _linked(word: Token) -> list[list[str]]:
    """How an event may hang on a word that governs it, by the rows of the table."""
    return [row["governs"].split("|") for row in load_groups("operators").get(word.lemma_, ())]


def owners_of_plan(noun: Token) -> list[Token]:
    """Who possesses what a noun names, or whom "by" or "from" says to be behind it: "a plan **by rebels** to flee"."""
    phrases = [child for child in children(noun, "prep") if child.lower_ in {"by", "from"}]
    owners = children(noun, "poss") + [head for phrase in phrases for head in children(phrase, "pobj")]
    return [head for owner in owners for head in coordinated(owner)]


def aim_told_by(verb: Token) -> Token | None:
    """The noun whose content an infinitive tells: "their **aim** is to seize the port"."""
    subjects = children(verb.head, "nsubj") if verb.dep_ == "xcomp" and verb.head.lemma_ == "be" else []
    return next((noun for noun in subjects if any("infinitive" in links for links in _linked(noun))), None)


def owners_of_aim(noun: Token) -> list[Token]:
    """Whose an aim is, also by "of": "the aim **of the rebels** is to seize the port"."""
    phrases = [phrase for phrase in children(noun, "prep") if phrase.lower_ == "of"]
    return owners_of_plan(noun) or [
        head for phrase in phrases for inner in children(phrase, "pobj") for head in coordinated(inner)
    ]


def is_for_others(noun: Token) -> bool:
    """Whether what hangs on a noun is for another to do: "Egypt's **demand** to leave", not "its plan to leave"."""
    rows = load_groups("operators").get(noun.lemma_, ())
    return any("for" in row["governs"].split("|") and row["modality"] == "demanded" for row in rows)


def is_anothers(noun: Token) -> bool:
    """Whether the plan is not the subject's: he "foiled **a plot**" or "survived **an attempt** to poison him"."""
    row = load_lemmas("support").get(noun.head.lemma_.lower())
    befalls = row is not None and row["subject"] == "@patient"
    return noun.dep_ in {"dobj", "nsubjpass"} and (befalls or averts(noun.head))


def averts(verb: Token) -> bool:
    """Whether a verb keeps another's plan from coming true: "**foiled** a plot to bomb the embassy"."""
    rows = load_groups("operators").get(verb.lemma_, ())
    return any(row["polarity"] == "averted" and "object" in row["governs"].split("|") for row in rows)


def appealed_to(verb: Token) -> list[Token]:
    """Whom a request without an object addresses: "appealed to **Hamas** to release them"."""
    asks = any(row["modality"] == "demanded" for row in load_groups("operators").get(verb.head.lemma_, ()))
    phrases = [phrase for phrase in children(verb.head, "prep") if phrase.lower_ in ADDRESSING] if asks else []
    return [noun for phrase in phrases if phrase.right_edge.nbor() in verb.subtree for noun in children(phrase, "pobj")]
