"""What `superecom templates` does."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Final

from rich.console import Console
from rich.table import Table

from app.connecting.whatsapp import meta_line, twilio_line
from app.settings import Settings
from app.shops import the_shop
from app.wiring import open_database, utc_now
from commerce import messaging
from commerce.access import PERMISSIONS, Actor, Role
from commerce.context import Context
from commerce.db import session_factory
from commerce.errors import Refused
from commerce.messaging import Approval, Category, Template, VendorTemplate

_PER_COST: Final = 10_000
"""Costs are in hundredths of paise."""
_APPROVALS: Final = {
    "approved": Approval.APPROVED, "pending": Approval.PENDING, "received": Approval.PENDING,
    "in_appeal": Approval.PENDING, "rejected": Approval.REFUSED, "paused": Approval.PAUSED,
    "disabled": Approval.PAUSED,
}  # fmt: skip


def show(settings: Settings, channel: str) -> None:
    """List the texts."""
    with _running(settings) as ctx:
        found = messaging.templates(ctx, channel or None)
    table = Table("Channel", "Name", "Language", "For", "Decided", "Each", "Text")
    for one in found:
        cost = "" if one.cost_minor is None else f"{one.cost_minor / _PER_COST:.4f}"
        decided = f"{one.approval}: {one.why}" if one.why else one.approval.value
        table.add_row(one.channel, one.name, one.language, one.category, decided, cost, one.body)
    Console().print(table)


def add(
    settings: Settings, *, channel: str, name: str, language: str, category: str, body: str,
    vendor_id: str, cost: float | None,
) -> None:  # fmt: skip
    """Put one in."""
    kinds = {kind.value: kind for kind in Category}
    if category not in kinds:
        raise Refused("error-template-category", category=category)
    registered = channel == "sms"
    with _running(settings) as ctx:
        messaging.add_template(
            ctx,
            Template(
                channel=channel, name=name, language=language, category=kinds[category],
                body=body, vendor_id=vendor_id,
                approval=Approval.APPROVED if registered else Approval.UNKNOWN,
                cost_minor=None if cost is None else round(cost * _PER_COST),
            ),
        )  # fmt: skip
    Console().print(f"{name} ({language}) is in.", highlight=False)


def sync(settings: Settings) -> None:
    """Ask what was decided.

    Raises:
        Refused: WhatsApp is not connected.
    """
    told = told_by_carrier(settings)
    with _running(settings) as ctx:
        moved = messaging.sync_templates(ctx, "whatsapp", told)
    for one in moved:
        why = f" ({one.why})" if one.why else ""
        Console().print(f"{one.name} ({one.language}): {one.approval}{why}", highlight=False)
    Console().print(f"{len(told)} at the carrier, {len(moved)} stand otherwise.", highlight=False)


def told_by_carrier(settings: Settings) -> list[VendorTemplate]:
    """Return what WhatsApp's carrier says of the texts it has.

    Raises:
        Refused: WhatsApp is not connected.
    """
    match settings.whatsapp_carrier:
        case "twilio":
            return [_of_twilio(one) for one in twilio_line(settings).contents()]
        case "meta":
            found = meta_line(settings).templates(settings.whatsapp_business_id)
            return [_of_meta(one) for one in found]
        case _:
            raise Refused("error-whatsapp-settings", missing="SUPERECOM_WHATSAPP_CARRIER")


def _of_twilio(content: dict[str, Any]) -> VendorTemplate:
    decided = content.get("approval_requests") or {}
    return VendorTemplate(
        vendor_id=str(content["sid"]), language="",
        approval=_APPROVALS.get(str(decided.get("status", "")).lower(), Approval.UNKNOWN),
        category=_category(decided.get("category")), why=decided.get("rejection_reason") or "",
    )  # fmt: skip


def _of_meta(template: dict[str, Any]) -> VendorTemplate:
    why = template.get("rejected_reason") or ""
    language = str(template.get("language", "")).partition("_")[0]
    return VendorTemplate(
        vendor_id=str(template["name"]), language=language,
        approval=_APPROVALS.get(str(template.get("status", "")).lower(), Approval.UNKNOWN),
        category=_category(template.get("category")), why="" if why == "NONE" else why,
    )  # fmt: skip


def _category(said: str | None) -> Category | None:
    return next((kind for kind in Category if kind.value == (said or "").lower()), None)


@contextmanager
def _running(settings: Settings) -> Iterator[Context]:
    """Open the shop as whoever runs the server; committed where nothing was refused."""
    engine = open_database(settings)
    try:
        with session_factory(engine).begin() as session:
            shop = the_shop(session, settings.shop)
            actor = Actor(
                shop_id=shop.id, person_id=0, name="superecom", role=Role.OWNER,
                permissions=PERMISSIONS[Role.OWNER],
            )  # fmt: skip
            yield Context(session=session, actor=actor, now=utc_now(), shop_name=shop.name)
    finally:
        engine.dispose()
