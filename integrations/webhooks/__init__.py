"""Telling other programs of the shop's, by signed requests to public addresses alone."""

from integrations.webhooks.calling import HttpWebhooks, signature

__all__ = ["HttpWebhooks", "signature"]
