"""Which engines there are, and how each is made."""

from __future__ import annotations

import difflib
import socket
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import lru_cache, partial
from importlib.metadata import EntryPoint, EntryPoints, entry_points
from pathlib import Path
from typing import TypeAlias

from l10n.engines import deep
from l10n.engines.apertium import apertium
from l10n.engines.argos import argos
from l10n.engines.base import Engine
from l10n.engines.deepl import deepl
from l10n.engines.libretranslate import libretranslate
from l10n.engines.local import LocalEngine
from l10n.engines.none import NoneEngine
from l10n.engines.openai import chatgpt, openai
from l10n.errors import EngineError, EngineUnavailable, L10nError, SettingsError, UsageError
from l10n.model import Draft, DraftRequest, EngineInfo

Settings: TypeAlias = Mapping[str, object]
"""What `l10n.yml` says of one engine."""

Factory: TypeAlias = Callable[[Settings, Path | None, Path | None], Engine]
"""Makes an engine from its settings, the cache folder and the project's folder."""


def _local(settings: Settings, cache: Path | None, project: Path | None) -> Engine:
    return LocalEngine(settings, cache=cache, project=project)


def _none(settings: Settings, cache: Path | None, project: Path | None) -> Engine:  # noqa: ARG001
    return NoneEngine()


ENGINES: list[tuple[str, Factory]] = [
    ("local", _local),
    ("openai", openai),
    ("chatgpt", chatgpt),
    ("apertium", apertium),
    ("libretranslate", libretranslate),
    ("deepl", deepl),
    *((kind.name, deep.factory(kind)) for kind in deep.KINDS),
    ("argos", argos),
    ("none", _none),
]
"""Name and factory of our own, in the order in which they are shown."""

GROUP = "l10n.engines"
"""Entry points of other packages: each names an engine and leads to its factory."""


def names() -> list[str]:
    """The names of all engines: ours, then those of other packages; ours cannot be replaced."""
    ours = [name for name, _ in ENGINES]
    others = sorted({point.name for point in _installed(tuple(sys.path))} - {*ours})
    return ours + others


@lru_cache(1)
def _installed(path: tuple[str, ...]) -> EntryPoints:  # noqa: ARG001
    """What other packages on the path bring; looking through all of them takes its time."""
    return entry_points(group=GROUP)


def _factory(name: str) -> Factory:
    for known, factory in ENGINES:
        if known == name:
            return factory
    [point, *_] = _installed(tuple(sys.path)).select(name=name)
    return partial(_foreign, point)


def _foreign(
    point: EntryPoint, settings: Settings, cache: Path | None, project: Path | None
) -> Engine:
    with _our_errors(point):
        made: Engine = point.load()(settings, cache, project)
        return _Foreign(point, made, made.info)


@contextmanager
def _our_errors(point: EntryPoint) -> Iterator[None]:
    try:
        yield
    except (L10nError, GeneratorExit):
        raise
    except Exception as error:
        raise EngineUnavailable(
            f"the engine {point.name} of {point.value} fails: {type(error).__name__}: {error}",
            remedy="mend or remove the package that brings it; what was drafted is saved",
        ) from error


@dataclass(frozen=True)
class _Foreign:
    """An engine of another package, whose own errors become ours."""

    point: EntryPoint
    engine: Engine
    info: EngineInfo

    def draft(
        self, requests: Sequence[DraftRequest], *, source_language: str, target_language: str
    ) -> Iterator[Draft]:
        """See `Engine`; an answer to something that was not asked is dropped."""
        asked = {request.id for request in requests}
        with _our_errors(self.point):
            for draft in self.engine.draft(
                requests, source_language=source_language, target_language=target_language
            ):
                if draft.id in asked:
                    yield draft

    def close(self) -> None:
        """See `Engine`."""
        with _our_errors(self.point):
            self.engine.close()


def create(
    name: str,
    settings: Settings,
    *,
    cache: Path | None = None,
    project: Path | None = None,
) -> Engine:
    """The engine of that name, not yet started.

    `settings` is what stands under `engines: NAME:` in l10n.yml; `cache` the folder that models
    are kept in, the user's own by default; `project` what relative paths in the settings start
    from, the working directory by default. Raises UsageError for an unknown name, SettingsError
    for settings that the engine does not know.
    """
    if choice := _choice(name):
        raise UsageError(f"there is no engine {name!r}", remedy=choice)
    return _factory(name)(settings, cache, project)


def check(settings_by_engine: Mapping[str, Settings]) -> None:
    """Raises SettingsError for settings of an engine that is not there.

    A slip in the name would leave the engine that was meant without its address, and texts would
    go to the usual one.
    """
    for name in settings_by_engine:
        if choice := _choice(name):
            raise SettingsError(f"engines.{name}: there is no engine {name!r}", remedy=choice)


def _choice(name: str) -> str:
    """What else there is, or "" for an engine that is there."""
    known = names()
    if name in known:
        return ""
    near = difflib.get_close_matches(name, known, n=1, cutoff=0.5)
    return f"did you mean {near[0]}?" if near else f"there are {', '.join(known)}"


def available(
    settings_by_engine: Mapping[str, Settings],
    *,
    cache: Path | None = None,
    project: Path | None = None,
) -> list[EngineInfo]:
    """What every engine declares of itself; one whose settings are wrong is not ready.

    Nor is a service on this machine that nothing listens for. Others are not asked: nobody may
    have chosen them.
    """
    check(settings_by_engine)
    infos = []
    for name in names():
        settings = settings_by_engine.get(name, {})
        try:
            infos.append(_listened_for(_factory(name)(settings, cache, project).info))
        except (EngineError, UsageError) as error:
            infos.append(EngineInfo(id=name, description="", ready=False, missing=str(error)))
    return infos


def _listened_for(info: EngineInfo) -> EngineInfo:
    if not info.ready or info.address is None:
        return info
    try:
        socket.create_connection(info.address, timeout=1).close()
    except OSError:
        host, port = info.address
        told = f"nothing listens at {host}:{port}; start it, or correct engines.{info.id}.url"
        return replace(info, ready=False, missing=told)
    return info
