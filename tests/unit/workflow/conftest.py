"""The usual project, extracted, and its units."""

from collections.abc import Callable
from pathlib import Path

import pytest

from l10n.model import Unit
from l10n.settings import find
from l10n.workflow.extract import extract
from l10n.workflow.workspace import Workspace

SLUG = "hoi-nghi"


@pytest.fixture
def workspace(project: Path) -> Workspace:
    opened = Workspace(find(project))
    extract(opened, [SLUG], ["en"])
    return opened


@pytest.fixture
def units(workspace: Workspace) -> Callable[[], list[Unit]]:
    """The units as the files have them now."""
    return lambda: workspace.translation(SLUG, "en")
