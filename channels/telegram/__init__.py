"""Telegram: private chats, and groups in which the assistant is spoken to."""

from channels.telegram.line import Line
from channels.telegram.receive import HEADER, PATH, Receiver
from channels.telegram.send import TelegramSender
from channels.telegram.updates import CHANNEL, Me

__all__ = ["CHANNEL", "HEADER", "PATH", "Line", "Me", "Receiver", "TelegramSender"]
