"""The documents the agent may quote, and the index that finds them."""
