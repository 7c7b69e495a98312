"""What happens to a parcel on the road, to its end, whether that lies before now or after."""

from dataclasses import dataclass

import numpy as np

from app.demo.behaviour import DAYS, Contact, Doorstep
from app.demo.catalogue import CATEGORIES
from app.demo.clock import DAY, HOUR, MINUTE, NEVER, day_of, is_sunday, midnight, second_of_day
from app.demo.dice import Dice, Flags, Floats, Ints, chance, log_odds
from app.demo.office import Handling
from app.demo.orders import Orders
from app.demo.world import World
from commerce.vocabulary import NdrReason

REASONS = tuple(NdrReason)
REFUSED = REASONS.index(NdrReason.CUSTOMER_REFUSED)
_ADDRESS = [
    REASONS.index(NdrReason.INCORRECT_ADDRESS),
    REASONS.index(NdrReason.ADDRESS_CHANGE_REQUESTED),
]
_LATER = REASONS.index(NdrReason.FUTURE_DELIVERY_REQUESTED)
ATTEMPTS = 3
"""Couriers try no more often."""

PILE_DAYS = 5
PILE = 100
"""Failed deliveries of the last days a shop should have, as far as its size allows."""

LAST_HOUR = 20.5
"""Nobody rings the bell after half past eight."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tries:
    """Contact sought with the customers of some parcels after one failed attempt."""

    message: Ints
    answer: Ints
    """When the customer answered the message."""
    call: Ints
    connected: Flags


@dataclass(frozen=True, slots=True, kw_only=True)
class Journeys:
    """One entry an order; moments are `NEVER` where they do not come, and may lie after now."""

    promised: Ints
    origin: Ints
    """Scanned in at the courier's first hub."""
    halfway: Ints
    reached: Ints
    out: Ints
    """Out for delivery, shape (orders, 4)."""
    failed: Ints
    """Failed attempts, shape (orders, 3)."""
    reason: Ints
    """Of each failed attempt, index into `REASONS`."""
    fake: Flags
    """Whether the attempt never took place."""
    tries: list[Tries]
    """By attempt."""
    reached_customer: Flags
    """After the first failure."""
    delivered: Ints
    rto: Ints
    rto_moving: Ints
    rto_done: Ints
    lost: Ints
    returned: Ints
    fails: Floats
    """The true chance that the first attempt fails where somebody went; never written down."""
    pretends: Floats
    """The true chance that nobody goes at first and a failure is told all the same."""
    rescue: Floats
    """The true chance that a case is delivered after all; NaN where none was opened."""


def travel(world: World, orders: Orders, handling: Handling) -> Journeys:
    """Draw the journeys of orders; those that never leave have nothing but `NEVER`."""
    road = _Road(world, orders, handling)
    return road.journeys()


