"""WhatsApp through Twilio: its signature, what people send, its rules, and how messages end."""

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import httpx
import pytest
from sqlalchemy import Engine, select
from sqlalchemy.orm import Session
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from app.connecting.sms import connect_sms
from app.connecting.whatsapp import connect_whatsapp
from app.outreach import tell_links
from app.queued import QueuedMessenger
from channels.contents import PromptBody
from channels.inbound import Inbound
from channels.twilio import SignedForms
from channels.whatsapp import markup
from channels.whatsapp.twilio_receive import inbound_of
from commerce import deliveries, ndr, orders, outbox
from commerce.db import session_factory
from commerce.db.tables import PaymentRow
from commerce.deliveries import DeliveryKind
from commerce.messaging import Approval, Category, Template, add_template
from commerce.ports import Ports
from commerce.vocabulary import MessageChannel, OrderStatus, ShipmentStatus
from integrations.demo_courier import DemoCourier
from integrations.demo_payments import DemoPayments
from tests.agent.conftest import Bench, Clock
from tests.builders import Shop
from tests.channels import cards
from tests.channels.meta_driver import MetaDriver
from tests.channels.sms_driver import SmsDriver
from tests.channels.street import Street, street
from tests.channels.whatsapp_driver import ASHA, PATH, PUBLIC, WhatsAppDriver
from tests.conftest import NOW
from tools.cards import Button


class RealDriver(WhatsAppDriver):
    """WhatsApp with all its rules."""

    connector = staticmethod(connect_whatsapp)


@pytest.fixture
def bench(engine: Engine, session: Session, shop: Shop, tmp_path: Path, database_url: str) -> Bench:
    """A shop with an assistant to put together over it."""
    session.commit()
    return Bench(
        engine=engine, session=session, shop=shop, clock=Clock(shop.now),
        runs=tmp_path / "runs.db", url=database_url,
    )  # fmt: skip


@pytest.fixture
async def here(bench: Bench, tmp_path: Path) -> AsyncIterator[Street]:
    """The shop on WhatsApp, by day."""
    async with street(RealDriver(), bench, tmp_path, quiet_from=0, quiet_until=0) as found:
        yield found


def vendor_of(here: Street) -> WhatsAppDriver:
    """Return the driver as what it is."""
    assert isinstance(here.driver, WhatsAppDriver)
    return here.driver


def prompted(here: Street, **more: object) -> None:
    """Have the shop say something first, of a parcel that could not be delivered."""
    body = PromptBody.model_validate(
        {
            "text": "Your parcel could not be delivered.", "language": "hi-Latn",
            "template": "delivery_failed", "variables": {"name": "Asha", "order": "1042"}, **more,
        }
    )  # fmt: skip
    deliveries.put(
        here.bench.session, shop_id=here.bench.shop.id, channel="whatsapp", address=ASHA,
        conversation=None, kind=DeliveryKind.PROMPT, body=body.model_dump(mode="json"),
        key=f"prompt:{len(here.brought())}", now=here.bench.clock(), not_before=here.bench.clock(),
    )  # fmt: skip
    here.bench.session.commit()


async def posted(app: Starlette, body: str, signature: str) -> httpx.Response:
    """Post the vector's form to where its signature says."""
    transport = httpx.ASGITransport(app=app)
    async with httpx.AsyncClient(transport=transport, base_url="http://elsewhere") as client:
        headers = {"X-Twilio-Signature": signature, "Host": "evil.example"}
        return await client.post("/twilio?tenant=acme", content=body.encode(), headers=headers)


VECTOR = (
    "From=whatsapp%3A%2B919876543210&To=whatsapp%3A%2B14155238886"
    "&Body=%E0%A4%95%E0%A4%B2+%E0%A4%B6%E0%A4%BE%E0%A4%AE&WaId=919876543210&NumMedia=0"
)


async def test_a_signature_is_of_the_public_address_whatever_host_a_request_names() -> None:
    forms = SignedForms("https://ops.example.in", ["the-next-one", "test_secret_123"])

    async def hook(request: Request) -> Response:
        form = await forms.read(request)
        return Response(status_code=403) if form is None else PlainTextResponse(form["Body"])

    app = Starlette(routes=[Route("/twilio", hook, methods=["POST"])])
    right = await posted(app, VECTOR, "kXiNtrzwxqEPi9si1SOzJK4ccVg=")
    other = VECTOR.replace("NumMedia=0", "NumMedia=1")
    changed = await posted(app, other, "kXiNtrzwxqEPi9si1SOzJK4ccVg=")
    assert (right.status_code, right.text) == (200, "कल शाम")
    assert changed.status_code == 403


