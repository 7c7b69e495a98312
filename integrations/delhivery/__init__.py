"""Delhivery: what to do about parcels told, and their way heard."""

from integrations.delhivery.courier import Delhivery
from integrations.delhivery.manifest import MANIFEST
from integrations.delhivery.reading import read_push

__all__ = ["MANIFEST", "Delhivery", "read_push"]
