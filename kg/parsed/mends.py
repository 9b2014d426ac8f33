"""Small faults of the parser, mended once when a parse is unfolded."""

from kg.lexicon import load_lemmas
from kg.parsed.token import Token

FINITE = frozenset({"VBD", "VBZ"})
OWN = frozenset({"nsubj", "nsubjpass", "aux", "auxpass", "expl"})


def mend(tokens: list[Token]) -> None:
    """Hang words where they belong."""
    for token in tokens:
        joined = token.dep_ == "conj" and (_says_more(token) or _asks_more(token))
        if joined or (token.dep_ == "advcl" and _comes_of_all(token)):
            _raise(token)


def _says_more(verb: Token) -> bool:
    """Whether a verb of speech goes on with who speaks: "denied that they **had** fled and **accused** the army".

    After "had", "would" or "were" no verb is finite, so that it is no part of what is said.
    """
    told, tells = verb.head, verb.head.head
    tag = "VBD" if (verb.tag_, told.tag_) == ("VBN", "VB") else verb.tag_  # "would attack and accused them"
    bare = tag in FINITE and not any(child.dep_ in OWN for child in verb.children)
    helped = told.tag_ not in FINITE and any(child.dep_ in {"aux", "auxpass"} for child in told.children)
    joined = told.dep_ == "ccomp" and tells.i < told.i and tells.tag_ == tag
    return bare and helped and joined and {verb.lemma_, tells.lemma_} <= load_lemmas("cues").keys()


def _asks_more(verb: Token) -> bool:
    """Whether an infinitive was joined to a gerund below its fellow: "told them to stop shelling and **leave**"."""
    gerund, above = verb.head, verb.head.head
    return verb.tag_ == above.tag_ == "VB" and gerund.tag_ == "VBG" and gerund.dep_ == "xcomp"


def _comes_of_all(result: Token) -> bool:
    """Whether what came of a deed was hung on its aim: "foiled a plot to kill him, **detaining** two"."""
    aim = result.head
    parted = any(child.text == "," and aim.i < child.i < result.i for child in aim.children)
    is_aim = aim.tag_ == "VB" and aim.dep_ == "advcl" and any(child.tag_ == "TO" for child in aim.children)
    return parted and is_aim and result.tag_ == "VBG"


def _raise(verb: Token) -> None:
    """Join a verb to the one above that it was joined to, with the "and" and the comma before it."""
    below, above = verb.head, verb.head.head
    links = [child for child in below.children if child.dep_ in {"cc", "punct"} and verb.i - 3 < child.i < verb.i]
    for token in (*links, verb):
        below.children.remove(token)
        token.head = above
        above.children.append(token)
    above.children.sort(key=lambda child: child.i)
