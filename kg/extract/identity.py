"""Which event mentions name one event: "opened fire" and, later, "the attack"."""

from collections.abc import Callable

from spacy.tokens import Token

from kg.extract.drafts import Draft
from kg.extract.phrases import phrase
from kg.extract.syntax import children
from kg.lexicon import load_lemmas
from kg.vocabulary import Vocabulary

DEFINITE = frozenset({"the", "this", "that", "these", "those"})
NEW = frozenset({"a", "an", "another", "other", "new", "more", "further", "two", "three", "several", "similar"})
COMPARED = ("agent", "patient", "participant", "place")
MANY = frozenset({"GPE", "LOC", "NORP", "FAC"})

SameEntity = Callable[[Token, Token], bool]


def identify_events(drafts: list[Draft], vocabulary: Vocabulary, same_entity: SameEntity) -> None:
    """Point each later mention to the first mention of its event; where nothing ties them, events stay apart."""
    for number, draft in enumerate(drafts):
        for earlier in reversed(drafts[:number]):
            if _is_same(draft, earlier, vocabulary, same_entity):
                draft.first = earlier.first or earlier
                break


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
    if draft.status.polarity != earlier.status.polarity:
        return False
    agreeing = [_roles_agree(draft, earlier, role, same_entity) for role in COMPARED]
    if agreeing[1] and _is_one_death(draft, earlier, vocabulary, same_entity):
        return agreeing[0] is not False
    if not _types_agree(draft, earlier) or not _dates_agree(draft, earlier):
        return False
    again = _is_named_again(draft)
    if False in (agreeing[:3] if again else agreeing):
        return False
    if vocabulary.is_policy(draft.type) and _is_noun(draft.anchor) and _is_noun(earlier.anchor):
        return True
    return (
        again
        or _is_told_within(draft, earlier)
        or True in agreeing[1:3]
        or (True in agreeing and draft.type == earlier.type)
    )


def _is_named_again(draft: Draft) -> bool:
    """Whether the words only point back: "the blast was heard", "the attack by the rebels", not "a blast"."""
    bare = not draft.heads("patient", "agent", "participant")
    return (bare and not _is_new(draft.anchor)) or (_is_definite(draft.anchor) and not draft.heads("patient"))


def _is_told_within(draft: Draft, earlier: Draft) -> bool:
    """Whether the later mention stands in a clause about a filler of the earlier: "hit by a bomb that exploded"."""
    fillers = {filler.head.i for filler in earlier.fillers}
    return any(
        token.dep_ in {"relcl", "acl"} and token.head.i in fillers for token in (draft.anchor, *draft.anchor.ancestors)
    )


def _types_agree(draft: Draft, earlier: Draft) -> bool:
    return draft.type in earlier.types or earlier.type in draft.types


def _is_one_death(draft: Draft, earlier: Draft, vocabulary: Vocabulary, same_entity: SameEntity) -> bool:
    """Whether both tell how one person was killed, as nobody dies twice: "shot Ruiz", "the murder of Ruiz"."""
    fatal = [_is_fatal(draft), _is_fatal(earlier)]
    if not any(fatal) or not _share_person(draft, earlier, same_entity):
        return False
    others = [other for other, kills in zip((draft, earlier), fatal, strict=True) if not kills]
    apart = draft.anchor.sent != earlier.anchor.sent
    return all(vocabulary.is_causing(other.type) and apart and _dates_agree(draft, earlier) for other in others)


def _is_fatal(draft: Draft) -> bool:
    return draft.anchor.lemma_.lower() in load_lemmas("fatal")


def _share_person(draft: Draft, earlier: Draft, same_entity: SameEntity) -> bool:
    """Whether one bearer of a name is done harm to in both."""
    pairs = [(one, other) for one in draft.heads("patient") for other in earlier.heads("patient")]
    return any(
        (_is_bearer(one) or _is_bearer(other)) and (same_entity(one, other) or _share_name(one, other))
        for one, other in pairs
    )


def _is_bearer(head: Token) -> bool:
    """Whether a name can be one person's, not that of a place or a people."""
    return head.tag_ == "NNP" and head.ent_type_ not in MANY


def _dates_agree(draft: Draft, earlier: Draft) -> bool:
    """Whether one date lies within the other, as 6 May does in May; an open date agrees with any."""
    if draft.date is None or earlier.date is None or not draft.date.value or not earlier.date.value:
        return True
    first, last = _bounds(draft.date.value)
    start, end = _bounds(earlier.date.value)
    return (first >= start and last <= end) or (start >= first and end <= last)


def _bounds(value: str) -> tuple[str, str]:
    """The first and last day of an ISO date, so written that they sort: a month goes on to its "9"s."""
    start, _, end = value.partition("/")
    return start, (end or start) + "~"


def _roles_agree(draft: Draft, earlier: Draft, role: str, same_entity: SameEntity) -> bool | None:
    """True if a filler is shared, False if the fillers differ, None if one side leaves the role open or unnamed."""
    mine, theirs = draft.heads(role), earlier.heads(role)
    if not mine or not theirs:
        return None
    if any(same_entity(one, other) or _share_name(one, other) for one in mine for other in theirs):
        return True
    described = role == "agent" and not (_has_name(mine) and _has_name(theirs))
    return None if described else False


def _share_name(one: Token, other: Token) -> bool:
    """Whether one name holds the other: "Ana Ruiz" and "Ruiz"."""
    if one.pos_ != "PROPN" or other.pos_ != "PROPN":
        return False
    short, long = sorted((_name(one), _name(other)), key=len)
    return bool(short) and set(short) <= set(long)


def _name(head: Token) -> list[str]:
    return [token.lower_ for token in phrase(head) if token.pos_ == "PROPN"]


def _has_name(heads: list[Token]) -> bool:
    return any(head.pos_ == "PROPN" for head in heads)


def _is_noun(anchor: Token) -> bool:
    return anchor.tag_.startswith("NN")


def _is_new(anchor: Token) -> bool:
    """Whether the words bring in a further event: "a blast", "another raid", "attacks"; "the blast" names one again."""
    if not _is_noun(anchor):
        return False
    marks = {child.lower_ for child in anchor.lefts}
    return bool(marks & NEW) or (anchor.tag_ == "NNS" and not marks & DEFINITE)


def _is_definite(anchor: Token) -> bool:
    return _is_noun(anchor) and any(child.lower_ in DEFINITE for child in children(anchor, "det"))
