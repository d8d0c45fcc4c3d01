"""Messages as PO text, in the form that gettext's own tools write.

polib wraps at another width, breaks translator comments and reorders headers, so that a file
would change back and forth between it and `msgcat`; and it takes most of the time of a first
extraction.
"""

from __future__ import annotations

from collections.abc import Iterator

from l10n.catalogs.message import Message, Reference

_WIDTH = 79
"""Columns of a page; gettext's default."""


def message_text(message: Message) -> str:
    """The lines of `message` joined by a line feed: as they were read, or written anew."""
    if message.text is None:
        message.text = "\n".join(_lines(message))
    return message.text


def _lines(message: Message) -> Iterator[str]:
    """The lines of a message: comments, references, flags, previous source, fields."""
    yield from message.comments
    for note in message.notes:
        yield f"#. {note}"
    yield from _reference_lines(message.references)
    if message.flags:
        yield f"#, {', '.join(message.flags)}"
    old, now = ("#~| ", "#~ ") if message.obsolete else ("#| ", "")
    if message.previous_context is not None:
        yield from _field(old, "msgctxt", message.previous_context)
    if message.previous_source is not None:
        yield from _field(old, "msgid", message.previous_source)
    if message.context is not None:
        yield from _field(now, "msgctxt", message.context)
    yield from _field(now, "msgid", message.source)
    yield from _field(now, "msgstr", message.target)


def _field(prefix: str, keyword: str, value: str) -> Iterator[str]:
    """One keyword with its string, on one line where it fits."""
    from l10n.catalogs.wrapping import wrapped  # only who writes waits for its patterns

    width = _WIDTH - len(prefix) - 2
    first, *lines = wrapped(value, width, len(keyword) + 1)
    yield f'{prefix}{keyword} "{first}"'
    for line in lines:
        yield f'{prefix}"{line}"'


def _reference_lines(references: list[Reference]) -> Iterator[str]:
    """`#:` lines, filled as gettext fills them."""
    line = "#:"
    for file, number in references:
        item = f" {file}:{number}" if number else f" {file}"
        if line != "#:" and len(line) + len(item) >= _WIDTH:
            yield line
            line = "#:"
        line += item
    if line != "#:":
        yield line
