"""The proof pack: all of a case in one signed PDF, which shows when anything in it was changed."""

import json
from datetime import timedelta
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader
from sqlalchemy import func, select

from app.sealing import ShopSeal
from commerce import files, ndr
from commerce.access import Role
from commerce.context import Context
from commerce.db.tables import (
    ConversationRow,
    DeliveryPartRow,
    DeliveryRow,
    FileRow,
    MessageRow,
    NdrActionRow,
    ScanRow,
)
from commerce.errors import NotAllowed, Refused
from commerce.files import Shelf
from commerce.ndr import EntryKind
from commerce.ports import Ports
from commerce.vocabulary import NdrActionType, OrderStatus, ShipmentStatus
from tests.builders import Shop
from tools.base import ToolResult
from tools.proof import MakeProofPack, make_proof_pack

AWB = "77889900112"
PHONE = "+919812345678"
SAID = "कोई नहीं आया, ₹2,499 तैयार है। Call 98123 45678"


@pytest.fixture
def seal(tmp_path: Path) -> ShopSeal:
    return ShopSeal(tmp_path / "keys")


@pytest.fixture
def desk(shop: Shop, seal: ShopSeal, tmp_path: Path) -> Shop:
    """A shop with one failed delivery, which its customer says never happened."""
    disputed(shop)
    return shop.with_ports(Ports(shelf=Shelf(root=tmp_path / "files"), seal=seal))


def disputed(shop: Shop) -> None:
    buyer = shop.customer("Asha Rao", phone=PHONE)
    order = shop.order("SE-10042", customer=buyer, status=OrderStatus.SHIPPED)
    parcel = shop.parcel(order, awb=AWB, status=ShipmentStatus.DELIVERY_FAILED, attempts=1)
    case = shop.ndr_case(parcel)
    person = shop.actor(Role.CUSTOMER, customer=buyer).person_id
    failed = case.opened_at
    conversation = ConversationRow(
        id="wa:1", shop_id=shop.id, person_id=person, channel="whatsapp", address=PHONE, title="",
        created_at=failed, updated_at=failed,
    )  # fmt: skip
    scan = ScanRow(
        shop_id=shop.id, shipment_id=parcel.id, at=failed, status="DeliveryFailed", raw_code="UD-2",
        raw_text="Customer not available", location="Pune Hub",
        received_at=failed + timedelta(hours=3),
    )  # fmt: skip
    asked = NdrActionRow(
        shop_id=shop.id, case_id=case.id, kind=NdrActionType.WHATSAPP_MESSAGE.value,
        at=failed + timedelta(hours=3, minutes=1), person_id=None, outcome=None, remark="Was it?",
        details={"prompt": "ask:1", "channel": "whatsapp"},
    )  # fmt: skip
    brought = DeliveryRow(
        shop_id=shop.id, channel="whatsapp", address=PHONE, conversation_id=None, kind="prompt",
        body={}, idempotency_key="ask:1", status="read", tries=1, next_at=failed,
        created_at=failed, sent_at=failed + timedelta(hours=3, minutes=2),
        read_at=failed + timedelta(hours=3, minutes=9),
    )  # fmt: skip
    answer = MessageRow(
        shop_id=shop.id, conversation_id="wa:1", direction="in", text=SAID, body={},
        tap={"kind": "call", "tool": "choose_redelivery"}, provider_id="wamid.IN1", turn_id=None,
        at=failed + timedelta(hours=3, minutes=10),
    )  # fmt: skip
    earlier = MessageRow(
        shop_id=shop.id, conversation_id="wa:1", direction="in", text="Another matter", body={},
        tap=None, provider_id="wamid.IN0", turn_id=None, at=failed - timedelta(days=9),
    )  # fmt: skip
    shop.session.add_all([conversation, scan, asked, brought, answer, earlier])
    shop.session.flush()
    shop.session.add(
        DeliveryPartRow(
            shop_id=shop.id, delivery_id=brought.id, position=0, channel="whatsapp",
            provider_id="wamid.OUT1", at=failed,
        )
    )  # fmt: skip
    shop.session.flush()


def agent(shop: Shop) -> Context:
    return shop.context(shop.actor(Role.NDR_AGENT))


def packed(ctx: Context) -> tuple[ToolResult, bytes]:
    result = make_proof_pack.run(ctx, MakeProofPack(parcel=AWB))
    file = files.find(ctx, result.facts["file"])
    return result, files.shelf_of(ctx).path_of(file.shop_id, file.id).read_bytes()


