"""Bodies that a description names by their state: "Ukrainian troops", "the army of Chad"."""


from kg.extract.naming import PLURAL_TAGS
from kg.extract.phrases import measured, phrase
from kg.extract.syntax import children
from kg.gazetteer import Gazetteer
from kg.parsed import Token
from kg.tables import Entry

BODIES = frozenset(
    {"Government", "GovernmentBody", "MilitaryForce", "SecurityForce", "Organization", "InternationalOrganization"}
)
FIGHTING = frozenset({"MIL", "REB", "UAF", "COP"})
LIMITING = frozenset({"a", "an", "no", "some", "many", "several", "few", "other", "former", "another", "any", "two"})


def find_body(head: Token, gazetteer: Gazetteer) -> Entry | None:
    """The body of a state that a description means as a whole; None for a few of its people or another's."""
    if is_limited(head) or not stands_for_body(head, gazetteer):
        return None
    state = state_of(head, gazetteer)
    if state is None:
        return None
    found = gazetteer.find(f"{state.name} {_words(head, gazetteer)}")
    return next((entry for entry in found if entry.kind == "actor" and not entry.metonym), None)


def stands_for_body(head: Token, gazetteer: Gazetteer) -> bool:
    """Whether the noun names a body, or its people in the plural: "army", "forces", "soldiers"."""
    noun = gazetteer.noun(head.lemma_.lower()) or gazetteer.noun(head.lower_)
    if noun is None:
        return False
    people = noun.type in {"Person", "Group"} and head.tag_ in PLURAL_TAGS and noun.sector in FIGHTING
    return noun.type in BODIES or people


def is_limited(head: Token) -> bool:
    """Whether a number, a measure, an article or a word such as "former" says that only some are meant."""
    if measured(head) != phrase(head):
        return True
    words = [*phrase(head), *children(head, "det", "nummod", "predet")]
    return any(word.lower_ in LIMITING or word.pos_ == "NUM" for word in words)


def state_of(head: Token, gazetteer: Gazetteer) -> Entry | None:
    """The one state that adjectives, a possessive or an "of" phrase of the noun tell."""
    told = [found for token in phrase(head)[:-1] if (found := _nation(token, gazetteer)) is not None]
    if told:
        return told[0] if len({found.id for found in told}) == 1 else None
    owners = [noun for child in children(head, "prep") if child.lower_ == "of" for noun in children(child, "pobj")]
    return next((found for owner in owners if (found := _country(phrase(owner).text, gazetteer))), None)


def _nation(token: Token, gazetteer: Gazetteer) -> Entry | None:
    """The state that a word tells, if no hyphen joins it to another."""
    joined = token.nbor().text == "-" or (token.i > 0 and token.nbor(-1).text == "-")
    return None if joined else gazetteer.demonym(token.text) or _country(token.text, gazetteer)


def _country(name: str, gazetteer: Gazetteer) -> Entry | None:
    found = gazetteer.find(name) if name[:1].isupper() or name.startswith("the ") else ()
    return found[0] if found and found[0].type == "Country" else None


def _words(head: Token, gazetteer: Gazetteer) -> str:
    """The description from behind the state's name on: "defence ministry", "forces"."""
    words: list[str] = []
    for token in reversed(phrase(head)):
        owned = token.tag_ == "POS" or token.dep_ in {"poss", "det"}
        if owned or gazetteer.demonym(token.text) or _country(token.text, gazetteer):
            break
        words.insert(0, token.lower_)
    return " ".join(words)
