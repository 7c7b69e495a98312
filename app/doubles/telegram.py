"""Telegram's Bot API as published, as far as the product uses it, and the people behind it.

https://core.telegram.org/bots/api: methods by POST with JSON or form fields, answers as
`{"ok": …}`, updates posted to the webhook with its secret token, or given out by `getUpdates`.
"""

import asyncio
import html
import json
import re
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

import httpx
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

MOST_TEXT: Final = 4_096
MOST_CAPTION: Final = 1_024
MOST_CALLBACK_BYTES: Final = 64
MOST_BUTTONS: Final = 100
SECRET_HEADER: Final = "X-Telegram-Bot-Api-Secret-Token"

_TAG = re.compile(r"</?([a-z]+)>")
_TAGS = frozenset({"b", "i", "code", "pre"})

Json = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """One message that the bot sent."""

    chat: str
    message_id: int
    method: str
    text: str
    """With its markup."""
    seen: str
    """As the person reads it."""
    buttons: tuple[tuple[str, str], ...] = ()
    """Label and token of each, in order."""
    file: bytes = b""
    file_name: str = ""
    thread: str = ""


@dataclass
class Telegram:
    """The Bot API of one bot. What it took is read here; what it does next is told here."""

    token: str = "123456789:double-of-a-bot"
    username: str = "shop_bot"
    taken: list[Taken] = field(default_factory=list)
    answered: list[Json] = field(default_factory=list)
    """What was said to pressed buttons."""
    webhook: Json = field(default_factory=dict)
    trouble: list[Json | int] = field(default_factory=list)
    """What the next messages are answered with: a whole error, or the number of a plain one."""
    blocked: set[str] = field(default_factory=set)
    """Chats that blocked the bot."""
    files: dict[str, bytes] = field(default_factory=dict)
    """What `getFile` gives out, by its id."""
    waiting: list[Json] = field(default_factory=list)
    """Updates for `getUpdates`."""
    _updates: int = 0
    _messages: int = 0

    @property
    def app(self) -> Starlette:
        """The Bot API, to be served anywhere."""
        return Starlette(
            routes=[
                Route("/bot{token}/{method}", self._called, methods=["POST", "GET"]),
                Route("/file/bot{token}/{path:path}", self._file),
            ]
        )

    def message(self, chat: int, text: str = "", *, at: int | None = None, **more: Any) -> Json:
        """Return the update of a private message, as Telegram posts it."""
        self._updates += 1
        self._messages += 1
        person = {"id": abs(chat), "is_bot": False, "first_name": "Asha", "last_name": "Rao"}
        kind = "private" if chat > 0 else "supergroup"
        whole: Json = {
            "message_id": self._messages, "date": at or int(time.time()), "from": person,
            "chat": {"id": chat, "type": kind, "first_name": "Asha"},
        }  # fmt: skip
        if text:
            whole["text"] = text
        return {"update_id": self._updates, "message": {**whole, **more}}

    def press(self, chat: int, token: str, *, by: int | None = None) -> Json:
        """Return the update of a pressed button."""
        self._updates += 1
        self._messages += 1
        carrier = self.message(chat)["message"]
        person = {"id": by or abs(chat), "is_bot": False, "first_name": "Asha"}
        query = {
            "id": f"q{self._updates}", "from": person, "message": carrier,
            "chat_instance": "1", "data": token,
        }  # fmt: skip
        return {"update_id": self._updates, "callback_query": query}

    async def post(
        self, client: httpx.AsyncClient, update: Json, *, url: str = "", secret: str | None = None
    ) -> httpx.Response:
        """Post an update to the webhook, and do what the answer says, as Telegram does."""
        token = self.webhook.get("secret_token", "") if secret is None else secret
        answer = await client.post(
            url or self.webhook["url"], json=update, headers={SECRET_HEADER: token}
        )
        if answer.is_success and answer.content:
            self.take_answer(answer.json())
        return answer

    def take_answer(self, body: Mapping[str, Any]) -> None:
        """Carry out the method a webhook's answer may name."""
        if body.get("method") == "answerCallbackQuery":
            self.answered.append({key: one for key, one in body.items() if key != "method"})

    async def _called(self, request: Request) -> Response:
        if request.path_params["token"] != self.token:
            return _error(401, "Unauthorized")
        method = request.path_params["method"]
        given = await _given(request)
        match method:
            case "getMe":
                return _ok({
                    "id": int(self.token.partition(":")[0]), "is_bot": True,
                    "first_name": "Shop", "username": self.username,
                })  # fmt: skip
            case "setWebhook":
                self.webhook = given
                return _ok(True)
            case "deleteWebhook":
                self.webhook = {}
                return _ok(True)
            case "getWebhookInfo":
                return _ok({
                    "url": self.webhook.get("url", ""), "pending_update_count": 0,
                    "has_custom_certificate": False,
                })  # fmt: skip
            case "getUpdates":
                return await self._get_updates(given)
            case "getFile":
                return self._get_file(given)
            case "answerCallbackQuery":
                self.answered.append(given)
                return _ok(True)
            case "sendMessage" | "sendPhoto" | "sendDocument":
                return self._take(method, given)
            case _:
                return _error(404, "Not Found")

    async def _get_updates(self, given: Json) -> Response:
        if self.webhook.get("url"):
            return _error(409, "Conflict: can't use getUpdates method while webhook is active")
        after = int(given.get("offset", 0))
        self.waiting = [one for one in self.waiting if one["update_id"] >= after]
        if not self.waiting:
            await asyncio.sleep(0.05)
        return _ok(self.waiting)

    def _get_file(self, given: Json) -> Response:
        if given["file_id"] not in self.files:
            return _error(400, "Bad Request: file is too big")
        return _ok({
            "file_id": given["file_id"], "file_unique_id": given["file_id"],
            "file_path": f"documents/{given['file_id']}",
        })  # fmt: skip

    async def _file(self, request: Request) -> Response:
        name = request.path_params["path"].removeprefix("documents/")
        if request.path_params["token"] != self.token or name not in self.files:
            return Response(status_code=404)
        return Response(self.files[name])

    def _take(self, method: str, given: Json) -> Response:
        if self.trouble:
            answer = self.trouble.pop(0)
            if isinstance(answer, int):
                return _error(answer, "Trouble")
            return JSONResponse(answer, status_code=answer["error_code"])
        chat = str(given["chat_id"])
        if chat in self.blocked:
            return _error(403, "Forbidden: bot was blocked by the user")
        text = str(given.get("text", given.get("caption", "")))
        keyboard = given.get("reply_markup") or {}
        wrong = _wrong(method, text, keyboard)
        if wrong:
            return _error(400, f"Bad Request: {wrong}")
        self._messages += 1
        name, data = given.get("_file", ("", b""))
        self.taken.append(
            Taken(
                chat=chat, message_id=self._messages, method=method, text=text, seen=seen(text),
                buttons=tuple(
                    (one["text"], one["callback_data"])
                    for line in keyboard.get("inline_keyboard", ()) for one in line
                ),
                file=data, file_name=name, thread=str(given.get("message_thread_id", "")),
            )
        )  # fmt: skip
        kind = "private" if not chat.startswith("-") else "supergroup"
        return _ok({
            "message_id": self._messages, "date": int(time.time()),
            "chat": {"id": int(chat), "type": kind},
        })  # fmt: skip


