"""The assistant opened for one process at this machine's terminal."""

import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from sqlalchemy.orm import Session, sessionmaker

from agent.assistant import Assistant
from agent.messages import Attachment, Reply
from app.logs import configure
from app.settings import Settings
from app.shelves import Shelves
from app.shops import As, at_terminal, the_shop
from app.wiring import house, open_assistant, open_database, utc_now
from commerce.db import session_factory
from commerce.errors import NotFound
from commerce.files import Shelf, StoredFile
from tools.cards import FileCard


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """An assistant, and whom it takes the typist for."""

    assistant: Assistant
    sessions: sessionmaker[Session]
    shop: str
    shelves: Shelves

    def sender(self, who: As, customer: int | None = None) -> str:
        """Return the id of whoever types, in the role they take.

        Raises:
            commerce.errors.NotFound: No shop, or no such customer.
        """
        with self.sessions() as session:
            shop = the_shop(session, self.shop)
            if who == "customer" and customer is None and shop.is_demo:
                from app.demo import default_customer

                customer = default_customer(session, shop.id)
            known_as = at_terminal(session, shop, who, customer=customer, now=utc_now())
            session.commit()
            return known_as

    def attach(self, sender: str, path: Path) -> Attachment:
        """Keep a file of this machine for whoever types, to go along with a message.

        Raises:
            commerce.errors.NotFound: There is no such file here.
            commerce.errors.BadFile: It is empty, too big, or of a kind that nothing reads.
        """
        actor = self.assistant.who("terminal", sender)
        if actor is None or not path.is_file():
            raise NotFound("error-no-file-here", path=str(path))
        with path.open("rb") as stream:
            kept = self.shelves.keep(actor, path.name, stream, actor.language or "en")
        return Attachment(
            file=kept.id, name=kept.name, media_type=kept.kind.media_type, size=kept.size
        )

    def save(self, sender: str, reply: Reply, folder: Path) -> list[Path]:
        """Copy the files that a reply gives into a folder, beside what is there already."""
        actor = self.assistant.who("terminal", sender)
        given = [card.file for card in reply.cards if isinstance(card, FileCard)]
        return [_copied(*self.shelves.open(actor, file), folder) for file in given if actor]


def _copied(file: StoredFile, path: Path, folder: Path) -> Path:
    """Copy a file under a name that is free."""
    name = Path(file.name)
    for number in count(1):
        to = folder / (name.name if number == 1 else f"{name.stem}-{number}{name.suffix}")
        try:
            with to.open("xb") as copy, path.open("rb") as stream:
                shutil.copyfileobj(stream, copy)
        except FileExistsError:
            continue
        return to
    raise AssertionError("counting never ends")


@asynccontextmanager
async def open_desk(*, dry_run: bool = False) -> AsyncIterator[Desk]:
    """Open the assistant as the settings say.

    Raises:
        commerce.errors.NotFound: There is no shop yet.
    """
    settings = Settings()
    configure(settings)
    engine = open_database(settings)
    sessions = session_factory(engine)
    with sessions() as session:
        shop = the_shop(session, settings.shop)
    try:
        rooms = house(settings, engine, demo=shop.is_demo)
        async with open_assistant(settings, rooms, dry_run=dry_run) as assistant:
            shelf = Shelf(root=settings.files, most=settings.file_megabytes * 1024 * 1024)
            shelves = Shelves(sessions, rooms.clock, shelf)
            yield Desk(assistant=assistant, sessions=sessions, shop=settings.shop, shelves=shelves)
    finally:
        engine.dispose()
