"""Values of options that need reading."""

from __future__ import annotations

from datetime import date, datetime

from l10n.errors import UsageError


def day(text: str | None) -> date | None:
    """A date written as 2024-01-31; `UsageError` for anything else."""
    if text is None:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise UsageError(f"{text!r} is no date", remedy="write it like 2024-01-31") from None


def today() -> date:
    """The day that it is here."""
    return datetime.now().astimezone().date()
