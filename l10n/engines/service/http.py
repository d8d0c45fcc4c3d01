"""Bounded HTTP: time limits, a limit on answers, no redirects, no key in any error."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from json import loads
from typing import Any

import httpx

from l10n.engines.service.errors import Busy, Failed, Refused, Rejected
from l10n.engines.service.line import Line
from l10n.engines.service.patience import Pace
from l10n.errors import EngineUnavailable
from l10n.model import counted

_NUMBER = re.compile(r"\[[^]]*\]|\(_ssl\.c:\d+\)")
_BUSY = {429, 503}
_AGAIN = {408, 409, 425}
_AUTHORIZATION = {401, 402, 403, 407, 456}


class Client:
    """Calls one service; for several threads at once."""

    def __init__(
        self,
        timeout: float,
        *,
        headers: Mapping[str, str] | None = None,
        keep: bool = True,
        pace: Pace | None = None,
    ) -> None:
        """`timeout`: seconds for a whole call, whatever the server does meanwhile.

        `keep`: whether connections are used again. That saves a handshake where there is TLS; a
        small server on loopback that writes an answer in two pieces waits 40 ms for each (Nagle's
        algorithm, and acknowledgements that are delayed on used connections).
        """
        self._timeout = timeout
        self._pace = pace or Pace(0)
        self._lines: list[Line] = []
        self._free: deque[Line] = deque()
        try:
            self._told = {
                "headers": dict(headers or {}),
                "limits": httpx.Limits(max_keepalive_connections=1 if keep else 0),
                "verify": httpx.create_ssl_context(),  # which takes long: one for all
            }
            self._free.append(self._line())
        except (ValueError, ImportError, OSError) as error:
            raise EngineUnavailable(
                f"no connection can be made ({type(error).__name__})",
                remedy="correct the proxy or the certificates that the environment names"
                " (HTTPS_PROXY, ALL_PROXY, SSL_CERT_FILE)",
            ) from None

    def post(
        self, url: str, *, json: object = None, form: Mapping[str, str] | None = None
    ) -> object:
        """What the service answers, as JSON. Raises `Failed`, `Busy` or `Refused`."""
        return _parsed(self.fetch("POST", url, json=json, data=form))

    def get(self, url: str) -> object:
        """The same without a body."""
        return _parsed(self.fetch("GET", url))

    def fetch(self, method: str, url: str, **content: Any) -> bytes:
        """The body of an answer that is well. Raises `Failed`, `Busy` or `Refused`."""
        self._pace.wait()
        try:
            line = self._free.pop()
        except IndexError:
            line = self._line()
        try:
            response, body = line.fetch(method, url, content)
        except httpx.TimeoutException:
            raise Failed(f"no answer within {counted(self._timeout, 'second')}") from None
        except httpx.ConnectError as error:
            raise Failed(f"no connection: {_system(error)}") from None
        except httpx.TransportError as error:
            raise Failed(f"no connection ({type(error).__name__})") from None
        except httpx.HTTPError as error:
            raise Failed(f"the answer cannot be read ({type(error).__name__})") from None
        except (httpx.InvalidURL, UnicodeError):
            raise Refused("the address cannot be asked") from None
        finally:
            if not line.over:
                self._free.append(line)
        _check(response)
        return body

    def _line(self) -> Line:
        line = Line(self._timeout, **self._told)
        self._lines.append(line)
        return line

    def close(self) -> None:
        """Ends the connections."""
        for line in self._lines:
            line.close()


def _system(error: httpx.ConnectError) -> str:
    """What the operating system says, which is nothing that was sent."""
    told = _NUMBER.sub("", str(error)).strip()
    return told[:1].lower() + told[1:] or type(error).__name__


def _parsed(body: bytes) -> object:
    try:
        return loads(body)
    except (ValueError, RecursionError):
        page = ", but a web page" if body.lstrip()[:1] == b"<" else ""
        raise Failed(f"the answer is no JSON{page}") from None


def _check(response: httpx.Response) -> None:
    status = response.status_code
    if status in _BUSY:
        raise Busy(f"the service is busy (HTTP {status})", _pause(response.headers))
    if status in _AUTHORIZATION:
        raise Refused(f"the key is refused or used up (HTTP {status})")
    if 300 <= status < 400:
        raise Refused(f"the address leads elsewhere (HTTP {status}); correct url")
    if status >= 500 or status in _AGAIN:
        raise Failed(f"an error of the service (HTTP {status})")
    if status in (404, 405, 410):
        raise Refused(f"the service does not know the address or the model (HTTP {status})")
    if status >= 400:
        raise Rejected(f"the service refuses the text or the languages (HTTP {status})")


def _pause(headers: httpx.Headers) -> float | None:
    """Seconds of a `Retry-After` (RFC 9110, 10.2.3): a number, or a date."""
    value = headers.get("retry-after", "").strip()
    if value.isdecimal():
        return float(value[:9])
    try:
        until = parsedate_to_datetime(value)
    except (TypeError, ValueError):
        return None
    if until.tzinfo is None:
        until = until.replace(tzinfo=UTC)
    return max(0.0, (until - datetime.now(UTC)).total_seconds())
