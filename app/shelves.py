"""The files of the web chat, over the database and the folder of files."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import BinaryIO

from sqlalchemy.orm import Session, sessionmaker

from commerce import files
from commerce.access import Actor
from commerce.context import Context
from commerce.errors import NotFound
from commerce.files import Shelf, StoredFile


class Shelves:
    """Fills `channels.web.Files`."""

    def __init__(
        self, sessions: sessionmaker[Session], clock: Callable[[], datetime], shelf: Shelf
    ) -> None:
        self._sessions = sessions
        self._clock = clock
        self._shelf = shelf

    def keep(self, actor: Actor, name: str, stream: BinaryIO, language: str) -> StoredFile:
        """Keep a file of the actor.

        Raises:
            commerce.errors.BadFile: It is empty, too big, or of a kind that nothing reads.
        """
        with self._sessions() as session:
            kept = files.keep(self._ctx(session, actor, language), self._shelf, stream, name=name)
            session.commit()
            return kept

    def find(self, actor: Actor, file_id: str) -> StoredFile:
        """Return a file that the actor may open.

        Raises:
            commerce.errors.NotFound: No such file, or not for them.
        """
        with self._sessions() as session:
            return files.find(self._ctx(session, actor), file_id)

    def open(self, actor: Actor, file_id: str) -> tuple[StoredFile, Path]:
        """Return a file that the actor may open, and where its bytes lie.

        Raises:
            commerce.errors.NotFound: No such file, or not for them, or its bytes are gone.
        """
        found = self.find(actor, file_id)
        path = self._shelf.path_of(found.shop_id, found.id)
        if not path.is_file():
            raise NotFound("error-file-not-found")
        return found, path

    def _ctx(self, session: Session, actor: Actor, language: str = "en") -> Context:
        return Context(
            session=session, actor=actor, now=self._clock(), language=language, channel="web"
        )
