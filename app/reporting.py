"""Makes the reports that workflows send: fills `commerce.workflows.Reporter`."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import select

from app.scheduled import TEMPLATE
from channels.contents import PromptBody
from commerce import deliveries, people
from commerce.context import Context
from commerce.db.tables import PersonRow
from commerce.deliveries import DeliveryKind
from commerce.errors import NotFound
from tools import TOOLS, allowed

REPORTS: Mapping[str, tuple[str, dict[str, Any]]] = {
    "daily-summary": ("business_summary", {"period": "yesterday"}),
    "weekly-profit": ("profit_and_loss", {"period": "last_week"}),
    "monthly-analytics": ("business_summary", {"period": "last_month"}),
    "morning-brief": ("morning_brief", {}),
    "couriers": ("courier_performance", {}),
    "stock-running-out": ("low_stock", {"days": 7}),
}
"""What a workflow may call a report, and the read tool that makes it."""


def report(ctx: Context, *, report: str, by: str, to: str, key: str) -> dict[str, Any]:
    """Make a report with the rights of who switched the workflow on, and have it brought.

    Raises:
        NotFound: There is no such report, the person may not read it, or nobody is meant.
    """
    if report not in REPORTS:
        raise NotFound("error-report-unknown", report=report, reports=", ".join(REPORTS))
    name, given = REPORTS[report]
    tool = allowed(TOOLS, ctx.actor).get(name)
    if tool is None:
        raise NotFound("error-report-unknown", report=report, reports="–")
    address = _address(ctx, by) if to == "me" else to
    found = tool.run(ctx, tool.arguments.model_validate(given))
    title = ctx.say(f"report-{report}")
    body = PromptBody(
        text=ctx.say("schedule-comes", title=title, says=found.says),
        language=ctx.language,
        cards=found.cards,
        template=TEMPLATE,
        variables={"name": ctx.actor.name, "report": title},
    )
    deliveries.put(
        ctx.session, shop_id=ctx.actor.shop_id, channel=by, address=address, conversation=None,
        kind=DeliveryKind.PROMPT, body=body.model_dump(mode="json"), key=key, now=ctx.now,
        not_before=ctx.now,
    )  # fmt: skip
    return {"report": report, "by": by, "to": address}


def _address(ctx: Context, by: str) -> str:
    """Return where the person who asked for it is reached."""
    shop, person = ctx.actor.shop_id, ctx.actor.person_id
    if by == "email":
        found = ctx.session.scalar(
            select(PersonRow.email).where(PersonRow.shop_id == shop, PersonRow.id == person)
        )
    else:
        found = people.known_as(ctx.session, shop, person, by)
    if not found:
        raise NotFound("error-report-nobody", channel=by, name=ctx.actor.name)
    return found
