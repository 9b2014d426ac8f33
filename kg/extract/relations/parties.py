"""The parties of a document that can stand at an end of a relation, looked up by token."""

from collections.abc import Callable
from dataclasses import dataclass

from spacy.tokens import Doc, Span, Token

from kg.extract.entities import Cast
from kg.extract.namings import Naming
from kg.extract.phrases import core
from kg.gazetteer import Gazetteer
from kg.records import Argument
from kg.tables import Entry

TypesOf = Callable[[str], tuple[str, ...]]
UNTYPED = frozenset({"Entity", "Thing", "Abstract"})


@dataclass(frozen=True)
class Party:
    """Somebody or something named or described: its words, its entity and the classes of that."""

    span: Span
    head: Token
    argument: Argument
    types: frozenset[str]
    form: str
    country: str | None = None

    @property
    def is_named(self) -> bool:
        """Whether the entity has a name, here or elsewhere in the document."""
        return "#" not in self.argument.entity

    def is_any(self, classes: frozenset[str]) -> bool:
        """Whether the party is of one of these classes; of any where none is asked for."""
        return not classes or bool(self.types & classes)


class Parties:
    """The parties of one document; demonyms such as "Russian" stand for their country."""

    def __init__(self, doc: Doc, namings: list[Naming], cast: Cast, gazetteer: Gazetteer, types_of: TypesOf, base: str) -> None:
        self._cast, self._gazetteer, self._types_of, self._base = cast, gazetteer, types_of, base
        ranks = ["nominal", "pronoun", "name"]
        ordered = sorted(namings, key=lambda n: (ranks.index(n.form), -len(n.span)))
        self._by_token = {token.i: naming for naming in ordered for token in naming.span}
        self.names = [self._party(n) for n in sorted(namings, key=lambda n: n.span.start) if n.form == "name"]
        self._known = {token.i for n in namings if n.entry is not None for token in n.span}
        self.doc = doc

    def at(self, token: Token) -> Party | None:
        """The party whose words hold the token, names before descriptions."""
        naming = self._by_token.get(token.i)
        if naming is not None and (naming.form != "nominal" or naming.head.i == token.i):
            return self._party(naming)
        return self._demonym(token) or (self._party(naming) if naming is not None and not _inside(naming, token) else None)

    def state_in(self, party: Party) -> Party | None:
        """The country whose name begins the name of a body: "the UK's Ministry of Defence"."""
        sign = next((token.i for token in party.span[1:] if token.tag_ == "POS"), None)
        state = self.doc[party.span.start : sign] if sign is not None else party.span[:0]
        entry = next((e for e in self._gazetteer.find(state.text) if e.type == "Country"), None) if len(state) else None
        return self._made(state, entry) if entry is not None else None

    def is_word(self, party: Party) -> bool:
        """Whether a name that no table knows is a common word with a capital: "Defense", "State"."""
        common = self._gazetteer.noun(party.span.text) or self._gazetteer.supersense(party.span.text.lower())
        return party.form == "name" and party.head.i not in self._known and common is not None

    def headed(self, head: Token) -> list[Party]:
        """The parties that a phrase with this head is about: "dozens of Houthis" the Houthis."""
        found = [self.at(inner) for inner in core(head)]
        return [party for party in found if party is not None]

    def _party(self, naming: Naming) -> Party:
        argument = self._cast.argument(naming.head)
        kind = "Person" if self._is_office(naming) else argument.type or "Entity"
        types = frozenset() if kind in UNTYPED else frozenset(self._types_of(kind))
        return Party(naming.span, naming.head, argument, types, naming.form, naming.country)

    def _is_office(self, naming: Naming) -> bool:
        """Whether what was taken for an organisation is called like a person: "Supreme Leader"."""
        nouns = (self._gazetteer.noun(token.lower_) for token in naming.span)
        return naming.entry is None and naming.type == "Organization" and any(n is not None and n.type == "Person" for n in nouns)

    def _demonym(self, token: Token) -> Party | None:
        entry = self._gazetteer.demonym(token.text)
        return self._made(token.doc[token.i : token.i + 1], entry) if entry is not None else None

    def _made(self, span: Span, entry: Entry) -> Party:
        iri = f"{self._base}{entry.kind}/{entry.id}"
        argument = Argument(span.start_char, span.end_char, span.text, iri, entry.name, entry.type)
        return Party(span, span.root, argument, frozenset(self._types_of(entry.type)), "demonym", entry.country)


def _inside(naming: Naming, token: Token) -> bool:
    """Whether the token is a mere modifier in a description."""
    return naming.form == "nominal" and naming.head.i != token.i
