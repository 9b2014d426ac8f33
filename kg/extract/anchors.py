"""Where a trigger may hang: the readings of a word as verb, noun or adjective, and the slots around it."""

from collections.abc import Iterator

from kg.extract.fillers import CALLING
from kg.extract.parties import called_so, is_victim
from kg.extract.slots import Slots, complement_slots, noun_slots, verb_slots
from kg.extract.support import add_support
from kg.extract.syntax import children
from kg.lexicon import load_lemmas
from kg.parsed import Token
from kg.vocabulary import Trigger, Vocabulary

PREDICATES = frozenset({"acomp", "oprd", "attr", "advcl", "xcomp", "ccomp", "dobj"})
JUDGING = frozenset({"condemn", "sentence"})
LOOSE = frozenset({"prep", "prt", "advmod"})
VERBAL = frozenset({"VERB", "AUX"})
LINKS = frozenset({"to", "and", "or"})
NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM"})


def triggers_at(token: Token, vocabulary: Vocabulary) -> Iterator[tuple[str, str, Trigger]]:
    """The triggers anchored in a token; a gerund is read as a verb only where no noun trigger is spelt so."""
    for pos, lemma in _readings(token):
        for trigger in vocabulary.by_anchor.get((pos, lemma), ()):
            yield pos, lemma, trigger
    nouns = vocabulary.by_anchor.get(("noun", token.lower_), ())
    if token.tag_.startswith("NN") and token.lower_.endswith("ing") and not nouns:
        for verb in _gerund_verbs(token.lower_):
            for trigger in vocabulary.by_anchor.get(("verb", verb), ()):
                yield "verb", verb, trigger


def _readings(token: Token) -> Iterator[tuple[str, str]]:
    """Parts of speech and lemmas under which a token may anchor a trigger."""
    lemma = token.lemma_.lower()
    if (token.tag_.startswith("VB") or token.pos_ == "VERB") and not _is_compounded(token):
        yield "verb", lemma
    elif token.tag_.startswith("NN"):
        yield "noun", lemma if token.pos_ == "NOUN" else _singular(token.lower_)
    if token.tag_ in {"JJ", "VBZ"} and token.dep_ in {"dobj", "pobj", "nsubj", "nsubjpass"}:
        yield "noun", _singular(token.lower_)
    known = token.tag_ != "NN" and children(token, "det") and not called_so(token)
    if token.tag_ in {"JJ", "VBN", "VBD", "NN", "RB"} and not known:
        yield "adjective", token.lower_  # "visited **the** wounded" tells who they are, not what befell them
    if token.tag_ == "VBG" and _is_nominal(token):
        yield "noun", token.lower_


def _is_nominal(gerund: Token) -> bool:
    """Whether a gerund stands as a noun: "the **shelling** of Gao", "**Fighting** between clans left ten dead"."""
    marked = children(gerund, "det", "poss", "amod") or (gerund.dep_ == "nsubj" and children(gerund, "prep"))
    carried = gerund.dep_ == "dobj" and gerund.head.lemma_.lower() in load_lemmas("support")
    return bool(marked or carried) and not children(gerund, "dobj")


def _is_compounded(token: Token) -> bool:
    """Whether a participle only describes a noun: "Iran-backed", "a visiting fellow", "a man named Paz"."""
    if token.lemma_ in CALLING and token.dep_ == "acl" and children(token, "oprd"):
        return True
    if token.tag_ == "VBG" and token.dep_ == "acl":
        return any(
            child.i == token.i + 1 and child.tag_ == "NN" and not (child.lefts or child.rights)
            for child in children(token, "dobj")
        )
    described = token.dep_ in {"amod", "compound"} or _is_counted(token)
    return described or (token.tag_ in {"VB", "VBP"} and _is_hyphenated(token))


def _is_hyphenated(verb: Token) -> bool:
    """Whether a verb stands in a word of several: "a shoot-to-**kill** order", "a **kill**-or-capture list"."""
    before = [token.lower_ for token in verb.doc[max(verb.i - 3, 0) : verb.i]]
    after = [token.lower_ for token in verb.doc[verb.i + 1 : verb.i + 3]]
    return any(words[::2] == ["-", "-"] and words[1] in LINKS for words in (before, [*after, "-"]))


def _is_counted(participle: Token) -> bool:
    """Whether a participle says of what kind a mere number is: "hospitals report 600 **wounded**"."""
    if participle.tag_ != "VBN" or participle.dep_ != "advcl" or participle.i <= participle.head.i:
        return False
    before = participle.nbor(-1)
    return before.tag_ == "CD" and before.dep_ == "dobj" and before.head == participle.head


def _singular(word: str) -> str:
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


