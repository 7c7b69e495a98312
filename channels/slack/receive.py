"""Takes what Slack sends: events, slash commands, buttons and forms.

The same for requests that Slack makes to us and for a socket that we open to Slack.
"""

import asyncio
import json
from collections.abc import Awaitable, Callable, Coroutine, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final, Protocol
from urllib.parse import parse_qsl

import structlog
from slack_sdk import WebClient
from slack_sdk.errors import SlackClientError
from slack_sdk.signature import SignatureVerifier
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route

from channels.inbound import Inbound
from channels.slack.events import (
    FilledIn,
    OpenedHome,
    Pressed,
    Said,
    SaidInThread,
    WantsForm,
    of_command,
    of_event,
    of_press,
    of_submission,
)
from channels.slack.views import FORM
from tools.cards import Tap

log = structlog.get_logger()

CHANNEL: Final = "slack"
MOST_BYTES: Final = 1_000_000
"""Slack's own bodies are far smaller."""

Json = Mapping[str, Any]
Keep = Callable[[Sequence[Inbound]], Awaitable[None]]


class Desk(Protocol):
    """What is looked up while a request is taken. Each may read the database."""

    def in_thread(self, said: SaidInThread) -> Tap | None:
        """Return the call that words in a thread are; `None` where they are not meant for us."""
        ...

    def command(self, said: Said, key: str) -> str:
        """Return a slash command in words."""
        ...

    def form(self, wants: WantsForm) -> Json:
        """Return the form in which a request is changed."""
        ...

    def corrected(self, filled: FilledIn) -> "Sequence[Inbound] | Mapping[str, str]":
        """Return the corrected request, or what is wrong by name of the field."""
        ...

    def home(self, sender: str) -> Json:
        """Return somebody's home tab."""
        ...

    def direct(self, sender: str) -> str:
        """Return the address of the assistant's direct messages with somebody."""
        ...


@dataclass(frozen=True, slots=True)
class _Clock:
    """The program's clock as Slack's verifier reads it."""

    clock: Callable[[], datetime]

    def now(self) -> float:
        """Return the seconds since 1970."""
        return self.clock().timestamp()


