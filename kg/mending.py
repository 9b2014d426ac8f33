"""What the pipeline is known to get wrong and is put right behind it: lemmas, and results that follow their verb."""

from spacy.language import Language
from spacy.tokens import Doc, Token

from kg.lexicon import load_groups, load_lemmas

NAME = "kg_mend"


@Language.component(NAME)
def mend(doc: Doc) -> Doc:
    """Give words the lemmas of `ontology/language/lemmas.tsv`, and verbs the results of `results.tsv`."""
    right, results = load_lemmas("lemmas"), load_groups("results")
    for token in doc:
        word = token.lower_
        if word in right:
            token.lemma_ = right[word]["right"]
        if word in results and token.i and token.nbor(-1).lemma_.lower() in {row["verb"] for row in results[word]}:
            _hang_on_verb(token, token.nbor(-1))
    return doc


def _hang_on_verb(result: Token, verb: Token) -> None:
    """Let a result be the verb's where the parser gave it to the noun behind: "shot **dead** two men"."""
    noun = result.head if result.head != verb else next((child for child in verb.rights if child.i > result.i), verb)
    is_verb = verb.pos_ == "VERB" and verb.sent == result.sent
    if is_verb and (noun == verb or (noun.head == verb and noun.dep_ == "dobj")):
        for child in list(result.children):
            child.head = noun
        result.head, result.dep_ = verb, "oprd"
