"""How the web chat says no: a sentence, a code for the page, and a reference for the log."""

import logging
import secrets
from http import HTTPStatus
from typing import Any

from pydantic import BaseModel
from starlette.exceptions import HTTPException
from starlette.responses import JSONResponse

from commerce.words import say

log = logging.getLogger("channels.web")


class Reason(BaseModel):
    """Why a request is refused."""

    code: str
    """For the page's script."""
    says: str
    """For the person, in their language."""
    reference: str | None = None
    """Of a crash: under what the log has it."""


class Refusal(BaseModel):
    """What every request that is refused gets."""

    error: Reason


REFUSALS: dict[int | str, dict[str, Any]] = {
    status: {"model": Refusal, "description": HTTPStatus(status).phrase}
    for status in (400, 401, 403, 404, 405, 409, 413, 415, 422, 429, 500)
}
"""What any route of the API may answer besides what it is for."""

PAGE_REFUSALS: dict[int | str, dict[str, Any]] = {
    status: {"description": HTTPStatus(status).phrase, "content": {"text/html": {}}}
    for status in (403, 404, 409, 422)
}
"""What any page may answer in place of itself; before a page sees it, a request may be refused as
those of the API are."""


class Trouble(HTTPException):
    """A request that is refused; the sentence is `web-error-<code>` in the catalogue.

    An HTTPException because FastAPI lets nothing else pass while it reads a body.
    """

    def __init__(self, status: int, code: str, *, retry_after: int = 0) -> None:
        super().__init__(status, code)
        self.code = code
        self.retry_after = retry_after


def trouble_response(trouble: Trouble, language: str) -> JSONResponse:
    """Draw a refusal for the page's script."""
    headers = {"Retry-After": str(trouble.retry_after)} if trouble.retry_after else None
    says = say(language, f"web-error-{trouble.code}")
    body = {"error": {"code": trouble.code, "says": says}}
    return JSONResponse(body, status_code=trouble.status_code, headers=headers)


def says_no(status: int, code: str, says: str) -> JSONResponse:
    """Draw a refusal of the business, whose sentence says what would work."""
    return JSONResponse({"error": {"code": code, "says": says}}, status_code=status)


def log_crash(error: BaseException, where: str) -> str:
    """Log what nobody foresaw; return the reference under which the log has it."""
    reference = secrets.token_hex(4)
    log.error("%s failed, reference %s", where, reference, exc_info=error)
    return reference


def crash_response(reference: str, language: str) -> JSONResponse:
    """Apologise without saying what happened inside."""
    says = say(language, "web-error-crash", reference=reference)
    return JSONResponse(
        {"error": {"code": "crash", "says": says, "reference": reference}}, status_code=500
    )