class _Road:
    """Draws one run of orders step by step."""

    def __init__(self, world: World, orders: Orders, handling: Handling) -> None:
        self.world, self.orders, self.dice = world, orders, world.dice
        self.door: Doorstep = world.behaviour.doorstep
        self.ids = orders.ids
        self.leaves = handling.picked < NEVER
        self.picked = np.where(self.leaves, handling.picked, 0)
        self.labelled = np.where(self.leaves, handling.labelled, 0)
        self.sundays = world.couriers.sundays[orders.courier]

    def journeys(self) -> Journeys:
        """Return everything that happens."""
        office, ids = self.world.behaviour.office, self.ids
        lane = self.world.places.lane_days[self.orders.place]
        arrives = self._arrives(lane)
        origin = self.picked + self._hours("origin", 3.0, 7.0)
        planned = midnight(arrives) + self._hours("reached", 4.0, 7.5)
        halfway = origin + ((planned - origin) * self.dice.between("half", ids, 0.35, 0.7)).astype(
            np.int64
        )
        late = np.where(DAYS - 1 - self.orders.day <= 21, office.stuck_lately, office.stuck)
        stuck = self.dice.flag("stuck", ids, late)
        wait = 7 + self.dice.whole("stuck/days", ids, 14)
        reached = planned + np.where(stuck, wait, 0) * DAY
        out = self._morning("out0", day_of(reached))

        gone = self.orders.cod & self.dice.flag("gone", ids, office.gone_in_transit) & self.leaves
        lost = self.dice.flag("lost", ids, office.lost) & ~gone & self.leaves
        arrived = self.leaves & ~gone & ~lost
        slow = day_of(out) - day_of(self.picked)
        fails, pretends = self._failing(slow), self._pretending(np.arange(len(ids)))
        nobody = self.dice.flag("fake0", ids, pretends)
        first = np.where(nobody, 2, self.dice.flag("fails", ids, fails).astype(np.int64))
        case = np.flatnonzero(arrived & (first > 0))

        n = len(ids)
        outs, failed = np.full((n, 4), NEVER), np.full((n, ATTEMPTS), NEVER)
        reason, fake = np.zeros((n, ATTEMPTS), np.int64), np.zeros((n, ATTEMPTS), np.bool_)
        delivered, rto = np.full(n, NEVER), np.full(n, NEVER)
        reached_customer = np.zeros(n, np.bool_)
        outs[arrived, 0] = out[arrived]
        fine = arrived & (first == 0)
        delivered[fine] = self._handed_over("door0", ids, out)[fine]
        rescue = np.full(n, np.nan)
        tries = self._cases(
            case, first[case] == 2, outs, failed, reason, fake, delivered, rto, reached_customer,
            rescue,
        )  # fmt: skip
        rto[gone] = (halfway + self._hours("gone/at", 2.0, 20.0))[gone]
        back = rto < NEVER
        start = np.where(back, rto, 0)
        home = start + (lane + 2 + self.dice.whole("home", ids, 4)) * DAY
        never = np.full(n, NEVER)
        return Journeys(
            promised=np.where(
                self.leaves, midnight(day_of(self.labelled) + lane + 3) + 21 * HOUR, never
            ),
            origin=np.where(self.leaves, origin, never),
            halfway=np.where(self.leaves, halfway, never),
            reached=np.where(arrived, reached, never),
            out=outs,
            failed=failed,
            reason=reason,
            fake=fake,
            tries=tries,
            reached_customer=reached_customer,
            delivered=delivered,
            rto=rto,
            rto_moving=np.where(back, start + self._hours("moving", 4.0, 20.0), never),
            rto_done=np.where(back, home, never),
            lost=np.where(lost, halfway + 15 * DAY, never),
            returned=self._returned(delivered),
            fails=fails,
            pretends=pretends,
            rescue=rescue,
        )

    def _arrives(self, lane: Ints) -> Ints:
        """Return the day each parcel should reach its city."""
        days = lane + self.world.couriers.days[self.orders.courier]
        days = days + 0.7 * self.dice.normal("travel", self.ids)
        days = days + self.dice.flag("slow", self.ids, 0.06) * self.dice.between(
            "slow/days", self.ids, 2.0, 5.0
        )
        return day_of(self.picked) + np.maximum(1, np.round(days)).astype(np.int64)

    def _failing(self, slow: Ints) -> Floats:
        """Return the chance that a first attempt fails where somebody goes."""
        world, orders, door = self.world, self.orders, self.door
        channels = np.array([door.channel[name] for name in world.behaviour.buyers.channels])
        categories = np.array([door.category[name] for name in CATEGORIES])
        cod = orders.cod
        night = second_of_day(orders.placed) < 5 * HOUR
        odds = door.failure + world.couriers.failure[orders.courier]
        odds = odds + door.city * world.places.city_effect[orders.place]
        odds += world.places.pincode_effect[orders.place]
        odds += door.refusal * orders.traits.refusal * np.where(cod, 1.0, 0.25)
        odds += door.slow_day * (slow - 3)
        odds += door.poor_address * (orders.traits.poor_address & ~orders.other_address)
        odds += door.new_customer * orders.is_new + channels[orders.channel]
        odds += categories[orders.category]
        value = door.value * np.log(np.maximum(orders.total, 100) / 100_000)
        value += door.failure_cod + door.night * night + door.discount * (orders.discount > 0)
        odds += np.where(cod, value, 0.0)
        odds += self._rainy_days(slow)
        return chance(odds)

    def _rainy_days(self, slow: Ints) -> Floats:
        """Of late so much more goes wrong that the pile of open cases is worth a look."""
        world = self.world
        parcels = 0.9 * world.orders * float(world.day_share[-PILE_DAYS:].mean())
        needed = min(max(PILE / (PILE_DAYS * parcels), 0.24), 0.45)
        extra = float(log_odds(needed) - log_odds(0.24))
        lately = day_of(self.picked) + slow > world.today - PILE_DAYS
        return np.where(lately, extra, 0.0)

    def _fake(self, what: str, rows: Ints, factor: float = 1.0) -> Flags:
        """Tell for which parcels the courier only says it tried."""
        return self.dice.flag(what, self.ids[rows], self._pretending(rows, factor))

    def _pretending(self, rows: Ints, factor: float = 1.0) -> Floats:
        """Return the chance that nobody goes; willing customers suffer most."""
        world, orders = self.world, self.orders
        share = factor * world.couriers.fake[orders.courier[rows]]
        share = share * world.places.hub_effect[orders.place[rows]]
        return np.asarray(share * np.where(orders.traits.refusal[rows] < 0.5, 1.15, 0.5))

    def _cases(
        self, case: Ints, first_fake: Flags, outs: Ints, failed: Ints, reason: Ints, fake: Flags,
        delivered: Ints, rto: Ints, reached_customer: Flags, rescue: Floats,
    ) -> list[Tries]:  # fmt: skip
        """Fill in what happens after a first failure, for the rows in `case`."""
        door, dice, ids = self.door, self.dice, self.ids[case]
        cod = self.orders.cod[case]
        fake[case, 0] = first_fake
        reason[case, 0] = self._first_reason(case, first_fake)
        failed[case, 0] = self._failure_time("fails0", ids, outs[case, 0], first_fake)
        tries = [self._tries("try0", case, failed[case, 0])]
        met = (tries[0].answer < NEVER) | tries[0].connected
        reached_customer[case] = met

        by_reason = np.array([door.rescue_reasons[name] for name in REASONS])
        odds = door.rescue + door.rescue_cod * cod + by_reason[reason[case, 0]]
        odds = odds + door.rescue_reached * met + door.rescue_fake * first_fake
        odds += door.rescue_refusal * self.orders.traits.refusal[case]
        odds += door.rescue_city * self.world.places.city_effect[self.orders.place[case]]
        rescue[case] = chance(odds)
        saved = dice.flag("saved", ids, rescue[case])
        count = self._how_often(ids, saved, reason[case, 0] == REFUSED)

        for k in range(1, ATTEMPTS + 1):
            goes = np.flatnonzero((count >= k) & (saved | (count > k)))
            rows = case[goes]
            outs[rows, k] = self._next_out(
                f"out{k}", rows, failed[rows, k - 1], reason[rows, k - 1]
            )
            again = np.flatnonzero(count > k)
            rows = case[again]
            if k == ATTEMPTS or not len(rows):
                continue
            nobody = self._fake(f"fake{k}", rows, self.door.fake_again)
            fake[rows, k] = nobody
            failed[rows, k] = self._failure_time(f"fails{k}", self.ids[rows], outs[rows, k], nobody)
            reason[rows, k] = self._next_reason(
                k, rows, reason[rows, k - 1], nobody, ~saved[again] & (count[again] == k + 1)
            )
            tries.append(self._tries(f"try{k}", rows, failed[rows, k], whole=case))
        last = failed[case, count - 1]
        final = outs[case[saved], count[saved]]
        delivered[case[saved]] = self._handed_over("door1", ids[saved], final)
        sent_back = ~saved
        pause = np.where(reason[case, count - 1] == REFUSED, 0.6, 1.0)
        wait = (dice.between("rto", ids, *self.door.return_hours) * pause * HOUR).astype(np.int64)
        rto[case[sent_back]] = (last + wait)[sent_back]
        return tries

    def _first_reason(self, case: Ints, nobody: Flags) -> Ints:
        door, orders = self.door, self.orders
        cod = np.array([door.reasons_cod[name] for name in REASONS])
        prepaid = np.array([door.reasons_prepaid[name] for name in REASONS])
        weights = np.where(orders.cod[case][:, None], cod, prepaid)
        poor = (orders.traits.poor_address & ~orders.other_address)[case]
        weights[:, _ADDRESS] *= np.where(poor, 3.0, 1.0)[:, None]
        weights[:, REFUSED] *= np.exp(0.5 * np.clip(orders.traits.refusal[case], -2, 2))
        pretended = np.array([door.fake_reasons.get(name, 0.0) for name in REASONS])
        weights[nobody] = pretended
        return self.dice.pick_each("reason0", self.ids[case], weights)

    def _next_reason(self, k: int, rows: Ints, before: Ints, nobody: Flags, last: Flags) -> Ints:
        """A customer often gives the same reason again, and in the end may refuse after all."""
        ids = self.ids[rows]
        drawn = self._first_reason(rows, nobody)
        same = self.dice.flag(f"same{k}", ids, 0.55) & ~nobody
        reason = np.where(same, before, drawn)
        turns = last & self.orders.cod[rows] & ~nobody
        turns &= self.dice.flag(f"turns{k}", ids, self.door.turns_refusal)
        return np.where(turns, REFUSED, reason)

    def _how_often(self, ids: Ints, saved: Flags, refused: Flags) -> Ints:
        """Return how many attempts fail before the end."""
        door = self.door
        weights = np.where(
            saved[:, None],
            np.array(door.failed_before_rescue),
            np.where(
                refused[:, None],
                np.array(door.failed_when_refused),
                np.array(door.failed_before_return),
            ),
        )
        return 1 + self.dice.pick_each("how often", ids, weights)

    def _failure_time(self, what: str, ids: Ints, out: Ints, nobody: Flags) -> Ints:
        low, high = self.door.fake_minutes
        minutes = (self.dice.between(what + "/fake", ids, low, high) * MINUTE).astype(np.int64)
        return np.where(nobody, out + minutes, self._ring(what, ids, out))

    def _ring(self, what: str, ids: Ints, out: Ints) -> Ints:
        """Return when the bell is rung on the day the parcel went out."""
        hours = 1.0 + 8.5 * (self.dice.uniform(what, ids) + self.dice.uniform(what + "/2", ids)) / 2
        evening = midnight(day_of(out)) + int(LAST_HOUR * HOUR)
        return np.minimum(out + (hours * HOUR).astype(np.int64), evening)

    def _handed_over(self, what: str, ids: Ints, out: Ints) -> Ints:
        """A few deliveries are only scanned the next morning."""
        morning = midnight(day_of(out) + 1)
        morning = morning + (self.dice.between(what + "/late", ids, 8.0, 10.0) * HOUR).astype(
            np.int64
        )
        late = self.dice.flag(what + "/forgot", ids, 0.04)
        return np.where(late, morning, self._ring(what, ids, out))

    def _next_out(self, what: str, rows: Ints, failed: Ints, reason: Ints) -> Ints:
        pause = 1 + self.dice.pick(what + "/pause", self.ids[rows], self.door.pause)
        return self._morning(what, day_of(failed) + pause + (reason == _LATER), rows)

    def _morning(self, what: str, day: Ints, rows: Ints | None = None) -> Ints:
        """Return a moment of the morning parcels go out, on Monday where Sunday is free."""
        rows = np.arange(len(self.ids)) if rows is None else rows
        working = day + is_sunday(day) * ~self.sundays[rows]
        hours = self.dice.between(what, self.ids[rows], 8.5, 11.0)
        return midnight(working) + (hours * HOUR).astype(np.int64)

    def _tries(self, what: str, rows: Ints, failed: Ints, whole: Ints | None = None) -> Tries:
        """Draw contact with the customers in `rows`, spread over `whole` if that is longer."""
        contact: Contact = self.world.behaviour.contact
        traits, ids, dice = self.orders.traits, self.ids[rows], self.dice
        preferred = traits.contact[rows]
        message = failed + (dice.between(what + "/message", ids, 8.0, 35.0) * MINUTE).astype(
            np.int64
        )
        sent = dice.flag(what + "/sent", ids, contact.whatsapp_sent)
        share = contact.whatsapp_answered + contact.whatsapp_preferred * (preferred == 0)
        answers = sent & dice.flag(what + "/answers", ids, share)
        answer = message + (dice.between(what + "/answer", ids, 3.0, 240.0) * MINUTE).astype(
            np.int64
        )
        call = _office_hours(dice, what, ids, failed)
        off = np.abs(second_of_day(call) // HOUR - traits.hour[rows])
        share = contact.call_connected + contact.call_preferred * (preferred == 1)
        share = share + contact.call_in_hour * np.where(off <= 1, 1.0, np.where(off <= 2, 0.5, 0.0))
        called = dice.flag(what + "/called", ids, contact.called)
        tries = Tries(
            message=np.where(sent, message, NEVER),
            answer=np.where(answers, answer, NEVER),
            call=np.where(called, call, NEVER),
            connected=called & dice.flag(what + "/connected", ids, share),
        )
        return tries if whole is None else _spread(tries, np.searchsorted(whole, rows), len(whole))

    def _returned(self, delivered: Ints) -> Ints:
        share = np.array([self.world.behaviour.office.returned[name] for name in CATEGORIES])
        back = (delivered < NEVER) & self.dice.flag(
            "returned", self.ids, share[self.orders.category]
        )
        days = 3 + self.dice.whole("returned/days", self.ids, 7)
        return np.where(back, np.where(back, delivered, 0) + days * DAY, NEVER)

    def _hours(self, what: str, low: float, high: float) -> Ints:
        return (self.dice.between(what, self.ids, low, high) * HOUR).astype(np.int64)


def _office_hours(dice: Dice, what: str, ids: Ints, failed: Ints) -> Ints:
    """Return when an agent rings: some hours later, else the next morning."""
    at = failed + (dice.between(what + "/call", ids, 0.6, 6.0) * HOUR).astype(np.int64)
    clock: Floats = second_of_day(at) / HOUR
    evening, early = clock >= LAST_HOUR, clock < 9.5
    morning = midnight(day_of(at) + evening) + (
        dice.between(what + "/morning", ids, 9.5, 12.5) * HOUR
    ).astype(np.int64)
    return np.where(evening | early, morning, at)


def _spread(tries: Tries, at: Ints, length: int) -> Tries:
    def moments(values: Ints) -> Ints:
        filled = np.full(length, NEVER)
        filled[at] = values
        return filled

    connected = np.zeros(length, np.bool_)
    connected[at] = tries.connected
    return Tries(
        message=moments(tries.message),
        answer=moments(tries.answer),
        call=moments(tries.call),
        connected=connected,
    )
