"""Delhivery as it publishes its API: takes acts and edits, tells tracking, pushes scans."""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import httpx
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

_ACTS = ("RE-ATTEMPT", "DEFER_DLV", "EDIT_DETAILS")


@dataclass(slots=True, kw_only=True)
class DelhiveryDouble:
    """One account. What it was asked can be read; what it answers can be set."""

    token: str = "delhivery-token"
    asked: list[dict[str, Any]] = field(default_factory=list)
    """Acts and edits taken."""
    scans: dict[str, list[dict[str, Any]]] = field(default_factory=dict)
    """AWB → its `ScanDetail`s, as tracking tells them."""
    refusals: dict[str, str] = field(default_factory=dict)
    """AWB → why nothing is done about it; acts are turned down after they were taken."""
    failing: int = 0
    """An HTTP status that every call is answered with; 0 for none."""
    silent_seconds: float = 0.0
    """How long it lets everybody wait."""
    _uploads: dict[str, list[str]] = field(default_factory=dict)

    @property
    def app(self) -> Starlette:
        """What serves it."""
        return Starlette(
            routes=[
                Route("/api/p/update", self._update, methods=["POST"]),
                Route("/api/p/edit", self._edit, methods=["POST"]),
                Route("/api/cmu/get_bulk_upl/{number}", self._looked_up),
                Route("/api/v1/packages/json/", self._track),
            ]
        )

    def expire(self) -> None:
        """Take the token back."""
        self.token = ""

    def push(self, url: str, header: str, key: str, body: Mapping[str, Any]) -> httpx.Response:
        """Tell a shop of a scan; the shop named the header."""
        return httpx.post(url, json=body, headers={header: key}, timeout=10)

    async def _update(self, request: Request) -> Response:
        if (refused := await self._refused(request)) is not None:
            return refused
        acts = (await request.json()).get("data", [])
        if not 0 < len(acts) <= 1000 or any(act.get("act") not in _ACTS for act in acts):
            return JSONResponse({"error": "invalid act"}, 400)
        number = f"UPL{10**18 + len(self._uploads)}"
        self._uploads[number] = [act["waybill"] for act in acts]
        self.asked += [act for act in acts if act["waybill"] not in self.refusals]
        return JSONResponse({"request_id": number})

    async def _looked_up(self, request: Request) -> Response:
        if (refused := await self._refused(request)) is not None:
            return refused
        waybills = self._uploads.get(request.path_params["number"], [])
        failed = [awb for awb in waybills if awb in self.refusals]
        why = " ".join(self.refusals[awb] for awb in failed)
        return JSONResponse(
            {"status": "Failure" if failed else "Success", "failed_wbns": failed, "remark": why}
        )

    async def _edit(self, request: Request) -> Response:
        if (refused := await self._refused(request)) is not None:
            return refused
        told = await request.json()
        if told.get("waybill") in self.refusals:
            return JSONResponse({"status": False, "error": self.refusals[told["waybill"]]})
        self.asked.append(told)
        return JSONResponse({"status": True, "waybill": told.get("waybill")})

    async def _track(self, request: Request) -> Response:
        if (refused := await self._refused(request)) is not None:
            return refused
        awbs = request.query_params.get("waybill", "").split(",")
        found = [
            {"Shipment": {"AWB": awb, "Scans": [{"ScanDetail": one} for one in self.scans[awb]]}}
            for awb in awbs
            if awb in self.scans
        ]
        if not found:
            return JSONResponse({"Error": "No such waybill or Order Id found", "rmk": ""})
        return JSONResponse({"ShipmentData": found})

    async def _refused(self, request: Request) -> Response | None:
        await asyncio.sleep(self.silent_seconds)
        if self.failing:
            return Response(status_code=self.failing)
        if not self.token or request.headers.get("authorization") != f"Token {self.token}":
            return JSONResponse({"detail": "Invalid token."}, 401)
        return None
