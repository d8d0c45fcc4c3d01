"""Lines of a copied article -> CommonMark: paragraphs, subheadings, lists, quotations, photos."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import takewhile
from urllib.parse import quote

from l10n.importers.blocks import Group, Leaf, render
from l10n.importers.credits import split_credit
from l10n.importers.inline import escape, escape_inline
from l10n.importers.lines import Kind, Line, has_stop, is_quotation
from l10n.importers.markup import photo

NO_FILE = "#"
"""Address of a photo whose file name was not copied: none is invented, and every Markdown program
keeps the line as an image."""

_LEFT_OUT = (Kind.WIDGET, Kind.READ_MORE, Kind.RELATED, Kind.END, Kind.DATE)
_NUMBER = re.compile(r"(?P<number>\d{1,3})[.)]\s+(?P<text>\S.*)")
_SIGN = re.compile(r"(?P<sign>[-+*•·▪◦–—])\s+(?P<text>\S.*)")
_MAX_HEADING_WORDS = 22
_MAX_CAPTION_WORDS = 50


def compose(lines: Sequence[Line]) -> str:
    """The body as CommonMark; ends in one newline, or is "".

    A photo is an image on its own line, its caption the alt text and its credit the title; one
    without a file name has the address `NO_FILE`.
    """
    kept = [line for line in lines if line.kind not in _LEFT_OUT]
    composer = _Composer(kept)
    composer.run()
    return render(composer.document)


class _Composer:
    """Goes through the lines once, taking one block at a time."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self.lines = lines
        self.document = Group("doc")
        self.at = 0
        self.spaced = sum(line.gap for line in lines) > 0.4 * len(lines)

    def run(self) -> None:
        takers = (self.image, self.caption, self.items, self.numbers, self.quotation, self.heading)
        while self.at < len(self.lines):
            if not any(take() for take in takers):
                self.put(Leaf(escape(self.lines[self.at].text)), 1)

    def put(self, block: Leaf | Group, lines: int) -> bool:
        self.document.children.append(block)
        self.at += lines
        return True

    def line(self, ahead: int = 0) -> Line | None:
        """The line `ahead` of the present one, if there is one."""
        index = self.at + ahead
        return self.lines[index] if 0 <= index < len(self.lines) else None

    def image(self) -> bool:
        """A file name, with the caption and credit below it."""
        line = self.lines[self.at]
        if line.kind is not Kind.IMAGE:
            return False
        taken, caption, credit = self._caption_below()
        return self.put(Leaf(photo(_address(line.text), caption, credit)), 1 + taken)

    def _caption_below(self) -> tuple[int, str, str]:
        """How many lines below the file name are its caption, the caption, the credit."""
        first, second, third = self.line(1), self.line(2), self.line(3)
        if first is None or first.kind is Kind.IMAGE:
            return 0, "", ""
        if first.kind is Kind.CAPTION:
            caption, credit = split_credit(first.text) or (first.text, "")
            if not caption and second and _plain_caption(second, self.spaced, third):
                return 2, second.text, credit
            return 1, caption, credit
        if second and second.kind is Kind.CAPTION and _belongs(first, second):
            caption, credit = split_credit(second.text) or (second.text, "")
            return 2, f"{first.text} {caption}".strip(), credit
        if _plain_caption(first, self.spaced, second):
            return 1, first.text, ""
        return 0, "", ""

    def caption(self) -> bool:
        """A caption whose picture left no file name."""
        line, after = self.lines[self.at], self.line(1)
        if line.kind is Kind.CAPTION:
            caption, credit = split_credit(line.text) or (line.text, "")
            return self.put(Leaf(photo(NO_FILE, caption, credit)), 1)
        if after is None or after.kind is not Kind.CAPTION or not _belongs(line, after):
            return False
        caption, credit = split_credit(after.text) or (after.text, "")
        continued = not after.gap and (self.spaced or caption[:1].islower())
        if caption and not continued:
            return False
        return self.put(Leaf(photo(NO_FILE, f"{line.text} {caption}".strip(), credit)), 2)

    def items(self) -> bool:
        """A list of two items or more; other signs than the first one's go a level deeper."""
        run = self._run(lambda line: line.kind is Kind.ITEM)
        if len(run) < 2:
            return False
        top = Group("list")
        outer = run[0].text[0]
        for line in run:
            match = _SIGN.match(line.text)
            text = match["text"] if match else line.text
            item = Group("item", children=[Leaf(escape(text))])
            if line.text[0] == outer:
                top.children.append(item)
            else:
                _deeper(top).children.append(item)
        return self.put(top, len(run))

    def numbers(self) -> bool:
        """A list of two numbered lines or more, counted upwards."""
        first = _NUMBER.match(self.lines[self.at].text)
        if first is None:
            return False
        numbered = Group("list", ordered=True, start=int(first["number"]))
        while (line := self.line(len(numbered.children))) is not None:
            match = _NUMBER.match(line.text)
            if not match or int(match["number"]) != numbered.start + len(numbered.children):
                break
            numbered.children.append(Group("item", children=[Leaf(escape(match["text"]))]))
        size = len(numbered.children)
        return size > 1 and self.put(numbered, size)

    def quotation(self) -> bool:
        """A quotation set apart, with the speaker below it."""
        line, speaker = self.lines[self.at], self.line(1)
        if not is_quotation(line.text) or speaker is None or speaker.kind is not Kind.SHORT:
            return False
        if has_stop(speaker.text) or not speaker.text[0].isupper() or speaker.words > 20:
            return False
        leaves = [Leaf(escape(line.text)), Leaf(escape(speaker.text))]
        return self.put(Group("quote", children=[*leaves]), 2)

    def heading(self) -> bool:
        """A short line without a final stop, alone above a paragraph."""
        line, before, after = self.lines[self.at], self.line(-1), self.line(1)
        if line.kind is not Kind.SHORT or line.words > _MAX_HEADING_WORDS:
            return False
        if has_stop(line.text) or line.text.endswith((":", ",", ";")) or after is None:
            return False
        if after.kind is Kind.SHORT and not has_stop(after.text) and after.text[-1] != ":":
            return False
        if before is not None and before.kind is Kind.SHORT and not has_stop(before.text):
            return False
        return self.put(Leaf(_heading_text(line.text), level=2), 1)

    def _run(self, belongs: Callable[[Line], bool]) -> list[Line]:
        return list(takewhile(belongs, self.lines[self.at :]))


