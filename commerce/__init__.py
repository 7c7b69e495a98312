"""The business itself: orders, parcels, NDR, stock, reports. Knows no LLM and no web framework."""
