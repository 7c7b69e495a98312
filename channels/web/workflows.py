"""The page of workflows and the one they are built on: reading, checking and trying.

Nothing is written here: what is built is asked for in the chat, where it is planned and approved.
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import asdict
from datetime import datetime
from typing import Annotated, Any

from fastapi import APIRouter, Query
from pydantic import BaseModel, ConfigDict, Field
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from channels.web.drawing import draw, sign_in_page
from channels.web.parts import Parts, SignedIn, Visitor, WebParts, visitor_of
from channels.web.places import WORKFLOWS
from channels.web.trouble import Trouble
from channels.web.wire import card_json
from channels.web.work import reads_of
from commerce import messaging, workflows
from commerce.access import Permission
from commerce.context import Context
from commerce.workflows import FIELDS, BadDefinition, Definition, Rehearsed, WorkflowStatus
from tools.workflow_arguments import SHIPPED_TEXTS
from tools.workflow_cards import explained
from tools.workflow_drawing import flow_card

pages = APIRouter()
router = APIRouter()

Name = Annotated[str, Field(pattern=r"^[a-z][a-z0-9-]{1,59}$")]
_MOST = workflows.DAYS
_BEGINNING: dict[str, Any] = {
    "version": 1, "name": "", "title": "", "when": {"event": "order.created"}, "steps": [],
}  # fmt: skip


class NewDraft(BaseModel):
    """What is being built: as text or as plain data; or where to begin."""

    model_config = ConfigDict(extra="forbid")

    text: str | None = Field(default=None, max_length=64_000)
    definition: dict[str, Any] | None = None
    workflow: Name | None = None
    library: Name | None = None


class NewTry(BaseModel):
    """Which event to try a definition on."""

    model_config = ConfigDict(extra="forbid")

    definition: dict[str, Any]
    at: datetime
    subject: str = Field(default="", max_length=120)


class NewPast(BaseModel):
    """Of what the past is looked through."""

    model_config = ConfigDict(extra="forbid")

    definition: dict[str, Any]


@pages.get("/workflows", include_in_schema=False, response_class=HTMLResponse)
async def page(request: Request, parts: WebParts) -> Response:
    """Show the shop's workflows, what is ready to switch on, and what became of their runs."""
    return await _page(request, parts, "workflows.html")


@pages.get("/workflows/build", include_in_schema=False, response_class=HTMLResponse)
async def builder(
    request: Request, parts: WebParts,
    workflow: Annotated[str | None, Query(pattern=r"^[a-z][a-z0-9-]{1,59}$")] = None,
    library: Annotated[str | None, Query(pattern=r"^[a-z][a-z0-9-]{1,59}$")] = None,
) -> Response:  # fmt: skip
    """Show the builder: of one of the shop, from one of the library, or empty."""
    return await _page(
        request, parts, "builder.html", begin={"workflow": workflow, "library": library}
    )


async def _page(request: Request, parts: Parts, template: str, **told: Any) -> Response:
    visitor = await visitor_of(request)
    if visitor is None:
        return await sign_in_page(request, parts)
    mine = parts.desk.tools(visitor.actor)
    if WORKFLOWS.tool(mine) is None or parts.opening is None:
        raise Trouble(404, "no-page")
    told |= {"reads": reads_of(mine), "may": visitor.actor.may(Permission.WORKFLOWS_WRITE)}
    return draw(
        request, parts, template, visitor=visitor, here=WORKFLOWS, page=told, heading=None
    )  # fmt: skip


@router.get("/api/workflows")
async def shelf(visitor: SignedIn, parts: WebParts) -> dict[str, Any]:
    """Name the shop's workflows, and those of the library that it does not have."""
    return await _looked(parts, visitor, _shelf)


@router.get("/api/workflows/catalogue")
async def catalogue(visitor: SignedIn, parts: WebParts) -> dict[str, Any]:
    """Say what a workflow can be built from, in the visitor's language."""
    return await _looked(parts, visitor, _catalogue)


@router.post("/api/workflows/draft")
async def draft(asked: NewDraft, visitor: SignedIn, parts: WebParts) -> dict[str, Any]:
    """Check what is being built: its text, its data, what it does, and every problem by place."""
    return await _looked(parts, visitor, lambda ctx: _draft(ctx, asked))


@router.post("/api/workflows/past")
async def past(asked: NewPast, visitor: SignedIn, parts: WebParts) -> dict[str, Any]:
    """List the latest events that could have begun it."""
    return await _looked(parts, visitor, lambda ctx: _past(ctx, workflows.parse(asked.definition)))


@router.post("/api/workflows/rehearse")
async def rehearse(asked: NewTry, visitor: SignedIn, parts: WebParts) -> dict[str, Any]:
    """Say step by step what it would have done about one past event."""
    return await _looked(parts, visitor, lambda ctx: _rehearse(ctx, asked))


