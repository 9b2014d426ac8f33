"""Descriptions of parties, places and things by common nouns, and pronouns."""

from collections.abc import Iterable, Iterator, Set

from spacy.tokens import Doc, Span, Token

from kg.extract.naming import FIRST_PERSON, HE, PLURAL_TAGS, PRONOUNS, Naming
from kg.extract.phrases import phrase
from kg.gazetteer import Gazetteer

NOUN_TAGS = frozenset({"NN", "NNS", "NNP", "NNPS"})
MODIFIERS = frozenset({"compound", "amod", "nmod"})
SENSE_TYPES = {"person": "Person"}


def find_nominals(doc: Doc, gazetteer: Gazetteer, taken: Set[int]) -> Iterator[Naming]:
    """The descriptions by known nouns outside of names, in the order of the text."""
    for token in doc:
        if token.i not in taken and token.tag_ in NOUN_TAGS and token.dep_ not in MODIFIERS:
            kind = noun_type(token, gazetteer)
            if kind is not None:
                yield describe(token, kind, gazetteer)


def find_pronouns(doc: Doc) -> Iterator[Naming]:
    """The personal, possessive and relative pronouns."""
    for token in doc:
        if token.lower_ in PRONOUNS and token.tag_[:2] in {"PR", "WP"}:
            kind = "Person" if token.lower_ in FIRST_PERSON | HE | {"who", "whom", "whose"} else "Group"
            yield Naming(token.doc[token.i : token.i + 1], token, "pronoun", kind, token.text)


def noun_type(token: Token, gazetteer: Gazetteer) -> str | None:
    """The type of a common noun by the tables: plural persons are a group; None for no party, place or thing."""
    noun = gazetteer.noun(token.lemma_.lower()) or gazetteer.noun(token.lower_)
    kind = noun.type if noun else SENSE_TYPES.get(gazetteer.supersense(token.lemma_.lower()) or "")
    if kind in {None, "Thing", "Abstract"}:
        return None
    return "Group" if kind == "Person" and token.tag_ in PLURAL_TAGS else kind


def describe(head: Token, kind: str, gazetteer: Gazetteer) -> Naming:
    """The naming of a description, with the country its demonym tells and the sector its noun tells."""
    span = phrase(head)
    noun = gazetteer.noun(head.lemma_.lower())
    countries = (gazetteer.demonym(token.text) for token in span)
    country = next((entry.country for entry in countries if entry is not None), None)
    return Naming(span, head, "nominal", kind, _label(span), None, country, noun.sector if noun else None)


def _label(span: Span) -> str:
    """The words of a description without its article."""
    words: Iterable[Token] = span[1:] if span[0].tag_ == "DT" and len(span) > 1 else span
    return "".join(token.text_with_ws for token in words).strip()
