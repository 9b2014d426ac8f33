"""How many false events sentences of sport, business, law, health and art give: `python benchmarks/traps.py`.

Each sentence of traps.tsv uses words of conflict in another sense. Only material and coercive events count as
false: a firm that is said to hold talks did hold talks. The sentences of twins.tsv use the same words of real force,
and an event is to be found in each. Figures stand for the two halves of each table by CRC-32: rules are made after
reading one half, the other checks them.
"""

from collections.abc import Iterator
from pathlib import Path
from zlib import crc32

from kg.lexicon import Row, read_table
from kg.pipeline import Knowledge, extract_documents
from kg.records import Document, Event

FOLDER = Path(__file__).parent
HARMLESS = frozenset({"VerbalEvent", "CooperativeEvent", "OtherEvent", "PoliticalEvent", "Request"})
Told = tuple[Row, list[Event]]


def main() -> None:
    """Print each false event, each silent twin, and their numbers by half."""
    traps, twins = (list(tell(read_table(FOLDER / name))) for name in ("traps.tsv", "twins.tsv"))
    for row, events in traps:
        for event in find_false(events):
            print(f"{row['field']:10} {event.type:16} {event.rule:28} {row['text']}")
    for row, events in twins:
        if not is_told(row, events):
            print(f"{row['field']:10} {row['type']:16} {'not found':28} {row['text']}")
    for half in ("even", "odd"):
        print(f"{half}: {sum_up(choose(traps, half), choose(twins, half))}")


def tell(rows: list[Row]) -> Iterator[Told]:
    """Each sentence with the events found in it."""
    documents = [Document(0, len(row["text"]), str(number), row["text"]) for number, row in enumerate(rows)]
    made = extract_documents(documents, Knowledge(), print)
    for row, records in zip(rows, made, strict=True):
        yield row, [record for record in records if isinstance(record, Event)]


def find_false(events: list[Event]) -> list[Event]:
    """The events of conflict."""
    return [event for event in events if not HARMLESS & set(event.types)]


def is_told(row: Row, events: list[Event]) -> bool:
    """Whether an event of the row's type was found."""
    return any(row["type"] in event.types for event in events)


def choose(told: list[Told], half: str) -> list[Told]:
    """The sentences of one half."""
    return [(row, events) for row, events in told if crc32(row["text"].encode()) % 2 == (half == "odd")]


def sum_up(traps: list[Told], twins: list[Told]) -> str:
    """False events in a thousand words, and twins found."""
    words = sum(len(row["text"].split()) for row, _ in traps)
    false = sum(len(find_false(events)) for _, events in traps)
    found = sum(is_told(row, events) for row, events in twins)
    rate = f"{false} false events in {words} words, {1000 * false / words:.1f} in a thousand"
    return f"{len(traps)} sentences, {rate}; {found} of {len(twins)} twins found"


if __name__ == "__main__":
    main()
