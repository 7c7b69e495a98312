"""A shop whose workflows run by a plain loop, with a clock that the test turns."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Engine, select
from sqlalchemy.orm import Session

from commerce import workflows
from commerce.access import PERMISSIONS, Actor, Role
from commerce.context import Context
from commerce.db import session_factory
from commerce.db.tables import DeliveryRow, EventRow, OrderRow, OutboxRow, TaskRow
from commerce.ports import Ports
from commerce.records import happened
from commerce.workflows import Going, Hands, Run, RunStatus, Shopfloor, Ticket, read
from tests.builders import Shop


@dataclass
class Floor:
    """Everything a run needs, in one process."""

    engine: Engine
    shop: Shop
    owner: Actor
    now: datetime
    connected: frozenset[str] = frozenset({"whatsapp", "sms"})
    later: list[Ticket] = field(default_factory=list)

    @classmethod
    def open(cls, engine: Engine, shop: Shop) -> "Floor":
        """Open a shop's floor; the owner is who switches workflows on."""
        row = shop.person(Role.OWNER, name="Meera Shah")
        owner = Actor(
            shop_id=shop.id, person_id=row.id, name=row.name, role=Role.OWNER,
            permissions=PERMISSIONS[Role.OWNER],
        )  # fmt: skip
        shop.session.commit()
        return cls(engine=engine, shop=shop, owner=owner, now=shop.now)

    @property
    def shopfloor(self) -> Shopfloor:
        """What the engine gets."""
        return Shopfloor(
            sessions=session_factory(self.engine), ports=Ports(), clock=lambda: self.now,
            hands=Hands(connected=lambda: self.connected),
        )  # fmt: skip

    def context(self, session: Session, actor: Actor | None = None) -> Context:
        """Return what business functions run in, at the time it is."""
        return Context(
            session=session, actor=actor or self.owner, now=self.now, shop_name="Test Shop"
        )

    def switch_on(self, definition: str | workflows.Definition, actor: Actor | None = None) -> None:
        """Make a workflow and switch it on."""
        self.shop.session.commit()
        with session_factory(self.engine).begin() as session:
            found = read(definition) if isinstance(definition, str) else definition
            workflows.create(self.context(session, actor), found)

    def tell(self, kind: str, subject: str, **payload: Any) -> None:
        """Let something happen."""
        self.shop.session.commit()
        with session_factory(self.engine).begin() as session:
            happened(self.context(session), kind, subject, **payload)

    def work(self, **passed: float) -> None:
        """Let time pass, then do all that is due."""
        self.now += timedelta(**passed)
        floor = self.shopfloor
        while True:
            tickets = workflows.hear(floor.sessions, self.now)
            tickets += workflows.begin_by_clock(floor.sessions, self.now)
            self.later += tickets
            due = [ticket for ticket in self.later if ticket.at <= self.now]
            if not due:
                return
            self.later = [ticket for ticket in self.later if ticket.at > self.now]
            for ticket in due:
                outcome = workflows.carry_on(floor, ticket)
                if outcome.going is Going.WAIT and outcome.ticket is not None:
                    self.later.append(outcome.ticket)

    def runs(self, *statuses: RunStatus) -> list[Run]:
        """Return the runs with their steps, the first first."""
        with session_factory(self.engine)() as session:
            ctx = self.context(session)
            found = workflows.runs(ctx, statuses=statuses)
            return [workflows.show_run(ctx, run.id) for run in reversed(found)]

    def sent(self) -> list[tuple[str, str]]:
        """Return what was put on its way: channel and template."""
        with session_factory(self.engine)() as session:
            rows = session.scalars(
                select(DeliveryRow)
                .where(DeliveryRow.shop_id == self.shop.id)
                .order_by(DeliveryRow.id)
            )
            return [(row.channel, row.body["template"]) for row in rows]

    def tasks(self) -> list[TaskRow]:
        """Return every task."""
        with session_factory(self.engine)() as session:
            return list(
                session.scalars(
                    select(TaskRow).where(TaskRow.shop_id == self.shop.id).order_by(TaskRow.id)
                )
            )

    def order(self, number: str) -> OrderRow:
        """Return an order as it stands."""
        with session_factory(self.engine)() as session:
            return session.scalars(
                select(OrderRow).where(OrderRow.shop_id == self.shop.id, OrderRow.number == number)
            ).one()

    def events(self, kind: str) -> list[EventRow]:
        """Return what happened, of one kind."""
        with session_factory(self.engine)() as session:
            return list(
                session.scalars(
                    select(EventRow).where(EventRow.shop_id == self.shop.id, EventRow.kind == kind)
                )
            )

    def outbox(self) -> list[OutboxRow]:
        """Return what the outside is to be told."""
        with session_factory(self.engine)() as session:
            return list(session.scalars(select(OutboxRow).where(OutboxRow.shop_id == self.shop.id)))
