"""What a doctor looks at of messengers: each looks only where it is set up."""

from collections.abc import Callable, Iterator
from typing import Final

from app.connecting.slack_checks import slack_findings
from app.connecting.telegram_checks import telegram_findings
from app.connecting.whatsapp_checks import sms_findings, whatsapp_findings
from app.settings import Settings
from app.vendors.checks import Finding

CHECKS: Final[tuple[Callable[..., Iterator[Finding]], ...]] = (
    slack_findings,
    telegram_findings,
    whatsapp_findings,
    sms_findings,
)
"""Called with the settings and `ask`: whether the vendor itself may be asked."""


def channel_findings(settings: Settings, *, ask: bool) -> Iterator[Finding]:
    """Look at every messenger."""
    for check in CHECKS:
        yield from check(settings, ask=ask)
