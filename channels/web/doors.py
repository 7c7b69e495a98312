"""What the web chat asks of the rest: who may come in, and how approvals and receipts stand."""

from collections.abc import Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Literal, NamedTuple, Protocol

from commerce.access import Actor
from commerce.context import Context
from commerce.files import StoredFile
from commerce.people import Invitation


class DemoPerson(NamedTuple):
    """Someone of the demo shop whom a visitor may play."""

    sender: str
    name: str
    role: str
    """A value of `commerce.access.Role`."""


class SignIn(Protocol):
    """The doors of the web chat. Secrets are unguessable, kept as hashes, new at every sign-in.

    All functions read and write the database; the web chat calls them from threads.
    """

    def demo_people(self) -> list[DemoPerson]:
        """Return whom a visitor may play; empty unless the demo shop is on."""
        ...

    def open_demo(self, sender: str) -> str:
        """Open a session as one of `demo_people` and return its secret.

        Raises:
            commerce.errors.NotFound: Nobody of the demo shop is `sender`.
        """
        ...

    def password(self, email: str, password: str) -> str | None:
        """Open a session and return its secret; `None` where e-mail or password is wrong."""
        ...

    def redeem_link(self, token: str) -> str | None:
        """Use up a one-time link and return a session's secret; `None` for a used or old one."""
        ...

    def who(self, secret: str) -> tuple[Actor, str] | None:
        """Return whose session it is and their sender id on channel `web`, while it is open."""
        ...

    def close(self, secret: str) -> None:
        """End a session; one that is not open is left as it is."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """How one approval or receipt stands by now, whoever decided it and wherever."""

    id: str
    state: Literal[
        "pending",
        "approved",
        "declined",
        "expired",
        "replaced",
        "withdrawn",
        "done",
        "failed",
        "kept",
        "undone",
        "final",
    ]
    """Of an approval: a value of `commerce.approvals.ApprovalStatus`. Of a receipt: `kept` while it
    can be undone, then `undone` or `final`."""
    by: str = ""
    """The name of who decided, where somebody did."""


class Invited(NamedTuple):
    """Someone of the shop for whom a link that lets them in can be made."""

    id: int
    name: str
    role: str
    """A value of `commerce.access.Role`."""
    was_here: bool
    """Whether they ever came in."""


class Invitations(Protocol):
    """Makes the links and codes by which people come in for the first time, or again.

    The web chat calls it from threads.
    """

    def invitable(self, actor: Actor) -> Sequence[Invited]:
        """Return the people of the shop who may come in, those who never did first.

        Raises:
            commerce.errors.NotAllowed: The actor may not manage people.
        """
        ...

    def invitation(self, actor: Actor, person: int) -> Invitation:
        """Return a new link and code that let a person in once; nobody can read them again.

        Raises:
            commerce.errors.NotAllowed: The actor may not manage people, or this one is above them.
            commerce.errors.NotFound: No such active person of the shop.
        """
        ...


class LinkCode(NamedTuple):
    """A code by which a messenger gets to know whoever made it."""

    code: str
    minutes: int
    """How long it is good for."""


class Offered(NamedTuple):
    """Which messenger would know somebody, or does now."""

    channel: str
    external_id: str
    """Who they are there: a number, or the messenger's own id."""
    shop: str


class Linking(Protocol):
    """Has messengers know people. The web chat calls it from threads."""

    def linked(self, actor: Actor) -> Sequence[str]:
        """Return the messengers on which the actor is known, the oldest first."""
        ...

    def link_code(self, actor: Actor) -> LinkCode:
        """Return a new code of the actor's; those made before stop working."""
        ...

    def offered(self, actor: Actor, token: str) -> Offered:
        """Return which messenger of whose shop a link would have know the actor.

        Raises:
            commerce.errors.NotFound: It works no more, or never did.
            commerce.errors.Refused: Who writes there is known to be somebody else.
        """
        ...

    def accept(self, actor: Actor, token: str, language: str) -> Offered:
        """Have the messenger of a link know the actor, tell them so there, and use the link up.

        Raises:
            commerce.errors.NotFound: It works no more, or never did.
            commerce.errors.Refused: Who writes there is known to be somebody else.
        """
        ...

    def unlink(self, actor: Actor, channel: str) -> None:
        """Have a messenger know the actor no more.

        Raises:
            commerce.errors.NotFound: It does not.
        """
        ...


class Opening(Protocol):
    """Opens a shop to be read. The web chat calls it from threads."""

    def __call__(self, actor: Actor, language: str) -> AbstractContextManager[Context]:
        """Give the actor's shop as they may see it; nothing that is done in it is kept."""
        ...


class Standings(Protocol):
    """Tells how the approvals and receipts of a conversation stand."""

    def standings(self, actor: Actor, conversation: str) -> Sequence[Standing]:
        """Return one standing for each approval and receipt of one of the actor's conversations."""
        ...


class Files(Protocol):
    """Keeps files, and gives them back. The web chat calls it from threads."""

    def keep(self, actor: Actor, name: str, stream: BinaryIO, language: str) -> StoredFile:
        """Keep a file of the actor.

        Raises:
            commerce.errors.BadFile: It is empty, too big, or of a kind that nothing reads.
        """
        ...

    def find(self, actor: Actor, file_id: str) -> StoredFile:
        """Return a file that the actor may open.

        Raises:
            commerce.errors.NotFound: No such file, or not for them.
        """
        ...

    def open(self, actor: Actor, file_id: str) -> tuple[StoredFile, Path]:
        """Return a file that the actor may open, and where its bytes lie.

        Raises:
            commerce.errors.NotFound: No such file, or not for them.
        """
        ...
