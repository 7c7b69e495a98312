"""Pages as HTML: words in the visitor's language, and nothing that the script has not to know."""

from functools import partial
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse

from channels.web.language import chosen_language, chosen_theme, language_of
from channels.web.parts import Parts, Visitor
from channels.web.places import CHAT, menu
from channels.web.security import cookies_of, new_visit, proof_for
from commerce import words
from commerce.words import LANGUAGES, say

_TEMPLATES = Environment(
    loader=FileSystemLoader(Path(__file__).parent / "templates"),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)
_SCRIPT_SAYS = "web-ui-"


def draw(
    request: Request, parts: Parts, template: str, *, visitor: Visitor, **values: Any
) -> HTMLResponse:
    """Draw a page for somebody who is signed in."""
    return _page(
        request,
        template,
        visitor=visitor,
        proof=proof_for(visitor.secret),
        page_words=_page_words(visitor.language),
        places=menu(parts.desk.tools(visitor.actor)),
        chat=CHAT,
        takes_files=parts.files is not None,
        **values,
    )


def error_page(request: Request, status: int, says: str) -> HTMLResponse:
    """Draw a refusal for people who came by a link."""
    return _page(request, "trouble.html", status=status, visitor=None, says=says, proof="")


async def sign_in_page(request: Request, parts: Parts, token: str = "") -> HTMLResponse:
    """Draw the way in; with `token`, a button that uses a one-time link up."""
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
    request: Request, template: str, *, visitor: Visitor | None, status: int = 200, **values: Any
) -> HTMLResponse:
    language = visitor.language if visitor else language_of(request)
    html = _TEMPLATES.get_template(template).render(
        say=partial(say, language),
        has=words.has,
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
    keys = sorted(key for key in words.keys("en") if key.startswith(_SCRIPT_SAYS))
    return {key.removeprefix(_SCRIPT_SAYS): say(language, key) for key in keys}