def test_a_pack_tells_scans_questions_and_answers_with_every_time_and_id(desk: Shop) -> None:
    scan, _, asked, answer = ndr.proof_of(agent(desk), AWB).entries
    assert (scan.kind, scan.code, scan.heard_at) == (
        EntryKind.SCAN, "UD-2", scan.at + timedelta(hours=3),
    )  # fmt: skip
    assert (asked.kind, asked.ids, asked.status) == (
        EntryKind.TO_CUSTOMER, ("wamid.OUT1",), "read",
    )  # fmt: skip
    assert asked.read_at == scan.at + timedelta(hours=3, minutes=9)
    assert (answer.kind, answer.text, answer.pressed, answer.ids) == (
        EntryKind.FROM_CUSTOMER, SAID, "choose_redelivery", ("wamid.IN1",),
    )  # fmt: skip


def test_what_was_spoken_says_that_a_machine_wrote_it_down(desk: Shop) -> None:
    answer = desk.session.scalars(
        select(MessageRow).where(MessageRow.shop_id == desk.id, MessageRow.text == SAID)
    ).one()
    assert "a machine wrote it down" not in _text(packed(agent(desk))[1])
    answer.body = {"transcribed": True}
    desk.session.flush()
    assert ndr.proof_of(agent(desk), AWB).entries[-1].is_transcribed
    assert "a machine wrote it down" in _text(packed(agent(desk))[1])


def _text(pdf: bytes) -> str:
    return "\n".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages)


def test_whoever_reaches_no_customers_gets_a_pack_with_masked_contacts(desk: Shop) -> None:
    proof = ndr.proof_of(desk.context(desk.actor(Role.VIEWER)), AWB)
    assert proof.facts.phone == "••••••5678"
    assert proof.entries[-1].text == "कोई नहीं आया, ₹2,499 तैयार है। Call ••••••5678"


def test_an_entry_that_is_changed_changes_every_digest_after_it(desk: Shop) -> None:
    proof = ndr.proof_of(agent(desk), AWB)
    content = ndr.content_of(proof)
    content[1]["text"] = "Delivered"
    again = ndr.chain(content)
    assert again[0] == proof.digests[0]
    assert not set(again[1:]) & set(proof.digests[1:])


def test_the_pdf_names_the_key_and_is_signed_by_it(desk: Shop, seal: ShopSeal) -> None:
    result, content = packed(agent(desk))
    verdict = seal.verify(content)
    assert (verdict.agrees, verdict.shop_id) == (True, desk.id)
    assert verdict.fingerprint == seal.fingerprint(desk.id) == result.facts["fingerprint"]
    pages = PdfReader(BytesIO(content)).pages
    assert verdict.fingerprint in pages[0].extract_text()


def test_what_the_pdf_shows_lies_in_it_exactly(desk: Shop) -> None:
    _, content = packed(agent(desk))
    (told,) = PdfReader(BytesIO(content)).attachments["content.json"]
    assert json.loads(told)["parts"][-1]["text"] == SAID


@pytest.mark.parametrize("place", [100, -200, -20])
def test_one_changed_byte_shows(desk: Shop, seal: ShopSeal, place: int) -> None:
    _, content = packed(agent(desk))
    changed = bytearray(content)
    changed[place] ^= 1
    assert not seal.verify(bytes(changed)).agrees


def test_what_is_put_after_the_signature_shows(desk: Shop, seal: ShopSeal) -> None:
    _, content = packed(agent(desk))
    assert not seal.verify(content + b"% one more page").signed


def test_another_shops_key_is_not_taken_for_this_ones(desk: Shop, tmp_path: Path) -> None:
    _, content = packed(agent(desk))
    verdict = ShopSeal(tmp_path / "elsewhere").verify(content)
    assert (verdict.agrees, verdict.shop_id) == (True, None)


def test_a_key_is_only_this_users_to_read_and_stays_the_same(tmp_path: Path) -> None:
    first = ShopSeal(tmp_path / "keys").fingerprint(7)
    (key,) = (tmp_path / "keys").iterdir()
    assert (key.name, key.stat().st_mode & 0o777) == ("shop-7.pem", 0o600)
    assert ShopSeal(tmp_path / "keys").fingerprint(7) == first


def test_a_customer_gets_no_pack(desk: Shop) -> None:
    buyer = desk.customer("Ravi Das")
    ctx = desk.context(desk.actor(Role.CUSTOMER, customer=buyer))
    with pytest.raises(NotAllowed):
        make_proof_pack.run(ctx, MakeProofPack(parcel=AWB))
    assert (
        desk.session.scalar(select(func.count(FileRow.id)).where(FileRow.shop_id == desk.id)) == 0
    )


def test_without_keys_nothing_is_given_out_unsigned(desk: Shop, tmp_path: Path) -> None:
    ctx = agent(desk.with_ports(Ports(shelf=Shelf(root=tmp_path / "files"))))
    with pytest.raises(Refused):
        make_proof_pack.run(ctx, MakeProofPack(parcel=AWB))
    assert (
        desk.session.scalar(select(func.count(FileRow.id)).where(FileRow.shop_id == desk.id)) == 0
    )
