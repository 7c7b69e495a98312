"""Slack: direct messages, mentions in channels, slash commands, approval cards, a home tab."""

from channels.slack.receive import CHANNEL, Desk, Receiver
from channels.slack.send import Books, Brought, SlackSender

__all__ = ["CHANNEL", "Books", "Brought", "Desk", "Receiver", "SlackSender"]
