"""The command line: one module a command, exit codes, rendering."""

from __future__ import annotations

import gc

__all__ = ["main"]

_SELDOM = 200_000, 50, 1000
"""After how many new objects Python's collector looks at the young, the older, the old ones.

What a command reads it keeps to its end: with Python's own 700, 10, 10 a tenth of its time is spent
on going through it again and again.
"""


def main() -> None:
    """Run the command line and exit with its code."""
    gc.set_threshold(*_SELDOM)
    from l10n.cli.program import run

    code = run()
    gc.freeze()  # at the end, too, it would go through all that is left
    raise SystemExit(code)
