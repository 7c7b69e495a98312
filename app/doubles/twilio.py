"""Twilio as published, as far as the product uses it, and the people behind it.

https://www.twilio.com/docs/messaging/api/message-resource, https://www.twilio.com/docs/content and
https://www.twilio.com/docs/usage/security: messages by form with basic authentication, contents as
JSON, webhooks as signed forms.
"""

import base64
import json
import re
import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Final
from urllib.parse import parse_qsl, urlencode

import httpx
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route
from twilio.request_validator import (  # type: ignore[import-untyped]  # It ships no types.
    RequestValidator,
)

MOST_TEXT: Final = 1_600
MOST_ASKED: Final = 1_024
_WINDOW_CLOSED: Final = 63016
_HOLD: Final = "\N{ZERO WIDTH SPACE}"
_LOOKS = re.compile(rf"(?<![\w{_HOLD}])([*_`])(?=\S)(?!{_HOLD}[*_~`])(.+?)(?<!\s)\1(?![\w{_HOLD}])")

Json = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """One message that the shop sent."""

    sid: str
    to: str
    """As the shop addressed it: `whatsapp:+91…`, `+91…`."""
    sender: str
    text: str
    """With its markup."""
    seen: str
    """As the person reads it."""
    buttons: tuple[tuple[str, str], ...] = ()
    """Title and id of each, in order."""
    style: str = ""
    """`buttons`, `list`, or empty."""
    media_url: str = ""
    status_callback: str = ""
    template: str = ""
    variables: Mapping[str, str] = field(default_factory=dict)
    status: str = "queued"


