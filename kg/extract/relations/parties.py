"""The parties of a document that can stand at an end of a relation, looked up by token."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from kg.extract.descriptions import DEFINITE
from kg.extract.entities import Cast
from kg.extract.namings import Naming
from kg.extract.phrases import core
from kg.extract.syntax import children
from kg.gazetteer import Gazetteer
from kg.parsed import Doc, Span, Token
from kg.records import Argument
from kg.tables import Entry

TypesOf = Callable[[str], tuple[str, ...]]
UNTYPED = frozenset({"Entity", "Thing", "Abstract"})
NO_BODY = UNTYPED | {"Person"}
MODIFYING = ("amod", "compound", "nmod", "npadvmod")
FORMS = ("nominal", "pronoun", "name")


@dataclass(frozen=True)
class Party:
    """Somebody or something named or described: its words, its entity and the classes of that.

    `acting` is the government that a capital stands for: the Kremlin of "Moscow backs the rebels".
    """

    span: Span
    head: Token
    argument: Argument
    types: frozenset[str]
    form: str
    country: str | None = None
    acting: "Party | None" = None

    @property
    def is_named(self) -> bool:
        """Whether the entity has a name, here or elsewhere in the document."""
        return self.form == "name" or "#" not in self.argument.entity

    @property
    def is_certain(self) -> bool:
        """Whether it has a name or a definite description: "the ministry", "its army", "NATO troops"."""
        if self.is_named or self.form == "pronoun":
            return self.is_named or self.argument.name.lower() != self.span.text.lower()  # "our" may be anybody's
        return (
            self.country is not None
            or self.span[0].tag_ == "PRP$"
            or (self.span[0].tag_ == "NNP" and len(self.span) > 1)
            or self.span[0].lower_ in DEFINITE
        )

    @property
    def is_owner(self) -> bool:
        """Whether it is a demonym or possessor: "the Iraqi city", "Syria's capital"."""
        after = self.span.doc[self.span.end] if self.span.end < len(self.span.doc) else None
        return self.form == "demonym" or (after is not None and after.tag_ == "POS")

    def as_any(self, classes: frozenset[str]) -> "Party | None":
        """The party, or whom it stands for, if that is of one of these classes; any where none is asked for."""
        if not classes or self.types & classes:
            return self
        return self.acting.as_any(classes) if self.acting is not None else None


class Parties:
    """The parties of one document; demonyms such as "Russian" stand for their country."""

    def __init__(
        self, doc: Doc, namings: list[Naming], cast: Cast, gazetteer: Gazetteer, types_of: TypesOf, base: str
    ) -> None:
        self.doc = doc
        self._cast, self._gazetteer, self._types_of, self._base = cast, gazetteer, types_of, base
        ordered = sorted(namings, key=lambda n: (FORMS.index(n.form), -len(n.span)))
        self._by_token = {token.i: naming for naming in ordered for token in naming.span}
        self._known = {token.i for n in namings if n.entry is not None for token in n.span}
        in_text = sorted(namings, key=lambda n: n.span.start)
        self.names = [self._party(naming) for naming in in_text if naming.form == "name"]

    def at(self, token: Token) -> Party | None:
        """The party whose words hold the token; of a description, only its head counts."""
        naming = self._by_token.get(token.i)
        entry = self._gazetteer.demonym(token.text)
        if naming is not None and not (entry is not None and token.dep_ in MODIFYING and naming.form == "nominal"):
            return self._party(naming) if naming.form != "nominal" or naming.head.i == token.i else None
        return self._made(token.doc[token.i : token.i + 1], entry) if entry is not None else None

    def headed(self, head: Token) -> list[Party]:
        """The parties that a phrase is about: the Houthis of "dozens of Houthis", by name if one follows."""
        found = [self._apposed(inner) or self.at(inner) for inner in core(head)]
        return [party for party in found if party is not None]

    def _apposed(self, noun: Token) -> Party | None:
        """The name beside a description: Le Drian of "the envoy, Jean-Yves Le Drian"."""
        party = self.at(noun)
        beside = children(noun, "appos") if party is not None and party.form == "nominal" else []
        named = [self.at(child) for child in beside if not children(child, "cc", "conj")]
        return next((found for found in named if found is not None and found.form == "name"), None)

    def meant(self, head: Token, relation: str) -> list[Party]:
        """The parties that a phrase means in a relation: who fights the fighters of a group fights the group."""
        groups = self._groups(head) if relation == "fightingAgainst" else []
        return groups or self.headed(head)

    def _groups(self, head: Token) -> list[Party]:
        """The armed groups whose people or things a plural noun means: "Houthi fighters" the Houthis."""
        nouns = [noun for noun in core(head) if noun.tag_ == "NNS"]
        found = [self.at(child) for noun in nouns for child in children(noun, *MODIFYING)]
        return [party for party in found if party is not None and "ArmedGroup" in party.types]

    def state_in(self, party: Party) -> Party | None:
        """The country whose name begins the name of a body: "the UK's Ministry of Defence"."""
        sign = next((token.i for token in party.span[1:] if token.tag_ == "POS"), None)
        if sign is None:
            return None
        state = self.doc[party.span.start : sign]
        entry = next((e for e in self._gazetteer.find(state.text) if e.type == "Country"), None)
        return self._made(state, entry) if entry is not None else None

    def is_word(self, party: Party) -> bool:
        """Whether a name that no table knows is a common word: "Defense", "State", "Democratic"."""
        if party.form != "name" or party.head.i in self._known:
            return False
        text = party.span.text.lower()
        known = self._gazetteer.noun(text) or self._gazetteer.supersense(text)
        return known is not None or party.head.tag_ == "JJ"

    def is_body(self, party: Party) -> bool:
        """Whether the tables know it, or its name holds the noun of a body: "committee", "brigade"."""
        return party.head.i in self._known or bool(self._noun_types(party.span) - NO_BODY)

    def _noun_types(self, span: Span) -> frozenset[str]:
        nouns = (self._gazetteer.noun(token.lower_) for token in span)
        return frozenset(noun.type for noun in nouns if noun is not None)

    def _party(self, naming: Naming) -> Party:
        acting = self._cast.naming_at(naming.head).acting
        behind = replace(self._made(naming.span, acting), form=naming.form) if acting is not None else None
        return Party(naming.span, naming.head, *self._typed(naming), naming.form, naming.country, behind)

    def _typed(self, naming: Naming) -> tuple[Argument, frozenset[str]]:
        argument = self._cast.argument(naming.head)
        kind = "Person" if self._is_office(naming) else argument.type or "Entity"
        return argument, frozenset() if kind in UNTYPED else frozenset(self._types_of(kind))

    def _is_office(self, naming: Naming) -> bool:
        """Whether what was taken for an organisation is called like a person: "Supreme Leader"."""
        if naming.entry is not None or naming.form != "name" or naming.type != "Organization":
            return False
        return "Person" in self._noun_types(naming.span)

    def _made(self, span: Span, entry: Entry) -> Party:
        iri = f"{self._base}{entry.kind}/{entry.id}"
        argument = Argument(span.start_char, span.end_char, span.text, iri, entry.name, entry.type)
        types = frozenset(self._types_of(entry.type))
        return Party(span, span.root, argument, types, "demonym", entry.country)
