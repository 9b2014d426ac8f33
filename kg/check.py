"""Checks of a store: the SHACL shapes document by document, and queries that must find nothing."""

from collections.abc import Iterator

import pyoxigraph as ox

from kg.findings import CheckReport, Finding
from kg.header import read_header
from kg.resources import find_folder
from kg.rows import Source
from kg.shapes import Checked, find_by_shapes

__all__ = ["CheckReport", "Finding", "check_store"]
QUOTE = """
PREFIX oa: <http://www.w3.org/ns/oa#>
PREFIX prov: <http://www.w3.org/ns/prov#>
SELECT DISTINCT ?sentence
WHERE { <NODE> prov:wasDerivedFrom?/oa:hasSelector/oa:exact ?sentence }
ORDER BY ?sentence
"""


def check_store(store: Checked) -> CheckReport:
    """Check all graphs of a store by the shapes and by the queries in `queries/checks/`."""
    found = {*find_by_queries(store), *find_by_shapes(store)}
    quoted = (add_sentence(store, finding) for finding in found)
    return CheckReport(tuple(sorted(quoted)))


def find_by_queries(store: Source) -> Iterator[Finding]:
    """Yield what the check queries find; the header of a query may say `severity: warning`."""
    for path in sorted((find_folder("queries") / "checks").glob("*.rq")):
        severity = read_header(path).get("severity", "violation")
        for row in store.select(path.read_text(encoding="utf-8")):
            yield Finding(path.stem, severity, row["node"], row["message"])


def add_sentence(store: Source, finding: Finding) -> Finding:
    """The finding with the sentence that its node was derived from, where there is one."""
    try:
        node = str(ox.NamedNode(finding.node))
    except ValueError:
        return finding
    rows = list(store.select(QUOTE.replace("<NODE>", node)))
    sentence = rows[0]["sentence"] if rows else ""
    return Finding(finding.check, finding.severity, finding.node, finding.message, sentence)
