"""SMS, through Twilio; in India with texts that are registered with DLT."""

from channels.sms.receive import CHANNEL, MESSAGES, STATUS, SmsReceiver
from channels.sms.send import Allowed, SmsSender

__all__ = ["CHANNEL", "MESSAGES", "STATUS", "Allowed", "SmsReceiver", "SmsSender"]
