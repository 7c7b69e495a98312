"""Writing to the customer of an undelivered parcel."""

from dataclasses import replace
from datetime import datetime

import phonenumbers

from commerce import customers, outbox, words
from commerce.access import Permission
from commerce.changes import Change
from commerce.context import Context
from commerce.db.tables import NdrActionRow
from commerce.errors import Refused
from commerce.money import Money
from commerce.ndr import advising, codes, couriers, queries, rules
from commerce.ndr.queries import CaseRows
from commerce.ndr.types import Reach
from commerce.ports import Letter
from commerce.records import audit, happened
from commerce.vocabulary import (
    OPEN_NDR_STATUSES,
    MessageChannel,
    NdrActionType,
    NdrReason,
    NdrStatus,
    PaymentMethod,
)
from commerce.words import Value, say

_KINDS = {
    MessageChannel.WHATSAPP: NdrActionType.WHATSAPP_MESSAGE,
    MessageChannel.SMS: NdrActionType.SMS,
    MessageChannel.EMAIL: NdrActionType.EMAIL,
}


def plan_message(ctx: Context, parcel: str, channel: MessageChannel | None = None) -> Change:
    """Say what would be written to the customer, without writing it.

    `after` holds the exact text, whom it goes to and when it is sent.

    Raises:
        NotFound: No such parcel of this shop.
        Ambiguous: Several undelivered parcels fit.
        Refused: The case is settled, the customer cannot be reached so, was written to lately,
            or nobody brings messages on this channel.
    """
    ctx.require(Permission.NDR_ACT)
    rows = couriers.rows_named(ctx, parcel, lock=False)
    return _change(ctx, rows, _letter(ctx, rows, channel))


def message(ctx: Context, parcel: str, channel: MessageChannel | None = None) -> Change:
    """Write to the customer about an undelivered parcel, by day.

    Args:
        ctx: Who asks.
        parcel: AWB or order number.
        channel: How; `None` takes how they were reached most, else WhatsApp.

    Raises:
        NotFound: No such parcel of this shop.
        Ambiguous: Several undelivered parcels fit.
        Refused: As `plan_message`.
    """
    ctx.require(Permission.NDR_ACT)
    rows = couriers.rows_named(ctx, parcel, lock=True)
    letter = _letter(ctx, rows, channel)
    change = _change(ctx, rows, letter)
    rows.case.status = change.after["status"]
    queries.add_action(
        ctx, rows.case.id, _KINDS[letter.channel], remark=letter.text,
        details={
            "letter": letter.key, "channel": letter.channel.value, "to": letter.to,
            "template": letter.template, "language": letter.language,
            "was": change.before["status"], "becomes": change.after["status"],
        },
    )  # fmt: skip
    outbox.put(
        ctx, outbox.MESSENGER, letter.channel.value, outbox.payload_of_letter(letter), letter.key,
        not_before=datetime.fromisoformat(change.after["send_at"]),
    )  # fmt: skip
    happened(ctx, "ndr.customer_written_to", change.subject, channel=letter.channel.value)
    audit(ctx, "message_customer", change)
    ctx.session.flush()
    return change


def undo_message(ctx: Context, change: Change) -> Change:
    """Take a message back that was not sent yet.

    Raises:
        NotFound: No such parcel.
        Refused: The case has moved on, or the message is on its way.
    """
    ctx.require(Permission.NDR_ACT)
    rows = couriers.rows_named(ctx, change.subject, lock=True)
    letters = _letters(ctx, rows)
    if not letters or letters[0].details["letter"] != change.after["letter"]:
        raise Refused("error-ndr-moved-on", awb=change.subject)
    if not outbox.withdraw(ctx, str(change.after["letter"])):
        raise Refused("error-ndr-already-sent", awb=change.subject)
    letters[0].details = {**letters[0].details, "taken_back": True}
    if rows.case.status == change.after["status"]:
        rows.case.status = change.before["status"]
    queries.add_action(
        ctx, rows.case.id, NdrActionType.REMARK_ADDED, remark="Message to the customer taken back."
    )
    back = replace(change, before=change.after, after=change.before, undo_for=None, warnings=())
    happened(ctx, "ndr.message_taken_back", change.subject)
    audit(ctx, "undo_message_customer", back)
    ctx.session.flush()
    return back


_PLACES = ("name", "shop", "order", "what", "courier")
"""Where an approved text may have something put in, beside the amount."""


