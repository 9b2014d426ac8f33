"""Which clause goes on after its speaker: "jets bombed Gao, residents said, **killing** two"."""

from kg.extract.described import after_comma
from kg.extract.syntax import SUBJECTS, children, coordinated
from kg.lexicon import load_lemmas
from kg.parsed import Token
from kg.tails import QUOTES

PLURAL_AUXILIARIES = frozenset({"were", "are", "have"})
ONE = (["NN"], ["NNP"])


def told_before(verb: Token) -> Token | None:
    """The clause that a participle after a speaker goes on with: "jets bombed Gao, residents said, **killing** two"."""
    befalls = verb.tag_ == "VBG" and verb.lemma_ in load_lemmas("transitives")  # not "adding", which the speaker does
    spoken = verb.head.lemma_ in load_lemmas("cues")
    if verb.dep_ != "advcl" or not (befalls and spoken) or verb.i < verb.head.i or not after_comma(verb):
        return None
    return next(iter(_clauses_before(verb.head)), None)


def _clauses_before(speech: Token) -> list[Token]:
    """The clause before a speaker, which the parser may have made a sentence of its own."""
    told = [clause for clause in children(speech, "ccomp") if clause.i < speech.i]
    start = speech.sent.start
    if not told and speech == speech.sent.root and start and speech.doc[start - 1].text == ",":
        told = [speech.doc[start - 1].sent.root]
    return told


def told_with(verb: Token) -> Token | None:
    """What a verb after a speaker goes on with: "troops took Kyiv, a general said, and **moved** on"."""
    if verb.dep_ != "conj":
        return None
    told = _clauses_before(verb.head)
    return told[0] if told and (_is_told_of_several(verb) or _goes_on_after(verb.head, verb)) else None


def _is_told_of_several(verb: Token) -> bool:
    """Whether a verb in the plural follows a speaker in the singular: "a general said, and **were** moving on"."""
    plural = any(child.lower_ in PLURAL_AUXILIARIES for child in children(verb, "aux", "auxpass"))
    speakers = children(verb.head, *SUBJECTS)
    return plural and [speaker.tag_ for speaker in speakers] in ONE and len(coordinated(speakers[0])) == 1


def _goes_on_after(speech: Token, verb: Token) -> bool:
    """Whether commas set the speaker apart, and nothing is quoted: "took Kyiv, he said, and **moved** on"."""
    start, end = speech.left_edge.i, next((t.i for t in speech.rights if t.dep_ == "cc"), verb.i)
    before = [token.text for token in speech.doc[max(start - 1, 0) : start]]
    quoted = any(token.text in QUOTES for token in speech.sent)
    says = {speech.lemma_, verb.lemma_} - load_lemmas("cues").keys()
    return before == [","] and speech.doc[end - 1].text == "," and not quoted and says == {verb.lemma_}
