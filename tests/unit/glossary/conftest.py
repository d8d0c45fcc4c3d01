"""The glossary that ships."""

from __future__ import annotations

from pathlib import Path

import pytest

from l10n.glossary import Glossary, load

FOLDER = Path(__file__).parents[3] / "glossary"


@pytest.fixture(scope="session")
def shipped() -> Glossary:
    return load([FOLDER])
