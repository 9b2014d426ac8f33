"""Whether a verb of saying tells that something was said: "said", unlike "did not say" or "is expected to say"."""


from kg.extract.syntax import children
from kg.lexicon import load_groups
from kg.parsed import Token

NEGATIVE = frozenset({"no", "nobody", "none", "neither", "nor", "without"})
PERFORMERS = frozenset({"i", "we"})
FUTURE = frozenset({"will", "'ll", "shall"})
ABLE = frozenset({"can"})


def is_unsaid(verb: Token) -> bool:
    """Whether the words are not said: denied the verb, refused, or only asked for, expected or imagined."""
    if children(verb, "neg") or _is_negative(verb):
        return True
    if verb.tag_ != "VB" or _is_performed(verb):
        return False
    helpers = children(verb, "aux")
    if any(helper.tag_ == "TO" for helper in helpers):
        return not (verb.dep_ in {"xcomp", "advcl"} and carries(verb.head, "infinitive"))
    return any(helper.tag_ == "MD" and helper.lower_ not in ABLE for helper in helpers)


def _is_performed(verb: Token) -> bool:
    """Whether speakers do it by these very words: "we would like to add that"."""
    if any(helper.lower_ in FUTURE for helper in children(verb, "aux")):
        return False
    return any(subject.lower_ in PERFORMERS for word in (verb, verb.head) for subject in children(word, "nsubj"))


def carries(word: Token, what: str) -> bool:
    """Whether what hangs on the word is as real as the word itself: "went on to say", "issued a statement"."""
    return any(row["carries"] == what for row in load_groups("carriers").get(word.lemma_.lower(), ()))


def _is_negative(verb: Token) -> bool:
    """Whether nobody says it, or it is done without saying it."""
    above = verb.head if verb.dep_ == "pcomp" else None
    subjects = [word for subject in children(verb, "nsubj", "nsubjpass") for word in (subject, *subject.lefts)]
    return any(word.lower_ in NEGATIVE for word in [*subjects, *([above] if above is not None else [])])
