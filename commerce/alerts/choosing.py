"""What people do about alerts: look, look after one, put one off, say what they want to hear of."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from commerce.access import Permission
from commerce.alerts import queries
from commerce.alerts.types import Alert, AlertKind, AlertPlace, AlertStatus, Wishes
from commerce.changes import Change
from commerce.context import Context
from commerce.errors import Ambiguous, NotFound, Refused
from commerce.records import audit, happened

UNDO_FOR = timedelta(minutes=30)
MOST_A_DAY = 5
NIGHT = "21:00-08:00"
_NEEDS: Mapping[AlertKind, Permission] = {
    AlertKind.SALES_DROP: Permission.REPORTS_READ,
    AlertKind.SALES_SPIKE: Permission.REPORTS_READ,
    AlertKind.STOCK_OUT: Permission.STOCK_READ,
    AlertKind.PERFORMANCE: Permission.PARCELS_READ,
    AlertKind.SLA: Permission.ORDERS_READ,
}


def kinds_seen(ctx: Context) -> tuple[AlertKind, ...]:
    """Return which alerts the actor may see."""
    return tuple(kind for kind, needed in _NEEDS.items() if ctx.actor.may(needed))


def listed(
    ctx: Context, *, kind: AlertKind | None = None, is_all: bool = False
) -> Sequence[Alert]:  # fmt: skip
    """Return what is out of the ordinary, the most rupees first.

    Args:
        ctx: Who asks.
        kind: Only of this kind.
        is_all: Snoozed ones too, and those of the last 30 days that are over.
    """
    ctx.require(Permission.ORDERS_READ)
    kinds = [one for one in kinds_seen(ctx) if kind is None or one is kind]
    return queries.listed(ctx, kinds=kinds, is_all=is_all)


def plan_snooze(ctx: Context, named: str | None, hours: int) -> Change:
    """Say until when an alert would be out of sight.

    Raises:
        NotFound: No alert is open that is called so.
        Ambiguous: Several are.
    """
    found = _named(ctx, named)
    until = ctx.now + timedelta(hours=hours)
    return _change(found, AlertStatus.SNOOZED, until)


def snooze(ctx: Context, named: str | None, hours: int) -> Change:
    """Put an alert out of sight for some hours.

    Raises:
        NotFound: No alert is open that is called so.
        Ambiguous: Several are.
    """
    return _do(ctx, "snooze_alert", plan_snooze(ctx, named, hours))


def plan_acknowledge(ctx: Context, named: str | None) -> Change:
    """Say which alert the actor would look after.

    Raises:
        NotFound: No alert is open that is called so.
        Ambiguous: Several are.
        Refused: Somebody looks after it already.
    """
    found = _named(ctx, named)
    if found.status is AlertStatus.ACKNOWLEDGED:
        raise Refused("error-alert-acknowledged", alert=found.id)
    return _change(found, AlertStatus.ACKNOWLEDGED, None)


def acknowledge(ctx: Context, named: str | None) -> Change:
    """Look after an alert: nobody is told of it again.

    Raises:
        NotFound: No alert is open that is called so.
        Ambiguous: Several are.
        Refused: Somebody looks after it already.
    """
    return _do(ctx, "acknowledge_alert", plan_acknowledge(ctx, named))


def undo_status(ctx: Context, change: Change) -> Change:
    """Let an alert be as it was.

    Raises:
        Refused: It has changed since.
    """
    found = _by_number(ctx, int(change.subject))
    if found.status.value != change.after["status"]:
        raise Refused("error-alert-moved-on", alert=found.id)
    until = change.before["until"]
    queries.set_status(
        ctx, found.id, AlertStatus(change.before["status"]),
        datetime.fromisoformat(until) if until else None, change.before["person"],
    )  # fmt: skip
    back = replace(change, before=change.after, after=change.before)
    audit(ctx, "undo_alert", back)
    return back


def wishes_of(ctx: Context) -> Wishes:
    """Return what the actor hears of; unless they said so, nothing is sent to them."""
    found = queries.wishes(ctx, ctx.actor.person_id)
    return found[0] if found else _begin(ctx)


def plan_wishes(ctx: Context, wanted: Wishes) -> Change:
    """Say what the actor would hear of.

    Raises:
        Refused: It is so already.
    """
    ctx.require(Permission.ORDERS_READ)
    before = wishes_of(ctx)
    wanted = replace(wanted, person_id=ctx.actor.person_id)
    if wanted == before:
        raise Refused("error-alert-wishes-so")
    return Change(
        subject_kind="person", subject=str(ctx.actor.person_id), before=_plain(before),
        after=_plain(wanted), undo_for=UNDO_FOR,
    )  # fmt: skip


def set_wishes(ctx: Context, wanted: Wishes) -> Change:
    """Keep what the actor wants to hear of.

    Raises:
        Refused: It is so already.
    """
    change = plan_wishes(ctx, wanted)
    queries.set_wishes(ctx, _of_plain(ctx, change.after))
    audit(ctx, "set_alerts", change)
    return change


def undo_wishes(ctx: Context, change: Change) -> Change:
    """Let the actor hear of what they heard of before."""
    queries.set_wishes(ctx, _of_plain(ctx, change.before))
    back = replace(change, before=change.after, after=change.before)
    audit(ctx, "undo_set_alerts", back)
    return back


def _begin(ctx: Context) -> Wishes:
    return Wishes(
        person_id=ctx.actor.person_id, kinds=tuple(AlertKind), place=AlertPlace.NOWHERE,
        quiet=NIGHT, most_a_day=MOST_A_DAY,
    )  # fmt: skip


def _plain(wanted: Wishes) -> dict[str, object]:
    return {
        "kinds": [kind.value for kind in wanted.kinds], "channel": wanted.place.value,
        "quiet": wanted.quiet, "most_a_day": wanted.most_a_day,
    }  # fmt: skip


def _of_plain(ctx: Context, plain: Mapping[str, object]) -> Wishes:
    kinds = plain["kinds"]
    assert isinstance(kinds, list)
    return Wishes(
        person_id=ctx.actor.person_id, kinds=tuple(AlertKind(one) for one in kinds),
        place=AlertPlace(str(plain["channel"])), quiet=str(plain["quiet"]),
        most_a_day=int(str(plain["most_a_day"])),
    )  # fmt: skip


def _named(ctx: Context, named: str | None) -> Alert:
    ctx.require(Permission.ORDERS_READ)
    mine = queries.listed(ctx, kinds=kinds_seen(ctx), is_all=False)
    wanted = (named or "").strip().lstrip("#").casefold()
    found = [one for one in mine if wanted == str(one.id)] or [
        one for one in mine if wanted in f"{one.cause} {one.details.get('name', '')}".casefold()
    ]
    if not found:
        raise NotFound("error-alert-not-found", named=named or "–", count=len(mine))
    if len(found) > 1:
        choices = tuple(
            (str(one.id), f"{one.id}. {one.details.get('name') or one.cause}") for one in found[:8]
        )
        raise Ambiguous("error-alert-which", choices, count=len(found))
    return found[0]


def _by_number(ctx: Context, number: int) -> Alert:
    ctx.require(Permission.ORDERS_READ)
    for one in queries.listed(ctx, kinds=kinds_seen(ctx), is_all=True, number=number):
        return one
    raise NotFound("error-alert-not-found", named=str(number), count=0)


def _change(found: Alert, status: AlertStatus, until: datetime | None) -> Change:
    def state(
        is_status: AlertStatus, at: datetime | None, person: int | None
    ) -> dict[str, object]:  # fmt: skip
        return {
            "status": is_status.value, "until": at.isoformat() if at else None, "person": person,
            "cause": found.cause,
        }  # fmt: skip

    return Change(
        subject_kind="alert", subject=str(found.id),
        before=state(found.status, found.snoozed_until, found.person_id),
        after=state(status, until, None), undo_for=UNDO_FOR,
    )  # fmt: skip


def _do(ctx: Context, action: str, change: Change) -> Change:
    after = {**change.after, "person": ctx.actor.person_id}
    until = after["until"]
    queries.set_status(
        ctx, int(change.subject), AlertStatus(after["status"]),
        datetime.fromisoformat(until) if until else None, ctx.actor.person_id,
    )  # fmt: skip
    change = replace(change, after=after)
    happened(ctx, f"alert.{after['status']}", change.before["cause"], alert=int(change.subject))
    audit(ctx, action, change)
    return change
