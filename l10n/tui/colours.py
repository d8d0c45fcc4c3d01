"""The colours of what is shown, by theme; they only repeat what a sign or a word says."""

from __future__ import annotations

from collections.abc import Mapping

from rich.theme import Theme

from l10n.model import Risk, Severity, State

_COLOURS = {
    "good": ("", "text-success"),
    "doubtful": ("", "text-warning"),
    "bad": ("", "text-error"),
    "hint": ("", "text-primary"),
    "key": ("bold", "text-accent"),
    "term": ("underline", "text-primary"),
    "inserted": ("bold underline", "text-success"),
    "deleted": ("strike", "text-error"),
}
"""By name: what is seen without colour too, and the colour's name in Textual's themes."""
STATES = {
    State.UNTRANSLATED: "dim",
    State.DRAFT: "l10n.doubtful",
    State.TRANSLATED: "l10n.hint",
    State.REVIEWED: "l10n.good",
    State.APPROVED: "l10n.good",
}
RISKS = {Risk.HIGH: "l10n.bad", Risk.MEDIUM: "l10n.doubtful", Risk.LOW: ""}
SEVERITIES = {
    Severity.ERROR: "l10n.bad",
    Severity.WARNING: "l10n.doubtful",
    Severity.INFO: "l10n.hint",
}


def colours(variables: Mapping[str, str]) -> Theme:
    """The styles `l10n.good`, `l10n.bad` and so on, in the colours of Textual's theme."""
    return Theme({f"l10n.{n}": f"{form} {variables[of]}" for n, (form, of) in _COLOURS.items()})