def _gerund_verbs(word: str) -> list[str]:
    """The verbs a gerund may come from: "burning" burn, "raping" rape, "stabbing" stab."""
    stem = word[:-3]
    doubled = [stem[:-1]] if stem[-1:] == stem[-2:-1] else []
    return [stem, stem + "e", *doubled]


def anchor_words(trigger: Trigger, anchor: Token, lemma: str) -> tuple[Token, ...] | None:
    """The words of the longest spelling that ends at the anchor; None where the earlier words are missing."""
    found: list[tuple[Token, ...]] = []
    for *earlier, last in trigger.spellings:
        before = _words_before(anchor, len(earlier)) if last == lemma else []
        if last == lemma and [token.lower_ for token in before] == earlier:
            found.append((anchor, *before))
    return max(found, key=len, default=None)


def _words_before(anchor: Token, number: int) -> list[Token]:
    tokens: list[Token] = []
    index = anchor.i - 1
    while len(tokens) < number and index >= 0:
        if anchor.doc[index].text != "-":
            tokens.insert(0, anchor.doc[index])
        index -= 1
    return tokens


def slots_of(anchor: Token, pos: str) -> Slots:
    """The filled slots of an anchor; a gerund with its own objects is read as a verb, otherwise as a noun."""
    if pos == "adjective":
        return _adjective_slots(anchor)
    if pos == "verb" and anchor.tag_.startswith("NN"):
        return _gerund_slots(anchor)
    if pos == "verb":
        slots = verb_slots(anchor)
        slots.add("object", called_so(anchor) if children(anchor, "det") else [])
        return slots
    return _noun_slots(anchor)


def _noun_slots(noun: Token) -> Slots:
    """The slots of a noun and of the verb it hangs on; of what only names its form too: "a **mediation** effort"."""
    slots = noun_slots(noun)
    add_support(slots, noun)
    slots.add("object", called_so(noun) if is_victim(noun) else [])
    slots.add("of", _done_to_death(noun))
    if noun.dep_ in {"compound", "nmod", "amod"} and noun.head.lemma_.lower() in load_lemmas("shells"):
        form = _noun_slots(noun.head)
        form.heads.pop("modifier", None)
        slots.merge(form)
    return slots


def _done_to_death(noun: Token) -> list[Token]:
    """Whose end a bare noun behind "to" is: "beat **a guard** to death"."""
    if noun.lower_ != "death" or noun.dep_ != "pobj" or noun.head.lower_ != "to" or noun.i != noun.head.i + 1:
        return []
    verb = noun.head.head
    return verb_slots(verb).get("object") if verb.pos_ in VERBAL and verb.lemma_ not in JUDGING else []


def _gerund_slots(noun: Token) -> Slots:
    slots = noun_slots(noun)
    add_support(slots, noun)
    slots.add("object", slots.get("of"))
    slots.add("subject", slots.get("by") + slots.get("possessor"))
    return slots


def _adjective_slots(adjective: Token) -> Slots:
    """Who is "dead" in "three were found dead", "left three dead", "three are dead", and what the adjective adds."""
    slots = complement_slots(adjective)
    if children(adjective, "det"):
        slots.add("object", called_so(adjective))
        return slots
    shot = children(adjective, "dobj")  # "gunmen shot dead **a judge**" where the parser takes "shot" for a noun
    verb, own = adjective.head, shot or _right_before(adjective) or children(adjective, "nsubj")
    told = adjective.dep_ in PREDICATES or (adjective.dep_ in LOOSE and adjective.i == verb.i + 1)
    if verb.pos_ in VERBAL and (told or (adjective.dep_ == "conj" and own)):
        inner = verb_slots(verb)
        objects = [head for head in inner.get("object") if head != adjective]
        bearers = own or objects or children(adjective, "nummod")
        slots.add("object", bearers or inner.get("subject"))
        slots.add("subject", inner.get("subject") if bearers else [])
        slots.merge(inner, frozenset({"in", "at", "near", "on", "after", "by"}))
    elif shot and verb == adjective:
        slots.add("object", shot)
        slots.add("subject", children(adjective, "nsubj"))
    elif verb.pos_ in NOMINAL:
        slots.add("object", [verb])
        if verb.dep_ == "dobj":
            slots.add("subject", verb_slots(verb.head).get("subject"))
    return slots


def _right_before(adjective: Token) -> list[Token]:
    """Who the second of two is told of: "left four soldiers dead and **two** badly wounded"."""
    between = adjective.doc[adjective.head.i + 1 : adjective.i] if adjective.head.i < adjective.i else ()
    words = [token for token in between if token.pos_ != "ADV"]
    joints = [at for at, token in enumerate(words) if at and token.dep_ == "cc" and words[at - 1].tag_ in {"JJ", "VBN"}]
    named = words[-1:] if joints and joints[-1] < len(words) - 1 else []
    return [word for word in named if word.pos_ in NOMINAL]
