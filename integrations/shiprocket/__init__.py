"""Shiprocket: what to do about undelivered parcels told, and their way heard."""

from integrations.shiprocket.courier import Shiprocket
from integrations.shiprocket.manifest import MANIFEST
from integrations.shiprocket.reading import read_push

__all__ = ["MANIFEST", "Shiprocket", "read_push"]
