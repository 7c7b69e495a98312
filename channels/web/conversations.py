"""The API of the page: messages in, conversations and their events out."""

from datetime import UTC, datetime
from typing import Annotated, Any

from fastapi import APIRouter, Header, Path, Query
from pydantic import BaseModel, ConfigDict, Field
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import StreamingResponse

from agent.desk import Exchange
from agent.messages import Message
from channels.web.events import EventStream
from channels.web.language import chosen_language
from channels.web.parts import CHANNEL, Parts, SignedIn, Visitor, WebParts
from channels.web.trouble import Trouble
from channels.web.wire import exchange_json, standings_json
from commerce.errors import NotFound
from tools.cards import Tap

router = APIRouter(prefix="/api")

_ID = r"^[A-Za-z0-9_-]{8,64}$"
_PAGE = 60
"""Messages shown at once; earlier ones are asked for."""

ConversationId = Annotated[str, Path(pattern=_ID)]


class NewMessage(BaseModel):
    """What the page sends."""

    model_config = ConfigDict(extra="forbid")

    conversation: str = Field(pattern=_ID)
    """Made up by the page; the first message opens the conversation."""
    id: str = Field(pattern=_ID)
    """Made up by the page; sending again under the same id changes nothing."""
    text: str = Field(min_length=1, max_length=8_000)
    tap: Tap | None = None


@router.post("/messages", status_code=202)
async def send(
    request: Request, sent: NewMessage, visitor: SignedIn, parts: WebParts
) -> dict[str, Any]:
    """Store a message and begin to answer it; the answer comes over the event stream."""
    wait = parts.messages.wait(visitor.actor.person_id)
    if wait:
        raise Trouble(429, "too-fast", retry_after=wait)
    message = Message(
        channel=CHANNEL,
        sender=visitor.sender,
        conversation=sent.conversation,
        text=sent.text,
        tap=sent.tap,
        provider_id=sent.id,
        received_at=datetime.now(UTC),
        language=chosen_language(request),
    )
    new = await parts.desk.receive(message)
    # Also for a repeat: the first delivery may have been stored by a process that then died.
    parts.live.stored(sent.conversation)
    parts.live.answer(sent.conversation)
    return {"received": new}


@router.get("/conversations")
async def conversations(visitor: SignedIn, parts: WebParts) -> dict[str, Any]:
    """List the person's conversations, newest first."""
    known = await run_in_threadpool(parts.desk.conversations, visitor.actor)
    return {"conversations": [{"id": id, "title": title} for id, title in known]}


@router.get("/conversations/{conversation}")
async def conversation(
    conversation: ConversationId,
    visitor: SignedIn,
    parts: WebParts,
    before: Annotated[int | None, Query(ge=1)] = None,
) -> dict[str, Any]:
    """Give the latest messages of a conversation, or the latest before one."""
    history = await _history(parts, visitor, conversation, 0)
    if history and history[-1].direction == "in":
        parts.live.answer(conversation)  # Stored by a process that may not live any more.
    older = [exchange for exchange in history if before is None or exchange.id < before]
    standings = await _standings(parts, visitor, conversation)
    return {
        "messages": [exchange_json(exchange) for exchange in older[-_PAGE:]],
        "earlier": len(older) > _PAGE,
        "standings": standings,
    }


@router.get("/conversations/{conversation}/events")
async def events(
    conversation: ConversationId,
    visitor: SignedIn,
    parts: WebParts,
    after: Annotated[int, Query(ge=0)] = 0,
    last_event_id: Annotated[str, Header()] = "",
) -> StreamingResponse:
    """Follow a conversation from a message on; a reconnecting browser names the last it saw."""
    if parts.live.open_pages(visitor.actor.person_id) >= parts.settings.streams_per_person:
        raise Trouble(429, "too-many-pages", retry_after=5)
    start = int(last_event_id) if last_event_id.isdecimal() else after
    await _history(parts, visitor, conversation, start)  # 404 before the stream begins.
    stream = EventStream(parts=parts, visitor=visitor, conversation=conversation, after=start)
    return StreamingResponse(
        stream.lines(),
        media_type="text/event-stream",
        headers={"X-Accel-Buffering": "no"},
    )


async def _history(parts: Parts, visitor: Visitor, conversation: str, after: int) -> list[Exchange]:
    try:
        return await run_in_threadpool(parts.desk.history, visitor.actor, conversation, after)
    except NotFound as error:
        raise Trouble(404, "no-conversation") from error


async def _standings(parts: Parts, visitor: Visitor, conversation: str) -> list[dict[str, str]]:
    if parts.standings is None:
        return []
    return standings_json(
        await run_in_threadpool(parts.standings.standings, visitor.actor, conversation)
    )
