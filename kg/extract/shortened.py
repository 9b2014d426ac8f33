"""Short forms of names: acronyms, with and without brackets, surnames, first words of organisations."""

import re
from itertools import islice, pairwise

from kg.extract.entities import Cast
from kg.extract.naming import PLACES, Naming
from kg.parsed import Token  # noqa: TC001

OPENING = frozenset({"(", "[", "( the", "[the"})
CLOSING = frozenset({")", "]"})
SMALL = frozenset({"of", "the", "and", "for", "in", "de", "la", "el", "to"})
MIN_WORD, MIN_ACRONYM = 4, 3
ARTICLE = re.compile(r"^(?:[AaEe]l|A[dnrstz]|a[dnrstz]|[Aa]sh)-(?=[A-Z])")


def tie_acronyms(cast: Cast, names: list[Naming]) -> None:
    """Tie an acronym to the name it spells: beside it in brackets, and wherever it stands after that."""
    defined: dict[str, Token] = {}
    for before, after in pairwise(names):
        between = before.span.doc[before.span.end : after.span.start].text.strip()
        if between in OPENING and is_acronym(after) and _spells(after.span.text, before.span.text):
            defined[after.span.text] = before.head
        elif between in OPENING and is_acronym(after) and _is_translated(before, after):
            if after.entry is None:
                defined[after.span.text] = before.head
            else:
                cast.tie(before.head, after.head)
        elif between in OPENING and is_acronym(before) and _spells(before.span.text, after.span.text):
            cast.tie(after.head, before.head)
    spelt: dict[str, Token] = {}
    for naming in names:
        text = naming.span.text
        if text in defined:
            cast.tie(naming.head, defined[text])
        elif text in spelt and is_acronym(naming) and not _is_told(naming, names) and not cast.is_tied(naming.head):
            cast.tie(naming.head, spelt[text])
        spelt[_initials(text)] = naming.head


def _is_told(acronym: Naming, names: list[Naming]) -> bool:
    """Whether the report names in full what the tables know by the acronym."""
    entry = acronym.entry
    return entry is not None and any(n.entry == entry and len(n.span) > 1 for n in names)


def _is_translated(name: Naming, acronym: Naming) -> bool:
    """Whether brackets hold a body's acronym in its own tongue: "Workers' Party (PT)", not "WASHINGTON (AP)"."""
    words, doc, end = name.span.text.split(), acronym.span.doc, acronym.span.end
    body = name.type not in PLACES | {"Person", "Group"} and len(words) > 1 and "of" not in words
    closed = end < len(doc) and doc[end].text in CLOSING
    one = name.entry is None or acronym.entry is None
    return body and closed and one and acronym.type not in PLACES | {"MediaOrganization"}


def is_acronym(naming: Naming) -> bool:
    """Whether a name is one word of capitals."""
    text = naming.span.text.replace(".", "").replace("-", "")
    return len(naming.span) <= MIN_ACRONYM and text.isupper() and text.isalnum() and len(text) > 1


def _initials(name: str) -> str:
    words = [word for word in name.replace("-", " ").split() if word.lower() not in SMALL]
    return "".join(word[0] for word in words).upper() if len(words) >= MIN_ACRONYM else ""


def _spells(acronym: str, name: str) -> bool:
    """Whether the acronym's letters stand in the capitals and first letters of the name, in order."""
    initials = "".join(word[0] for word in name.replace("-", " ").split() if word)
    letters = iter(initials.upper() + name.upper())
    return acronym[0] == initials[:1].upper() and all(letter in letters for letter in acronym if letter.isalpha())


def tie_short_names(cast: Cast, names: list[Naming]) -> None:
    """Tie a surname to the last full name that ends in it, an organisation's short name to the one that holds it."""
    longer: dict[tuple[str, ...], list[Naming]] = {}
    for naming in names:
        words = _words(naming)
        if len(naming.span) == 1 or naming.entry is None or naming.type == "Person":
            full = (earlier for earlier in reversed(longer.get(words, [])) if _is_short_for(naming, words, earlier))
            for earlier in islice(full, 1):
                cast.tie(naming.head, earlier.head)
        for short in _shorts(words) if len(words) > 1 else ():
            longer.setdefault(short, []).append(naming)


def _words(naming: Naming) -> tuple[str, ...]:
    """The words of a name, of Arabic ones without the article: "al-Sharaa", "Al-Sharaa" and "Sharaa" are one."""
    return tuple(ARTICLE.sub("", word) for word in naming.span.text.split())


def _shorts(words: tuple[str, ...]) -> set[tuple[str, ...]]:
    """What may stand for a longer name: its first word, any later one, the words it ends in."""
    return {*((word,) for word in words), *(words[start:] for start in range(1, len(words)))}


def _is_short_for(naming: Naming, words: tuple[str, ...], earlier: Naming) -> bool:
    """Whether words of an earlier name end a body's or stand in a person's past its first, or one begins a body's."""
    full = _words(earlier)
    is_end, is_start = words == full[-len(words) :], words == full[:1]
    if naming.entry and earlier.entry and naming.entry.id != earlier.entry.id:
        return False
    if earlier.type == "Person":
        borne = is_end or (naming.type == "Person" and naming.entry is None and words[0] in full[1:])
        return borne and naming.type not in PLACES - {"Settlement"}
    same = naming.entry is None and naming.type == earlier.type != "Settlement"
    return same and (len(words) > 1 or (is_start and len(words[0]) >= MIN_WORD))
