"""What is made of the model's answer."""

from __future__ import annotations

from l10n.engines import answers

_QUOTES = {'"': '"', "“": "”", "'": "'", "‘": "’"}


def clean(answer: str, source: str, label: str = "") -> str:
    """The answer on one line, without the label and the quotes that the model has added."""
    text = answers.clean(answer)
    if label and text.startswith(f"{label}:"):
        text = text[len(label) + 1 :].strip()
    closing = _QUOTES.get(text[:1])
    added = closing is not None and source[:1] not in _QUOTES
    if added and len(text) > 2 and text.endswith(str(closing)) and text[0] not in text[1:-1]:
        text = text[1:-1].strip()
    return text
