"""Translation memory: approved pairs in TMX files and on disk, and the nearest ones to a text."""

from l10n.memory.entry import Entry, MemoryMatch, folded
from l10n.memory.lookup import Memory
from l10n.memory.segment import Segment, build
from l10n.memory.tmx import read_tmx, write_tmx

__all__ = [
    "Entry",
    "Memory",
    "MemoryMatch",
    "Segment",
    "build",
    "folded",
    "read_tmx",
    "write_tmx",
]
