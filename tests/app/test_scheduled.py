"""Reports that come by themselves: once each, with the rights of who asked for them."""

from dataclasses import dataclass, field
from datetime import datetime, time, timedelta
from pathlib import Path

import pytest
from sqlalchemy import Engine, select

from agent.scope import House
from app.reporting import report
from app.scheduled import send_due
from channels.contents import PromptBody
from commerce import files, schedules
from commerce.access import Actor, Role
from commerce.context import Context
from commerce.db import session_factory
from commerce.db.tables import (
    ConversationRow,
    DeliveryRow,
    MessageRow,
    PersonRow,
    ReportScheduleRow,
)
from commerce.errors import NotFound
from commerce.files import Shelf
from commerce.ports import Ports
from commerce.schedules import Cadence, ReportFile, ReportPlace, What, When
from tests.builders import Shop
from tools import TOOLS
from tools.cards import FileCard

SUMMARY = What(title="Summary", tool="business_summary", arguments={"period": "yesterday"})
DAILY = When(cadence=Cadence.DAILY, at=time(20, 0))
"""Due today at half past two in the afternoon, UTC: it is nine in the morning."""


@dataclass
class Desk:
    """A shop, its clock, and whoever asks."""

    shop: Shop
    engine: Engine
    actor: Actor
    now: datetime
    ports: Ports = field(default_factory=Ports)

    @property
    def ctx(self) -> Context:
        """What the person asks in."""
        return self.shop.context(self.actor)

    def begin(
        self, place: ReportPlace = ReportPlace.EMAIL, to: str = "asha@shop.in",
        file: ReportFile | None = None,
    ) -> None:  # fmt: skip
        """Have the summary sent every day."""
        schedules.begin(self.ctx, SUMMARY, DAILY, place, to, file)
        self.shop.session.commit()

    def look(self, after: timedelta) -> int:
        """Let the worker look once, some time later."""
        self.shop.session.commit()
        house = House(
            sessions=session_factory(self.engine),
            catalogue={tool.name: tool for tool in TOOLS},
            clock=lambda: self.now + after,
            ports=self.ports,
        )
        return send_due(house)

    def deliveries(self) -> list[DeliveryRow]:
        """What was put to be brought."""
        self.shop.session.expire_all()
        query = select(DeliveryRow).where(DeliveryRow.shop_id == self.shop.id)
        return list(self.shop.session.scalars(query))

    def person(self) -> PersonRow:
        """Who asked."""
        query = select(PersonRow).where(
            PersonRow.shop_id == self.shop.id, PersonRow.id == self.actor.person_id
        )
        return self.shop.session.scalars(query).one()

    def row(self) -> ReportScheduleRow:
        """The schedule."""
        self.shop.session.expire_all()
        query = select(ReportScheduleRow).where(ReportScheduleRow.shop_id == self.shop.id)
        return self.shop.session.scalars(query).one()


@pytest.fixture
def desk(shop: Shop, engine: Engine) -> Desk:
    shop.order("1042", total=1499)
    return Desk(shop=shop, engine=engine, actor=shop.actor(Role.MANAGER), now=shop.now)


def test_a_report_is_put_once_at_its_time_and_not_before(desk: Desk) -> None:
    desk.begin()
    assert desk.look(timedelta(hours=5)) == 0
    assert desk.look(timedelta(hours=6)) == 1
    assert desk.look(timedelta(hours=6, minutes=1)) == 0
    (put,) = desk.deliveries()
    assert (put.channel, put.address) == ("email", "asha@shop.in")
    assert PromptBody.model_validate(put.body).template == "report_ready"
    assert desk.row().due_at == datetime.fromisoformat("2026-11-23T14:30:00+00:00")


@pytest.mark.parametrize(("kind", "begins"), [("pdf", b"%PDF-"), ("xlsx", b"PK")])
def test_a_report_comes_with_its_file_where_one_was_asked_for(
    desk: Desk, tmp_path: Path, kind: str, begins: bytes
) -> None:
    desk.ports = Ports(shelf=Shelf(root=tmp_path / "files"))
    desk.begin(file=ReportFile(kind))
    assert desk.look(timedelta(hours=6)) == 1
    (put,) = desk.deliveries()
    file = PromptBody.model_validate(put.body).cards[-1]
    assert isinstance(file, FileCard)
    assert file.name == f"Summary-2026-11-22.{kind}"
    assert files.find(desk.ctx, file.file).size == file.size
    (kept,) = (path for path in (tmp_path / "files").rglob("*") if path.is_file())
    assert kept.read_bytes().startswith(begins)