def read(**form: str) -> Inbound | None:
    """Return what a form says."""
    base = {"From": f"whatsapp:{ASHA}", "MessageSid": "SM1", "NumMedia": "0"}
    return inbound_of({**base, **form}, NOW)


def test_who_hides_their_number_is_known_by_the_id_for_this_business() -> None:
    found = read(From="whatsapp:IN.1349abc", Body="hi")
    assert found is not None
    assert (found.sender, found.address) == ("IN.1349abc", "IN.1349abc")


def test_a_place_is_read_as_words() -> None:
    found = read(MessageType="location", Latitude="12.97", Longitude="77.59", Label="Home")
    assert found is not None
    assert found.text == "📍 Home, 12.97,77.59"


def test_a_picture_comes_with_its_caption_and_a_voice_note_as_what_cannot_be_heard() -> None:
    sent = {"NumMedia": "1", "MediaUrl0": "https://api.twilio.com/m"}
    picture = read(Body="torn box", MediaContentType0="image/jpeg", **sent)
    voice = read(MediaContentType0="audio/ogg; codecs=opus", **sent)
    assert picture is not None
    assert voice is not None
    (found,) = picture.media
    assert (found.name, found.media_type) == ("whatsapp-1.jpg", "image/jpeg")
    assert (voice.kind, voice.media) == ("voice", ())


def test_a_reaction_is_nothing_to_answer() -> None:
    assert read(MessageType="reaction", Body="👍") is None


def test_a_word_is_cut_between_its_letters_as_people_count_them() -> None:
    assert markup.cut("क्षत्रिय की किताब", 6) == "क्ष…"


async def test_within_24_hours_any_words_are_sent_and_later_only_an_approved_text(
    here: Street,
) -> None:
    await here.says("hello")
    await here.taken_in()
    prompted(here)
    here.bench.clock.turn(hours=23)
    prompted(here)
    await here.bring()
    here.bench.clock.turn(hours=2)
    prompted(here)
    await here.bring()
    *_, second, third = here.brought()
    assert (second.status, third.status) == ("sent", "withheld")
    assert third.error is not None
    assert "superecom templates add" in third.error


async def test_outside_the_window_the_text_of_the_persons_language_goes_with_its_values(
    here: Street,
) -> None:
    vendor = vendor_of(here).vendor
    vendor.contents["HX1"] = {
        "sid": "HX1", "approved": True,
        "types": {"twilio/text": {"body": "Namaste {{1}}, order {{2}} nahi pahunch saka."}},
    }  # fmt: skip
    vendor.closed.add(f"whatsapp:{ASHA}")
    text = Template(
        channel="whatsapp", name="delivery_failed", language="hi-Latn", category=Category.UTILITY,
        body="Namaste {name}, order {order} nahi pahunch saka.", vendor_id="HX1",
        approval=Approval.APPROVED, cost_minor=1150,
    )  # fmt: skip
    add_template(here.bench.shop.context(), text)
    here.bench.session.commit()
    prompted(here)
    await here.bring()
    assert vendor_of(here).taken() == ["Namaste Asha, order 1042 nahi pahunch saka."]


def approved(here: Street, name: str, body: str, numbered: str) -> None:
    """Have a text approved, and the 24 hours of the customer over."""
    vendor = vendor_of(here).vendor
    vendor.contents["HX2"] = {
        "sid": "HX2", "approved": True, "types": {"twilio/text": {"body": numbered}},
    }  # fmt: skip
    vendor.closed.add(f"whatsapp:{ASHA}")
    text = Template(
        channel="whatsapp", name=name, language="en", category=Category.UTILITY, body=body,
        vendor_id="HX2", approval=Approval.APPROVED,
    )  # fmt: skip
    add_template(here.bench.shop.context(), text)
    here.bench.session.commit()


