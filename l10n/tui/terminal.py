"""What comes from a terminal, put right before Textual reads it as keys and pastes."""

from __future__ import annotations

from types import SimpleNamespace

from textual import _ansi_sequences as sequences
from textual._xterm_parser import XTermParser

_START, _END = "\x1b[200~", "\x1b[201~"
# Line ends and tabs are text; an escape code in what is pasted would be read as keys.
_NO_TEXT = dict.fromkeys(n for n in (*range(32), *range(127, 160)) if chr(n) not in "\n\r\t")


class Parser(XTermParser):
    """Textual's parser, for which a pasted text is nothing but text."""

    def __init__(self, debug: bool = False) -> None:
        self._pasting = False
        self._passed = self._held = ""
        """The last of what went through; and of a paste, what may be the end's beginning."""
        super().__init__(debug)

    def feed(self, data: str) -> list[object]:  # type: ignore[override]  # a list is iterable
        """As Textual's."""
        if not data:
            return list(super().feed(data))
        clean = self._cleaned(data)
        return list(super().feed(clean)) if clean else []

    def _cleaned(self, data: str) -> str:
        clean = ""
        while data:
            part, data = self._pasted(data) if self._pasting else self._typed(data)
            clean += part
        return clean

    def _typed(self, data: str) -> tuple[str, str]:
        """What goes through as it is, up to the beginning of a paste, and the rest."""
        joined = self._passed + data
        start = joined.find(_START)
        if start < 0:
            self._passed = joined[1 - len(_START) :]
            return data, ""
        self._pasting, self._passed = True, ""
        end = start + len(_START)
        return joined[len(joined) - len(data) : end], joined[end:]

    def _pasted(self, data: str) -> tuple[str, str]:
        """The text of a paste, up to its end, and the rest."""
        text, end, rest = (self._held + data).partition(_END)
        self._pasting, self._held = not end, ""
        if not end:
            text, self._held = _parted(text)
        return text.translate(_NO_TEXT) + end, rest


def _parted(text: str) -> tuple[str, str]:
    """A text, and what at its end may be the beginning of the closing bracket."""
    for size in range(min(len(_END) - 1, len(text)), 0, -1):
        if text.endswith(_END[:size]):
            return text[:-size], text[-size:]
    return text, ""


def install() -> None:
    """Have Textual use it, and take Alt with a digit for what it is on every terminal."""
    from textual.drivers import linux_driver

    setattr(linux_driver, "XTermParser", Parser)  # noqa: B010 - it exports no such name
    known = sequences.ANSI_SEQUENCES_KEYS
    for digit in range(1, 10):
        # Textual has the characters that one terminal on one system makes of them.
        known[f"\x1b{digit}"] = (SimpleNamespace(value=f"alt+{digit}"),)  # type: ignore[index]
