"""Small faults of the pipeline, mended once when a parse is unfolded: lemmas, and what words hang on."""

from itertools import pairwise

from kg.lexicon import load_groups, load_lemmas
from kg.parsed.token import Token

FINITE = frozenset({"VBD", "VBZ"})
OWN = frozenset({"nsubj", "nsubjpass", "aux", "auxpass", "expl"})


def mend(tokens: list[Token]) -> None:
    """Give words the lemmas of `ontology/language/lemmas.tsv`, and hang them where they belong."""
    lemmas = load_lemmas("lemmas")
    for token in tokens:
        if token.lower_ in lemmas:
            token.lemma_ = lemmas[token.lower_]["right"]
    for before, token in pairwise(tokens):
        if _is_result(token, before):
            _give_result(before, token)
        elif _counts_object(before, token):
            _give_object(before.head, before, token)
        joined = token.dep_ == "conj" and (_says_more(token) or _asks_more(token))
        if joined or (token.dep_ == "advcl" and _comes_of_all(token)):
            _raise(token)


def _is_result(word: Token, verb: Token) -> bool:
    """Whether `ontology/language/results.tsv` says that the word tells what the verb's object became."""
    rows = load_groups("results").get(word.lower_, ())
    return verb.pos_ == "VERB" and not word.is_sent_start and verb.lemma_.lower() in {row["verb"] for row in rows}


def _give_result(verb: Token, result: Token) -> None:
    """Let a result be the verb's where the parser gave it to the object behind it: "shot **dead** two men"."""
    after = [child for child in verb.children if child.i > result.i]
    noun = result.head if result.head is not verb else next(iter(after), verb)
    if noun is verb or (noun.head is verb and noun.dep_ == "dobj"):
        for child in [*result.children]:
            _hang(child, noun, child.dep_)
        _hang(result, verb, "oprd")


def _counts_object(preposition: Token, number: Token) -> bool:
    """Whether a range behind a verb without an object counts those whom it befalls."""
    verb, noun = preposition.head, number.head
    spans = preposition.lower_ == "between" and number.tag_ == "CD" and noun.tag_ == "NNS" and noun.head is preposition
    follows = verb.pos_ == "VERB" and verb.i == preposition.i - 1
    lacks = all(child.dep_ != "dobj" for child in verb.children)
    return spans and follows and lacks and any(child.dep_ == "conj" for child in number.children)


def _give_object(verb: Token, preposition: Token, number: Token) -> None:
    """Let those whom a range counts be the verb's object: "arrested **between 40 and 50 protesters**"."""
    _hang(number.head, verb, "dobj")
    _hang(preposition, number, "quantmod")


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
        _hang(token, above, token.dep_)


def _hang(token: Token, head: Token, label: str) -> None:
    """Let a word depend on another one, as what the label says."""
    if token.head is not token:
        token.head.children.remove(token)
    token.head, token.dep_ = head, label
    if token not in head.children:
        head.children.append(token)
        head.children.sort(key=lambda child: child.i)
