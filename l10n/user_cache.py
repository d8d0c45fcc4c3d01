"""Where the program keeps what it can make anew: models put together, dictionaries made ready."""

from __future__ import annotations

import os
from pathlib import Path

import platformdirs


def cache_folder() -> Path:
    """What L10N_CACHE says, or else the user's cache folder of the system."""
    given = os.environ.get("L10N_CACHE")
    return Path(given) if given else Path(platformdirs.user_cache_dir("l10n", appauthor=False))
