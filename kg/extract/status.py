"""Whether an event is told as fact: polarity, modality and hedge, from words that govern its trigger.

The words above the trigger come from `kg.extract.governors`; the strongest one speaks. They are applied from the
topmost down, so that a negation reaches what it negates: "failed to prevent the attack" tells an attack.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from kg.extract.conditional import has_condition, is_conditional, is_inverted
from kg.extract.governors import FACT, climb, find_governors, states_fact
from kg.extract.negation import has_no, is_negated
from kg.extract.presupposed import is_to_infinitive
from kg.extract.syntax import SUBJECTS, children, is_to_blame, is_to_come, is_verb
from kg.lexicon import Row, load_lemmas
from kg.parsed import Token

STRENGTH = ("actual", "attempted", "planned", "possible", "demanded", "threatened", "conditional")
HAPPENED = frozenset({"actual", "attempted"})
BORDERS = frozenset({"advcl", "acl", "relcl", "ccomp", "parataxis"})


@dataclass(frozen=True)
class Status:
    """How an event is told; the default is a plain assertion."""

    polarity: str = "positive"
    modality: str = "actual"
    hedge: str | None = None

    def weaken(self, modality: str) -> "Status":
        """The status with a modality that is further from fact, if it is."""
        return replace(self, modality=max(self.modality, modality, key=STRENGTH.index))


@dataclass(frozen=True)
class Scope:
    """What the words above say of the one below them; `denied` tells whether it is "negative" or was "averted"."""

    status: Status = Status()
    denied: str = ""

    def turn(self, polarity: str) -> "Scope":
        """The scope below a word that negates or averts; two of them undo each other."""
        denied = "" if self.denied else polarity
        return Scope(replace(self.status, polarity="negative" if denied == "negative" else "positive"), denied)

    def answer(self, row: Row) -> "Scope":
        """What the negation of a word says: "did not prevent" a fact, "could not confirm" a possibility."""
        unsure = row["modality"] != FACT and self.status.modality != "attempted"
        return Scope(Status(modality=self.status.modality if unsure else FACT).weaken(row["negated"]))


def _scope_under(scope: Scope, rows: tuple[Row, ...], governor: Token) -> Scope:
    """The scope below a governor, given what the table says of it."""
    unmoved = any(row["negated"] == "same" for row in rows)
    if is_negated(governor) and not unmoved:
        scope = scope.turn("negative")
    for row in rows:
        if scope.denied and row["negated"] and not unmoved:
            return scope.answer(row)
        foiled = scope.denied == "averted"  # a plot too: "foiled **a plot** to attack"
        weaker = scope.status.weaken(FACT if foiled else row["modality"] or FACT)
        scope = Scope() if row["modality"] == FACT else replace(scope, status=weaker)
    turn = max((row["polarity"] for row in rows), default="")
    return scope.turn(turn) if turn else scope


def find_status(anchor: Token, words: tuple[Token, ...], *, told: bool = False) -> Status:
    """The status of the event whose trigger is `anchor`; `words` are all words of the trigger.

    `told` says that somebody reported it in the past, wherever in the sentence: "they would attack, he said".
    """
    scope = Scope()
    for rows, governor in reversed(list(find_governors(anchor))):
        scope = _scope_under(scope, rows, governor)
    status = scope.status
    if is_negated(anchor, words) or any(has_no(word) for word in words):
        status = replace(status, polarity="negative")
    own = FACT if _is_refusal(anchor, words) else _own_modality([anchor, *_verb_group(anchor)], told=told)
    if own != FACT:
        status = replace(status, modality=own)
    status = status.weaken(_own_modality(_completed(anchor), told=told))
    if _is_due(anchor):
        status = status.weaken("planned")
    if _is_asked(anchor):
        status = status.weaken("possible")
    if status.modality in {"planned", "possible"} and any(has_condition(verb) for verb in _verb_group(anchor)):
        status = status.weaken("conditional")
    return replace(status, hedge=_find_hedge(anchor))


def _is_refusal(anchor: Token, words: tuple[Token, ...]) -> bool:
    """Whether a negation is part of what the trigger tells: "will not accept" is a refusal now."""
    return any(word.dep_ == "neg" and word.head == anchor for word in words)


def _own_modality(verbs: Sequence[Token], *, told: bool) -> str:
    """The modality by auxiliaries and conditions on the verb of the trigger, and adjectives on its noun."""
    status = Status()
    for verb in verbs:
        reported = (told or _is_told(verb)) and not any(child.lower_ == "have" for child in children(verb, "aux"))
        for child in children(verb, "aux", "mark", "advmod", "amod"):
            row = load_lemmas("auxiliaries").get(child.lower_)
            if row is not None:
                status = status.weaken(row["reported" if reported else "modality"])
        if is_to_come(verb):
            status = status.weaken("planned")
        if is_conditional(verb):
            status = status.weaken("possible" if _is_told(verb) and not is_inverted(verb) else "conditional")
    return status.modality


def _is_due(anchor: Token) -> bool:
    """Whether "be to" says that the event is still to come: "talks **are to** resume", "they **were to** guard it"."""
    verb = anchor.head
    bare = verb.lemma_ == "be" and not children(verb, "acomp", "attr", "advmod") and bool(children(verb, *SUBJECTS))
    infinitives = [clause for clause in children(verb, "xcomp") if is_to_infinitive(clause)] if bare else []
    if anchor.dep_ not in {"xcomp", *SUBJECTS}:
        return False
    return any(not is_to_blame(infinitive) for infinitive in infinitives)


def _is_told(verb: Token) -> bool:
    """Whether the clause is what somebody said in the past."""
    return verb.dep_ in {"ccomp", "conj"} and (verb.head.tag_ == "VBD" or (verb.dep_ == "conj" and _is_told(verb.head)))


def _verb_group(anchor: Token) -> Iterator[Token]:
    """The verbs whose auxiliaries bear on the trigger: itself, the first of coordinated ones, the noun's governor."""
    steps = (head for token, head in climb(anchor) if not states_fact(token, head))
    for word in (anchor, *steps):
        if is_verb(word):
            yield word
            if word.dep_ != "conj" or children(word, "nsubj", "nsubjpass", "aux"):
                return
        if word.dep_ in BORDERS:
            return


def _completed(anchor: Token) -> list[Token]:
    """The verbs that those of the trigger complete: "if they **decide** to attack", "**would** try to flee"."""
    found: list[Token] = []
    last = [anchor, *_verb_group(anchor)][-1]
    while last.dep_ == "xcomp" and is_verb(last) and is_verb(last.head) and not states_fact(last, last.head):
        last = last.head
        found.append(last)
    return found


def _is_asked(anchor: Token) -> bool:
    sentence = anchor.sent
    return sentence[-1].text == "?" or any(token.text == "?" for token in sentence[-3:])


def _find_hedge(anchor: Token) -> str | None:
    """The words that weaken the report: "reportedly", "is believed to have"."""
    for verb in _verb_group(anchor):
        for child in children(verb, "advmod", "amod") + children(anchor, "advmod", "amod"):
            if child.lower_ in load_lemmas("hedges"):
                return child.text
    governor = anchor.head
    if anchor.dep_ == "xcomp" and governor.lemma_.lower() in load_lemmas("hedges"):
        return governor.text
    return None
