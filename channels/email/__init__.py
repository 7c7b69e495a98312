"""E-mail, out only: letters to customers and reports to people of the shop."""

from channels.email.send import CHANNEL, EmailSender, Server

__all__ = ["CHANNEL", "EmailSender", "Server"]
