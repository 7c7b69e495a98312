"""What machines ask: is it ready, and how does it do. Answered before the web chat is."""

import asyncio
import hmac
import json

from sqlalchemy import Engine
from sqlalchemy.exc import SQLAlchemyError
from starlette.datastructures import Headers
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

from app.metrics import CONTENT_TYPE, Metrics
from commerce.db import newest_version, version_of


class Probes:
    """Answers `/readyz` and `/metrics`; everything else goes on to the app behind it."""

    def __init__(
        self, app: ASGIApp, engine: Engine, *, metrics: Metrics | None = None, token: str = ""
    ) -> None:
        """Take the app behind it; without `metrics` and a token there is no `/metrics`."""
        self._app = app
        self._engine = engine
        self._metrics = metrics if token else None
        self._token = token
        self.stopping = False
        """Answers that it is not ready, so that nobody sends more."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a probe, or pass it on."""
        path = scope.get("path") if scope["type"] == "http" else None
        if path == "/readyz":
            answer = await self._ready()
        elif path == "/metrics" and self._metrics is not None:
            answer = await self._figures(self._metrics, Headers(scope=scope))
        else:
            await self._app(scope, receive, send)
            return
        await answer(scope, receive, send)

    async def _ready(self) -> Response:
        found = await asyncio.to_thread(self._look)
        is_ready = found["database"] == "ok" and found["schema"] == "ok" and not self.stopping
        body = {"status": "ready" if is_ready else "not ready", **found}
        if self.stopping:
            body["server"] = "stopping"
        return Response(
            json.dumps(body), status_code=200 if is_ready else 503, media_type="application/json"
        )

    def _look(self) -> dict[str, str]:
        try:
            version = version_of(self._engine)
        except SQLAlchemyError:
            return {"database": "unreachable", "schema": "unknown"}
        return {"database": "ok", "schema": "ok" if version == newest_version() else "not newest"}

    async def _figures(self, metrics: Metrics, headers: Headers) -> Response:
        given = headers.get("authorization", "")
        if not hmac.compare_digest(given.encode(), f"Bearer {self._token}".encode()):
            return Response(status_code=401, headers={"WWW-Authenticate": "Bearer"})
        return Response(await asyncio.to_thread(metrics.text), media_type=CONTENT_TYPE)
