"""What a doctor looks at of WhatsApp and SMS: settings, and with leave the carrier itself."""

from collections.abc import Iterator
from typing import Final

from app.connecting.whatsapp import secrets_of
from app.settings import Settings
from app.vendors.checks import Finding
from commerce.deliveries import Later, Refusal
from commerce.messaging import Approval

_TWILIO_LETTERS: Final = 32


def whatsapp_findings(settings: Settings, *, ask: bool) -> Iterator[Finding]:
    """Look at everything, where WhatsApp is set up; with `ask`, ask the carrier."""
    if not settings.whatsapp_carrier:
        return
    yield _way_in("whatsapp", settings)
    yield _secrets(settings)
    if not ask:
        said = f"by {settings.whatsapp_carrier}, not asked (--ask-vendors asks)"
        yield Finding("whatsapp", "ok", said)
        return
    yield from _asked(settings)


def sms_findings(settings: Settings, *, ask: bool) -> Iterator[Finding]:
    """Look at everything, where SMS is set up."""
    if not settings.sms_number:
        return
    yield _way_in("sms", settings)
    if settings.sms_number.startswith("+91") and not settings.sms_dlt:
        fix = "Set SUPERECOM_SMS_DLT=true, and add the registered texts."
        yield Finding("sms", "warn", "Indian numbers only carry registered texts", fix)


def _asked(settings: Settings) -> Iterator[Finding]:
    from app.template_work import told_by_carrier

    try:
        told = told_by_carrier(settings)
    except (Later, Refusal) as error:
        fix = "Look at the account, its token, and the carrier's status."
        yield Finding("whatsapp", "fail", str(error), fix)
        return
    yield Finding("whatsapp", "ok", f"{settings.whatsapp_carrier} lets us in")
    approved = sum(one.approval is Approval.APPROVED for one in told)
    if approved:
        yield Finding("whatsapp templates", "ok", f"{approved} approved")
    else:
        fix = "Have some approved: who has not written for 24 hours cannot be reached."
        yield Finding("whatsapp templates", "warn", "none is approved", fix)


def _way_in(name: str, settings: Settings) -> Finding:
    if not settings.public_url.startswith("https://"):
        fix = "Set SUPERECOM_PUBLIC_URL, with https, exactly as it stands at the carrier."
        return Finding(f"{name} requests", "warn", "at an address no carrier can reach", fix)
    where = f"{settings.public_url.rstrip('/')}/hooks/{name}/messages"
    return Finding(f"{name} requests", "ok", where)


def _secrets(settings: Settings) -> Finding:
    name = "whatsapp signatures"
    by_twilio = settings.whatsapp_carrier == "twilio"
    said = settings.twilio_auth_token if by_twilio else settings.whatsapp_app_secret
    secrets = secrets_of(said.get_secret_value())
    if not secrets:
        which = "TWILIO_AUTH_TOKEN" if by_twilio else "WHATSAPP_APP_SECRET"
        return Finding(
            name, "fail", "nothing tells requests from others'", f"Set SUPERECOM_{which}."
        )
    if min(map(len, secrets)) < _TWILIO_LETTERS:
        return Finding(name, "warn", "the secret is too short", "Copy all 32 letters of it.")
    return Finding(name, "ok", "two secrets" if len(secrets) > 1 else "one secret")
