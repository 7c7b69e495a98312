"""Changing where an order goes, before the courier has it, and taking that back.

A customer's addresses are shared by their orders, so that a changed address is another address:
the order points to it, and the other orders stay as they are.
"""

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace

import phonenumbers

from commerce.access import Permission
from commerce.changes import Change
from commerce.context import Context
from commerce.customers import pincodes
from commerce.customers.rules import is_pincode
from commerce.db.tables import AddressRow
from commerce.errors import Refused
from commerce.money import Money
from commerce.orders import changing, couriers, places, queries, standing
from commerce.orders.couriers import Reachable
from commerce.orders.standing import Standing
from commerce.ports import CourierAction
from commerce.records import audit, happened


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """What of an address becomes otherwise; `None` stays as it is."""

    name: str | None = None
    """Who receives it."""
    line1: str | None = None
    line2: str | None = None
    landmark: str | None = None
    city: str | None = None
    state: str | None = None
    pincode: str | None = None
    phone: str | None = None


PARTS = tuple(field.name for field in fields(Correction))


def plan_address(ctx: Context, order: str, correction: Correction) -> Change:
    """Say what of an order's address would change, without changing it.

    Raises:
        NotFound: No such order of this shop.
        Ambiguous: Several orders fit.
        Refused: The courier has it, it is finished, nothing would change, or the address cannot be.
    """
    ctx.require(Permission.ORDERS_WRITE)
    found = _changeable(ctx, order, lock=False)
    return _change(ctx, found, places.address_of(ctx, found.row), correction)


def change_address(ctx: Context, order: str, correction: Correction) -> Change:
    """Send an order somewhere else; a courier who has it booked is told where it can be.

    Raises:
        NotFound: No such order of this shop.
        Ambiguous: Several orders fit.
        Refused: As `plan_address`.
    """
    ctx.require(Permission.ORDERS_WRITE)
    found = _changeable(ctx, order, lock=True)
    was = places.address_of(ctx, found.row)
    change = _change(ctx, found, was, correction)
    return _moved(ctx, found, was, change, "order.address_changed", "change_delivery_address")


def undo_address(ctx: Context, change: Change) -> Change:
    """Send an order where it was to go before.

    Raises:
        NotFound: No such order of this shop.
        Refused: Its address was changed again since, or the courier has it.
    """
    ctx.require(Permission.ORDERS_WRITE)
    found = _changeable(ctx, change.subject, lock=True)
    now = places.address_of(ctx, found.row)
    if _parts(now, change.after) != change.after:
        status = ctx.say(f"order-status-{found.status}")
        raise Refused("error-order-moved-on", number=change.subject, status=status)
    back = replace(
        change, before=change.after, after=change.before, undo_for=None,
        warnings=couriers.warnings(ctx, _couriers(ctx, found), "label"),
    )  # fmt: skip
    return _moved(ctx, found, now, back, "order.address_undone", "undo_change_delivery_address")


def _changeable(ctx: Context, order: str, *, lock: bool) -> Standing:
    found = standing.find(ctx, order, lock=lock)
    if why_not := changing.why_not_readdress(found.status, found.parcels.values()):
        status = ctx.say(f"order-status-{found.status}")
        raise Refused(why_not, number=found.row.number, status=status)
    return found


def _change(ctx: Context, found: Standing, was: AddressRow, correction: Correction) -> Change:
    wanted = {part: getattr(correction, part) for part in PARTS}
    clean = {part: _clean(part, text) for part, text in wanted.items() if text is not None}
    after = {part: text for part, text in clean.items() if text != getattr(was, part)}
    if not after:
        raise Refused("error-order-address-same", number=found.row.number)
    after |= _state_of(was, after)
    return Change(
        subject_kind="order",
        subject=found.row.number,
        before=_parts(was, after),
        after=after,
        at_stake=Money(found.row.total_minor, found.row.currency),
        undo_for=changing.UNDO_ADDRESS_FOR,
        warnings=couriers.warnings(ctx, _couriers(ctx, found), "label"),
    )


def _state_of(was: AddressRow, after: Mapping[str, str]) -> dict[str, str]:
    """Return the state that a new city and pincode bring along, where nobody said one.

    Raises:
        Refused: The pincode does not lie in the state.
    """
    pincode, state = after.get("pincode", was.pincode), after.get("state", was.state)
    if not {"pincode", "state"} & after.keys() or pincodes.lies_in(pincode, state):
        return {}
    there = pincodes.states_of(pincode)
    if {"city", "pincode"} <= after.keys() and "state" not in after and len(there) == 1:
        return {"state": there[0]}
    raise Refused(
        "error-order-pincode-elsewhere", pincode=pincode, state=state, there=", ".join(there)
    )


def _clean(part: str, text: str) -> str:
    """Return a part of an address as it is kept, or refuse what it cannot be."""
    text = " ".join(text.split())
    if part == "pincode":
        if not is_pincode(text):
            raise Refused("error-order-pincode", pincode=text)
        return text.replace(" ", "")
    if part == "phone":
        return _phone(text)
    if not text and part not in ("line2", "landmark"):
        raise Refused("error-order-address-empty")
    return text


def _phone(text: str) -> str:
    try:
        number = phonenumbers.parse(text, "IN")
    except phonenumbers.NumberParseException as error:
        raise Refused("error-order-phone", phone=text) from error
    if not phonenumbers.is_valid_number(number):
        raise Refused("error-order-phone", phone=text)
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


def _moved(
    ctx: Context, found: Standing, was: AddressRow, change: Change, kind: str, action: str
) -> Change:
    """Point the order to the changed address, write that down, and read it back."""
    found.row.address_id = places.address_like(ctx, was, change.after)
    queries.add_history(ctx, found.row.id, found.status, ctx.say("order-reason-address"))
    happened(ctx, kind, change.subject, **change.after)
    audit(ctx, action, change)
    ctx.session.flush()
    now = places.address_of(ctx, found.row)
    couriers.tell(
        ctx.session, found.row, _couriers(ctx, found).told, CourierAction.CHANGE_ADDRESS,
        once=f"{now.id}:{ctx.now.timestamp()}", at=ctx.now, address=places.on_one_line(now),
        phone=now.phone,
    )  # fmt: skip
    return replace(change, after=_parts(now, change.after))


def _couriers(ctx: Context, found: Standing) -> Reachable:
    """Return the order's booked parcels, by whether their couriers can be told."""
    rows = couriers.booked(ctx.session, found.row)
    return couriers.reachable(ctx.ports, rows, CourierAction.CHANGE_ADDRESS)


def _parts(address: AddressRow, like: Mapping[str, str | None]) -> dict[str, str | None]:
    return {part: getattr(address, part) for part in like}
