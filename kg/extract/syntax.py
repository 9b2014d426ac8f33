"""The parser's labels in our own words: children by label, coordination, verbs, passives."""


from kg.lexicon import load_lemmas
from kg.parsed import Token, once

SUBJECTS = frozenset({"nsubj", "csubj"})
PASSIVE_SUBJECTS = frozenset({"nsubjpass", "csubjpass"})
ITEMS = frozenset({"NN", "NNP"})
CLAUSES = frozenset({"xcomp", "ccomp", "advcl", "acl", "relcl", "pcomp"})


def children(token: Token, *labels: str) -> list[Token]:
    """The direct dependents with one of these labels."""
    return [child for child in token.children if child.dep_ in labels]


@once
def coordinated(head: Token) -> list[Token]:
    """The head and what is joined to it by "and" or "or", nouns with nouns and verbs with verbs."""
    joined = [*_misread_conjuncts(head), head]
    for conjunct in children(head, "conj"):
        if is_verb(conjunct) == is_verb(head) and not _is_excluded(conjunct, head):
            joined += coordinated(conjunct)
    return [*joined, *(item for item in _listed(head) if item not in joined)]


def _is_excluded(noun: Token, head: Token) -> bool:
    """Whether "not" stands before a noun joined to another: "attacked by Chad and **not Libya**"."""
    if is_verb(noun):
        return False
    before = [child for child in noun.lefts if child.dep_ != "neg"]
    start = before[0].subtree[0].i if before else noun.i
    return start > head.i + 1 and noun.doc[start - 1].lower_ == "not"


def _listed(head: Token) -> list[Token]:
    """Items that the parser took for a description of the first: "a school, **a clinic, and two shops**"."""
    found: list[Token] = []
    for item in children(head, "appos", "npadvmod") if head.tag_ in ITEMS else []:
        rest = coordinated(item)[1:] if item.i > head.i else []
        if rest and _is_in_brackets(item):
            found += rest
        elif rest and (_is_closed(item) or len(rest) > 1 or _is_item(head, item)):
            found += [item] if _is_item(head, item) else []
            found += rest
        elif children(head, "conj") and _are_persons(head, item):
            found.append(item)
    return found


def _is_in_brackets(item: Token) -> bool:
    """Whether an acronym behind a name carries the list on: "the Nur Front **(NF)** and the Sela Party (SP)"."""
    return item.i > 0 and item.nbor(-1).text in {"(", "["}


def _is_closed(item: Token) -> bool:
    """Whether a comma ends a description before the list goes on: "Ruiz, the mayor**, and** two guards"."""
    links = [link for noun in coordinated(item) for link in children(noun, "cc")]
    return any(link.i > item.i and link.nbor(-1).text == "," for link in links)


def _is_item(head: Token, item: Token) -> bool:
    """Whether a noun beside another is somebody or something else: one more name, one more thing, "her husband"."""
    if head.pos_ == "PROPN":
        return _are_persons(head, item) or bool([owner for owner in children(item, "poss") if owner.tag_ == "PRP$"])
    return item.pos_ == "NOUN" and (item.tag_ == "NNS" or bool(children(item, "det", "poss", "nummod")))


def _are_persons(head: Token, item: Token) -> bool:
    return head.pos_ == item.pos_ == "PROPN" and item.ent_type_ == "PERSON" and head.ent_type_ != "GPE"


def _misread_conjuncts(head: Token) -> list[Token]:
    """A first conjunct that the parser made a modifier of the last: "the army and M23 rebels"."""
    return [
        child
        for child in children(head, "nmod", "compound")
        if child.i < head.i and children(child, "cc") and child.tag_[:2] == "NN"
    ]


def is_verb(token: Token) -> bool:
    """Whether the token is a verb form (an auxiliary as main verb included)."""
    return token.pos_ in {"VERB", "AUX"}


def is_participle(verb: Token) -> bool:
    """Whether the verb is a past participle without a subject and auxiliary of its own: "recruits killed by"."""
    bare = verb.tag_ == "VBN" and verb.dep_ in CLAUSES and not children(verb, "aux", "auxpass", *SUBJECTS)
    return bare and not is_lost_root(verb)


def is_lost_root(verb: Token) -> bool:
    """Whether a misread past tense is the only verb of its sentence: "In the capital, a crowd demonstrated"."""
    return (
        verb.dep_ == "acl"
        and not is_verb(verb.sent.root)
        and not children(verb, "agent")
        and verb.lower_.endswith("ed")
        and (verb.lemma_ not in load_lemmas("transitives") or bool(children(verb, "dobj")))
    )


def is_to_come(verb: Token) -> bool:
    """Whether a headline tells what somebody is to do: "Japan **to impose** sanctions on Iran, minister says"."""
    if not any(child.tag_ == "TO" for child in children(verb, "aux")):
        return False
    if verb.dep_ in {"acl", "relcl"}:
        return verb.head.dep_ == "ROOT" and verb.head.pos_ == "PROPN" and verb.left_edge.i == verb.head.i + 1
    leads = verb.dep_ == "ROOT" or (verb.dep_ == "ccomp" and verb.i < verb.head.i)
    return leads and bool(children(verb, "nsubj", "nsubjpass"))


@once
def is_passive(verb: Token) -> bool:
    """Whether the surface subject is the one that something is done to."""
    if children(verb, "auxpass", "nsubjpass", "csubjpass") or is_to_blame(verb):
        return True
    if verb.dep_ == "conj" and _goes_on(verb) and not children(verb, "aux", *SUBJECTS):
        return is_passive(verb.head)
    return (is_participle(verb) and verb.dep_ != "ccomp") or _befalls_counted(verb) or _is_absolute(verb)


def is_to_blame(verb: Token) -> bool:
    """Whether an active infinitive has a passive meaning: "the army **is to blame**"."""
    asked = [word for word in children(verb.head, *SUBJECTS) if word.tag_ == "WP"]
    under = verb.dep_ == "xcomp" and verb.head.lemma_ == "be" and not asked
    return under and verb.lemma_ == "blame" and not children(verb, "dobj")


def _goes_on(verb: Token) -> bool:
    """Whether a joined verb may be a participle: "were seized and **shot**"; one that misses its object must be one."""
    return verb.tag_ == "VBN" or (
        verb.tag_ == "VBD" and verb.lemma_ in load_lemmas("transitives") and not children(verb, "dobj", "prt", "ccomp")
    )


def _befalls_counted(verb: Token) -> bool:
    """Whether a bare verb tells what befell so many: "left ten dead and **30 injured**", "two killed in a raid".

    So does one that lets a passive go on: "houses were burned and **women raped**".
    """
    subjects = children(verb, *SUBJECTS)
    goes_on = bool(subjects) and verb.dep_ == "conj" and is_passive(verb.head)
    counted = goes_on or any(noun.tag_ == "CD" or children(noun, "nummod", "amod") for noun in subjects)
    bare = verb.tag_ in {"VBN", "VBD"} and verb.lemma_ in load_lemmas("transitives")
    return counted and bare and not children(verb, "aux", "auxpass", "dobj", "xcomp", "ccomp", "prt")


def _is_absolute(verb: Token) -> bool:
    """Whether a bare participle tells what befell its subject: "with five men **killed**", "dozens **wounded**"."""
    own = children(verb, *SUBJECTS)
    if not own or verb.tag_ != "VBN" or children(verb, "aux", "dobj", "ccomp", "xcomp"):
        return False
    return verb.dep_ == "pcomp" or (verb.dep_ == "conj" and own[0].lemma_.lower() in load_lemmas("partitives"))
