"""A conversation in the terminal: words streamed, cards drawn, approvals by key."""

import asyncio
import shlex
import uuid
from collections.abc import Sequence
from pathlib import Path

import click
from rich.console import Console
from rich.text import Text

from agent.messages import Attachment, Message, Reply
from app.asking import language_named, role_named
from app.desk import Desk, open_desk
from app.wiring import utc_now
from channels.buttons import buttons_of
from channels.terminal import draw
from commerce.errors import CommerceError
from tools.cards import Button, Tap


async def talk(who: str, *, customer: int | None, conversation: str, language: str) -> None:
    """Talk until the person sends an empty line.

    Raises:
        commerce.errors.NotFound: There is no shop, or no such customer.
    """
    async with open_desk() as desk:
        thread = Talk(
            desk,
            Console(),
            sender=desk.sender(role_named(who), customer),
            conversation=conversation or f"cli-{uuid.uuid4().hex[:12]}",
            language=language_named(language),
        )
        await thread.run()


class Talk:
    """One thread of talk at the terminal."""

    def __init__(
        self, desk: Desk, console: Console, *, sender: str, conversation: str, language: str | None
    ) -> None:
        self._desk = desk
        self._console = console
        self._sender = sender
        self._conversation = conversation
        self._language = language
        self._buttons: Sequence[Button] = ()

    async def run(self) -> None:
        """Read, answer, offer what can be pressed, until an empty line."""
        actor = self._desk.assistant.who("terminal", self._sender)
        name = f"{actor.name}, {actor.role.value}" if actor else ""
        self._console.print(
            Text(f"{name} · an empty line ends · --conversation {self._conversation}", "dim")
        )
        while said := await asyncio.to_thread(self._read):
            reply = await self._answer(said)
            if reply is None:
                continue
            while reply.approval is not None and reply.approval.buttons:
                decided = await asyncio.to_thread(self._decide, reply.approval.buttons)
                if decided is None:
                    break
                reply = await self._send(decided.says, decided.tap)
            self._offer(buttons_of(reply))

    def _read(self) -> str:
        try:
            return self._console.input("[bold cyan]›[/] ").strip()
        except EOFError:
            return ""

    async def _answer(self, said: str) -> Reply | None:
        """Answer what was typed; a bare number presses the button of that number.

        A file that is named or dragged in goes along. `None` where it cannot be taken.
        """
        path = _path_in(said)
        if path is not None:
            return await self._send_file(path)
        if said.isdigit() and 0 < int(said) <= len(self._buttons):
            button = self._buttons[int(said) - 1]
            return await self._send(button.says, button.tap)
        return await self._send(said, None)

    def _decide(self, buttons: Sequence[Button]) -> Button | None:
        """Read one key: y or n decides; anything else leaves the approval waiting."""
        approve, decline = buttons
        self._console.print(
            Text.assemble(
                ("y ", "bold yellow"), approve.label, ("   n ", "bold yellow"), decline.label,
                ("   any other key: later", "dim"),
            )
        )  # fmt: skip
        return {"y": approve, "n": decline}.get(click.getchar().lower())

    def _offer(self, buttons: Sequence[Button]) -> None:
        self._buttons = buttons
        if buttons:
            labels = (f"[{n}] {button.label}" for n, button in enumerate(buttons, start=1))
            self._console.print(Text("   ".join(labels), "cyan"))

    async def _send_file(self, path: Path) -> Reply | None:
        try:
            attached = self._desk.attach(self._sender, path)
        except CommerceError as error:
            self._console.print(Text(str(error), "red"))
            return None
        return await self._send(attached.name, None, attached)

    async def _send(self, text: str, tap: Tap | None, *files: Attachment) -> Reply:
        message = Message(
            channel="terminal",
            sender=self._sender,
            conversation=self._conversation,
            text=text,
            tap=tap,
            attachments=files,
            provider_id=uuid.uuid4().hex,
            received_at=utc_now(),
            language=self._language,
        )
        streamed: list[str] = []
        with self._console.status("…") as thinking:

            def stream(words: str) -> None:
                thinking.stop()
                streamed.append(words)
                self._console.print(Text(words), end="")

            reply = await self._desk.assistant.ask(message, stream)
        self._draw(reply, "".join(streamed))
        for path in self._desk.save(self._sender, reply, Path.cwd()):
            self._console.print(Text(f"Saved: {path}", "green"))
        return reply

    def _draw(self, reply: Reply, streamed: str) -> None:
        """Draw a reply; its words only where those streamed were not already the same."""
        if streamed:
            self._console.print()
        said = streamed.strip() == reply.text.strip()
        draw(self._console, reply.model_copy(update={"text": ""}) if said else reply)


def _path_in(said: str) -> Path | None:
    """Return the file that `/file PATH` names, or that was dragged into the terminal."""
    command = said.removeprefix("/file ")
    try:
        words = shlex.split(command)
    except ValueError:
        words = []
    named = Path(words[0]).expanduser() if len(words) == 1 else Path(command.strip()).expanduser()
    if command != said:
        return named
    dragged = len(words) == 1 and named.is_absolute()
    return named if dragged and named.is_file() else None
