"""Made-up reports as records, for graphs of any size that are shaped like those of real reports.

Each report is some sentences made from the templates in `synthetic.tsv`: a slot in braces is an actor (A, B,
C, S), a place, a date, a number or, for all others, its own words. The column beside says which events,
relations and speakers the sentence holds. Some actors and places are named far more often than others.
"""

import csv
import re
from calendar import month_name
from collections.abc import Iterator
from dataclasses import dataclass, replace
from hashlib import sha256
from itertools import count
from pathlib import Path
from random import Random

from kg.namespaces import BASE, global_iri, local_iri
from kg.records import (
    Argument,
    Attribution,
    Count,
    Cue,
    Document,
    Event,
    EventDate,
    Extent,
    Holder,
    Mention,
    Record,
    Relation,
    Role,
)

TABLE = Path(__file__).parent / "synthetic.tsv"
SENTENCES = 15
ACTORS, PLACES, PUBLISHERS = 3000, 1000, 60
TYPES = ("Person", "Country", "ArmedGroup", "GovernmentBody", "MilitaryForce")
ROLES = ("agent", "patient", "recipient", "participant", "place", "origin", "destination", "topic")
MONTHS = tuple(month_name)[1:]


@dataclass(frozen=True, slots=True)
class Named:
    """Somebody or something that a report names, where it does."""

    name: str
    iri: str
    type: str
    extent: Extent


Slots = dict[str, Named]


def make_reports(seed: int = 1) -> Iterator[list[Record]]:
    """Yield the records of one report after another, for ever; the same for the same seed."""
    random = Random(seed)
    rows = [line for line in csv.reader(TABLE.open(encoding="utf-8"), delimiter="\t") if line]
    for number in count():
        yield make_report(f"report-{number}", rows, random)


def make_report(name: str, rows: list[list[str]], random: Random) -> list[Record]:
    """The records of one report: fifteen sentences."""
    text, made = "", list[tuple[Extent, Slots, str]]()
    for template, facts in random.choices(rows, k=SENTENCES):
        sentence, slots = fill(template, name, len(text), random)
        made.append((Extent(len(text), len(text) + len(sentence)), slots, facts))
        text += sentence + " "
    day = f"{random.randint(2012, 2024)}-{random.randint(1, 12):02}-{random.randint(1, 28):02}"
    publisher = f"Paper {draw(PUBLISHERS, random)}"
    digest = sha256(text.encode()).hexdigest()
    records: list[Record] = [
        Document(0, len(text), name, text, f"News {name}", day, publisher, sha256=digest, language="en")
    ]
    for extent, slots, facts in made:
        records += mentions(name, text, extent, slots)
        records += (fact for words in facts.split("; ") for fact in state(words, name, extent, slots))
    return records


def draw(many: int, random: Random) -> int:
    """A number below `many`, small ones far more often."""
    return min(int(random.paretovariate(0.6)) - 1, random.randrange(many))


def fill(template: str, document: str, start: int, random: Random) -> tuple[str, Slots]:
    """The sentence with its slots filled, and what fills them."""
    text, slots = "", Slots()
    for words, slot in re.findall(r"([^{]*)(?:\{([^}]*)\})?", template):
        text += words
        if slot:
            name, what = choose(slot, random)
            extent = Extent(start + len(text), start + len(text) + len(name))
            iri = (
                local_iri(BASE, document, "entity", extent.start, extent.end)
                if what == "Group"
                else global_iri(BASE, "place" if what in {"Settlement", "Country"} else "actor", name)
            )
            slots[slot] = Named(name, iri, what, extent)
            text += name
    return text, slots


def choose(slot: str, random: Random) -> tuple[str, str]:
    """The words for a slot and the type of what they name; words alone have none."""
    if slot in {"A", "B", "C", "S"}:
        number = draw(ACTORS, random)
        return f"{TYPES[number % len(TYPES)]} {number}", TYPES[number % len(TYPES)]
    if slot in {"place", "place2"}:
        return f"Town {draw(PLACES, random)}", "Settlement"
    if slot == "group":
        return random.choice(["two gunmen", "protesters", "some residents"]), "Group"
    if slot == "date":
        return f"{random.randint(1, 28)} {random.choice(MONTHS)} {random.randint(2012, 2024)}", ""
    return (str(random.randint(2, 90)) if slot == "n" else slot), ""


