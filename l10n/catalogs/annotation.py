"""What PO has no place for: the `# l10n:` comments of a message.

    # l10n: state=approved seal=3f2a9c1b7d04 translator=lan reviewer=minh approver=ha
    # l10n: origin=local risk=high reasons=term:party-bct,length
    # l10n: conflict=The%20Politburo%20sat.
    # l10n: skip=names,numbers the headline plays with them

Keys that this program does not know stay, on the line where they stood.
"""

from __future__ import annotations

import re
from urllib.parse import unquote

_MARK = "l10n:"
_PEOPLE = ("state", "seal", "translator", "reviewer", "approver")
_ORIGIN = ("origin", "via", "risk", "reasons")
_CONFLICT = ("conflict",)
_SKIP = "skip"
_KNOWN = _PEOPLE + _ORIGIN + _CONFLICT
_UNSAFE = re.compile(r"[^\w!\"#$&'()*+./:;<>?@\[\]^`{|}~-]")


def read_annotation(comments: list[str]) -> dict[str, str]:
    """The known keys with their values, as they are written; the first one of a key counts."""
    values: dict[str, str] = {}
    for pairs in _pairs_by_line(comments):
        for pair in pairs:
            key, equals, value = pair.partition("=")
            if equals and key in _KNOWN:
                values.setdefault(key, value)
    return values


def read_skips(comments: list[str]) -> tuple[tuple[str, str], ...]:
    """Checks and reasons of the lines with `skip=`; the words beside it are the reason.

    People write it; the program leaves it as it is.
    """
    if not any(_SKIP in comment for comment in comments):
        return ()
    skips = []
    for pairs in _pairs_by_line(comments):
        reason = " ".join(pair for pair in pairs if "=" not in pair)
        for pair in pairs:
            key, _, value = pair.partition("=")
            if key == _SKIP:
                skips += [(check, reason) for check in value.split(",") if check]
    return tuple(dict(skips).items())


def write_annotation(comments: list[str], values: dict[str, str]) -> list[str]:
    """`comments` with exactly `values` as the known keys, the rest as it was.

    Where nothing changes the comments come back as they are, so that the layout of other
    tools stays too.
    """
    if read_annotation(comments) == values:
        return comments
    lines = list(_pairs_by_line(comments))
    unknown = [[p for p in pairs if p.partition("=")[0] not in _KNOWN] for pairs in lines]
    unknown += [[], []]
    people, origin, conflict = (
        [f"{key}={values[key]}" for key in keys if key in values]
        for keys in (_PEOPLE, _ORIGIN, _CONFLICT)
    )
    merged = [people + unknown[0], origin + unknown[1], conflict, *unknown[2:]]
    ours = [f"# l10n: {' '.join(pairs)}" for pairs in merged if pairs]
    marks = [index for index, comment in enumerate(comments) if is_annotation(comment)]
    place = marks[0] if marks else len(comments)
    before, after = comments[:place], comments[place:]
    return before + ours + [comment for comment in after if not is_annotation(comment)]


def is_annotation(comment: str) -> bool:
    """Whether a comment of a message is one of ours."""
    return _pairs(comment) is not None


def encoded(value: str) -> str:
    """`value` without white space, `=`, `,`, `%` and control characters: percent-encoded UTF-8."""
    return _UNSAFE.sub(lambda found: "".join(f"%{b:02X}" for b in found[0].encode()), value)


def decoded(value: str) -> str:
    """The opposite of `encoded`; what is no valid encoding stays as it is written."""
    return unquote(value, errors="replace") if "%" in value else value


def _pairs_by_line(comments: list[str]) -> list[list[str]]:
    """The `key=value` words of each `# l10n:` comment."""
    return [pairs.split() for pairs in map(_pairs, comments) if pairs is not None]


def _pairs(comment: str) -> str | None:
    """What stands behind `# l10n:`, or None in another comment."""
    head, mark, pairs = comment.partition(_MARK)
    return pairs if mark and head[:1] == "#" and not head[1:].strip() else None
