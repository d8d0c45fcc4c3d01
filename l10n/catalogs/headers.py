"""The header of a merged catalog: field by field."""

from __future__ import annotations

import re

from l10n.catalogs.message import Message
from l10n.catalogs.writing import message_text

_FIELD = re.compile(r"([^:\n]+):[ \t]*(.*)\n?")


def merged_header(
    base: Message | None, ours: Message | None, theirs: Message | None
) -> Message | None:
    """A header with what each side changed; ours where both changed the same field."""
    if ours is None or theirs is None:
        return ours or theirs
    texts = [message_text(m) if m else None for m in (base, ours, theirs)]
    if texts[1] in (texts[2], texts[0]):
        return theirs
    if texts[2] == texts[0]:
        return ours
    was, mine, other = _fields(base), _fields(ours), _fields(theirs)
    names = dict.fromkeys((*mine, *other))
    values = {}
    for name in names:
        value = other.get(name) if mine.get(name) == was.get(name) else mine.get(name)
        if value is not None:
            values[name] = value
    comments = list(dict.fromkeys((*ours.comments, *theirs.comments)))
    target = "".join(f"{name}: {value}\n" for name, value in values.items())
    return Message(source="", target=target, comments=comments, flags=ours.flags)


def _fields(header: Message | None) -> dict[str, str]:
    return dict(_FIELD.findall(header.target)) if header else {}
