"""Rows of NDR cases, their failed attempts and what was done about them."""

from dataclasses import dataclass
from typing import Any

import numpy as np

from app.demo.bulk import Rows, rows
from app.demo.clock import DAY, HOUR, MINUTE, NEVER, day_of, iso_day, moments, moments_or_none
from app.demo.data import words
from app.demo.dice import Flags, Floats, Ints
from app.demo.journeys import ATTEMPTS, REASONS, REFUSED, Journeys, Tries
from app.demo.orders import Orders
from app.demo.road import failure_word
from app.demo.staff import TEAM
from app.demo.standing import Standing
from app.demo.world import World
from commerce.access import Role
from commerce.vocabulary import DeliverySlot, NdrOutcome, NdrReason, NdrStatus
from commerce.vocabulary import NdrActionType as A

_SLOTS = tuple(DeliverySlot)
_ADDRESS = (NdrReason.INCORRECT_ADDRESS, NdrReason.ADDRESS_CHANGE_REQUESTED)
_OUTCOMES = tuple(NdrOutcome)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Deeds:
    """Some actions of one kind; arrays run alike."""

    kind: A
    row: Ints
    at: Ints
    by_agent: bool
    outcome: list[NdrOutcome | None]
    remark: list[str]
    details: list[dict[str, Any]]


