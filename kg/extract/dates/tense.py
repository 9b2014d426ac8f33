"""Whether the words around a date look ahead or back."""

from kg.extract.dates.words import load_kind
from kg.extract.syntax import children, is_verb
from kg.lexicon import load_groups, load_lemmas
from kg.parsed import Span, Token

PAST = frozenset({"VBD", "VBN"})
SIDES = {"since": "past", "until": "future", "till": "future"}
EARLIER = frozenset({"since", "after", "following"})
PRESENT = frozenset({"VBZ", "VBP"})
NAMING = frozenset({"poss", "compound", "nmod"})
LATER = frozenset({"planned", "demanded", "threatened"})


def find_tense(span: Span) -> str:
    """The tense of what governs the span: "future", "past" or "present", "none" where nothing says."""
    return side_of(span.root) or find_tense_above(span)


def side_of(token: Token) -> str | None:
    """Where the preposition of a date looks: since and until, an election "**for** May", "postponed **to** June"."""
    if token.head.lower_ == "for" and (token.lower_ in load_kind("weekday") or is_arranged(token.head.head)):
        return "future"
    if token.head.lower_ == "to" and token.head.head.lemma_.lower() in load_kind("moved"):
        return "future"
    if token.head.lower_ in SIDES and token.dep_ == "pobj":
        above = token.head.head
        opens = token.i < above.i and is_verb(above)
        return tense_of(above) if opens else SIDES[token.head.lower_]
    return None


def is_arranged(word: Token) -> bool:
    """Whether a word is, or has for its object, what people arrange beforehand: "called **an election** for August"."""
    return any(noun.lemma_.lower() in load_kind("arranged") for noun in (word, *children(word, "dobj", "nsubjpass")))


def find_tense_above(span: Span) -> str:
    """The tense of the first verb above the span, unless a word on the way there looks ahead or back."""
    token, told = span.root, False
    for _ in range(12):
        if token not in span and is_ahead(token):
            return "future"
        if is_verb(token):
            return "none" if told and looks_on(token) else tense_of(token)
        if token.head is token:
            break
        told |= is_told_of(token)
        token = token.head
        if token.lower_ in EARLIER and token.dep_ == "prep":
            return "past"
        if token.lower_ == "of" and token.head.lower_ == "ahead":
            return "future"
    return "none"


def is_told_of(word: Token) -> bool:
    """Whether a date in the phrase of the word's head is that of an event which nobody arranges beforehand.

    "Police investigate **Monday's raid**" looks back, "parties prepare for **Sunday's vote**" ahead.
    """
    noun, lemma = word.head, word.head.lemma_.lower()
    if noun.tag_ not in {"NN", "NNS"} or lemma in load_kind("arranged"):
        return False
    sense = load_lemmas("supersenses").get(lemma, {}).get("type")
    return sense == "event" if word.dep_ == "prep" else word.dep_ in NAMING and sense != "time"


def looks_on(verb: Token) -> bool:
    """Whether a verb tells what is or goes on now, and nothing of what is to come."""
    return tense_of_words(verb) in {"present", "future"} and not any(plans(each) for each in (verb, *verb.ancestors))


def is_ahead(token: Token) -> bool:
    """Whether the word or one below it says that something is still to come: due, scheduled, will."""
    ahead = load_kind("future")
    if token.dep_ == "xcomp" and token.head.lemma_ == "be" and not has_perfect(token):
        return True  # "he was to leave on Friday"
    return token.lemma_.lower() in ahead or any(child.lower_ in ahead for child in token.children)


def tense_of(verb: Token) -> str:
    """The tense of a verb with its auxiliaries; infinitives and participles take that of the verb above."""
    return tense_of_words(verb) or tense_from_above(verb)


def tense_of_words(verb: Token) -> str | None:
    """The tense that a verb and its auxiliaries tell, None where they tell none."""
    helpers = {child.tag_ for child in verb.children if child.dep_ in {"aux", "auxpass"}}
    if has_modal(verb):
        return "future"
    if verb.tag_ == "VBN" and helpers & PRESENT and not has_perfect(verb):
        return "present"
    if verb.tag_ in PAST or helpers & PAST:
        return "past"
    if verb.tag_ in PRESENT or helpers & PRESENT:
        return "future" if verb.tag_ == "VBG" else "present"
    return "none" if "MD" in helpers else None


def tense_from_above(verb: Token) -> str:
    """The tense of the verb above an infinitive or a participle."""
    above = next((token for token in verb.ancestors if is_verb(token)), None)
    if above is None:
        return "future" if verb.tag_ == "VB" else "none"
    if is_ahead(above) or (verb.tag_ == "VB" and plans(above) and not is_pluperfect(above)):
        return "future"
    tense = tense_of(above)
    return "none" if tense == "present" and verb.tag_ == "VBG" else tense


def has_modal(verb: Token) -> bool:
    """Whether what the verb tells is to come, or may: "must leave", unlike "may have left" and "would leave"."""
    helpers = [child for child in verb.children if child.dep_ == "aux"]
    return any(child.lower_ in load_kind("modal") for child in helpers) and not has_perfect(verb)


def has_perfect(verb: Token) -> bool:
    """Whether a participle tells of what is done: "has shelled", unlike "is shelled"."""
    return any(child.lemma_ == "have" for child in verb.children if child.dep_ in {"aux", "auxpass"})


def is_pluperfect(verb: Token) -> bool:
    """Whether a verb tells what was done before: "had threatened to leave on Sunday" looks back on that day."""
    return any(child.lower_ in {"had", "'d"} for child in verb.children if child.dep_ == "aux")


def plans(verb: Token) -> bool:
    """Whether the infinitive below a verb is yet to come: "agreed to meet", unlike "began to shell"."""
    rows = load_groups("operators").get(verb.lemma_.lower(), ())
    return any("infinitive" in row["governs"].split("|") and row["modality"] in LATER for row in rows)
