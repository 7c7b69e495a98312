"""What each action does: in the transaction under way, in the name of who switched it on.

An action makes its effect by the same business function that the chat uses, with its checks, its
history and its line in the audit log. What goes outside is put into the outbox or among the
deliveries under the key of the run's step, so that it is told once however often this is repeated.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any, Protocol
from urllib.parse import urlsplit

from commerce import approvals, assignment, inventory, ndr, orders, outbox, tasks
from commerce.access import PERMISSIONS, Permission, Role
from commerce.changes import Change
from commerce.context import Context
from commerce.errors import NotFound, Refused
from commerce.inventory import StockStep
from commerce.ndr import Reattempt
from commerce.records import audit, happened
from commerce.vocabulary import OrderStatus
from commerce.workflows import queries_acting, queries_facts, sending
from commerce.workflows.definition import (
    AddNote,
    AdjustStock,
    Assign,
    CallWebhook,
    ConvertToPrepaid,
    CreateTask,
    HandOver,
    RequestReattempt,
    RunReport,
    Send,
    SetStatus,
    Step,
    Tag_,
    duration,
)
from commerce.workflows.facts import Facts, fill

Result = dict[str, Any]
"""What a step came to, plain JSON."""


class Reporter(Protocol):
    """Makes a report and has it brought; filled by who knows reports' deliveries."""

    def __call__(self, ctx: Context, *, report: str, by: str, to: str, key: str) -> Result:
        """Put a report on its way, in the transaction under way; the same key twice is one.

        Raises:
            NotFound: There is no such report, or nobody is meant.
        """
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Hands:
    """What actions need beside the business: messengers that are connected, and a reporter."""

    connected: Callable[[], frozenset[str]] = field(default=frozenset)
    report: Reporter | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Doing:
    """One step as it is made."""

    ctx: Context
    about: tuple[str, str]
    facts: Facts
    key: str
    """Of the run and its step: what goes outside carries it."""
    hands: Hands
    allowed_by: Context | None = None
    """Who said yes to what is beyond the actor's own limit; `None` where nobody was asked."""

    @property
    def order(self) -> str:
        """The number of the order it is about.

        Raises:
            NotFound: It is about none.
        """
        return self._of("order.number", "order")

    @property
    def awb(self) -> str:
        """The parcel it is about.

        Raises:
            NotFound: It is about none.
        """
        return self._of("parcel.awb", "parcel")

    def _of(self, name: str, kind: str) -> str:
        if name not in self.facts:
            raise NotFound("error-workflow-no-subject", kind=kind)
        return str(self.facts[name])


class BeyondLimit(Exception):
    """Somebody with a higher limit must say yes to this first."""


def act(step: Step, doing: Doing) -> Result:
    """Make one action.

    Raises:
        commerce.errors.CommerceError: It could not be made; nothing of it is written.
        BeyondLimit: Somebody else's yes is needed.
    """
    match step:
        case Send():
            return _send(step, doing)
        case SetStatus():
            return _set_status(step, doing)
        case Assign():
            return _assign(step, doing)
        case CreateTask():
            return _task(doing, fill(step.title, doing.facts), step.to, duration(step.due))
        case HandOver():
            said = doing.ctx.say(
                "workflow-task-hand-over", subject=doing.about[1] or doing.about[0],
                reason=fill(step.reason, doing.facts),
            )  # fmt: skip
            return _task(doing, said, None, timedelta(hours=4))
        case CallWebhook():
            return _call(step, doing)
        case AdjustStock():
            return _adjust(step, doing)
        case Tag_():
            return _tag(step, doing)
        case RequestReattempt():
            on = ndr.good_day(
                doing.ctx.today + timedelta(days=1), doing.ctx.today + timedelta(days=2)
            )
            return _made(ndr.reattempt(doing.ctx, doing.awb, Reattempt(on=on, slot=step.slot)))
        case ConvertToPrepaid():
            return _link(step, doing)
        case AddNote():
            return _made(orders.add_note(doing.ctx, doing.order, fill(step.note, doing.facts)))
        case RunReport():
            return _report(step, doing)
        case _:
            raise TypeError(step.do)


def _made(change: Change) -> Result:
    return {"subject": change.subject, "before": change.before, "after": change.after}


def _send(step: Send, doing: Doing) -> Result:
    connected = doing.hands.connected()
    message = sending.compose(doing.ctx, step, doing.about, doing.facts, connected)
    sending.put(doing.ctx, step, message, doing.key, connected)
    return {"channel": message.channel, "to": message.address, "text": message.text}


