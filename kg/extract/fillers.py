"""Who or what fills a role, and who else does with it: names in apposition, the bodies whose fighters act."""

from dataclasses import dataclass

from kg.extract.described import class_of
from kg.extract.kinds import Kinds
from kg.extract.syntax import children, coordinated
from kg.lexicon import load_lemmas
from kg.parsed import Token

NOUNS = frozenset({"NOUN", "PROPN"})
CALLING = frozenset({"call", "know", "name", "dub"})
TOLD = {"agent": "members", "participant": "members", "patient": "holding"}


@dataclass(frozen=True)
class Filler:
    """The head of a phrase and the role it plays."""

    role: str
    head: Token


def named(head: Token) -> list[Token]:
    """Whom a phrase names: "the mayor, Ana Ruiz," is Ana Ruiz; of "two judges, Paz and Mora," both and the judges.

    So is "one of her sons, Juan Ruiz," him alone; "six nuns, including Ana Ruiz," are they and she.
    """
    beside = children(head, "appos") or called(head) or past_place(head)
    names = [name for child in beside for name in coordinated(child) if name.pos_ == "PROPN" and _may_bear(head, name)]
    if not names or (head.pos_ != "NOUN" and not _is_title(head, names[0])):
        return [head, *_included(head)]
    several = head.tag_ == "NNS" and not _is_one_of(head)
    return [head, *names, *_included(head)] if several else [names[0], *_others(names[0])]


def _may_bear(head: Token, name: Token) -> bool:
    """Whether a name beside a noun can be its own: a man in Bijapur, **Orissa**, is not called so."""
    past = any(child.i < name.i for child in children(head, "prep"))
    return name.ent_type_ not in {"GPE", "LOC"} or not past or class_of(head) not in {"Person", "Group"}


def _others(name: Token) -> list[Token]:
    """Whom "and" joins to the name of another: "the firm Glavkos and **the Space Agency**"."""
    return [head for head in coordinated(name) if head.i > name.i and children(head, "det", "poss", "amod", "nummod")]


def _included(head: Token) -> list[Token]:
    """Names that are picked out of several: "six nuns, **including** Ana Ruiz", "six, **among them** Ana Ruiz"."""
    phrases = [child for child in children(head, "prep") if child.lower_ == "including"]
    told = [word for phrase in phrases for word in children(phrase, "pobj")]
    told += [word for word in children(head, "appos") if any(child.lower_ == "among" for child in word.lefts)]
    return [name for word in told for each in coordinated(word) for name in named(each) if name.pos_ == "PROPN"]


def _is_one_of(head: Token) -> bool:
    """Whether a phrase singles somebody out: "one of her **sons**"."""
    return head.dep_ == "pobj" and head.head.lower_ == "of" and head.head.head.lower_ == "one"


def called(head: Token) -> list[Token]:
    """What somebody is said to be called: "a group calling itself **Nur**", "a man known as **Kostov**"."""
    clauses = [verb for verb in children(head, "acl") if verb.lemma_ in CALLING]
    phrases = [child for verb in clauses for child in children(verb, "prep") if child.lower_ == "as"]
    told = [name for verb in clauses for name in children(verb, "oprd")]
    told += [name for phrase in phrases for name in children(phrase, "pobj")]
    return [name for name in told if name.text[:1].isupper()]


def past_place(head: Token) -> list[Token]:
    """A person named after the place of an office, which the parser hangs on that: "the mayor of Gao, **Ana Ruiz**"."""
    places = [place for of in children(head, "prep") if of.lower_ == "of" for place in children(of, "pobj")]
    named = [name for place in places if place.pos_ == "PROPN" for name in children(place, "appos")]
    return [name for name in named if head.tag_ == "NN" and name.ent_type_ == "PERSON"]


def _is_title(head: Token, name: Token) -> bool:
    """Whether a word with a capital is the title of the person named right after it: "President Ana Ruiz"."""
    return head.ent_type_ != name.ent_type_ == "PERSON" and name.subtree[0].i == head.i + 1


