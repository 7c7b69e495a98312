"""Meta's Cloud API of WhatsApp as published, as far as the product uses it.

https://developers.facebook.com/docs/whatsapp/cloud-api: JSON with a bearer token, webhooks signed
by `X-Hub-Signature-256` over the raw body.
"""

import hashlib
import hmac
import json
import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

import httpx
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from app.doubles.twilio import seen

MOST_TEXT: Final = 4_096
MOST_ASKED: Final = 1_024

Json = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """One message that the shop sent."""

    id: str
    to: str
    kind: str
    seen: str
    """As the person reads it; of a picture its caption."""
    buttons: tuple[tuple[str, str], ...] = ()
    """Title and id of each, in order."""
    whole: Mapping[str, Any] = field(default_factory=dict)


@dataclass
class Meta:
    """One phone number at Meta. What it took is read here; what it does next is told here."""

    token: str = "double-of-a-token"
    phone_id: str = "106540352242922"
    business: str = "102290129340398"
    app_secret: str = "double-of-an-app-secret"
    taken: list[Taken] = field(default_factory=list)
    read: list[str] = field(default_factory=list)
    """Messages that were marked as read."""
    media: dict[str, tuple[str, bytes]] = field(default_factory=dict)
    templates: list[Json] = field(default_factory=list)
    trouble: list[Json | int] = field(default_factory=list)
    """What the next messages are answered with: `{"code": …}`, or a bare status."""
    address: str = ""
    """Where it is served, for the addresses of media."""

    @property
    def app(self) -> Starlette:
        """The Graph API, to be served anywhere."""
        return Starlette(
            routes=[
                Route(f"/{self.phone_id}/messages", self._messages, methods=["POST"]),
                Route(f"/{self.phone_id}/media", self._upload, methods=["POST"]),
                Route(f"/{self.business}/message_templates", self._templates),
                Route("/download/{id}", self._download),
                Route("/{id}", self._media),
            ]
        )

    def message(self, sender: str, at: int, kind: str = "text", **more: Any) -> Json:
        """Return the body of one message by somebody, as Meta posts it."""
        phone = sender.lstrip("+")
        said = {"from": phone, "id": f"wamid.{secrets.token_hex(12)}", "timestamp": str(at)}
        contact = {"profile": {"name": "Asha"}, "wa_id": phone}
        return self.body({"contacts": [contact], "messages": [{**said, "type": kind, **more}]})

    def body(self, *values: Json) -> Json:
        """Return a body with several changes."""
        about = {
            "messaging_product": "whatsapp",
            "metadata": {"display_phone_number": "15550783881", "phone_number_id": self.phone_id},
        }
        changes = [{"field": "messages", "value": {**about, **value}} for value in values]
        return {
            "object": "whatsapp_business_account",
            "entry": [{"id": self.business, "changes": changes}],
        }

    def headers(self, body: bytes, secret: str | None = None) -> Json:
        """Return the headers of a webhook, signed."""
        key = (secret or self.app_secret).encode()
        made = hmac.new(key, body, hashlib.sha256).hexdigest()
        return {"X-Hub-Signature-256": f"sha256={made}", "Content-Type": "application/json"}

    async def post(self, client: httpx.AsyncClient, url: str, body: Json) -> httpx.Response:
        """Post a body to a webhook."""
        raw = json.dumps(body).encode()
        return await client.post(url, content=raw, headers=self.headers(raw))

    async def _messages(self, request: Request) -> Response:
        if wrong := self._refused(request):
            return wrong
        whole = await request.json()
        if whole.get("status") == "read":
            self.read.append(whole["message_id"])
            return JSONResponse({"success": True})
        if self.trouble:
            return _trouble(self.trouble.pop(0))
        return self._take(whole)

    def _take(self, whole: Json) -> Response:
        kind = whole["type"]
        told: Json = whole[kind]
        buttons: tuple[tuple[str, str], ...] = ()
        text = told.get("body") or told.get("caption") or told.get("name", "")
        if kind == "interactive":
            text, buttons = told["body"]["text"], _buttons(told)
            if fault := _fault(told, buttons):
                return _error(400, 131009, fault)
        if kind in ("image", "document") and told["id"] not in self.media:
            return _error(400, 131053, "Media upload error")
        if (not text and kind == "text") or len(text) > (MOST_ASKED if buttons else MOST_TEXT):
            return _error(400, 100, "Invalid parameter")
        id = f"wamid.{secrets.token_hex(12)}"
        to = whole.get("to") or whole.get("recipient", "")
        self.taken.append(
            Taken(id=id, to=to, kind=kind, seen=seen(text), buttons=buttons, whole=whole)
        )
        contacts = [{"input": to, "wa_id": to}]
        return JSONResponse(
            {"messaging_product": "whatsapp", "contacts": contacts, "messages": [{"id": id}]}
        )

    async def _upload(self, request: Request) -> Response:
        if wrong := self._refused(request):
            return wrong
        id = secrets.token_hex(8)
        async with request.form() as form:
            file = form["file"]
            assert not isinstance(file, str), "A file has a name."
            self.media[id] = (str(form["type"]), await file.read())
        return JSONResponse({"id": id})

    async def _media(self, request: Request) -> Response:
        id = request.path_params["id"]
        if wrong := self._refused(request):
            return wrong
        if id not in self.media:
            return _error(400, 100, "Unsupported get request")
        kind, data = self.media[id]
        url = f"{self.address or str(request.base_url).rstrip('/')}/download/{id}"
        return JSONResponse({"url": url, "mime_type": kind, "file_size": len(data), "id": id})

    async def _download(self, request: Request) -> Response:
        if wrong := self._refused(request):
            return wrong
        kind, data = self.media[request.path_params["id"]]
        return Response(data, media_type=kind)

    async def _templates(self, request: Request) -> Response:
        return self._refused(request) or JSONResponse({"data": self.templates})

    def _refused(self, request: Request) -> Response | None:
        right = request.headers.get("Authorization") == f"Bearer {self.token}"
        return None if right else _error(401, 190, "Invalid OAuth access token")


def _buttons(told: Json) -> tuple[tuple[str, str], ...]:
    if told["type"] == "button":
        offered = [one["reply"] for one in told["action"]["buttons"]]
    else:
        offered = [row for section in told["action"]["sections"] for row in section["rows"]]
    return tuple((one["title"], one["id"]) for one in offered)


def _fault(told: Json, buttons: Sequence[tuple[str, str]]) -> str:
    few, letters = (3, 20) if told["type"] == "button" else (10, 24)
    titles = [title for title, _ in buttons]
    wrong = {
        "too many": len(buttons) > few,
        "too long": any(not 0 < len(title) <= letters for title in titles),
        "twice": len(set(titles)) != len(titles),
        "button": len(told["action"].get("button", "")) > 20,
    }
    return ", ".join(name for name, is_wrong in wrong.items() if is_wrong)


def _trouble(what: Json | int) -> Response:
    if isinstance(what, int):
        return _error(what, 131016, "Service unavailable")
    answer = _error(what.get("status", 400), what["code"], "Refused")
    if "seconds" in what:
        answer.headers["Retry-After"] = str(what["seconds"])
    return answer


def _error(status: int, code: int, message: str) -> Response:
    wrong = {"message": message, "type": "OAuthException", "code": code, "fbtrace_id": "A1"}
    return JSONResponse({"error": wrong}, status_code=status)
