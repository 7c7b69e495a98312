"""The chat in the browser: pages, an API, and an event stream over the front desk."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.staticfiles import StaticFiles

from agent.desk import FrontDesk
from channels.web import conversations, files, invitations, looks, pages, sign_in, work, workflows
from channels.web import linking as messengers
from channels.web.doors import (
    DemoPerson,
    Files,
    Invitations,
    Invited,
    LinkCode,
    Linking,
    Offered,
    Opening,
    SignIn,
    Standing,
    Standings,
)
from channels.web.language import language_of
from channels.web.limits import Buckets
from channels.web.live import Live
from channels.web.parts import Parts
from channels.web.security import Guard
from channels.web.settings import WebSettings
from channels.web.trouble import PAGE_REFUSALS, REFUSALS, Trouble, says_no, trouble_response
from commerce.errors import CommerceError, NotAllowed, NotFound
from commerce.words import say

__all__ = [
    "DemoPerson",
    "Files",
    "Invitations",
    "Invited",
    "LinkCode",
    "Linking",
    "Offered",
    "Opening",
    "SignIn",
    "Standing",
    "Standings",
    "WebSettings",
    "create_app",
]

STATIC = Path(__file__).parent / "static"


def create_app(
    desk: FrontDesk,
    doors: SignIn,
    *,
    settings: WebSettings,
    standings: Standings | None = None,
    shelf: Files | None = None,
    inviting: Invitations | None = None,
    linking: Linking | None = None,
    opening: Opening | None = None,
) -> FastAPI:
    """Return the web chat over a front desk.

    With `standings`, cards of approvals and receipts follow what is decided on other channels and
    what expires; without it they follow the replies of their own conversation. Without `shelf`
    no files are taken; without `inviting` the page of people makes no links to come in by; without
    `linking` the settings say nothing of messengers; without `opening` there is no page of
    workflows.
    """
    live = Live(desk)

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        yield
        await live.close()

    app = FastAPI(title="SuperEcom Assistant", openapi_url=None, lifespan=lifespan)
    app.state.parts = Parts(
        desk=desk,
        doors=doors,
        standings=standings,
        files=shelf,
        invitations=inviting,
        linking=linking,
        opening=opening,
        settings=settings,
        live=live,
        messages=Buckets(settings.messages_burst, settings.messages_per_second),
        looks=Buckets(settings.looks_burst, settings.looks_per_second),
        uploads=Buckets(settings.uploads_burst, settings.uploads_per_second),
        links=Buckets(settings.links_burst, settings.links_per_second),
        sign_ins=Buckets(settings.sign_ins_burst, settings.sign_ins_per_second),
        guesses=Buckets(settings.guesses_burst, settings.guesses_per_second),
    )
    app.include_router(pages.router, responses=PAGE_REFUSALS)
    app.include_router(work.router, responses=PAGE_REFUSALS)
    app.include_router(workflows.pages, responses=PAGE_REFUSALS)
    app.include_router(workflows.router, responses=REFUSALS)
    app.include_router(sign_in.router, responses=REFUSALS)
    app.include_router(conversations.router, responses=REFUSALS)
    app.include_router(looks.router, responses=REFUSALS)
    app.include_router(files.router, responses=REFUSALS)
    app.include_router(invitations.router, responses=REFUSALS)
    app.include_router(messengers.router, responses=REFUSALS)
    app.mount("/static", StaticFiles(directory=STATIC))
    app.add_middleware(Guard, settings=settings)
    app.add_exception_handler(Trouble, _trouble)
    app.add_exception_handler(RequestValidationError, _not_understood)
    app.add_exception_handler(HTTPException, _no_such_page)
    app.add_exception_handler(CommerceError, _business_says_no)
    return app


async def _trouble(request: Request, error: Exception) -> Response:
    assert isinstance(error, Trouble)
    return trouble_response(error, language_of(request))


async def _not_understood(request: Request, _error: Exception) -> Response:
    return _refusal(request, 422, "not-understood")


async def _no_such_page(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    code = "no-page" if error.status_code in (404, 405) else "not-understood"
    return _refusal(request, error.status_code, code)


async def _business_says_no(request: Request, error: Exception) -> Response:
    # A conversation of somebody else answers exactly as one that does not exist.
    assert isinstance(error, CommerceError)
    status = {NotFound: 404, NotAllowed: 403}.get(type(error), 409)
    says = error.in_language(language_of(request))
    if not request.url.path.startswith("/api/"):
        return pages.error_page(request, status, says)
    return says_no(status, "refused", says)


def _refusal(request: Request, status: int, code: str) -> Response:
    if request.url.path.startswith("/api/"):
        return trouble_response(Trouble(status, code), language_of(request))
    return pages.error_page(request, status, say(language_of(request), f"web-error-{code}"))
