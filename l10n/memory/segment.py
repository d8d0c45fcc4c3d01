"""A part of the memory on disk: texts, and for each feature the entries that have it.

    texts       folded sources, sources where they differ, targets, contexts and origins, UTF-8
    starts.npy  where each text begins in it; five an entry
    heads.npy   where the entries of each bucket of features begin in `posts`
    posts.npy   numbers of entries, by feature
    lengths.npy characters of each folded source

The files are mapped, not read, so opening half a million entries takes no time.
"""

from __future__ import annotations

import mmap
import shutil
from array import array
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from l10n.memory.entry import Entry, folded
from l10n.memory.features import features

_FIELDS = 5
_NAMES = ("starts", "heads", "posts", "lengths")


class Segment:
    """Opened for look-ups."""

    def __init__(self, folder: Path) -> None:
        """Raises `OSError` or `ValueError` where there is no whole segment."""
        import numpy as np  # only look-ups need it

        with (folder / "texts").open("rb") as file:
            self._texts = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        # Plain arrays over the mapped files: slices of np.memmap are several times slower.
        arrays = [
            np.load(folder / f"{name}.npy", mmap_mode="r").view(np.ndarray) for name in _NAMES
        ]
        self._starts, self.heads, self.posts, self.lengths = arrays

    def __len__(self) -> int:
        return len(self.lengths)

    def _text(self, number: int, field: int) -> str:
        at = number * _FIELDS + field
        return self._texts[self._starts[at] : self._starts[at + 1]].decode()

    def key(self, number: int) -> str:
        """The folded source of an entry."""
        return self._text(number, 0)

    def entry(self, number: int) -> Entry:
        """An entry as it was given."""
        source = self._text(number, 1) or self.key(number)
        return Entry(source, *(self._text(number, field) for field in range(2, _FIELDS)))

    def entries(self, feature: int) -> Any:
        """Numbers of the entries that have the feature, an array."""
        bucket = feature & (len(self.heads) - 2)
        return self.posts[self.heads[bucket] : self.heads[bucket + 1]]


def build(folder: Path, entries: Iterable[Entry]) -> int:
    """Writes a segment into `folder`, whole or not at all; returns how many entries it holds."""
    import numpy as np

    temporary = folder.with_name(f".{folder.name}.new")
    shutil.rmtree(temporary, ignore_errors=True)
    temporary.mkdir(parents=True)
    starts, lengths = array("q", [0]), array("i")
    found, shares = array("q"), array("i")
    size = number = 0
    with (temporary / "texts").open("wb") as file:
        for entry in entries:
            number += 1
            key = folded(entry.source)
            source = "" if entry.source == key else entry.source
            texts = (key, source, entry.target, entry.context, entry.origin)
            encoded = [text.encode("utf-8", "replace") for text in texts]
            for part in encoded:
                size += len(part)
                starts.append(size)
            file.write(b"".join(encoded))
            lengths.append(len(key))
            mine = features(key)
            found.extend(mine)
            shares.append(len(mine))
        if not size:
            file.write(b"\0")  # nothing cannot be mapped
    # As many buckets as features, so that few share one; a power of two.
    size = 1 << min(22, max(4, len(found).bit_length()))
    buckets = _array(found, np.int64) & (size - 1)
    owners = np.repeat(np.arange(number, dtype=np.int64), _array(shares, np.int32))
    heads = np.zeros(size + 1, dtype=np.int64)
    np.cumsum(np.bincount(buckets, minlength=size), out=heads[1:])
    together = buckets << 32 | owners  # one number sorts several times faster than two
    together.sort()
    arrays: dict[str, Any] = {
        "starts": _array(starts, np.int64),
        "heads": heads,
        "posts": (together & 0xFFFFFFFF).astype(np.int32),
        "lengths": _array(lengths, np.int32),
    }
    for name, values in arrays.items():
        np.save(temporary / f"{name}.npy", values)
    shutil.rmtree(folder, ignore_errors=True)
    temporary.replace(folder)
    return number


def _array(values: array[int], kind: Any) -> Any:
    import numpy as np

    return np.frombuffer(values, dtype=kind) if values else np.zeros(0, dtype=kind)
