"""Coming in and going out."""

from collections.abc import Callable

from fastapi import APIRouter
from pydantic import BaseModel, ConfigDict, Field
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse

from channels.web.parts import Parts, WebParts
from channels.web.security import cookies_of
from channels.web.trouble import Trouble

router = APIRouter(prefix="/api")


_PLAIN = r"^[^\x00]*$"
"""No database keeps a NUL character, so that nobody is called one."""


class _Body(BaseModel):
    model_config = ConfigDict(extra="forbid", hide_input_in_errors=True)


class AsDemo(_Body):
    """Play someone of the demo shop."""

    sender: str = Field(max_length=200, pattern=_PLAIN)


class ByPassword(_Body):
    """E-mail and password."""

    email: str = Field(max_length=320, pattern=_PLAIN)
    password: str = Field(max_length=1_000)


class ByLink(_Body):
    """The token of a one-time link."""

    token: str = Field(max_length=500)


@router.post("/sign-in/demo")
async def sign_in_demo(request: Request, body: AsDemo, parts: WebParts) -> JSONResponse:
    """Open a session as someone of the demo shop, while the demo shop is on."""

    def enter() -> str | None:
        known = {person.sender for person in parts.doors.demo_people()}
        return parts.doors.open_demo(body.sender) if body.sender in known else None

    return await _open(request, parts, enter, otherwise="no-demo")


@router.post("/sign-in/password")
async def sign_in_password(request: Request, body: ByPassword, parts: WebParts) -> JSONResponse:
    """Open a session with e-mail and password."""
    account = body.email.strip().casefold()
    wait = parts.guesses.wait(account)
    if wait:
        raise Trouble(429, "too-many-tries", retry_after=wait)
    response = await _open(
        request,
        parts,
        lambda: parts.doors.password(body.email.strip(), body.password),
        otherwise="wrong-password",
    )
    parts.guesses.forget(account)
    return response


@router.post("/sign-in/link")
async def sign_in_link(request: Request, body: ByLink, parts: WebParts) -> JSONResponse:
    """Use up a one-time link. The link itself only shows a button, as chat apps open previews."""
    return await _open(
        request, parts, lambda: parts.doors.redeem_link(body.token), otherwise="used-link"
    )


@router.post("/sign-out")
async def sign_out(request: Request, parts: WebParts) -> JSONResponse:
    """Close the session everywhere it is open."""
    cookies = cookies_of(request, parts.settings)
    response = JSONResponse({"signed_in": False})
    secret = request.cookies.get(cookies.session)
    if secret:
        await run_in_threadpool(parts.doors.close, secret)
        parts.live.signed_out(secret)
    cookies.close(response)
    return response


async def _open(
    request: Request, parts: Parts, enter: Callable[[], str | None], *, otherwise: str
) -> JSONResponse:
    wait = parts.sign_ins.wait(request.client.host if request.client else "")
    if wait:
        raise Trouble(429, "too-many-tries", retry_after=wait)
    secret = await run_in_threadpool(enter)
    if secret is None:
        raise Trouble(401, otherwise)
    cookies = cookies_of(request, parts.settings)
    before = request.cookies.get(cookies.session)
    if before:
        await run_in_threadpool(parts.doors.close, before)
        parts.live.signed_out(before)
    response = JSONResponse({"signed_in": True})
    cookies.open(response, secret)
    return response
