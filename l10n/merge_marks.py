"""The marks that git leaves in a file where a merge waits for a decision."""

from __future__ import annotations

import re
from pathlib import Path

from l10n.errors import L10nError

_MARK = re.compile(r"^(?:<{7} |={7}\r?$|>{7} )", re.MULTILINE)


def refuse_conflict(text: str, file: Path | str, error: type[L10nError]) -> None:
    """Raises `error` with the line where the first conflict begins that has all three marks."""
    begun: int | None = None
    halved = False
    for hit in _MARK.finditer(text) if "<<<<<<< " in text else ():
        if hit[0][0] == "<":
            begun, halved = hit.start(), False
        elif hit[0][0] == "=":
            halved = begun is not None
        elif begun is not None and halved:
            raise error(
                "an unresolved merge conflict",
                file=file,
                line=text.count("\n", 0, begun) + 1,
                remedy="choose between the two sides and remove the conflict markers",
            )
