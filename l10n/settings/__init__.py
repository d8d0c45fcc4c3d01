"""The settings in `l10n.yml` and the paths of a content project."""

from l10n.settings.load import SETTINGS_FILE, load, parse
from l10n.settings.model import CheckSettings, Review, Route, Settings, Workflow
from l10n.settings.project import Project, find

__all__ = [
    "SETTINGS_FILE",
    "CheckSettings",
    "Project",
    "Review",
    "Route",
    "Settings",
    "Workflow",
    "find",
    "load",
    "parse",
]
