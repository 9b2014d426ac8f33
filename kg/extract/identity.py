"""Which event mentions name one event: "opened fire" and, later, "the attack"."""

from collections.abc import Container, Iterator
from itertools import takewhile

from kg.extract.agreement import SameEntity, counts_agree, dates_agree, roles_agree, share_name, types_agree
from kg.extract.drafts import Draft
from kg.extract.retellings import (
    is_definite,
    is_manner,
    is_named_again,
    is_noun,
    names_victims,
    shares_means,
    tells_again,
)
from kg.lexicon import load_lemmas
from kg.parsed import Token
from kg.vocabulary import Vocabulary

COMPARED = ("agent", "patient", "participant", "place")
UNSURE = frozenset({"possible", "planned", "threatened", "demanded", "conditional"})
MAX_REACH = 100  # words: an event of the very class further back is another
MANY = frozenset({"GPE", "LOC", "NORP", "FAC"})


def take_up_classes(drafts: list[Draft], vocabulary: Vocabulary) -> None:
    """Let words that may tell several classes tell that of the last such event: "a boiler burst", "**the blast**".

    So do those joined to it: "a crash and **explosion**".
    """
    told: dict[int, Draft] = {}
    for draft in drafts:
        if not draft.heads("agent", "patient", "participant", "instrument"):
            joined = [told[i] for i in sorted(token.i for token in draft.anchor.conjuncts) if i in told]
            if joined or is_definite(draft.anchor):
                _take_up_class(draft, joined or list(told.values()), vocabulary)
        told[draft.anchor.i] = draft


def identify_events(drafts: list[Draft], vocabulary: Vocabulary, same_entity: SameEntity) -> None:
    """Point each later mention to the first mention of its event; where nothing ties them, events stay apart."""
    fatal = {id(draft) for draft in drafts if _is_fatal(draft)}
    for number, draft in enumerate(drafts):
        before = drafts[:number]
        near = before if id(draft) in fatal else _may_be_one(draft, before, fatal)
        alike = (other for other in reversed(near) if _is_same(draft, other, vocabulary, same_entity))
        told = _plainest(draft, alike) or _death_told(draft, before, same_entity)
        draft.first = told and (told.first or told)


def _may_be_one(draft: Draft, before: list[Draft], fatal: Container[int]) -> list[Draft]:
    """Those told before that may be the same event by their class, or as words of death."""
    one, kinds = draft.type, draft.types
    return [other for other in before if other.type in kinds or one in other.types or id(other) in fatal]


def _plainest(draft: Draft, alike: Iterator[Draft]) -> Draft | None:
    """The last event that may be the same; rather one of the very class in its sentence: "the attack", "attacked".

    Of a class below the last one's an earlier one of that: "the **suicide** bombing" is no roadside bomb.
    """
    last = next(alike, None)
    if last is None or last.type == draft.type:
        return last
    if last.type in draft.types:
        near = takewhile(lambda other: draft.anchor.i - other.anchor.i < MAX_REACH, alike)
        return next((other for other in near if other.type == draft.type), last)
    beside = takewhile(lambda other: other.anchor.sent == last.anchor.sent, alike)
    return next((other for other in beside if other.type == draft.type), last)


def _take_up_class(draft: Draft, before: list[Draft], vocabulary: Vocabulary) -> None:
    """Give a draft the class of the last event its noun may tell, unless one of its very class stands beside that."""
    classes = {trigger.evokes for trigger in vocabulary.by_anchor.get(("noun", draft.anchor.lemma_.lower()), ())}
    told = next((other for other in reversed(before) if other.type in classes), None)
    if told is not None and not any(o.type == draft.type and o.anchor.sent == told.anchor.sent for o in before):
        draft.type, draft.types = told.type, told.types


def name_events(drafts: list[Draft]) -> dict[int, str]:
    """The best name of each event told more than once, by the id of its first draft: its commonest longer label."""
    labels: dict[int, list[str]] = {}
    for draft in drafts:
        labels.setdefault(id(draft.first or draft), []).append(draft.label)
    return {event: _best(found) for event, found in labels.items() if len(found) > 1}


def _best(labels: list[str]) -> str:
    described = [label for label in labels if " " in label] or labels
    return max(described, key=lambda label: (described.count(label), len(label), label))


