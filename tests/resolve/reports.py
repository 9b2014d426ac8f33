"""Reports made by hand in which one party attacks another, and stores of them."""

from hashlib import sha256
from io import BytesIO
from pathlib import Path

from kg.export import write_graph
from kg.namespaces import BASE, local_iri, make_slug
from kg.records import Document, Event, Extent, Mention, Record, Role
from kg.store import Store

TYPES = {"Ruiz": "Person", "Ana Ruiz": "Person", "Olena Bondar": "Person", "Elena Bondar": "Person"}
LOCAL = {"Ruiz"}
SAME = "same\tTeal Column\tTC Brigade\tM. Weber\t2026-11-03\tits own site"


def make_report(name: str, agent: str, patient: str = "Port") -> list[Record]:
    """The records of a report: "<agent> attacked <patient>."."""
    text = f"{agent} attacked {patient}."
    sentence, start = Extent(0, len(text)), len(agent) + len(" attacked ")
    at = len(agent) + 1
    event = Event(
        at,
        at + len("attacked"),
        name,
        "attacked",
        event=local_iri(BASE, name, "event", at, at + len("attacked")),
        type="Attack",
        types=("Attack",),
        sentence=sentence,
        rule="toy/attack",
        label="attacked",
        roles=(
            Role(0, len(agent), agent, entity(name, agent, 0), agent, None, "agent"),
            Role(start, start + len(patient), patient, entity(name, patient, start), patient, None, "patient"),
        ),
    )
    document = Document(0, len(text), name, text, f"On {name}", "2022-10-18", "CNN", None, digest(text), "en")
    return [document, make_mention(name, agent, 0), make_mention(name, patient, start), event]


def make_mention(name: str, words: str, start: int) -> Mention:
    kind = TYPES.get(words, "ArmedGroup")
    iri = entity(name, words, start)
    return Mention(start, start + len(words), name, words, iri, words, kind, (kind,), "name", Extent(0, len(words)))


def entity(name: str, words: str, start: int) -> str:
    if words in LOCAL:
        return local_iri(BASE, name, "entity", start, start + len(words))
    return f"{BASE}actor/{make_slug(words)}"


def digest(text: str) -> str:
    return sha256(text.encode()).hexdigest()


def build(path: Path, **agents: str) -> Path:
    """A store with a report for each of these agents, by the names of the reports."""
    with Store.open(path, "write") as made:
        for name, agent in agents.items():
            made.put_document(make_report(name, agent), "f1")
    return path


def dump(path: Path) -> str:
    """The whole graph of a store, sorted."""
    out = BytesIO()
    with Store.open(path) as opened:
        write_graph(opened, out, "nquads")
    return out.getvalue().decode()


def agents(path: Path) -> list[str]:
    """Who attacks in the direct triples of a store."""
    with Store.open(path) as opened:
        found = {str(q.subject)[1:-1] for q in opened.quads("graph/direct") if q.predicate.value.endswith("#attacked")}
    return sorted(iri.removeprefix(BASE) for iri in found)


def write(path: Path, *rows: str) -> Path:
    """A table of decisions: verdict, left, right and perhaps who, when, note."""
    header = "verdict\tleft\tright\twho\twhen\tnote"
    path.write_text("\n".join([header, *rows]) + "\n", encoding="utf-8")
    return path