class Cases:
    """Writes down the cases of runs of orders."""

    def __init__(self, world: World, shop_id: int, first: int, people: dict[str, int]) -> None:
        self._world, self._shop_id, self._first = world, shop_id, first
        agents = [colleague for colleague in TEAM if colleague.role is Role.NDR_AGENT]
        self._agent_ids = [people[agent.name] for agent in agents]
        self._skill = np.array(
            [[3.0 if reason in agent.reasons else 1.0 for agent in agents] for reason in REASONS]
        ) * np.array([agent.cap for agent in agents])
        self._words = words("phrases.toml")
        self.count = 0
        self.attempts = 0
        self.fake: list[tuple[int, int]] = []
        """Order number from 0 and attempt from 1, of every attempt that never took place."""

    def rows(
        self, orders: Orders, journeys: Journeys, standing: Standing, parcel_ids: Ints
    ) -> tuple[Rows, Rows, Rows]:
        """Return cases, attempts and actions up to now."""
        chosen = np.flatnonzero(standing.case)
        ids = np.full(len(orders.ids), -1)
        ids[chosen] = self._first + self.count + np.arange(len(chosen))
        self.count += len(chosen)
        agents = self._agents(orders, journeys)
        cases = self._case_rows(orders, journeys, standing, parcel_ids, chosen, ids, agents)
        attempts = self._attempt_rows(orders, journeys, chosen, ids)
        return cases, attempts, self._action_rows(orders, journeys, standing, ids, agents)

    def _case_rows(
        self, orders: Orders, j: Journeys, standing: Standing, parcel_ids: Ints, chosen: Ints,
        ids: Ints, agents: Ints,
    ) -> Rows:  # fmt: skip
        now = self._world.now
        last = j.failed[chosen, standing.attempts[chosen] - 1]
        again = np.where(
            standing.attempts[chosen] < 4,
            j.out[chosen, np.minimum(standing.attempts[chosen], 3)],
            NEVER,
        )
        slots = self._world.dice.whole("slot", orders.ids, len(_SLOTS)).tolist()
        status = [standing.ndr[k] for k in chosen.tolist()]
        booked = [
            s in (NdrStatus.REATTEMPT_SCHEDULED, NdrStatus.REATTEMPT_IN_PROGRESS) for s in status
        ]
        days = np.where(again < NEVER, day_of(np.where(again < NEVER, again, 0)), 0).tolist()
        taken = (standing.assigned[chosen] <= now).tolist()
        return rows(
            self._shop_id,
            id=ids[chosen].tolist(),
            shipment_id=parcel_ids[chosen].tolist(),
            order_id=(self._first + orders.ids[chosen]).tolist(),
            status=[s.value for s in status],
            reason=[REASONS[k].value for k in standing.reason[chosen].tolist()],
            priority=[standing.priority[k].value for k in chosen.tolist()],
            attempts=standing.attempts[chosen].tolist(),
            opened_at=moments(j.failed[chosen, 0]),
            last_attempt_at=moments(last),
            due_at=moments(last + DAY),
            reattempt_on=[iso_day(d) if b else None for d, b in zip(days, booked, strict=True)],
            reattempt_slot=[
                _SLOTS[slots[k]].value if b else None
                for k, b in zip(chosen.tolist(), booked, strict=True)
            ],
            assignee_id=[
                self._agent_ids[agents[k]] if t else None
                for k, t in zip(chosen.tolist(), taken, strict=True)
            ],
            closed_at=moments_or_none(standing.closed[chosen], now),
        )

    def _attempt_rows(self, orders: Orders, j: Journeys, chosen: Ints, ids: Ints) -> Rows:
        row, k = np.nonzero(j.failed[chosen] <= self._world.now)
        row = chosen[row]
        said = self._world.dice.uniform("remark", orders.ids[row] * 4 + k).tolist()
        pairs = list(zip(row.tolist(), k.tolist(), strict=True))
        codes = [failure_word(self._world, orders, j, r, n) for r, n in pairs]
        reasons = [REASONS[int(j.reason[r, n])].value for r, n in pairs]
        self.attempts += len(pairs)
        self.fake += [(int(orders.ids[r]), n + 1) for r, n in pairs if j.fake[r, n]]
        return rows(
            self._shop_id,
            case_id=ids[row].tolist(),
            number=(k + 1).tolist(),
            at=moments(j.failed[row, k]),
            reason=reasons,
            raw_code=[code for code, _ in codes],
            raw_text=[text for _, text in codes],
            remark=[
                _one_of(self._words["door"].get(reason, [""]), share)
                for reason, share in zip(reasons, said, strict=True)
            ],
        )

    def _action_rows(
        self, orders: Orders, j: Journeys, standing: Standing, ids: Ints, agents: Ints
    ) -> Rows:
        deeds = self._deeds(orders, j, standing)
        which = np.repeat(np.arange(len(deeds)), [len(deed.row) for deed in deeds])
        row = np.concatenate([deed.row for deed in deeds])
        at = np.concatenate([deed.at for deed in deeds])
        inside = np.concatenate([np.arange(len(deed.row)) for deed in deeds])
        # Nothing is done about a case that is closed, or before it was opened.
        kept = np.flatnonzero(
            (at <= self._world.now) & (ids[row] >= 0) & (at <= standing.closed[row])
        )
        kept = kept[np.lexsort((which[kept], at[kept], ids[row[kept]]))]
        made = [deeds[k] for k in which[kept].tolist()]
        at_deed = inside[kept].tolist()
        outcomes = [deed.outcome[n] for deed, n in zip(made, at_deed, strict=True)]
        return rows(
            self._shop_id,
            case_id=ids[row[kept]].tolist(),
            kind=[deed.kind.value for deed in made],
            at=moments(at[kept]),
            person_id=[
                self._agent_ids[agents[r]] if deed.by_agent else None
                for r, deed in zip(row[kept].tolist(), made, strict=True)
            ],
            outcome=[outcome.value if outcome else None for outcome in outcomes],
            remark=[deed.remark[n] for deed, n in zip(made, at_deed, strict=True)],
            details=[deed.details[n] for deed, n in zip(made, at_deed, strict=True)],
        )

    def _deeds(self, orders: Orders, j: Journeys, standing: Standing) -> list[_Deeds]:
        case = np.flatnonzero(j.failed[:, 0] < NEVER)
        deeds: list[_Deeds] = []
        for k, tries in enumerate(j.tries):
            deeds += self._messages(orders, j, case, k, tries)
            deeds.append(self._calls(orders, j, case, k, tries))
        deeds += [self._reattempts(orders, j, k) for k in range(1, ATTEMPTS)]
        deeds.append(self._returns(orders, j, standing))
        deeds.append(self._escalations(standing, orders, j))
        return deeds

    def _messages(
        self, orders: Orders, j: Journeys, case: Ints, k: int, tries: Tries
    ) -> list[_Deeds]:
        sent = np.flatnonzero(tries.message < NEVER)
        answered = np.flatnonzero(tries.answer < NEVER)
        rows = case[answered]
        outcome = self._outcome(orders, j, rows, k)
        replies = self._words["whatsapp"]["answered"]
        share = self._world.dice.uniform(f"reply{k}", orders.ids[rows]).tolist()
        unanswered = set(sent.tolist()) - set(answered.tolist())
        return [
            _Deeds(
                kind=A.WHATSAPP_MESSAGE, row=case[sent], at=tries.message[sent], by_agent=False,
                outcome=[
                    NdrOutcome.NO_RESPONSE if n in unanswered else None for n in sent.tolist()
                ],
                remark=[self._words["whatsapp"]["sent"]] * len(sent),
                details=[
                    {"direction": "out", "status": "Sent" if n in unanswered else "Read"}
                    for n in sent.tolist()
                ],
            ),
            _Deeds(
                kind=A.WHATSAPP_MESSAGE, row=rows, at=tries.answer[answered], by_agent=False,
                outcome=list(outcome),
                remark=[
                    replies[-1] if o is NdrOutcome.REFUSE else _one_of(replies[:-1], s)
                    for o, s in zip(outcome, share, strict=True)
                ],
                details=[{"direction": "in", "status": "Read"}] * len(rows),
            ),
        ]  # fmt: skip

    def _calls(self, orders: Orders, j: Journeys, case: Ints, k: int, tries: Tries) -> _Deeds:
        called = np.flatnonzero(tries.call < NEVER)
        rows, dice = case[called], self._world.dice
        spoken = tries.connected[called].tolist()
        outcome: list[NdrOutcome | None] = [
            said if met else NdrOutcome.NOT_REACHABLE
            for said, met in zip(self._outcome(orders, j, rows, k), spoken, strict=True)
        ]
        share = dice.uniform(f"said{k}", orders.ids[rows]).tolist()
        length = dice.between(f"length{k}", orders.ids[rows], 20, 160).astype(int).tolist()
        missed = ("NotAnswered", "SwitchedOff", "Busy")
        return _Deeds(
            kind=A.PHONE_CALL, row=rows, at=tries.call[called], by_agent=True, outcome=outcome,
            remark=[
                _one_of(self._words["call"][o.value], s) if o else ""
                for o, s in zip(outcome, share, strict=True)
            ],
            details=[
                {"call_status": "Connected", "seconds": n} if met
                else {"call_status": _one_of(missed, s), "seconds": 0}
                for met, n, s in zip(spoken, length, share, strict=True)
            ],
        )  # fmt: skip

    def _reattempts(self, orders: Orders, j: Journeys, k: int) -> _Deeds:
        row = np.flatnonzero((j.out[:, k] < NEVER) & j.reached_customer)
        slots = self._world.dice.whole("slot", orders.ids[row], len(_SLOTS)).tolist()
        days = day_of(j.out[row, k]).tolist()
        return _Deeds(
            kind=A.REATTEMPT_REQUESTED, row=row, by_agent=True,
            at=np.minimum(j.failed[row, k - 1] + 6 * HOUR, j.out[row, k] - 20 * MINUTE),
            outcome=[None] * len(row),
            remark=[self._words["whatsapp"]["reattempt"]] * len(row),
            details=[{"on": iso_day(d), "slot": _SLOTS[s].value}
                     for d, s in zip(days, slots, strict=True)],
        )  # fmt: skip

    def _returns(self, orders: Orders, j: Journeys, standing: Standing) -> _Deeds:
        asked = self._world.dice.flag("asked back", orders.ids, 0.55)
        row = np.flatnonzero((j.rto < NEVER) & (j.failed[:, 0] < NEVER) & asked)
        return _Deeds(
            kind=A.RTO_INITIATED, row=row, at=j.rto[row] - 15 * MINUTE, by_agent=True,
            outcome=[None] * len(row), remark=[self._words["whatsapp"]["rto"]] * len(row),
            details=[{}] * len(row),
        )  # fmt: skip

    def _escalations(self, standing: Standing, orders: Orders, j: Journeys) -> _Deeds:
        risen = self._world.dice.flag("escalated", orders.ids, 0.35)
        rows = np.arange(len(orders.ids))
        fake: Flags = j.fake[rows, np.maximum(standing.attempts - 1, 0)] & standing.case
        row = np.flatnonzero(fake & risen)
        last = j.failed[row, standing.attempts[row] - 1]
        return _Deeds(
            kind=A.ESCALATED, row=row, at=np.minimum(last + 50 * MINUTE, self._world.now),
            by_agent=True, outcome=[None] * len(row),
            remark=[self._words["whatsapp"]["escalated"]] * len(row), details=[{}] * len(row),
        )  # fmt: skip

    def _outcome(self, orders: Orders, j: Journeys, row: Ints, k: int) -> list[NdrOutcome]:
        """Return what a customer who was reached says; most mean it."""
        takes = (j.delivered[row] < NEVER).tolist()
        refused = (j.reason[row, k] == REFUSED).tolist()
        reason = [REASONS[n] for n in j.reason[row, k].tolist()]
        share: Floats = self._world.dice.uniform(f"outcome{k}", orders.ids[row])
        said = []
        for will, no, why, s in zip(takes, refused, reason, share.tolist(), strict=True):
            if not will and ((no and s < 0.8) or s < 0.4):
                said.append(NdrOutcome.REFUSE)
            elif why in _ADDRESS and s < 0.85:
                said.append(NdrOutcome.WRONG_ADDRESS)
            else:
                said.append(NdrOutcome.RESCHEDULE if s > 0.72 else NdrOutcome.WILL_ACCEPT)
        return said

    def _agents(self, orders: Orders, j: Journeys) -> Ints:
        """Return who takes each case: by skill for its first reason, and by how many they can."""
        return self._world.dice.pick_each("agent", orders.ids, self._skill[j.reason[:, 0]])


def _one_of(choices: Any, share: float) -> str:
    return str(choices[int(share * len(choices))])
