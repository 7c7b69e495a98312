"""The functions the agent may call."""

from tools.base import Arguments, Effect, Mention, Preview, Tool, ToolResult, allowed

TOOLS: tuple[Tool, ...] = ()

__all__ = ["TOOLS", "Arguments", "Effect", "Mention", "Preview", "Tool", "ToolResult", "allowed"]
