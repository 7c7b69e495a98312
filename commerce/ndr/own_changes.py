"""What buyers may change about their own orders: where they go, whether they come, how they pay.

Each is the staff's own change, made for one order of the buyer's: the permission is lent, and every
query still reaches the buyer's own orders only. What cannot be done from here goes to a person.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from commerce import orders, parcels, people, settings
from commerce.access import Permission
from commerce.changes import Change
from commerce.context import Context
from commerce.errors import Ambiguous, Refused
from commerce.ndr import rules
from commerce.ndr.queries import titles_of
from commerce.ndr.reattempting import plan_reattempt, reattempt, undo_reattempt
from commerce.ndr.returning import plan_return, return_to_origin, undo_return
from commerce.ndr.types import Reattempt, RightAddress
from commerce.orders import Correction, OrderFilter, OrderSearch
from commerce.orders.rules import UNSHIPPED, is_handed_over
from commerce.parcels import TrackedParcel, Tracking
from commerce.records import happened
from commerce.vocabulary import OrderStatus, PaymentMethod, ShipmentStatus

_CHOICES = 5
_BACK = (
    ShipmentStatus.RTO_INITIATED,
    ShipmentStatus.RTO_IN_TRANSIT,
    ShipmentStatus.RTO_DELIVERED,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Meant:
    """One order of the buyer's, and how far it is."""

    number: str
    tracking: Tracking
    waiting: TrackedParcel | None
    """Its undelivered parcel, where one waits."""

    @property
    def is_here(self) -> bool:
        """Whether no courier has any of it yet."""
        statuses = [tracked.parcel.status for tracked in self.tracking.parcels]
        return self.tracking.order_status in UNSHIPPED and not is_handed_over(statuses)


# -- the address ---------------------------------------------------------------------------------


def plan_correction(ctx: Context, order: str | None, right: RightAddress) -> Change:
    """Say what telling the right address would change, without changing it.

    Raises:
        NotFound: No such order of this customer.
        Ambiguous: Several orders are on their way.
        Refused: The order is over, or the new address has another pincode.
    """
    return _correction(ctx, order, right, orders.plan_address, plan_reattempt, _plan_person)


def correct_address(ctx: Context, order: str | None, right: RightAddress) -> Change:
    """Have an order go to the right address.

    Before it leaves, the order's address changes; after a failed delivery the courier is asked to
    try again there; on the road between, a person of the shop is asked.

    Raises:
        NotFound: No such order of this customer.
        Ambiguous: Several orders are on their way.
        Refused: As `plan_correction`.
    """
    return _correction(ctx, order, right, orders.change_address, reattempt, _ask_person)


def _correction(
    ctx: Context,
    order: str | None,
    right: RightAddress,
    readdress: Callable[[Context, str, Correction], Change],
    try_again: Callable[[Context, str, Reattempt], Change],
    ask: Callable[[Context, str, str], Change],
) -> Change:
    meant = meant_order(ctx, order)
    if meant.is_here:
        staff = lent(ctx, Permission.ORDERS_WRITE)
        was = orders.show(lent(ctx, Permission.ORDERS_READ), meant.number).address
        _require_same_pincode(right, was.pincode, was.city)
        # "PIN" on the line would stand on the label twice.
        line1 = _without_pincode(right.address, was.pincode, was.city)
        wish = Correction(line1=line1, line2="", landmark=right.landmark or "", phone=right.phone)
        return _worded(ctx, readdress(staff, meant.number, wish), label=meant.tracking)
    if meant.waiting is not None:
        pincode, city = _goes_to(ctx, meant.number)
        _require_same_pincode(right, pincode, city)
        parcel = meant.waiting.parcel
        first = rules.first_day(ctx.local(ctx.now), same_day=False)
        day = rules.good_day(first, rules.last_day(ctx.today, parcel.attempts))
        again = Reattempt(
            on=right.on or day, phone=right.phone, landmark=right.landmark, address=right.address
        )
        return try_again(ctx, parcel.awb, again)
    _require_on_the_road(meant)
    return ask(ctx, meant.number, f"Right address of order {meant.number}: {right.address}")


def undo_correction(ctx: Context, change: Change) -> Change:
    """Have an order go where it was to go before.

    Raises:
        NotFound: No such order of this customer.
        Refused: It has moved on.
    """
    ctx.require(Permission.OWN_DELIVERY)
    if change.subject_kind == "order":
        return orders.undo_address(lent(ctx, Permission.ORDERS_WRITE), change)
    return undo_reattempt(ctx, change)


