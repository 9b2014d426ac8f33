"""Which of the places that bear a name is meant, for all places of a report; those in no table stay unresolved."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from kg.extract.naming import PLACES, Naming
from kg.extract.syntax import children
from kg.extract.weighing import LARGE_TOWN, Judge, Option
from kg.places import Places
from kg.tables import Entry, fold

LINKS = frozenset({",", "(", "in", ", in", ",("})
WIDER = frozenset({"Settlement", "Region", "Place"})  # what may turn out to be a division
CAPITAL = "capital"
ACTOR = 0.2  # how far an actor of a country tells that the report is about it; a place counts 1
LATER, OTHER_NAME = -0.1, -0.5  # not the first in the tables; usually called otherwise


def resolve_places(namings: Sequence[Naming], places: Places) -> list[Naming]:
    """The namings with the place that each name of a place means, and the country of those in no table."""
    told = _count_countries(namings)
    judge = Judge(places, told)
    only = next(iter(told)) if len(told) == 1 and max(told.values()) >= 1 else None  # an actor alone might be abroad
    found = list(namings)
    for chain in _addresses(namings):
        chosen = judge.choose([_options(namings[i], places) for i in chain])
        country = only
        for i, entry in reversed(list(zip(chain, chosen, strict=True))):
            country = entry.country if entry is not None else country
            found[i] = _settle(namings[i], entry, country)
    towns = {naming.head.i: naming.entry for naming in found if naming.type == "Settlement"}
    return [_settle(naming, town, None) if (town := _capital(naming, towns, places)) else naming for naming in found]


def _capital(naming: Naming, towns: Mapping[int, Entry | None], places: Places) -> Entry | None:
    """The capital that a description by its country means: "the Malian capital", not "the former capital".

    In "the capital of Bamako" it is the town named.
    """
    if naming.form != "nominal" or naming.head.lemma_.lower() != CAPITAL or naming.entry is not None:
        return None
    inner = [noun.i for of in children(naming.head, "prep") if of.lower_ == "of" for noun in children(of, "pobj")]
    named = next((town for i in inner if (town := towns.get(i))), None)
    plain = not any(token.pos_ == "ADJ" and token.text.islower() for token in naming.span)
    return named or (places.capital(naming.country) if naming.country and plain else None)


def _count_countries(namings: Iterable[Naming]) -> dict[str, float]:
    """How often the report tells of each country without doubt; a small town does not, it might lie elsewhere."""
    counts: dict[str, float] = {}
    for naming in namings:
        countries = {entry.country for entry in naming.choices} or {naming.country}
        small = naming.type == "Settlement" and max((e.population for e in naming.choices), default=0) < LARGE_TOWN
        country = None if small or len(countries) > 1 else countries.pop()
        if country:
            counts[country] = counts.get(country, 0.0) + (1.0 if naming.type in PLACES else ACTOR)
    return counts


def _addresses(namings: Sequence[Naming]) -> Iterator[list[int]]:
    """The names of places that stand together as an address: "Rawson (Chubut)", "X, Y", "X in Y"; others alone."""
    chain: list[int] = []
    for i, naming in enumerate(namings):
        if naming.form == "name" and naming.type in PLACES:
            if chain and not _lies_in(namings[chain[-1]], naming):
                yield chain
                chain = []
            chain.append(i)
    if chain:
        yield chain


def _lies_in(naming: Naming, after: Naming) -> bool:
    """Whether the next name is that of the place it lies in."""
    between = naming.span.doc[naming.span.end : after.span.start].text.strip().lower()
    return naming.type != "Country" and between in LINKS


def _options(naming: Naming, places: Places) -> list[Option]:
    """Everything that a name can mean: the places of that name, divisions called so, and one in no table."""
    known = {entry.id for entry in naming.choices}
    divisions = places.find_divisions(naming.span.text) if naming.type in WIDER else ()
    found = [*naming.choices, *(entry for entry in divisions if entry.id not in known)]
    name = fold(naming.span.text).casefold()
    against = [LATER * i + OTHER_NAME * (name not in fold(entry.name).casefold()) for i, entry in enumerate(found)]
    return [*zip(found, against, strict=True), (None, 0.0)]


def _settle(naming: Naming, entry: Entry | None, country: str | None) -> Naming:
    """The naming as one of this place; of one in no table, in this country."""
    if entry is None:
        name = naming.name if naming.entry is None else naming.span.text
        return replace(naming, entry=None, name=name, country=country)
    speaks = naming.acting is not None and naming.acting.country == entry.country and entry.type != "Region"
    return replace(
        naming, entry=entry, type=entry.type, name=entry.name, country=entry.country, sector=entry.sector,
        acting=naming.acting if speaks else None,
    )  # fmt: skip