async def _looked(
    parts: Parts, visitor: Visitor, look: Callable[[Context], dict[str, Any]]
) -> dict[str, Any]:
    opening = parts.opening
    if opening is None:
        raise Trouble(404, "no-page")
    wait = parts.looks.wait(visitor.actor.person_id)
    if wait:
        raise Trouble(429, "too-many-looks", retry_after=wait)

    def within() -> dict[str, Any]:
        with opening(visitor.actor, visitor.language) as ctx:
            ctx.require(Permission.REPORTS_READ)
            return look(ctx)

    return await run_in_threadpool(within)


def _shelf(ctx: Context) -> dict[str, Any]:
    found = workflows.list_workflows(ctx)
    taken = {one.name for one in found}
    return {
        "mine": [
            {
                "name": one.name, "title": one.title, "version": one.version, "owner": one.owner,
                "on": one.status is WorkflowStatus.ON, "live": one.live, "failed": one.failed,
                "status": ctx.say(f"workflow-status-{one.status.value}"),
            }
            for one in found
        ],
        "library": [
            {"name": one.name, "title": ctx.say(f"library-name-{one.name}")}
            for one in workflows.library()
            if one.name not in taken
        ],
    }  # fmt: skip


def _catalogue(ctx: Context) -> dict[str, Any]:
    own = messaging.templates(ctx) if ctx.actor.may(Permission.SETTINGS_WRITE) else ()
    known = {
        "template": sorted({*SHIPPED_TEXTS, *(one.name for one in own)}),
        "to": ["customer", "me", "best", "least_loaded"],
    }
    return {**asdict(workflows.catalogue(ctx.language)), "known": known}


def _draft(ctx: Context, asked: NewDraft) -> dict[str, Any]:
    try:
        definition = _definition(ctx, asked)
    except BadDefinition as error:
        data = None if asked.text is not None else asked.definition or _BEGINNING
        return {
            "definition": data, "text": asked.text if data is None else _text(data), "says": [],
            "flow": None, "names": {},
            "problems": [
                {"line": one.line, "at": one.at, "says": one.bare(ctx.language)}
                for one in error.problems
            ],
        }  # fmt: skip
    outline = workflows.outline(definition, ctx.language, ctx.currency)
    return {
        "definition": workflows.plain(definition),
        "text": asked.text if asked.text is not None else workflows.write(definition),
        "says": explained(ctx, definition), "flow": card_json(flow_card(ctx, definition)),
        "names": dict(_names(outline)), "problems": [],
    }  # fmt: skip


def _definition(ctx: Context, asked: NewDraft) -> Definition:
    if asked.text is not None:
        return workflows.read(asked.text)
    if asked.workflow is not None:
        return workflows.show(ctx, asked.workflow).definition
    if asked.library is not None:
        return workflows.from_library(asked.library)
    return workflows.parse(asked.definition if asked.definition is not None else _BEGINNING)


def _text(data: Mapping[str, Any]) -> str:
    # Through JSON, so that what a browser sent is plain data and nothing else.
    return workflows.dump(json.loads(json.dumps(data)))


def _names(nodes: tuple[workflows.Node, ...]) -> list[tuple[str, str]]:
    """Return what each box says, by its place."""
    found = []
    for node in nodes:
        found.append((node.key, node.short[:1].upper() + node.short[1:]))
        for _, lane in node.lanes:
            found.extend(_names(lane))
    return found


def _past(ctx: Context, definition: Definition) -> dict[str, Any]:
    found = workflows.past(ctx, definition)
    events = []
    for one in found:
        about = ctx.say(f"workflow-about-{one.kind}", name=one.subject)
        key = "workflow-past-event" if one.subject else "workflow-past-clock"
        says = ctx.say(key, at=ctx.say("workflow-at", at=ctx.local(one.at)), about=about)
        events.append({"at": one.at.isoformat(), "subject": one.subject, "says": says})
    return {"events": events, "says": ctx.say("workflow-past-count", count=len(found), days=_MOST)}


def _rehearse(ctx: Context, asked: NewTry) -> dict[str, Any]:
    definition = workflows.parse(asked.definition)
    told = workflows.rehearse(ctx, definition, asked.at, asked.subject)
    names = dict(_names(workflows.outline(definition, ctx.language, ctx.currency)))
    return {"steps": [_rehearsed(ctx, one, names) for one in told]}


def _rehearsed(ctx: Context, one: Rehearsed, names: Mapping[str, str]) -> dict[str, Any]:
    seen = [
        ctx.say("workflow-rehearsed-seen", field=ctx.say(FIELDS[name].words), value=held)
        for name, held in ((name, _held(ctx, name, value)) for name, value in one.seen)
    ]
    return {
        "key": one.key, "outcome": one.outcome, "step": names.get(one.key, ""),
        "about": one.about, "says": ctx.say(f"workflow-rehearsed-{one.outcome}"),
        "more": [*seen, *(text for _, text in one.texts)],
    }  # fmt: skip


def _held(ctx: Context, name: str, value: Any) -> str:
    """Return what a field held, as people read it."""
    if value in (None, "", []):
        return ctx.say("workflow-rehearsed-unknown")
    if isinstance(value, bool):
        return ctx.say("web-ui-flow-yes" if value else "web-ui-flow-no")
    several = value if isinstance(value, list) else [value]
    return ", ".join(workflows.say_value(name, one, ctx.language, ctx.currency) for one in several)
