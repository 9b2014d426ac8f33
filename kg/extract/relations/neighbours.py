"""Relations in the few words between two names: "Kabul, Afghanistan", "Syria's Idlib province"."""

from collections.abc import Iterator
from itertools import chain, islice, pairwise

from kg.extract.phrases import CONTAINERS
from kg.extract.relations.parties import Parties, Party
from kg.extract.relations.patterns import Pattern, load_patterns
from kg.extract.relations.ties import Tie, tie
from kg.extract.syntax import coordinated
from kg.lexicon import load_lemmas
from kg.parsed import Span, Token
from kg.tails import QUOTES

MAX_GAP = 8
CLOSING = frozenset({"IN", "CC", ",", ".", ":", "-RRB-", "''", "TO", "HYPH"})
PASSED_OVER = frozenset({"DT", "JJ", "RB", "PRP$"})
JOINING = frozenset({"and", "with", "between"})


def find_neighbours(parties: Parties) -> Iterator[Tie]:
    """The ties of all names that follow each other with nothing but listed words between."""
    for first, second in pairwise(parties.names):
        gap = first.span.doc[first.span.end : second.span.start]
        apart = second.span.doc[second.span.end : second.span.end + 1].text == "-"  # "Kabul's Taliban-run government"
        if len(gap) and len(gap) <= MAX_GAP and first.head.sent == second.head.sent and not apart:
            found = next(_ties(first, second, gap, parties), None)
            if found is not None:
                yield found
                yield from _listed(found, second, parties)


def find_owned(parties: Parties) -> Iterator[Tie]:
    """The ties of bodies whose name begins with their country: "the UK's Ministry of Defence"."""
    for body in parties.names:
        state = parties.state_in(body)
        if state is not None:
            sign = body.span.doc[state.span.end : state.span.end + 1]
            patterns = load_patterns().get(("between", "'s"), ())
            yield from islice(chain.from_iterable(tie(pattern, body, state, sign) for pattern in patterns), 1)


def _ties(first: Party, second: Party, gap: Span, parties: Parties) -> Iterator[Tie]:
    for pattern in load_patterns().get(("between", _listed_words(gap)), ()):
        subject, target = (first, second) if pattern.subject == ("first",) else (second, first)
        if _may_be(pattern, first, second, parties):
            yield from tie(pattern, subject, target, _words(pattern, second, gap))


def _words(pattern: Pattern, second: Party, gap: Span) -> Span:
    """The words that say it: those between, of a possessor its sign, of brackets all in them."""
    if "'s" in pattern.words:
        return gap[:1]
    return second.span.doc[gap.start : second.span.end + 1] if gap.text == "(" else gap


def _listed(first: Tie, second: Party, parties: Parties) -> Iterator[Tie]:
    """The same tie for what is joined to its second name: "in Iraq and Syria", "the SNA's Hamza and Sultan Murad"."""
    heads = coordinated(second.head)[1:] if first.words[-1].tag_ != "," else []
    for party in (party for head in heads for party in parties.headed(head)):
        ends = (first.subject, party) if first.pattern.subject == ("first",) else (party, first.object)
        yield from tie(first.pattern, *ends, first.words)


def _listed_words(gap: Span) -> str:
    """The words between without articles, adjectives, quotation marks and nouns such as "town of"."""
    kept = [token for token in gap if not _is_passed_over(token)]
    words: list[str] = []
    for number, token in enumerate(kept):
        of_container = token.lower_ == "of" and number > 1 and kept[number - 1].lemma_ in CONTAINERS
        if token.lemma_ not in CONTAINERS and not of_container:
            words.append(token.lower_)
    return " ".join(words)


def _is_passed_over(token: Token) -> bool:
    titled = token.lower_.rstrip(".") in load_lemmas("honorifics")
    return token.text in QUOTES or token.is_space or titled or (token.tag_ in PASSED_OVER and token.lower_ != "also")


def _may_be(pattern: Pattern, first: Party, second: Party, parties: Parties) -> bool:
    """What the words alone do not tell, by the type of the relation."""
    if "(" in pattern.words:
        return _is_acronym(second, first)
    if pattern.type == "locatedIn":
        return _may_lie(first, second) and ("'s" not in pattern.words or parties.is_body(first))
    if pattern.type == "operatesIn":
        return not (_is_joined(first) or _owns_place(first, second))
    if pattern.type == "partOf" and "," in pattern.words:
        return first.span[0].text[0].isdigit() and not _is_list(first, second)
    return pattern.type != "partOf" or (parties.is_body(first) and parties.is_body(second))


def _owns_place(first: Party, second: Party) -> bool:
    """Whether what it owns is a place before the name: "in San Salvador's neighbourhoods the FMLN"."""
    return first.is_owner and any(
        token.lemma_ in CONTAINERS for token in second.span.doc[first.span.end : second.span.start]
    )


def _is_acronym(second: Party, first: Party) -> bool:
    """Whether brackets close after an acronym; without them, its letters stand in the name in order."""
    short, long = second.span.text, first.span.text.removeprefix("the ").upper()
    if not short.isupper() or short[0] != long[:1] or len(short) >= len(long):
        return False
    letters = iter(long)
    spelled = all(letter in letters for letter in short if letter.isalpha())
    doc = second.span.doc
    bracketed = doc[first.span.end].text == "("
    return doc[second.span.end : second.span.end + 1].text == ")" if bracketed else spelled


def _may_lie(first: Party, second: Party) -> bool:
    """Places lie in one country; a town and its own country may stand anywhere, others not in a list."""
    if first.country and second.country:
        if first.country != second.country:
            return False
        if "Country" in second.types:
            return True
    return second.span.doc[first.span.end].text != "," or not _is_list(first, second)


def _is_list(first: Party, second: Party) -> bool:
    """Whether two places with a comma between are part of a list: "Florida, Ohio and Nevada"."""
    doc = second.span.doc
    before = doc[first.span.start - 1] if first.span.start else None
    after = doc[second.span.end : second.span.end + 2]
    if before is not None and before.text == ",":
        return True
    if not len(after) or after[0].tag_ not in CLOSING | {"_SP"}:
        return bool(len(after))
    goes_on = after[-1].tag_ in {"CC", "NNP"} and not ("Country" not in second.types and after[-1].ent_type_ == "GPE")
    return after[0].tag_ == "CC" or (after[0].text == "," and goes_on)


def _is_joined(party: Party) -> bool:
    """Whether the place after it may be where others met it: "talks with the Taliban in Doha"."""
    before = [token.lower_ for token in party.span.doc[max(party.span.start - 2, 0) : party.span.start]]
    return bool(JOINING & set(before[-1:] if before[-1:] != ["the"] else before))