def mentions(document: str, text: str, sentence: Extent, slots: Slots) -> Iterator[Mention]:
    """Yield the namings in a sentence."""
    for named in slots.values():
        if named.type:
            words = text[named.extent.start : named.extent.end]
            form = "nominal" if named.type == "Group" else "name"
            place = (named.extent.start, named.extent.end, document, words)
            yield Mention(*place, named.iri, named.name, named.type, (named.type,), form, sentence, "UA")


def state(words: str, document: str, sentence: Extent, slots: Slots) -> Iterator[Record]:
    """Yield what one fact of a template states: `shelled:Shelling agent=A place=place count=killed/n`."""
    head, *rest = words.split(" ")
    trigger, _, kind = head.partition(":")
    at, parts = slots[trigger], dict(part.split("=") for part in rest)
    place = (at.extent.start, at.extent.end, document, at.name)
    if kind[0].islower():
        yield Relation(*place, kind, argue(slots[parts["subject"]]), argue(slots[parts["object"]]), sentence)
        return
    holders = tuple(make_holder(said, slots) for said in parts.get("by", "").split(",") if said)
    for holder in holders:
        cue = holder.cue
        at_cue = (cue.start, cue.end, document, cue.text)
        yield Attribution(*at_cue, holder.source, sentence, False, holder.stance, sentence)
    yield make_event(Event(*place, "", kind, (kind,), sentence, f"made/{kind}", at.name), parts, slots, holders)


def make_event(bare: Event, parts: dict[str, str], slots: Slots, holders: tuple[Holder, ...]) -> Event:
    """The event with what its parts say of it."""
    roles = [(role, slots[slot]) for role in ROLES for slot in parts.get(role, "").split(",") if slot]
    return replace(
        bare,
        event=event_iri(bare.document, slots[parts.get("first", bare.text)]),
        roles=tuple(make_role(bare.document, role, named) for role, named in roles),
        date=make_date(slots["date"]) if "date" in slots else None,
        counts=(make_count(parts["count"], slots),) if "count" in parts else (),
        polarity=parts.get("polarity", "positive"),
        modality=parts.get("modality", "actual"),
        attribution=holders,
        cause=event_iri(bare.document, slots[parts["cause"]]) if "cause" in parts else None,
        hedge=parts.get("hedge"),
    )


def argue(named: Named) -> Argument:
    """The named one as an argument."""
    return Argument(named.extent.start, named.extent.end, named.name, named.iri, named.name, named.type)


def make_role(document: str, role: str, named: Named) -> Role:
    """The role that somebody named, or an event, plays."""
    extent = (named.extent.start, named.extent.end)
    iri = named.iri if named.type else event_iri(document, named)
    return Role(*extent, named.name, iri, named.name, named.type or None, role)


def make_holder(said: str, slots: Slots) -> Holder:
    """Who says it, in which word and how: `S/said/asserts`."""
    source, cue, stance = said.split("/")
    at = slots[cue]
    return Holder(argue(slots[source]), Cue(at.extent.start, at.extent.end, at.name), stance)


def make_count(words: str, slots: Slots) -> Count:
    """How many: `killed/n`."""
    measure, slot = words.split("/")
    at, number = slots[slot].extent, int(slots[slot].name)
    return Count(measure, number, number, at.start, at.end)


def make_date(named: Named) -> EventDate:
    """The day that the words say."""
    day, month, year = named.name.split()
    value = f"{year}-{MONTHS.index(month) + 1:02}-{int(day):02}"
    return EventDate(value, "day", named.extent.start, named.extent.end)


def event_iri(document: str, named: Named) -> str:
    """The node of the event that these words say."""
    return local_iri(BASE, document, "event", named.extent.start, named.extent.end)
