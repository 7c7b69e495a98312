"""Files on their way in and out."""

from typing import Annotated

from fastapi import APIRouter, Path
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import UploadFile
from starlette.requests import Request
from starlette.responses import FileResponse, JSONResponse, Response

from channels.web.doors import Files
from channels.web.language import language_of
from channels.web.parts import Parts, SignedIn, WebParts
from channels.web.trouble import Trouble, says_no
from commerce.errors import BadFile, NotFound
from commerce.files import StoredFile

router = APIRouter(prefix="/api/files")

FileId = Annotated[str, Path(pattern=r"^[A-Za-z0-9_-]{32}$")]


_FORM = {
    "type": "object",
    "properties": {"file": {"type": "string", "format": "binary"}},
    "required": ["file"],
}


@router.post(
    "",
    status_code=201,
    openapi_extra={
        "requestBody": {"content": {"multipart/form-data": {"schema": _FORM}}, "required": True}
    },
)
async def upload(request: Request, visitor: SignedIn, parts: WebParts) -> Response:
    """Take one file, as a form's field `file`; it is read piece by piece and never held whole."""
    shelf = _shelf(parts)
    wait = parts.uploads.wait(visitor.actor.person_id)
    if wait:
        raise Trouble(429, "too-many-files", retry_after=wait)
    async with request.form(max_files=1, max_fields=1) as form:
        sent = form.get("file")
        if not isinstance(sent, UploadFile):
            raise Trouble(422, "no-file")
        try:
            kept = await run_in_threadpool(
                shelf.keep, visitor.actor, sent.filename or "", sent.file, visitor.language
            )
        except BadFile as error:
            return says_no(422, "bad-file", error.in_language(language_of(request, visitor.actor)))
    return JSONResponse(file_json(kept), status_code=201)


@router.get("/{file}")
async def download(file: FileId, visitor: SignedIn, parts: WebParts) -> FileResponse:
    """Give a file to whom may have it, to be saved and never to be run in the page."""
    try:
        found, path = await run_in_threadpool(_shelf(parts).open, visitor.actor, file)
    except NotFound as error:
        raise Trouble(404, "no-such-file") from error
    return FileResponse(path, media_type=found.kind.media_type, filename=found.name)


def file_json(file: StoredFile) -> dict[str, str | int]:
    """Write what the page shows of a file."""
    return {"id": file.id, "name": file.name, "type": file.kind.media_type, "size": file.size}


def _shelf(parts: Parts) -> Files:
    if parts.files is None:
        raise Trouble(404, "no-page")
    return parts.files
