"""Twilio's REST API, through its own library, and what its errors mean to us.

Messages have no key by which Twilio would know one it took before: one that is cut off between
there and here comes a second time, and never a third.
"""

import json
from collections.abc import Mapping
from typing import Any, Final

import httpx
from requests import RequestException
from twilio.base.exceptions import (  # type: ignore[import-untyped]  # It ships no types.
    TwilioRestException,
)
from twilio.http.http_client import (  # type: ignore[import-untyped]  # It ships no types.
    TwilioHttpClient,
)
from twilio.http.response import (  # type: ignore[import-untyped]  # It ships no types.
    Response,
)
from twilio.rest import Client  # type: ignore[import-untyped]  # It ships no types.

from channels.twilio.codes import MENDABLE, why
from commerce.deliveries import Later, Refusal
from commerce.errors import BadFile

MOST_FILE: Final = 16_000_000
"""Bytes of one thing that was sent along; WhatsApp's own limit."""
_SECONDS: Final = 15.0
_MANY = 429
_ITS_FAULT = 500


class _Patient(TwilioHttpClient):  # type: ignore[misc]  # It ships no types.
    """Twilio's own way to ask, which also hears for how long it asks us to wait."""

    def request(self, *args: Any, **given: Any) -> Response:
        """Make a request."""
        answer = super().request(*args, **given)
        if answer.status_code == _MANY:
            asked = (answer.headers or {}).get("Retry-After", "")
            seconds = float(asked) if asked.isdigit() else None
            raise Later("Twilio: 429", code="20429", seconds=seconds)
        return answer


class TwilioLine:
    """One account at Twilio."""

    def __init__(self, account: str, token: str, *, api_url: str, content_url: str) -> None:
        """Take the account, its auth token, and where Twilio is."""
        self._account = account
        self._token = token
        self._api_url = api_url.rstrip("/")
        self._http = _Patient(timeout=_SECONDS)
        self._client = Client(account, token, http_client=self._http)
        self._client.api.base_url = self._api_url
        self._content_url = content_url.rstrip("/")

    async def close(self) -> None:
        """Close what is open to Twilio."""
        self._http.session.close()

    def send(self, **message: Any) -> str:
        """Hand over a message, with the arguments of Twilio's library; return its id.

        Raises:
            Later: Twilio does not take it now.
            Refusal: Twilio will not take it.
        """
        try:
            taken = self._client.messages.create(**message)
        except TwilioRestException as error:
            raise _ours(error.status, str(error.code or ""), error.msg) from error
        except RequestException as error:
            raise Later(f"Twilio: {type(error).__name__}", code="network") from error
        return str(taken.sid)

    def make_content(self, name: str, language: str, types: Mapping[str, Any]) -> str:
        """Have Twilio keep something with buttons, to be sent by its id, which is returned.

        Raises:
            Later: Twilio does not take it now.
            Refusal: Twilio will not take it.
        """
        body = {
            "friendly_name": name, "language": language, "types": dict(types),
            "variables": {"1": "-"},
        }  # fmt: skip
        return str(self._asked("POST", "/v1/Content", body)["sid"])

    def contents(self) -> list[dict[str, Any]]:
        """Return the contents of the account with what WhatsApp decided about each."""
        found = self._asked("GET", "/v1/ContentAndApprovals?PageSize=500")
        return list(found.get("contents", []))

    async def fetch(self, url: str) -> bytes:
        """Fetch what somebody sent along.

        Raises:
            BadFile: It is not Twilio's to give out, or too large.
        """
        if not url.startswith(f"{self._api_url}/"):
            raise BadFile("error-carrier-file")
        auth = (self._account, self._token)
        async with (
            httpx.AsyncClient(timeout=_SECONDS, follow_redirects=True) as client,
            client.stream("GET", url, auth=auth) as answer,
        ):
            if answer.is_client_error:
                raise BadFile("error-carrier-file")
            answer.raise_for_status()
            return await read_some(answer)

    def _asked(self, method: str, path: str, body: Any = None) -> dict[str, Any]:
        headers = {"Content-Type": "application/json"}
        try:
            answer = self._client.request(
                method, self._content_url + path, data=body, headers=headers
            )
        except RequestException as error:
            raise Later(f"Twilio: {type(error).__name__}", code="network") from error
        try:
            said = json.loads(answer.text or "{}")
        except ValueError:
            said = {}
        if not answer.ok:
            raise _ours(answer.status_code, str(said.get("code", "")), said.get("message", ""))
        return dict(said)


async def read_some(answer: httpx.Response, most: int = MOST_FILE) -> bytes:
    """Return the body of an answer.

    Raises:
        BadFile: It is too large.
    """
    whole = bytearray()
    async for piece in answer.aiter_bytes():
        whole += piece
        if len(whole) > most:
            raise BadFile("error-carrier-file")
    return bytes(whole)


def _ours(status: int, code: str, said: str) -> Later | Refusal:
    if status >= _ITS_FAULT or code in MENDABLE:
        return Later(why(code, said or f"HTTP {status}"), code=code or str(status))
    return Refusal(why(code, said or f"HTTP {status}"), code=code or str(status))
