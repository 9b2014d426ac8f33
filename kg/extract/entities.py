"""Which namings name the same: entities of a document, and their mentions as records."""

from collections.abc import Callable, Iterable
from dataclasses import replace

from kg.extract.entity import Entity, EntityMaker
from kg.extract.naming import FIRST_PERSON, WE, Naming
from kg.extract.nominals import describe, noun_type, owner_of
from kg.extract.syntax import is_verb
from kg.gazetteer import Gazetteer
from kg.parsed import Token
from kg.records import Argument, Extent, Mention
from kg.tables import Entry

PARTIES_AND_MEASURES = frozenset({"person", "group", "time", "quantity"})


class Cast:
    """The entities of one document, by the head of each naming; descriptions get one when first asked for."""

    def __init__(
        self, document: str, base: str, namings: list[Naming], gazetteer: Gazetteer, day: str | None = None
    ) -> None:
        self._document, self._gazetteer, self._day = document, gazetteer, day
        self._make = EntityMaker(document, base, gazetteer, day)
        self._by_head: dict[int, tuple[Naming, Entity]] = {}
        self._inside = {token.i: n.head.i for n in namings if n.form == "name" for token in n.span}
        self._tied: set[int] = set()
        self._asked: set[int] = set()
        for naming in namings:
            self._by_head[naming.head.i] = (naming, self._make.of(naming))

    def entity_at(self, head: Token) -> Entity:
        """The entity that a head, or the name around it, names; a description nobody listed becomes a local one."""
        return self._at(head)[1]

    def naming_at(self, head: Token) -> Naming:
        """The naming that a head carries, or that it stands in."""
        return self._at(head)[0]

    def _at(self, head: Token) -> tuple[Naming, Entity]:
        found = self._by_head.get(head.i) or self._by_head.get(self._inside.get(head.i, -1))
        if found is None:
            noun = not is_verb(head) or self._gazetteer.noun(head.lower_) is not None  # no "host" in "hosting"
            kind = noun_type(head, self._gazetteer) if noun else None
            naming = describe(head, kind or "Entity", self._gazetteer)
            people = self._gazetteer.demonym(head.text)
            entity = self._make.of(naming) if people is None else self._make.known(people)
            found = self._by_head[head.i] = (naming, entity)
        return found

    def has_name(self, head: Token) -> bool:
        """Whether a head is that of a name."""
        return head.i in self._by_head and self._by_head[head.i][0].form == "name"

    def tie(self, head: Token, other: Token) -> None:
        """Let one naming name what another does; "it" stands for a government where its name does."""
        naming = self.naming_at(head)
        if naming.form == "pronoun":
            naming = replace(naming, acting=self.naming_at(other).acting)
        self._by_head[head.i] = (naming, self.entity_at(other))
        self._tied.add(head.i)

    def is_matter(self, noun: Token) -> bool:
        """Whether a common noun names neither people nor a time or an amount, so that "it" can stand for it."""
        return self._gazetteer.supersense(noun.lemma_.lower()) not in PARTIES_AND_MEASURES

    def owner_at(self, head: Token) -> str | None:
        """The id of the named actor that a description belongs to: the UN of "the UN secretary-general"."""
        owner = owner_of(head, self._gazetteer)
        return owner.id if owner is not None else None

    def let_hold(self, head: Token, office: str, country: str) -> bool:
        """Let a description name who held the office on the day of the report; False where the tables do not tell."""
        holder = self._gazetteer.holder(office, country, self._day) if self._day else None
        if holder is not None:
            self._set(head, holder)
        return holder is not None

    def let_name(self, head: Token, entry: Entry) -> None:
        """Let a description, and whatever is tied to it, name what an entry of the tables describes."""
        iri = self.entity_at(head).iri
        for i, (naming, other) in self._by_head.items():
            if other.iri == iri and naming.form != "name":
                self._by_head[i] = (naming, self._make.known(entry))
        self._tied.add(head.i)

    def _set(self, head: Token, entry: Entry) -> None:
        self._by_head[head.i] = (self.naming_at(head), self._make.known(entry))
        self._tied.add(head.i)

    def let_bear(self, head: Token, office: str) -> bool:
        """Let a surname name who of that name held the office before it: "President Bush"; False where that is open."""
        holder = self._gazetteer.titled(office, head.text, self._day) if self._day else None
        if holder is not None:
            self._set(head, holder)
        return holder is not None

    def let_act(self, head: Token, country: str | None, sector: str) -> None:
        """Let somebody whom the tables do not know act for a sector, and for a country where that is told."""
        iri = self.entity_at(head).iri
        for i, (naming, other) in self._by_head.items():
            if other.iri == iri:
                code = self._gazetteer.code(country or other.country, sector)
                self._by_head[i] = (naming, replace(other, country=other.country or country, actor_code=code))

    def let_be(self, head: Token, kind: str) -> None:
        """Let somebody of whom no words tell what they are be of a type."""
        entity = self.entity_at(head)
        if entity.type == "Entity":
            for i, (naming, other) in self._by_head.items():
                if other.iri == entity.iri:
                    self._by_head[i] = (naming, replace(entity, type=kind))

    def _is_of_use(self, head: Token) -> bool:
        """Whether a pronoun is worth a mention: it is a speaker's, was tied to somebody, or stands as an argument."""
        return head.i in self._tied or head.i in self._asked or head.lower_ in FIRST_PERSON | WE

    def is_same(self, head: Token, other: Token) -> bool:
        """Whether two heads name one entity, or are descriptions by the same noun."""
        one, two = self.entity_at(head), self.entity_at(other)
        nominal = self.naming_at(head).form == self.naming_at(other).form == "nominal"
        return one.iri == two.iri or (nominal and head.lemma_.lower() == other.lemma_.lower())

    def sector_at(self, head: Token) -> str | None:
        """For whom a party acts, as its noun or its name tells: MIL, REB, GOV, CVL, ..."""
        naming = self.naming_at(head)
        return naming.sector or (naming.entry.sector if naming.entry else None)

    def is_tied(self, head: Token) -> bool:
        """Whether a naming was found to name again what an earlier one does."""
        return head.i in self._tied

    def argument(self, head: Token, *, acts: bool = False) -> Argument:
        """The words and the entity of a head, for a role, subject, object or source; one that acts may be a metonym."""
        naming, entity = self.naming_at(head), self.entity_at(head)
        self._asked.add(head.i)
        if acts and naming.acting is not None:
            entity = self._make.known(naming.acting)
        span = naming.span
        return Argument(span.start_char, span.end_char, span.text, entity.iri, entity.name, entity.type)

    def mentions(
        self, types_of: Callable[[str], tuple[str, ...]], sentence_of: Callable[[Token], Extent]
    ) -> Iterable[Mention]:
        """All namings as records."""
        for naming, entity in self._by_head.values():
            if naming.form == "pronoun" and not self._is_of_use(naming.head):
                continue
            span = naming.span
            yield Mention(
                span.start_char,
                span.end_char,
                self._document,
                span.text,
                entity.iri,
                entity.name,
                entity.type,
                types_of(entity.type),
                naming.form,
                sentence_of(naming.head),
                entity.country,
                entity.actor_code,
                entity.external,
                entity.lat,
                entity.lon,
            )
