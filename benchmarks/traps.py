"""How many false events sentences of sport, business, law, health and art give: `python benchmarks/traps.py`.

Each sentence of traps.tsv uses words of conflict in another sense. Only material and coercive events count as
false: a firm that is said to hold talks did hold talks.
"""

from collections.abc import Iterator
from pathlib import Path

from kg.lexicon import Row, read_table
from kg.pipeline import Knowledge, extract_documents
from kg.records import Document, Event

TABLE = Path(__file__).with_name("traps.tsv")
HARMLESS = frozenset({"VerbalEvent", "CooperativeEvent", "OtherEvent", "PoliticalEvent", "Request"})


def main() -> None:
    """Print each false event and the number of them in a thousand words."""
    rows = read_table(TABLE)
    found = list(find_false(rows))
    for row, event in found:
        print(f"{row['field']:9} {event.type:16} {event.rule:28} {row['text']}")
    words = sum(len(row["text"].split()) for row in rows)
    caught = len({row["text"] for row, _ in found})
    print(f"{len(rows)} sentences, {words} words: {len(found)} false events in {caught} sentences, ", end="")
    print(f"{1000 * len(found) / words:.1f} in a thousand words")


def find_false(rows: list[Row]) -> Iterator[tuple[Row, Event]]:
    """The events of conflict found in the sentences."""
    documents = [Document(0, len(row["text"]), str(number), row["text"]) for number, row in enumerate(rows)]
    made = extract_documents(documents, Knowledge(), print)
    for row, records in zip(rows, made, strict=True):
        events = (record for record in records if isinstance(record, Event))
        yield from ((row, event) for event in events if not HARMLESS & set(event.types))


if __name__ == "__main__":
    main()
