"""Words that point back to an event told before: "the attack", "this blast", "attacked it **by throwing** grenades"."""


from kg.extract.agreement import SameEntity
from kg.extract.drafts import Draft
from kg.extract.parties import is_victim
from kg.extract.presupposed import carries
from kg.extract.syntax import SUBJECTS, children
from kg.lexicon import load_lemmas
from kg.parsed import Token

DEFINITE = frozenset({"the", "this", "that", "these", "those"})
FURTHER = frozenset({"another", "second", "third", "fourth", "further", "more"})
NEW = frozenset({"a", "an", "another", "other", "new", "more", "further", "two", "three", "several", "similar"})


def tells_again(draft: Draft, earlier: Draft, same_entity: SameEntity) -> bool:
    """Whether the later mention's words take up the earlier: its clause, its victims, what it left open."""
    return (
        is_named_again(draft)
        or _is_told_within(draft, earlier)
        or _is_set_in(draft, earlier)
        or _is_completed(draft, earlier)
        or _strikes_again(draft, earlier, same_entity)
    )


def is_named_again(draft: Draft) -> bool:
    """Whether the words only point back: "the blast was heard", "the attack by the rebels", not "a blast"."""
    bare = not draft.heads("patient", "agent", "participant")
    definite = is_definite(draft.anchor) or is_definite(_carried(draft))
    new = _is_new(draft.anchor) or any(_is_further(means) for means in draft.heads("instrument"))
    return (bare and not new) or (definite and not draft.heads("patient"))


def _carried(draft: Draft) -> Token:
    """The noun that tells the event where a verb only carries it: "carried out **the attack**"; else the anchor."""
    nouns = [word for word in draft.candidate.words if word.dep_ == "dobj" and word.head == draft.anchor]
    return nouns[0] if nouns and carries(draft.anchor) else draft.anchor


def _is_completed(draft: Draft, earlier: Draft) -> bool:
    """Whether "the attack on the convoy" says whom an attack befell of which that was not told.

    Of a death that points back to another's it was: "She died. After the murder he spoke of **the murder of Ruiz**".
    """
    deadly = draft.anchor.lemma_.lower() in load_lemmas("fatal")
    told = earlier.heads("patient") or (deadly and earlier.first and earlier.first.heads("patient"))
    return is_definite(draft.anchor) and bool(draft.heads("patient")) and not told


def is_manner(draft: Draft, earlier: Draft) -> bool:
    """Whether the later verb tells how the earlier went on: "attacked the post **by throwing** grenades"."""
    verb = draft.anchor.head if draft.anchor.dep_ == "pcomp" else draft.anchor
    bare = draft.anchor.tag_ == "VBG" and not children(draft.anchor, *SUBJECTS, "mark")
    by = draft.anchor.dep_ == "advcl" or verb.lower_ == "by"
    return bare and by and verb.head == earlier.anchor


def _strikes_again(draft: Draft, earlier: Draft, same_entity: SameEntity) -> bool:
    """Whether a definite mention befalls what the earlier hit or killed: "blasts hit a bridge", "the attack on it"."""
    pairs = [(one, other) for one in draft.heads("patient") + draft.struck for other in earlier.struck]
    return is_definite(draft.anchor) and any(same_entity(one, other) for one, other in pairs)


def shares_means(draft: Draft, earlier: Draft, same_entity: SameEntity) -> bool:
    """Whether one bomb goes off in both: "two devices exploded", "a bomb left in a car **exploded**"."""
    pairs = [(one, other) for one in draft.heads("instrument") for other in earlier.heads("instrument")]
    return any(one == other or (is_definite(one) and same_entity(one, other)) for one, other in pairs)


def names_victims(draft: Draft, earlier: Draft) -> bool:
    """Whether the later mention says who those are whom the earlier only described: "the victim was **Ana Ruiz**"."""
    named = is_victim(draft.anchor) and is_definite(draft.anchor) and draft.heads("patient")
    return bool(named) and all(head.pos_ == "NOUN" for head in earlier.heads("patient"))


def _is_told_within(draft: Draft, earlier: Draft) -> bool:
    """Whether the later mention stands in a clause about a filler of the earlier: "hit by a bomb that exploded"."""
    fillers = {filler.head.i for filler in earlier.fillers}
    return any(
        token.dep_ in {"relcl", "acl"} and token.head.i in fillers for token in (draft.anchor, *draft.anchor.ancestors)
    )


def _is_set_in(draft: Draft, earlier: Draft) -> bool:
    """Whether a phrase before a verb announces what that tells: "In a further **attack**, a bridge was blown up"."""
    phrase = earlier.anchor.head
    bare = is_noun(earlier.anchor) and not earlier.heads("patient", "agent", "participant")
    return bare and phrase.lower_ == "in" and phrase.dep_ == "prep" and phrase.head == draft.anchor


def is_noun(anchor: Token) -> bool:
    """Whether a noun tells the event."""
    return anchor.tag_.startswith("NN")


def _is_new(anchor: Token) -> bool:
    """Whether the words bring in a further event: "a blast", "another raid", "attacks"; "the blast" names one again."""
    if not is_noun(anchor):
        return False
    marks = {child.lower_ for child in anchor.lefts}
    return bool(marks & NEW) or (anchor.tag_ == "NNS" and not marks & DEFINITE)


def _is_further(means: Token) -> bool:
    """Whether the words bring in one more of something: "**another** bomb went off", "a **second** device"."""
    return any(child.lower_ in FURTHER for child in means.lefts)


def is_definite(anchor: Token) -> bool:
    """Whether the words speak of something known: "the blast", "this raid"."""
    return is_noun(anchor) and any(child.lower_ in DEFINITE for child in children(anchor, "det"))
