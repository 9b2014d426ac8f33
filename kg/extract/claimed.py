"""Which deed is meant where somebody only claims or denies a part in one: "The PKK **claimed responsibility**"."""

from collections.abc import Sequence

from kg.extract.drafts import Draft
from kg.extract.fillers import Filler
from kg.lexicon import load_groups
from kg.parsed import Token
from kg.vocabulary import Vocabulary

FAR = 120  # tokens, some four sentences
OWNED = frozenset({"subject", "possessor"})


def tie_claims(drafts: Sequence[Draft], vocabulary: Vocabulary) -> dict[int, Draft]:
    """Give claims without a "for" their topic; by the noun of each, the deed told last before it."""
    found: dict[int, Draft] = {}
    for number, draft in enumerate(drafts):
        noun = _part_in_it(draft)
        deed = _last_deed(noun, drafts[:number], vocabulary) if noun is not None else None
        if noun is not None and deed is not None:
            draft.fillers.append(Filler("topic", noun))
            found[noun.i] = deed
    return found


def _part_in_it(draft: Draft) -> Token | None:
    """The verb's noun that lays a deed on its subject, where no words say which: "claimed **responsibility**"."""
    rows = load_groups("charges")
    objects = [word for word in draft.candidate.words if word.dep_ == "dobj" and word.head == draft.anchor]
    nouns = [word for word in objects if any(row["doer"] in OWNED for row in rows.get(word.lemma_, ()))]
    return nouns[0] if nouns and not draft.heads("topic", "patient", "recipient") else None


def _last_deed(noun: Token, before: Sequence[Draft], vocabulary: Vocabulary) -> Draft | None:
    near = (draft for draft in reversed(before) if noun.i - draft.anchor.i < FAR)
    told = (d for d in near if d.status.modality == "actual" and d.status.polarity == "positive")
    deeds = (d for d in told if vocabulary.is_forceful(d.type) or vocabulary.is_consequence(d.type))
    return next(deeds, None)