@dataclass
class Twilio:
    """One account at Twilio. What it took is read here; what it does next is told here."""

    account: str = "AC00000000000000000000000000000000"
    token: str = "double-of-an-auth-token"
    number: str = "+14155238886"
    taken: list[Taken] = field(default_factory=list)
    contents: dict[str, Json] = field(default_factory=dict)
    trouble: list[Json | int] = field(default_factory=list)
    """What the next messages are answered with: `{"code": …, "status": …}`, or a bare status."""
    stopped: set[str] = field(default_factory=set)
    """Numbers that wrote STOP to the carrier."""
    closed: set[str] = field(default_factory=set)
    """WhatsApp addresses that have not written for 24 hours."""
    files: dict[str, tuple[str, bytes]] = field(default_factory=dict)
    """What people sent along: media type and bytes, by name."""

    @property
    def app(self) -> Starlette:
        """The API, to be served anywhere."""
        account = "/2010-04-01/Accounts/{account}"
        return Starlette(
            routes=[
                Route(f"{account}/Messages.json", self._messages, methods=["POST"]),
                Route(f"{account}/Media/{{name}}", self._file),
                Route("/v1/Content", self._content, methods=["POST"]),
                Route("/v1/ContentAndApprovals", self._approvals),
            ]
        )

    def form(self, sender: str, text: str = "", *, sms: bool = False, **more: str) -> Json:
        """Return the form of a message by somebody, as Twilio posts it."""
        sid = f"SM{secrets.token_hex(16)}"
        prefix = "" if sms else "whatsapp:"
        whole = {
            "SmsMessageSid": sid, "MessageSid": sid, "SmsSid": sid, "AccountSid": self.account,
            "NumMedia": "0", "NumSegments": "1", "SmsStatus": "received", "Body": text,
            "From": f"{prefix}{sender}", "To": f"{prefix}{self.number}", "ApiVersion": "2010-04-01",
        }  # fmt: skip
        if not sms:
            whole |= {"ProfileName": "Asha", "WaId": sender.lstrip("+"), "MessageType": "text"}
        return {**whole, **more}

    def press(self, sender: str, id: str) -> Json:
        """Return the form of a pressed button or a chosen row."""
        carrier = next(
            one for one in reversed(self.taken) if any(id == token for _, token in one.buttons)
        )
        title = next(title for title, token in carrier.buttons if token == id)
        more: Json = {"OriginalRepliedMessageSid": carrier.sid}
        if carrier.style == "list":
            more |= {"MessageType": "interactive", "ListId": id, "ListTitle": title}
        else:
            more |= {"MessageType": "button", "ButtonPayload": id, "ButtonText": title}
        return self.form(sender, title, **more)

    def headers(self, url: str, form: Mapping[str, str], token: str | None = None) -> Json:
        """Return the headers of a webhook, signed."""
        signature = RequestValidator(token or self.token).compute_signature(url, form)
        return {
            "X-Twilio-Signature": signature,
            "Content-Type": "application/x-www-form-urlencoded; charset=UTF-8",
        }

    async def post(
        self, client: httpx.AsyncClient, url: str, form: Mapping[str, str], *, signed_as: str = ""
    ) -> httpx.Response:
        """Post a form to a webhook; `signed_as` is its public address where that is another."""
        headers = self.headers(signed_as or url, form)
        return await client.post(url, content=urlencode(form).encode(), headers=headers)

    async def say(
        self, client: httpx.AsyncClient, url: str, sender: str, *, text: str = "",
        button: str = "", signed_as: str = "",
    ) -> httpx.Response:  # fmt: skip
        """Have somebody on WhatsApp write, or press a button by its id."""
        self.closed.discard(f"whatsapp:{sender}")
        form = self.press(sender, button) if button else self.form(sender, text)
        return await self.post(client, url, form, signed_as=signed_as)

    async def tell(
        self, client: httpx.AsyncClient, sid: str, status: str, *, code: str = "", url: str = "",
    ) -> httpx.Response:  # fmt: skip
        """Tell how far a message has come, where its callback asked for that or at `url`."""
        place, one = next((at, one) for at, one in enumerate(self.taken) if one.sid == sid)
        self.taken[place] = replace(one, status=status)
        form = {
            "MessageSid": sid, "SmsSid": sid, "MessageStatus": status, "SmsStatus": status,
            "AccountSid": self.account, "To": one.to, "From": one.sender,
            "ApiVersion": "2010-04-01", **({"ErrorCode": code} if code else {}),
        }  # fmt: skip
        callback = one.status_callback
        return await self.post(client, url or callback, form, signed_as=callback)

    async def _messages(self, request: Request) -> Response:
        wrong = self._refused(request)
        if wrong is not None:
            return wrong
        form = dict(parse_qsl((await request.body()).decode(), keep_blank_values=True))
        if self.trouble:
            return _trouble(self.trouble.pop(0))
        return self._take(form)

    def _take(self, form: Mapping[str, str]) -> Response:
        to = form.get("To", "")
        if not re.fullmatch(r"(whatsapp:)?(\+\d{8,15}|[A-Z]{2}\.\w{1,128})", to):
            return _error(400, 21211, f"The 'To' number {to} is not a valid phone number.")
        if to in self.stopped:
            return _error(400, 21610, "Attempt to send to unsubscribed recipient")
        text, content = form.get("Body", ""), self.contents.get(form.get("ContentSid", ""))
        if "ContentSid" in form and content is None:
            return _error(400, 21656, "The ContentSid is invalid")
        if not (text or content or form.get("MediaUrl")):
            return _error(400, 21619, "A text message body or media urls must be specified.")
        if len(text) > MOST_TEXT:
            return _error(400, 21617, "The concatenated message body exceeds the 1600 limit")
        approved = content is not None and content.get("approved")
        if to in self.closed and not approved:
            return _error(400, _WINDOW_CLOSED, "Outside the allowed window")
        values = json.loads(form.get("ContentVariables") or "{}")
        buttons: tuple[tuple[str, str], ...] = ()
        style = ""
        if content is not None:
            style, text, buttons = _filled(content, values)
            if len(text) > (MOST_ASKED if buttons else MOST_TEXT):
                return _error(400, 63013, "Too long")
        taken = Taken(
            sid=f"SM{secrets.token_hex(16)}", to=to, sender=form.get("From", ""), text=text,
            seen=seen(text), buttons=buttons, style=style, media_url=form.get("MediaUrl", ""),
            status_callback=form.get("StatusCallback", ""), variables=values,
            template=form.get("ContentSid", "") if approved else "",
        )  # fmt: skip
        self.taken.append(taken)
        return JSONResponse(
            {
                "sid": taken.sid, "status": "queued", "to": to, "from": taken.sender,
                "body": text, "account_sid": self.account, "error_code": None,
            },
            status_code=201,
        )  # fmt: skip

    async def _content(self, request: Request) -> Response:
        wrong = self._refused(request)
        if wrong is not None:
            return wrong
        body = await request.json()
        said = _faults(body.get("types", {}))
        if said:
            return _error(400, 20422, said)
        sid = f"HX{secrets.token_hex(16)}"
        self.contents[sid] = {**body, "sid": sid}
        return JSONResponse(self.contents[sid], status_code=201)

    async def _approvals(self, request: Request) -> Response:
        wrong = self._refused(request)
        if wrong is not None:
            return wrong
        return JSONResponse({"contents": list(self.contents.values()), "meta": {}})

    async def _file(self, request: Request) -> Response:
        wrong = self._refused(request)
        kept = self.files.get(request.path_params["name"])
        if wrong is not None or kept is None:
            return wrong or Response(status_code=404)
        return Response(kept[1], media_type=kept[0])

    def _refused(self, request: Request) -> Response | None:
        given = request.headers.get("Authorization", "").removeprefix("Basic ")
        right = base64.b64encode(f"{self.account}:{self.token}".encode()).decode()
        return None if given == right else _error(401, 20003, "Authenticate")


