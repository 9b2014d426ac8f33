"""The pages for people: a form for SPARQL, the named queries, and answers as tables."""

import json
from collections.abc import Mapping
from itertools import groupby
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlencode

from jinja2 import Environment, FileSystemLoader
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from kg.library import NamedQuery, list_queries
from kg.namespaces import ONTOLOGY
from kg.served.media import RESULTS, TYPES
from kg.served.protocol import RefusalError, read_question

PAGES = Environment(
    loader=FileSystemLoader(Path(__file__).parent / "pages"),
    autoescape=True,
    trim_blocks=True,
    lstrip_blocks=True,
)
SHOWN = 500
ANY_GRAPH = {"results": "json", "graph": None, "default_graph": (), "named_graphs": ()}
SECURITY = {
    "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; "
    "base-uri 'none'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
}
EXAMPLE = """PREFIX ckg: <https://w3id.org/conflict-kg/ontology#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>

SELECT DISTINCT ?actor ?name
WHERE { ?event ckg:agent ?actor . ?actor rdfs:label ?name }
ORDER BY ?name
LIMIT 50
"""


async def show_home(request: Request) -> Response:
    """The page with the form and all named queries; with a query, its answer."""
    text = request.query_params.get("query", "")
    table, problem = None, ""
    if text:
        try:
            question = read_question("GET", request.url.query, "", b"")
            job = {"text": question.text, "names_graphs": question.names_graphs, **ANY_GRAPH}
            table = make_table(*await ask(request, job))
        except RefusalError as refusal:
            problem = refusal.reason
    links = (
        {form: "/sparql?" + urlencode({"query": text, "format": form}) for form in RESULTS} if table else {}
    )
    families = [(name, list(group)) for name, group in groupby(list_queries(), lambda query: query.family)]
    shown = {"table": table, "problem": problem, "links": links, "families": families}
    return show(request, "home.html", text=text or EXAMPLE, **shown)


async def answer_named(request: Request) -> Response:
    """The page of one named query, with its rows when all it needs is given; or the rows in another form."""
    query = find_named(request.path_params["name"])
    fields = {name: values[0].strip() for name, values in parse_qs(request.url.query).items()}
    form = fields.pop("format", "")
    values = {name: value for name, value in fields.items() if value and name in query.parameters}
    if form in RESULTS:
        content, _ = await ask(request, {"name": query.name, "values": values, "form": form})
        return Response(content, media_type=None, headers={"Content-Type": TYPES[form]})
    table, problem, told = None, "", []
    if not missing(query, values):
        try:
            content, reply = await ask(request, {"name": query.name, "values": values, "form": "json"})
            table, told = make_table(content, reply), reply["told"]
        except RefusalError as refusal:
            problem = refusal.reason
    links = {form: "?" + urlencode({**values, "format": form}) for form in RESULTS} if table else {}
    shown = {"query": query, "values": values, "table": table, "problem": problem, "told": told, "links": links}
    return show(request, "named.html", **shown)


def find_named(name: str) -> NamedQuery:
    """The bundled query of this name."""
    found = {query.name: query for query in list_queries()}.get(name)
    if found is None:
        raise RefusalError(404, f"no query '{name}': the page at / lists them all")
    return found


def missing(query: NamedQuery, values: Mapping[str, str]) -> bool:
    """Whether a parameter that the query needs has no value yet."""
    needed = (p for p in query.parameters.values() if not p.optional and p.default is None)
    return any(p.name not in values for p in needed)


async def ask(request: Request, job: Mapping[str, Any]) -> tuple[bytes, dict[str, Any]]:
    """The answer to a job, and what the worker says of it."""
    out = Path(request.app.state.folder) / f"page-{id(request)}"
    try:
        reply = await request.app.state.pool.ask({**job, "out": str(out)})
        return out.read_bytes(), reply
    finally:
        out.unlink(missing_ok=True)


def make_table(content: bytes, reply: Mapping[str, Any]) -> dict[str, Any]:
    """Columns, rows and their number, for a page; each cell is a short text and the whole one."""
    answer = json.loads(content)
    if "boolean" in answer:
        return {
            "columns": ["answer"],
            "rows": [[(str(answer["boolean"]).lower(), "")]],
            "number": 1,
            "more": 0,
        }
    columns, found = answer["head"]["vars"], answer["results"]["bindings"]
    rows = [[make_cell(row.get(column), reply["base"]) for column in columns] for row in found[:SHOWN]]
    return {"columns": columns, "rows": rows, "number": len(found), "more": max(len(found) - SHOWN, 0)}


def make_cell(term: Mapping[str, str] | None, base: str) -> tuple[str, str]:
    """What a cell shows, and the IRI behind it."""
    if term is None:
        return "", ""
    if term["type"] == "uri":
        return term["value"].replace(ONTOLOGY, "ckg:").removeprefix(base), term["value"]
    return term["value"], ""


def show(request: Request, name: str, **values: object) -> Response:
    """A page made from a template."""
    page = PAGES.get_template(name).render(store=request.app.state.store.name, **values)
    return HTMLResponse(page, headers=SECURITY)
