"""Slack, as far as the assistant speaks with it: its Web API, and a workspace of people who write.

From the published contract (https://docs.slack.dev/reference/methods): bearer tokens, error codes,
limits of Block Kit and its escapes are checked as Slack checks them. What it took is kept in
memory, by channel, as a person of the workspace would see it.
"""

import asyncio
import json
import re
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import count
from typing import Any, Final
from urllib.parse import parse_qsl, urlencode

import httpx
from slack_sdk.signature import SignatureVerifier
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route, WebSocketRoute
from starlette.websockets import WebSocket, WebSocketDisconnect

Json = dict[str, Any]

TEAM: Final = "T0SHOP"
BOT: Final = "U0BOT"
_BARE: Final = re.compile(r"&(?!(?:amp|lt|gt);)|<(?![@#!a-z][^<>]*>)")
_TAG: Final = re.compile(r"<[^<>]*>")


@dataclass(slots=True, kw_only=True)
class Message:
    """One message as it stands in a channel."""

    channel: str
    ts: str
    user: str
    text: str
    blocks: list[Json] = field(default_factory=list)
    thread: str = ""
    """The `ts` of the message it answers; empty at the top of the channel."""
    only: str = ""
    """The user who alone sees it; empty for everybody of the channel."""
    files: list[Json] = field(default_factory=list)
    is_edited: bool = False

    @property
    def words(self) -> str:
        """All that can be read in it, without its markup."""
        said = "\n".join(_words(self.blocks)) or self.text
        plain = said.replace("\u200b", "")
        return plain.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")

    @property
    def buttons(self) -> list[Json]:
        """What can be pressed, buttons and the options of lists alike."""
        return list(_pressable(self.blocks))

    @property
    def labels(self) -> list[str]:
        """What stands on what can be pressed."""
        return [one["text"]["text"] for one in self.buttons]

    @property
    def tags(self) -> list[str]:
        """Mentions and links in it: none of ours has any."""
        return _TAG.findall("\n".join((*_words(self.blocks), self.text)))


@dataclass(slots=True, kw_only=True)
class _Refusal(Exception):
    error: str
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    more: Json = field(default_factory=dict)


@dataclass(slots=True, kw_only=True)
class View:
    """A form that is open before somebody."""

    id: str
    user: str
    view: Json


