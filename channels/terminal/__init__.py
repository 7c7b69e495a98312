"""The terminal: replies drawn with rich."""

from channels.terminal.render import draw

__all__ = ["draw"]
