"""What the pipeline is known to get wrong and is put right behind it: lemmas, results behind their verb, ranges."""

from spacy.language import Language
from spacy.tokens import Doc, Token

from kg.lexicon import load_groups, load_lemmas

NAME = "kg_mend"


@Language.component(NAME)
def mend(doc: Doc) -> Doc:
    """Give words the lemmas of `ontology/language/lemmas.tsv`, verbs the results of `results.tsv` and their objects."""
    right, results = load_lemmas("lemmas"), load_groups("results")
    for token in doc:
        word = token.lower_
        if word in right:
            token.lemma_ = right[word]["right"]
        if word in results and token.i and token.nbor(-1).lemma_.lower() in {row["verb"] for row in results[word]}:
            _hang_on_verb(token, token.nbor(-1))
        if word == "between" and token.dep_ == "prep":
            _give_object(token)
    return doc


def _give_object(preposition: Token) -> None:
    """Let those whom a range counts be the verb's object: "arrested **between 40 and 50 protesters**"."""
    verb, after = preposition.head, preposition.nbor() if preposition.i + 1 < len(preposition.doc) else preposition
    counted = [noun for noun in preposition.children if noun.tag_ == "NNS" and after in noun.subtree]
    is_range = after.tag_ == "CD" and any(child.dep_ == "conj" for child in after.children)
    follows = is_range and verb.pos_ == "VERB" and preposition.i == verb.i + 1
    if follows and counted and not any(child.dep_ == "dobj" for child in verb.children):
        counted[0].head, counted[0].dep_ = verb, "dobj"
        preposition.head, preposition.dep_ = after, "quantmod"


def _hang_on_verb(result: Token, verb: Token) -> None:
    """Let a result be the verb's where the parser gave it to the noun behind: "shot **dead** two men"."""
    noun = result.head if result.head != verb else next((child for child in verb.rights if child.i > result.i), verb)
    is_verb = verb.pos_ == "VERB" and verb.sent == result.sent
    if is_verb and (noun == verb or (noun.head == verb and noun.dep_ == "dobj")):
        for child in list(result.children):
            child.head = noun
        result.head, result.dep_ = verb, "oprd"
