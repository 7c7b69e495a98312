"""Decisions of an import: no database, no clock."""

from dataclasses import dataclass
from datetime import timedelta

from commerce.context import Context
from commerce.db.tables import ImportRunRow
from commerce.imports.content import Amounts, Line
from commerce.imports.types import RowRefused, UndoTerms
from commerce.money import Money
from commerce.vocabulary import PaymentStatus

NEWS = timedelta(days=2)
"""What a file tells of no longer ago than this is told as new; a shop's past is not."""
_ROUNDING_MAJOR = 1
"""Shops that round cash totals are off by less than one rupee."""

_PAYMENT_RANK = {
    PaymentStatus.PENDING: 0,
    PaymentStatus.COD_PENDING: 0,
    PaymentStatus.FAILED: 1,
    PaymentStatus.PAID: 2,
    PaymentStatus.COD_COLLECTED: 2,
    PaymentStatus.PARTIALLY_REFUNDED: 3,
    PaymentStatus.REFUNDED: 4,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """An order's amounts as a file tells them, `subtotal` after discounts on the lines."""

    subtotal: Money
    discount: Money
    shipping: Money
    tax: Money
    duties: Money
    total: Money
    refunded: Money


@dataclass(frozen=True, slots=True, kw_only=True)
class Reconciled:
    """An order's amounts, and how well they agreed."""

    amounts: Amounts
    lines_agree: bool
    """False: the lines do not come to the subtotal, as after an edit in the shop's admin."""
    rounded: bool
    """The total is off by less than a rupee, as where cash totals are rounded."""


def reconcile(told: Told, lines: tuple[Line, ...]) -> Reconciled:
    """Check that an order's amounts add up, tax within the prices or on top of them.

    A discount that the subtotal does not contain yet, such as one on shipping, comes off the total.

    Raises:
        RowRefused: The parts do not come to the total, or one is negative.
    """
    currency = told.total.currency
    for part in (told.subtotal, told.discount, told.shipping, told.tax, told.total, told.refunded):
        if part.minor < 0:
            raise RowRefused("error-imports-negative", amount=part)
    gross = sum(line.quantity * line.unit_price_minor for line in lines)
    taken_off = gross - told.subtotal.minor
    of_lines = sum(line.discount_minor for line in lines)
    lines_agree = 0 <= taken_off <= told.discount.minor or taken_off in {
        of_lines,
        of_lines + told.discount.minor,
    }
    still_off = max(0, told.discount.minor - max(0, taken_off))
    base = told.subtotal.minor + told.shipping.minor
    sums = [
        base + duties + tax - off
        for duties in (told.duties.minor, 0)
        for off in (0, still_off)
        for tax in (0, told.tax.minor)
    ]
    nearest = min(sums, key=lambda candidate: abs(candidate - told.total.minor))
    difference = told.total.minor - nearest
    if abs(difference) >= Money.of(_ROUNDING_MAJOR, currency).minor:
        raise RowRefused(
            "error-imports-sum",
            total=told.total,
            parts=Money(nearest, currency),
            difference=Money(difference, currency),
        )
    on_top = sums.index(nearest) % 2 * told.tax.minor
    duties = told.duties.minor if sums.index(nearest) < 4 else 0
    subtotal = gross if lines_agree else told.subtotal.minor + told.discount.minor
    discount = subtotal + told.shipping.minor + on_top + duties - told.total.minor
    return Reconciled(
        amounts=Amounts(
            subtotal=Money(subtotal, currency),
            discount=Money(max(0, discount), currency),
            shipping=told.shipping,
            tax=told.tax + Money(duties, currency),
            total=told.total,
            refunded=told.refunded,
        ),
        lines_agree=lines_agree,
        rounded=difference != 0,
    )


UNDO_FOR = timedelta(hours=24)
"""How long an import can be taken back."""

_TAKEN_BACK = {"orders": "orders", "reviews": "reviews", "prices": "competitor_prices"}
"""Kinds whose new rows nothing else hangs on, and the table they stand in."""


def undo_terms(ctx: Context, run: ImportRunRow) -> UndoTerms:
    """Tell whether an import can be taken back, as far as the run itself says."""
    table = _TAKEN_BACK.get(run.kind)
    if run.undone_at is not None:
        key = "undone"
    elif table is None:
        key = "kind"
    elif run.changed:
        key = "changed"
    elif not run.rows_added.get(table):
        key = "nothing"
    elif ctx.now - run.at > UNDO_FOR:
        key = "late"
    else:
        said = ctx.say(f"imports-undo-{run.kind}", count=run.added)
        return UndoTerms(possible=True, reason=said)
    reason = ctx.say(f"imports-no-undo-{key}", hours=UNDO_FOR // timedelta(hours=1))
    return UndoTerms(possible=False, reason=reason)


def payment_is_behind(theirs: PaymentStatus, ours: PaymentStatus) -> bool:
    """Tell whether a file knows less of an order's payment than the shop does."""
    return _PAYMENT_RANK[theirs] < _PAYMENT_RANK[ours]


def merged_note(ours: str, theirs: str) -> str:
    """Return a note with what both sides wrote, nothing twice and nothing lost."""
    if not theirs or theirs in ours:
        return ours
    return theirs if ours in theirs else f"{ours}\n{theirs}"


def merged_tags(ours: list[str], theirs: tuple[str, ...]) -> list[str]:
    """Return our tags and those a file adds; a tag taken off elsewhere stays."""
    return ours + [tag for tag in dict.fromkeys(theirs) if tag not in ours]
