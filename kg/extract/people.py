"""Who must be people since they are counted by heads: the "six" that were killed, the "Mora" that was kidnapped."""

from collections.abc import Iterable

from kg.extract.drafts import Draft, counted
from kg.extract.entities import Cast
from kg.parsed import Token
from kg.vocabulary import Vocabulary

BODILY = frozenset({"killed", "injured", "detained", "abducted"})
ONE = frozenset({"one", "1"})


def tell_people(drafts: Iterable[Draft], cast: Cast, vocabulary: Vocabulary) -> None:
    """Let those whom an event counts be a person or a group where their words leave it open."""
    for draft in drafts:
        measure = vocabulary.measure_of(draft.type)
        for head in counted(draft) if measure is not None else ():
            if measure in BODILY or (head.pos_ != "PROPN" and head in draft.heads("agent", "participant")):
                cast.let_be(head, "Person" if _is_one(head) else "Group")


def _is_one(head: Token) -> bool:
    return head.lower_ in ONE or head.tag_ in {"NN", "NNP"}