async def test_what_the_team_writes_goes_as_the_approved_text_outside_of_the_window(
    here: Street,
) -> None:
    approved(
        here, "ndr-letter-away", "{name}, {courier} could not bring {order} ({what}).",
        "{{1}}, {{2}} could not bring {{3}} ({{4}}).",
    )  # fmt: skip
    sessions = session_factory(here.bench.engine)
    queued = QueuedMessenger("whatsapp", sessions, here.bench.clock)
    ports = Ports(couriers={"*": DemoCourier()}, messengers={"whatsapp": queued})
    shop = here.bench.shop.with_ports(ports)
    asha = shop.customer("Asha Rao", phone=ASHA)
    order = shop.order("1042", customer=asha, status=OrderStatus.SHIPPED)
    parcel = shop.parcel(order, awb="77889900112", status=ShipmentStatus.DELIVERY_FAILED)
    shop.ndr_case(parcel)
    ndr.message(shop.context(), "77889900112", MessageChannel.WHATSAPP)
    here.bench.session.commit()
    later = here.bench.clock() + timedelta(days=1)
    await asyncio.to_thread(outbox.deliver_due, sessions, ports, later)
    await here.bring()
    assert vendor_of(here).taken() == ["Asha, Delhivery could not bring 1042 (Kurti)."]


async def test_a_link_to_pay_is_brought_to_the_customers_chat_once(here: Street) -> None:
    approved(
        here, "payment_link", "{name}: {amount} for {order}: {link}",
        "{{1}}: {{2}} for {{3}}: {{4}}",
    )  # fmt: skip
    shop = here.bench.shop.with_ports(Ports(payments=DemoPayments()))
    order = shop.order("1042", customer=shop.customer("Asha Rao", phone=ASHA))
    orders.send_link(shop.context(), "1042", 10)
    payment = shop.session.scalars(select(PaymentRow).where(PaymentRow.shop_id == shop.id)).one()
    payment.status, payment.reference = "open", "https://rzp.io/i/abc"
    here.bench.session.commit()
    sessions = session_factory(here.bench.engine)
    told = [
        await asyncio.to_thread(tell_links, sessions, ["whatsapp", "sms"], here.bench.clock())
        for _ in range(2)
    ]
    await here.bring()
    assert told == [1, 0]
    assert vendor_of(here).taken() == ["Asha Rao: ₹719.10 for 1042: https://rzp.io/i/abc"]
    assert order.total_minor == 79_900


async def test_who_writes_stop_hears_it_confirmed_and_nothing_more_until_they_write_start(
    here: Street,
) -> None:
    await here.says("message band karo")
    await here.taken_in()
    prompted(here)
    await here.bring()
    assert [row.status for row in here.brought()] == ["sent", "withheld"]
    assert "START" in vendor_of(here).taken()[-1]
    assert here.heard() == []
    await here.says("start")
    await here.taken_in()
    prompted(here)
    await here.bring()
    assert vendor_of(here).taken()[-1] == "Your parcel could not be delivered."


async def test_at_night_what_the_shop_says_first_waits_and_an_answer_does_not(
    bench: Bench, tmp_path: Path
) -> None:
    async with street(RealDriver(), bench, tmp_path, quiet_from=0, quiet_until=23) as here:
        await here.says("hello")
        await here.taken_in()
        await here.bring()
        bench.clock.turn(minutes=30)
        prompted(here)
        await here.bring()
        await here.says("and now?")
        await here.taken_in()
        await here.bring()
        assert [row.status for row in here.brought()] == ["sent", "waiting", "sent"]


async def test_how_far_a_message_came_counts_even_where_it_is_told_too_early(here: Street) -> None:
    await here.says("hello")
    await here.taken_in()
    form = {"MessageSid": "SMearly", "MessageStatus": "delivered"}
    path = "/hooks/whatsapp/status"
    assert (await here.post(vendor_of(here).posted(form, path))).status_code == 204
    (row,) = here.brought()
    vendor = here.connected.sender.send  # the vendor's id is known only after its callback
    object.__setattr__(here.connected.sender, "send", lambda *given: (vendor(*given), "SMearly")[1])
    await here.bring()
    await here.bring()
    (row,) = here.brought()
    assert row.status == "delivered"


async def test_a_failure_told_later_says_in_words_what_to_do(here: Street) -> None:
    await here.says("hello")
    await here.taken_in()
    await here.bring()
    sid = vendor_of(here).vendor.taken[-1].sid
    form = {"MessageSid": sid, "MessageStatus": "undelivered", "ErrorCode": "63016"}
    await here.post(vendor_of(here).posted(form, "/hooks/whatsapp/status"))
    (row,) = here.brought()
    assert (row.status, row.error_code) == ("dead", "63016")
    assert row.error is not None
    assert "24 hours" in row.error


