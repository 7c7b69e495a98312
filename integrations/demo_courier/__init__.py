"""A courier for the demo shop: says yes and no as real ones do, and moves no parcel."""

from integrations.demo_courier.courier import DemoCourier

__all__ = ["DemoCourier"]