def _letter(ctx: Context, rows: CaseRows, channel: MessageChannel | None) -> Letter:
    if NdrStatus(rows.case.status) not in OPEN_NDR_STATUSES:
        raise Refused("error-ndr-settled", awb=rows.shipment.awb)
    reach = queries.reach_of(ctx, rows.case.id)
    chosen = channel or _usual_channel(ctx, rows, reach)
    to = reach.email if chosen is MessageChannel.EMAIL else _number(reach.phone)
    if to is None:
        key = "error-ndr-no-email" if chosen is MessageChannel.EMAIL else "error-ndr-no-phone"
        raise Refused(key, name=reach.name, order=reach.order_number)
    if ctx.ports.messenger(chosen.value) is None:
        raise Refused("error-messenger-not-connected", channel=chosen.value)
    customer_id, *_ = queries.customer_of(ctx, rows.case.id)
    customers.require_wanted(
        ctx, customer_id, purpose=customers.Purpose.SERVICE, channel=chosen, contact=to
    )
    template = rules.letter_about(NdrReason(rows.case.reason))
    language = reach.language if reach.language in words.LANGUAGES else words.FALLBACK
    told = _told(ctx, rows, reach, language)
    amount = say(language, "ndr-amount", amount=told["amount"])
    return Letter(
        key=f"letter:{rows.case.id}:{_next_number(ctx, rows)}", channel=chosen, to=to,
        text=say(language, template, **told), language=language, template=template,
        variables={**{name: str(told[name]) for name in _PLACES}, "amount": amount},
    )  # fmt: skip


def _told(ctx: Context, rows: CaseRows, reach: Reach, language: str) -> dict[str, Value]:
    cod = rows.order.payment_method == PaymentMethod.COD
    return {
        "name": reach.name.split()[0] if reach.name.split() else reach.name,
        "shop": ctx.shop_name or say(language, "ndr-letter-our-shop"),
        "order": reach.order_number,
        "what": reach.what,
        "courier": say(language, f"courier-type-{rows.shipment.courier}"),
        "amount": Money(rows.order.total_minor, rows.order.currency),
        "cod": "yes" if cod else "no",
    }


def _usual_channel(ctx: Context, rows: CaseRows, reach: Reach) -> MessageChannel:
    """Return how the customer was reached most; without a telling past, WhatsApp, or e-mail."""
    customer_id, _, _, _ = queries.customer_of(ctx, rows.case.id)
    written = [
        contact
        for _, contact in queries.contacts(ctx, customer_id)
        if contact.kind in _KINDS.values()
    ]
    best = advising.best_channel(written)
    if best is not None:
        return next(channel for channel, kind in _KINDS.items() if kind is best[0])
    has_phone = _number(reach.phone) is not None
    return MessageChannel.WHATSAPP if has_phone or not reach.email else MessageChannel.EMAIL


def _number(phone: str | None) -> str | None:
    """Return a phone number in E.164, or `None` where it is none that works."""
    try:
        number = phonenumbers.parse(phone or "", "IN")
    except phonenumbers.NumberParseException:
        return None
    if not phonenumbers.is_valid_number(number):
        return None
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


def _change(ctx: Context, rows: CaseRows, letter: Letter) -> Change:
    for earlier in _letters(ctx, rows):
        again = earlier.at + rules.WRITE_AGAIN_AFTER
        if earlier.details["channel"] == letter.channel and again > ctx.now:
            raise Refused(
                "error-ndr-written-lately", awb=rows.shipment.awb, channel=letter.channel.value,
                at=ctx.local(earlier.at), again=ctx.local(again),
            )  # fmt: skip
    send_at = rules.letter_at(ctx.now, ctx.zone)
    after = {
        "status": rules.status_after_contact(NdrStatus(rows.case.status)).value,
        "letter": letter.key, "channel": letter.channel.value, "to": letter.to,
        "text": letter.text, "send_at": send_at.isoformat(),
    }  # fmt: skip
    return Change(
        subject_kind="parcel",
        subject=rows.shipment.awb,
        before={**dict.fromkeys(after), "status": rows.case.status},
        after=after,
        undo_for=max(rules.UNDO_LETTER_FOR, send_at - ctx.now),
        warnings=_warnings(ctx, rows, send_at),
    )


def _warnings(ctx: Context, rows: CaseRows, send_at: datetime) -> tuple[str, ...]:
    found = []
    if send_at > ctx.now + rules.UNDO_LETTER_FOR:
        found.append(ctx.say("ndr-warning-sent-by-day", at=ctx.local(send_at)))
    raw_code, raw_text, _ = queries.last_attempt(ctx, rows.case.id) or ("", "", None)
    meaning = codes.meaning_of(rows.shipment.courier, raw_code, raw_text)
    if meaning is not None and not meaning.attempted:
        found.append(ctx.say("ndr-warning-nothing-to-ask"))
    return tuple(found)


def _next_number(ctx: Context, rows: CaseRows) -> int:
    return len(queries.actions_of(ctx.session, ctx.actor.shop_id, rows.case.id)) + 1


def _letters(ctx: Context, rows: CaseRows) -> list[NdrActionRow]:
    """Return what was written to the customer and stands, the newest first."""
    done = queries.actions_of(ctx.session, ctx.actor.shop_id, rows.case.id)
    return [
        action
        for action in done
        if "letter" in action.details and not action.details.get("taken_back")
    ]
