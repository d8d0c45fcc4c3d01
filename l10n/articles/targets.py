"""Encodes a target for the place where it is to stand.

A target must stay inside its block: whatever CommonMark would read as the start of another
one at the beginning of a line gets a backslash, and line ends that no hard break makes fold
into a space.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from l10n.articles.places import Kind, Place
from l10n.patterns import late

_CONTROL = late("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_SOFT = late(r"[ \t]*\n[ \t\n]*")
_HARD = late(r"(?:(?P<slash>(?<!\\)(?:\\\\)*\\)|[ ]{2,})\n[ \t\n]*")
_PUNCTUATION = late(r"[!-/:-@\[-`{-~]")
_BAR = late(r"(?<!\\)\|")
_CLOSING_HASHES = late(r"(?:^|(?<=[ \t]))#+$")
_LINE_STARTS = late(
    r"""(?P<mark>\#{1,6}(?=[ \t]|$)     # heading
          | >                             # quotation
          | [-+*](?=[ \t]|$)              # list item
          | ([-*_])(?=(?:[ \t]*\2){2,}[ \t]*$)  # line across the page
          | [=-](?=[=-]*[ \t]*$)          # underline of a heading
          | [:|-](?=[-:| \t]*$)           # underline of a table's head
          | `{3,} | ~{3,}                 # code
          | <(?=[A-Za-z/!?])              # HTML
          | \[(?=(?:\\.|[^\\\[\]])*\]:)   # definition or note
        )
      | (?P<number>\d{1,9})(?P<dot>[.)])(?=[ \t]|$)  # numbered item
    """,
    re.VERBOSE | re.DOTALL,
)
_BLOCK_TAG = late(
    r"<(?:!|\?|/?(?:address|article|aside|base|basefont|blockquote|body|caption|center|col"
    r"|colgroup|dd|details|dialog|dir|div|dl|dt|fieldset|figcaption|figure|footer|form|frame"
    r"|frameset|h[1-6]|head|header|hr|html|iframe|legend|li|link|main|menu|menuitem|nav"
    r"|noframes|ol|optgroup|option|p|param|pre|script|search|section|style|summary|table|tbody"
    r"|td|textarea|tfoot|th|thead|title|tr|track|ul)(?:[\s/>]|$)|[^>]*>\s*$)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Edges:
    """Where in its block a target stands."""

    begins_line: bool
    ends_line: bool
    end_of_line: str
    """The file's line end."""


def encode_target(target: str, place: Place, edges: Edges, *, strict: bool = False) -> str:
    """`target` as it should stand in the file.

    `strict` escapes all punctuation, for targets whose markup would upset the block. Empty
    where the target has nothing to show.
    """
    target = _CONTROL.sub("", target.replace("\r\n", "\n").replace("\r", "\n"))
    if strict or place.kind is not Kind.TEXT:
        target = _one_line(target)
    if edges.begins_line:
        target = target.lstrip()
    if edges.ends_line:
        target = target.rstrip()
    if strict:
        # A bar makes a table of a heading even behind a backslash.
        return _PUNCTUATION.sub(r"\\\g<0>", target).replace("\\|", "&#124;")
    target = _settle_backslash(target)
    return _ENCODERS[place.kind](target, place, edges)


def one_line(target: str) -> str:
    """The target without line breaks and control characters."""
    return _one_line(_CONTROL.sub("", target.replace("\r", "\n")))


def _one_line(target: str) -> str:
    return _SOFT.sub(" ", _HARD.sub(_unbroken, target))


def _unbroken(match: re.Match[str]) -> str:
    return (match["slash"] or "")[:-1] + " "


def _settle_backslash(target: str) -> str:
    """A backslash at the end would take what follows in the file as escaped."""
    count = len(target) - len(target.rstrip("\\"))
    return target + "\\" if count % 2 else target


def _text(target: str, place: Place, edges: Edges) -> str:
    """Hard breaks stay, each line guarded at its beginning."""
    parts: list[str] = []
    position = 0
    for match in _HARD.finditer(target):
        mark = match["slash"] or "  "
        parts.append(_SOFT.sub(" ", target[position : match.start()]).rstrip(" ") + mark)
        position = match.end()
    parts.append(_SOFT.sub(" ", target[position:]))
    guarded = [_guard(line) for line in parts]
    if not edges.begins_line:
        guarded[0] = parts[0]
    return (edges.end_of_line + place.indent).join(guarded)


def _guard(line: str) -> str:
    """The line, escaped where its beginning would make another block."""
    match = _LINE_STARTS.match(line)
    if match is None:
        return line
    rest = line[match.end() :]
    if match["number"]:
        return f"{match['number']}\\{match['dot']}{rest}"
    mark = match["mark"]
    if mark == "<" and not _BLOCK_TAG.match(line):
        return line
    if mark[0] in "`~" and (mark[0] == "~" or "`" not in rest):
        return "".join(f"\\{c}" for c in mark) + rest
    return line if mark[0] == "`" else f"\\{mark}{rest}"


def _atx(line: str, _place: Place, _edges: Edges) -> str:
    return _CLOSING_HASHES.sub(lambda match: f"\\{match[0]}", line)


def _cell(line: str, _place: Place, _edges: Edges) -> str:
    line = _BAR.sub(r"\\|", line)
    return line + " " if line.endswith("\\") else line


def _alt(line: str, _place: Place, _edges: Edges) -> str:
    depth = 0
    for bracket in re.findall(r"(?<!\\)(?:\\\\)*([\[\]])", line):
        depth += 1 if bracket == "[" else -1
        if depth < 0:
            break
    return line if depth == 0 else re.sub(r"(?<!\\)((?:\\\\)*)([\[\]])", r"\1\\\2", line)


def _title(line: str, place: Place, _edges: Edges) -> str:
    marks = r"[()]" if place.quote == ")" else re.escape(place.quote)
    return re.sub(rf"(?<!\\)((?:\\\\)*)({marks})", r"\1\\\2", line)


_ENCODERS = {
    Kind.TEXT: _text,
    Kind.ATX: _atx,
    Kind.CELL: _cell,
    Kind.ALT: _alt,
    Kind.TITLE: _title,
}