# -- not wanted any more -------------------------------------------------------------------------


def plan_refusal(ctx: Context, order: str | None, reason: str | None) -> Change:
    """Say what not wanting an order any more would change, without changing it.

    Raises:
        NotFound: No such order of this customer.
        Ambiguous: Several orders are on their way.
        Refused: It has come, or is called off or on its way back already.
    """
    meant = meant_order(ctx, order)
    return _refusal(ctx, meant, reason, orders.plan_cancel, plan_return, _plan_person)


def refuse_delivery(ctx: Context, order: str | None, reason: str | None) -> Change:
    """Let an order not come.

    Before it leaves it is cancelled; after a failed delivery the courier is asked to bring it
    back; on the road between, a person of the shop is asked. What has left already is a return
    that was asked for.

    Raises:
        NotFound: No such order of this customer.
        Ambiguous: Several orders are on their way.
        Refused: As `plan_refusal`.
    """
    meant = meant_order(ctx, order)
    change = _refusal(ctx, meant, reason, orders.cancel, return_to_origin, _ask_person)
    if not meant.is_here:
        happened(ctx, "return.requested", meant.number, reason=reason or "")
    return change


def _refusal(
    ctx: Context,
    meant: _Meant,
    reason: str | None,
    cancel: Callable[[Context, str, str | None], Change],
    bring_back: Callable[[Context, str, str | None], Change],
    ask: Callable[[Context, str, str], Change],
) -> Change:
    why = reason or ctx.say("own-reason-not-wanted")
    if meant.is_here:
        change = cancel(lent(ctx, Permission.ORDERS_WRITE), meant.number, why)
    elif meant.waiting is not None:
        awb = meant.waiting.parcel.awb
        change = bring_back(lent(ctx, Permission.NDR_ACT), awb, why)
    else:
        _require_on_the_road(meant)
        change = ask(ctx, meant.number, f"Order {meant.number} is not wanted any more: {why}")
    return replace(change, warnings=_about_money(ctx, meant.number))


def undo_refusal(ctx: Context, change: Change) -> Change:
    """Let an order come after all.

    Raises:
        NotFound: No such order of this customer.
        Refused: It has moved on, or the courier knows already.
    """
    ctx.require(Permission.OWN_DELIVERY)
    if change.subject_kind == "order":
        return orders.undo_cancel(lent(ctx, Permission.ORDERS_WRITE), change)
    return undo_return(lent(ctx, Permission.NDR_ACT), change)


def _about_money(ctx: Context, number: str) -> tuple[str, ...]:
    """Return what a buyer who has paid should know before saying yes."""
    found = orders.show(lent(ctx, Permission.ORDERS_READ), number)
    paid = found.total - found.refunded
    if found.payment_method is PaymentMethod.COD or found.payment_status not in orders.rules.PAID:
        return ()
    return (ctx.say("own-warning-refund", paid=paid),) if paid.minor > 0 else ()


# -- paying --------------------------------------------------------------------------------------


def plan_payment(ctx: Context, order: str | None) -> Change:
    """Say what link would be sent to pay an order online, without sending it.

    Raises:
        NotFound: No such order of this customer.
        Ambiguous: Several orders are not paid.
        Refused: It is paid or over, a link is out already, or nobody takes payments.
    """
    meant = meant_order(ctx, order)
    staff = lent(ctx, Permission.ORDERS_WRITE)
    change = orders.plan_link(staff, meant.number, _offered(ctx, meant))
    return _worded(ctx, change, collects=meant.tracking)


def pay_online(ctx: Context, order: str | None) -> Change:
    """Have a link sent by which the buyer can pay an order online.

    Raises:
        NotFound: No such order of this customer.
        Ambiguous: Several orders are not paid.
        Refused: As `plan_payment`.
    """
    meant = meant_order(ctx, order)
    staff = lent(ctx, Permission.ORDERS_WRITE)
    change = orders.send_link(staff, meant.number, _offered(ctx, meant))
    return _worded(ctx, change, collects=meant.tracking)


def _offered(ctx: Context, meant: _Meant) -> int:
    """Return what the shop takes off for paying online, in percent: only before an order leaves."""
    return settings.prepaid_discount(ctx.session, ctx.actor.shop_id) if meant.is_here else 0


# -- pieces --------------------------------------------------------------------------------------


