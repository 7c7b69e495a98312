"""For couriers that are not connected: requests are kept in a file, to be uploaded by hand."""

from integrations.manual.courier import ManualCourier

__all__ = ["ManualCourier"]
