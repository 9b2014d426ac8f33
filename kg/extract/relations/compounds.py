"""Relations in a compound participle: "Iran-backed Houthis", "the ISIL-held town"."""

from collections.abc import Iterator
from itertools import chain, islice

from kg.extract.containers import container
from kg.extract.fillers import named
from kg.extract.relations.parties import Parties, Party
from kg.extract.relations.patterns import patterns_of
from kg.extract.relations.ties import Tie, tie
from kg.parsed import Token


def find_compounds(parties: Parties) -> Iterator[Tie]:
    """The ties of all participles joined by a hyphen to a name before them."""
    for token in parties.doc[2:]:
        patterns = patterns_of(token, "compound")
        before = _joined(token, parties) if patterns else None
        described = _described(token, parties) if before is not None else None
        if before is None or described is None:
            continue
        ends = {"first": before, "second": described}
        words = token.doc[before.span.start : token.i + 1]
        found = (tie(pattern, ends[pattern.subject[0]], ends[pattern.object[0]], words) for pattern in patterns)
        yield from islice(chain.from_iterable(found), 1)


def _joined(participle: Token, parties: Parties) -> Party | None:
    """The name that a hyphen joins to the participle."""
    before = parties.at(participle.nbor(-2)) if participle.nbor(-1).text == "-" else None
    return before if before is not None and before.is_named and before.span.end == participle.i - 1 else None


def _described(participle: Token, parties: Parties) -> Party | None:
    """Whom the participle describes: the last name in its phrase, or beside it, else the phrase."""
    head = participle.head
    if head.i < participle.i:
        return None
    for token in reversed(participle.doc[participle.i + 1 : head.i + 1]):
        party = parties.at(token)
        if party is not None and party.form == "name" and party.argument.type != "Country":
            return party
    row = container(head)
    whole = row is not None and row["use"] == "proper"  # "the Houthi-held port of Mocha", not "parts of Yemen"
    found = [party for name in named(head) for party in (parties.headed(name) if whole else [parties.at(name)])]
    return next((party for party in found if party is not None), None)
