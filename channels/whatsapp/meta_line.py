"""Meta's Cloud API: https://developers.facebook.com/docs/whatsapp/cloud-api.

Messages have no key by which Meta would know one it took before: one that is cut off between there
and here comes a second time, and never a third.
"""

from collections.abc import Mapping
from typing import Any, Final

import httpx

from channels.whatsapp.media import Thing
from commerce import words
from commerce.deliveries import Later, Refusal
from commerce.errors import BadFile

_SECONDS: Final = 15.0
_ITS_FAULT: Final = 500
_MOST_FILE: Final = 16_000_000
_WORDS: Final[Mapping[str, str]] = {
    "190": "account", "368": "policy", "10": "account", "131031": "account", "131005": "account",
    "131026": "unknown", "131047": "window", "131049": "limited", "130472": "limited",
    "131050": "stopped", "131052": "media", "131053": "media", "130429": "busy", "131048": "busy",
    "131056": "busy", "80007": "busy", "4": "busy", "131042": "account", "131045": "sender",
    "133010": "sender", "131021": "number", "131030": "sandbox", "132000": "template",
    "132001": "template", "132005": "template", "132007": "policy", "132012": "template",
    "132015": "template", "132016": "template",
}  # fmt: skip
"""Of …/cloud-api/support/error-codes."""
_MENDABLE: Final = frozenset(
    {"1", "2", "4", "190", "80007", "130429", "131000", "131016", "131042", "131048", "131056",
     "133010"}
)  # fmt: skip


def why(code: str | None, said: str = "") -> str:
    """Return what a code means in words, for the people of the shop."""
    word = _WORDS.get(code or "")
    if word is None:
        return words.say(words.FALLBACK, "carrier-refused", code=code or "-", said=said)
    return words.say(words.FALLBACK, f"carrier-refused-{word}")


class MetaLine:
    """One phone number at Meta."""

    def __init__(self, token: str, phone_id: str, *, api_url: str) -> None:
        """Take the token of the system user, the number's id, and where the Graph API is."""
        self._phone_id = phone_id
        self._api_url = api_url.rstrip("/")
        headers = {"Authorization": f"Bearer {token}"}
        self._client = httpx.Client(headers=headers, timeout=_SECONDS)
        self._headers = headers

    def send(self, message: Mapping[str, Any]) -> str:
        """Hand over a message and return Meta's id of it.

        Raises:
            Later: Meta does not take it now.
            Refusal: Meta will not take it.
        """
        whole = {"messaging_product": "whatsapp", "recipient_type": "individual", **message}
        said = self._asked("POST", f"{self._phone_id}/messages", json=whole)
        return str(said["messages"][0]["id"])

    def seen(self, message: str) -> None:
        """Show somebody that their message was read, and that an answer is being written."""
        told = {
            "messaging_product": "whatsapp", "status": "read", "message_id": message,
            "typing_indicator": {"type": "text"},
        }  # fmt: skip
        self._asked("POST", f"{self._phone_id}/messages", json=told)

    def upload(self, thing: Thing) -> str:
        """Have Meta keep a picture or file, and return its id there."""
        said = self._asked(
            "POST", f"{self._phone_id}/media",
            data={"messaging_product": "whatsapp", "type": thing.media_type},
            files={"file": (thing.name, thing.data, thing.media_type)},
        )  # fmt: skip
        return str(said["id"])

    def templates(self, business: str) -> list[dict[str, Any]]:
        """Return the templates of a business account."""
        fields = "name,language,status,category,rejected_reason"
        path = f"{business}/message_templates?limit=500&fields={fields}"
        return list(self._asked("GET", path).get("data", []))

    def close(self) -> None:
        """Let the connection go."""
        self._client.close()

    async def fetch(self, media: str) -> bytes:
        """Fetch what somebody sent along.

        Raises:
            BadFile: Meta does not give it out, or it is too large.
        """
        if not media.isalnum():
            raise BadFile("error-carrier-file")
        async with httpx.AsyncClient(headers=self._headers, timeout=_SECONDS) as client:
            told = await client.get(f"{self._api_url}/{media}")
            if told.is_client_error:
                raise BadFile("error-carrier-file")
            told.raise_for_status()
            found = told.json()
            if int(found.get("file_size", 0)) > _MOST_FILE:
                raise BadFile("error-carrier-file")
            given = await client.get(found["url"])
            given.raise_for_status()
            return given.content

    def _asked(self, method: str, path: str, **given: Any) -> dict[str, Any]:
        try:
            answer = self._client.request(method, f"{self._api_url}/{path}", **given)
        except httpx.HTTPError as error:
            raise Later(f"Meta: {type(error).__name__}", code="network") from error
        try:
            said = answer.json()
        except ValueError:
            said = {}
        if answer.is_success and "error" not in said:
            return dict(said)
        wrong = said.get("error", {})
        code, text = str(wrong.get("code", "")), str(wrong.get("message", ""))[:200]
        if answer.status_code >= _ITS_FAULT or code in _MENDABLE:
            asked = answer.headers.get("Retry-After", "")
            seconds = float(asked) if asked.isdigit() else None
            raise Later(why(code, text), code=code or str(answer.status_code), seconds=seconds)
        raise Refusal(why(code, text), code=code or str(answer.status_code))