class SlackDouble:
    """A workspace, and the app that is installed in it."""

    def __init__(
        self, *, token: str = "xoxb-double", secret: str = "double-secret",  # of a double
        clock: Callable[[], float] = time.time,
    ) -> None:  # fmt: skip
        """Open a workspace with nobody in it.

        Args:
            token: The bot's.
            secret: Its requests to us are signed with this.
            clock: Tells the seconds since 1970.
        """
        self.token = token
        self.secret = secret
        self.clock = clock
        self.scopes = ""
        """What the app may do, with commas between."""
        self.hooks = ""
        """Where the product takes Slack's requests: `http://…/hooks/slack`."""
        self.users: dict[str, str] = {}
        """Names by user id."""
        self.channels: dict[str, list[Message]] = {}
        """What stands in each channel, oldest first."""
        self.members: dict[str, set[str]] = {}
        self.homes: dict[str, Json] = {}
        """What each user sees on the home tab."""
        self.views: list[View] = []
        """Forms that were opened, oldest first."""
        self.files: dict[str, Json] = {}
        """Name, bytes and channel of each file."""
        self.calls: list[tuple[str, Json]] = []
        """Every call that was let in, with its arguments."""
        self.trigger_seconds = 3.0
        """How long a press may be answered with a form."""
        self.patience = 3.0
        """Seconds within which what is sent over a socket is to be acknowledged."""
        self.app_token = "xapp-double"  # of a double
        self.acknowledged: dict[str, Any] = {}
        """What was answered over the socket, by envelope."""
        self._sockets: list[tuple[WebSocket, asyncio.AbstractEventLoop]] = []
        self.planned: dict[str, list[_Refusal]] = {}
        self._by_client_id: dict[str, Message] = {}
        self._triggers: dict[str, tuple[str, float]] = {}
        self._ids = count(1)
        self._told: dict[str, str] = {}
        """Id of an event → the moment of the message it tells of."""
        self._changed = threading.Condition(threading.RLock())
        self._base = ""

    @property
    def is_listened_to(self) -> bool:
        """Whether a socket is open."""
        return bool(self._sockets)

    @property
    def app(self) -> Starlette:
        """Return the Web API, to be served under `/api/`; files lie beside it."""
        return Starlette(
            routes=[
                Route("/api/{method}", self._api, methods=["GET", "POST"]),
                Route("/upload/{file}", self._take_file, methods=["POST"]),
                Route("/files/{file}", self._give_file),
                WebSocketRoute("/socket", self._socket),
            ]
        )

    # -- the people of the workspace

    def join(self, user: str, name: str) -> str:
        """Let somebody into the workspace; return how the product knows them."""
        self.users[user] = name
        return f"{TEAM}:{user}"

    def open_channel(self, channel: str, *members: str, with_bot: bool = True) -> None:
        """Open a channel with these people, and with the assistant unless told otherwise."""
        self.channels.setdefault(channel, [])
        self.members[channel] = {*members, *([BOT] if with_bot else [])}

    def say(
        self, user: str, text: str, *, channel: str = "", thread: str = "",
        files: Sequence[Json] = (), again: int = 0, event: str = "",
    ) -> httpx.Response:  # fmt: skip
        """Write something: to the assistant directly, else in a channel, by mention or not.

        Args:
            user: Who writes.
            text: In Slack's markup; `<@U0BOT>` mentions the assistant.
            channel: Where; empty for direct messages with the assistant.
            thread: The message that is answered.
            files: As an event carries them.
            again: How often Slack has sent the event before.
            event: The event's id; empty for a new one.
        """
        place = channel or self.direct(user)
        # An event that is sent again tells of the same message.
        ts = self._told.get(event) or self._ts()
        if event not in self._told:
            self._told |= {event: ts} if event else {}
            self._put(
                Message(
                    channel=place, ts=ts, user=user, text=text, thread=thread, files=list(files)
                )
            )
        mentions = bool(channel) and f"<@{BOT}>" in text
        told: Json = {
            "type": "app_mention" if mentions else "message", "user": user, "text": text, "ts": ts,
            "channel": place, "event_ts": ts,
            **({} if mentions else {"channel_type": "channel" if channel else "im"}),
            **({"thread_ts": thread} if thread else {}),
            **({"subtype": "file_share", "files": list(files)} if files else {}),
        }  # fmt: skip
        return self.tell(told, again=again, event=event)

    def tell(self, told: Json, *, again: int = 0, event: str = "", **more: Any) -> httpx.Response:
        """Send an event, signed."""
        event_id = event or f"Ev{next(self._ids):08d}"
        body = {
            "token": "unused", "team_id": TEAM, "api_app_id": "A0APP", "type": "event_callback",
            "event": told, "event_id": event_id, "event_time": int(self.clock()),
            "authorizations": [{"team_id": TEAM, "user_id": BOT, "is_bot": True}], **more,
        }  # fmt: skip
        headers = {"Content-Type": "application/json"}
        if again:
            headers |= {"X-Slack-Retry-Num": str(again), "X-Slack-Retry-Reason": "http_timeout"}
        return self._post("events", json.dumps(body).encode(), headers)

    def command(
        self, user: str, command: str, text: str = "", *, channel: str = ""
    ) -> httpx.Response:
        """Use a slash command."""
        place = channel or self.direct(user)
        form = {
            "token": "unused", "team_id": TEAM, "channel_id": place, "user_id": user,
            "command": command, "text": text, "trigger_id": self._trigger(user),
            "response_url": f"{self._base}/response",
        }  # fmt: skip
        return self._send_form("commands", form)

    def press(self, user: str, message: Message, label: str) -> httpx.Response:
        """Press what is labelled so in a message."""
        action = next(one for one in message.buttons if one["text"]["text"] == label)
        container: Json = {
            "type": "message", "message_ts": message.ts, "channel_id": message.channel,
            "is_ephemeral": bool(message.only),
            **({"thread_ts": message.thread} if message.thread else {}),
        }  # fmt: skip
        return self._act(user, action, container, {"id": message.channel})

    def press_home(self, user: str, label: str, nth: int = 0) -> httpx.Response:
        """Press what is labelled so on one's home tab, the first of several by default."""
        labelled = [
            one for one in _pressable(self.homes[user]["blocks"]) if one["text"]["text"] == label
        ]
        return self._act(user, labelled[nth], {"type": "view", "view_id": "V0HOME"}, None)

    def open_home(self, user: str) -> httpx.Response:
        """Open the assistant's home tab."""
        place = self.direct(user)
        event = {"type": "app_home_opened", "user": user, "channel": place, "tab": "home"}
        return self.tell(event)

    def submit(self, user: str, values: Mapping[str, str]) -> httpx.Response:
        """Send the form that is open before somebody, with some values changed."""
        opened = next(view for view in reversed(self.views) if view.user == user)
        state = {
            block["block_id"]: {
                block["element"]["action_id"]: _filled(
                    block["element"], values.get(block["block_id"])
                )
            }
            for block in opened.view["blocks"]
            if block["type"] == "input"
        }
        view = {
            **opened.view, "id": opened.id, "hash": f"{next(self._ids)}.x",
            "state": {"values": state},
        }  # fmt: skip
        payload = {
            "type": "view_submission", "team": {"id": TEAM}, "user": {"id": user, "team_id": TEAM},
            "view": view,
        }  # fmt: skip
        return self._send_form("interactivity", {"payload": json.dumps(payload)})

    # -- what a person sees

    def seen_by(self, user: str, channel: str = "") -> list[Message]:
        """Return what the assistant said to somebody: in a channel, else in direct messages."""
        place = channel or self.direct(user)
        with self._changed:
            return [
                message for message in self.channels.get(place, [])
                if message.user == BOT and message.only in ("", user)
            ]  # fmt: skip

    def until(self, found: Callable[[], Any], seconds: float = 20.0) -> Any:
        """Wait until something is true of the workspace, and return it.

        Raises:
            TimeoutError: It did not come true.
        """
        with self._changed:
            if not self._changed.wait_for(found, seconds):
                raise TimeoutError(f"Slack has: {[m for ms in self.channels.values() for m in ms]}")
            return found()

    def plan(self, method: str, error: str, *, seconds: int | None = None) -> None:
        """Refuse the next call of a method; with `seconds`, as too fast."""
        refusal = _Refusal(error=error)
        if seconds is not None:
            refusal = _Refusal(error=error, status=429, headers={"Retry-After": str(seconds)})
        self.planned.setdefault(method, []).append(refusal)

    def direct(self, user: str) -> str:
        """Return the channel of somebody's direct messages with the assistant."""
        channel = f"D{user[1:]}"
        if channel not in self.channels:
            self.open_channel(channel, user)
        return channel

    def signed(self, body: bytes, at: float | None = None) -> dict[str, str]:
        """Return the headers that Slack signs a body with."""
        when = str(int(self.clock() if at is None else at))
        signature = SignatureVerifier(self.secret).generate_signature(timestamp=when, body=body)
        return {"X-Slack-Request-Timestamp": when, "X-Slack-Signature": signature or ""}

    # -- what it sends

    def _post(self, path: str, body: bytes, headers: Mapping[str, str]) -> httpx.Response:
        if self._sockets:
            return self._send_over_socket(path, body)
        signed = {**headers, **self.signed(body)}
        return httpx.post(f"{self.hooks}/{path}", content=body, headers=signed, timeout=10)

    def _send_over_socket(self, path: str, body: bytes) -> httpx.Response:
        """Send as in Socket Mode; what is not acknowledged within three seconds is a 504."""
        form: Json = dict(parse_qsl(body.decode()))
        kinds = {
            "events": "events_api", "commands": "slash_commands", "interactivity": "interactive",
        }  # fmt: skip
        held: Json = form
        if path != "commands":
            held = json.loads(body if path == "events" else form["payload"])
        envelope = f"envelope-{next(self._ids)}"
        told = {"type": kinds[path], "envelope_id": envelope, "payload": held}
        socket, loop = self._sockets[-1]
        asyncio.run_coroutine_threadsafe(socket.send_json(told), loop).result(10)
        with self._changed:
            if not self._changed.wait_for(lambda: envelope in self.acknowledged, self.patience):
                return httpx.Response(504)
            return httpx.Response(200, json=self.acknowledged[envelope])

    async def _socket(self, socket: WebSocket) -> None:
        await socket.accept()
        await socket.send_json({"type": "hello", "num_connections": 1})
        held = (socket, asyncio.get_running_loop())
        with self._changed:
            self._sockets.append(held)
            self._changed.notify_all()
        try:
            while True:
                told = await socket.receive_json()
                with self._changed:
                    self.acknowledged[told["envelope_id"]] = told.get("payload")
                    self._changed.notify_all()
        except WebSocketDisconnect:
            self._sockets.remove(held)

    def _send_form(self, path: str, form: Mapping[str, str]) -> httpx.Response:
        headers = {"Content-Type": "application/x-www-form-urlencoded"}
        return self._post(path, urlencode(form).encode(), headers)

    def _act(
        self, user: str, action: Json, container: Json, channel: Json | None
    ) -> httpx.Response:
        told = {"action_ts": self._ts(), "block_id": "b", "type": action["type"], **action}
        if action["type"] == "option":
            told = {
                "type": "static_select", "action_id": action["action_id"], "action_ts": self._ts(),
                "selected_option": {"text": action["text"], "value": action["value"]},
            }  # fmt: skip
        payload = {
            "type": "block_actions", "team": {"id": TEAM}, "user": {"id": user, "team_id": TEAM},
            "trigger_id": self._trigger(user), "container": container, "actions": [told],
            **({"channel": channel} if channel else {}),
        }  # fmt: skip
        return self._send_form("interactivity", {"payload": json.dumps(payload)})

    def _trigger(self, user: str) -> str:
        trigger = f"{next(self._ids)}.{user}"
        self._triggers[trigger] = (user, time.monotonic())
        return trigger

    def _ts(self) -> str:
        return f"{int(self.clock())}.{next(self._ids):06d}"

    def _put(self, message: Message) -> Message:
        with self._changed:
            self.channels.setdefault(message.channel, []).append(message)
            self._changed.notify_all()
        return message

    # -- the Web API

    async def _api(self, request: Request) -> Response:
        self._base = str(request.base_url).rstrip("/")
        method = request.path_params["method"]
        body = await request.body()
        kind = request.headers.get("content-type", "")
        given = json.loads(body) if "json" in kind and body else dict(parse_qsl(body.decode()))
        args: Json = {**request.query_params, **given}
        try:
            said = await run_in_threadpool(self._called, method, args, request.headers)
        except _Refusal as refusal:
            answer = {"ok": False, "error": refusal.error, **refusal.more}
            return JSONResponse(answer, refusal.status, headers=dict(refusal.headers))
        return JSONResponse({"ok": True, **said}, headers={"X-OAuth-Scopes": self.scopes})

    def _called(self, method: str, args: Json, headers: Mapping[str, str]) -> Json:
        token = headers.get("authorization", "").removeprefix("Bearer ")
        if not token:
            raise _Refusal(error="not_authed")
        if token != (self.app_token if method == "apps.connections.open" else self.token):
            raise _Refusal(error="invalid_auth")
        with self._changed:
            if planned := self.planned.get(method):
                raise planned.pop(0)
            act = self._methods().get(method)
            if act is None:
                raise _Refusal(error="unknown_method")
            said = act({name: _parsed(value) for name, value in args.items()})
            self.calls.append((method, args))
            self._changed.notify_all()
            return said

    def _methods(self) -> Mapping[str, Callable[[Json], Json]]:
        return {
            "auth.test": lambda _: {
                "team_id": TEAM,
                "user_id": BOT,
                "team": "Shop",
                "bot_id": "B0",
            },
            "apps.connections.open": lambda _: {
                "url": f"{self._base.replace('http', 'ws', 1)}/socket"
            },
            "chat.postMessage": self._post_message,
            "chat.postEphemeral": self._post_ephemeral,
            "chat.update": self._update,
            "conversations.open": self._open_direct,
            "conversations.info": self._info,
            "views.open": self._open_view,
            "views.publish": self._publish,
            "files.getUploadURLExternal": self._upload_url,
            "files.completeUploadExternal": self._complete_upload,
            "files.info": self._file_info,
        }

    def _post_message(self, args: Json) -> Json:
        repeated = self._by_client_id.get(str(args.get("client_msg_id")))
        if repeated is not None:
            return {"channel": repeated.channel, "ts": repeated.ts}
        channel = self._where(args)
        message = self._message(channel, args)
        if args.get("client_msg_id"):
            self._by_client_id[args["client_msg_id"]] = message
        return {"channel": channel, "ts": message.ts}

    def _post_ephemeral(self, args: Json) -> Json:
        channel = self._where(args)
        if args.get("user") not in self.members[channel]:
            raise _Refusal(error="user_not_in_channel")
        return {"message_ts": self._message(channel, args, only=args["user"]).ts}

    def _message(self, channel: str, args: Json, only: str = "") -> Message:
        text, blocks = args.get("text") or "", args.get("blocks") or []
        if not text and not blocks:
            raise _Refusal(error="no_text")
        _check(blocks, text)
        return self._put(
            Message(
                channel=channel, ts=self._ts(), user=BOT, text=text, blocks=blocks, only=only,
                thread=args.get("thread_ts") or "",
            )
        )  # fmt: skip

    def _update(self, args: Json) -> Json:
        channel = self._where(args)
        found = [
            one for one in self.channels[channel]
            if one.ts == args.get("ts") and one.user == BOT and not one.only
        ]  # fmt: skip
        if not found:
            raise _Refusal(error="message_not_found")
        blocks = args.get("blocks") or []
        _check(blocks, args.get("text") or "")
        found[0].text, found[0].blocks, found[0].is_edited = args.get("text") or "", blocks, True
        return {"channel": channel, "ts": found[0].ts}

    def _open_direct(self, args: Json) -> Json:
        if args.get("users") not in self.users:
            raise _Refusal(error="user_not_found")
        return {"channel": {"id": self.direct(args["users"])}}

    def _info(self, args: Json) -> Json:
        channel = args.get("channel", "")
        if channel not in self.channels:
            raise _Refusal(error="channel_not_found")
        return {"channel": {"id": channel, "is_member": BOT in self.members[channel]}}

    def _open_view(self, args: Json) -> Json:
        user, at = self._triggers.pop(args.get("trigger_id", ""), ("", 0.0))
        if not user:
            raise _Refusal(error="invalid_trigger_id")
        if time.monotonic() - at > self.trigger_seconds:
            raise _Refusal(error="expired_trigger_id")
        _check_view(args["view"])
        self.views.append(View(id=f"V{next(self._ids)}", user=user, view=args["view"]))
        return {"view": {"id": self.views[-1].id}}

    def _publish(self, args: Json) -> Json:
        if args.get("user_id") not in self.users:
            raise _Refusal(error="user_not_found")
        _check_view(args["view"])
        self.homes[args["user_id"]] = args["view"]
        return {"view": {"id": "V0HOME"}}

    def _upload_url(self, args: Json) -> Json:
        file = f"F{next(self._ids):08d}"
        self.files[file] = {"name": args["filename"], "length": int(args["length"])}
        return {"upload_url": f"{self._base}/upload/{file}", "file_id": file}

    def _complete_upload(self, args: Json) -> Json:
        channel = self._where({"channel": args.get("channel_id")})
        shared = [{"id": one["id"], "title": one.get("title", "")} for one in args["files"]]
        if any("data" not in self.files.get(one["id"], {}) for one in shared):
            raise _Refusal(error="file_not_found")
        for one in shared:
            self.files[one["id"]]["channel"] = channel
        message = Message(
            channel=channel, ts=self._ts(), user=BOT, text="", files=shared,
            thread=args.get("thread_ts") or "",
        )  # fmt: skip
        self._put(message)
        return {"files": shared}

    def _file_info(self, args: Json) -> Json:
        if args.get("file") not in self.files:
            raise _Refusal(error="file_not_found")
        address = f"{self._base}/files/{args['file']}"
        return {"file": {"id": args["file"], "url_private_download": address}}

    def _where(self, args: Json) -> str:
        channel = str(args.get("channel") or "")
        if channel not in self.channels:
            raise _Refusal(error="channel_not_found")
        if BOT not in self.members[channel]:
            raise _Refusal(error="not_in_channel")
        return channel

    async def _take_file(self, request: Request) -> Response:
        body = await request.body()
        with self._changed:
            held = self.files[request.path_params["file"]]
            if len(body) != held["length"]:
                return PlainTextResponse("length", 400)
            held["data"] = body
        return PlainTextResponse("OK")

    async def _give_file(self, request: Request) -> Response:
        if request.headers.get("authorization") != f"Bearer {self.token}":
            return Response("<html>Sign in</html>", media_type="text/html")
        return Response(self.files[request.path_params["file"]]["data"])


