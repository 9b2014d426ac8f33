"""Whom pronouns name: the rules of the design notes, section 5, in order of payoff.

1. "I" and "my" in a quotation are its speaker; "he" in a quotation never is.
2. "he" and "she" are persons, "it" is no person, "they" are several or an organisation.
3. Subjects before others, near sentences before far ones, at most two paragraphs back.
4. "it" before "to" or "that" ("it is unclear whether") is nobody.
5. Possessives prefer the subject of their clause.
6. Nobody acts on himself in the same clause: a co-argument is never the antecedent.
"""

from spacy.tokens import Token

from kg.extract.attribution import Saying
from kg.extract.entities import Cast
from kg.extract.naming import PLACES, Naming
from kg.extract.subjects import surface_subject
from kg.extract.syntax import children, is_verb
from kg.segments import QUOTES

FIRST = frozenset({"i", "me", "my", "mine", "myself"})
PERSON = frozenset({"he", "him", "his", "himself", "she", "her", "hers", "herself"})
THING = frozenset({"it", "its", "itself"})
SEVERAL = frozenset({"they", "them", "their", "theirs", "themselves"})
POSSESSIVE = frozenset({"his", "her", "its", "their"})
MAX_BREAKS = 2


def tie_pronouns(cast: Cast, namings: list[Naming], sayings: list[Saying]) -> None:
    """Tie each pronoun to the entity it names; one that names nobody certain stays local."""
    for naming in namings:
        if naming.form == "pronoun":
            antecedent = _antecedent(naming.head, cast, namings, sayings)
            if antecedent is not None and antecedent.i != naming.head.i:
                cast.tie(naming.head, antecedent)


def _antecedent(pronoun: Token, cast: Cast, namings: list[Naming], sayings: list[Saying]) -> Token | None:
    word = pronoun.lower_
    speakers = [
        s.source for s in sayings if s.direct and s.source is not None and s.content[0] <= pronoun.i < s.content[1]
    ]
    if word in FIRST:
        return speakers[-1] if speakers else None
    if word in {"who", "whom", "whose"}:
        clause = next((token for token in pronoun.ancestors if token.dep_ == "relcl"), None)
        return clause.head if clause is not None else None
    if word not in PERSON | THING | SEVERAL or _is_expletive(pronoun):
        return None
    barred = {cast.entity_at(speaker).iri for speaker in speakers if _in_quotes(pronoun)} if word in PERSON else set()
    ranked = [(_rank(pronoun, n), n) for n in namings if n.head.i < pronoun.i and _may_name(word, n, cast)]
    fitting = [
        (rank, n)
        for rank, n in ranked
        if rank and cast.entity_at(n.head).iri not in barred and not _is_coargument(pronoun, n)
    ]
    return max(fitting, key=lambda pair: pair[0])[1].head if fitting else None


def _in_quotes(token: Token) -> bool:
    start = token.sent.start
    while start > 0 and not (token.doc[start - 1].is_space and "\n\n" in token.doc[start - 1].text):
        start -= 1
    return sum(t.text in QUOTES for t in token.doc[start : token.i]) % 2 == 1


def _is_expletive(pronoun: Token) -> bool:
    """ "It is unclear whether", "it seems that": "it" stands for a clause, for nobody."""
    verb = pronoun.head
    if pronoun.lower_ != "it" or not is_verb(verb):
        return False
    clause = children(verb, "ccomp", "xcomp", "csubj", "advcl", "acl")
    adjective = children(verb, "acomp", "attr")
    return (
        pronoun.tag_ == "EX"
        or verb.lemma_ in {"seem", "appear", "rain"}
        or bool(adjective and (clause or children(adjective[0], "ccomp", "xcomp")))
    )


def _may_name(word: str, naming: Naming, cast: Cast) -> bool:
    if naming.form == "pronoun" and not cast.is_tied(naming.head):
        return False
    kind = cast.entity_at(naming.head).type
    if word in PERSON:
        return kind == "Person"
    if word in THING:
        return kind not in {"Person", "Group", "Thing", "Weapon"}
    return kind not in {"Person", "Thing", "Abstract", "Weapon"} and (kind not in PLACES or kind == "Country")


def _rank(pronoun: Token, naming: Naming) -> tuple[int, int, int] | None:
    """Higher is better: subject of the pronoun's clause for possessives, near sentences, subjects, recency."""
    head, doc = naming.head, pronoun.doc
    breaks = sum(t.is_space and "\n\n" in t.text for t in doc[head.i : pronoun.i])
    if breaks > MAX_BREAKS:
        return None
    distance = sum(1 for t in doc[head.i + 1 : pronoun.i + 1] if t.is_sent_start)
    own = pronoun.lower_ in POSSESSIVE and head in _clause_subjects(pronoun)
    subject = head.dep_ in {"nsubj", "nsubjpass"} or naming.form == "pronoun"
    return (2 if own else 0) - distance + (1 if subject else 0), int(subject), head.i


def _clause_subjects(pronoun: Token) -> list[Token]:
    verb = next((token for token in pronoun.ancestors if is_verb(token)), None)
    return surface_subject(verb) if verb is not None else []


def _is_coargument(pronoun: Token, naming: Naming) -> bool:
    """Whether both are arguments of one verb: "he" and "him" in "he told him"."""
    return pronoun.lower_ not in POSSESSIVE and pronoun.head == naming.head.head and is_verb(pronoun.head)
