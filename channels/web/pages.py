"""The chat, the way in, and what machines ask about our life; `app.probes` says if we are ready."""

from typing import Annotated

from fastapi import APIRouter
from fastapi import Path as FromPath
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from channels.web.drawing import draw, error_page, sign_in_page
from channels.web.parts import WebParts, visitor_of
from channels.web.places import CHAT
from channels.web.suggestions import suggestion_keys
from channels.web.trouble import Trouble
from commerce.words import say

__all__ = ["error_page", "router"]

router = APIRouter()


@router.get("/", response_class=HTMLResponse)
@router.get("/c/{conversation}", response_class=HTMLResponse)
async def chat(request: Request, parts: WebParts, conversation: str = "") -> Response:
    """Show the chat, or the sign-in page to whom we do not know."""
    visitor = await visitor_of(request)
    if visitor is None:
        return await sign_in_page(request, parts)
    return draw(
        request,
        parts,
        "chat.html",
        visitor=visitor,
        here=CHAT,
        suggestions=[say(visitor.language, key) for key in suggestion_keys(visitor.actor.role)],
        asks_as_customer=visitor.actor.customer_id is not None,
        in_conversation=bool(conversation),
    )


@router.get("/enter/{token}", response_class=HTMLResponse)
async def enter(
    request: Request, parts: WebParts, token: Annotated[str, FromPath(max_length=500)]
) -> Response:
    """Ask whoever follows a one-time link to press a button, which then uses it up."""
    return await sign_in_page(request, parts, token=token)


@router.get("/link/{token}", response_class=HTMLResponse)
async def link(
    request: Request, parts: WebParts, token: Annotated[str, FromPath(max_length=1_000)]
) -> Response:
    """Say which messenger would know the visitor, and as whom, and ask for a button to be pressed.

    Opening it changes nothing: messengers open what is sent through them to draw a preview.
    """
    visitor = await visitor_of(request)
    if visitor is None:
        return await sign_in_page(request, parts)
    if parts.linking is None:
        raise Trouble(404, "no-page")
    offer = await run_in_threadpool(parts.linking.offered, visitor.actor, token)
    return draw(request, parts, "link.html", visitor=visitor, offer=offer, token=token)


@router.get("/healthz")
async def alive() -> dict[str, str]:
    """Say that the process runs."""
    return {"status": "ok"}
