"""The shop of the evals, made once, and conversations with a scripted brain in it."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest

from agent.llm import ChatModel, Thought, ToolCall
from agent.scripted import ScriptedModel, Step
from evals.cases import Case, read_cases
from evals.grading import Grade, grade
from evals.running import Stage
from evals.shops import ShopTemplate, make_template
from tools import TOOLS, Tool


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> ShopTemplate:
    """The two shops every conversation gets a copy of."""
    return make_template(tmp_path_factory.mktemp("evals"))


@dataclass
class Examiner:
    """Grades one case that a test writes, played by a brain that a test scripts."""

    template: ShopTemplate
    folder: Path

    def case(self, toml: str) -> Case:
        """Read one case as it would stand in a file."""
        (self.folder / "tests.toml").write_text(toml, encoding="utf-8")
        (case,) = read_cases(self.folder)
        return case

    def grade(self, toml: str, *steps: Step, tools: tuple[Tool, ...] = TOOLS) -> Grade:
        """Play a case with a script, and grade it."""
        return self.played_by(ScriptedModel(*steps), self.case(toml), tools=tools)

    def played_by(self, model: ChatModel, case: Case, *, tools: tuple[Tool, ...] = TOOLS) -> Grade:
        """Play a case with a brain, and grade it."""
        catalogue = {tool.name: tool for tool in tools}
        stage = Stage(self.template, lambda _: model, catalogue=catalogue)
        return grade(asyncio.run(stage.play(case)))


@pytest.fixture
def examiner(template: ShopTemplate, tmp_path: Path) -> Examiner:
    """Who grades."""
    folder = tmp_path / "cases"
    folder.mkdir()
    return Examiner(template, folder)


def calls(name: str, **arguments: Any) -> Thought:
    """The brain calls one tool."""
    return Thought(calls=(ToolCall(id="0", name=name, arguments=arguments),))


def says(text: str) -> Callable[[Any], Thought]:
    """The brain answers in words."""
    return lambda _: Thought(text=text)


def with_tool(name: str, **changes: Any) -> tuple[Tool, ...]:
    """The product's tools with one of them changed."""
    return tuple(replace(tool, **changes) if tool.name == name else tool for tool in TOOLS)
