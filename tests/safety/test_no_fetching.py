"""Nothing that people send makes the server reach out: an address in a file is only text."""

import ast
import io
import socket
from pathlib import Path

import pytest
import xlsxwriter  # type: ignore[import-untyped]  # It ships no types.

import app
from commerce import imports
from commerce.files import Shelf
from tests.builders import Shop

ROOT = Path(app.__file__).parents[1]
OURS = ("agent", "app", "channels", "commerce", "integrations", "knowledge", "prompts", "tools")
REACHES_OUT = {
    "aiohttp", "ftplib", "http.client", "httpx", "httpx2", "openai", "requests", "smtplib",
    "socket", "urllib.request", "urllib3",
}  # fmt: skip
MAY = (
    "agent/openai_brain/",  # The LLM of the operator's choice, by the operator's setting.
    "agent/workers.py",  # Asks this machine for its name.
    "app/connecting/slack.py",  # Files of its workspace, from the operator's Slack alone.
    "app/durable/dbos_timers.py",  # Asks this machine for its name.
    "app/doubles/",  # Vendors' stand-ins, which call back as the vendors do.
    "app/doctor.py",  # Tries what is set, for whoever sits at the machine.
    "app/server.py",  # Listens.
    "app/simulator/phones.py",  # This very server, beside the demo shop.
    "app/transcribing.py",  # The transcription server of the operator's choice.
    "app/worker.py",  # Asks this machine for its name.
    "channels/email/send.py",  # The operator's SMTP server.
    "channels/slack/send.py",  # Pictures and files into the operator's Slack.
    "channels/twilio/line.py",  # The operator's Twilio; what people sent, from nowhere else.
    "channels/whatsapp/meta_line.py",  # Meta, at the address the operator sets.
    "knowledge/collections.py",  # The Chroma server of the operator's choice.
    "integrations/asking.py",  # Couriers, at the address the operator sets.
    "integrations/delhivery/courier.py",  # By the door of `asking`.
    "integrations/razorpay/payments.py",  # At the address the operator sets.
    "integrations/shiprocket/courier.py",  # By the door of `asking`.
    "integrations/webhooks/",  # Public addresses alone, of workflows that somebody switched on.
)
INSIDE = ("http://127.0.0.1:9/", "http://169.254.169.254/latest/meta-data", "file:///etc/passwd")


def test_only_what_the_operator_sets_is_ever_reached() -> None:
    found = {
        path.relative_to(ROOT).as_posix()
        for folder in OURS
        for path in (ROOT / folder).rglob("*.py")
        if REACHES_OUT & _imported(path)
    }
    assert [one for one in found if not one.startswith(MAY)] == []


def _imported(path: Path) -> set[str]:
    names = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        if isinstance(node, ast.ImportFrom) and node.module:
            names |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
    return names


def _workbook(addresses: tuple[str, ...]) -> bytes:
    """Return stock with addresses as text, as links, as formulas of other files and of the web."""
    made = io.BytesIO()
    book = xlsxwriter.Workbook(made)
    sheet = book.add_worksheet()
    sheet.write_row(0, 0, ("SKU", "Warehouse", "On hand", "Note"))
    for row, address in enumerate(addresses, 1):
        sheet.write_row(row, 0, ("KURTI-1", "PUN", row, address))
        sheet.write_url(row, 4, address)
        sheet.write_formula(row, 5, f"='{address}[book.xlsx]Sheet1'!A1")
        sheet.write_formula(row, 6, f'=WEBSERVICE("{address}")')
    book.close()
    return made.getvalue()


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
@pytest.mark.parametrize("name", ["stock.xlsx", "stock.csv"])
def test_addresses_in_a_file_are_never_followed(
    shop: Shop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    shop.stock(shop.variant("KURTI-1"), shop.warehouse("PUN"))
    text = "SKU,Warehouse,On hand,Note\n" + "".join(f"KURTI-1,PUN,3,{one}\n" for one in INSIDE)
    content = _workbook(INSIDE) if name.endswith("xlsx") else text.encode()
    shelf, ctx = Shelf(root=tmp_path / "files"), shop.context()
    shop.session.flush()

    def nowhere(*_: object) -> None:
        raise AssertionError("Somebody reached out.")

    for how in ("connect", "connect_ex", "sendto"):
        monkeypatch.setattr(socket.socket, how, nowhere)
    monkeypatch.setattr(socket, "getaddrinfo", nowhere)
    staged = imports.stage(ctx, shelf, io.BytesIO(content), name=name)
    previewed = imports.preview(ctx, shelf, staged.id, imports.Options(kind="stock"))
    assert previewed.ready
