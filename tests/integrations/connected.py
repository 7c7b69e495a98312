"""Adapters that ask a vendor's stand-in."""

from datetime import UTC, datetime

from app.doubles.delhivery import DelhiveryDouble
from app.doubles.shiprocket import ShiprocketDouble
from integrations.delhivery import Delhivery
from integrations.shiprocket import Shiprocket

NOW = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)


def shiprocket_at(address: str, *, password: str = "", seconds: float = 5.0) -> Shiprocket:
    """Return a connection with the stand-in's own login."""
    ours = ShiprocketDouble()
    return Shiprocket(
        ours.email, password or ours.password, base_url=f"{address}/v1/external", seconds=seconds
    )


def delhivery_at(address: str, *, token: str = "", seconds: float = 5.0) -> Delhivery:
    """Return a connection with the stand-in's own token."""
    token = token or DelhiveryDouble().token
    return Delhivery(token, base_url=address, seconds=seconds, clock=lambda: NOW)
