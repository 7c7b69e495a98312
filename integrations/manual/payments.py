"""Refunds and payment links as lines of a CSV file that somebody sees to by hand."""

from pathlib import Path

from commerce.ports import LinkClosing, LinkRequest, LinkState, Refund
from integrations.manual.sheet import Sheet

FILE_NAME = "payment-requests.csv"
HEADER = (
    "what", "order", "amount", "currency", "name", "phone", "email", "pay_by", "request_key",
)  # fmt: skip


class ManualPayments:
    """Fills `commerce.ports.Payments` by appending to `payment-requests.csv` in a folder.

    Safe to use from several processes at once. A request whose key is in the file is not written
    again; the reference is the number of its line.
    """

    def __init__(self, folder: Path) -> None:
        """Take the folder to keep the file in; it is made when first needed."""
        self._sheet = Sheet(folder / FILE_NAME, HEADER)

    def refund(self, refund: Refund) -> str:
        """Write one refund down, once, and return `line N`.

        Raises:
            Unavailable: The file cannot be written now.
        """
        amount = refund.amount
        cells = ("refund", refund.order, str(amount.major), amount.currency, "", "", "", "")
        return f"line {self._sheet.line_of((*cells, refund.key))}"

    def send_link(self, link: LinkRequest) -> str:
        """Write one link down, once, and return `line N`.

        Raises:
            Unavailable: The file cannot be written now.
        """
        cells = (
            "payment link", link.order, str(link.amount.major), link.amount.currency, link.name,
            link.phone or "", link.email or "", link.expires_at.isoformat(), link.key,
        )  # fmt: skip
        return f"line {self._sheet.line_of(cells)}"

    def close_link(self, closing: LinkClosing) -> str:
        """Write down, once, that a link is to be closed, and return `line N`.

        Raises:
            Unavailable: The file cannot be written now.
        """
        cells = ("close payment link", closing.order, "", "", "", "", "", "", closing.key)
        return f"line {self._sheet.line_of(cells)}"

    def link_state(self, key: str) -> LinkState:
        """Return that nobody knows: whether it was paid stands with the provider alone."""
        return LinkState.OPEN
