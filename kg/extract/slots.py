"""The grammatical places around a verb or noun, filled with the heads of phrases, under neutral names.

`subject` and `object` are the doer and the done-to whether the clause is active or passive, finite or a
participle, alone or coordinated; a preposition is a slot of its own name.
"""

from dataclasses import dataclass, field

from kg.extract.described import without_captive
from kg.extract.prepositions import doers_in, named_phrases, objects_of, phrases_of_tellers, phrases_past_place
from kg.extract.subjects import resolved, surface_subject
from kg.extract.syntax import PASSIVE_SUBJECTS, SUBJECTS, children, coordinated, is_passive, is_verb
from kg.lexicon import load_lemmas
from kg.parsed import Token, once

MAX_SHARING = 3
ADJACENT = 2
LABELS = {"dobj": "object", "attr": "complement", "acomp": "complement", "oprd": "complement"}
PREPOSITIONS = frozenset({"on", "upon", "against"})


@dataclass
class Slots:
    """Which heads fill which slot of a trigger, in the order of the text."""

    heads: dict[str, list[Token]] = field(default_factory=dict)

    def add(self, slot: str, heads: list[Token]) -> None:
        """Add heads to a slot, each once."""
        known = self.heads.setdefault(slot, [])
        known += [head for head in heads if head not in known]

    def copy(self) -> "Slots":
        """The same heads in the same slots, to be changed apart from these."""
        return Slots({slot: [*heads] for slot, heads in self.heads.items()})

    def get(self, slot: str) -> list[Token]:
        """The heads of a slot, none where it is empty."""
        return self.heads.get(slot, [])

    def move(self, heads: list[Token], slot: str) -> None:
        """Put heads into a slot, out of all others."""
        for others in self.heads.values():
            others[:] = [head for head in others if head not in heads]
        self.add(slot, heads)

    def take(self, other: "Slots") -> None:
        """Take over all that another holds, beside what is here."""
        for slot, heads in other.heads.items():
            self.add(slot, heads)

    def merge(self, other: "Slots", only: frozenset[str] | None = None) -> None:
        """Take over another's slots (all, or `only` these) where this one has nothing."""
        for slot, heads in other.heads.items():
            if not self.heads.get(slot) and (only is None or slot in only):
                self.add(slot, heads)


def verb_slots(verb: Token) -> Slots:
    """The filled slots of a verb, for the caller to change."""
    return _verb_slots(verb).copy()


@once
def _verb_slots(verb: Token) -> Slots:
    slots = Slots()
    passive = is_passive(verb)
    slots.add("object" if passive else "subject", surface_subject(verb))
    for label, slot in LABELS.items():
        slots.add(slot, [head for child in children(verb, label) for head in resolved(child, verb)])
    slots.heads["object"] = without_captive(slots.get("object"))
    if len(slots.get("subject")) > 1:
        slots.add("subjects", slots.get("subject"))
    slots.add("particle", children(verb, "prt", "advmod"))
    for child in verb.children:
        _add_phrase(slots, child)
    for phrase in (*phrases_of_tellers(verb), *phrases_past_place(verb)):
        slots.add("subject", objects_of(phrase))
    _read_particle(slots, verb)
    _add_shared(slots, verb, passive)
    if verb.dep_ == "relcl":
        _add_antecedent(slots, verb, passive)
    return slots


def _read_particle(slots: Slots, verb: Token) -> None:
    """Give a preposition that the parser took for a particle what follows it: "called **on unions** to march"."""
    for word in children(verb, "prt"):
        objects = children(verb, "dobj") if word.lower_ in PREPOSITIONS else []
        if objects and objects[0].subtree[0].i == word.i + 1:
            slots.move([*slots.get("object")], word.lower_)


def _add_phrase(slots: Slots, child: Token) -> None:
    """Prepositional phrases and clauses of a verb or noun; "targeting" is as good as "against"."""
    if child.dep_ == "agent":
        doers = doers_in(child)
        slots.add("subject", doers)
        slots.add("by", doers)
    elif child.dep_ == "prep" or (child.dep_ == "dative" and child.pos_ == "ADP"):
        for name, heads in named_phrases(child):
            slots.add(name, heads)
    elif child.dep_ == "dative":
        slots.add("indirect", coordinated(child))
    elif child.lemma_ == "target" and child.tag_ == "VBG":
        slots.add("against", [head for aim in children(child, "dobj") for head in coordinated(aim)])
    elif _is_clause(child):
        _add_clause(slots, child)
    elif child.dep_ == "xcomp":
        slots.add("to-clause" if child.tag_ == "VB" else "ing-clause" if child.tag_ == "VBG" else "clause", [child])
    elif child.dep_ in {"acl", "relcl"} and child.tag_ == "VB" and not children(child, *SUBJECTS, *PASSIVE_SUBJECTS):
        slots.add("to-clause", [child])


