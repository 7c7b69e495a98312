"""Razorpay as it publishes its API: payment links and refunds made, webhooks signed and sent."""

import hashlib
import hmac
import json
import time
from base64 import b64encode
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import count
from typing import Any

import httpx
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

_LEAST_PAISE, _LEAST_SECONDS = 100, 15 * 60


@dataclass(slots=True, kw_only=True)
class RazorpayDouble:
    """One account. What it made can be read; customers pay by `pay`."""

    key_id: str = "rzp_test_double"
    key_secret: str = "razorpay-secret"
    webhook_secret: str = "webhook-secret"
    links: dict[str, dict[str, Any]] = field(default_factory=dict)
    """By id."""
    refunds: dict[str, dict[str, Any]] = field(default_factory=dict)
    """By idempotency key."""
    failing: int = 0
    """An HTTP status that every call is answered with; 0 for none."""
    clock: Callable[[], float] = time.time
    """Tells seconds since 1970."""
    _serial: Iterator[int] = field(default_factory=lambda: count(1))

    @property
    def app(self) -> Starlette:
        """What serves it."""
        return Starlette(
            routes=[
                Route("/v1/payment_links", self._create, methods=["POST"]),
                Route("/v1/payment_links", self._all, methods=["GET"]),
                Route("/v1/payment_links/{id}/cancel", self._cancel, methods=["POST"]),
                Route("/v1/payments/{id}/refund", self._refund, methods=["POST"]),
            ]
        )

    def pay(self, reference: str) -> dict[str, Any]:
        """Let the customer pay by a link, and return the event that tells so."""
        link = self._called(reference)
        assert link["status"] == "created", "Only an open link can be paid."
        payment = f"pay_{next(self._serial):014d}"
        link["status"], link["amount_paid"] = "paid", link["amount"]
        link["payments"] = [{"payment_id": payment, "amount": link["amount"], "status": "captured"}]
        return self.event("payment_link.paid", payment_link=link)

    def expire(self, reference: str) -> dict[str, Any]:
        """Let a link be over, and return the event that tells so."""
        link = self._called(reference)
        link["status"] = "expired"
        return self.event("payment_link.expired", payment_link=link)

    def event(self, name: str, **entities: Mapping[str, Any]) -> dict[str, Any]:
        """Return an event as its webhook tells it."""
        return {
            "entity": "event", "account_id": "acc_double", "event": name,
            "contains": list(entities), "created_at": int(self.clock()),
            "payload": {of: {"entity": dict(entity)} for of, entity in entities.items()},
        }  # fmt: skip

    def push(self, url: str, event: Mapping[str, Any], *, id: str = "") -> httpx.Response:
        """Tell a shop of an event, signed; the same `id` is the same event."""
        body = json.dumps(event).encode()
        return httpx.post(
            url, content=body, timeout=10,
            headers={
                "content-type": "application/json",
                "x-razorpay-signature": hmac.new(
                    self.webhook_secret.encode(), body, hashlib.sha256
                ).hexdigest(),
                "x-razorpay-event-id": id or f"evt_{next(self._serial):014d}",
            },
        )  # fmt: skip

    async def _create(self, request: Request) -> Response:
        if (refused := self._refused(request)) is not None:
            return refused
        told = await request.json()
        if told["amount"] < _LEAST_PAISE:
            return _bad("The amount must be atleast INR 1.00")
        if told["expire_by"] < self.clock() + _LEAST_SECONDS:
            return _bad("expire_by should be atleast 15 minutes after current time")
        if any(link["reference_id"] == told["reference_id"] for link in self.links.values()):
            return _bad(
                f"payment link with given reference_id ({told['reference_id']}) already exists. "
                "Please use different reference_id."
            )
        number = f"plink_{next(self._serial):014d}"
        self.links[number] = {
            **told, "id": number, "status": "created", "amount_paid": 0, "payments": [],
            "short_url": f"https://rzp.invalid/i/{number[-6:]}",
        }  # fmt: skip
        return JSONResponse(self.links[number])

    async def _all(self, request: Request) -> Response:
        if (refused := self._refused(request)) is not None:
            return refused
        wanted = request.query_params.get("reference_id")
        found = [one for one in self.links.values() if wanted in (None, one["reference_id"])]
        return JSONResponse({"payment_links": found})

    async def _cancel(self, request: Request) -> Response:
        if (refused := self._refused(request)) is not None:
            return refused
        link = self.links[request.path_params["id"]]
        if link["status"] != "created":
            return _bad(f"Payment Link cannot be cancelled as it is in {link['status']} state")
        link["status"] = "cancelled"
        return JSONResponse(link)

    async def _refund(self, request: Request) -> Response:
        if (refused := self._refused(request)) is not None:
            return refused
        told, once = await request.json(), request.headers.get("x-refund-idempotency", "")
        if once in self.refunds:
            return JSONResponse(self.refunds[once])
        payment = request.path_params["id"]
        paid = sum(
            one["amount"]
            for link in self.links.values()
            for one in link["payments"]
            if one["payment_id"] == payment
        )
        back = sum(one["amount"] for one in self.refunds.values() if one["payment_id"] == payment)
        if back + told["amount"] > paid:
            return _bad("The total refund amount is greater than the refund payment amount")
        number = f"rfnd_{next(self._serial):014d}"
        self.refunds[once] = {**told, "id": number, "payment_id": payment, "status": "processed"}
        return JSONResponse(self.refunds[once])

    def _called(self, reference: str) -> dict[str, Any]:
        return next(one for one in self.links.values() if one["reference_id"] == reference)

    def _refused(self, request: Request) -> Response | None:
        if self.failing:
            return JSONResponse({}, self.failing)
        ours = b64encode(f"{self.key_id}:{self.key_secret}".encode()).decode()
        if request.headers.get("authorization") != f"Basic {ours}":
            return _bad("Authentication failed", 401)
        return None


def _bad(description: str, status: int = 400) -> Response:
    return JSONResponse(
        {"error": {"code": "BAD_REQUEST_ERROR", "description": description}}, status
    )