class Receiver:
    """Keeps what comes in, and answers Slack at once."""

    def __init__(
        self, *, client: WebClient, secrets: Sequence[str], keep: Keep, desk: Desk,
        clock: Callable[[], datetime],
    ) -> None:  # fmt: skip
        """Take where things go.

        Args:
            client: Opens forms and draws home tabs.
            secrets: Signing secrets; any of them is right, as while one is exchanged.
            keep: Makes messages safe.
            desk: Looks things up.
            clock: Tells the time.
        """
        self._client = client
        # The verifier takes whatever tells the time as its own clock does.
        ticking: Any = _Clock(clock)
        self._verifiers = [SignatureVerifier(secret, ticking) for secret in secrets]
        self._keep = keep
        self._desk = desk
        self._clock = clock
        self._under_way: set[asyncio.Task[None]] = set()

    @property
    def routes(self) -> tuple[Route, ...]:
        """Its webhooks."""
        return tuple(
            Route(path, endpoint, methods=["POST"])
            for path, endpoint in (
                ("/events", self._events),
                ("/commands", self._commands),
                ("/interactivity", self._interactivity),
            )
        )

    async def close(self) -> None:
        """Let home tabs under way be drawn."""
        await asyncio.gather(*self._under_way, return_exceptions=True)

    async def event(self, payload: Json) -> None:
        """Take an event; when this returns it is safe."""
        match of_event(payload):
            case Said() as said:
                await self._keep([self._inbound(said)])
            case SaidInThread() as said:
                tap = await asyncio.to_thread(self._desk.in_thread, said)
                if tap is not None:
                    where = f"{said.channel}:{said.thread}"
                    meant = Said(
                        sender=said.sender, address=where, id=said.id, text=said.text, tap=tap
                    )
                    await self._keep([self._inbound(meant)])
            case OpenedHome(sender=sender):
                self._soon(self._show_home(sender))
            case None:
                log.debug("nothing for us", channel=CHANNEL, kind=_kind(payload))

    async def command(self, form: Mapping[str, str]) -> None:
        """Take a slash command."""
        said, key = of_command(form)
        text = await asyncio.to_thread(self._desk.command, said, key) if key else said.text
        await self._keep([self._inbound(said, text=text)])

    async def interaction(self, payload: Json) -> Json:
        """Take a button or a form, and return what Slack is answered."""
        match payload.get("type"):
            case "block_actions":
                await self._press(payload)
            case "view_submission" if payload["view"].get("callback_id") == FORM:
                found = await asyncio.to_thread(self._desk.corrected, of_submission(payload))
                if isinstance(found, Mapping):
                    return {"response_action": "errors", "errors": found}
                await self._keep(found)
            case other:
                log.debug("nothing for us", channel=CHANNEL, kind=other)
        return {}

    async def _press(self, payload: Json) -> None:
        match of_press(payload):
            case Pressed() as pressed:
                address = pressed.address or await asyncio.to_thread(
                    self._desk.direct, pressed.sender
                )
                await self._keep([self._pressed(pressed, address)])
            case WantsForm() as wants:
                await asyncio.to_thread(self._open_form, wants)
            case None:
                log.debug("a button that is not ours", channel=CHANNEL)

    def _open_form(self, wants: WantsForm) -> None:
        try:
            self._client.views_open(trigger_id=wants.trigger, view=dict(self._desk.form(wants)))
        except SlackClientError as error:
            # The trigger is good for three seconds; they press again.
            log.warning("form not opened", channel=CHANNEL, exc_info=error)

    async def _show_home(self, sender: str) -> None:
        try:
            view = await asyncio.to_thread(self._desk.home, sender)
            user = sender.partition(":")[2]
            await asyncio.to_thread(self._client.views_publish, user_id=user, view=dict(view))
        except Exception as error:
            # It is drawn again whenever it is opened.
            log.warning("home not drawn", channel=CHANNEL, exc_info=error)

    def _inbound(self, said: Said, *, text: str | None = None) -> Inbound:
        return Inbound(
            channel=CHANNEL, sender=said.sender, address=said.address, provider_id=said.id,
            at=self._clock(), text=said.text if text is None else text, media=said.media,
            tap=said.tap, answers=said.answers, edits=said.edits, voice=said.voice,
            kind="voice" if said.voice is not None else "text",
        )  # fmt: skip

    def _pressed(self, pressed: Pressed, address: str) -> Inbound:
        return Inbound(
            channel=CHANNEL, sender=pressed.sender, address=address, provider_id=pressed.id,
            at=self._clock(), text=pressed.says, button=pressed.token or None, tap=pressed.tap,
        )  # fmt: skip

    def _soon(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.create_task(work)
        self._under_way.add(task)
        task.add_done_callback(self._under_way.discard)

    async def _events(self, request: Request) -> Response:
        body = await self._checked(request)
        if body is None:
            return _no()
        payload = _object(body)
        if payload is None:
            return PlainTextResponse("", 400)
        if payload.get("type") == "url_verification":
            return JSONResponse({"challenge": payload.get("challenge", "")})
        again = request.headers.get("x-slack-retry-num")
        if again is not None:
            # It is kept under the id of its event, so that what came before changes nothing.
            log.info(
                "slack sends again", number=again, event_id=payload.get("event_id"),
                why=request.headers.get("x-slack-retry-reason"),
            )  # fmt: skip
        await self.event(payload)
        return PlainTextResponse("")

    async def _commands(self, request: Request) -> Response:
        body = await self._checked(request)
        if body is None:
            return _no()
        await self.command(_form(body))
        return PlainTextResponse("")

    async def _interactivity(self, request: Request) -> Response:
        body = await self._checked(request)
        if body is None:
            return _no()
        payload = _object(_form(body).get("payload", "").encode())
        if payload is None:
            return PlainTextResponse("", 400)
        said = await self.interaction(payload)
        return JSONResponse(dict(said)) if said else PlainTextResponse("")

    async def _checked(self, request: Request) -> bytes | None:
        """Return the body of a request that Slack signed within five minutes."""
        body = b""
        async for piece in request.stream():
            body += piece
            if len(body) > MOST_BYTES:
                return None
        headers = dict(request.headers)
        return body if any(_is_right(one, body, headers) for one in self._verifiers) else None


def _is_right(verifier: SignatureVerifier, body: bytes, headers: dict[str, str]) -> bool:
    try:
        return verifier.is_valid_request(body, headers)
    except (ValueError, TypeError):
        return False  # A time that is no number, letters that are none.


def _no() -> Response:
    return PlainTextResponse("", 401)


def _object(body: bytes) -> Json | None:
    try:
        found = json.loads(body)
    except ValueError:
        return None
    return found if isinstance(found, dict) else None


def _form(body: bytes) -> dict[str, str]:
    return dict(parse_qsl(body.decode("utf-8", "replace"), keep_blank_values=True))


def _kind(payload: Json) -> str:
    event = payload.get("event") or {}
    return f"{event.get('type', '')}.{event.get('subtype', '')}"
