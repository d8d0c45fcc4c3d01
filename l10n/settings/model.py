"""What `l10n.yml` can say; every key has a default."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from l10n.model import Severity, Style


@dataclass(frozen=True, slots=True)
class Route:
    """A target that is drafted from another target."""

    via: str
    """BCP 47 tag of the target whose text is the source of this one."""
    engine: str | None = None
    """The engine for it, or None for the project's."""


@dataclass(frozen=True, slots=True)
class Workflow:
    """Who may do what."""

    four_eyes: bool = True
    """Nobody reviews or approves the text that they wrote."""
    people: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Roles (`translator`, `reviewer`, `approver`) by person; empty: everybody may all."""
    emails: Mapping[str, str] = field(default_factory=dict)
    """By person, the e-mail address that git knows them by."""


@dataclass(frozen=True, slots=True)
class Review:
    """How the terminal review behaves."""

    keys: Mapping[str, str] = field(default_factory=dict)
    """Keys by command, several parted by commas, where they are not the usual ones."""


@dataclass(frozen=True, slots=True)
class CheckSettings:
    """What the project changes about one check."""

    severity: Severity | None = None
    enabled: bool = True
    limit: float | None = None
    """Where the check has one: what lies beyond it is reported."""
    targets: Mapping[str, CheckSettings] = field(default_factory=dict)
    """What is different for some target languages; each is whole."""
    line: int | None = field(default=None, compare=False)
    """Where it stands in the settings."""

    def of(self, language: str) -> CheckSettings:
        """The changes for a target language."""
        return self.targets.get(language, self)


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings of a project."""

    source: str = "vi"
    """BCP 47 tag of the source language."""
    targets: tuple[str, ...] = ("en",)
    """BCP 47 tags of the target languages, in the order in which they are shown."""
    units: str = "sentence"
    """`sentence` or `paragraph`."""
    segmentation: str | None = None
    """An SRX file of the project's own, relative to the project."""
    engine: str = "local"
    """The engine that drafts."""
    engines: Mapping[str, Mapping[str, object]] = field(default_factory=dict)
    """Options by engine."""
    routes: Mapping[str, Route] = field(default_factory=dict)
    """Targets that are drafted from another target."""
    workflow: Workflow = field(default_factory=Workflow)
    review: Review = field(default_factory=Review)
    checks: Mapping[str, CheckSettings] = field(default_factory=dict)
    """Changes by check id."""
    style: Mapping[str, Style] = field(default_factory=dict)
    """House style by target language."""
