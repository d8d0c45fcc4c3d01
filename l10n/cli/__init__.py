"""The command line: one module a command, exit codes, rendering."""

from __future__ import annotations

__all__ = ["main"]


def main() -> None:
    """Run the command line and exit with its code."""
    from l10n.cli.program import run

    raise SystemExit(run())
