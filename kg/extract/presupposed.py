"""Where the scope of plans and negations ends: what stays a fact whatever is said above it.

"The court may rule on the killing" leaves no doubt about the killing, "wants to repair the bridge that rebels bombed"
none about the bombing. Only the words between the event and its governor tell so.
"""


from kg.extract.syntax import children, is_verb
from kg.lexicon import load_lemmas
from kg.parsed import Token

PAST = frozenset({"VBD", "VBZ"})
REACTING = frozenset({"about", "over", "after", "following", "since", "amid", "despite", "because", "due"})
AGAINST = frozenset({"against"})
ANSWERING = frozenset({"for", "over"})
KNOWN = frozenset({"the", "this", "that", "these", "those", "his", "her", "its", "their", "our"})
ASKING = frozenset({"who", "whom", "what", "why", "how", "when", "where"})
SINGLING = frozenset({"only", "first", "second", "third", "last", "latest"})


def is_presupposed(token: Token) -> bool:
    """Whether what stands above `token` leaves the event at or below it a fact."""
    given = is_given_clause(token) or is_judged(token) or (token.dep_ == "prep" and _is_given_phrase(token))
    return given or (token.dep_ == "nsubj" and _is_given_subject(token))


def is_judged(noun: Token) -> bool:
    """Whether a known event is only given a name: "called **the raid** an outrage"."""
    return noun.dep_ == "dobj" and is_known(noun) and bool(children(noun.head, "oprd"))


def is_given_clause(clause: Token) -> bool:
    """Whether a clause stays a fact below any word: "who left", "although it fell", "will talk but **fled**"."""
    if clause.dep_ in {"relcl", "acl"} and is_verb(clause):
        return _is_given_description(clause)
    if clause.dep_ == "advcl":
        return is_finite(clause)
    if clause.dep_ == "conj":
        return clause.tag_ == "VBD" and clause.head.tag_ == "VB"
    return clause.dep_ == "ccomp" and (_is_beside(clause) or (_asks_about(clause) and is_finite(clause)))


def is_finite(clause: Token) -> bool:
    """Whether a clause tells what is or was."""
    return any(verb.tag_ in PAST for verb in (clause, *children(clause, "aux", "auxpass")))


def is_to_infinitive(verb: Token) -> bool:
    """Whether the verb is an infinitive with "to"."""
    return verb.tag_ == "VB" and any(child.tag_ == "TO" for child in children(verb, "aux"))


def is_known(noun: Token) -> bool:
    """Whether a noun names something as known to the reader: "the raid", "his death", "Iran's invasion"."""
    return any(child.dep_ == "poss" or child.lower_ in KNOWN for child in noun.children)


def _is_given_subject(noun: Token) -> bool:
    """Whether a known event only does something to others: "the war may hurt trade", not "it would have killed"."""
    verb = noun.head
    counterfactual = any(child.lower_ == "would" for child in children(verb, "aux"))
    return is_known(noun) and bool(children(verb, "dobj")) and not (carries(verb) or counterfactual)


def _is_given_description(clause: Token) -> bool:
    """Relative clauses and participles: "troops that left", "people killed in"; not "the order to leave"."""
    if is_to_infinitive(clause):
        named = [clause.head, *(noun.head.head for noun in [clause.head] if noun.dep_ == "pobj")]
        return any(child.lower_ in SINGLING for noun in named for child in noun.children)
    return clause.dep_ == "relcl" or (clause.tag_ == "VBN" and not children(clause, "mark"))


def _asks_about(clause: Token) -> bool:
    """Whether a clause asks for who, why or how, and so takes the rest for granted."""
    return any(child.lower_ in ASKING for child in children(clause, "nsubj", "nsubjpass", "advmod", "dobj"))


def _is_beside(clause: Token) -> bool:
    """Whether the parser joined two sentences of a headline: "Leaders condemn test; others vow answer"."""
    between = clause.doc[clause.i : clause.head.i]
    return any(token.text in {";", ":"} for token in between)


def _is_given_phrase(preposition: Token) -> bool:
    """Phrases that tell the occasion or the subject matter: "march against the arrest", "a report on the raid"."""
    word, above = preposition.lower_, preposition.head
    known = any(is_known(noun) for noun in children(preposition, "pobj"))
    if word in REACTING or (word in AGAINST and known):
        return True
    if children(preposition, "pcomp"):
        return word in ANSWERING and is_verb(above)
    if is_verb(above):
        return known and bool(children(above, "dobj")) and not carries(above)
    return known and above.pos_ == "NOUN" and word not in {"of", "to"} and not _is_shell(above)


def carries(verb: Token) -> bool:
    """Whether the verb only brings about the event of its object: "launch an attack"."""
    row = load_lemmas("support").get(verb.lemma_.lower())
    return row is not None and not row["by"] and row["subject"] != "@target"


def _is_shell(noun: Token) -> bool:
    return noun.lemma_.lower() in load_lemmas("shells") or noun.lemma_.lower() in load_lemmas("partitives")
