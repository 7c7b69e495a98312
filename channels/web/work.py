"""The pages around the chat, and answers behind a link."""

from collections.abc import Sequence
from typing import Annotated, Any

from fastapi import APIRouter, Path
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from agent.desk import Effect, Field, Paper
from channels.web.drawing import draw, sign_in_page
from channels.web.looks import LinkId
from channels.web.parts import Parts, Visitor, WebParts, visitor_of
from channels.web.places import AT_ONCE, ORDER_TOOLS, PLACES, UNASKED, UNDOABLE, Place
from channels.web.trouble import Trouble
from channels.web.wire import reply_json

router = APIRouter()

_FIRST = 4
"""Fields of a form that are seen before "more"."""


async def _show(request: Request, parts: Parts, place: Place) -> Response:
    visitor = await visitor_of(request)
    if visitor is None:
        return await sign_in_page(request, parts)
    mine = parts.desk.tools(visitor.actor)
    tool = place.tool(mine)
    if tool is None or (place.takes_file and parts.files is None):
        raise Trouble(404, "no-page")
    fields = [field for field in _form(parts, visitor, tool) if field.name not in UNASKED]
    beneath = [{"tool": place.also, "arguments": {}, "main": False}] if place.also in mine else []
    acts = [
        {"tool": act, "fields": _form(parts, visitor, act), "says": _says(act)}
        for act in place.acts
        if mine.get(act, Effect.READ) is not Effect.READ
    ]
    return draw(
        request,
        parts,
        "work.html",
        visitor=visitor,
        here=place,
        looks=[
            {"tool": tool, "arguments": dict(place.begins), "main": True},
            *beneath,
        ],
        first_fields=fields[:_FIRST],
        more_fields=fields[_FIRST:],
        acts=acts,
        makes_links=place.makes_links and parts.invitations is not None,
        links_messengers=place.links_messengers and parts.linking is not None,
        documents=await _documents(parts, visitor) if place.lists_documents else (),
        heading=None,
        page={"reads": reads_of(mine)},
    )


def _page_of(place: Place) -> None:
    async def show(request: Request, parts: WebParts) -> Response:
        return await _show(request, parts, place)

    router.add_api_route(place.path, show, methods=["GET"], include_in_schema=False)


for _place in PLACES:
    if not _place.is_own:
        _page_of(_place)


@router.get("/orders/{number}", response_class=HTMLResponse)
async def order(
    request: Request, parts: WebParts, number: Annotated[str, Path(min_length=1, max_length=80)]
) -> Response:
    """Show one order: what it is, where its parcel is, everything that happened."""
    visitor = await visitor_of(request)
    if visitor is None:
        return await sign_in_page(request, parts)
    mine = parts.desk.tools(visitor.actor)
    looks = [
        {"tool": tool, "arguments": {argument: number}, "main": False}
        for tool, argument in ORDER_TOOLS.items()
        if tool in mine
    ]
    if not looks:
        raise Trouble(404, "no-page")
    return draw(
        request,
        parts,
        "work.html",
        visitor=visitor,
        here=next(place for place in PLACES if place.name == "orders"),
        looks=looks,
        first_fields=[],
        more_fields=[],
        acts=[],
        makes_links=False,
        links_messengers=False,
        documents=(),
        heading=number,
        page={"reads": reads_of(mine)},
    )


@router.get("/knowledge/{key:path}", response_class=HTMLResponse)
async def document(
    request: Request, parts: WebParts, key: Annotated[str, Path(min_length=1, max_length=300)]
) -> Response:
    """Show a document, the passage that was quoted marked in it."""
    visitor = await visitor_of(request)
    if visitor is None:
        return await sign_in_page(request, parts)
    return draw(
        request,
        parts,
        "document.html",
        visitor=visitor,
        here=next(place for place in PLACES if place.lists_documents),
        document=await run_in_threadpool(parts.desk.paper, visitor.actor, key),
        quoted=key,
        page={"reads": reads_of(parts.desk.tools(visitor.actor))},
    )


async def _documents(parts: Parts, visitor: Visitor) -> Sequence[Paper]:
    return await run_in_threadpool(parts.desk.papers, visitor.actor)


@router.get("/a/{link}", response_class=HTMLResponse)
async def shared_answer(request: Request, parts: WebParts, link: LinkId) -> Response:
    """Show an answer to whom it may be shown, and to strangers only the way in."""
    visitor = await visitor_of(request)
    if visitor is None:
        return await sign_in_page(request, parts)
    answer = await run_in_threadpool(parts.desk.shared, visitor.actor, link)
    return draw(
        request,
        parts,
        "shared.html",
        visitor=visitor,
        here=None,
        answer=answer,
        page={
            "reads": reads_of(parts.desk.tools(visitor.actor)),
            "reply": reply_json(answer.reply),
            "link": answer.id,
        },
    )


def _says(act: str) -> str:
    """Return the key of what a form says about when its change happens."""
    if act in UNDOABLE:
        return "web-act-undoable"
    return "web-act-at-once" if act in AT_ONCE else "web-act-asks"


def _form(parts: Parts, visitor: Visitor, tool: str) -> tuple[Field, ...]:
    return parts.desk.form(visitor.actor, tool, visitor.language)


def reads_of(mine: Any) -> list[str]:
    """Return the names of the tools that only look."""
    return sorted(name for name, effect in mine.items() if effect is Effect.READ)
