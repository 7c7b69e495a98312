"""The API of the page: messages in, conversations and their events out."""

from collections.abc import Sequence
from datetime import UTC, datetime
from functools import partial
from typing import Annotated, Any

from fastapi import APIRouter, Header, Path, Query
from pydantic import BaseModel, ConfigDict, Field
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import StreamingResponse

from agent.desk import Exchange
from agent.messages import Attachment, Message
from channels.web.events import EventStream
from channels.web.language import chosen_language
from channels.web.parts import CHANNEL, Parts, SignedIn, Visitor, WebParts
from channels.web.trouble import Trouble
from channels.web.wire import exchange_json, standings_json, talk_json
from commerce.conversations import LONGEST_NAME
from commerce.errors import NotFound
from tools.cards import Tap

router = APIRouter(prefix="/api")

_ID = r"^[A-Za-z0-9_-]{8,64}$"
_FileId = Annotated[str, Field(pattern=r"^[A-Za-z0-9_-]{32}$")]
_PAGE = 60
"""Messages shown at once; earlier ones are asked for."""
_LISTED = 30
"""Conversations listed at once."""

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
    files: tuple[_FileId, ...] = Field(default=(), max_length=10)
    """Ids that `POST /api/files` gave; each must be the sender's own to open."""


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
        attachments=await _attachments(parts, visitor, sent.files),
        provider_id=sent.id,
        received_at=datetime.now(UTC),
        language=chosen_language(request),
    )
    try:
        new = await parts.desk.receive(message)
    except NotFound as error:
        raise Trouble(404, "no-conversation") from error
    # Also for a repeat: the first delivery may have been stored by a process that then died.
    parts.live.stored(sent.conversation)
    parts.live.answer(sent.conversation)
    return {"received": new}


@router.get("/conversations")
async def conversations(
    visitor: SignedIn,
    parts: WebParts,
    search: Annotated[str, Query(max_length=200, pattern=r"^[^\x00]*$")] = "",
    before: Annotated[str, Query(pattern=f"{_ID}|^$")] = "",
    away: bool = False,
) -> dict[str, Any]:
    """List the person's conversations, newest first, or those in which some words stand."""
    ask = partial(
        parts.desk.conversations, search=search, before=before, most=_LISTED + 1, put_away=away
    )
    known = await run_in_threadpool(ask, visitor.actor)
    return {
        "conversations": [talk_json(talk) for talk in known[:_LISTED]],
        "more": len(known) > _LISTED,
    }


@router.get("/conversations/{conversation}")
async def conversation(
    conversation: ConversationId,
    visitor: SignedIn,
    parts: WebParts,
    before: Annotated[int | None, Query(ge=1, le=2**62)] = None,
) -> dict[str, Any]:
    """Give the latest messages of a conversation, or the latest before one."""
    try:
        page, earlier = await run_in_threadpool(
            partial(parts.desk.page, before=before, most=_PAGE), visitor.actor, conversation
        )
    except NotFound as error:
        raise Trouble(404, "no-conversation") from error
    if before is None and page and page[-1].direction == "in":
        parts.live.answer(conversation)  # Stored by a process that may not live any more.
    return {
        "messages": [exchange_json(exchange) for exchange in page],
        "earlier": earlier,
        "standings": await _standings(parts, visitor, conversation),
    }


class Renaming(BaseModel):
    """What a conversation is called."""

    model_config = ConfigDict(extra="forbid")

    name: str = Field(max_length=LONGEST_NAME, pattern=r"^[^\x00]*$")
    """Empty gives it back its first words."""


@router.post("/conversations/{conversation}/name")
async def rename(
    conversation: ConversationId, sent: Renaming, visitor: SignedIn, parts: WebParts
) -> dict[str, Any]:
    """Call a conversation by a name of the person's own."""
    try:
        await run_in_threadpool(parts.desk.rename, visitor.actor, conversation, sent.name)
    except NotFound as error:
        raise Trouble(404, "no-conversation") from error
    return {}


class PuttingAway(BaseModel):
    """Whether a conversation is put away or brought back."""

    model_config = ConfigDict(extra="forbid")

    away: bool


@router.post("/conversations/{conversation}/away")
async def put_away(
    conversation: ConversationId, sent: PuttingAway, visitor: SignedIn, parts: WebParts
) -> dict[str, Any]:
    """Take a conversation out of the list, or put it back."""
    move = partial(parts.desk.put_away, away=sent.away)
    try:
        await run_in_threadpool(move, visitor.actor, conversation)
    except NotFound as error:
        raise Trouble(404, "no-conversation") from error
    return {}


@router.get("/conversations/{conversation}/events")
async def events(
    conversation: ConversationId,
    visitor: SignedIn,
    parts: WebParts,
    after: Annotated[int, Query(ge=0, le=2**62)] = 0,
    last_event_id: Annotated[str, Header()] = "",
) -> StreamingResponse:
    """Follow a conversation from a message on; a reconnecting browser names the last it saw."""
    if parts.live.open_pages(visitor.actor.person_id) >= parts.settings.streams_per_person:
        raise Trouble(429, "too-many-pages", retry_after=5)
    resumed = last_event_id.isdecimal() and len(last_event_id) < 19
    start = int(last_event_id) if resumed else after
    await _history(parts, visitor, conversation, start)  # 404 before the stream begins.
    stream = EventStream(parts=parts, visitor=visitor, conversation=conversation, after=start)
    return StreamingResponse(
        stream.lines(),
        media_type="text/event-stream",
        headers={"X-Accel-Buffering": "no"},
    )


async def _attachments(
    parts: Parts, visitor: Visitor, ids: Sequence[str]
) -> tuple[Attachment, ...]:
    if ids and parts.files is None:
        raise Trouble(404, "no-such-file")
    found = []
    for id in ids:
        assert parts.files is not None
        try:
            file = await run_in_threadpool(parts.files.find, visitor.actor, id)
        except NotFound as error:
            raise Trouble(404, "no-such-file") from error
        found.append(
            Attachment(
                file=file.id, name=file.name, media_type=file.kind.media_type, size=file.size
            )
        )
    return tuple(found)


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
