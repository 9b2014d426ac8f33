"""Make ontology/language/supersenses.tsv from WordNet: what sort of thing each common noun usually names.

Needs the noun files of WordNet 3.0 or later (Debian: `apt-get install wordnet-base`). Run:

    python tools/make_supersenses.py /usr/share/wordnet ontology/language/supersenses.tsv
"""

import csv
import sys
from collections.abc import Iterator
from pathlib import Path

# WordNet's lexicographer files, by number, to our coarse types.
TYPES = {
    "04": "event", "05": "animal", "06": "artifact", "07": "abstract", "08": "body", "09": "abstract",
    "10": "abstract", "11": "event", "12": "abstract", "13": "food", "14": "group", "15": "place",
    "16": "abstract", "17": "object", "18": "person", "19": "event", "20": "plant", "21": "money",
    "22": "abstract", "23": "quantity", "24": "abstract", "25": "abstract", "26": "abstract",
    "27": "substance", "28": "time",
}  # fmt: skip
PERSON = "18"
# The topmost nouns have a file of their own; they name the types themselves.
TOPS = {word: word for word in TYPES.values()} | {"location": "place", "human": "person"}


def read_synsets(folder: Path) -> dict[str, str]:
    """Return the file number of each noun synset; those that name one single thing (`@i`) are left out."""
    lines = (folder / "data.noun").read_text(encoding="utf-8").splitlines()
    synsets = (line.split(" ", 2) for line in lines if line[0].isdigit() and " @i " not in line)
    return {offset: number for offset, number, _ in synsets}


def find_types(folder: Path) -> Iterator[tuple[str, str]]:
    """Each single-word noun of WordNet's tagged texts with the type of its usual sense, and all names of persons."""
    synsets = read_synsets(folder)
    for line in (folder / "index.noun").read_text(encoding="utf-8").splitlines():
        lemma, *fields = line.split()
        if not lemma.isalpha() or len(lemma) < 2:  # noqa: PLR2004 - letters and phrases are no words
            continue
        senses = int(fields[1])
        tagged, first = int(fields[-senses - 1]), fields[-senses]
        number = synsets.get(first)
        if number and (tagged or (number == PERSON and senses == 1)):
            yield lemma, TOPS.get(lemma, "abstract") if number == "03" else TYPES[number]


def main(wordnet: str, target: str) -> None:
    """Write the table, sorted by noun."""
    with Path(target).open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, delimiter="\t", lineterminator="\n")
        writer.writerow(["lemma", "type"])
        writer.writerows(sorted(find_types(Path(wordnet))))


if __name__ == "__main__":
    main(*sys.argv[1:])