def seen(text: str) -> str:
    """Return what people see of marked-up words."""
    return html.unescape(_TAG.sub("", text))


def _wrong(method: str, text: str, keyboard: Mapping[str, Any]) -> str:
    """Return what the Bot API would say against a message; empty where it takes it."""
    if method == "sendMessage" and not seen(text).strip():
        return "message text is empty"
    most = MOST_TEXT if method == "sendMessage" else MOST_CAPTION
    if len(seen(text).encode("utf-16-le")) // 2 > most:
        return "message is too long" if method == "sendMessage" else "message caption is too long"
    tags: list[str] = []
    for tag in _TAG.finditer(text):
        if tag[1] not in _TAGS:
            return f'can\'t parse entities: Unsupported start tag "{tag[1]}"'
        if not tag[0].startswith("</"):
            tags.append(tag[1])
        elif not tags or tags.pop() != tag[1]:
            return "can't parse entities: Unmatched end tag"
    if tags or "<" in _TAG.sub("", text):
        return "can't parse entities"
    buttons: Sequence[Json] = [one for line in keyboard.get("inline_keyboard", ()) for one in line]
    if len(buttons) > MOST_BUTTONS:
        return "reply markup is too long"
    if any(len(one["callback_data"].encode()) > MOST_CALLBACK_BYTES for one in buttons):
        return "BUTTON_DATA_INVALID"
    return "" if all(one["text"] for one in buttons) else "Text buttons are unallowed"


async def _given(request: Request) -> Json:
    kind = request.headers.get("content-type", "")
    if kind.startswith("application/json"):
        body: Json = await request.json()
        return body
    given: Json = {}
    async with request.form() as form:
        for name, value in form.items():
            if isinstance(value, str):
                given[name] = _value(name, value)
            else:
                given["_file"] = (value.filename or "", await value.read())
    return given


def _value(name: str, value: str) -> Any:
    """Return a form field; objects and lists come as JSON in them."""
    structured = name in ("reply_markup", "allowed_updates", "link_preview_options")
    return json.loads(value) if structured else value


def _ok(result: Any) -> Response:
    return JSONResponse({"ok": True, "result": result})


def _error(code: int, said: str) -> Response:
    body = {"ok": False, "error_code": code, "description": said}
    return JSONResponse(body, status_code=code)
