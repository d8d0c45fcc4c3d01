"""What the model answered, made fit to read, and whether it is an answer at all."""

from __future__ import annotations

import re
import unicodedata

_SPACES = re.compile(r"\s+")
_WORD = re.compile(r"\w+")
_QUOTES = {'"': '"', "“": "”", "'": "'", "‘": "’"}


def clean(answer: str, source: str, label: str = "") -> str:
    """The answer on one line, without control characters, label and quotes that it has added."""
    kept = "".join(
        c for c in answer if c.isspace() or unicodedata.category(c) not in ("Cc", "Cf", "Cs", "Co")
    )
    text = _SPACES.sub(" ", kept).strip()
    if label and text.startswith(f"{label}:"):
        text = text[len(label) + 1 :].strip()
    closing = _QUOTES.get(text[:1])
    added = closing is not None and source[:1] not in _QUOTES
    if added and len(text) > 2 and text.endswith(str(closing)) and text[0] not in text[1:-1]:
        text = text[1:-1].strip()
    return text


def loops(text: str, times: int = 4) -> bool:
    """Whether the text ends in the same words over and over, as a model that has lost its way."""
    words = _WORD.findall(text.lower())[-60:]
    for size in range(1, len(words) // times + 1):
        tail = words[-size:]
        repeats = times if size > 1 else times + 2
        if words[-size * repeats :] == tail * repeats:
            return True
    return False


def fault(target: str, source: str, asked: str) -> str:
    """Why `target` is no translation of `source`, or "". `asked` is the source as prompted."""
    if not _WORD.search(target) and _WORD.search(source):
        return "the model gave no answer"
    if loops(target) and not loops(source):
        return "the model repeated itself"
    if _likeness_key(target) in (_likeness_key(source), _likeness_key(asked)):
        return "the model gave the source back"
    return ""


def _likeness_key(text: str) -> str:
    return " ".join(_WORD.findall(unicodedata.normalize("NFC", text).lower()))


def lost(terms: list[str], target: str) -> list[str]:
    """The equivalents that do not stand in `target`, each as often as it is missing."""
    text = _SPACES.sub(" ", target).lower()
    missing = []
    for term in terms:
        wanted = _SPACES.sub(" ", term).lower()
        if wanted in text:
            text = text.replace(wanted, "\n", 1)
        else:
            missing.append(term)
    return missing
