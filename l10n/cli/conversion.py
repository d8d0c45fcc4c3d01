"""What a value given on the command line becomes.

typer leaves that to pydantic, which takes a tenth of a second to import, even for an option that
nobody gave. So defaults, words, files and choices are taken here, and all the rest by typer:
numbers, and whatever is wrong.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from enum import StrEnum
from functools import cache, partialmethod
from pathlib import Path
from typing import Any

from typer.core import TyperArgument, TyperOption

_NO_VALUE = object()
_SPECIAL = ("parser", "exists", "resolve_path", "writable", "allow_dash")
"""What asks more of a value than its type."""


@cache
def spare() -> None:
    """Have typer convert only what takes it; other versions of it need no help."""
    for kind in (TyperArgument, TyperOption):
        if not hasattr(kind, "get_runtime_param"):
            continue
        kind.process_value = partialmethod(_converted, kind.process_value)  # type: ignore[assignment]


def _converted(param: Any, by_typer: Callable[..., Any], context: Any, value: Any) -> Any:
    if value is param.default and not param.required:
        return param.callback(context, param, value) if param.callback else value
    wanted, asked = param.type_descriptor.annotation, param.type_descriptor.parameter_info
    special = param.callback or any(getattr(asked, name, None) for name in _SPECIAL)
    simple = _NO_VALUE if special else _simple(value, wanted)
    return by_typer(param, context, value) if simple is _NO_VALUE else simple


def _simple(value: Any, wanted: Any) -> Any:
    """The value as the type says, or `_NO_VALUE` where that takes more than a look."""
    if isinstance(value, list | tuple):
        words = value and wanted == list[str] and all(isinstance(one, str) for one in value)
        return [*value] if words else _NO_VALUE
    if not isinstance(value, str):
        return _NO_VALUE
    if wanted is str:
        return value
    if wanted is Path and (os.access(value, os.R_OK) or not os.path.lexists(value)):
        return Path(value)
    if isinstance(wanted, type) and issubclass(wanted, StrEnum) and value in [*wanted]:
        return wanted(value)
    return _NO_VALUE
