"""For couriers and messengers that are not connected: what is asked is kept in files.

Somebody uploads the requests to the courier's site, and sends the messages, by hand.
"""

from integrations.manual.courier import ManualCourier
from integrations.manual.messenger import ManualMessenger

__all__ = ["ManualCourier", "ManualMessenger"]
