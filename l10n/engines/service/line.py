"""A connection whose calls end in time, whatever the server does meanwhile."""

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


class Line:
    """A client for one call at a time.

    httpx limits the time of each step: who sends a byte now and then outlasts that for ever. So a
    clock ends the connections of a call that is not over in time.
    """

    def __init__(self, timeout: float, **told: Any) -> None:
        """`timeout`: seconds for a whole call; the rest is told to httpx."""
        self._timeout = timeout
        self._http = httpx.Client(timeout=timeout, **told)
        self._sockets: list[socket.socket] = []
        self._over = False

    def fetch(
        self, method: str, url: str, content: Mapping[str, Any]
    ) -> tuple[httpx.Response, bytes]:
        """The answer with its body, within the limits of time and size.

        Raises `httpx.HTTPError`, or `Failed` for an answer that is too long.
        """
        self._over = False
        clock = threading.Timer(self._timeout, self._cut)
        clock.daemon = True
        clock.start()
        try:
            told = {**content, "extensions": {"trace": self._listen}}
            with self._http.stream(method, url, **told) as response:
                body = _read(response)
        except httpx.HTTPError as error:
            raise httpx.ReadTimeout("cut off") if self._over else error from None
        finally:
            clock.cancel()
            clock.join()
        if self._over:  # what was cut off may look whole
            raise httpx.ReadTimeout("cut off")
        return response, body

    def _listen(self, event: str, info: Mapping[str, Any]) -> None:
        """Gets to know the connections as they are made."""
        if event.endswith((".connect_tcp.complete", ".start_tls.complete")):
            opened = info["return_value"].get_extra_info("socket")
            self._sockets = [opened, *(s for s in self._sockets if s.fileno() >= 0)]
            if self._over:
                self._cut()

    def _cut(self) -> None:
        self._over = True
        for opened in self._sockets:
            with suppress(OSError):
                # Not by the method of a socket with TLS, which would go on unencrypted.
                socket.socket.shutdown(opened, socket.SHUT_RDWR)

    def close(self) -> None:
        """Ends its connections."""
        self._http.close()


def _read(response: httpx.Response) -> bytes:
    body = bytearray()
    for part in response.iter_bytes():
        body += part
        if len(body) > MAX_BYTES:
            raise Failed(f"an answer of more than {MAX_BYTES:,} bytes")
    return bytes(body)
