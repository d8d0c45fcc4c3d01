"""What an engine has answered, made fit to read, and whether it is a translation at all."""

from __future__ import annotations

import re
import unicodedata

_WORD = re.compile(r"\w+")
_VIETNAMESE = re.compile("[ăđơư\u1ea0-\u1ef9]")
"""Letters that only Vietnamese has."""
_DENSE = re.compile("[\u3041-\u30ff\u3400-\u9fff\uac00-\ud7af]")
"""Letters that say as much as a few of other scripts."""
_COMMAND = re.compile(
    r"(?:\x1b\[|\x9b)[0-?]*[ -/]*[@-~]"  # moves, colours, clears
    r"|\x1b[\]PX^_].*?(?:\x07|\x1b\\|$)"  # titles and the like
    r"|\x1b.?"
)
"""What commands a terminal."""
_JOINERS = "\u200c\u200d"
_PARTED = re.compile("[\u0e00-\u0eff\u1780-\u17ff]")
"""Scripts that part words by U+200B."""
_ROOM = 60
"""Characters that a translation may have beyond `_TIMES` its source: three letters may stand for
the full name of a body."""
_TIMES = 4


def clean(answer: str) -> str:
    """The answer on one line, NFC, without commands to a terminal and invisible characters."""
    kept = _JOINERS + "\u200b" * bool(_PARTED.search(answer))
    shown = "".join(
        c
        for c in _COMMAND.sub("", answer)
        if c.isspace() or c in kept or unicodedata.category(c) not in ("Cc", "Cf", "Cs", "Co", "Cn")
    )
    return unicodedata.normalize("NFC", " ".join(shown.split()))


def fault(target: str, source: str, asked: str = "", rest: str | None = None) -> str:
    """Why `target` is no translation of `source`, or "".

    `asked` is the source with equivalents in place of its terms, `rest` what the engine was to
    translate of it itself; both are the source where there are none.
    """
    if not _WORD.search(source):
        return ""
    if not _WORD.search(target):
        return "the engine gave no text"
    longest = max(len(source), len(asked)) * (10 if _DENSE.search(source) else _TIMES) + _ROOM
    if len(target) > longest:
        return "the answer is many times longer than the source"
    if loops(target) and not loops(source):
        return "the engine repeated itself"
    echo = _plain(target) in (_plain(source), _plain(asked))
    if echo and not _is_name(source if rest is None else rest):
        return "the engine gave the source back"
    return ""


def loops(text: str, times: int = 4) -> bool:
    """Whether the text ends in the same words over and over, as a model that has lost its way."""
    words = _WORD.findall(text[-1000:].lower())[-60:]
    for size in range(1, len(words) // times + 1):
        tail = words[-size:]
        repeats = times if size > 1 else times + 2
        if words[-size * repeats :] == tail * repeats:
            return True
    return False


def _is_name(text: str) -> bool:
    """Whether it may well read the same in both languages: Hà Nội, USAID, 2024."""
    words = _WORD.findall(text)
    return len(words) <= 4 and not any(word[0].islower() for word in words)


def untranslated(target: str, source: str) -> bool:
    """Whether much of the target is Vietnamese as the source is; names do not count."""
    if not _VIETNAMESE.search(source.lower()):
        return False
    words = [word for word in _WORD.findall(target) if word[0].islower()]
    left = sum(bool(_VIETNAMESE.search(word)) for word in words)
    return left >= 3 and left * 4 > len(words)


def _plain(text: str) -> str:
    """Without case, and without marks at the ends."""
    return " ".join(unicodedata.normalize("NFC", text).lower().split()).strip("\"'“”‘’.,;:!?… ")
