"""For whom persons in no table act, as their titles and descriptions tell: "Haitian minister Ana Ruiz" for HTIGOV."""

from collections.abc import Iterable, Iterator

from kg.extract.bodies import state_of
from kg.extract.entities import Cast
from kg.extract.naming import Naming
from kg.extract.nominals import noun_of, owner_of, sector_of
from kg.extract.phrases import phrase
from kg.gazetteer import Gazetteer

Post = tuple[str | None, str | None]  # the sector and the country


def tell_posts(cast: Cast, namings: Iterable[Naming], gazetteer: Gazetteer) -> None:
    """Let persons whom the tables do not know act for the first sector told of them, and for its country."""
    told: dict[str, list[tuple[Naming, Post]]] = {}
    for naming in namings:
        entity = cast.entity_at(naming.head)
        if entity.type == "Person" and entity.actor_code is None and naming.form != "pronoun":
            posts = told.setdefault(entity.iri, [])
            posts += [(naming, post) for post in _posts(naming, gazetteer) if naming.entry is None]
    for found in told.values():
        sector = next((sector for _, (sector, _) in found if sector), None)
        country = next((country for _, (own, country) in found if country and own == sector), None)
        if sector is not None:
            cast.let_act(found[0][0].head, country, sector)


def _posts(naming: Naming, gazetteer: Gazetteer) -> Iterator[Post]:
    """What a description tells, or the title before a name."""
    if naming.form == "nominal":
        yield naming.sector, naming.country
        return
    titles = [token for token in reversed(phrase(naming.head)) if token.i < naming.span.start]
    noun = noun_of(titles[0], gazetteer) if titles else None
    if noun is not None and noun.type == "Person":
        state = state_of(naming.head, gazetteer)
        owner = owner_of(naming.head, gazetteer) or owner_of(titles[0], gazetteer)
        country = state.country if state is not None else owner.country if owner is not None else None
        yield sector_of(titles, owner, gazetteer), country
