"""Where in India a pincode lies (`commerce.pincodes`)."""

from commerce.pincodes import lies_in, states_of

__all__ = ["lies_in", "states_of"]
