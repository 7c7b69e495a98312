"""Shiprocket as it publishes its API: logs in, takes NDR actions, tells tracking, pushes scans."""

import asyncio
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import httpx
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

_ACTIONS = ("re-attempt", "return", "fake-attempt")


@dataclass(slots=True, kw_only=True)
class ShiprocketDouble:
    """One account. What it was asked can be read; what it answers can be set."""

    email: str = "api@shop.example"
    password: str = "shiprocket-password"
    tokens: set[str] = field(default_factory=set)
    logins: int = 0
    """How often somebody tried to log in."""
    asked: list[dict[str, Any]] = field(default_factory=list)
    """NDR actions taken, with their `awb`."""
    scans: dict[str, list[dict[str, Any]]] = field(default_factory=dict)
    """AWB → its activities, as tracking tells them."""
    refusals: dict[str, str] = field(default_factory=dict)
    """AWB → why nothing is done about it."""
    failing: int = 0
    """An HTTP status that every call but the login is answered with; 0 for none."""
    silent_seconds: float = 0.0
    """How long it lets everybody wait."""

    @property
    def app(self) -> Starlette:
        """What serves it."""
        return Starlette(
            routes=[
                Route("/v1/external/auth/login", self._login, methods=["POST"]),
                Route("/v1/external/ndr/{awb}/action", self._act, methods=["POST"]),
                Route("/v1/external/courier/track/awbs", self._track, methods=["POST"]),
            ]
        )

    def expire(self) -> None:
        """Let every token be of ten days ago."""
        self.tokens.clear()

    def push(self, url: str, key: str, body: Mapping[str, Any]) -> httpx.Response:
        """Tell a shop of a scan, as the panel's webhook does."""
        return httpx.post(url, json=body, headers={"x-api-key": key}, timeout=10)

    async def _login(self, request: Request) -> Response:
        self.logins += 1
        told = await request.json()
        if told != {"email": self.email, "password": self.password}:
            return JSONResponse(
                {"message": "Invalid email and password combination", "status_code": 403}, 403
            )
        token = secrets.token_hex(16)
        self.tokens.add(token)
        return JSONResponse({"id": 1, "company_id": 1, "email": self.email, "token": token})

    async def _act(self, request: Request) -> Response:
        if (refused := await self._refused(request)) is not None:
            return refused
        awb, told = request.path_params["awb"], await request.json()
        if told.get("action") not in _ACTIONS or not told.get("comments"):
            errors = {"action": ["The selected action is invalid."]}
            return JSONResponse(
                {"message": "The given data was invalid.", "errors": errors, "status_code": 422},
                422,
            )
        if awb in self.refusals:
            # Some of its refusals come with 200.
            return JSONResponse({"status": "error", "message": self.refusals[awb]})
        self.asked.append({"awb": awb, **told})
        return JSONResponse({"status": "Data Updated Sucessfully"}, 202)

    async def _track(self, request: Request) -> Response:
        if (refused := await self._refused(request)) is not None:
            return refused
        awbs = (await request.json()).get("awbs", [])
        if not 0 < len(awbs) <= 50:
            return JSONResponse({"message": "awbs: 1 to 50", "status_code": 422}, 422)
        return JSONResponse(
            {
                awb: {
                    "tracking_data": {
                        "track_status": 1,
                        "shipment_track": [{"awb_code": awb, "courier_name": "Delhivery Surface"}],
                        "shipment_track_activities": self.scans[awb],
                    }
                }
                for awb in awbs
                if awb in self.scans
            }
        )

    async def _refused(self, request: Request) -> Response | None:
        await asyncio.sleep(self.silent_seconds)
        if self.failing:
            return Response(status_code=self.failing)
        _, _, token = request.headers.get("authorization", "").partition(" ")
        if token not in self.tokens:
            return JSONResponse({"message": "Token has expired", "status_code": 401}, 401)
        return None
