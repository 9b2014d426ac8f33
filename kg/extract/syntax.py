"""The parser's dialect translated once into neutral slots: subject, object, possessor, prepositions, clauses.

A slot holds heads of noun phrases. `subject` and `object` are the doer and the done-to whether the clause
is active or passive, finite or a participle, alone or coordinated; inherited ones are filled in.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from spacy.tokens import Token

SUBJECTS = frozenset({"nsubj", "csubj"})
PASSIVE_SUBJECTS = frozenset({"nsubjpass", "csubjpass"})
CLAUSES = frozenset({"xcomp", "ccomp", "advcl", "acl", "relcl", "pcomp"})
RELATIVES = frozenset({"who", "whom", "which", "that"})
SUBJECT_CONTROL = frozenset({"promise", "threaten", "vow", "pledge", "refuse", "agree", "offer"})
OBJECT_CONTROL = frozenset({"of", "for", "from", "with", "into"})
MAX_INHERITANCE = 6


@dataclass
class Slots:
    """Which heads fill which slot of a trigger, in the order of the text."""

    heads: dict[str, list[Token]] = field(default_factory=dict)

    def add(self, slot: str, heads: list[Token]) -> None:
        """Add heads to a slot, each once."""
        known = self.heads.setdefault(slot, [])
        known += [head for head in heads if head not in known]

    def get(self, slot: str) -> list[Token]:
        """The heads of a slot, none where it is empty."""
        return self.heads.get(slot, [])

    def take(self, other: "Slots") -> None:
        """Take over all that another holds, beside what is here."""
        for slot, heads in other.heads.items():
            self.add(slot, heads)

    def merge(self, other: "Slots", only: frozenset[str] | None = None) -> None:
        """Take over another's slots (all, or `only` these) where this one has nothing."""
        for slot, heads in other.heads.items():
            if not self.heads.get(slot) and (only is None or slot in only):
                self.add(slot, heads)


def children(token: Token, *labels: str) -> list[Token]:
    """The direct dependents with one of these labels."""
    return [child for child in token.children if child.dep_ in labels]


def coordinated(head: Token) -> list[Token]:
    """The head and what is joined to it by "and" or "or", nouns with nouns and verbs with verbs."""
    joined = [*_misread_conjuncts(head), head]
    for conjunct in children(head, "conj"):
        if is_verb(conjunct) == is_verb(head):
            joined += coordinated(conjunct)
    return joined


def _misread_conjuncts(head: Token) -> list[Token]:
    """A first conjunct that the parser made a modifier of the last: "the army and M23 rebels"."""
    return [child for child in children(head, "nmod", "compound") if child.i < head.i and children(child, "cc") and child.tag_[:2] == "NN"]


def is_verb(token: Token) -> bool:
    """Whether the token is a verb form (an auxiliary as main verb included)."""
    return token.pos_ in {"VERB", "AUX"}


def is_participle(verb: Token) -> bool:
    """Whether the verb is a past participle without a subject and auxiliary of its own: "recruits killed by"."""
    bare = verb.tag_ == "VBN" and verb.dep_ in CLAUSES and not children(verb, "aux", "auxpass", *SUBJECTS)
    return bare and not is_lost_root(verb)


def is_lost_root(verb: Token) -> bool:
    """Whether a misread past tense is the only verb of its sentence: "In the capital, a crowd demonstrated"."""
    return verb.dep_ == "acl" and not is_verb(verb.sent.root) and not children(verb, "agent") and verb.lower_.endswith("ed")


def is_passive(verb: Token) -> bool:
    """Whether the surface subject is the one that something is done to."""
    if children(verb, "auxpass", "nsubjpass", "csubjpass"):
        return True
    if verb.dep_ == "conj" and verb.tag_ == "VBN" and not children(verb, "aux", *SUBJECTS):
        return is_passive(verb.head)
    return is_participle(verb) and verb.dep_ != "ccomp"


def surface_subject(verb: Token, depth: int = 0) -> list[Token]:
    """Heads of the verb's surface subject: its own, else the one it inherits."""
    own = children(verb, *SUBJECTS, *PASSIVE_SUBJECTS)
    if not own and is_lost_root(verb):
        return coordinated(verb.head)
    if own:
        return [head for subject in own[-1:] for head in _resolved(subject, verb)]
    if depth > MAX_INHERITANCE or not is_verb(verb):
        return []
    return _inherited_subject(verb, depth + 1)


def _inherited_subject(verb: Token, depth: int) -> list[Token]:
    head = verb.head
    if verb.dep_ == "conj" and is_verb(head):
        return surface_subject(head, depth)
    if verb.dep_ in {"acl", "relcl"} and not is_verb(head):
        if verb.dep_ == "acl" and verb.tag_ == "VBG" and _after_comma(verb):
            return _clause_subject(head, depth)
        if verb.tag_ == "VB":
            return _possessor_or_subject(head, depth)
        return coordinated(head) if verb.dep_ == "acl" else []
    if verb.dep_ == "xcomp" and is_verb(head):
        objects = children(head, "dobj")
        if objects and head.lemma_ not in SUBJECT_CONTROL:
            return [item for found in objects for item in coordinated(found)]
        return surface_subject(head, depth)
    if verb.dep_ == "advcl" and is_verb(head) and not children(verb, "mark"):
        return surface_subject(head, depth)
    if verb.dep_ == "pcomp":
        blamed = children(head.head, "dobj", "nsubjpass") if head.lower_ in OBJECT_CONTROL and is_verb(head.head) else []
        return [item for found in blamed for item in coordinated(found)] or _clause_subject(head, depth)
    if verb.dep_ == "ccomp" and is_verb(head) and not children(verb, "mark"):
        return surface_subject(head, depth)
    return []


