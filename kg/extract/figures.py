"""Figures of speech: words of war told of players, prices or germs, and nobody armed near them.

A noun of another field among the doers, targets, stakes or means tells the figure ("the striker fired wide", "a battle
for the title", "bombarded with questions"); a soldier, a weapon or the dead in the sentence speak against it. The nouns
stand in `ontology/language/fields.tsv`.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from kg.extract.kinds import Kinds
from kg.extract.presupposed import carries
from kg.extract.slots import Slots
from kg.extract.subjects import surface_subject
from kg.extract.syntax import children, is_verb
from kg.lexicon import Row, load_groups
from kg.parsed import Token

PARTS = {
    "doer": ("subject", "by", "possessor", "between"),
    "target": ("object", "on", "against", "at", "upon", "into", "onto", "of", "@patient"),
    "stake": ("for", "over", "about", "of", "to"),
    "means": ("with", "through"),
}
ACTING = frozenset({"actor", "weapon", "event"})
REAL = "conflict"
ANY = "any"
PLAY = frozenset({"sport", "computing"})
NATURAL = frozenset({"weather"})
LIFELESS = frozenset({"abstract", "animal", "body", "food", "plant"})
ANYBODY = frozenset({"man", "woman", "people", "person", "volunteer", "youth", "peasant"})


@dataclass
class Scene:
    """What the sentences of a document are about; each is looked at once. `deeds` are nouns that tell events."""

    kinds: Kinds
    deeds: frozenset[str] = frozenset()
    real: dict[int, frozenset[Token]] = field(default_factory=dict)

    def find_figure(self, words: tuple[Token, ...], slots: Slots, *, suffered: bool, human: bool) -> str | None:
        """Why the event is only a figure of speech, in words for the reader; None where nothing tells so.

        What is only `suffered`, storms and germs do bring about; what befalls people (`human`) a singer may do as well.
        """
        fillers = [*_fillers(slots), *_outsiders(words[0])]
        if human and any(part == "target" and "person" in self.kinds(head) for part, head in fillers):
            return None
        if any(part == "target" and self._is_swarm(head) for part, head in fillers):
            return "its target only counts others"
        if self.is_real(words) or (any("country" in self.kinds(head) for _, head in fillers) and not _plays(fillers)):
            return None
        for part, head in fillers:
            told = self._field(head, part, suffered=suffered)
            if told is not None:
                return f"{head.text} as its {part} tells of {told}"
        return None if suffered else self._setting(words)

    def _field(self, head: Token, part: str, *, suffered: bool) -> str | None:
        """The field that a noun in this part tells of."""
        row, kinds = _row_of(head, part), self.kinds(head)
        if row is not None:
            return None if suffered and part == "doer" and row["field"] in NATURAL else row["field"]
        loose = any(row["field"] == ANY for row in rows_of(head))
        if suffered or loose or head.pos_ != "NOUN" or head.lemma_.lower() in self.deeds:
            return None
        if part == "doer" and kinds & LIFELESS and not kinds & ACTING:
            return "what cannot act"
        return "no weapon" if part == "means" and "abstract" in kinds else None

    def _setting(self, words: tuple[Token, ...]) -> str | None:
        """The field of games and shows that another word of the sentence tells of, where no force is told."""
        for token in (token for token in words[0].sent if token.pos_ == "NOUN" and token not in words):
            for row in rows_of(token):
                if "setting" in row["figure"].split("|"):
                    return f"{token.text} beside it tells of {row['field']}"
        return None

    def is_real(self, words: tuple[Token, ...]) -> bool:
        """Whether the sentence names arms, armed men or their victims beside the event's own word."""
        sentence = words[0].sent
        if sentence.start not in self.real:
            self.real[sentence.start] = frozenset(token for token in sentence if self._tells_force(token))
        return bool(self.real[sentence.start] - {words[0]})

    def _tells_force(self, token: Token) -> bool:
        if self._is_swarm(token) or (token.dep_ == "pobj" and token.head.lower_ in {"like", "as"}):
            return False
        fields = {row["field"] for row in rows_of(token)}
        if REAL in fields or (fields and (token.pos_ == "NOUN" or token.is_sent_start)):
            return REAL in fields
        return "armed" in self.kinds(token) and token.pos_ in {"NOUN", "PROPN"}

    def _is_swarm(self, noun: Token) -> bool:
        """Whether a body of armed men only counts others: "an army of consultants"."""
        if "armed" not in self.kinds(noun):
            return False
        phrases = (phrase for phrase in children(noun, "prep") if phrase.lower_ == "of")
        counted = (inner for phrase in phrases for inner in children(phrase, "pobj"))
        return any(inner.tag_ == "NNS" and "person" in self.kinds(inner) and self._is_civil(inner) for inner in counted)

    def _is_civil(self, noun: Token) -> bool:
        return "armed" not in self.kinds(noun) and noun.lemma_.lower() not in ANYBODY


def _plays(fillers: list[tuple[str, Token]]) -> bool:
    """Whether a singer or striker is the doer, who conquers no country."""
    fields = {row["field"] for part, head in fillers if part == "doer" for row in rows_of(head)}
    return bool(fields & {"art", "sport"})


def _fillers(slots: Slots) -> Iterator[tuple[str, Token]]:
    for part, names in PARTS.items():
        yield from ((part, head) for name in names for head in slots.get(name))


def _outsiders(noun: Token) -> Iterator[tuple[str, Token]]:
    """Who launches what a noun tells, or is "under" it: "**the pound** was under attack from **dealers**"."""
    if noun.dep_ == "dobj" and carries(noun.head):
        yield from (("doer", head) for head in surface_subject(noun.head))
    if noun.dep_ == "pobj" and noun.head.lower_ == "under" and is_verb(noun.head.head):
        yield from (("target", head) for head in surface_subject(noun.head.head))
        for verb in (noun, noun.head.head):
            sources = (phrase for phrase in children(verb, "prep") if phrase.lower_ == "from")
            yield from (("doer", head) for phrase in sources for head in children(phrase, "pobj"))


def rows_of(word: Token) -> tuple[Row, ...]:
    """What the table says of a word."""
    table = load_groups("fields")
    forms = (word.lemma_.lower(), word.lower_, word.lower_.removesuffix("s"))
    return next((table[form] for form in forms if form in table), ())


def _row_of(head: Token, part: str) -> Row | None:
    """What the table says of a noun in this part, or of the owner and the noun before it."""
    owners = children(head, "poss", "compound")
    words = (word for word in (head, *owners) if word.pos_ == "NOUN" or word.is_sent_start)
    rows = ((word, row) for word in words for row in rows_of(word))
    fitting = (row for word, row in rows if part in row["figure"].split("|") and (word == head or _owns(part, row)))
    return next(fitting, None)


def _owns(part: str, row: Row) -> bool:
    """Whether an owner tells the field: "the referee's whistle"; what is the bank's may well be bombed."""
    return part != "target" or row["field"] in PLAY
