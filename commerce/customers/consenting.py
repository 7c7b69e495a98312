"""Whether customers want to be written to: who said so, when, for what and by which channel.

The ledger only grows: a change of mind, and an undo, is one more line. Where nobody said anything a
customer may be written to about their own orders, and is sent no offers.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from commerce.access import Permission
from commerce.changes import Change
from commerce.context import Context
from commerce.customers import ledger
from commerce.customers.types import Customer, Purpose, Source, Standing
from commerce.db.tables import ConsentRow
from commerce.errors import NotFound, Refused
from commerce.records import audit, happened
from commerce.vocabulary import MessageChannel

UNDO_CONSENT_FOR = timedelta(hours=24)


def plan_consent(
    ctx: Context,
    customer: Customer,
    standing: Standing,
    *,
    purpose: Purpose | None = None,
    channel: MessageChannel | None = None,
) -> Change:
    """Say what writing down a customer's wish would change, without changing it.

    Args:
        ctx: Who writes it down.
        customer: Whose wish.
        standing: Whether they agree.
        purpose: To what; `None` is everything.
        channel: By which; `None` is all of them.

    Raises:
        Refused: It is written down so already.
    """
    ctx.require(Permission.NDR_ACT)
    purposes = list(Purpose) if purpose is None else [purpose]
    lines = ledger.lines(ctx, customer.id)
    before = {one.value: stands(lines, one, channel).value for one in purposes}
    after = dict.fromkeys(before, standing.value)
    if before == after:
        raise Refused("error-consent-same", name=customer.name, standing=standing.value)
    return Change(
        subject_kind="customer",
        subject=customer.name,
        before={"customer_id": customer.id, "channel": channel, **before},
        after={"customer_id": customer.id, "channel": channel, **after},
        undo_for=UNDO_CONSENT_FOR,
    )


def record_consent(
    ctx: Context,
    customer: Customer,
    standing: Standing,
    *,
    purpose: Purpose | None = None,
    channel: MessageChannel | None = None,
    words: str = "",
) -> Change:
    """Write down whether a customer wants to be written to.

    `words` is what they said, or where that is written. The other arguments are of `plan_consent`.

    Raises:
        Refused: It is written down so already.
    """
    change = plan_consent(ctx, customer, standing, purpose=purpose, channel=channel)
    return _write(ctx, change, words, action="record_consent")


def undo_consent(ctx: Context, change: Change) -> Change:
    """Let hold again what a customer had said before.

    Raises:
        NotFound: No such customer of this shop.
        Refused: They have said something else since.
    """
    ctx.require(Permission.NDR_ACT)
    customer_id = int(change.after["customer_id"])
    if ledger.name_of(ctx, customer_id) is None:
        raise NotFound("error-customer-not-found", customer=change.subject)
    if _as_now(ctx, change).after != change.after:
        raise Refused("error-consent-moved-on", name=change.subject)
    back = replace(change, before=change.after, after=change.before, undo_for=None)
    words = ctx.say("consent-undone")
    return _write(ctx, back, words, action="undo_record_consent")


def require_wanted(
    ctx: Context,
    customer_id: int,
    *,
    purpose: Purpose,
    channel: MessageChannel,
    contact: str | None = None,
) -> None:
    """Refuse to write to somebody who does not want it.

    Raises:
        Refused: They, or whoever has the number, asked not to be written to; of offers: nobody
            agreed to them.
    """
    standing = standing_of(ctx, customer_id, purpose, channel=channel, contact=contact)
    wanted = standing is Standing.GIVEN or (
        purpose is Purpose.SERVICE and standing is Standing.UNKNOWN
    )
    if not wanted:
        name = ledger.name_of(ctx, customer_id) or ""
        raise Refused(f"error-consent-{standing.value}", name=name, channel=channel.value)


def standing_of(
    ctx: Context,
    customer_id: int,
    purpose: Purpose,
    *,
    channel: MessageChannel | None = None,
    contact: str | None = None,
) -> Standing:
    """Return what a customer, or whoever has a contact, said of a purpose last."""
    return stands(ledger.lines(ctx, customer_id, contact), purpose, channel)


def stands(
    lines: Sequence[ConsentRow], purpose: Purpose, channel: MessageChannel | None = None
) -> Standing:
    """Return what holds by the lines of a ledger, the latest first.

    A line of every channel holds for each until a later line of that channel says otherwise; one
    of a single channel says nothing of all.
    """
    fitting = (
        line for line in lines if line.purpose == purpose and line.channel in (None, channel)
    )
    latest = next(fitting, None)
    return Standing.UNKNOWN if latest is None else Standing(latest.standing)


def _write(ctx: Context, change: Change, words: str, *, action: str) -> Change:
    channel = change.after["channel"]
    for purpose in Purpose:
        if purpose.value in change.after:
            ledger.add(
                ctx, int(change.after["customer_id"]), purpose=purpose.value, channel=channel,
                standing=change.after[purpose.value], words=words, source=Source.TEAM.value,
            )  # fmt: skip
    happened(ctx, "customer.consent", change.subject, **change.after)
    audit(ctx, action, change, why=words)
    ctx.session.flush()
    return _as_now(ctx, change)


def _as_now(ctx: Context, change: Change) -> Change:
    """Return a change with what its customer's ledger says now."""
    said = change.after["channel"]
    channel = MessageChannel(said) if said else None
    lines = ledger.lines(ctx, int(change.after["customer_id"]))
    now = {
        one.value: stands(lines, one, channel).value for one in Purpose if one.value in change.after
    }
    return replace(change, after=change.after | now)