def lent(ctx: Context, permission: Permission) -> Context:
    """Return a buyer's context with one permission of the staff's.

    They stay the buyer, so that `scope.own_orders` confines every query as before.
    """
    ctx.require(Permission.OWN_DELIVERY)
    actor = ctx.actor
    return replace(ctx, actor=replace(actor, permissions=actor.permissions | {permission}))


def meant_order(ctx: Context, text: str | None) -> _Meant:
    """Return the buyer's order of a number or an AWB; without one the only that is not over.

    Raises:
        NotFound: No such order of this customer.
        Ambiguous: Several are under way.
        Refused: None is.
    """
    ctx.require(Permission.OWN_DELIVERY)
    tracking = parcels.track(ctx, text or _only_open(ctx))
    waiting = next((tracked for tracked in tracking.parcels if tracked.ndr is not None), None)
    return _Meant(number=tracking.order_number, tracking=tracking, waiting=waiting)


def _only_open(ctx: Context) -> str:
    """Return the number of the only order that is not over.

    Raises:
        Ambiguous: There are several; the person must choose.
        Refused: There is none.
    """
    search = OrderSearch(status=OrderFilter.OPEN, limit=_CHOICES)
    found = orders.find(ctx, search).orders
    if not found:
        raise Refused("error-own-nothing-open")
    if len(found) > 1:
        titles = titles_of(ctx, [order.number for order in found])
        choices = tuple(
            (
                order.number,
                ctx.say(
                    "own-choice", number=order.number, total=order.total,
                    what=", ".join(titles.get(order.number, [])),
                ),
            )
            for order in found
        )  # fmt: skip
        raise Ambiguous("error-own-which", choices)
    return found[0].number


def _goes_to(ctx: Context, number: str) -> tuple[str, str]:
    address = orders.show(lent(ctx, Permission.ORDERS_READ), number).address
    return address.pincode, address.city


def _require_same_pincode(right: RightAddress, pincode: str, city: str) -> None:
    """Refuse another pincode: couriers route by it, so that it is another parcel.

    Raises:
        Refused: The address names another one.
    """
    said = re.findall(r"(?<!\d)[1-9]\d{2}\s?\d{3}(?!\d)", right.address)
    if said and said[-1].replace(" ", "") != pincode:
        raise Refused("error-own-other-pincode", pincode=pincode, city=city)


def _without_pincode(address: str, pincode: str, city: str) -> str:
    spaced = f"{pincode[:3]} {pincode[3:]}"
    ending = rf"(?i)[\s,–-]*(?:(?:pin(?:code)?[\s:]*)?(?:{pincode}|{spaced})|{re.escape(city)})\s*$"
    while (shorter := re.sub(ending, "", address).strip(" ,")) and shorter != address:
        address = shorter
    return address


def _require_on_the_road(meant: _Meant) -> None:
    """Refuse what is over.

    Raises:
        Refused: It has come, goes back, or was called off.
    """
    statuses = {tracked.parcel.status for tracked in meant.tracking.parcels}
    match meant.tracking.order_status:
        case OrderStatus.CANCELLED | OrderStatus.FAILED:
            raise Refused("error-own-called-off", number=meant.number)
        case OrderStatus.DELIVERED:
            raise Refused("error-own-delivered", number=meant.number)
        case OrderStatus.RTO | OrderStatus.RETURNED:
            raise Refused("error-own-going-back", number=meant.number)
    if statuses and statuses <= set(_BACK):
        raise Refused("error-own-going-back", number=meant.number)


def _plan_person(ctx: Context, number: str, reason: str) -> Change:
    if ctx.conversation_id is None:
        raise Refused("error-own-cannot-change")
    return Change(
        subject_kind="conversation", subject=ctx.conversation_id,
        before={"handed_over": False, "order": number},
        after={"handed_over": True, "order": number},
    )  # fmt: skip


def _ask_person(ctx: Context, number: str, reason: str) -> Change:
    change = people.hand_over(ctx, reason).change
    return replace(
        change,
        before={**change.before, "order": number},
        after={**change.after, "order": number},
    )


def _worded(
    ctx: Context,
    change: Change,
    *,
    label: Tracking | None = None,
    collects: Tracking | None = None,
) -> Change:
    """Return a change with warnings for buyers in place of those for staff."""
    found = []
    if label is not None and label.parcels:
        found.append(ctx.say("own-warning-label"))
    if collects is not None and any(t.parcel.cod.minor for t in collects.parcels):
        found.append(ctx.say("own-warning-courier-collects"))
    return replace(change, warnings=tuple(found))
