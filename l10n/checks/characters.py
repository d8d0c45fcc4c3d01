"""Checks of characters: broken encodings, invisible ones, other scripts, decomposed ones."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from l10n.checks.base import Problem, Subject
from l10n.checks.text import LONGEST, language
from l10n.model import Severity
from l10n.patterns import late

_MOJIBAKE = re.compile(
    r"\ufffd|Ã[\u0080-\u00bf©¨ª«¡¢£¤¥¦§]|â€[œ™˜¦“”\u009d\u0080-\u00bf]|Ä[‘\u0090]|Æ[°¡]"
    r"|á[»º][\u0080-\u00bf€-™]"
    r"|Ð[\u0080-\u00bf]|Ñ[\u0080-\u00bf]"
)
_HIDDEN = re.compile(
    r"[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u200b\u200e\u200f\u2028-\u202e"
    r"\u2060-\u2069\ufeff\ue000-\uf8ff]"
)
_OTHERS = {
    "Cyrillic": late(r"[\u0400-\u04ff]+"),
    "Greek": late(r"[\u0370-\u03ff]{2,}"),
    "Chinese": late(r"[\u3400-\u9fff]+"),
    "Japanese": late(r"[\u3041-\u30ff]+"),
    "Korean": late(r"[\uac00-\ud7af]+"),
    "Lao": late(r"[\u0e80-\u0eff]+"),
    "Khmer": late(r"[\u1780-\u17ff]+"),
    "Thai": late(r"[\u0e00-\u0e7f]+"),
}
_ANY = re.compile(f"[{''.join(letters.pattern.split(']')[0][1:] for letters in _OTHERS.values())}]")
_OWN = {
    "ru": {"Cyrillic"}, "uk": {"Cyrillic"}, "zh": {"Chinese"}, "ja": {"Chinese", "Japanese"},
    "ko": {"Korean", "Chinese"}, "lo": {"Lao"}, "km": {"Khmer"}, "el": {"Greek"}, "th": {"Thai"},
}  # fmt: skip
_MIXED = late(r"[A-Za-z][\u0400-\u04ff]|[\u0400-\u04ff][A-Za-z]")


class BrokenCharacters:
    """Text that was read in a wrong encoding, and characters that nobody sees."""

    id = "broken-characters"
    severity = Severity.ERROR
    description = "No broken encoding, no control, direction or invisible characters."
    needs_target = True

    def problems(self, subject: Subject) -> Iterator[Problem]:
        """See `description`; Khmer and Lao part words by U+200B."""
        unit = subject.unit
        if unit.target.isascii() and unit.target.isprintable():
            return
        broken = _MOJIBAKE.search(unit.target)
        if broken and broken[0] not in unit.source:
            yield Problem(f"broken encoding: “{broken[0]}”")
        spaced = language(unit.language) in {"km", "lo", "th"}
        for hidden in dict.fromkeys(_HIDDEN.findall(unit.target)):
            if not (spaced and hidden == "\u200b") and hidden not in unit.source:
                code = f"U+{ord(hidden):04X}"
                yield Problem(f"invisible character {code}{_after(unit.target, hidden)}")


def _after(text: str, char: str) -> str:
    """Where it stands, by the word before it."""
    at = text.index(char)
    before = re.findall(r"\w+", text[max(0, at - 20) : at])
    return f" after “{before[-1]}”" if before else ""


class OtherScript:
    """Letters of another script, alone or within a word."""

    id = "other-script"
    severity = Severity.WARNING
    description = "Letters are those of the target language's script."
    needs_target = True

    def problems(self, subject: Subject) -> Iterator[Problem]:
        """See `description`; what the source has too is meant."""
        unit = subject.unit
        if unit.target.isascii() or not _ANY.search(unit.target):
            return
        mixed = _MIXED.search(unit.target)
        if mixed:
            yield Problem(f"Latin and Cyrillic letters in one word: “{mixed[0]}”")
        own = _OWN.get(language(unit.language), set())
        for script, letters in _OTHERS.items():
            found = letters.search(unit.target) if script not in own else None
            if found and not mixed and found[0] not in unit.source:
                yield Problem(f"{script} letters: “{found[0][:20]}”")


class Decomposed:
    """Diacritics that stand as characters of their own."""

    id = "decomposed"
    severity = Severity.WARNING
    description = "Letters and their diacritics are one character (Unicode form NFC)."
    needs_target = True

    def problems(self, subject: Subject) -> Iterator[Problem]:
        """See `description`."""
        target = subject.unit.target[:LONGEST]
        if not unicodedata.is_normalized("NFC", target):
            words = (w for w in target.split() if not unicodedata.is_normalized("NFC", w))
            yield Problem(f"not in Unicode form NFC: “{next(words, target)[:20]}”")
