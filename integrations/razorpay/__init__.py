"""Razorpay: payment links and refunds asked for, and what became of them heard."""

from integrations.razorpay.payments import Razorpay
from integrations.razorpay.reading import read_event, signed

__all__ = ["Razorpay", "read_event", "signed"]
