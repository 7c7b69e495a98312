"""What every request passes before a route sees it: host, size, origin, proof of our own page."""

import hashlib
import hmac
import secrets
from collections.abc import Mapping
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import HTTPConnection
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from channels.web.language import language_of
from channels.web.settings import WebSettings
from channels.web.trouble import Trouble, crash_response, log_crash, trouble_response

_READS = frozenset({"GET", "HEAD", "OPTIONS"})
_HEALTH = frozenset({"/healthz"})
"""Asked by machines that reach us by an address of their own."""

CONTENT_POLICY = (
    "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; "
    "object-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'"
)
"""Nothing from elsewhere, nothing inline, and no text ever parsed as markup by a script."""

FILE_POLICY = "default-src 'none'; frame-ancestors 'none'; sandbox"
"""What people sent is never a page of ours, whatever stands in it."""

_FILES = "/api/files"

_HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}


class Cookies:
    """The cookies of the chat, by the names they have here.

    `__Host-` makes a browser refuse a cookie that a neighbouring subdomain tries to plant; it
    needs https.
    """

    def __init__(self, settings: WebSettings, *, https: bool) -> None:
        self._settings = settings
        wanted = settings.secure_cookies
        self.secure = wanted if wanted is not None else https or _is_https(settings.public_url)
        prefix = "__Host-" if self.secure else ""
        self.session = f"{prefix}superecom-session"
        self.visit = f"{prefix}superecom-visit"

    def open(self, response: Response, secret: str) -> None:
        """Give the browser a session in place of whatever it held before."""
        age = self._settings.cookie_days * 86_400
        response.set_cookie(
            self.session, secret, max_age=age, httponly=True, secure=self.secure, samesite="lax"
        )
        self._forget(response, self.visit)

    def close(self, response: Response) -> None:
        """Take the session away from the browser."""
        self._forget(response, self.session)

    def greet(self, response: Response, visit: str) -> None:
        """Give a visitor who is not signed in something to bind the page's proof to."""
        response.set_cookie(
            self.visit, visit, httponly=True, secure=self.secure, samesite="lax", max_age=86_400
        )

    def proof(self, cookies: Mapping[str, str]) -> str | None:
        """Return the proof that a page of ours, opened by this very browser session, holds."""
        held = cookies.get(self.session) or cookies.get(self.visit)
        return proof_for(held) if held else None

    def _forget(self, response: Response, name: str) -> None:
        response.delete_cookie(name, httponly=True, secure=self.secure, samesite="lax")


def proof_for(cookie: str) -> str:
    """Return the CSRF token of a cookie: known to pages we drew for it, and to nobody else.

    The cookie is unguessable and hidden from scripts, so it serves as the key; a new session has a
    new token, and a page left open from before is refused.
    """
    return hmac.new(cookie.encode(), b"superecom web chat", hashlib.sha256).hexdigest()


def new_visit() -> str:
    """Return an unguessable value for a visitor."""
    return secrets.token_urlsafe(32)


def cookies_of(connection: HTTPConnection, settings: WebSettings) -> Cookies:
    """Return how cookies are named and sent on this connection."""
    return Cookies(settings, https=connection.url.scheme == "https")


class Guard:
    """Refuses what does not come from our own page, and dresses every response."""

    def __init__(self, app: ASGIApp, settings: WebSettings) -> None:
        self._app = app
        self._settings = settings

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let a request through, or answer it here."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        connection = HTTPConnection(scope)
        https = cookies_of(connection, self._settings).secure
        dressed = _Dressed(send, https=https, path=scope["path"])
        try:
            self._check(scope, connection)
            body = _Body(receive, self._most(scope))
            await self._app(scope, body.receive, dressed)
        except Trouble as trouble:
            refusal = trouble_response(trouble, language_of(connection))
            await refusal(scope, receive, dressed)
        except Exception as error:  # The outermost edge of a request.
            reference = log_crash(error, "a request")
            if not dressed.started:
                apology = crash_response(reference, language_of(connection))
                await apology(scope, receive, dressed)

    def _check(self, scope: Scope, connection: HTTPConnection) -> None:
        headers = connection.headers
        if scope["path"] in _HEALTH:
            return
        if not self._settings.answers_to(headers.get("host", "")):
            raise Trouble(400, "host")
        if int(_digits(headers.get("content-length"))) > self._most(scope):
            raise Trouble(413, "file-too-big" if scope["path"] == _FILES else "too-big")
        if scope["method"] not in _READS:
            self._check_write(scope, connection, headers)

    def _most(self, scope: Scope) -> int:
        """Return how big a request may be: a file comes with the form around it."""
        around = self._settings.body_bytes
        return around + (self._settings.file_bytes if scope["path"] == _FILES else 0)

    def _check_write(self, scope: Scope, connection: HTTPConnection, headers: Headers) -> None:
        if not self._is_ours(headers):
            raise Trouble(403, "origin")
        wanted = "multipart/form-data" if scope["path"] == _FILES else "application/json"
        if headers.get("content-type", "").partition(";")[0].strip() != wanted:
            raise Trouble(415, "json-only")
        expected = cookies_of(connection, self._settings).proof(connection.cookies)
        given = headers.get("x-csrf-token", "")
        if expected is None or not hmac.compare_digest(expected.encode(), given.encode()):
            raise Trouble(403, "stale-page")

    def _is_ours(self, headers: Headers) -> bool:
        origin = headers.get("origin")
        if origin is None:  # Not a browser, or an old one; the proof still has to be right.
            return headers.get("sec-fetch-site", "same-origin") in ("same-origin", "none")
        return urlsplit(origin).netloc in {headers.get("host"), self._settings.public_host} - {""}


class _Dressed:
    """Sends a response with the headers that every response has."""

    def __init__(self, send: Send, *, https: bool, path: str) -> None:
        self._send = send
        self._https = https
        self._static = path.startswith("/static/")
        self._policy = FILE_POLICY if path.startswith(f"{_FILES}/") else CONTENT_POLICY
        self.started = False

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self.started = True
            headers = MutableHeaders(scope=message)
            for name, value in _HEADERS.items():
                headers[name] = value
            headers["Content-Security-Policy"] = self._policy
            # Static files are asked about each time and answered 304 by their ETag.
            headers["Cache-Control"] = "no-cache" if self._static else "no-store"
            if self._https:
                headers["Strict-Transport-Security"] = "max-age=31536000"
        await self._send(message)


class _Body:
    """Counts a body that did not say its length."""

    def __init__(self, receive: Receive, limit: int) -> None:
        self._receive = receive
        self._left = limit

    async def receive(self) -> Message:
        message = await self._receive()
        self._left -= len(message.get("body", b""))
        if self._left < 0:
            raise Trouble(413, "too-big")
        return message


def _digits(header: str | None) -> str:
    return header if header is not None and header.isdecimal() else "0"


def _is_https(url: str) -> bool:
    return urlsplit(url).scheme == "https"
