"""Structured logs: a line an event, with its turn, and never what people said or who they are."""

import logging
import re
import sys

import structlog

from app.settings import Settings

_TELLING = re.compile(
    r"[\w.+-]+@[\w-]+\.[\w.-]+"  # an e-mail address
    r"|(?<![\w.])\+?\d{10,13}(?![\w.])"  # a phone number
    r"|\bsk-[\w-]{8,}"  # an API key
    r"|(?i:(?<=bearer )\S+)"
    r"|(?<![\w-])[\w-]{43}(?![\w-])"  # a session, a link
    r"|(?<=DETAIL:)[^\n]*"  # what PostgreSQL quotes of a row
    r"|(?<=input_value=).*(?=, input_type)"  # what pydantic quotes of its input
)
"""What may stand in the words of an error that nobody foresaw."""


def discreet(text: str) -> str:
    """Return a text without what tells who somebody is, or lets somebody in."""
    return _TELLING.sub("…", text)


def _discreet_event(
    _logger: object, _name: str, event: structlog.types.EventDict
) -> structlog.types.EventDict:
    return {key: discreet(one) if isinstance(one, str) else one for key, one in event.items()}


class _DiscreetFormatter(logging.Formatter):
    def format(self, record: logging.LogRecord) -> str:
        return discreet(super().format(record))


def configure(settings: Settings) -> None:
    """Write log lines to standard error as the settings ask."""
    level = getattr(logging, settings.log_level.upper())
    renderer: structlog.types.Processor = (
        structlog.processors.JSONRenderer()
        if settings.log_format == "json"
        else structlog.dev.ConsoleRenderer(
            colors=sys.stderr.isatty(), exception_formatter=structlog.dev.plain_traceback
        )
    )
    structlog.configure(
        wrapper_class=structlog.make_filtering_bound_logger(level),
        processors=[
            structlog.contextvars.merge_contextvars,
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            structlog.processors.format_exc_info,
            _discreet_event,
            renderer,
        ],
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
        cache_logger_on_first_use=True,
    )
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(_DiscreetFormatter(logging.BASIC_FORMAT))
    logging.basicConfig(level=logging.WARNING, handlers=[handler])
    for noisy in ("httpx", "httpx2", "openai", "uvicorn.access"):
        logging.getLogger(noisy).setLevel(logging.WARNING)