def _is_same(draft: Draft, earlier: Draft, vocabulary: Vocabulary, same_entity: SameEntity) -> bool:
    akin = draft.types[-1] == earlier.types[-1] or _is_fatal(draft) or _is_fatal(earlier)
    if draft.status.polarity != earlier.status.polarity or not akin:
        return False
    if _is_one_death(draft, earlier, vocabulary, same_entity):
        return roles_agree(draft, earlier, "agent", same_entity) is not False
    if not (_can_be_one(draft, earlier) and dates_agree(draft, earlier) and counts_agree(draft, earlier)):
        return False
    agreeing = [roles_agree(draft, earlier, role, same_entity) for role in COMPARED]
    if is_manner(draft, earlier) or shares_means(draft, earlier, same_entity) or names_victims(draft, earlier):
        return agreeing[0] is not False
    if False in (agreeing[:3] if is_named_again(draft) else agreeing):
        return False
    linked = _is_one_policy(draft, earlier, vocabulary) or _shares_party(draft, earlier, agreeing)
    return linked or tells_again(draft, earlier, same_entity)


def _can_be_one(draft: Draft, earlier: Draft) -> bool:
    """Whether classes and modality allow one event: not "rioting is feared" and the night before.

    What was threatened may have come to pass later, but not in what is told without "the": "some **300 killings**".
    """
    deadly = is_definite(draft.anchor) and _is_fatal(draft) and _is_fatal(earlier)
    feared = is_noun(draft.anchor) and draft.status.modality in UNSURE and earlier.status.modality not in UNSURE
    new = draft.status.modality == "actual" and earlier.status.modality == "threatened"
    told = not (feared or new) or is_definite(draft.anchor)
    return told and (deadly or types_agree(draft, earlier))


def _is_one_policy(draft: Draft, earlier: Draft, vocabulary: Vocabulary) -> bool:
    return vocabulary.is_policy(draft.type) and is_noun(draft.anchor) and is_noun(earlier.anchor)


def _shares_party(draft: Draft, earlier: Draft, agreeing: list[bool | None]) -> bool:
    """Whether both befall one party, or one party or place has its part in two events of one class."""
    return True in agreeing[1:3] or (True in agreeing and draft.type == earlier.type)


def _is_one_death(draft: Draft, earlier: Draft, vocabulary: Vocabulary, same_entity: SameEntity) -> bool:
    """Whether both tell how one person was killed, as nobody dies twice: "shot Ruiz", "the murder of Ruiz"."""
    fatal = [_is_fatal(draft), _is_fatal(earlier)]
    if not any(fatal) or not _share_person(draft, earlier, same_entity):
        return False
    others = [other for other, kills in zip((draft, earlier), fatal, strict=True) if not kills]
    apart = draft.anchor.sent != earlier.anchor.sent
    return all(vocabulary.is_causing(other.type) and apart and dates_agree(draft, earlier) for other in others)


def _death_told(draft: Draft, before: list[Draft], same_entity: SameEntity) -> Draft | None:
    """The last death of one person by name where "the politician's murder" tells it again of nobody told before."""
    victims = draft.heads("patient")
    if not (_is_fatal(draft) and is_noun(draft.anchor) and len(victims) == 1 and _is_described(victims[0])):
        return None
    if any(same_entity(victims[0], filler.head) for other in before for filler in other.fillers):
        return None
    dead = (other for other in reversed(before) if _is_fatal(other) and other.heads("patient"))
    told = next(dead, None)
    alone = told is not None and len(told.heads("patient")) == 1 and _is_bearer(told.heads("patient")[0])
    return told if told is not None and alone and dates_agree(draft, told) else None


def _is_described(head: Token) -> bool:
    """Whether the words describe one person known to the reader: "the politician", "the slain judge"."""
    row = load_lemmas("nouns").get(head.lemma_.lower())
    return head.tag_ == "NN" and is_definite(head) and row is not None and row["class"] == "Person"


def _is_fatal(draft: Draft) -> bool:
    return draft.anchor.lemma_.lower() in load_lemmas("fatal")


def _share_person(draft: Draft, earlier: Draft, same_entity: SameEntity) -> bool:
    """Whether one bearer of a name is done harm to in both."""
    pairs = [(one, other) for one in draft.heads("patient") for other in earlier.heads("patient")]
    return any(
        (_is_bearer(one) or _is_bearer(other)) and (same_entity(one, other) or share_name(one, other))
        for one, other in pairs
    )


def _is_bearer(head: Token) -> bool:
    """Whether the words can mean one person: a name that is no place's or people's, or "the judge"."""
    return (head.tag_ == "NNP" and head.ent_type_ not in MANY) or (head.tag_ == "NN" and is_definite(head))
