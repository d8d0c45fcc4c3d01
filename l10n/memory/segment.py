"""A part of the memory on disk: texts, and for each feature the entries that have it.

    texts       folded sources, sources where they differ, targets, contexts and origins, UTF-8
    starts.npy  where each text begins in it; five an entry
    heads.npy   where the entries of each bucket of features begin in `posts`
    posts.npy   ranks of entries, by feature
    order.npy   numbers of the entries by rank: the shorter ones first
    lengths.npy characters of their folded sources, by rank

Entries that are about as long as a text stand side by side, in every list of `posts` too: a look-up
cuts the others off before it counts anything. The files are mapped, not read, so opening half a
million entries takes no time.
"""

from __future__ import annotations

import mmap
import shutil
from array import array
from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any, BinaryIO

from l10n.memory.entry import Entry, folded
from l10n.memory.features import BITS, PAIR, place, runs, words

_FIELDS = 5
_PARTS = 8
"""In which buckets are filled."""
_NAMES = ("starts", "heads", "posts", "order", "lengths")


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
        self._starts, self._heads, self._posts, self._order, self.lengths = arrays
        if len(self._texts) != max(1, self._starts[-1]):
            raise ValueError("the texts are cut off")
        self.hidden: Any = None
        """For each entry whether it is to be passed over, or None."""

    def __len__(self) -> int:
        """How many entries are to be found."""
        return len(self.lengths) - (0 if self.hidden is None else int(self.hidden.sum()))

    def keys(self, numbers: Any) -> list[str]:
        """The folded sources of entries."""
        at = numbers.astype("int64") * _FIELDS
        bounds = zip(self._starts[at].tolist(), self._starts[at + 1].tolist(), strict=True)
        return [self._texts[begin:end].decode() for begin, end in bounds]

    def entry(self, number: int) -> Entry:
        """An entry as it was given."""
        at = int(number) * _FIELDS
        bounds = pairwise(self._starts[at : at + _FIELDS + 1].tolist())
        key, source, *others = (self._texts[begin:end].decode() for begin, end in bounds)
        return Entry(source or key, *others)

    def ranks(self, features: Iterable[int], shortest: int, longest: int) -> Iterator[Any]:
        """For each feature the ranks of the entries that have it and such a length.

        The rarest features come first: they tell most.
        """
        import numpy as np

        span = self.lengths.searchsorted(np.array([shortest, min(longest, BITS - 1) + 1], np.int32))
        span = span.astype(np.int32)  # what is searched in would be copied into another kind
        buckets = np.fromiter(features, np.int64) & (len(self._heads) - 2)
        begins, ends = self._heads[buckets], self._heads[buckets + 1]
        for at in np.argsort(ends - begins, kind="stable"):
            ranks = self._posts[begins[at] : ends[at]]
            begin, end = ranks.searchsorted(span)
            yield ranks[begin:end]

    def shown(self, ranks: Any) -> Any:
        """Places in `ranks` of the entries that are to be found."""
        return slice(None) if self.hidden is None else (~self.hidden[self._order[ranks]]).nonzero()

    def numbers(self, ranks: Any) -> Any:
        """The numbers of entries."""
        return self._order[ranks]


def build(folder: Path, entries: Iterable[Entry]) -> int:
    """Writes a segment into `folder`, whole or not at all; returns how many entries it holds."""
    temporary = folder.with_name(f".{folder.name}.new")
    shutil.rmtree(temporary, ignore_errors=True)
    temporary.mkdir(parents=True)
    try:
        count = _write(temporary, entries)
        shutil.rmtree(folder, ignore_errors=True)
        temporary.replace(folder)
    finally:
        shutil.rmtree(temporary, ignore_errors=True)
    return count