def seen(text: str) -> str:
    """Return what a person sees of marked-up words."""
    before = ""
    while before != text:
        before, text = text, _LOOKS.sub(r"\2", text)
    return text.replace(_HOLD, "")


def _filled(
    content: Json, values: Mapping[str, str]
) -> tuple[str, str, tuple[tuple[str, str], ...]]:
    types: Json = content["types"]
    (kind, body), *_ = types.items()
    text = re.sub(r"{{(\d+)}}", lambda found: values.get(found[1], ""), body["body"])
    if kind == "twilio/quick-reply":
        return "buttons", text, tuple((one["title"], one["id"]) for one in body["actions"])
    if kind == "twilio/list-picker":
        return "list", text, tuple((one["item"], one["id"]) for one in body["items"])
    return "", text, ()


def _faults(types: Json) -> str:
    quick: Sequence[Json] = types.get("twilio/quick-reply", {}).get("actions", ())
    items: Sequence[Json] = types.get("twilio/list-picker", {}).get("items", ())
    titles = [one["title"] for one in quick] + [one["item"] for one in items]
    wrong = {
        "actions": len(quick) > 3 or any(len(one["title"]) > 20 for one in quick),
        "items": len(items) > 10 or any(len(one["item"]) > 24 for one in items),
        "description": any(not 0 < len(one["description"]) <= 72 for one in items),
        "title": len(set(titles)) != len(titles) or not all(titles),
        "button": len(types.get("twilio/list-picker", {}).get("button", "")) > 20,
    }
    return ", ".join(name for name, is_wrong in wrong.items() if is_wrong)


def _trouble(what: Json | int) -> Response:
    if isinstance(what, int):
        return _error(what, 20500, "Internal Server Error")
    answer = _error(what.get("status", 400), what["code"], what.get("message", "Refused"))
    if "seconds" in what:
        answer.headers["Retry-After"] = str(what["seconds"])
    return answer


def _error(status: int, code: int, message: str) -> Response:
    more = f"https://www.twilio.com/docs/errors/{code}"
    body = {"code": code, "message": message, "more_info": more, "status": status}
    return JSONResponse(body, status_code=status)
