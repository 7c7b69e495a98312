"""All SQL of spending."""

from sqlalchemy import func, select, update
from sqlalchemy.exc import IntegrityError

from commerce.context import Context
from commerce.db.tables import LlmSpendingRow
from commerce.spending.types import Spending, Spent


def note(ctx: Context, spending: Spending) -> None:
    """Add what one thought took to its conversation's day."""
    if _add(ctx, spending):
        return
    try:
        with ctx.session.begin_nested():
            ctx.session.add(
                LlmSpendingRow(
                    shop_id=ctx.actor.shop_id,
                    day=ctx.today,
                    conversation_id=ctx.conversation_id or "",
                    thoughts=1,
                    tokens_in=spending.tokens_in,
                    tokens_out=spending.tokens_out,
                    cost_micros=spending.cost_micros,
                )
            )
    except IntegrityError:  # Another process began the day at the same moment.
        _add(ctx, spending)


def _add(ctx: Context, spending: Spending) -> bool:
    """Add to the row of the day, and tell whether there is one."""
    row = LlmSpendingRow
    changed = ctx.session.execute(
        update(row)
        .where(
            row.shop_id == ctx.actor.shop_id,
            row.day == ctx.today,
            row.conversation_id == (ctx.conversation_id or ""),
        )
        .values(
            thoughts=row.thoughts + 1,
            tokens_in=row.tokens_in + spending.tokens_in,
            tokens_out=row.tokens_out + spending.tokens_out,
            cost_micros=row.cost_micros + spending.cost_micros,
        )
        .execution_options(synchronize_session=False)
    )
    return bool(getattr(changed, "rowcount", 0))


def spent(ctx: Context) -> Spent:
    """Return what this conversation and the actor's shop have spent."""
    row = LlmSpendingRow
    ours = row.shop_id == ctx.actor.shop_id
    month = ctx.today.replace(day=1)
    whole = func.coalesce(func.sum(row.cost_micros), 0)
    today = func.coalesce(func.sum(row.cost_micros).filter(row.day == ctx.today), 0)
    of_shop = ctx.session.execute(
        select(today, whole).where(ours, row.day >= month, row.day <= ctx.today)
    ).one()
    of_talk = ctx.session.scalar(
        select(whole).where(ours, row.conversation_id == (ctx.conversation_id or ""))
    )
    return Spent(
        conversation_micros=int(of_talk or 0),
        day_micros=int(of_shop[0]),
        month_micros=int(of_shop[1]),
    )
