"""What every courier's door must do, whoever is behind it."""

import csv
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path

import pytest

from app.doubles.delhivery import DelhiveryDouble
from app.doubles.shiprocket import ShiprocketDouble
from commerce.errors import Rejected, Unavailable
from commerce.ports import Courier, CourierAction, Instruction, Letter
from commerce.vocabulary import DeliverySlot, MessageChannel
from integrations.demo_courier import DemoCourier
from integrations.manual import ManualCourier, ManualMessenger
from tests.channels.web.serving import serving
from tests.integrations.connected import delhivery_at, shiprocket_at


def _asking(key: str = "k1", awb: str = "7001", **more: object) -> Instruction:
    facts: dict[str, object] = {"action": CourierAction.REATTEMPT, "on": date(2026, 11, 23), **more}
    return Instruction(key=key, awb=awb, **facts)  # type: ignore[arg-type]  # test shorthand


@pytest.fixture(params=["demo_courier", "manual", "shiprocket", "delhivery"])
def courier(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Courier]:
    match request.param:
        case "demo_courier":
            yield DemoCourier()
        case "manual":
            yield ManualCourier(tmp_path / "out")
        case "shiprocket":
            with serving(ShiprocketDouble().app) as address:
                yield shiprocket_at(address)
        case _:
            with serving(DelhiveryDouble().app) as address:
                yield delhivery_at(address)


def test_it_says_what_it_can_be_asked(courier: Courier) -> None:
    assert courier.actions
    assert courier.actions <= set(CourierAction)


def test_it_takes_what_it_says_it_takes_and_nothing_else(courier: Courier) -> None:
    for action in CourierAction:
        wanted = _asking(key=action.value, action=action, address="7 Lake Road")
        if action in courier.actions:
            assert courier.instruct(wanted) != ""
        else:
            with pytest.raises(Rejected, match="cannot be asked"):
                courier.instruct(wanted)


def test_the_same_key_again_is_the_same_request(courier: Courier) -> None:
    first = courier.instruct(_asking("k1"))
    assert courier.instruct(_asking("k2")) != first
    assert courier.instruct(_asking("k1")) == first


def test_many_at_once_under_one_key_are_one_request(courier: Courier) -> None:
    with ThreadPoolExecutor(8) as threads:
        references = list(threads.map(lambda _: courier.instruct(_asking("k1")), range(24)))
    assert len(set(references)) == 1


def test_the_demo_courier_tries_three_times_and_no_more() -> None:
    courier = DemoCourier()
    for key in ("a", "b", "c", "c"):
        courier.instruct(_asking(key))
    with pytest.raises(Rejected, match="3 attempts"):
        courier.instruct(_asking("d"))
    assert courier.instruct(_asking("d", awb="7002")) != ""


def test_the_demo_courier_only_returns_what_was_refused_with_an_otp() -> None:
    courier = DemoCourier(refused_with_otp=lambda awb: awb == "7001")
    with pytest.raises(Rejected, match="OTP"):
        courier.instruct(_asking("a"))
    assert courier.instruct(_asking("b", action=CourierAction.RETURN_TO_ORIGIN)) != ""


def test_the_demo_courier_does_not_try_what_is_on_its_way_back() -> None:
    courier = DemoCourier()
    courier.instruct(_asking("a", action=CourierAction.RETURN_TO_ORIGIN))
    with pytest.raises(Rejected, match="on its way back"):
        courier.instruct(_asking("b"))


def test_requests_by_hand_stand_in_a_file_a_courier_can_read(tmp_path: Path) -> None:
    courier = ManualCourier(tmp_path)
    reference = courier.instruct(
        _asking(
            slot=DeliverySlot.EVENING, phone="+919812345678", landmark="near, the\ntemple",
            address="7 Lake Road", remark="Asked by customer",
        )
    )  # fmt: skip
    assert reference == "line 2"
    with (tmp_path / "courier-requests.csv").open(encoding="utf-8", newline="") as file:
        assert list(csv.reader(file)) == [
            ["awb", "action", "on", "slot", "phone", "landmark", "address", "remark",
             "request_key"],
            ["7001", "reattempt", "2026-11-23", "evening", "9812345678", "near, the temple",
             "7 Lake Road", "Asked by customer", "k1"],
        ]  # fmt: skip


def test_what_a_customer_wrote_never_becomes_a_formula(tmp_path: Path) -> None:
    ManualCourier(tmp_path).instruct(_asking(landmark="=HYPERLINK(1)", remark="@SUM(A1)"))
    text = (tmp_path / "courier-requests.csv").read_text(encoding="utf-8")
    assert "'=HYPERLINK(1)" in text
    assert "'@SUM(A1)" in text


def test_a_line_that_a_killed_process_left_half_written_is_written_anew(tmp_path: Path) -> None:
    courier = ManualCourier(tmp_path)
    courier.instruct(_asking("k1"))
    file = tmp_path / "courier-requests.csv"
    whole = file.read_text(encoding="utf-8")
    file.write_text(whole + "7001,reatt", encoding="utf-8")
    assert courier.instruct(_asking("k2")) == "line 3"
    assert (
        file.read_text(encoding="utf-8") == whole + whole.splitlines()[1].replace("k1", "k2") + "\n"
    )


def test_a_file_that_cannot_be_written_is_tried_again_later(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("not a folder", encoding="utf-8")
    with pytest.raises(Unavailable):
        ManualCourier(blocked).instruct(_asking())


def test_a_file_of_an_earlier_version_is_set_aside_whole(tmp_path: Path) -> None:
    file = tmp_path / "courier-requests.csv"
    file.write_text("awb,action,request_key\n7001,reattempt,k1\n", encoding="utf-8")
    assert ManualCourier(tmp_path).instruct(_asking("k2")) == "line 2"
    aside = (tmp_path / "courier-requests-1.csv").read_text(encoding="utf-8")
    assert aside == "awb,action,request_key\n7001,reattempt,k1\n"


def test_messages_by_hand_stand_in_a_file_each_once(tmp_path: Path) -> None:
    messenger = ManualMessenger(tmp_path)
    letter = Letter(
        key="m1", channel=MessageChannel.WHATSAPP, to="+919812345678", text="Namaste, =1+1",
        language="en", template="ndr-letter-CustomerNotAvailable",
    )  # fmt: skip
    assert [messenger.send(letter), messenger.send(letter)] == ["line 2", "line 2"]
    with (tmp_path / "messages-to-send.csv").open(encoding="utf-8", newline="") as file:
        assert list(csv.reader(file)) == [
            ["channel", "to", "text", "language", "message_key"],
            ["whatsapp", "'+919812345678", "Namaste, =1+1", "en", "m1"],
        ]
