"""The whole web chat of two shops that look alike, but for somebody who thinks."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from fastapi import FastAPI
from langgraph.checkpoint.memory import InMemorySaver
from sqlalchemy import select
from sqlalchemy.orm import Session

from agent.assistant import Assistant
from agent.checkpoints import Checkpoints
from agent.llm import Request, Stream, Thought, ToolCall
from agent.scope import House
from app.doors import Doors
from app.shelves import Shelves
from app.wiring import utc_now
from channels.web import WebSettings, create_app
from commerce import people
from commerce.db import open_engine, session_factory
from commerce.db.tables import PersonRow
from commerce.files import Shelf
from tests.channels.web.serving import serving
from tests.safety import world
from tests.safety.world import Someone
from tools import TOOLS

NO_LIMIT: dict[str, Any] = {
    f"{what}_{rate}": 1_000_000
    for what in ("uploads", "messages", "looks", "links", "sign_ins", "guesses")
    for rate in ("burst", "per_second")
}
_NAMES = {tool.name for tool in TOOLS}


class Obedient:
    """Calls the tool whose name it is told, with words like `order=1042`, and repeats it."""

    name = "obedient"

    async def think(self, request: Request, stream: Stream | None = None) -> Thought:
        """Do as it is told."""
        if request.outcomes:
            return Thought(text=" ".join(outcome.says for outcome in request.outcomes))
        name, *words = request.text.split()
        if name not in _NAMES:
            return Thought(text=f"Heard: {request.text}")
        arguments = dict(word.split("=", 1) for word in words)
        return Thought(calls=(ToolCall(id="0", name=name, arguments=arguments),))


@dataclass(frozen=True, slots=True, kw_only=True)
class TwoShops:
    """The running web chat, and with which secret each person is signed in."""

    address: str
    app: FastAPI
    everybody: dict[str, Someone]
    secrets: dict[str, str]
    sent: list[str]
    """Ids of files that they sent."""


@contextmanager
def two_shops(
    template: Path, folder: Path, *, touch: Callable[[Session], object] = lambda _: None
) -> Iterator[TwoShops]:
    """Serve both shops until the block ends; `touch` changes what is in them first."""
    shutil.copy(template, folder / "shop.db")
    shelf = Shelf(root=folder / "files", most=1_000_000)
    engine = open_engine(f"sqlite:///{folder / 'shop.db'}")
    sessions, now = session_factory(engine), utc_now()
    with sessions() as session:
        made = world.build(session, now, shelf)
        secrets = {}
        for someone in made.everybody:
            row = _row(session, someone)
            secrets[someone.name] = people.open_session(session, row, now)
            people.add_identity(session, row, "web", f"web-{row.id}")
        touch(session)
        session.commit()
    house = House(
        sessions=sessions, catalogue={tool.name: tool for tool in TOOLS}, clock=utc_now,
        ports=made.houses[0].shop.ports,
    )  # fmt: skip
    doors = Doors(sessions, house.clock)
    app = create_app(
        Assistant(house, Obedient(), Checkpoints(InMemorySaver())), doors,
        settings=WebSettings(**NO_LIMIT), standings=doors, inviting=doors, linking=doors,
        shelf=Shelves(sessions, house.clock, shelf),
    )  # fmt: skip
    with serving(app) as address:
        yield TwoShops(
            address=address, app=app, secrets=secrets, sent=made.sent,
            everybody={one.name: one for one in made.everybody},
        )  # fmt: skip
    engine.dispose()


def _row(session: Session, someone: Someone) -> PersonRow:
    return session.scalars(
        select(PersonRow).where(
            PersonRow.shop_id == someone.actor.shop_id, PersonRow.id == someone.actor.person_id
        )
    ).one()
