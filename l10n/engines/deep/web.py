"""What deep-translator gets in place of `requests`: our client, with its limits."""

from __future__ import annotations

from json import loads
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from l10n.engines.service import Failed

if TYPE_CHECKING:
    from l10n.engines.service.http import Client


class Requests:
    """Stands in for the module `requests`: as much of it as deep-translator uses."""

    def __init__(self, client: Client, url: str) -> None:
        """`url`: scheme and host to ask in place of the service's own."""
        from requests import exceptions

        self.exceptions = exceptions
        self._client = client
        self._place = urlsplit(url) if url else None

    def get(self, url: str, params: Any = None, headers: Any = None, **_: Any) -> _Response:
        """See `requests.get`."""
        return self._fetch("GET", url, params=params, headers=headers)

    def post(self, url: str, params: Any = None, headers: Any = None, **content: Any) -> _Response:
        """See `requests.post`."""
        body = {key: content[key] for key in ("json", "data") if content.get(key) is not None}
        return self._fetch("POST", url, params=params, headers=headers, **body)

    def _fetch(self, method: str, url: str, **content: Any) -> _Response:
        parts = urlsplit(url)
        if self._place is not None:
            parts = parts._replace(scheme=self._place.scheme, netloc=self._place.netloc)
        elif parts.scheme == "http":
            parts = parts._replace(scheme="https")
        # httpx drops an address's own query where parameters are given.
        query = dict(pair.split("=", 1) for pair in parts.query.split("&") if "=" in pair)
        content["params"] = {**query, **(content["params"] or {})}
        address = parts._replace(query="").geturl()
        return _Response(self._client.fetch(method, address, **content))


class _Response:
    """An answer that is well; others were raised."""

    status_code = 200

    def __init__(self, body: bytes) -> None:
        self.text = body.decode("utf-8", "replace")

    def json(self) -> Any:
        """The body as JSON."""
        try:
            return loads(self.text)
        except (ValueError, RecursionError):
            raise Failed("the answer is no JSON") from None

    def close(self) -> None:
        """Nothing is open any more."""
