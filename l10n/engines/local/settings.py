"""What l10n.yml may say of the embedded engine."""

from __future__ import annotations

import difflib
import os
from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Literal, TypeAlias

from l10n.errors import SettingsError

PromptStyle: TypeAlias = Literal["completion", "chat"]
"""Whether the model is given text to go on with, or a conversation in its own template."""


@dataclass(frozen=True, slots=True)
class LocalSettings:
    """The settings under `engines: local:`."""

    model: str = ""
    """Name of a known model, or path of a .gguf file; "" chooses by itself."""
    prompt: PromptStyle = "completion"
    """How the model is asked."""
    threads: int = 0
    """Threads to compute with; 0 takes one a physical core."""


def parse(settings: Mapping[str, object]) -> LocalSettings:
    """The settings, checked; SettingsError names a key or value that is wrong."""
    known = [f.name for f in fields(LocalSettings)]
    for key in settings:
        if key not in known:
            near = difflib.get_close_matches(str(key), known, n=1)
            remedy = f"did you mean {near[0]}?" if near else f"known are {', '.join(known)}"
            raise SettingsError(f"engines.local: unknown key {key!r}", remedy=remedy)
    model = settings.get("model", "")
    if not isinstance(model, str):
        raise SettingsError("engines.local.model is not a text", remedy="give a name or a path")
    prompt = settings.get("prompt", "completion")
    if prompt not in ("completion", "chat"):
        raise SettingsError(f"engines.local.prompt: {prompt!r}", remedy="give completion or chat")
    threads = settings.get("threads", 0)
    most = os.cpu_count() or 1
    if not isinstance(threads, int) or isinstance(threads, bool) or not 0 <= threads <= most:
        raise SettingsError(
            f"engines.local.threads: {threads!r}", remedy=f"give a number from 0 to {most}"
        )
    return LocalSettings(model=model, prompt=prompt, threads=threads)