def _parsed(value: Any) -> Any:
    """Return an argument that a form carries as JSON as what it is."""
    if isinstance(value, str) and value[:1] in ("[", "{"):
        return json.loads(value)
    return value


def _check(blocks: Sequence[Json], text: str, most: int = 50) -> None:
    problems = [*_escapes(text), *_limits(blocks, most)]
    if problems:
        raise _Refusal(error="invalid_blocks", more={"response_metadata": {"messages": problems}})


def _check_view(view: Json) -> None:
    title = view.get("title", {}).get("text", "")
    if len(title) > 24 or (view["type"] == "modal" and not title):
        raise _Refusal(error="invalid_arguments")
    _check(view["blocks"], "", most=100)


def _limits(blocks: Sequence[Json], most: int) -> Iterator[str]:
    if len(blocks) > most:
        yield f"no more than {most} items allowed [json-pointer:/blocks]"
    actions = [one.get("action_id") for one in _pressable(blocks) if one["type"] != "option"]
    named = [one for one in actions if one]
    if len(named) != len(set(named)):
        yield "action_id is not unique"
    for place, block in enumerate(blocks):
        yield from (f"{problem} [json-pointer:/blocks/{place}]" for problem in _problems(block))


def _problems(block: Json) -> Iterator[str]:
    match block["type"]:
        case "header":
            yield from _letters(block["text"], 150, "plain_text")
        case "section":
            if "text" not in block and not block.get("fields"):
                yield "a section needs text or fields"
            yield from _letters(block["text"], 3_000) if "text" in block else ()
            if len(block.get("fields", ())) > 10:
                yield "too many fields"
            for one in block.get("fields", ()):
                yield from _letters(one, 2_000)
            yield from _element(block["accessory"]) if "accessory" in block else ()
        case "context":
            if not 1 <= len(block["elements"]) <= 10:
                yield "too many elements"
            for one in block["elements"]:
                yield from _letters(one, 2_000)
        case "actions":
            if not 1 <= len(block["elements"]) <= 25:
                yield "too many elements"
            for one in block["elements"]:
                yield from _element(one)
        case "input":
            yield from _letters(block["label"], 2_000, "plain_text")
        case "divider":
            return
        case other:
            yield f"unsupported block {other}"


