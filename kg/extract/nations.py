"""Which of the states that share an adjective a report means: "Congolese" is of Brazzaville where it tells of that."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from kg.extract.naming import Naming
from kg.gazetteer import Gazetteer
from kg.parsed import Token
from kg.tables import Entry


def mean_nations(namings: Sequence[Naming], gazetteer: Gazetteer) -> list[Naming]:
    """The namings, those by such an adjective of the state that the others tell of most, the usual one on a tie."""
    shared = [_shared(naming, gazetteer) for naming in namings]
    told = Counter(naming.country for naming, word in zip(namings, shared, strict=True) if word is None)
    return [
        naming if word is None else _mean(naming, word, told, gazetteer)
        for naming, word in zip(namings, shared, strict=True)
    ]


def _shared(naming: Naming, gazetteer: Gazetteer) -> Token | None:
    """The adjective in a naming that several states share."""
    return next((token for token in naming.span if len(gazetteer.places.nations(token.text)) > 1), None)


def _mean(naming: Naming, word: Token, told: Counter[str | None], gazetteer: Gazetteer) -> Naming:
    usual, *others = gazetteer.places.nations(word.text)
    state = max((usual, *others), key=lambda state: told[state.country])
    if state is usual or naming.country != usual.country:
        return naming
    words = f"{state.name}'s {naming.span.doc[word.i + 1 : naming.span.end].text}"
    body = next((entry for entry in gazetteer.find(words) if entry.kind == "actor"), None) if naming.entry else None
    return _settle(replace(naming, entry=None, country=state.country), body)


def _settle(naming: Naming, body: Entry | None) -> Naming:
    if body is None:
        return naming
    return replace(naming, entry=body, type=body.type, name=body.name, country=body.country, sector=body.sector)
