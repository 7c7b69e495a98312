"""Which undelivered parcels there are, and which one is meant."""

from collections.abc import Collection
from dataclasses import replace
from datetime import datetime, time, timedelta

from commerce import parcels, periods
from commerce.access import PERMISSIONS, Permission, Role
from commerce.context import Context
from commerce.errors import Ambiguous, NotFound, Refused
from commerce.money import Money
from commerce.ndr import queries, queue
from commerce.ndr.types import Agent, NdrCase, NdrList, NdrQueue, NdrSearch, NdrSort
from commerce.parcels import Parcel
from commerce.vocabulary import OPEN_NDR_STATUSES, NdrReason

_SETTLED = (NdrQueue.DELIVERED, NdrQueue.RETURNED, NdrQueue.CLOSED, NdrQueue.ALL)
_SETTLED_LATELY = "last_30_days"
"""Settled cases without a period would be the shop's whole past."""

_ME = ("me", "my", "mine", "mera", "mere", "meri", "mujhe", "मेरे", "मेरा", "myself", "self")


def find_cases(ctx: Context, search: NdrSearch) -> NdrList:
    """Return how many cases fit, what they are worth, and the first of them."""
    ctx.require(Permission.NDR_READ)
    if search.queue in _SETTLED and search.period is None:
        lately = periods.resolve(_SETTLED_LATELY, now=ctx.now, zone=ctx.zone)
        search = replace(search, period=lately)
    if search.queue in _SETTLED and search.sort in (NdrSort.DUE, NdrSort.WORTH):
        search = replace(search, sort=NdrSort.NEWEST)
    counted = queries.counts(ctx, search, _midnight(ctx))
    counted.sort(key=lambda row: (-row[1], row[0]))
    return NdrList(
        count=sum(number for _, number, _, _ in counted),
        value=Money(sum(value for _, _, value, _ in counted), ctx.currency),
        overdue=sum(late for _, _, _, late in counted),
        by_reason={NdrReason(reason): number for reason, number, _, _ in counted},
        period=search.period,
        cases=tuple(queue.first_cases(ctx, search, _midnight(ctx))) if counted else (),
    )


def cases_with_ids(ctx: Context, ids: Collection[int]) -> tuple[NdrCase, ...]:
    """Return open cases by their ids, those due first first."""
    ctx.require(Permission.NDR_READ)
    found = [one for one in queries.cases_by_id(ctx, ids) if one.status in OPEN_NDR_STATUSES]
    return tuple(sorted(found, key=lambda one: (one.due_at, one.id)))


def standings(ctx: Context, awbs: Collection[str]) -> dict[str, str]:
    """Return AWB → how its open case stands, in words that change when anything decided does."""
    ctx.require(Permission.NDR_READ)
    return {case.awb: standing(case) for case in queries.open_cases_with(ctx, awbs)}


def standing(case: NdrCase) -> str:
    """Return how a case stands: status, whose it is, and the day asked for."""
    return f"{case.status} {case.assignee or '-'} {case.reattempt_on or '-'}"


def find_person(ctx: Context, name: str) -> tuple[int, str]:
    """Return id and name of the one person of the team who is meant; `me` is who asks.

    Raises:
        NotFound: Nobody of the team is called so.
        Ambiguous: Several are.
    """
    ctx.require(Permission.NDR_READ)
    if name.strip().lower() in _ME:
        return ctx.actor.person_id, ctx.actor.name
    found = queries.people_called(ctx, name)
    if not found:
        raise NotFound("error-ndr-person-not-found", name=name)
    if len(found) > 1:
        choices = tuple((person, person) for _, person, _ in found)
        raise Ambiguous("error-ndr-person-ambiguous", choices, name=name)
    return found[0][:2]


def find_agent(ctx: Context, name: str) -> Agent:
    """Return the one person of the team who is meant and may work on undelivered parcels.

    Raises:
        NotFound: Nobody of the team is called so.
        Ambiguous: Several who may are.
        Refused: Who is called so may not; the message names some who may.
    """
    ctx.require(Permission.NDR_ACT)
    if name.strip().lower() in _ME:
        return Agent(id=ctx.actor.person_id, name=ctx.actor.name)
    found = queries.people_called(ctx, name)
    if not found:
        raise NotFound("error-ndr-person-not-found", name=name)
    may = [Agent(id=person, name=called) for person, called, role in found if _may_act(role)]
    if not may:
        able = ", ".join(called for _, called, role in queries.people_called(ctx, "") if
                         _may_act(role))  # fmt: skip
        raise Refused("error-ndr-person-may-not", name=found[0][1], able=able)
    if len(may) > 1:
        choices = tuple((agent.name, agent.name) for agent in may)
        raise Ambiguous("error-ndr-person-ambiguous", choices, name=name)
    return may[0]


def find_case(ctx: Context, parcel: str) -> NdrCase:
    """Return the case of the parcel that an AWB or an order number means: the open one, if any.

    Raises:
        NotFound: No such parcel of this shop, or of this customer.
        Ambiguous: Several undelivered parcels fit.
        Refused: The parcel has had no failed delivery.
    """
    _require_reader(ctx)
    meant = _parcels_meant(ctx, parcel)
    found = queries.cases_of(ctx, [one.id for one in meant])
    if not found:
        raise Refused("error-ndr-none", awb=meant[0].awb)
    waiting = [case for case in found if case.status in OPEN_NDR_STATUSES]
    return _only(ctx, waiting) if waiting else found[0]


def find_own_case(ctx: Context, parcel: str | None) -> NdrCase:
    """Return the customer's undelivered parcel; without `parcel`, the only one there is.

    Raises:
        NotFound: No such parcel of this customer.
        Ambiguous: Several wait.
        Refused: None waits.
    """
    ctx.require(Permission.OWN_DELIVERY)
    if parcel is not None:
        return find_case(ctx, parcel)
    waiting = queries.open_cases(ctx, parcels.CHOICES)
    if not waiting:
        raise Refused("error-own-nothing-waits")
    return _only(ctx, waiting)


def _may_act(role: str) -> bool:
    return Permission.NDR_ACT in PERMISSIONS[Role(role)]


def _only(ctx: Context, cases: list[NdrCase]) -> NdrCase:
    if len({case.awb for case in cases}) > 1:
        choices = tuple(
            (
                case.awb,
                ctx.say("ndr-choice", order=case.order_number, awb=case.awb, value=case.value),
            )
            for case in cases[: parcels.CHOICES]
        )
        raise Ambiguous("error-ndr-ambiguous", choices)
    return cases[0]


def _parcels_meant(ctx: Context, text: str) -> list[Parcel]:
    try:
        return [parcels.find_one(ctx, text)]
    except Ambiguous as error:
        if error.key != "error-parcel-ambiguous":
            raise
        return [parcels.find_one(ctx, awb) for awb, _ in error.choices]


def _require_reader(ctx: Context) -> None:
    """Let staff read cases and customers their own; nobody else."""
    own = ctx.actor.customer_id is not None
    ctx.require(Permission.OWN_DELIVERY if own else Permission.NDR_READ)


def _midnight(ctx: Context) -> datetime:
    return datetime.combine(ctx.today + timedelta(days=1), time(), ctx.zone)
