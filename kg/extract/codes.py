"""Codes of an event: those of its class, overruled where sides or company decide (`ontology/codes/rules.ttl`)."""

from collections.abc import Callable, Sequence

from spacy.tokens import Token

from kg.extract.drafts import Draft
from kg.vocabulary import CodeRule, Vocabulary

SYSTEMS = ("plover", "plover_mode", "cameo", "acled", "acled_sub", "ucdp")
SectorOf = Callable[[Token], str | None]


def code_events(drafts: Sequence[Draft], vocabulary: Vocabulary, sector_of: SectorOf) -> list[dict[str, str | None]]:
    """The codes of each draft by system; a consequence is coded like its cause where sides decide."""
    own = {id(draft): _codes(draft, drafts, vocabulary, sector_of) for draft in drafts}
    ruled = {system for rule in vocabulary.code_rules for system in rule.codes}
    result = []
    for draft in drafts:
        codes = own[id(draft)]
        if draft.cause is not None and vocabulary.is_consequence(draft.type):
            cause = own[id(draft.cause)]
            codes = codes | {system: cause[system] for system in ruled if cause[system]}
        result.append(codes)
    return result


def _codes(draft: Draft, drafts: Sequence[Draft], vocabulary: Vocabulary, sector_of: SectorOf) -> dict[str, str | None]:
    codes: dict[str, str | None] = dict.fromkeys(SYSTEMS) | vocabulary.codes_of(draft.type)
    beside = {name for other in drafts if other is not draft and _is_beside(draft, other) for name in other.types}
    sides = {role: {sector_of(head) for head in draft.heads(*roles)} for role, roles in ROLES.items()}
    plain = set(codes.values())
    holding = [rule for rule in vocabulary.code_rules if not rule.unless & plain and _holds(rule, draft, sides, beside)]
    for rule in sorted(holding, key=lambda rule: (rule.rank, rule.name)):
        codes |= rule.codes
    return codes


ROLES = {"agent": ("agent", "participant"), "patient": ("patient",)}


def _is_beside(draft: Draft, other: Draft) -> bool:
    return other.anchor.sent == draft.anchor.sent and other.status.polarity == "positive"


def _holds(rule: CodeRule, draft: Draft, sides: dict[str, set[str | None]], beside: set[str]) -> bool:
    """Whether every condition that the rule states is met."""
    return (
        rule.type in draft.types
        and (not rule.agents or bool(rule.agents & sides["agent"]))
        and (not rule.patients or bool(rule.patients & sides["patient"]))
        and (not rule.beside or bool(rule.beside & beside))
    )
