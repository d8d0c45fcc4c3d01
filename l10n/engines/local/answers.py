"""What the model answered, made fit to read, and whether it is an answer at all."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

_SPACES = re.compile(r"\s+")
_WORD = re.compile(r"\w+")
_PLURAL = re.compile(r"(?<=\w\w)e?s$")
_VIETNAMESE = re.compile("[ăđơư\u1ea0-\u1ef9]")
"""Letters that only Vietnamese has."""
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
    if not _WORD.search(source):
        return ""
    if not _WORD.search(target):
        return "the model gave no answer"
    if loops(target) and not loops(source):
        return "the model repeated itself"
    echo = _likeness_key(target) in (_likeness_key(source), _likeness_key(asked))
    if (echo and not _is_name(source)) or _untranslated(target, source):
        return "the model gave the source back"
    return ""


def _is_name(text: str) -> bool:
    """Whether it may well read the same in both languages: Hà Nội, USAID, 2024."""
    words = _WORD.findall(text)
    return len(words) <= 4 and not any(word[0].islower() for word in words)


def _untranslated(target: str, source: str) -> bool:
    """Whether much of the target is Vietnamese as the source is; names do not count."""
    if not _VIETNAMESE.search(source.lower()):
        return False
    words = [word for word in _WORD.findall(target) if word[0].islower()]
    left = sum(bool(_VIETNAMESE.search(word)) for word in words)
    return left >= 3 and left * 4 > len(words)


def _likeness_key(text: str) -> str:
    return " ".join(_WORD.findall(unicodedata.normalize("NFC", text).lower()))


def lost(terms: Sequence[str], target: str) -> list[str]:
    """The equivalents that do not stand in `target`, each as often as it is missing.

    Case, punctuation and the number of nouns are free here: this decides what is tried again,
    the glossary what is right.
    """
    words = _stems(target)
    missing = []
    for term in terms:
        wanted = _stems(term)
        size = len(wanted)
        found = next((i for i in range(len(words)) if words[i : i + size] == wanted), None)
        if found is None:
            missing.append(term)
        else:
            # Counted once; the gap keeps its neighbours from growing together.
            words[found : found + size] = [""]
    return missing


def _stems(text: str) -> list[str]:
    return [_PLURAL.sub("", w.replace("ies", "y")) for w in _WORD.findall(text.lower())]
