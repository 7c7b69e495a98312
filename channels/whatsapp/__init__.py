"""WhatsApp, through Twilio or Meta's Cloud API."""

from channels.whatsapp.media import Passes, ReadFile, Thing, thing_of
from channels.whatsapp.meta_line import MetaLine
from channels.whatsapp.meta_receive import MetaReceiver
from channels.whatsapp.meta_send import MetaWhatsApp
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
    "MetaLine",
    "MetaReceiver",
    "MetaWhatsApp",
    "Passes",
    "ReadFile",
    "Thing",
    "TwilioReceiver",
    "TwilioWhatsApp",
    "thing_of",
]
