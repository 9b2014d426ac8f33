"""A report made by hand, as records: two sentences, four names, a shooting, a shelling and a killing."""

from hashlib import sha256

from kg.namespaces import BASE, make_slug
from kg.records import Argument, Count, Cue, Document, Event, Extent, Holder, Mention, Record, Role

TEXT = "Two gunmen opened fire on recruits. Russia shelled Kharkiv, killing 11 people, TASS said."
SENTENCES = {False: Extent(0, 35), True: Extent(36, len(TEXT))}
NAMES = {
    "Russia": ("place/russia", "Country", "RU"),
    "Kharkiv": ("place/kharkiv", "Settlement", "UA"),
    "TASS": ("actor/tass", "MediaOrganization", "RU"),
}


def make_report(name: str, *, polarity: str = "positive", text: str = TEXT) -> list[Record]:
    """The records of a report with this id; `polarity` is that of the shelling."""
    return [
        Document(0, len(text), name, text, f"On {name}", "2022-10-18", "CNN", None, digest(text), "en"),
        *(make_mention(name, words) for words in ("Two gunmen", "recruits", *NAMES)),
        make_event(name, "opened fire", "Shooting", agent="Two gunmen", patient="recruits"),
        make_event(name, "shelled", "Shelling", polarity, agent="Russia", patient="Kharkiv"),
        make_event(name, "killing", "Killing", polarity, cause="shelled", killed="11"),
    ]


def digest(text: str) -> str:
    return sha256(text.encode()).hexdigest()


def place(words: str) -> tuple[int, int]:
    start = TEXT.index(words)
    return start, start + len(words)


def node(name: str, what: str, words: str) -> str:
    start, end = place(words)
    return f"{BASE}doc/{make_slug(name)}#{what}={start},{end}"


def entity(name: str, words: str) -> str:
    return BASE + NAMES[words][0] if words in NAMES else node(name, "entity", words)


def sentence(words: str) -> Extent:
    return SENTENCES[place(words)[0] >= 36]


def make_mention(name: str, words: str) -> Mention:
    kind, country = NAMES[words][1:] if words in NAMES else ("Group", None)
    return Mention(
        *place(words),
        name,
        words,
        entity=entity(name, words),
        name=words,
        type=kind,
        types=(kind,),
        form="name" if words in NAMES else "nominal",
        sentence=sentence(words),
        country=country,
    )


def make_role(name: str, role: str, words: str) -> Role:
    return Role(*place(words), words, entity(name, words), words, None, role)


def make_holder(name: str) -> Holder:
    """TASS, which said it."""
    tass = Argument(*place("TASS"), "TASS", entity(name, "TASS"), "TASS")
    return Holder(tass, Cue(*place("said"), "said"), "asserts")


def make_event(
    name: str,
    words: str,
    kind: str,
    polarity: str = "positive",
    cause: str = "",
    killed: str = "",
    **roles: str,
) -> Event:
    return Event(
        *place(words),
        name,
        words,
        event=node(name, "event", words),
        type=kind,
        types=(kind,),
        sentence=sentence(words),
        rule=f"toy/{kind}",
        label=words,
        roles=tuple(make_role(name, role, filler) for role, filler in roles.items()),
        counts=(Count("killed", 11, 11, *place(killed)),) if killed else (),
        polarity=polarity,
        attribution=() if words == "opened fire" else (make_holder(name),),
        cause=node(name, "event", cause) if cause else None,
    )
