"""WhatsApp, through Twilio or Meta's Cloud API."""

from channels.whatsapp.media import Passes, ReadFile, Thing, thing_of
from channels.whatsapp.twilio_receive import (
    CHANNEL,
    MEDIA,
    MESSAGES,
    STATUS,
    TwilioReceiver,
)
from channels.whatsapp.twilio_send import Allowed, TwilioWhatsApp

__all__ = [
    "CHANNEL",
    "MEDIA",
    "MESSAGES",
    "STATUS",
    "Allowed",
    "Passes",
    "ReadFile",
    "Thing",
    "TwilioReceiver",
    "TwilioWhatsApp",
    "thing_of",
]
