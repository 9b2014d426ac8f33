"""Whom words lay an event on: "**blamed** the raid on rebels", "is **responsible** for it", "his **role** in it".

`ontology/language/charges.tsv` lists the words; a verb without a doer there takes the charge back ("denied").
"""

from collections.abc import Iterator

from kg.extract.slots import Slots, complement_slots, noun_slots, verb_slots
from kg.extract.syntax import children, is_verb
from kg.lexicon import Row, load_groups, load_lemmas
from kg.parsed import Token

PREDICATES = frozenset({"dobj", "acomp", "attr", "oprd"})
SUSPECTED = frozenset({"suspected", "supposed", "presumed"})
MAX_CLIMB = 4


def find_charged(noun: Token) -> list[Token]:
    """Who is said to have done what the noun tells."""
    found = [_doers(word, verb, noun) for word, verb in _charging(noun) if not _is_taken_back(verb)]
    return [head for heads in found for head in heads if head != noun]


def _doers(word: Token, verb: Token, noun: Token) -> list[Token]:
    """Who fills the slot of the verb that the word gives to the doer, also where the parser hung him on the event."""
    own, stray = _slots_of(verb), noun_slots(noun)
    filled = _slots_of(word)
    rows = [
        row
        for row in _rows(word)
        if noun in (*filled.get(row["by"]), *own.get(row["by"])) or _follows(noun, row["by"], word)
    ]
    return [head for row in rows for head in own.get(row["doer"]) or stray.get(row["doer"]) if head != word]


def _charging(noun: Token) -> Iterator[tuple[Token, Token]]:
    """Words that may charge and their verbs: the verb above the noun, what it ascribes or does, participles."""
    yield from ((verb, verb) for verb in children(noun, "acl") if is_verb(verb))
    while noun.dep_ in {"conj", "appos"}:
        noun = noun.head
    above = noun.head.head if noun.dep_ == "pobj" else noun.head
    verb = above.head if above.dep_ in PREDICATES else above
    if is_verb(verb):
        objects = [word for word in children(verb, "dobj") if word not in {above, noun}]
        yield from ((word, verb) for word in (above, *objects))
    parts = [above, noun.head.nbor(-1)] if noun.dep_ == "pobj" and noun.head.i else []
    yield from ((part, part) for part in parts if part.pos_ == "NOUN" and not _is_weakened(part))


def _follows(noun: Token, preposition: str, word: Token) -> bool:
    """Whether a phrase stands right behind the word, wherever the parser hung it: "tried over their role **in** it"."""
    return noun.dep_ == "pobj" and noun.head.lower_ == preposition and noun.head.i == word.i + 1


def _is_weakened(part: Token) -> bool:
    """Whether a part in an event is only suspected: "their alleged involvement in the raid"."""
    words = [child.lower_ for child in children(part, "amod")]
    return any(word in SUSPECTED or f"{word}ly" in load_lemmas("hedges") for word in words)


def _slots_of(word: Token) -> Slots:
    if is_verb(word):
        return verb_slots(word)
    return noun_slots(word) if word.pos_ == "NOUN" else complement_slots(word)


def _is_taken_back(verb: Token) -> bool:
    """Whether the charge is denied: "denied responsibility for it", "is not behind it"."""
    chain = [verb, *verb.ancestors][:MAX_CLIMB]
    return bool(children(verb, "neg")) or any(not row["doer"] for up in chain for row in _rows(up))


def _rows(word: Token) -> tuple[Row, ...]:
    return load_groups("charges").get(word.lemma_.lower(), ())
