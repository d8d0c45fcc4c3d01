"""Reading `l10n.yml`: strict, with the line and the nearest known key in every error."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

from l10n import strict_yaml
from l10n.errors import FileError, SettingsError
from l10n.merge_marks import refuse_conflict
from l10n.model import Severity
from l10n.settings.model import CheckSettings, Review, Route, Settings
from l10n.settings.people import read_workflow
from l10n.settings.reader import Place, Reader
from l10n.settings.style import read_styles

SETTINGS_FILE = "l10n.yml"
MAX_BYTES = 1_000_000


def load(path: Path) -> Settings:
    """Read the settings file; `SettingsError` or `FileError` says what is wrong where."""
    try:
        if path.stat().st_size > MAX_BYTES:
            raise SettingsError("too large for a settings file", file=path)
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        raise SettingsError(
            "not valid UTF-8", file=path, line=line, remedy="save it as UTF-8"
        ) from None
    except OSError as error:
        raise FileError(f"cannot be read: {error.strerror}", file=path) from None
    refuse_conflict(text, path, SettingsError)
    return parse(text, name=str(path))


def parse(text: str, *, name: str = SETTINGS_FILE) -> Settings:
    """Settings from YAML text; `name` stands in errors."""
    parsed = strict_yaml.parse(text, name=name, error=SettingsError)
    reader = Reader(parsed, name)
    top = reader.mapping(parsed.value, (), KEYS) if parsed.value is not None else {}
    settings = Settings(**{key: KEYS[key](reader, value, (key,)) for key, value in top.items()})  # type: ignore[arg-type]
    _refuse_strangers(reader, settings)
    return settings


def _refuse_strangers(reader: Reader, settings: Settings) -> None:
    """What is said of a target that the project lacks is a slip of the pen: it would do nothing."""
    places: list[Place] = [("style", tag) for tag in settings.style]
    for check, change in settings.checks.items():
        places += [("checks", check, "targets", tag) for tag in change.targets]
    for place in places:
        if place[-1] not in settings.targets:
            remedy = f"targets are {', '.join(settings.targets)}: add it there, or take it out"
            reader.fail(place, f"{place[-1]!r} is no target", remedy)


def _source(reader: Reader, value: object, path: Place) -> str:
    return reader.tag(value, path)


def _targets(reader: Reader, value: object, path: Place) -> tuple[str, ...]:
    if not isinstance(value, list) or not value:
        reader.fail(path, "targets must be a list of language tags", "write it like [en, fr]")
    tags = tuple(reader.tag(item, (*path, index)) for index, item in enumerate(value))
    if len(set(tags)) < len(tags):
        reader.fail(path, "a target stands twice", "keep one of them")
    return tags


def _units(reader: Reader, value: object, path: Place) -> str:
    return reader.choice(value, path, ("sentence", "paragraph"))


def _text(reader: Reader, value: object, path: Place) -> str:
    return reader.text(value, path)


def _segmentation(reader: Reader, value: object, path: Place) -> str:
    text = reader.text(value, path)
    if Path(text).is_absolute() or ".." in Path(text).parts:
        reader.fail(path, f"{text!r} leaves the project", "give a path inside the project")
    return text


def _engines(reader: Reader, value: object, path: Place) -> dict[str, Mapping[str, object]]:
    engines = reader.mapping(value, path, None)
    options: dict[str, Mapping[str, object]] = {}
    for name, given in engines.items():
        options[name] = reader.mapping(given, (*path, name), None)
        for secret in ("key", "api_key", "token", "password"):
            if secret in options[name]:
                reader.fail(
                    (*path, name, secret),
                    f"a key does not belong in {SETTINGS_FILE}",
                    "name the environment variable that holds it: key_env: NAME",
                )
    return options


def _routes(reader: Reader, value: object, path: Place) -> dict[str, Route]:
    routes = {}
    for target, given in reader.mapping(value, path, None).items():
        place = (*path, reader.tag(target, path))
        route = reader.mapping(given, place, ("via", "engine"))
        if "via" not in route:
            reader.fail(place, f"the route of {target} lacks via", "name the target it comes from")
        engine = route.get("engine")
        routes[target] = Route(
            reader.tag(route["via"], (*place, "via")),
            None if engine is None else reader.text(engine, (*place, "engine")),
        )
    return routes


def _review(reader: Reader, value: object, path: Place) -> Review:
    given = reader.mapping(value, path, ("keys",))
    keys = reader.mapping(given.get("keys"), (*path, "keys"), None)
    return Review({name: reader.text(key, (*path, "keys", name)) for name, key in keys.items()})


def _checks(reader: Reader, value: object, path: Place) -> dict[str, CheckSettings]:
    checks = {}
    for check, given in reader.mapping(value, path, None).items():
        place = (*path, check)
        own = _check(reader, given, place, CheckSettings())
        targets = given.get("targets") if isinstance(given, dict) else None
        place = (*place, "targets")
        checks[check] = replace(
            own,
            line=reader.parsed.line(*path, check),
            targets={
                reader.tag(tag, place): _check(reader, other, (*place, tag), own)
                for tag, other in reader.mapping(targets, place, None).items()
            },
        )
    return checks


def _check(reader: Reader, given: object, place: Place, usual: CheckSettings) -> CheckSettings:
    """What is said of a check, or of it in one target, on top of what is usual."""
    if isinstance(given, bool):
        return replace(usual, enabled=given)
    known = ("severity", "enabled", "limit")
    nested = place[-2:-1] == ("targets",)
    options = reader.mapping(given, place, known if nested else (*known, "targets"))
    severity = options.get("severity")
    if "limit" in options:
        usual = replace(usual, limit=_limit(reader, options["limit"], (*place, "limit")))
    if severity is not None:
        chosen = reader.choice(severity, (*place, "severity"), tuple(Severity))
        usual = replace(usual, severity=Severity(chosen))
    enabled = reader.flag(options.get("enabled", usual.enabled), (*place, "enabled"))
    return replace(usual, enabled=enabled)


def _limit(reader: Reader, value: object, place: Place) -> float | None:
    if value is None:
        return None
    number = value if isinstance(value, int | float) and not isinstance(value, bool) else 0
    if not 0 < number < math.inf:
        told = f"limit must be a number above 0, not {value!r}"
        reader.fail(place, told, "write it like 3.5")
    return number


KEYS: Mapping[str, Callable[[Reader, object, Place], object]] = {
    "source": _source,
    "targets": _targets,
    "units": _units,
    "segmentation": _segmentation,
    "engine": _text,
    "engines": _engines,
    "routes": _routes,
    "workflow": read_workflow,
    "review": _review,
    "checks": _checks,
    "style": read_styles,
}
