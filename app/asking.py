"""One turn asked from the command line, answered as people or as scripts read it."""

import json
import sys
import uuid
from pathlib import Path
from typing import Any, cast

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator
from rich.console import Console
from rich.text import Text

from agent.messages import Message, Reply
from app.desk import Desk, open_desk
from app.shops import ROLES, As
from app.wiring import utc_now
from channels.terminal import draw
from commerce.errors import CommerceError, Refused
from commerce.words import LANGUAGES

LARGEST_ID = 2**63 - 1


class Line(BaseModel):
    """What `--jsonl` reads from one line."""

    model_config = ConfigDict(extra="ignore")

    who: str = Field(default="seller", alias="as")
    text: str = Field(max_length=8_000)
    customer: int | None = Field(default=None, ge=1, le=LARGEST_ID)
    conversation: str | None = Field(default=None, max_length=64)
    language: str | None = None
    files: tuple[Path, ...] = Field(default=(), max_length=10)
    """Files of this machine that go along; by the command line only."""

    @field_validator("who")
    @classmethod
    def _known_role(cls, who: str) -> str:
        return role_named(who)


def role_named(word: str) -> As:
    """Return a role by its word after `--as`.

    Raises:
        Refused: There is no such role.
    """
    if word not in ROLES:
        raise Refused("error-no-such-role", word=word, roles=", ".join(ROLES))
    return cast("As", word)


def language_named(word: str | None) -> str | None:
    """Return the catalogue's key of a language people name in their own way.

    Raises:
        Refused: There is no catalogue of that language.
    """
    named = {"english": "en", "hindi": "hi", "hinglish": "hi-Latn", "hi-latn": "hi-Latn"}
    language = named.get((word or "").casefold(), word)
    if language and language not in LANGUAGES:
        raise Refused("error-no-such-language", word=language, languages=", ".join(LANGUAGES))
    return language or None


async def answer_one(line: Line, *, dry_run: bool, as_json: bool) -> None:
    """Answer one line on standard output.

    Raises:
        CommerceError: It cannot be asked at all: no shop, no such customer or language.
    """
    async with open_desk(dry_run=dry_run) as desk:
        reply = await _ask(desk, line)
        sender = desk.sender(role_named(line.who), line.customer)
        saved = [] if as_json or dry_run else desk.save(sender, reply, Path.cwd())
    if as_json:
        sys.stdout.write(_json(reply) + "\n")
        return
    console = Console()
    draw(console, reply)
    for path in saved:
        console.print(Text(f"Saved: {path}", "green"))
    if reply.approval is not None and reply.approval.buttons:
        yes = f'superecom ask --as {line.who} --conversation {reply.conversation} "yes"'
        console.print(Text(f"To approve: {yes}", "dim"))


async def answer_lines(*, dry_run: bool) -> None:
    """Answer each line of standard input; one that cannot be asked gives an object with `error`."""
    async with open_desk(dry_run=dry_run) as desk:
        for raw in sys.stdin:
            if not raw.strip():
                continue
            try:
                line = Line.model_validate_json(raw).model_copy(update={"files": ()})
                written = _json(await _ask(desk, line))
            except ValidationError as error:
                wrong = "; ".join(
                    f"{'.'.join(map(str, e['loc']))}: {e['msg']}" for e in error.errors()
                )
                written = json.dumps({"error": wrong}, ensure_ascii=False)
            except CommerceError as error:
                written = json.dumps({"error": str(error)}, ensure_ascii=False)
            sys.stdout.write(written + "\n")
            sys.stdout.flush()


async def _ask(desk: Desk, line: Line) -> Reply:
    sender = desk.sender(role_named(line.who), line.customer)
    message = Message(
        channel="terminal",
        sender=sender,
        conversation=line.conversation or f"cli-{uuid.uuid4().hex[:12]}",
        text=line.text,
        attachments=tuple(desk.attach(sender, path) for path in line.files),
        provider_id=uuid.uuid4().hex,
        received_at=utc_now(),
        language=language_named(line.language),
    )
    return await desk.assistant.ask(message)


def _json(reply: Reply) -> str:
    """Return the object that scripts rely on."""
    body: dict[str, Any] = reply.model_dump(mode="json")
    return json.dumps({"reply": body.pop("text"), **body}, ensure_ascii=False)
