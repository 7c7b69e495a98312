"""Links and codes by which people come in, each shown once, to who asked for it alone."""

from typing import Annotated

from fastapi import APIRouter, Path
from starlette.concurrency import run_in_threadpool

from channels.web.doors import Invitations, Invited
from channels.web.parts import Parts, SignedIn, WebParts
from channels.web.trouble import Trouble
from commerce.words import say

router = APIRouter(prefix="/api/people")

PersonId = Annotated[int, Path(ge=1, le=2**31)]


@router.get("")
async def people(visitor: SignedIn, parts: WebParts) -> dict[str, list[dict[str, object]]]:
    """Name those for whom a link can be made, those who never came in first."""
    found = await run_in_threadpool(_inviting(parts).invitable, visitor.actor)
    return {"people": [_written(one, visitor.language) for one in found]}


@router.post("/{person}/link")
async def link(person: PersonId, visitor: SignedIn, parts: WebParts) -> dict[str, str]:
    """Make a link and a code that let a person in once; those they had stop working."""
    inviting = _inviting(parts)
    wait = parts.links.wait(visitor.actor.person_id)
    if wait:
        raise Trouble(429, "too-many-links", retry_after=wait)
    made = await run_in_threadpool(inviting.invitation, visitor.actor, person)
    return {"path": f"/enter/{made.link}", "join": f"JOIN {made.code}"}


def _written(one: Invited, language: str) -> dict[str, object]:
    role = say(language, f"web-role-{one.role}")
    seen = "yes" if one.was_here else "no"
    return {
        "id": one.id,
        "says": say(language, "web-link-who", name=one.name, role=role, seen=seen),
    }


def _inviting(parts: Parts) -> Invitations:
    if parts.invitations is None:
        raise Trouble(404, "no-page")
    return parts.invitations
