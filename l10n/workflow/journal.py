"""What stands in the editor and is no act yet: kept at once, and offered again after a crash."""

from __future__ import annotations

import hashlib
import json
from contextlib import suppress
from pathlib import Path

from l10n import catalogs

MAX_BYTES = 10_000_000
"""A larger journal is none of ours."""


class Journal:
    """Texts by unit id, of one person in one catalog, in a file that each change replaces.

    A journal that cannot be read is taken for an empty one, and is left as it is until the
    next text is kept.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._texts = _read(path)

    @classmethod
    def of(cls, folder: Path, slug: str, language: str, who: str) -> Journal:
        """The journal that `who` keeps of an article in a target language."""
        person = hashlib.sha256(who.encode()).hexdigest()[:8]
        return cls(folder / f"{slug}.{language}.{person}.json")

    @property
    def texts(self) -> dict[str, str]:
        """A copy of what is kept."""
        return dict(self._texts)

    def get(self, unit: str) -> str | None:
        """The text kept for a unit, or None."""
        return self._texts.get(unit)

    def keep(self, unit: str, text: str) -> None:
        """Keep a text; it is on disk when this returns."""
        if self._texts.get(unit) != text:
            self._texts[unit] = text
            self._write()

    def drop(self, *units: str) -> None:
        """Forget the texts of units: they became acts, or were given up."""
        if any(self._texts.pop(unit, None) is not None for unit in units):
            self._write()

    def _write(self) -> None:
        if self._texts:
            document = {"schema": 1, "texts": self._texts}
            text = json.dumps(document, ensure_ascii=False, indent=1)
            catalogs.atomic_write(self._path, f"{text}\n".encode())
        else:
            self._path.unlink(missing_ok=True)


def _read(path: Path) -> dict[str, str]:
    with suppress(OSError, ValueError, TypeError, AttributeError, RecursionError):
        if path.stat().st_size <= MAX_BYTES:
            texts = json.loads(path.read_text(encoding="utf-8")).get("texts", {})
            return {str(unit): str(text) for unit, text in dict(texts).items()}
    return {}
