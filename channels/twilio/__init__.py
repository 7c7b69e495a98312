"""Twilio, as far as WhatsApp and SMS share it: its signature, its REST API, its codes."""

from channels.twilio.codes import note_of, why
from channels.twilio.forms import Form, SignedForms
from channels.twilio.line import TwilioLine

__all__ = ["Form", "SignedForms", "TwilioLine", "note_of", "why"]