def _possessor_or_subject(noun: Token, depth: int) -> list[Token]:
    """Who an infinitive on a noun belongs to: "Russia's plan to attack", "they made a plan to attack"."""
    owners = [child for child in noun.children if child.dep_ == "poss"]
    return owners or _clause_subject(noun, depth)


def _clause_subject(token: Token, depth: int) -> list[Token]:
    """The subject of the clause around a token."""
    for ancestor in token.ancestors:
        if is_verb(ancestor):
            return surface_subject(ancestor, depth)
    return []


def _after_comma(token: Token) -> bool:
    left = next(token.subtree).i
    return left > 0 and token.doc[left - 1].text == ","


def _resolved(subject: Token, verb: Token) -> list[Token]:
    """The subject's coordinated heads; a relative pronoun stands for the noun its clause describes."""
    if subject.lower_ in RELATIVES and subject.tag_ in {"WP", "WDT", "IN"}:
        noun = next((token for token in (verb, *verb.ancestors) if token.dep_ == "relcl"), None)
        if noun is not None:
            return [noun.head]
    return coordinated(subject)


def verb_slots(verb: Token) -> Slots:
    """The filled slots of a verb."""
    slots = Slots()
    passive = is_passive(verb)
    slots.add("object" if passive else "subject", surface_subject(verb))
    for label, slot in (("dobj", "object"), ("attr", "complement"), ("acomp", "complement"), ("oprd", "complement")):
        slots.add(slot, [head for child in children(verb, label) for head in _resolved(child, verb)])
    slots.add("particle", children(verb, "prt", "advmod"))
    for child in verb.children:
        _add_phrase(slots, child)
    _add_shared(slots, verb, passive)
    if verb.dep_ == "relcl":
        _add_antecedent(slots, verb, passive)
    return slots


def _add_phrase(slots: Slots, child: Token) -> None:
    """Prepositional phrases and clauses of a verb or noun."""
    if child.dep_ == "agent":
        slots.add("subject", _objects_of(child))
        slots.add("by", _objects_of(child))
    elif child.dep_ == "prep" or (child.dep_ == "dative" and child.pos_ == "ADP"):
        for name, heads in _prepositions(child):
            slots.add(name, heads)
    elif child.dep_ == "dative":
        slots.add("indirect", coordinated(child))
    elif child.dep_ == "ccomp":
        slots.add("clause", [child])
    elif child.dep_ == "xcomp":
        slots.add("to-clause" if child.tag_ == "VB" else "ing-clause" if child.tag_ == "VBG" else "clause", [child])
    elif child.dep_ == "acl" and child.tag_ == "VB":
        slots.add("to-clause", [child])


def _prepositions(preposition: Token) -> Iterator[tuple[str, list[Token]]]:
    """The slot name and heads of a preposition, and of the ones chained to it ("from A to B", "out of")."""
    yield preposition.lower_, _objects_of(preposition)
    for child in children(preposition, "prep"):
        yield from _prepositions(child)
    for child in children(preposition, "conj"):
        if child.pos_ == "ADP":
            yield from _prepositions(child)


def _objects_of(preposition: Token) -> list[Token]:
    found = children(preposition, "pobj", "pcomp")
    return [head for child in found for head in (coordinated(child) if child.dep_ == "pobj" else [child])]


def _add_shared(slots: Slots, verb: Token, passive: bool) -> None:
    """Objects that coordinated verbs share to the right: "attacked and looted the village"."""
    if slots.get("object") or passive:
        return
    for conjunct in children(verb, "conj"):
        if is_verb(conjunct) and not children(conjunct, *SUBJECTS, "aux") and conjunct.i - verb.i <= 3:
            slots.add("object", [head for child in children(conjunct, "dobj") for head in coordinated(child)])


def _add_antecedent(slots: Slots, verb: Token, passive: bool) -> None:
    """What a relative clause describes: its object when that is missing, its place after "where"."""
    if any(child.lower_ == "where" for child in verb.children):
        slots.add("in", [verb.head])
    elif not slots.get("object") and not passive and slots.get("subject") != [verb.head]:
        slots.add("object", [verb.head])


def noun_slots(noun: Token) -> Slots:
    """The filled slots of a noun: possessor, modifiers, prepositions, and what participles on it add."""
    slots = Slots()
    slots.add("possessor", [head for child in children(noun, "poss") for head in coordinated(child)])
    slots.add("modifier", _modifiers(noun))
    for child in noun.children:
        _add_phrase(slots, child)
    return slots


def _modifiers(noun: Token) -> list[Token]:
    direct = children(noun, "amod", "compound", "nmod")
    if noun.i > 1 and noun.doc[noun.i - 1].text == "-":
        direct += children(noun.doc[noun.i - 2], "amod", "compound")
    return direct + [deeper for child in direct for deeper in _modifiers(child)]
