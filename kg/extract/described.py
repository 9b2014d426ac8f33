"""What a clause that hangs on a word tells of it: "youths **trying** to storm the gate", "willing to **fight**"."""

from kg.extract.presupposed import is_to_infinitive
from kg.extract.syntax import children, coordinated, is_verb
from kg.lexicon import load_lemmas
from kg.parsed import Token

BODIES = frozenset({"ORG", "GPE", "LOC", "NORP", "FAC"})
SCENES = frozenset({"GPE", "LOC", "FAC"})
SITES = frozenset({"Facility", "Place", "Vehicle", "Settlement", "Region"})
CAPTIVE = frozenset({"hostage", "captive", "prisoner"})
PLURAL = frozenset({"are", "were", "have"})
FINITE = frozenset({"VBD", "VBZ", "VBP"})
COMMON = frozenset({"NN", "NNS"})


def adjective_above(verb: Token) -> Token | None:
    """The adjective that an infinitive or gerund completes: "they are **willing** to fight"."""
    word = verb.head if verb.dep_ == "xcomp" else verb.head.head if verb.dep_ == "pcomp" else None
    if word is None or word.pos_ != "ADJ" or word.dep_ not in {"acomp", "oprd"}:
        return None
    return word if is_verb(word.head) else None


def tried_by(verb: Token) -> Token | None:
    """Whom an adverbial "trying to" right behind a noun describes: "fired at **youths** trying to storm the gate"."""
    goals = [goal for goal in children(verb, "xcomp") if is_to_infinitive(goal)]
    if verb.dep_ != "advcl" or verb.tag_ != "VBG" or not goals or children(verb, "mark"):
        return None
    before = verb.nbor(-1) if verb.i else verb
    theirs = any(child.tag_ == "PRP" for goal in goals for child in children(goal, "dobj"))
    return before if before.dep_ in {"dobj", "pobj"} and _is_person(before) and not theirs else None


def described(noun: Token) -> list[Token]:
    """The noun with what is joined to it; for a mere "those" whom it stands for: "those killed were **nuns**"."""
    if noun.lower_ == "those" and noun.dep_ == "nsubj" and noun.head.lemma_ == "be":
        return [head for named in children(noun.head, "attr") for head in coordinated(named)] or [noun]
    if noun.lower_ == "those" and noun.dep_ == "pobj" and noun.head.lower_ == "among":
        return children(noun.head.head, "nsubj", "attr") or [noun]
    return coordinated(noun)


def told_of(noun: Token) -> Token:
    """Of two nouns the one that a participle behind them tells of: "left two nuns dead and **a boy** injured"."""
    after = noun.doc[noun.i + 1 : noun.i + 3]
    parted = [token.dep_ for token in after] == ["amod", "cc"] and after[0].head == noun
    return children(noun, "conj")[-1] if parted and children(noun, "conj") else noun


def user_of(noun: Token) -> Token:
    """Who rides, drives or carries a thing that the parser hung a verb on: "**men** riding a motorcycle clashed"."""
    verb = noun.head
    return verb.head if noun.dep_ == "dobj" and verb.dep_ == "acl" and verb.tag_ == "VBG" else noun


def is_made_to(verb: Token) -> bool:
    """Whether an infinitive that seems to describe people tells what they do: "forced the residents **to flee**".

    Not so "found someone to blame".
    """
    people = verb.head.dep_ == "dobj" and verb.head.tag_ != "CD" and class_of(verb.head) in {"Person", "Group"}
    return people and is_to_infinitive(verb) and any(child.dep_ not in {"aux", "punct"} for child in verb.children)


def is_message(noun: Token) -> bool:
    """Whether a noun is somebody's words, which do what he does: "**leaflets** claiming responsibility"."""
    row = load_lemmas("holders").get(noun.lemma_.lower())
    return row is not None and row["means"] == "words"


def antecedents(clause: Token, pronoun: Token) -> list[Token]:
    """What a relative clause describes; of joined nouns the last, or all: "the mayor and his aide**, who** fled"."""
    noun = _past_scene(_antecedent(clause.head, pronoun), clause)
    items = [item for item in coordinated(noun.head if noun.dep_ == "conj" else noun) if item.i < pronoun.i]
    if noun not in items or len(items) == 1:
        return [noun]
    parted = pronoun.nbor(-1).text == ","
    finite = next(iter(children(clause, "aux", "auxpass")), clause)
    if finite.lower_ in PLURAL or finite.tag_ == "VBP":
        return items if parted else [items[-1]]
    return items if parted and finite.tag_ == "VBD" and finite.lower_ != "was" and noun == items[0] else [items[-1]]


def _antecedent(noun: Token, pronoun: Token) -> Token:
    """The noun above one that only dates or places it: "the **raid** on 5 May that", "**men** of the army who"."""
    above = noun.head.head if noun.dep_ == "pobj" and noun.head.dep_ == "prep" else noun
    dated = noun.ent_type_ in {"DATE", "TIME"}
    bodied = pronoun.lower_ in {"who", "whom"} and noun.ent_type_ in BODIES and _is_person(above)
    return above if dated or bodied else noun


def _past_scene(noun: Token, clause: Token) -> Token:
    """What did harm, where a clause with "which" hangs on its place: "laid a **bomb** in Gao, which killed ten"."""
    found = noun
    harms = clause.lemma_ in load_lemmas("transitives") and children(clause, "dobj") and noun.ent_type_ in SCENES
    while harms and (found.ent_type_ in SCENES or class_of(found) in SITES) and found.dep_ == "pobj":
        above = found.head.head
        weapons = [word for word in children(above, "dobj", "nsubj") if is_weapon(word)] if is_verb(above) else []
        found = above if not is_verb(above) else weapons[0] if weapons else noun
        if found is noun:
            break
    return found


def without_captive(objects: list[Token]) -> list[Token]:
    """Whom "hostage" tells of in its place: "took hostage **the son**", "take **the tourists** hostage"."""
    captive = next((word for word in objects if word.lower_ in CAPTIVE), None)
    if captive is None:
        return objects
    beside = [child for child in children(captive, "compound", "nmod") if child.tag_ == "NNS"]
    return [word for word in objects if word != captive] or beside or objects


def after_comma(token: Token) -> bool:
    """Whether a comma parts a phrase or clause from the words before it."""
    left = token.subtree[0].i
    return left > 0 and token.doc[left - 1].text == ","


def is_weapon(noun: Token) -> bool:
    """Whether a noun is a weapon, which does nothing of its own will."""
    return class_of(noun) == "Weapon"


def _is_person(noun: Token) -> bool:
    return class_of(noun) in {"Person", "Group"}


def class_of(noun: Token) -> str:
    """What the table of nouns calls a noun, by its last two words or its last."""
    pair = f"{noun.nbor(-1).lower_} {noun.lemma_.lower()}" if noun.i else ""
    table = load_lemmas("nouns")
    row = table.get(pair) or table.get(noun.lemma_.lower())
    return row["class"] if row is not None else ""


def stranded_subject(verb: Token) -> list[Token]:
    """A subject hung on the place before it: "In Mesa, Puebla, **workers** marched"."""
    if verb.tag_ not in FINITE or verb.dep_ != "ROOT":
        return []
    for phrase in [child for child in children(verb, "prep") if child.i < verb.i]:
        below = [token for token in phrase.subtree if token.dep_ in {"appos", "conj"} and token.tag_ in COMMON]
        found = [token for token in below if after_comma(token)]
        if found:
            return coordinated(found[-1])
    return []
