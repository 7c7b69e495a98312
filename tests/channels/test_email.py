"""Letters by e-mail: what they are made of, and what becomes of those a server does not take."""

from pathlib import Path

import pytest
from sqlalchemy import Engine, select
from sqlalchemy.orm import Session

from app.queued import QueuedMessenger
from commerce.db import session_factory
from commerce.db.tables import DeliveryRow
from commerce.errors import Refused
from commerce.ports import Letter
from commerce.vocabulary import MessageChannel
from tests.agent.conftest import Bench, Clock
from tests.builders import Shop
from tests.channels import cards
from tests.channels.email_driver import EmailDriver, plain_of
from tests.channels.street import street


@pytest.fixture
def bench(engine: Engine, session: Session, shop: Shop, tmp_path: Path, database_url: str) -> Bench:
    """A shop with an assistant to put together over it."""
    session.commit()
    return Bench(
        engine=engine, session=session, shop=shop, clock=Clock(shop.now),
        runs=tmp_path / "runs.db", url=database_url,
    )  # fmt: skip


async def test_a_report_is_plain_words_html_a_picture_and_a_file(
    bench: Bench, tmp_path: Path
) -> None:
    driver = EmailDriver()
    table = cards.table()
    long = table.model_copy(update={"rows": table.rows * 3, "taps": ()})
    async with street(driver, bench, tmp_path) as here:
        here.prompt("Last **7 days**: ₹12,48,350.", cards=[cards.line_chart(), long])
        await here.bring()
    (letter,) = driver.letters
    assert letter["Subject"] == "Last 7 days: ₹12,48,350."
    assert letter["To"] == "asha@example.in"
    assert letter["List-Unsubscribe"] == "<mailto:care@asha.example?subject=unsubscribe>"
    assert "…and 39 more in the file." in plain_of(letter)
    body = letter.get_body(("html",))
    assert body is not None
    assert "Last <b>7 days</b>" in body.get_content()
    kinds = [(part.get_content_type(), part.get_filename()) for part in letter.walk()]
    assert ("image/png", "chart.png") in kinds
    assert kinds[-1][1] == "COD-orders-waiting-to-be-confirmed.xlsx"


async def test_markup_in_a_letter_is_escaped_and_its_subject_is_one_line(
    bench: Bench, tmp_path: Path
) -> None:
    driver = EmailDriver()
    async with street(driver, bench, tmp_path) as here:
        here.prompt(
            "<script>alert(1)</script>\r\nBcc: all@example.in", cards=cards.attack("<b>")[:4]
        )
        await here.bring()
    (letter,) = driver.letters
    assert letter["Bcc"] is None
    assert letter["Subject"] == "<script>alert(1)</script>"
    body = letter.get_body(("html",))
    assert body is not None
    assert "<script" not in body.get_content()
    assert "&lt;b&gt;" in body.get_content()


@pytest.mark.parametrize(
    ("answer", "status"), [("550 No such user", "dead"), ("451 Try again later", "waiting")]
)
async def test_only_what_is_refused_for_good_is_given_up(
    bench: Bench, tmp_path: Path, answer: str, status: str
) -> None:
    driver = EmailDriver()
    driver.trouble = [answer]
    async with street(driver, bench, tmp_path) as here:
        here.prompt("Are you there?")
        await here.bring()
        (row,) = here.brought()
        assert (row.status, row.error_code) == (status, answer[:3])


async def test_an_address_that_is_none_is_refused_before_anybody_is_asked(
    bench: Bench, tmp_path: Path
) -> None:
    driver = EmailDriver()
    async with street(driver, bench, tmp_path) as here:
        here.prompt("Hello.", to="asha@example.in\nBcc: all@example.in")
        await here.bring()
        (row,) = here.brought()
        assert (row.status, driver.letters) == ("dead", [])


async def test_nothing_is_sent_in_the_clear_where_it_should_be_secured(
    bench: Bench, tmp_path: Path
) -> None:
    driver = EmailDriver()
    async with street(driver, bench, tmp_path, email_security="starttls") as here:
        here.prompt("Hello.")
        await here.bring()
        (row,) = here.brought()
        assert (row.status, driver.letters) == ("waiting", [])


@pytest.mark.parametrize(
    ("settings", "key"),
    [({"email_from": "Asha"}, "error-email-from"), ({"email_user": "a"}, "error-email-clear")],
)
async def test_settings_that_cannot_work_are_refused(
    bench: Bench, tmp_path: Path, settings: dict[str, str], key: str
) -> None:
    with pytest.raises(Refused) as refused:
        async with street(EmailDriver(), bench, tmp_path, **settings):  # type: ignore[arg-type]  # settings alone
            pass
    assert refused.value.key == key


async def test_the_same_letter_to_a_customer_goes_out_once(bench: Bench, tmp_path: Path) -> None:
    driver = EmailDriver()
    letter = Letter(
        key="letter:7:1", channel=MessageChannel.EMAIL, to="asha@example.in", language="en",
        text="Your parcel comes tomorrow.", template="ndr-letter", shop_id=bench.shop.id,
    )  # fmt: skip
    async with street(driver, bench, tmp_path) as here:
        messenger = QueuedMessenger("email", session_factory(bench.engine), bench.clock)
        assert [messenger.send(letter), messenger.send(letter)] == ["letter:7:1"] * 2
        await here.bring()
    assert driver.taken() == ["Your parcel comes tomorrow."]
    bench.session.rollback()
    ids = select(DeliveryRow.id).where(DeliveryRow.shop_id == bench.shop.id)
    assert len(bench.session.scalars(ids).all()) == 1