def _write(folder: Path, entries: Iterable[Entry]) -> int:
    import numpy as np

    starts, lengths = array("q", [0]), array("i")
    found = _Found()
    size = 0
    with (folder / "texts").open("wb") as file:
        for entry in entries:
            key = folded(entry.source)
            source = "" if entry.source == key else entry.source
            texts = (key, source, entry.target, entry.context, entry.origin)
            encoded = [text.encode("utf-8", "replace") for text in texts]
            for part in encoded:
                size += len(part)
                starts.append(size)
            file.write(b"".join(encoded))
            lengths.append(len(key))
            found.add(key, entry.context)
        if not size:
            file.write(b"\0")  # nothing cannot be mapped
    sizes = _array(lengths, np.int32)
    order = np.argsort(sizes, kind="stable").astype(np.int32)
    arrays = {
        "starts": _array(starts, np.int64),
        "heads": found.write_lists(folder / "posts.npy", order),
        "order": order,
        "lengths": sizes[order],
    }
    for name, values in arrays.items():
        np.save(folder / f"{name}.npy", values)
    return len(lengths)


class _Found:
    """The features of entries as they come, and in the end the entries by feature."""

    def __init__(self) -> None:
        self._words, self._words_of = array("I"), array("i")
        self._runs, self._runs_of = array("I"), array("i")

    def add(self, key: str, context: str) -> None:
        """The next entry's features."""
        mine = words(key)
        self._words.extend(mine)
        self._words_of.append(len(mine))
        mine = [*runs(key), place(context)] if context else runs(key)
        self._runs.extend(mine)
        self._runs_of.append(len(mine))

    def write_lists(self, path: Path, order: Any) -> Any:
        """Writes `posts` and returns `heads`; numpy does for all entries at once.

        Buckets are filled by parts, since all at once would take several times what they hold.
        """
        import numpy as np

        single, runs_ = _array(self._words, np.uint32), _array(self._runs, np.uint32)
        share, share_of_runs = _array(self._words_of, np.int32), _array(self._runs_of, np.int32)
        ranks = np.empty(len(share), dtype=np.int32)
        ranks[order] = np.arange(len(share), dtype=np.int32)
        owners, run_owners = np.repeat(ranks, share), np.repeat(ranks, share_of_runs)
        # As many buckets as features, so that few share one; a power of two.
        count = 2 * len(single) + len(runs_)
        size = 1 << min(22, max(4, count.bit_length()))
        pairs = np.roll(single, 1)
        pairs[(np.cumsum(share) - share)[share > 0]] = 0
        pairs *= np.uint32(PAIR)  # what runs over is in no bucket's number
        pairs ^= single
        for features in (single, pairs, runs_):
            features &= np.uint32(size - 1)  # noqa: PLW2901
        found = [(single, owners), (pairs, owners), (runs_, run_owners)]
        heads = np.zeros(size + 1, dtype=np.int64)
        step = max(1, size // _PARTS)
        with path.open("wb") as file:
            _write_header(file, count)  # as long as any
            for first in range(0, size, step):
                mine = _sorted(found, first, step)
                (mine & 0xFFFFFFFF).astype(np.int32).tofile(file)
                mine >>= 32
                heads[first + 1 : first + step + 1] = np.bincount(mine - first, minlength=step)
            np.cumsum(heads, out=heads)
            file.seek(0)
            _write_header(file, int(heads[-1]))
        return heads


def _write_header(file: BinaryIO, count: int) -> None:
    """That of a file with so many numbers: numpy keeps room in it for more."""
    import numpy as np
    from numpy.lib.format import write_array_header_1_0

    kind = np.dtype(np.int32).str
    write_array_header_1_0(file, {"descr": kind, "fortran_order": False, "shape": (count,)})


def _sorted(found: list[tuple[Any, Any]], first: int, step: int) -> Any:
    """Bucket and rank as one number, which sorts several times faster than two; each once."""
    import numpy as np

    numbers = []
    for buckets, owners in found:
        chosen = buckets - np.uint32(first) < step  # those before it are too large, too
        numbers.append(buckets[chosen].astype(np.int64) << 32 | owners[chosen])
    together = np.concatenate(numbers)
    together.sort()
    return together[np.flatnonzero(np.diff(together, prepend=-1))]


def _array(values: array[int], kind: Any) -> Any:
    import numpy as np

    return np.frombuffer(values, dtype=kind) if values else np.zeros(0, dtype=kind)
