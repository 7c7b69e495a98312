"""What a page shows of the business: the cards of one read tool, for whoever looks."""

from functools import partial
from typing import Annotated, Any

from fastapi import APIRouter, Path
from pydantic import BaseModel, ConfigDict, Field
from starlette.concurrency import run_in_threadpool

from channels.web.parts import CHANNEL, SignedIn, WebParts
from channels.web.trouble import Trouble
from channels.web.wire import look_json

router = APIRouter(prefix="/api")

LinkId = Annotated[str, Path(pattern=r"^[A-Za-z0-9_-]{8,80}$")]


class NewLook(BaseModel):
    """Which tool, with which arguments; the tool's own model checks them."""

    model_config = ConfigDict(extra="forbid")

    tool: str = Field(pattern=r"^[a-z_]{1,40}$")
    arguments: dict[str, Any] = Field(default_factory=dict, max_length=40)


class NewShare(BaseModel):
    """Which reply."""

    model_config = ConfigDict(extra="forbid")

    message: int = Field(ge=1, le=2**62)


@router.post("/look")
async def look(asked: NewLook, visitor: SignedIn, parts: WebParts) -> dict[str, Any]:
    """Run a read tool; a POST, so that what is looked for stands in no log and no history."""
    wait = parts.looks.wait(visitor.actor.person_id)
    if wait:
        raise Trouble(429, "too-many-looks", retry_after=wait)
    seen = await run_in_threadpool(
        partial(parts.desk.look, channel=CHANNEL, language=visitor.language),
        visitor.actor,
        asked.tool,
        asked.arguments,
    )
    return look_json(seen)


@router.post("/shares")
async def share(asked: NewShare, visitor: SignedIn, parts: WebParts) -> dict[str, str]:
    """Make a link to one of the person's replies."""
    wait = parts.looks.wait(visitor.actor.person_id)
    if wait:
        raise Trouble(429, "too-many-looks", retry_after=wait)
    link = await run_in_threadpool(parts.desk.share, visitor.actor, asked.message)
    return {"path": f"/a/{link}"}


@router.post("/shares/{link}/revoke")
async def revoke(link: LinkId, visitor: SignedIn, parts: WebParts) -> dict[str, bool]:
    """Take a link back."""
    await run_in_threadpool(parts.desk.unshare, visitor.actor, link)
    return {"revoked": True}
