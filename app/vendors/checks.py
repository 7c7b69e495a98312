"""What a doctor looks at of couriers and payments: settings, and with leave the vendors."""

from collections.abc import Callable, Iterator
from typing import Final, NamedTuple
from urllib.parse import urlsplit

from app.settings import Settings
from app.vendors.hooks import secrets_of
from commerce.errors import OutsideFailure

_LETTERS: Final = 16
"""Fewer letters than this and a token may be guessed."""


class Finding(NamedTuple):
    """One thing looked at: `ok`, `warn` or `fail`, what was found, and what would put it right."""

    name: str
    state: str
    says: str
    fix: str = ""


def findings(settings: Settings, *, ask: bool) -> Iterator[Finding]:
    """Look at everything that is set up; with `ask`, log in there."""
    if settings.shiprocket_email:
        yield _login("shiprocket", lambda: _shiprocket(settings), ask=ask)
        yield _hook(settings, "shiprocket", settings.shiprocket_webhook_secret.get_secret_value())
        yield from _refused_address(settings)
    if settings.delhivery_token.get_secret_value():
        yield _login("delhivery", lambda: _delhivery(settings), ask=ask)
        yield _hook(settings, "delhivery", settings.delhivery_webhook_secret.get_secret_value())
    if settings.razorpay_key_id:
        yield _login("razorpay", lambda: _razorpay(settings), ask=ask)
        yield _hook(settings, "razorpay", settings.razorpay_webhook_secret.get_secret_value())


def _login(vendor: str, log_in: Callable[[], None], *, ask: bool) -> Finding:
    if not ask:
        return Finding(vendor, "ok", "set up, not asked (--ask-vendors asks)")
    try:
        log_in()
    except OutsideFailure as error:
        return Finding(vendor, "fail", str(error), "Look at the settings and the vendor's status.")
    return Finding(vendor, "ok", "lets us in")


def _hook(settings: Settings, vendor: str, setting: str) -> Finding:
    name, secrets = f"{vendor} webhook", secrets_of(setting)
    variable = f"SUPERECOM_{vendor.upper()}_WEBHOOK_SECRET"
    if not secrets:
        return Finding(
            name, "warn", "closed: it has no secret", f"openssl rand -hex 24, and set {variable}."
        )
    if min(map(len, secrets)) < _LETTERS:
        return Finding(
            name, "warn", "a secret can be guessed", f"openssl rand -hex 24, and set {variable}."
        )
    if not settings.public_url:
        return Finding(
            name, "warn", "open, at an address nobody knows",
            "Set SUPERECOM_PUBLIC_URL to how the outside reaches this server.",
        )  # fmt: skip
    path = "parcels" if vendor == "shiprocket" else vendor
    both = ", two secrets" if len(secrets) > 1 else ""
    return Finding(name, "ok", f"{settings.public_url.rstrip('/')}/hooks/{path}{both}")


def _refused_address(settings: Settings) -> Iterator[Finding]:
    from integrations.shiprocket import MANIFEST

    address = urlsplit(settings.public_url).netloc.casefold()
    words = [word for word in MANIFEST["webhook_refuses"] if word in address]
    if words:
        yield Finding(
            "shiprocket address", "warn", f"{address} holds {words[0]!r}",
            "Shiprocket's panel takes no webhook address with it: use another name for the host.",
        )  # fmt: skip


def _shiprocket(settings: Settings) -> None:
    from integrations.shiprocket import Shiprocket

    Shiprocket(
        settings.shiprocket_email, settings.shiprocket_password.get_secret_value(),
        base_url=settings.shiprocket_url,
    ).check()  # fmt: skip


def _delhivery(settings: Settings) -> None:
    from integrations.delhivery import Delhivery

    Delhivery(settings.delhivery_token.get_secret_value(), base_url=settings.delhivery_url).check()


def _razorpay(settings: Settings) -> None:
    from integrations.razorpay import Razorpay

    Razorpay(
        settings.razorpay_key_id, settings.razorpay_key_secret.get_secret_value(),
        base_url=settings.razorpay_url,
    ).check()  # fmt: skip