def test_a_report_comes_without_its_file_where_no_files_are_kept(desk: Desk) -> None:
    desk.begin(file=ReportFile.PDF)
    assert desk.look(timedelta(hours=6)) == 1
    (put,) = desk.deliveries()
    kinds = {card.kind for card in PromptBody.model_validate(put.body).cards}
    assert kinds
    assert "file" not in kinds


def test_what_was_missed_while_nothing_ran_comes_once(desk: Desk) -> None:
    desk.begin()
    assert desk.look(timedelta(days=5)) == 1
    assert desk.look(timedelta(days=5)) == 0
    assert len(desk.deliveries()) == 1
    assert desk.row().last_at == datetime.fromisoformat("2026-11-26T14:30:00+00:00")


def test_who_has_left_is_sent_nothing(desk: Desk) -> None:
    desk.begin()
    person = desk.person()
    person.is_active = False
    assert desk.look(timedelta(hours=6)) == 0
    assert desk.deliveries() == []
    assert desk.row().status == "stopped"


def test_who_may_no_longer_see_it_is_told_so_and_sees_nothing(desk: Desk) -> None:
    desk.begin()
    person = desk.person()
    person.role = Role.NDR_AGENT.value
    assert desk.look(timedelta(hours=6)) == 1
    (put,) = desk.deliveries()
    body = PromptBody.model_validate(put.body)
    assert body.cards == ()
    assert "1,499" not in body.text


def test_two_workers_that_look_at_once_put_one(desk: Desk) -> None:
    desk.begin()
    with session_factory(desk.engine)() as session:
        (due,) = schedules.due(session, desk.now + timedelta(hours=6), 10)
        zone = desk.ctx.zone
        first = schedules.sent(session, due, desk.now + timedelta(hours=6), zone)
        second = schedules.sent(session, due, desk.now + timedelta(hours=6), zone)
        session.commit()
    assert first is not None
    assert second is None


def test_a_paused_one_rests_and_what_it_missed_does_not_come(desk: Desk) -> None:
    desk.begin()
    schedules.set_status(desk.ctx, None, schedules.ScheduleStatus.PAUSED)
    assert desk.look(timedelta(days=2)) == 0
    later = desk.shop.at(desk.now + timedelta(days=2)).context(desk.actor)
    schedules.set_status(later, "Summary", schedules.ScheduleStatus.ACTIVE)
    assert desk.look(timedelta(days=2)) == 0
    assert desk.row().due_at == datetime.fromisoformat("2026-11-24T14:30:00+00:00")


def test_another_shops_schedule_is_not_found(desk: Desk, other_shop: Shop) -> None:
    desk.begin()
    stranger = other_shop.context(other_shop.actor(Role.OWNER))
    assert schedules.listed(stranger) == []


def test_in_the_chat_it_lies_as_an_answer(desk: Desk) -> None:
    desk.shop.session.add(
        ConversationRow(
            id="c1", shop_id=desk.shop.id, person_id=desk.actor.person_id, channel="web",
            address=None, title="", handed_over_at=None, busy_until=None, busy_by=None,
            created_at=desk.now, updated_at=desk.now,
        )
    )  # fmt: skip
    desk.begin(ReportPlace.HERE, "c1")
    assert desk.look(timedelta(hours=6)) == 1
    query = select(MessageRow).where(
        MessageRow.shop_id == desk.shop.id, MessageRow.conversation_id == "c1"
    )
    (told,) = desk.shop.session.scalars(query)
    assert told.text.startswith("*Summary*: ")
    assert desk.deliveries() == []


def test_a_workflows_report_goes_to_who_switched_it_on(desk: Desk) -> None:
    desk.person().email = "asha@shop.in"
    told = report(desk.ctx, report="daily-summary", by="email", to="me", key="run:1:1")
    (put,) = desk.deliveries()
    assert told == {"report": "daily-summary", "by": "email", "to": "asha@shop.in"}
    assert (put.channel, put.address) == ("email", "asha@shop.in")
    assert PromptBody.model_validate(put.body).cards != ()


@pytest.mark.parametrize(("name", "by"), [("gossip", "email"), ("daily-summary", "slack")])
def test_a_report_nobody_knows_or_for_nobody_is_not_sent(desk: Desk, name: str, by: str) -> None:
    with pytest.raises(NotFound):
        report(desk.ctx, report=name, by=by, to="me", key="run:1:1")
    assert desk.deliveries() == []