def _set_status(step: SetStatus, doing: Doing) -> Result:
    reason = fill(step.reason, doing.facts) if step.reason else None
    ctx, order = doing.ctx, doing.order
    match OrderStatus(step.to):
        case OrderStatus.CONFIRMED:
            held = doing.facts.get("order.status") == OrderStatus.ON_HOLD
            return _made(orders.release(ctx, order) if held else orders.confirm(ctx, order))
        case OrderStatus.ON_HOLD:
            return _made(orders.hold(ctx, order, reason))
        case _:
            _within_limit(
                doing,
                "cancel_order",
                Permission.ORDERS_WRITE,
                orders.plan_cancel(ctx, order, reason),
            )
            return _made(orders.cancel(ctx, order, reason))


def _assign(step: Assign, doing: Doing) -> Result:
    who = step.to
    if who == "best":
        case = queries_acting.open_case(doing.ctx, doing.awb)
        if case is None:
            raise Refused("error-ndr-settled", awb=doing.awb)
        who = assignment.choose_assignee(doing.ctx, case).agent.name
    elif who == "least_loaded":
        who = _least_loaded(doing.ctx)
    return _made(ndr.assign(doing.ctx, doing.awb, who))


def _least_loaded(ctx: Context) -> str:
    team = queries_facts.agents(ctx)
    names = {one: name for one, name, role in team if role == Role.NDR_AGENT}
    names = names or {
        one: name for one, name, role in team if Permission.NDR_ACT in PERMISSIONS[Role(role)]
    }
    chosen = queries_facts.least_loaded(ctx, tuple(names))
    if chosen is None:
        raise NotFound("error-ndr-person-not-found", name="least_loaded")
    return names[chosen]


def _task(doing: Doing, title: str, to: str | None, due: timedelta) -> Result:
    number = tasks.create(
        doing.ctx, key=doing.key, title=title, due_at=doing.ctx.now + due, to=to,
        subject_kind=doing.about[0], subject=doing.about[1],
    )  # fmt: skip
    return {"task": number, "title": title}


def _call(step: CallWebhook, doing: Doing) -> Result:
    doing.ctx.require(Permission.SETTINGS_WRITE)
    body: Mapping[str, Any] = {
        "about": doing.about[0], "subject": doing.about[1], "at": doing.ctx.now.isoformat(),
        **{name: fill(text, doing.facts) for name, text in step.body.items()},
    }  # fmt: skip
    host = urlsplit(step.url).hostname or ""
    payload = {"url": step.url, "body": dict(body)}
    outbox.put(doing.ctx, outbox.WEBHOOK, host, payload, doing.key)
    return {"url": step.url, "body": dict(body)}


def _adjust(step: AdjustStock, doing: Doing) -> Result:
    sku = doing._of("product.sku", "product")
    way = StockStep.ADD if step.pieces >= 0 else StockStep.REMOVE
    how: dict[str, Any] = {"step": way, "warehouse": step.warehouse}
    pieces = abs(step.pieces)
    planned = inventory.plan_adjust(doing.ctx, sku, pieces, **how)
    _within_limit(doing, "adjust_stock", Permission.STOCK_WRITE, planned)
    return _made(inventory.adjust(doing.ctx, sku, pieces, **how))


def _tag(step: Tag_, doing: Doing) -> Result:
    ctx = doing.ctx
    ctx.require(Permission.ORDERS_WRITE)
    number = doing.order
    before = queries_acting.tags(ctx, number)
    rest = [tag for tag in before if tag != step.tag]
    after = rest if step.remove else [*rest, step.tag]
    change = Change(
        subject_kind="order", subject=number, before={"tags": before}, after={"tags": after}
    )
    if sorted(after) != sorted(before):
        queries_acting.set_tags(ctx, number, after)
        happened(ctx, "order.tagged", number, tags=after)
        audit(ctx, "tag_order", change)
    return _made(change)


def _link(step: ConvertToPrepaid, doing: Doing) -> Result:
    ctx, order, percent = doing.ctx, doing.order, step.discount_percent
    if percent:
        planned = orders.plan_link(ctx, order, percent)
        _within_limit(doing, "send_discount_payment_link", Permission.ORDERS_WRITE, planned)
    return _made(orders.send_link(ctx, order, percent))


def _report(step: RunReport, doing: Doing) -> Result:
    if doing.hands.report is None:
        raise NotFound("error-workflow-not-connected", do=step.do)
    return doing.hands.report(doing.ctx, report=step.report, by=step.by, to=step.to, key=doing.key)


def _within_limit(doing: Doing, tool: str, needs: Permission, planned: Change) -> None:
    who = doing.allowed_by or doing.ctx
    try:
        approvals.check_limit(who, tool, (needs.value,), planned)
    except Refused:
        if doing.allowed_by is not None:
            raise
        raise BeyondLimit from None