def _deeper(top: Group) -> Group:
    """The list inside the last item of `top`, made where it is not there."""
    siblings = top.children[-1].children if isinstance(top.children[-1], Group) else top.children
    last = siblings[-1]
    if isinstance(last, Leaf):
        last = Group("list")
        siblings.append(last)
    return last


def _heading_text(text: str) -> str:
    """Nothing but a closing `#` has a meaning of its own at the ends of a heading."""
    return re.sub(r"(?<=\s)(?=#+$)", r"\\", escape_inline(text))


def _belongs(line: Line, caption: Line) -> bool:
    """Whether `line` is the first part of the caption that ends in the line `caption`."""
    if line.kind not in (Kind.SHORT, Kind.PROSE, Kind.ITEM) or line.words > _MAX_CAPTION_WORDS:
        return False
    bare = (split_credit(caption.text) or ("", ""))[0] == ""
    if caption.gap:
        return bare and line.kind is Kind.SHORT
    return bare or not has_stop(line.text)


def _plain_caption(line: Line, spaced: bool, after: Line | None) -> bool:
    """Whether a line below a picture is a caption although it has no credit."""
    if line.gap:
        return False
    if line.kind is Kind.SHORT:
        return True
    parted = spaced and (after is None or after.gap)
    return parted and line.kind is Kind.PROSE and line.words <= _MAX_CAPTION_WORDS


def _address(name: str) -> str:
    """A file name as an address of Markdown."""
    return quote(name, safe="/:%~-._")
