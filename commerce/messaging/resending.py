"""Sending again what messengers did not take."""

from commerce import deliveries
from commerce.access import Permission
from commerce.changes import Change
from commerce.context import Context
from commerce.deliveries import DeliveryStatus
from commerce.errors import NotFound
from commerce.records import audit


def plan_resend(ctx: Context, delivery: int | None) -> Change:
    """Say what would be tried again: one that was given up, or all of them.

    Raises:
        NotAllowed: The actor may not run the shop.
        NotFound: Nothing of that number was given up, or nothing at all.
    """
    ctx.require(Permission.SETTINGS_WRITE)
    found = deliveries.given_up(ctx.session, ctx.actor.shop_id, delivery)
    if not found:
        key = "error-delivery-none" if delivery is None else "error-delivery-not-found"
        raise NotFound(key, number=delivery or 0)
    return Change(
        subject_kind="delivery", subject=str(delivery or "all"),
        before={"status": DeliveryStatus.DEAD.value, "deliveries": found},
        after={"status": DeliveryStatus.WAITING.value, "deliveries": found},
    )  # fmt: skip


def send_again(ctx: Context, delivery: int | None) -> Change:
    """Try again what was given up; the messages the vendor took are not sent twice.

    Raises:
        NotAllowed: The actor may not run the shop.
        NotFound: As `plan_resend`.
    """
    change = plan_resend(ctx, delivery)
    deliveries.revive(ctx.session, ctx.actor.shop_id, delivery, ctx.now)
    audit(ctx, "resend_delivery", change)
    return change
