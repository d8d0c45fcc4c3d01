"""Runs of styled text -> one stretch of inline CommonMark that parses back to the same text."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby

# Controls but tab and line feed, soft hyphen, zero-width and directional marks. The joiners stay
# after scripts that are written with them (Persian, Indic, emoji).
_DROPPED = re.compile(
    "[\x00-\x08\x0b\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e"
    "\u2060-\u2069\ufeff\ufff9-\ufffb\ud800-\udfff]"
    "|(?<![\u0590-\u1cff\u2190-\U0010ffff])[\u200c\u200d]"
)
_LINE_BREAK = re.compile("\r\n?|[\x0c\x85\u2028\u2029]")
_SPACES = re.compile("[^\\S\n]+")

_SPECIAL = re.compile(
    r"[`*\[\]]"
    r"|(?<![^\W_])_|_(?![^\W_])"  # inside a word an underscore is plain
    r"|<(?=[A-Za-z/!?])"
    r"|&(?=#?[0-9A-Za-z]{1,32};)"
    r"|~(?=~)|(?<=~)~"
    r"|\\(?=[!-/:-@\[-`{-~]|$)",
    re.MULTILINE,
)
_LINE_START = re.compile(
    r"^(?P<indent> *)(?:(?P<number>[0-9]{1,9})(?=[.)](?:\s|$))"
    r"|(?=#{1,6}(?:\s|$)|>|[-+](?:\s|$)|=+\s*$|-[-:| ]*$|~~~|:?-+:?\s*\||\|))",
    re.MULTILINE,
)


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of plain text of one style; a line feed in `text` is a hard line break."""

    text: str
    bold: bool = False
    italic: bool = False
    code: bool = False
    href: str = ""


def clean(text: str) -> str:
    """`text` as NFC, without control and zero-width characters, every blank an ordinary space.

    Line feeds stay; all other line breaks become line feeds.
    """
    return _SPACES.sub(" ", printable(text))


def printable(text: str) -> str:
    """`text` as NFC, without control and zero-width characters; blanks stay as they are."""
    text = _DROPPED.sub("", _LINE_BREAK.sub("\n", text))
    return unicodedata.normalize("NFC", text)


def one_line(text: str) -> str:
    """`text` cleaned and on one line, without blanks at its ends."""
    return " ".join(clean(text).split())


def escape(text: str) -> str:
    """Plain text as CommonMark that renders as exactly that text.

    Only what would be read as Markdown is escaped, so that translators see few backslashes.
    Line breaks stay soft line breaks; blanks at the ends of lines are dropped.
    """
    lines = (line.strip() for line in clean(text).split("\n"))
    return escape_line_starts(escape_inline("\n".join(lines)))


def photo(source: str, caption: str = "", credit: str = "") -> str:
    """A photo's line of Markdown; `caption` and `credit` are plain text."""
    text = escape(one_line(caption))
    title = one_line(credit).replace("\\", "\\\\").replace('"', '\\"')
    return f'![{text}]({source} "{title}")' if title else f"![{text}]({source})"


def escape_inline(text: str) -> str:
    """Escapes what means something anywhere in a paragraph; `text` is already clean."""
    return _SPECIAL.sub(r"\\\g<0>", text)


def escape_line_starts(markdown: str) -> str:
    """Escapes what would begin a heading, list, quotation, rule or table in inline Markdown."""
    return _LINE_START.sub(
        lambda m: m["indent"] + (m["number"] + "\\" if m["number"] else "\\"), markdown
    )


def inline_markdown(runs: Sequence[Run]) -> str:
    """`runs` as one paragraph of CommonMark; hard breaks are written as a backslash."""
    runs = _settle(runs)
    text = _links(runs).strip()
    lines = [line.strip() for line in text.split("\n")]
    return escape_line_starts("\n".join(lines)).replace("\n", "\\\n")


def plain_text(runs: Sequence[Run]) -> str:
    """The words of `runs` on one line."""
    return " ".join("".join(run.text for run in runs).split())


