"""Reading `l10n.yml`: strict, with the line and the nearest known key in every error."""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn, cast

from l10n import strict_yaml
from l10n.errors import FileError, SettingsError
from l10n.model import Severity
from l10n.settings.model import CheckSettings, Route, Settings, Workflow

SETTINGS_FILE = "l10n.yml"
ROLES = ("translator", "reviewer", "approver")
MAX_BYTES = 1_000_000

# BCP 47 (RFC 5646), the part that names languages, scripts, regions and variants.
_TAG = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,4}")


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
    return parse(text, name=str(path))


def parse(text: str, *, name: str = SETTINGS_FILE) -> Settings:
    """Settings from YAML text; `name` stands in errors."""
    parsed = strict_yaml.parse(text, name=name, error=SettingsError)
    reader = _Reader(parsed, name)
    top = reader.mapping(parsed.value, (), KEYS) if parsed.value is not None else {}
    return Settings(**{key: KEYS[key](reader, value, (key,)) for key, value in top.items()})  # type: ignore[arg-type]


_Path = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class _Reader:
    """Checks values and says where a wrong one stands."""

    parsed: strict_yaml.Parsed
    name: str

    def fail(self, path: _Path, message: str, remedy: str | None = None) -> NoReturn:
        line = self.parsed.line(*path)
        raise SettingsError(message, file=self.name, line=line, remedy=remedy)

    def mapping(
        self, value: object, path: _Path, known: Mapping[str, object] | tuple[str, ...] | None
    ) -> dict[str, object]:
        what = ".".join(map(str, path)) or "the settings"
        if value is None:
            return {}
        if not isinstance(value, dict):
            self.fail(path, f"{what} must be a mapping of keys to values")
        for key in value:
            if not isinstance(key, str):
                self.fail(path, f"the key {key!r} must be a word", "put it in quotes")
            if known is not None and key not in known:
                near = difflib.get_close_matches(key, list(known), 1, 0.5)
                hint = f"did you mean {near[0]!r}?" if near else f"known: {', '.join(known)}"
                self.fail((*path, key), f"unknown key {key!r}", hint)
        return cast("dict[str, object]", value)

    def choice(self, value: object, path: _Path, choices: tuple[str, ...]) -> str:
        if value not in choices:
            self.fail(path, f"{path[-1]} cannot be {value!r}", f"choose {' or '.join(choices)}")
        return str(value)

    def text(self, value: object, path: _Path) -> str:
        if not isinstance(value, str) or not value.strip():
            self.fail(path, f"{path[-1]} must be text, not {value!r}", "put it in quotes")
        return value

    def flag(self, value: object, path: _Path) -> bool:
        if not isinstance(value, bool):
            self.fail(path, f"{path[-1]} must be true or false, not {value!r}")
        return value

    def tag(self, value: object, path: _Path) -> str:
        # YAML 1.1 reads the tag of Norwegian as a truth value.
        value = "no" if value is False else value
        if not isinstance(value, str) or not _TAG.fullmatch(value):
            self.fail(path, f"{value!r} is not a language tag", "write one like en or pt-BR")
        return value


def _source(reader: _Reader, value: object, path: _Path) -> str:
    return reader.tag(value, path)


def _targets(reader: _Reader, value: object, path: _Path) -> tuple[str, ...]:
    if not isinstance(value, list) or not value:
        reader.fail(path, "targets must be a list of language tags", "write it like [en, fr]")
    tags = tuple(reader.tag(item, (*path, index)) for index, item in enumerate(value))
    if len(set(tags)) < len(tags):
        reader.fail(path, "a target stands twice", "keep one of them")
    return tags


def _units(reader: _Reader, value: object, path: _Path) -> str:
    return reader.choice(value, path, ("sentence", "paragraph"))


def _text(reader: _Reader, value: object, path: _Path) -> str:
    return reader.text(value, path)


def _segmentation(reader: _Reader, value: object, path: _Path) -> str:
    text = reader.text(value, path)
    if Path(text).is_absolute() or ".." in Path(text).parts:
        reader.fail(path, f"{text!r} leaves the project", "give a path inside the project")
    return text


def _engines(reader: _Reader, value: object, path: _Path) -> dict[str, Mapping[str, object]]:
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


def _routes(reader: _Reader, value: object, path: _Path) -> dict[str, Route]:
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


def _workflow(reader: _Reader, value: object, path: _Path) -> Workflow:
    given = reader.mapping(value, path, ("four_eyes", "people"))
    people = {}
    for person, roles in reader.mapping(given.get("people"), (*path, "people"), None).items():
        place = (*path, "people", person)
        if not isinstance(roles, list):
            reader.fail(place, f"the roles of {person} must be a list", f"of {', '.join(ROLES)}")
        people[person] = tuple(reader.choice(r, (*place, i), ROLES) for i, r in enumerate(roles))
    four_eyes = reader.flag(given.get("four_eyes", True), (*path, "four_eyes"))
    return Workflow(four_eyes, people)


def _checks(reader: _Reader, value: object, path: _Path) -> dict[str, CheckSettings]:
    checks = {}
    for check, given in reader.mapping(value, path, None).items():
        place = (*path, check)
        if given is False:
            checks[check] = CheckSettings(enabled=False)
            continue
        options = reader.mapping(given, place, ("severity", "enabled"))
        severity = options.get("severity")
        checks[check] = CheckSettings(
            None
            if severity is None
            else Severity(reader.choice(severity, (*place, "severity"), tuple(Severity))),
            reader.flag(options.get("enabled", True), (*place, "enabled")),
        )
    return checks


def _style(reader: _Reader, value: object, path: _Path) -> dict[str, Mapping[str, object]]:
    return {
        reader.tag(target, path): reader.mapping(given, (*path, target), None)
        for target, given in reader.mapping(value, path, None).items()
    }


KEYS: Mapping[str, Callable[[_Reader, object, _Path], object]] = {
    "source": _source,
    "targets": _targets,
    "units": _units,
    "segmentation": _segmentation,
    "engine": _text,
    "engines": _engines,
    "routes": _routes,
    "workflow": _workflow,
    "checks": _checks,
    "style": _style,
}