def _is_clause(child: Token) -> bool:
    """Whether a clause with a subject of its own tells what is said, wished or asked for."""
    owned = child.dep_ == "acl" and children(child, *SUBJECTS, *PASSIVE_SUBJECTS)
    return child.dep_ == "ccomp" or bool(owned) or (child.dep_ == "advcl" and _is_for(child))


def _is_for(clause: Token) -> bool:
    """Whether "for" opens an infinitive with a subject: "called **for** talks to resume"."""
    return any(mark.lower_ == "for" for mark in children(clause, "mark"))


def _add_clause(slots: Slots, clause: Token) -> None:
    """A clause and who or what it is about: "urged that **Israel** leave", "called for **talks** to resume"."""
    slots.add("clause", [clause])
    slots.add("for", [clause] if _is_for(clause) else [])
    subjects = children(clause, *SUBJECTS, *PASSIVE_SUBJECTS)
    slots.add("clause-subject", [head for own in subjects for head in coordinated(own)])


def _add_shared(slots: Slots, verb: Token, passive: bool) -> None:
    """Objects and doers that coordinated verbs share to the right: "attacked and looted **the village**"."""
    if passive:
        slots.add("subject", _shared_doer(verb))
    if slots.get("object") or passive:
        return
    for conjunct in children(verb, "conj"):
        if is_verb(conjunct) and not children(conjunct, *SUBJECTS, "aux") and conjunct.i - verb.i <= MAX_SHARING:
            slots.add("object", [head for child in children(conjunct, "dobj") for head in coordinated(child)])


def _shared_doer(verb: Token) -> list[Token]:
    """Who is behind the passive that a passive without a doer is joined to: "was shot and killed **by guards**"."""
    if children(verb, "agent") or verb.lemma_ in load_lemmas("outcomes"):
        return []
    joined = [other for other in children(verb, "conj") if other.tag_ == "VBN" and other.i - verb.i <= ADJACENT]
    bare = [other for other in joined if not children(other, "aux", "auxpass", *SUBJECTS, *PASSIVE_SUBJECTS)]
    doers = [head for other in bare for agent in children(other, "agent") for head in objects_of(agent)]
    return doers or [head for other in bare for head in _shared_doer(other)]


def _add_antecedent(slots: Slots, verb: Token, passive: bool) -> None:
    """What a relative clause describes: its object when that is missing, its place after "where"."""
    if any(child.lower_ == "where" for child in verb.children):
        slots.add("in", [verb.head])
    elif not slots.get("object") and not passive and not _is_subject_clause(slots, verb):
        slots.add("object", [verb.head])


def _is_subject_clause(slots: Slots, verb: Token) -> bool:
    """Whether a relative clause tells what its antecedent does: "the army **that shelled** the town"."""
    antecedents = coordinated(verb.head.head if verb.head.dep_ in {"conj", "pobj"} else verb.head)
    return bool({*slots.get("subject")} & {verb.head, *antecedents})


def complement_slots(adjective: Token) -> Slots:
    """What an adjective is about: "ready to talk", "sceptical of the deal"."""
    slots = Slots()
    for child in adjective.children:
        _add_phrase(slots, child)
    return slots


def noun_slots(noun: Token) -> Slots:
    """The filled slots of a noun: possessor, modifiers, prepositions, and what participles on it add.

    What follows it tells of it too where the parser hangs that on the noun before: "protests and **riots** in Gao".
    """
    slots = Slots()
    slots.add("possessor", [head for child in children(noun, "poss") for head in coordinated(child)])
    slots.add("modifier", _modifiers(noun))
    strays = phrases_of_tellers(noun.head.head) if noun.dep_ == "pobj" else []
    for child in noun.children:
        if child not in strays:
            _add_phrase(slots, child)
    if noun.dep_ == "conj" and noun.head.pos_ == "NOUN":
        for child in children(noun.head, "prep"):
            if child.i > noun.i and child.lower_ != "on":  # where one was may be what the other struck
                _add_phrase(slots, child)
    return slots


def _modifiers(noun: Token) -> list[Token]:
    direct = children(noun, "amod", "compound", "nmod")
    if noun.i > 1 and noun.doc[noun.i - 1].text == "-":
        direct += children(noun.doc[noun.i - 2], "amod", "compound")
    return direct + [deeper for child in direct if child.pos_ != "PROPN" for deeper in _modifiers(child)]
