"""Descriptions of parties, places and things by common nouns, and pronouns."""

from collections.abc import Iterator, Sequence, Set

from kg.extract.bodies import find_body, state_of
from kg.extract.naming import FIRST_PERSON, HE, PLURAL_TAGS, PRONOUNS, Naming
from kg.extract.phrases import core, measured, phrase
from kg.extract.syntax import children
from kg.gazetteer import Gazetteer
from kg.lexicon import load_lemmas
from kg.parsed import Doc, Span, Token
from kg.tables import Entry, Noun

NOUN_TAGS = frozenset({"NN", "NNS", "NNP", "NNPS"})
MODIFIERS = ("compound", "amod", "nmod")
TELLING = frozenset({"REB", "UAF", "CRM", "OPP", "COP"})
UNTOLD = frozenset({None, "GOV", "ELI", "CVL"})
ORIGIN = "Aa"
DISSENT = "OPP"
FIGHTING = frozenset({"MIL", "REB", "UAF"})
PAST = frozenset({"former", "ex", "late"})
SENSE_TYPES = {"person": "Person"}


def find_nominals(doc: Doc, gazetteer: Gazetteer, taken: Set[int]) -> Iterator[Naming]:
    """The descriptions by known nouns outside of names, in the order of the text."""
    for token in doc:
        if token.i not in taken and token.tag_ in NOUN_TAGS and token.dep_ not in MODIFIERS:
            kind = noun_type(token, gazetteer)
            if kind is not None and core(token) == [token]:
                yield describe(token, kind, gazetteer)


def find_pronouns(doc: Doc) -> Iterator[Naming]:
    """The personal, possessive and relative pronouns."""
    for token in doc:
        if token.lower_ in PRONOUNS and token.tag_[:2] in {"PR", "WP"}:
            kind = "Person" if token.lower_ in FIRST_PERSON | HE | {"who", "whom", "whose"} else "Group"
            yield Naming(token.doc[token.i : token.i + 1], token, "pronoun", kind, token.text)


def noun_type(token: Token, gazetteer: Gazetteer) -> str | None:
    """The type of a common noun by the tables: plural persons are a group; None for no party, place or thing."""
    noun = noun_of(token, gazetteer) or gazetteer.noun(token.lower_)
    kind = sense_of(token) or (noun.type if noun else None)
    kind = kind or SENSE_TYPES.get(gazetteer.supersense(token.lemma_.lower()) or "")
    if kind in {None, "Thing", "Abstract"}:
        return None
    many = token.tag_ in PLURAL_TAGS or singular(token) not in {token.lower_, token.lemma_.lower()}
    return "Group" if kind == "Person" and many else kind


def singular(token: Token) -> str:
    """The lemma, which the pipeline leaves in the plural for words with a capital: "Islamists"."""
    proper = token.tag_ in {"NNP", "NNPS"} and not token.lower_.endswith("ss")
    return token.lower_.removesuffix("s") if proper else token.lemma_.lower()


def noun_of(token: Token, gazetteer: Gazetteer) -> Noun | None:
    """What the tables know of a noun, with the word before it if they have both: "secretary-general", "civil guard"."""
    lemma = token.lemma_.lower()
    joined = token.i > 1 and token.nbor(-1).text == "-" and gazetteer.noun(f"{token.nbor(-2).lower_}-{lemma}")
    if not joined and token.i and token.nbor(-1).head == token and token.nbor(-1).dep_ in MODIFIERS:
        joined = gazetteer.noun(f"{token.nbor(-1).lower_} {lemma}")
    return joined or gazetteer.noun(lemma) or gazetteer.noun(singular(token))


def sense_of(noun: Token) -> str | None:
    """The class that the words beside a noun tell: "a political settlement", "take place", "killed by Israeli fire"."""
    row = load_lemmas("noun-senses").get(noun.lemma_.lower())
    if row is None:
        return None
    beside = {token.lower_ for token in children(noun, "amod", "compound", "nmod", "det", "poss")}
    beside |= {noun.head.lemma_.lower()} if noun.dep_ == "dobj" else set()
    if noun.tag_ == "NN" and not children(noun, "det") and any(w.text[:1].isupper() for w in children(noun, "amod")):
        beside.add(ORIGIN)
    return row["class"] if beside & set(row["beside"].split("|")) else None


def describe(head: Token, kind: str, gazetteer: Gazetteer) -> Naming:
    """The naming of a description, with the body it means or the country and the sector that its words tell."""
    span, body = measured(head), find_body(head, gazetteer)
    if body is not None:
        return Naming(span, head, "nominal", body.type, body.name, body, body.country, body.sector)
    state, owner = state_of(head, gazetteer), owner_of(head, gazetteer)
    country = state.country if state is not None else owner.country if owner is not None else None
    sector = sector_of((head, *children(head, *MODIFIERS)), owner, gazetteer)
    kind = "SecurityForce" if kind == "MilitaryForce" and sector == "COP" else kind
    sector = "GOV" if kind == "GovernmentBody" and sector == "BUS" else sector  # an office of a ministry, no firm
    return Naming(span, head, "nominal", kind, _label(phrase(head)), None, country, sector)


def sector_of(words: Sequence[Token], owner: Entry | None, gazetteer: Gazetteer) -> str | None:
    """For whom somebody described by a noun and its modifiers acts: "rebel commander" REB, "army officer" MIL.

    A named owner tells it where the words do not: "UN official" IGO. Who has left the office is one of the
    notables: "former minister" ELI.
    """
    nouns = [noun_of(token, gazetteer) for token in words]
    sectors = [noun.sector if noun is not None else None for noun in nouns]
    told = next((sector for sector in sectors[1:] if sector), None)
    told = told or (owner.sector if owner is not None else None)
    if sectors[0] == "GOV" and any(token.lower_ in PAST for token in words[1:]):
        return "ELI"
    if told == DISSENT and sectors[0] in FIGHTING:
        return "REB"  # fighters of an opposition or a movement are no crowd
    return told if told and (sectors[0] in UNTOLD or told in TELLING) else sectors[0]


def owner_of(head: Token, gazetteer: Gazetteer) -> Entry | None:
    """The named actor that a description belongs to: the FARC of "FARC guerrillas"."""
    for child in children(head, "compound", "nmod", "poss", "amod"):
        if child.text[:1].isupper():
            words = head.doc[child.left_edge.i : child.i + 1].text
            found = next((e for e in gazetteer.find(words) if e.kind == "actor" and not e.metonym), None)
            if found is not None:
                return found
    return None


def _label(span: Span) -> str:
    """The words of a description without its article and without half of a quotation's marks."""
    words = span[1:] if span[0].tag_ == "DT" and len(span) > 1 else span
    label = words.text.strip(" \"'")
    return label if label.count('"') % 2 == 0 else label.replace('"', "")
