"""What a verb of saying or accusing reports, as a range of tokens: the clause, object or phrase that it governs."""


from kg.extract.syntax import children, is_verb
from kg.lexicon import load_groups, load_lemmas
from kg.parsed import Token
from kg.tails import QUOTES

MEANS = frozenset({"in", "at", "during", "through", "via"})


def content_of(verb: Token) -> tuple[int, int] | None:
    """The clause that a verb of saying governs or stands in, else the object of verbs such as "deny"."""
    clauses = [clause for clause in children(verb, "ccomp", "xcomp") if is_verb(clause) and _is_reported(clause)]
    clauses = clauses or _said_through(verb)
    if clauses:
        return min(c.left_edge.i for c in clauses), max(c.right_edge.i for c in clauses) + 1
    around = verb.head if is_verb(verb.head) else verb.head.head
    if verb.dep_ in {"ccomp", "parataxis"} and is_verb(around) and _is_inserted(verb):
        return around.left_edge.i, around.right_edge.i + 1
    objects = children(verb, "dobj") if _takes(verb) == "what" else []
    return (objects[0].left_edge.i, objects[0].right_edge.i + 1) if objects else _said_too(verb)


def _said_through(verb: Token) -> list[Token]:
    """The clause that the parser hung on the means of saying it: "claimed in a letter **that** rebels had fled"."""
    phrases = [phrase for phrase in children(verb, "prep") if phrase.i > verb.i and phrase.lower_ in MEANS]
    means = [noun for phrase in phrases for noun in children(phrase, "pobj")]
    clauses = [clause for noun in means for clause in children(noun, "acl", "relcl") if clause.i > noun.i]
    return [clause for clause in clauses if any(mark.lower_ == "that" for mark in children(clause, "mark"))]


def _said_too(verb: Token) -> tuple[int, int] | None:
    """The clause beside "as police said", before or after it."""
    around = verb.head
    if verb.dep_ != "advcl" or not any(mark.lower_ == "as" for mark in children(verb, "mark")):
        return None
    if verb.i < around.i:
        start, end = verb.right_edge.i + 1, around.right_edge.i + 1
        return (start + (verb.doc[start].text == ","), end) if start < around.i + 1 else None
    start, end = around.left_edge.i, verb.left_edge.i
    return (start, end) if start < end else None


def _takes(verb: Token) -> str:
    """What the table says of the object of a verb of saying: it is "what" is said, to "whom", or only "that" is."""
    return load_lemmas("cues")[verb.lemma_.lower()]["object"]


def _is_reported(clause: Token) -> bool:
    """Whether a clause below a verb of saying is what is said, and neither a deed nor a clause beside it."""
    verb = clause.head
    if clause.dep_ == "xcomp" and _takes(verb) == "that":
        return False
    if clause.dep_ == "xcomp":
        return clause.tag_ != "VB" or bool(children(clause, "aux")[1:]) or _is_promised(verb)
    if any(token.text == ";" for token in verb.doc[clause.i : verb.i]):
        return False
    bare = clause.i > verb.i and not children(clause, "mark")
    return not (bare and children(verb, "dobj") and _takes(verb) != "whom")


def _is_promised(verb: Token) -> bool:
    """Whether what the verb's infinitive tells is only words so far: "vowed to fight", unlike "continued to fight"."""
    rows = load_groups("operators").get(verb.lemma_.lower(), ())
    return any("infinitive" in row["governs"].split("|") and (row["modality"] or row["polarity"]) for row in rows)


def _is_inserted(verb: Token) -> bool:
    """Whether the report stands in commas inside or after the clause it reports."""
    before = verb.doc[verb.left_edge.i - 1].text if verb.left_edge.i else ""
    if verb.dep_ == "parataxis":
        return before not in {":", ";"}
    return before in {",", *QUOTES} and verb.i > verb.head.i


def accused(verb: Token) -> tuple[int, int] | None:
    """What somebody is accused of: the phrase after "of" or "for", or the object that is blamed on somebody."""
    objects = children(verb, "dobj")
    phrases = [child for word in (verb, *objects) for child in children(word, "prep") if child.i > verb.i]
    for phrase in phrases:
        if phrase.lower_ in {"of", "for", "over"}:
            return phrase.i + 1, phrase.right_edge.i + 1
    ends = {row["doer"] for row in load_groups("charges").get(verb.lemma_.lower(), ()) if row["by"] == "object"}
    is_laid = any(phrase.lower_ in ends for phrase in phrases)
    return (objects[0].left_edge.i, objects[0].right_edge.i + 1) if objects and is_laid else None
