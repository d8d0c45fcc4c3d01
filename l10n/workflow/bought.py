"""Drafts that an engine has given before: an unchanged text costs nothing again.

A derived file under `.l10n/`, which may be deleted at any time; it holds texts and no keys.
"""

from __future__ import annotations

import hashlib
import json
import os
import sqlite3
import threading
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from l10n.model import Draft, DraftRequest, EngineInfo

MOST = 200_000
"""Drafts that are kept; the oldest go first."""
_FORM = "2"
"""Of what engines are asked: drafts that were asked for in another form are not taken up."""
_TRANSPORT = {
    *("key_env", "key_file", "timeout", "rate", "concurrency", "retries", "batch", "threads"),
}
"""Settings that change no draft."""


class Bought:
    """The drafts of one project. A file that cannot be used is one without drafts.

    Drafts may be put from several threads.
    """

    def __init__(self, folder: Path, engine: EngineInfo, settings: Mapping[str, object]) -> None:
        """`settings`: what l10n.yml says of the engine."""
        told = {k: v for k, v in settings.items() if k not in _TRANSPORT}
        self._asker = json.dumps(
            [_FORM, engine.id, engine.model, told], sort_keys=True, default=str
        )
        self._prompted = engine.takes_prompt
        self._lock = threading.Lock()
        self._closed = False
        self._path = folder / "drafts.sqlite"
        self._connection = self._open() if self._path.exists() else None

    def _open(self) -> sqlite3.Connection | None:
        for _ in range(2):
            try:
                self._path.parent.mkdir(parents=True, exist_ok=True)
                os.close(os.open(self._path, os.O_CREAT | os.O_RDWR, 0o600))
                connection = sqlite3.connect(
                    self._path, timeout=10, isolation_level=None, check_same_thread=False
                )
                connection.execute("PRAGMA journal_mode=WAL")
                connection.execute("PRAGMA synchronous=NORMAL")
                connection.execute(
                    "CREATE TABLE IF NOT EXISTS drafts"
                    " (key TEXT PRIMARY KEY, target TEXT NOT NULL, confidence REAL)"
                )
            except sqlite3.DatabaseError:
                with suppress(OSError):
                    self._path.unlink()  # damaged: begin anew
            except OSError:
                return None
            else:
                return connection
        return None

    def get(self, request: DraftRequest, pair: tuple[str, str]) -> Draft | None:
        """The draft of an equal request in these languages."""
        if self._connection is None:
            return None
        try:
            row = self._connection.execute(
                "SELECT target, confidence FROM drafts WHERE key = ?", (self._key(request, pair),)
            ).fetchone()
        except sqlite3.Error:
            return None
        return Draft(request.id, row[0], confidence=row[1]) if row else None

    def put(self, request: DraftRequest, pair: tuple[str, str], draft: Draft) -> None:
        """Keeps a draft."""
        if draft.error or not draft.target:
            return
        row = self._key(request, pair), draft.target, draft.confidence
        with self._lock:
            if not self._closed:
                self._connection = self._connection or self._open()
            if self._connection is not None:
                with suppress(sqlite3.Error):
                    self._connection.execute("INSERT OR REPLACE INTO drafts VALUES (?, ?, ?)", row)

    def close(self) -> None:
        """Drops what is too much, and lets go of the file."""
        with self._lock:
            self._closed = True
            if self._connection is None:
                return
            with suppress(sqlite3.Error):
                self._connection.execute(
                    "DELETE FROM drafts WHERE rowid <= (SELECT max(rowid) FROM drafts) - ?", (MOST,)
                )
            self._connection.close()
            self._connection = None

    def _key(self, request: DraftRequest, pair: tuple[str, str]) -> str:
        terms = [(t.start, t.end, t.equivalent) for t in request.terms]
        style = request.style if self._prompted else ()
        asked = [self._asker, *pair, request.source, request.context, terms, style]
        return hashlib.sha256(json.dumps(asked, ensure_ascii=False).encode()).hexdigest()
