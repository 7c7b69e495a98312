"""On which messengers whoever looks is known, a code to be known on one more, and letting go."""

from functools import partial
from typing import Annotated

from fastapi import APIRouter, Path
from pydantic import BaseModel, ConfigDict, Field
from starlette.concurrency import run_in_threadpool

from channels.web.doors import Linking
from channels.web.parts import Parts, SignedIn, WebParts
from channels.web.trouble import Trouble
from commerce.words import say

router = APIRouter(prefix="/api/messengers")

Channel = Annotated[str, Path(pattern=r"^[a-z]{2,20}$")]


@router.get("")
async def linked(visitor: SignedIn, parts: WebParts) -> dict[str, list[dict[str, str]]]:
    """Name the messengers on which the visitor is known."""
    found = await run_in_threadpool(_linking(parts).linked, visitor.actor)
    return {
        "messengers": [{"channel": one, "says": _named(visitor.language, one)} for one in found]
    }


@router.post("/code")
async def code(visitor: SignedIn, parts: WebParts) -> dict[str, str]:
    """Make a code that lets its sender be the visitor on a messenger; older ones stop working."""
    linking = _linking(parts)
    wait = parts.links.wait(visitor.actor.person_id)
    if wait:
        raise Trouble(429, "too-many-links", retry_after=wait)
    made = await run_in_threadpool(linking.link_code, visitor.actor)
    return {
        "code": made.code,
        "says": say(visitor.language, "link-code-made", code=made.code, minutes=made.minutes),
    }


class ByLink(BaseModel):
    """The token of a link that a messenger sent."""

    model_config = ConfigDict(extra="forbid", hide_input_in_errors=True)

    token: str = Field(max_length=1_000)


@router.post("/link")
async def accept(body: ByLink, visitor: SignedIn, parts: WebParts) -> dict[str, str]:
    """Have the messenger of a link know the visitor. The link itself only shows the button."""
    linking = _linking(parts)
    wait = parts.links.wait(visitor.actor.person_id)
    if wait:
        raise Trouble(429, "too-many-links", retry_after=wait)
    accept = partial(linking.accept, visitor.actor, body.token, visitor.language)
    offer = await run_in_threadpool(accept)
    channel = _named(visitor.language, offer.channel)
    name = visitor.actor.name
    return {"says": say(visitor.language, "web-link-page-done", channel=channel, name=name)}


@router.post("/{channel}/unlink")
async def unlink(channel: Channel, visitor: SignedIn, parts: WebParts) -> dict[str, str]:
    """Be known on a messenger no more."""
    await run_in_threadpool(_linking(parts).unlink, visitor.actor, channel)
    return {"says": say(visitor.language, "link-gone", channel=_named(visitor.language, channel))}


def _named(language: str, channel: str) -> str:
    return say(language, "link-channel", channel=channel)


def _linking(parts: Parts) -> Linking:
    if parts.linking is None:
        raise Trouble(404, "no-page")
    return parts.linking
