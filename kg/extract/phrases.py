"""Noun phrases: which words a head brings with it, and which noun a partitive is about."""


from kg.extract.syntax import children, coordinated
from kg.lexicon import load_lemmas
from kg.parsed import Span, Token, once

LEFT = frozenset(
    {
        "det",
        "amod",
        "compound",
        "nmod",
        "nummod",
        "quantmod",
        "poss",
        "predet",
        "advmod",
        "npadvmod",
        "case",
        "punct",
        "neg",
    }
)
YEAR = len("2015")
SPANNING = frozenset({"in", "since", "until", "during"})
DAYS = frozenset({"yesterday", "today", "tonight", "tomorrow"})
CONTAINERS = frozenset(load_lemmas("containers"))


@once
def core(head: Token) -> list[Token]:
    """What a phrase is about: "dozens of girls" the girls, "the town of Gao" Gao; else the head itself."""
    bears_name, grouped = is_container(head), head.tag_ == "CD" or _is_partitive(head)
    if bears_name or grouped:
        links = {"of", "to"} if bears_name else {"of"}
        for preposition in children(head, "prep"):
            if preposition.lower_ in links:
                inner = [noun for child in children(preposition, "pobj") for noun in coordinated(child)]
                if inner and (grouped or not bears_name or inner[0].text[:1].isupper() or is_container(inner[0])):
                    return [noun for found in inner for noun in core(found)]
    return [_addressed(head)]


def _is_partitive(noun: Token) -> bool:
    """Whether a noun only measures or groups others, or says where by a thing: "dozens", "in front"."""
    row = load_lemmas("partitives").get(noun.lemma_.lower())
    return row is not None and (not is_spot(noun) or noun.text.islower())


def is_spot(noun: Token) -> bool:
    """Whether a noun only says where by the thing after it: "in **front** of the bank"."""
    row = load_lemmas("partitives").get(noun.lemma_.lower())
    return row is not None and row["use"] == "spot"


def _addressed(head: Token) -> Token:
    """The town of an address, which the parser may hang on its region: in "Petrivka, Kharkiv" Petrivka."""
    for child in head.lefts:
        end = child.right_edge.i + 1
        joined = child.dep_ in {"compound", "nmod", "npadvmod"} and child.pos_ == head.pos_ == "PROPN"
        if joined and end < head.i and head.doc[end].text == ",":
            return child
    return head


def is_container(noun: Token) -> bool:
    """Whether a noun bears place names: "village", "outskirts"."""
    return noun.lower_ in CONTAINERS or noun.lemma_.lower() in CONTAINERS


def is_named(head: Token) -> bool:
    """Whether a name stands in the phrase: "Rawson", "the Tilma district"."""
    return any(token.text[:1].isupper() for token in phrase(head) if token.tag_ != "DT")


def _is_item(modifier: Token) -> bool:
    """Whether a modifier is the first of a list that the parser misread: "**a bus** and two trucks"."""
    after = [noun.nbor() for noun in children(modifier, "cc") if modifier.tag_[:2] == "NN"]
    counted = [word for word in after if word.tag_ == "CD" and word.head == modifier and word.i + 1 == modifier.head.i]
    own = any(word.head == modifier.head and word.dep_ in {"det", "nummod", "poss"} for word in after)
    return own or bool(counted) or (_is_full_name(modifier) and any(word.text.islower() for word in after))


def _past_item(modifier: Token) -> int:
    """Where the words behind "and" begin: "a bus and **two** trucks"."""
    return max(child.i for child in children(modifier, "cc")) + 1


def _is_full_name(modifier: Token) -> bool:
    """Whether a modifier is a name of several words with its article: "**the Gulf Cartel** and state police"."""
    return modifier.pos_ == "PROPN" and bool(children(modifier, "det")) and bool(children(modifier, "compound", "amod"))


@once
def phrase(head: Token) -> Span:
    """The head with its determiner, numbers, adjectives and modifying nouns before it, nothing after it."""
    start = head.i
    for token in reversed(head.lefts):
        if token.dep_ not in LEFT:
            break
        if _is_item(token):
            start = min(start, _past_item(token))
            break
        start = token.subtree[0].i
    opened = [token.i for token in head.doc[start : head.i] if token.text == "("]
    start = opened[-1] if opened and ")" not in head.doc[opened[-1] : head.i].text else start
    while start < head.i and _stands_apart(head.doc[start]):
        start += 1
    return head.doc[start : head.i + 1]


def measured(head: Token) -> Span:
    """The phrase with what counts or groups its head before it: "dozens of girls", "a group of armed men"."""
    span, above = phrase(head), head.head.head
    grouped = head.dep_ == "pobj" and head.head.lower_ == "of" and not (is_container(above) or is_spot(above))
    if grouped and head in core(above):
        return head.doc[phrase(above).start : span.end]
    return span


def _stands_apart(token: Token) -> bool:
    """Whether a word at the front belongs to no phrase: a mark, a mere measure, the day or year: "in 2015 rebels".

    Nor does what became of them: "shot **dead** two traders".
    """
    if token.lower_ == "dead" and token.i and token.nbor(-1).tag_.startswith("VB"):
        return True
    day = _is_year(token) or (token.lower_ in DAYS and token.nbor().tag_ != "POS")
    return token.is_punct or token.is_space or day or _only_measures(token)


def _is_year(token: Token) -> bool:
    """Whether a number before a noun is the year of what happens: "in 2015", "from 1998 to 2003"."""
    if len(token.text) != YEAR or not token.text.isdigit() or token.i == 0:
        return False
    led = token.nbor(-1).lower_
    return led in SPANNING or (led == "to" and token.i > 1 and token.nbor(-2).text.isdigit())


def _only_measures(token: Token) -> bool:
    """Whether a word before a numeral or noun only says how exact or how many: "at least", "some", "several"."""
    return token.lower_ in load_lemmas("quantifiers")


def full_phrase(head: Token) -> Span:
    """The phrase with a following "of" phrase: "the border district of Rutsuro"."""
    span = phrase(head)
    for preposition in children(head, "prep"):
        if preposition.lower_ == "of":
            end = max(token.i for token in preposition.subtree) + 1
            return head.doc[span.start : end]
    return span