async def test_pictures_are_given_out_by_a_pass_that_ends(here: Street) -> None:
    await here.says("hello")
    await here.taken_in()
    here.prompt("Here it is.", cards=[cards.bar_chart()])
    await here.bring()
    url = vendor_of(here).vendor.taken[-1].media_url
    path = url.removeprefix(PUBLIC)
    given = await here.client.get(path)
    assert given.content.startswith(b"\x89PNG")
    assert (await here.client.get(path[:-2] + "xx")).status_code == 404
    here.bench.clock.turn(hours=3)
    assert (await here.client.get(path)).status_code == 404


async def test_more_than_three_choices_are_a_list_and_more_than_ten_are_answered_by_a_number(
    here: Street,
) -> None:
    def days(count: int) -> list[Button]:
        return [Button(label=f"Day {day}", says=f"day {day}") for day in range(1, count + 1)]

    await here.says("hello")
    await here.taken_in()
    here.prompt("Which day?", buttons=days(3))
    here.prompt("Which day?", buttons=days(10))
    here.prompt("Which day?", buttons=days(12))
    await here.bring()
    *_, three, ten, twelve = vendor_of(here).vendor.taken
    assert (three.style, ten.style, twelve.style) == ("buttons", "list", "")
    await here.says("11")
    await here.taken_in()
    assert here.heard()[-1] == "day 11"


class MetaStreet(MetaDriver):
    """WhatsApp through Meta with all its rules."""

    connector = staticmethod(connect_whatsapp)


async def test_meta_is_known_by_its_vector_and_several_of_its_messages_come_in_one_body(
    bench: Bench, tmp_path: Path
) -> None:
    driver = MetaStreet()
    driver.vendor.app_secret = "test_secret_123"
    body = '{"id":820982911946154508,"note":"₹1,949 café"}'.encode()
    signed = "sha256=4f266cc2075fb9e3cf2cb4885f0ad574071cfbfd220ce1e295b03b5cbd8d122b"
    assert driver.vendor.headers(body)["X-Hub-Signature-256"] == signed
    async with street(driver, bench, tmp_path, only_keeping=True) as here:
        at = int(bench.clock().timestamp())
        one, two = (driver.vendor.message(ASHA, at, text={"body": text}) for text in ("a", "b"))
        one["entry"] += two["entry"]
        old = driver.vendor.message(ASHA, at - 9 * 86_400, text={"body": "old"})
        assert (await here.post(driver.posted(one))).is_success
        assert (await here.post(driver.posted(old))).is_success
        assert here.kept() == ["a", "b"]
        asked = {"hub.mode": "subscribe", "hub.challenge": "1158201444"}
        right = await here.client.get(PATH, params={**asked, "hub.verify_token": "typed-at-meta"})
        wrong = await here.client.get(PATH, params={**asked, "hub.verify_token": "guessed"})
        assert (right.text, wrong.status_code) == ("1158201444", 403)


async def test_an_sms_is_answered_by_the_number_of_a_choice(bench: Bench, tmp_path: Path) -> None:
    driver = SmsDriver()
    async with street(driver, bench, tmp_path) as here:
        await here.says("hello")
        await here.taken_in()
        again = Button(label="Deliver again", says="deliver again")
        person = Button(label="Talk to a person", says="let me talk to a person")
        here.prompt("Your parcel came back.", buttons=[again, person])
        await here.bring()
        assert driver.taken()[-1].endswith("2. Talk to a person\nAnswer with the number.")
        await here.says(" 2. ")
        await here.taken_in()
        assert here.heard()[-1] == "let me talk to a person"


async def test_in_india_only_registered_texts_go_out_by_sms(bench: Bench, tmp_path: Path) -> None:
    class Registered(SmsDriver):
        connector = staticmethod(connect_sms)

    driver = Registered()
    text = Template(
        channel="sms", name="code", language="en", category=Category.AUTHENTICATION,
        body="{code} is your code for our shop.", vendor_id="1107160000000012345",
        approval=Approval.APPROVED,
    )  # fmt: skip
    add_template(bench.shop.context(), text)
    async with street(driver, bench, tmp_path, sms_dlt=True) as here:
        here.prompt("Any words.")
        body = PromptBody(text="…", language="hi", template="code", variables={"code": "4711"})
        deliveries.put(
            bench.session, shop_id=bench.shop.id, channel="sms", address=ASHA, conversation=None,
            kind=DeliveryKind.PROMPT, body=body.model_dump(mode="json"), key="code",
            now=bench.clock(), not_before=bench.clock(),
        )  # fmt: skip
        bench.session.commit()
        await here.bring()
        assert driver.taken() == ["4711 is your code for our shop."]
        assert [row.status for row in here.brought()] == ["withheld", "sent"]
