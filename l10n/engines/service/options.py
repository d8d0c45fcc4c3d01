"""What `l10n.yml` may say of an engine that asks a service, and where its key comes from."""

from __future__ import annotations

import difflib
import os
import stat
from collections.abc import Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from urllib.parse import urlsplit

from l10n.errors import EngineUnavailable, SettingsError

_NUMBERS = {
    "timeout": (0.1, 600.0),
    "rate": (0.01, 1000.0),
    "concurrency": (1, 64),
    "retries": (0, 20),
    "batch": (1, 200),
}
"""Least and most of each number."""
_LONGEST = 10_000
"""Bytes of a key file that are read; no key is as long."""


@dataclass(frozen=True, slots=True)
class Options:
    """The settings under `engines: NAME:`."""

    url: str = ""
    """Address of the service, where it is not the usual one."""
    key_env: str = ""
    """Name of the environment variable that holds the key."""
    key_file: str = ""
    """A file with the key, for nobody's eyes but the owner's."""
    model: str = ""
    region: str = ""
    glossary: str = ""
    """Id of a glossary that the service itself keeps."""
    timeout: float = 30.0
    """Seconds for one call."""
    rate: float = 0.0
    """Calls a second at most; 0 for no limit."""
    concurrency: int = 4
    """Calls at once."""
    retries: int = 4
    """How often a call is tried again."""
    batch: int = 0
    """Texts in a call; 0 for what the service takes best."""

    def key(self, project: Path, *, usual: str = "") -> str:
        """The key, or "" where none is named; `usual` is the variable that is looked at anyway.

        Raises `EngineUnavailable` for a key that is named and not there, or that others can read.
        """
        if self.key_file:
            path = project / Path(self.key_file).expanduser()
            return _sendable(_from_file(path), str(path))
        name = self.key_env or usual
        value = os.environ.get(name, "").strip() if name else ""
        if self.key_env and not value:
            raise EngineUnavailable(f"no key in ${name}", remedy=f"set it: export {name}=…")
        return _sendable(value, f"${name}")


def _at_once(path: str, flags: int) -> int:
    """Opens without waiting for another program to write: a key is no pipe."""
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))


def _sendable(key: str, place: str) -> str:
    """The key, which goes into the head of a call, where it can stand there."""
    if key.isascii() and key.isprintable() and len(key) < _LONGEST:
        return key
    raise EngineUnavailable(
        f"what stands in {place} is no key", remedy="copy it once more: one line, plain letters"
    )


def _from_file(path: Path) -> str:
    try:
        with open(path, "rb", opener=_at_once) as file:
            mode = os.fstat(file.fileno()).st_mode
            value = file.read(_LONGEST).decode("utf-8-sig", "replace").strip()
    except OSError as error:
        raise EngineUnavailable(
            f"the key file cannot be read: {(error.strerror or '').lower()}", file=path
        ) from None
    if not stat.S_ISREG(mode):
        raise EngineUnavailable("the key file is no file", file=path)
    if os.name == "posix" and stat.S_IMODE(mode) & 0o077:
        raise EngineUnavailable(
            "others may read the key file", file=path, remedy=f"chmod 600 {path.name}"
        )
    if not value:
        raise EngineUnavailable("the key file is empty", file=path)
    return value


def read_options(engine: str, settings: Mapping[str, object], known: tuple[str, ...]) -> Options:
    """The options of one engine, checked; `SettingsError` names a key or value that is wrong."""
    allowed = [f.name for f in fields(Options) if f.name in known or f.name in _NUMBERS]
    values: dict[str, object] = {}
    for key, value in settings.items():
        if key not in allowed:
            near = difflib.get_close_matches(str(key), allowed, n=1)
            remedy = f"did you mean {near[0]}?" if near else f"known are {', '.join(allowed)}"
            raise SettingsError(f"engines.{engine}: unknown key {key!r}", remedy=remedy)
        if key in _NUMBERS:
            values[key] = _number(engine, key, value)
        elif not isinstance(value, str):
            raise SettingsError(f"engines.{engine}.{key} is not a text", remedy="put it in quotes")
        else:
            values[key] = value
    options = Options(**values)  # type: ignore[arg-type] # each value was checked above
    if options.url:
        _check_address(engine, options.url)
    return options


def _number(engine: str, key: str, value: object) -> float | int:
    least, most = _NUMBERS[key]
    whole = isinstance(least, int)
    fits = isinstance(value, int if whole else int | float) and not isinstance(value, bool)
    if not fits or not least <= value <= most:  # type: ignore[operator] # it is a number
        raise SettingsError(
            f"engines.{engine}.{key}: {value!r}",
            remedy=f"give a {'whole ' if whole else ''}number from {least:g} to {most:g}",
        )
    return value if whole else float(value)  # type: ignore[return-value, arg-type] # as above


def _check_address(engine: str, url: str) -> None:
    try:
        parts = urlsplit(url)
        right = parts.scheme in ("http", "https") and parts.hostname
        _ = parts.port
    except ValueError:
        right = None
    if not right:
        raise SettingsError(
            f"engines.{engine}.url is no address", remedy='write it like "http://127.0.0.1:5000"'
        )
    if parts.username or parts.password or parts.query:
        raise SettingsError(
            f"engines.{engine}.url holds more than an address",
            remedy="a key belongs in key_env or key_file",
        )
