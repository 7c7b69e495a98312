"""A payment provider for the demo shop: says yes and no as real ones do, and moves no money."""

from integrations.demo_payments.payments import DemoPayments

__all__ = ["DemoPayments"]