def add_names(fillers: dict[int, Filler]) -> None:
    """Put the names in apposition to descriptions in their place, or beside them where they are many."""
    for i, filler in list(fillers.items()):
        names = named(filler.head)
        fillers[i] = Filler(filler.role, names[0])
        for name in names[1:]:
            fillers.setdefault(name.i, Filler(filler.role, name))


def add_organisations(fillers: dict[int, Filler], kinds: Kinds) -> None:
    """Whose fighters act, or whose post is hit: of "FARC guerrillas" the FARC acts too, in its base it is struck."""
    for filler in list(fillers.values()):
        means = TOLD.get(filler.role) if filler.head.pos_ in NOUNS else None
        lemma = filler.head.lemma_.lower()
        row = load_lemmas("holders").get(lemma) or load_lemmas("holders").get(lemma.removesuffix("s"))
        if row is not None and row["means"] == means:
            for owner in owners_of(filler.head):
                if _is_body(owner, row["means"], kinds):
                    fillers.setdefault(owner.i, Filler(filler.role, owner))


def add_nations(fillers: dict[int, Filler], kinds: Kinds) -> None:
    """The nations whose forces act as one, or whose people meet: "**Indian** and **Chinese** troops clashed"."""
    for filler in list(fillers.values()):
        if filler.role == "participant" or (filler.role in TOLD and "armed" in kinds(filler.head)):
            for nation in _nations_of(filler.head):
                if "actor" in kinds(nation):
                    fillers.setdefault(nation.i, Filler(filler.role, nation))


def _nations_of(noun: Token) -> list[Token]:
    """The names before a noun that "and" joins, where they are more than one."""
    before = children(noun, "amod", "nmod", "compound")
    joined = [name for child in before for name in joined_names(child)]
    return joined if any(children(child, "conj") for child in before) and len(joined) > 1 else []


def joined_names(name: Token) -> list[Token]:
    """A capitalised word and those that "and" joins to it: "**Indian**, **Nepali** and **Chinese** troops"."""
    later = [deeper for child in children(name, "conj") for deeper in joined_names(child)]
    return [name, *later] if name.text[:1].isupper() else later


def _is_body(owner: Token, means: str, kinds: Kinds) -> bool:
    """Whether an owner is a named actor and no place; that of a post may be described: "the posts of the **army**"."""
    described = means == "holding" and owner.pos_ == "NOUN" and owner.dep_ in {"pobj", "poss"}
    proper = owner.pos_ == "PROPN" or (owner.pos_ == "NOUN" and (owner.text.isupper() or not _begins(owner)))
    named = (proper and owner.text[:1].isupper()) or described
    named = named or (_has_name(owner) and "person" not in kinds(owner)) or _ends_name(owner)
    return named and "actor" in kinds(owner) and "place" not in kinds(owner)


def _has_name(noun: Token) -> bool:
    """Whether a noun with a small letter says whose it is: "members of the **army** of Chad"."""
    phrases = [child for child in children(noun, "prep") if child.lower_ == "of"]
    return noun.pos_ == "NOUN" and any(head.pos_ == "PROPN" for of in phrases for head in children(of, "pobj"))


def _ends_name(noun: Token) -> bool:
    """Whether a noun with a small letter ends the name of a body: "members of the Nur **gang**"."""
    row = load_lemmas("name-bearers").get(noun.lemma_.lower()) if noun.tag_ == "NN" else None
    bears = row is not None and row["means"] == "body"
    return bears and any(word.pos_ == "PROPN" for word in children(noun, "compound", "nmod"))


def _begins(word: Token) -> bool:
    """Whether a word stands first and so has its capital: after a full stop, a quotation mark, a dateline."""
    return word.is_sent_start or word.i == 0 or (word.nbor(-1).is_punct and word.nbor(-1).text != ",")


def owners_of(noun: Token) -> list[Token]:
    """Names that modify a noun, possess it or follow it after "of" or "from"."""
    phrases = [child for child in children(noun, "prep") if child.lower_ in {"of", "from"}]
    before = [name for child in children(noun, "amod", "compound", "nmod") for name in joined_names(child) or [child]]
    return [*before, *children(noun, "poss")] + [
        head for phrase in phrases for head in children(phrase, "pobj")
    ]
