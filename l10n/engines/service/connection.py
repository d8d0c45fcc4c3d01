"""The part of a service that holds its options and its connection."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar
from urllib.parse import urlsplit

from l10n.engines.service.options import Options
from l10n.engines.service.patience import Pace, Patience
from l10n.engines.service.texts import STRATEGIES
from l10n.engines.service.twice import Again
from l10n.errors import EngineUnavailable
from l10n.model import EngineInfo

if TYPE_CHECKING:
    from l10n.engines.service.http import Client

Asked = TypeVar("Asked")
Answer = TypeVar("Answer")


class Connection:
    """Options, a key and a client, which is made when it is first needed."""

    usual_key = ""
    """Environment variable that holds the key where the settings name no other."""
    key_parts = 0
    """Parts that the key has, `ID:SECRET` being two; 0 where it may be missing."""

    def __init__(self, options: Options, project: Path | None = None) -> None:
        self._options = options
        self._project = project or Path()
        self._made: Client | None = None
        self.key = ""
        """Read when the connection is made."""
        self.pace = Pace(options.rate)
        """Of all calls."""
        self.again = Again()
        """What is asked for a second time."""
        self._patience = Patience(options.retries, self.pace)

    def declared(self, name: str, url: str, **told: Any) -> EngineInfo:
        """What services have in common, and what is `told` of this one, which asks `url`."""
        missing = told.get("missing", self.lacking())
        common: dict[str, Any] = {
            "missing": missing,
            "ready": not missing,
            "online": not is_local(url),
            "address": _address(url) if is_local(url) else None,
            "takes_terms": True,
            "strategies": STRATEGIES,
            "concurrency": self._options.concurrency,
        }
        return EngineInfo(name, **{**common, **told})

    def lacking(self) -> str:
        """What is wrong with the key, or "" for nothing."""
        try:
            self._read_key()
        except EngineUnavailable as error:
            return str(error)
        return ""

    def _read_key(self) -> str:
        key, parts = self._options.key(self._project, usual=self.usual_key), self.key_parts
        if parts and len([part for part in key.split(":", parts - 1) if part]) < parts:
            form = "ID:SECRET" if parts > 1 else "…"
            raise EngineUnavailable("no key", remedy=f"export {self.usual_key}={form}")
        return key

    def headers(self) -> Mapping[str, str]:
        """What every call carries."""
        return {}

    def patient(self, call: Callable[[Asked], Answer]) -> Callable[[Asked], Answer]:
        """The same call, tried again while that may help."""
        return lambda asked: self._patience.call(lambda: call(asked))

    def connect(self) -> None:
        """Makes ready, before several threads ask at once.

        Raises `EngineUnavailable` where a key is missing.
        """
        _ = self.client

    @property
    def client(self) -> Client:
        """The client, connected."""
        if self._made is None:
            from l10n.engines.service.http import Client  # slow to import

            self.key = self._read_key()
            keep = not self._options.url.startswith("http:")
            self._made = Client(
                self._options.timeout, headers=self.headers(), keep=keep, pace=self.pace
            )
        return self._made

    def close(self) -> None:
        """Ends the connections."""
        if self._made is not None:
            self._made.close()
            self._made = None


def _address(url: str) -> tuple[str, int]:
    told = urlsplit(url)
    return told.hostname or "", told.port or (443 if told.scheme == "https" else 80)


def is_local(url: str) -> bool:
    """Whether an address is this machine's own, so that no text leaves it."""
    return (urlsplit(url).hostname or "") in ("127.0.0.1", "localhost", "::1")