def _element(element: Json) -> Iterator[str]:
    if len(element.get("action_id", "")) > 255:
        yield "action_id too long"
    match element["type"]:
        case "button":
            yield from _letters(element["text"], 75, "plain_text")
            if len(element.get("value", "")) > 2_000:
                yield "value too long"
        case "static_select":
            if not 1 <= len(element["options"]) <= 100:
                yield "too many options"
            for one in element["options"]:
                yield from _letters(one["text"], 75, "plain_text")
                if len(one["value"]) > 150:
                    yield "value too long"
        case other:
            yield f"unsupported element {other}"


def _letters(text: Json, most: int, kind: str = "mrkdwn") -> Iterator[str]:
    if text["type"] != kind:
        yield f"must be {kind}"
    if not 1 <= len(text["text"]) <= most:
        yield f"must be 1 to {most} letters, not {len(text['text'])}"
    if text["type"] == "mrkdwn":
        yield from _escapes(text["text"])


def _escapes(text: str) -> Iterator[str]:
    if bare := _BARE.search(text):
        yield f"not escaped: {text[bare.start() : bare.start() + 20]!r}"


def _words(blocks: Sequence[Json]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block.get("text"), dict):
            yield block["text"]["text"]
        yield from (one["text"] for one in block.get("fields", ()))
        if block["type"] == "context":
            yield from (one["text"] for one in block["elements"])


def _pressable(blocks: Sequence[Json]) -> Iterator[Json]:
    for block in blocks:
        elements = block.get("elements", []) if block["type"] == "actions" else []
        for one in (*elements, *([block["accessory"]] if "accessory" in block else [])):
            if one["type"] == "static_select":
                for option in one["options"]:
                    yield {**option, "type": "option", "action_id": one["action_id"]}
            else:
                yield one


def _filled(element: Json, value: str | None) -> Json:
    """Return an input's state: what was typed, else what stood there."""
    match element["type"]:
        case "static_select":
            before = element.get("initial_option", {}).get("value")
            chosen = before if value is None else value
            return {"selected_option": {"value": chosen} if chosen else None}
        case "datepicker":
            return {"selected_date": element.get("initial_date") if value is None else value}
        case _:
            return {"value": element.get("initial_value") if value is None else value}
