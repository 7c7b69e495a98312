"""What the LLM cost a shop: by conversation and day, in millionths of its currency's unit."""

from commerce.spending.queries import note, spent
from commerce.spending.types import Spending, Spent

__all__ = ["Spending", "Spent", "note", "spent"]
