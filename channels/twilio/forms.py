"""Reads what Twilio posts, once its signature was found to be right.

The address that was signed is the one set in Twilio's console: it is put together from the public
address of the settings, since behind a proxy a request's own host and scheme are others, and
anybody may write anything into them.
"""

from collections.abc import Mapping, Sequence
from typing import Final
from urllib.parse import parse_qsl

from starlette.datastructures import FormData
from starlette.requests import Request
from twilio.request_validator import (  # type: ignore[import-untyped]  # It ships no types.
    RequestValidator,
    get_signature_algorithm,
)

MOST_BYTES: Final = 256_000
"""Twilio's own forms are a few thousand."""

Form = Mapping[str, str]


class SignedForms:
    """Tells Twilio's requests from others'."""

    def __init__(self, public_url: str, tokens: Sequence[str]) -> None:
        """Take what is signed and by which secrets, any of which is right.

        Args:
            public_url: As it stands in Twilio's console before the path.
            tokens: Auth tokens, or shared keys of signatures by HMAC-SHA256.
        """
        self._public_url = public_url.rstrip("/")
        self._validators = [RequestValidator(token) for token in tokens]

    async def read(self, request: Request) -> Form | None:
        """Return what was posted; `None` for what is not Twilio's, or far too long."""
        whole = bytearray()
        async for piece in request.stream():
            whole += piece
            if len(whole) > MOST_BYTES:
                return None
        try:
            pairs = parse_qsl(whole.decode("ascii"), keep_blank_values=True, errors="strict")
        except UnicodeError:
            return None
        return dict(pairs) if self._is_signed(request, pairs) else None

    def _is_signed(self, request: Request, pairs: Sequence[tuple[str, str]]) -> bool:
        query = request.url.query
        url = f"{self._public_url}/hooks{request.url.path}" + (f"?{query}" if query else "")
        signature = request.headers.get("X-Twilio-Signature", "")
        algorithm = get_signature_algorithm(
            request.headers.get("X-Twilio-Webhooks-Signature-Settings", "")
        )
        form = FormData([*pairs])
        # Every token is tried, so that the time it takes tells nothing of which was near.
        found = [one.validate(url, form, signature, algorithm) for one in self._validators]
        return any(found)
