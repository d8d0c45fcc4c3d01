"""Patterns that are compiled when they are first used.

To compile the patterns of all languages takes longer than to check an article in one of them.
"""

from __future__ import annotations

import re
from typing import Any, cast

_METHODS = ("findall", "finditer", "fullmatch", "match", "search", "split", "sub", "subn")


class _Late:
    """Has what `re.Pattern` has; its methods come with the first one that is asked for."""

    def __init__(self, expression: str, flags: int) -> None:
        self.pattern = expression
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        compiled = re.compile(self.pattern, self._flags)
        self.__dict__.update((method, getattr(compiled, method)) for method in _METHODS)
        return getattr(compiled, name)


def late(expression: str, flags: int = 0) -> re.Pattern[str]:
    """What `re.compile` makes of these, made when it is used."""
    return cast("re.Pattern[str]", _Late(expression, flags))
