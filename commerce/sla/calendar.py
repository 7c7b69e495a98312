"""When a shop works, and which terms hold: read from what it set."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from commerce import working_time
from commerce.context import Context
from commerce.sla import queries, rules
from commerce.sla.types import Clock, ShopHours, SlaKind, Term
from commerce.terms import terms_of
from commerce.vocabulary import CourierType, NdrReason, SalesChannel
from commerce.working_time import Hours


@dataclass(frozen=True, slots=True, kw_only=True)
class Calendar:
    """A shop's terms and the time that counts for them."""

    terms: tuple[Term, ...]
    hours: dict[Clock, Hours]
    now: datetime

    def term(
        self, kind: SlaKind, channel: SalesChannel | None = None,
        courier: CourierType | None = None,
    ) -> Term:  # fmt: skip
        """Return the term that holds."""
        return rules.term_for(self.terms, kind, channel, courier)

    def too_late_before(self, term: Term, reason: NdrReason | None = None,
                        ahead: timedelta = timedelta()) -> datetime:  # fmt: skip
        """Return before when a thing must have begun to be late a while from now."""
        span = rules.span_of(term, reason)
        assert span is not None
        return working_time.too_late_before(self.hours[term.clock], self.now + ahead, span)

    def due_at(self, term: Term, began: datetime, reason: NdrReason | None = None) -> datetime:
        """Return when the time of a thing is up."""
        span = rules.span_of(term, reason)
        assert span is not None
        return working_time.after(self.hours[term.clock], began, span) or began + span


def calendar_of(ctx: Context) -> Calendar:
    """Return a shop's terms and the time that counts for them."""
    own: dict[date, bool] = {day: is_open for day, (is_open, _) in queries.own_days(ctx).items()}
    shop, years = shop_hours(ctx), rules.years_around(ctx.now)
    return Calendar(
        terms=rules.whole(queries.terms(ctx)), now=ctx.now,
        hours={
            clock: rules.hours_for(clock, shop, ctx.zone, own, years) for clock in Clock
        },
    )  # fmt: skip


def shop_hours(ctx: Context) -> ShopHours:
    """Return when the shop works, as it said or as most do.

    To the minute where that was said last; else the whole hours of the setting `WorkingHours`.
    """
    said, usual = queries.hours_said(ctx), rules.DEFAULT_HOURS
    terms = terms_of(ctx.session, ctx.actor.shop_id)
    opens, closes = time(terms.opens % 24), time(terms.closes % 24)
    if "opens" in said and "closes" in said:
        exact = time.fromisoformat(said["opens"]), time.fromisoformat(said["closes"])
        if rules.whole_hours(*exact) == (terms.opens % 24, terms.closes % 24):
            opens, closes = exact
    return ShopHours(
        opens=opens, closes=closes,
        rest_days=frozenset(int(one) for one in said.get("rest_days", usual.rest_days)),
        region=str(said.get("region", usual.region)),
    )  # fmt: skip
