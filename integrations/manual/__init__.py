"""For couriers, messengers and payment providers that are not connected: files of what is asked.

Somebody uploads the requests to the courier's site, sends the messages and sees to the payments,
by hand.
"""

from integrations.manual.courier import ManualCourier
from integrations.manual.messenger import ManualMessenger
from integrations.manual.payments import ManualPayments

__all__ = ["ManualCourier", "ManualMessenger", "ManualPayments"]
