"""The pages: sign-in, and the chat that the script then fills."""

from functools import partial
from pathlib import Path
from typing import Annotated

from fastapi import APIRouter
from fastapi import Path as FromPath
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response

from channels.web.language import chosen_language, chosen_theme, language_of
from channels.web.parts import Parts, Visitor, WebParts, visitor_of
from channels.web.security import cookies_of, new_visit, proof_for
from channels.web.suggestions import suggestion_keys
from channels.web.trouble import log_crash
from commerce import words
from commerce.words import LANGUAGES, say

router = APIRouter()

_TEMPLATES = Environment(
    loader=FileSystemLoader(Path(__file__).parent / "templates"),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)


@router.get("/")
@router.get("/c/{conversation}")
async def chat(request: Request, parts: WebParts, conversation: str = "") -> Response:
    """Show the chat, or the sign-in page to whom we do not know."""
    visitor = await visitor_of(request)
    if visitor is None:
        return await _sign_in_page(request, parts)
    return _page(
        request,
        "chat.html",
        visitor=visitor,
        proof=proof_for(visitor.secret),
        page_words=_page_words(visitor.language),
        suggestions=[say(visitor.language, key) for key in suggestion_keys(visitor.actor.role)],
        asks_as_customer=visitor.actor.customer_id is not None,
        in_conversation=bool(conversation),
    )


@router.get("/enter/{token}")
async def enter(
    request: Request, parts: WebParts, token: Annotated[str, FromPath(max_length=500)]
) -> Response:
    """Ask whoever follows a one-time link to press a button, which then uses it up."""
    return await _sign_in_page(request, parts, token=token)


@router.get("/healthz")
async def alive() -> dict[str, str]:
    """Say that the process runs."""
    return {"status": "ok"}


@router.get("/readyz")
async def ready(parts: WebParts) -> JSONResponse:
    """Say whether the database answers."""
    try:
        await run_in_threadpool(parts.doors.who, "nobody's session, asked to see the answer")
    except Exception as error:  # Whatever it is, we are not ready.
        reference = log_crash(error, "the readiness check")
        return JSONResponse({"status": "not ready", "reference": reference}, status_code=503)
    return JSONResponse({"status": "ready"})


def error_page(request: Request, status: int, says: str) -> HTMLResponse:
    """Draw a refusal for people who came by a link."""
    return _page(request, "trouble.html", status=status, visitor=None, says=says, proof="")


async def _sign_in_page(request: Request, parts: Parts, token: str = "") -> HTMLResponse:
    cookies = cookies_of(request, parts.settings)
    visit = request.cookies.get(cookies.visit) or new_visit()
    # A signed-in browser that follows a link proves itself by the session it has.
    session = request.cookies.get(cookies.session) if token else None
    people = [] if token else await run_in_threadpool(parts.doors.demo_people)
    response = _page(
        request,
        "sign_in.html",
        visitor=None,
        proof=proof_for(session or visit),
        people=people,
        token=token,
    )
    if session is None:
        cookies.close(response)
        cookies.greet(response, visit)
    return response


def _page(
    request: Request, template: str, *, visitor: Visitor | None, status: int = 200, **values: object
) -> HTMLResponse:
    language = visitor.language if visitor else language_of(request)
    html = _TEMPLATES.get_template(template).render(
        say=partial(say, language),
        language=language,
        languages=LANGUAGES,
        chosen_language=chosen_language(request) or "",
        theme=chosen_theme(request),
        visitor=visitor,
        **values,
    )
    return HTMLResponse(html, status_code=status)


def _page_words(language: str) -> dict[str, str]:
    """Return the sentences that the script says by itself."""
    prefix = "web-ui-"
    keys = sorted(key for key in words.keys("en") if key.startswith(prefix))
    return {key.removeprefix(prefix): say(language, key) for key in keys}
