"""Brings letters to an SMTP server.

A letter's Message-ID is made from its delivery's key: the same letter twice has the same one, and
mailboxes show it once.
"""

import hashlib
import smtplib
import ssl
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from email.errors import MessageError
from email.message import EmailMessage
from email.utils import format_datetime, parseaddr
from typing import Final, Literal

from channels.contents import content_of
from channels.email.render import cid_of, letter_of
from commerce import words
from commerce.deliveries import DeliveryKind, Later, Outgoing, Part, Refusal
from tools import pictures, table_files
from tools.cards import TableCard

CHANNEL: Final = "email"
PATIENCE: Final = 20.0
"""Seconds to wait for each answer of the server."""

ReadFile = Callable[[int, str], bytes | None]
"""Returns the bytes of a shop's file; `None` where they are gone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Server:
    """The SMTP server, and who writes by it."""

    host: str
    port: int
    security: Literal["starttls", "tls", "none"]
    user: str
    password: str
    sender: str
    """As the header `From` has it."""
    unsubscribe: str
    """Where to ask for no more letters: `mailto:…` or `https://…`."""


class EmailSender:
    """Fills `commerce.deliveries.Sender`."""

    def __init__(self, server: Server, read_file: ReadFile) -> None:
        """Take the server, and who reads the shop's files."""
        self._server = server
        self._read_file = read_file

    def parts(self, outgoing: Outgoing, now: datetime) -> Sequence[Part]:
        """Return the one letter it is."""
        if outgoing.kind is DeliveryKind.REDRAW:
            return []
        return [letter_of(content_of(outgoing.kind, outgoing.body))]

    def send(self, outgoing: Outgoing, part: Part, key: str) -> str:
        """Hand over the letter and return its Message-ID.

        Raises:
            Later: The server is away, asks to wait, or does not let us in at present.
            Refusal: The server will never take it.
        """
        letter = self._letter(outgoing, part, f"{outgoing.shop_id}:{key}")
        try:
            with self._connected() as smtp:
                smtp.send_message(letter)
        except smtplib.SMTPRecipientsRefused as error:
            code, said = next(iter(error.recipients.values()))
            raise _ours(code, said) from error
        except smtplib.SMTPAuthenticationError as error:
            # Somebody can mend the password while it waits.
            raise Later("SMTP: the password is not taken", code=str(error.smtp_code)) from error
        except smtplib.SMTPResponseException as error:
            raise _ours(error.smtp_code, error.smtp_error) from error
        except smtplib.SMTPNotSupportedError as error:
            raise Later(f"SMTP: {error}") from error
        except (smtplib.SMTPException, OSError) as error:
            raise Later(f"SMTP: {type(error).__name__}") from error
        return str(letter["Message-ID"])

    @contextmanager
    def _connected(self) -> Iterator[smtplib.SMTP]:
        server = self._server
        secure = ssl.create_default_context()
        smtp: smtplib.SMTP
        if server.security == "tls":
            smtp = smtplib.SMTP_SSL(server.host, server.port, timeout=PATIENCE, context=secure)
        else:
            smtp = smtplib.SMTP(server.host, server.port, timeout=PATIENCE)
        try:
            if server.security == "starttls":
                smtp.starttls(context=secure)
            if server.user:
                smtp.login(server.user, server.password)
            yield smtp
        finally:
            with suppress(smtplib.SMTPException, OSError):
                smtp.quit()
            smtp.close()

    def _letter(self, outgoing: Outgoing, part: Part, key: str) -> EmailMessage:
        letter = EmailMessage()
        sender = self._server.sender
        own = parseaddr(sender)[1]
        try:
            letter["To"] = outgoing.address
        except (ValueError, MessageError, IndexError) as error:
            said = words.say(words.FALLBACK, "email-refused-address", address=outgoing.address)
            raise Refusal(said, code="address") from error
        letter["From"] = sender
        letter["Subject"] = part["subject"]
        letter["Date"] = format_datetime(datetime.now(UTC))
        name = hashlib.sha256(key.encode()).hexdigest()[:40]
        letter["Message-ID"] = f"<{name}@{own.rpartition('@')[2]}>"
        letter["List-Unsubscribe"] = f"<{self._server.unsubscribe}>"
        letter["Auto-Submitted"] = "auto-generated"
        letter.set_content(part["text"])
        letter.add_alternative(part["html"], subtype="html")
        shown = letter.get_body(("html",))
        assert isinstance(shown, EmailMessage), "It was put there just now."
        for place, one in enumerate(part["charts"]):
            card = pictures.card_in(one["chart"])
            picture = pictures.png(card, language=one["language"])
            shown.add_related(
                picture, "image", "png", cid=f"<{cid_of(place)}>", filename="chart.png"
            )
        for one in part["files"]:
            kind, _, subkind = one["media_type"].partition("/")
            letter.add_attachment(
                self._bytes_of(outgoing, one), maintype=kind, subtype=subkind,
                filename=one["name"],
            )  # fmt: skip
        return letter

    def _bytes_of(self, outgoing: Outgoing, one: Part) -> bytes:
        if "table" in one:
            return table_files.xlsx(TableCard.model_validate(one["table"]))
        data = self._read_file(outgoing.shop_id, one["file"])
        if data is None:
            raise Refusal(words.say(words.FALLBACK, "email-refused-file"), code="file")
        return data


def _ours(code: int, said: bytes | str) -> Later | Refusal:
    """Return what an answer of the server's means to us (RFC 5321, 4.2.1: 4… is for now)."""
    text = said.decode(errors="replace") if isinstance(said, bytes) else said
    if code < 500:
        return Later(f"SMTP: {code} {text}", code=str(code))
    whole = words.say(words.FALLBACK, "email-refused", said=f"{code} {text}")
    return Refusal(whole, code=str(code))
