"""The web application: /sparql for programs, / and /query/NAME for people."""

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from starlette.applications import Starlette
from starlette.background import BackgroundTask
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.requests import Request
from starlette.responses import FileResponse, PlainTextResponse, Response
from starlette.routing import Route

from kg.served.media import GRAPHS, RESULTS, TYPES, choose_form
from kg.served.page import answer_named, show_home
from kg.served.pool import Pool
from kg.served.protocol import LONGEST, Question, RefusalError, read_question

HERE = ["localhost", "127.0.0.1", "[::1]"]  # a page elsewhere must not reach us under a name of its own
SECONDS = 30.0
Handler = Callable[[Request], Awaitable[Response]]


def make_app(store: Path, seconds: float = SECONDS) -> Starlette:
    """The application that answers from a store; a query that takes longer than `seconds` is stopped."""

    @asynccontextmanager
    async def lifespan(app: Starlette) -> AsyncIterator[None]:
        with TemporaryDirectory(prefix="kg-serve-") as folder:
            app.state.pool, app.state.folder, app.state.store = Pool(store, seconds), Path(folder), store
            await app.state.pool.open()
            yield
            await app.state.pool.close()

    routes = [
        Route("/", told_plainly(show_home), methods=["GET"]),
        Route("/query/{name}", told_plainly(answer_named), methods=["GET"]),
        Route("/sparql", told_plainly(answer_sparql), methods=["GET", "POST"]),
    ]
    return Starlette(
        routes=routes,
        lifespan=lifespan,
        middleware=[Middleware(TrustedHostMiddleware, allowed_hosts=HERE, www_redirect=False)],
    )


def told_plainly(handler: Handler) -> Handler:
    """The handler, whose refusals are lines of plain text."""

    async def handle(request: Request) -> Response:
        try:
            return await handler(request)
        except RefusalError as refusal:
            return PlainTextResponse(refusal.reason + "\n", refusal.status)

    return handle


async def answer_sparql(request: Request) -> Response:
    """The answer to a request of the SPARQL 1.1 Protocol."""
    body = await read_body(request)
    content_type = request.headers.get("content-type", "")
    question = read_question(request.method, request.url.query, content_type, body)
    job = make_job(question, request.headers.get("accept", ""))
    return await answer_file(request, job)


def make_job(question: Question, accept: str) -> dict[str, object]:
    """What a worker is to do: the form is that of the Accept header, unless the request names one."""
    chosen = {
        kind: question.form if question.form in forms else choose_form(accept, forms)
        for kind, forms in (("results", RESULTS), ("graph", GRAPHS))
    }
    graphs = {"default_graph": question.default_graphs, "named_graphs": question.named_graphs}
    return {"text": question.text, "names_graphs": question.names_graphs, **chosen, **graphs}


async def answer_file(request: Request, job: dict[str, object]) -> Response:
    """The answer of a worker, whole: what is sent with a status of 200 has not been cut."""
    out = Path(request.app.state.folder) / f"answer-{id(request)}"
    forget = partial(out.unlink, missing_ok=True)
    try:
        reply = await request.app.state.pool.ask({**job, "out": str(out)})
    except BaseException:
        forget()
        raise
    headers = {"Content-Type": TYPES[reply["form"]], "Vary": "Accept", "Cache-Control": "no-store"}
    return FileResponse(out, headers=headers, background=BackgroundTask(forget))


async def read_body(request: Request) -> bytes:
    """The body of a request; RefusalError when it is longer than any query."""
    parts = bytearray()
    async for part in request.stream():
        parts += part
        if len(parts) > LONGEST:
            raise RefusalError(413, f"a query may have {LONGEST:,} bytes at most")
    return bytes(parts)
