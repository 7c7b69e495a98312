"""Messages about files: what came with one, what a file still waits for, lists wanted as files.

Files are told by rule and never guessed: only what was sent in this conversation can be meant.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from agent.llm import CallOutcome, Question, ToolCall
from agent.messages import Attachment
from agent.planner.deciding import Decider
from agent.planner.fields import enum_phrases, fields_of
from agent.planner.hearing import Ear, Heard
from agent.planner.leaning import act_of
from agent.planner.recognise.found import phrases_of
from agent.planner.recognise.pointers import POINTER
from agent.planner.steps import Step, call
from commerce.exports import SheetKind
from commerce.files import FileKind
from tools.arguments import Kind
from tools.exporting import FILTERS, ExportData, ExportOf, of_list
from tools.files import DateOrder, FileHolds

_IDS = (Kind.ORDER, Kind.PARCEL)
_SHEETS = {kind.media_type for kind in FileKind if kind.is_sheet} | {FileKind.TXT.media_type}
_READERS = ("import_file", "preview_import")
LOOK_BACK = 4
"""How many turns back a file may be meant by "import it"."""


class Attached:
    """Understands a message by the files of the conversation; `None` where it is not about them."""

    def __init__(self, decider: Decider, ear: Ear, attachments: Sequence[Attachment]) -> None:
        self._decider = decider
        self._ear = ear
        self._tools = decider.tools
        self._sent = tuple(attachments)

    def step(self, text: str) -> Step | None:
        """Return what a message means that has to do with files."""
        if self._sent:
            return self._about(self._sent, self._without_names(text), came_now=True)
        if not text:
            return None
        heard = self._ear.hear(text)
        return self._answered(heard) or self._exported(heard) or self._earlier(text, heard)

    # -- files that came ---------------------------------------------------------------------------

    def _about(self, files: Sequence[Attachment], text: str, *, came_now: bool) -> Step | None:
        heard = self._ear.hear(text) if text else None
        sheets = [one for one in files if one.media_type in _SHEETS]
        others = [one for one in files if one.media_type not in _SHEETS]
        order = self._order(heard) if heard else None
        if heard is not None and order and (others or self._says(heard, "keeps")):
            return self._kept_with(files, order)
        if heard is not None and (learnt := self._learnt(files, heard)) is not None:
            return learnt
        calls = [self._sheet(one, heard) for one in sheets]
        if sheets and all(calls):
            return Step(calls=tuple(one for one in calls if one is not None))
        if heard is not None and not self._is_about_files(heard) and came_now:
            return None
        return self._kept(others or files)

    def _sheet(self, file: Attachment, heard: Heard | None) -> ToolCall | None:
        asks = heard is not None and self._asks(heard)
        name = "preview_import" if asks else "import_file"
        tool = self._tools.get(name)
        if tool is None:
            return None
        return call(tool, {"file": file.file, **(_told(heard) if heard else {})})

    def _learnt(self, files: Sequence[Attachment], heard: Heard) -> Step | None:
        """Add documents to the knowledge where that is what the words ask for most."""
        tool = self._tools.get("add_knowledge")
        papers = [one for one in files if not one.media_type.startswith("image/")]
        readings, *_ = self._decider.weigh(heard)
        if tool is None or not papers or not readings or readings[0].tool is not tool:
            return None
        return Step(calls=tuple(call(tool, {"file": one.file}) for one in papers))

    def _kept_with(self, files: Sequence[Attachment], order: str) -> Step | None:
        tool = self._tools.get("attach_to_order")
        if tool is None:
            return self._kept(files)
        return Step(calls=tuple(call(tool, {"order": order, "file": one.file}) for one in files))

    def _kept(self, files: Sequence[Attachment]) -> Step:
        """Say that files are kept, and ask for the order that they may belong to."""
        ctx, tool = self._decider.ctx, self._tools.get("attach_to_order")
        names = ", ".join(one.name for one in files)
        if tool is None:
            return Step(text=ctx.say("files-kept-only", count=len(files), names=names))
        text = ctx.say("files-kept", count=len(files), names=names)
        if len(files) > 1:
            return Step(text=text)
        return Step(
            question=Question(
                text=text, tool=tool.name, arguments={"file": files[0].file}, argument="order"
            )
        )

    def _order(self, heard: Heard) -> str | None:
        ids = [f for f in heard.found if f.kind in _IDS]
        named = next((str(f.value) for f in ids if f.role != POINTER), None)
        if named is None and ids:
            return self._decider.memory.focus(Kind.ORDER)
        return named

    def _earlier(self, text: str, heard: Heard) -> Step | None:
        """Return what is asked of a file that came a little earlier: "import it now"."""
        past = list(self._decider.memory.past)[-LOOK_BACK:]
        files = next((turn.attachments for turn in reversed(past) if turn.attachments), ())
        if not files or len(heard.said.tokens) > 10:
            return None
        sheets = [one for one in files if one.media_type in _SHEETS]
        order = self._order(heard)
        if order and self._says(heard, "keeps"):
            return self._kept_with(files, order)
        if sheets and not order and self._says(heard, "reads_in"):
            return self._about(sheets, text, came_now=False)
        return None

    def _is_about_files(self, heard: Heard) -> bool:
        few = len(heard.said.tokens) <= 3
        return few or any(self._says(heard, key) for key in ("reads_in", "keeps"))

    def _asks(self, heard: Heard) -> bool:
        if self._says(heard, "reads_in"):
            return False
        return "?" in heard.said.text or self._says(heard, "asks")

    def _says(self, heard: Heard, key: str) -> bool:
        return bool(phrases_of("file_words", key).find(heard.said.tokens))

    def _without_names(self, text: str) -> str:
        """Return what was said beside the names that a channel writes for files alone."""
        for file in self._sent:
            text = text.replace(file.name, " ")
        return text.strip(" ,\n")

    # -- what a file was asked for -----------------------------------------------------------------

    def _answered(self, heard: Heard) -> Step | None:
        """Complete the call that asked, by the words of its answer."""
        asked = self._asked()
        if asked is None or asked.call.name not in self._tools or len(heard.said.tokens) > 8:
            return None
        agreed = act_of(heard.said) == "yes"
        match asked.facts.get("needs_answer"):
            case "dates" | "kind" as about:
                answer = {k: v for k, v in _told(heard).items() if k == about}
            case "columns" if agreed:
                answer = {"kind": asked.facts.get("kind"), "confirmed": True}
            case "again" if agreed:
                answer = {"again": True}
            case _:
                return None
        if not answer:
            return None
        return Step(calls=(call(self._tools[asked.call.name], asked.call.arguments | answer),))

    def _asked(self) -> CallOutcome | None:
        past = self._decider.memory.past
        outcomes = past[-1].outcomes if past else ()
        return next(
            (
                o
                for o in reversed(outcomes)
                if o.call.name in _READERS and "needs_answer" in o.facts
            ),
            None,
        )

    # -- lists as files ----------------------------------------------------------------------------

    def _exported(self, heard: Heard) -> Step | None:
        """Return the list shown last as a file, where that is what is pointed at."""
        tool, before = self._tools.get("export_data"), self._decider.memory.last_call
        if tool is None or before is None or not self._says(heard, "makes"):
            return None
        said = self._decider.fill(tool.name, heard).arguments
        what = said.pop("what", None)
        if before.name == tool.name:
            listed: dict[str, Any] | None = dict(before.arguments)
        else:
            listed = of_list(before.name, before.arguments)
        pointed = self._says(heard, "points") or len(heard.said.tokens) <= 4
        if listed is None or not pointed or what not in (None, listed["what"]):
            return None
        return Step(calls=(call(tool, fitting({**listed, **said})),))


def _told(heard: Heard) -> dict[str, Any]:
    """Return what a sentence says of a sheet, where it says one thing only."""
    told = {}
    for name, words in (("kind", FileHolds), ("dates", DateOrder)):
        values = enum_phrases(words).values(heard.said.tokens)
        if len(values) == 1:
            told[name] = values.pop()
    return told


def fitting(arguments: Mapping[str, Any]) -> dict[str, Any]:
    """Return an export's arguments without words of a closed set that mean another list.

    "Pending" is a word of orders and "rto" one of orders and parcels: where the list that is
    wanted has a filter for what was said, the same word read for another list says nothing more.
    """
    what = arguments.get("what")
    if what not in set(ExportOf):
        return dict(arguments)
    own = FILTERS[ExportOf(what)]
    sets = {
        spot.name for spot in fields_of(ExportData) if spot.words not in (None, ExportOf, SheetKind)
    }
    if not any(name in own for name in sets & arguments.keys()):
        return dict(arguments)
    return {key: value for key, value in arguments.items() if key not in sets or key in own}


def with_fitting_exports(step: Step) -> Step:
    """Return a step whose exports carry only what their lists can be narrowed by."""
    return replace(
        step,
        calls=tuple(
            one.model_copy(update={"arguments": fitting(one.arguments)})
            if one.name == "export_data"
            else one
            for one in step.calls
        ),
    )
