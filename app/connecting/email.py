"""E-mail, connected as the settings say."""

from email.utils import parseaddr

from app.messengers import Messengers
from app.settings import Settings
from channels.connected import Connected
from channels.email import CHANNEL, EmailSender, Server
from commerce.errors import Refused


def connect_email(settings: Settings, messengers: Messengers) -> Connected | None:
    """Return e-mail connected, or `None` where no server is set.

    Raises:
        Refused: It is not said who writes, or a password would travel in the clear.
    """
    if not settings.email_host:
        return None
    own = parseaddr(settings.email_from)[1]
    if "@" not in own:
        raise Refused("error-email-from")
    if settings.email_security == "none" and settings.email_user:
        raise Refused("error-email-clear")
    server = Server(
        host=settings.email_host, port=settings.email_port, security=settings.email_security,
        user=settings.email_user, password=settings.email_password.get_secret_value(),
        sender=settings.email_from,
        unsubscribe=settings.email_unsubscribe or f"mailto:{own}?subject=unsubscribe",
    )  # fmt: skip
    return Connected(channel=CHANNEL, sender=EmailSender(server, messengers.read_file))
