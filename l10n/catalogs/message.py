"""One message of a PO file, with everything that other tools wrote about it."""

from __future__ import annotations

from dataclasses import dataclass, field

Reference = tuple[str, str]
"""A file and a line (digits, or "" where none is given) of a `#:` comment."""


@dataclass(slots=True)
class Message:
    """A message, and its text as it stands in the file as long as nothing changes it.

    Whoever changes a field sets `text` to None; then the message is written anew.
    """

    source: str
    target: str = ""
    context: str | None = None
    comments: list[str] = field(default_factory=list)
    """Translator comments, each a whole line with its `#`."""
    notes: list[str] = field(default_factory=list)
    """Extracted comments (`#.`), without the marker."""
    references: list[Reference] = field(default_factory=list)
    flags: list[str] = field(default_factory=list)
    previous_context: str | None = None
    previous_source: str | None = None
    obsolete: bool = False
    plural: bool = False
    """It has a `msgid_plural`: not ours, and only ever written as it was read."""
    text: str | None = None
    """Its lines as in the file, joined by a line feed, without blank lines around them."""
    line: int = 0
    """Line of the file (from 1) where its `msgid` stands; 0 where not known."""

    @property
    def fuzzy(self) -> bool:
        """Whether it carries the flag `fuzzy`."""
        return "fuzzy" in self.flags

    @fuzzy.setter
    def fuzzy(self, value: bool) -> None:
        if value and not self.fuzzy:
            self.flags.insert(0, "fuzzy")
        elif not value:
            self.flags = [flag for flag in self.flags if flag != "fuzzy"]
