"""Codes of an event: those of its class, overruled where sides or company decide (`ontology/codes/rules.ttl`)."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from kg.extract.agreement import dates_agree
from kg.extract.drafts import Draft
from kg.extract.sentences import find_sentences
from kg.parsed import Token
from kg.records import Extent
from kg.vocabulary import CodeRule, Vocabulary

SYSTEMS = ("plover", "plover_mode", "cameo", "acled", "acled_sub", "ucdp")
ROLES = {"agent": ("agent", "participant"), "patient": ("patient",)}
TOUCHING = 2
HAPPENS = frozenset({"actual", "attempted"})

SectorOf = Callable[[Token], str | None]
Sides = Mapping[str, set[str | None]]


def code_events(drafts: Sequence[Draft], vocabulary: Vocabulary, sector_of: SectorOf) -> list[dict[str, str | None]]:
    """The codes of each draft by system; a consequence is coded like its cause where sides decide."""
    beside = _find_company(drafts)
    own = {id(draft): _codes(draft, beside[id(draft)], vocabulary, sector_of) for draft in drafts}
    ruled = {system for rule in vocabulary.code_rules for system in rule.codes}
    result = []
    for draft in drafts:
        codes = own[id(draft)]
        if draft.cause is not None and vocabulary.is_consequence(draft.type):
            cause = own[id(draft.cause.first or draft.cause)]
            codes = codes | {system: cause[system] for system in ruled if cause[system]}
        result.append(codes)
    return result


def _codes(draft: Draft, beside: set[str], vocabulary: Vocabulary, sector_of: SectorOf) -> dict[str, str | None]:
    codes: dict[str, str | None] = dict.fromkeys(SYSTEMS) | vocabulary.codes_of(draft.type)
    sides = {role: {sector_of(head) for head in draft.heads(*roles)} for role, roles in ROLES.items()}
    plain = set(codes.values())
    holding = [rule for rule in vocabulary.code_rules if not rule.unless & plain and _holds(rule, draft, sides, beside)]
    for rule in sorted(holding, key=lambda rule: (rule.rank, rule.name)):
        codes |= rule.codes
    return codes


def _find_company(drafts: Sequence[Draft]) -> dict[int, set[str]]:
    """For each draft the types of the events that happen beside it: in its sentence or in one that touches it."""
    company: dict[int, set[str]] = {}
    if not drafts:
        return company
    sentence_of = find_sentences(drafts[0].anchor.doc)
    extents = [sentence_of(draft.anchor) for draft in drafts]
    for number, draft in enumerate(drafts):
        told = [drafts[other] for other in _touching(number, extents) if _is_beside(draft, drafts[other])]
        company[id(draft)] = {name for other in told for name in other.types}
    return company


def _touching(number: int, extents: Sequence[Extent]) -> Iterator[int]:
    """The events before and after one whose sentences touch its own; events stand in the order of the text."""
    here = extents[number]
    for other in range(number - 1, -1, -1):
        if here.start - extents[other].end > TOUCHING:
            break
        yield other
    for other in range(number, len(extents)):
        if extents[other].start - here.end > TOUCHING:
            break
        yield other


def _is_beside(draft: Draft, other: Draft) -> bool:
    """Whether the other event happened too, then; what a protest is about or what is accused stands for nothing."""
    happens = other.status.polarity == "positive" and other.status.modality in HAPPENS
    apart = other is draft or other.anchor in draft.heads("topic")
    return happens and not apart and dates_agree(draft, other)


def _holds(rule: CodeRule, draft: Draft, sides: Sides, beside: set[str]) -> bool:
    """Whether every condition that the rule states is met."""
    return (
        rule.type in draft.types
        and (not rule.agents or bool(rule.agents & sides["agent"]))
        and (not rule.patients or bool(rule.patients & sides["patient"]))
        and (not rule.beside or bool(rule.beside & beside))
    )