def _settle(runs: Sequence[Run]) -> list[Run]:
    """Folds blanks over run boundaries and joins runs of one style.

    Blank runs get the style that both sides share.
    """
    folded: list[Run] = []
    for run, following in zip(runs, _following(runs), strict=True):
        end = folded[-1].text[-1] if folded else ""
        text = run.text.lstrip() if end == "\n" else run.text
        text = text.lstrip(" ") if end == " " else text
        if text and not text.strip():
            before = folded[-1] if folded else Run("")
            folded.append(replace(_shared(before, following), text=text))
        elif text:
            folded.append(replace(run, text=text))
    settled: list[Run] = []
    for _, group in groupby(folded, key=_style):
        same = list(group)
        code = same[0].code and not (settled and settled[-1].code)
        settled.append(replace(same[0], text="".join(run.text for run in same), code=code))
    return settled


def _following(runs: Sequence[Run]) -> list[Run]:
    """For every run the next one that is not blank."""
    found: list[Run] = []
    following = Run("")
    for run in reversed(runs):
        found.append(following)
        following = run if run.text.strip() else following
    return found[::-1]


def _style(run: Run) -> tuple[bool, bool, bool, str]:
    return run.bold, run.italic, run.code, run.href


def _shared(before: Run, after: Run) -> Run:
    return Run(
        "",
        bold=before.bold and after.bold,
        italic=before.italic and after.italic,
        href=before.href if before.href == after.href else "",
    )


def _links(runs: Sequence[Run]) -> str:
    pieces: list[tuple[str, str]] = []
    for href, group in groupby(runs, key=lambda r: r.href):
        inside = list(group)
        if not href:
            pieces += _styled(inside)
            continue
        text = _join(_styled(inside))
        core = text.strip()
        if core:
            lead, tail = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
            core = core.replace("\n", " ")
            if pieces and pieces[-1][1][-1:] == "!" and not lead:  # else it would read as an image
                pieces[-1] = (pieces[-1][0], pieces[-1][1][:-1] + "\\!")
            pieces.append(("", f"{lead}[{core}]({href}){tail}"))
        else:
            pieces.append(("", text))
    return _join(pieces)


def _styled(runs: Sequence[Run]) -> list[tuple[str, str]]:
    """(delimiter, text) pieces: bold outside, italic inside it."""
    pieces: list[tuple[str, str]] = []
    for bold, group in groupby(runs, key=lambda r: r.bold):
        inside = [
            ("*" if italic else "", "".join(_leaf(r) for r in part))
            for italic, part in groupby(group, key=lambda r: r.italic)
        ]
        if not bold:
            pieces += inside
        elif len(inside) == 1 and inside[0][0]:
            pieces.append(("***", inside[0][1]))
        else:
            pieces.append(("**", _join(inside)))
    return pieces


def _leaf(run: Run) -> str:
    if not run.code or not run.text.strip() or "\n" in run.text:
        return escape_inline(run.text)
    fence = "`" * (1 + max((len(m) for m in re.findall("`+", run.text)), default=0))
    pad = " " if run.text[:1] == "`" or run.text[-1:] == "`" else ""
    return f"{fence}{pad}{run.text.strip()}{pad}{fence}"


def _join(pieces: Sequence[tuple[str, str]]) -> str:
    out = ""
    for i, (mark, text) in enumerate(pieces):
        if not mark:
            out += text
            continue
        following = (pieces[j][1] for j in range(i + 1, len(pieces)))
        after = next((other[0] for other in following if other), "")
        out += _marked(mark, text, out[-1:], after)
    return out


def _marked(mark: str, text: str, before: str, after: str) -> str:
    """`text` between delimiters that CommonMark reads as such between its neighbours.

    A delimiter that has a letter outside must have a letter inside, so blanks and, where
    needed, punctuation are moved out of the emphasis; where nothing is left it is dropped.
    """
    start, end = 0, len(text)
    while start < end and _no_flank(text[start], before if start == 0 else text[start - 1]):
        start += 1
    while end > start and _no_flank(text[end - 1], after if end == len(text) else text[end]):
        end -= 1
    core = text[start:end]
    touching = (before if start == 0 else text[start - 1]) in ("*", "\\")
    split = text[max(0, start - 1) : start] == "\\" or core.endswith("\\")
    if not core or touching or split:
        return text
    return f"{text[:start]}{mark}{core}{mark}{text[end:]}"


def _no_flank(inner: str, outer: str) -> bool:
    """Whether a delimiter between `outer` and `inner` would not open (close) emphasis."""
    if inner.isspace():
        return True
    return _punctuation(inner) and outer != "" and not outer.isspace() and not _punctuation(outer)


def _punctuation(character: str) -> bool:
    return unicodedata.category(character)[0] in "PS"
