"""A connection whose calls end in time, whatever happens meanwhile."""

from __future__ import annotations

import socket
import threading
from collections.abc import Mapping
from contextlib import suppress
from typing import Any

import httpx

from l10n.engines.service.errors import Failed

MAX_BYTES = 10_000_000
"""Size of the longest answer that is read."""

Answer = tuple[httpx.Response, bytes]
"""An answer with its body."""


class Line:
    """A client for one call at a time.

    httpx limits the time of each step: who sends a byte now and then outlasts that for ever, and
    so does who has several addresses that hang; looking up a name has no limit at all. So a call
    runs in a thread of its own, for which nobody waits when its time is over.
    """

    def __init__(self, timeout: float, **told: Any) -> None:
        """`timeout`: seconds for a whole call; the rest is told to httpx."""
        self._timeout = timeout
        self._http = httpx.Client(timeout=timeout, **told)
        self._sockets: list[socket.socket] = []
        self._ended = threading.Event()
        self.over = False
        """A call was cut off, and may still be about: the line is for no other."""

    def fetch(self, method: str, url: str, content: Mapping[str, Any]) -> Answer:
        """The answer with its body, within the limits of time and size.

        Raises `httpx.HTTPError`, or `Failed` for an answer that is too long.
        """
        told = {**content, "extensions": {"trace": self._listen}}
        answers: list[Answer | Exception] = []

        def run() -> None:
            try:
                with self._http.stream(method, url, **told) as response:
                    body = _read(response)
                answers.append((response, body))
            except Exception as error:  # noqa: BLE001 - it is raised where it is waited for
                answers.append(error)
            self._ended.set()

        self._ended.clear()
        threading.Thread(target=run, name="l10n-call", daemon=True).start()
        self._ended.wait(self._timeout)
        if not answers:
            self._cut()
            raise httpx.ReadTimeout("cut off")
        if isinstance(answers[0], Exception):
            raise answers[0]
        return answers[0]

    def _listen(self, event: str, info: Mapping[str, Any]) -> None:
        """Gets to know the connections as they are made."""
        if event.endswith((".connect_tcp.complete", ".start_tls.complete")):
            opened = info["return_value"].get_extra_info("socket")
            self._sockets = [opened, *(s for s in self._sockets if s.fileno() >= 0)]
            if self.over:
                self._cut()

    def _cut(self) -> None:
        self.over = True
        for opened in self._sockets:
            with suppress(OSError):
                # Not by the method of a socket with TLS, which would go on unencrypted.
                socket.socket.shutdown(opened, socket.SHUT_RDWR)

    def close(self) -> None:
        """Ends its connections, and the call that may be on its way."""
        self._cut()
        self._ended.set()
        self._http.close()


def _read(response: httpx.Response) -> bytes:
    body = bytearray()
    for part in response.iter_bytes():
        body += part
        if len(body) > MAX_BYTES:
            raise Failed(f"an answer of more than {MAX_BYTES:,} bytes")
    return bytes(body)
