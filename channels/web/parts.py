"""What the routes share, and who is asking."""

from dataclasses import dataclass
from typing import Annotated

from fastapi import Depends
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request

from agent.desk import FrontDesk
from channels.web.doors import Files, Invitations, Linking, Opening, SignIn, Standings
from channels.web.language import language_of
from channels.web.limits import Buckets
from channels.web.live import Live
from channels.web.security import cookies_of
from channels.web.settings import WebSettings
from channels.web.trouble import Trouble
from commerce.access import Actor

CHANNEL = "web"


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """What one running web chat consists of."""

    desk: FrontDesk
    doors: SignIn
    standings: Standings | None
    files: Files | None
    invitations: Invitations | None
    linking: Linking | None
    opening: Opening | None
    settings: WebSettings
    live: Live
    messages: Buckets
    looks: Buckets
    uploads: Buckets
    links: Buckets
    sign_ins: Buckets
    guesses: Buckets


@dataclass(frozen=True, slots=True, kw_only=True)
class Visitor:
    """Someone who is signed in."""

    secret: str
    actor: Actor
    sender: str
    language: str


def parts_of(request: Request) -> Parts:
    """Return the parts of the app that serves a request."""
    parts: Parts = request.app.state.parts
    return parts


async def visitor_of(request: Request) -> Visitor | None:
    """Return who is signed in on this browser, if anybody."""
    parts = parts_of(request)
    secret = request.cookies.get(cookies_of(request, parts.settings).session)
    known = await run_in_threadpool(parts.doors.who, secret) if secret else None
    if secret is None or known is None:
        return None
    actor, sender = known
    return Visitor(secret=secret, actor=actor, sender=sender, language=language_of(request, actor))


async def _signed_in(request: Request) -> Visitor:
    visitor = await visitor_of(request)
    if visitor is None:
        raise Trouble(401, "signed-out")
    return visitor


WebParts = Annotated[Parts, Depends(parts_of)]
SignedIn = Annotated[Visitor, Depends(_signed_in)]
