"""The published facts of `manifest.toml`."""

import tomllib
from collections.abc import Mapping
from importlib.resources import files
from typing import Any, Final

MANIFEST: Final[Mapping[str, Any]] = tomllib.loads(
    (files("integrations.shiprocket") / "manifest.toml").read_text(encoding="utf-8")
)
