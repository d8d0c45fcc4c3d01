"""Who acts: the name that a person gives, and the person of the settings whom it means."""

from __future__ import annotations

import os
import subprocess
import unicodedata

from l10n.errors import UsageError
from l10n.settings import Settings

MAX_LENGTH = 200
"""Characters of a name."""
_REMEDY = "say who you are with --as NAME or L10N_USER"


def identity(given: str | None) -> str:
    """Who acts: `given`, else `L10N_USER`, else git's `user.email`.

    Raises `UsageError` where none of them says, for nothing is signed by nobody, and for what is
    no name: control characters, or more than 200 characters.
    """
    who = given or os.environ.get("L10N_USER") or _git_email()
    name = " ".join(unicodedata.normalize("NFC", who).split())
    if not name:
        raise UsageError("nobody signs this act", remedy=_REMEDY)
    if len(name) > MAX_LENGTH or not name.isprintable():
        raise UsageError("this is no name of a person", remedy=_REMEDY)
    return name


def person(settings: Settings, who: str) -> str:
    """`who` as the settings name them: by name whatever its capitals, or by e-mail.

    Whom the settings do not name stays as they are.
    """
    workflow = settings.workflow
    known = {_key(name): name for name in workflow.people}
    known |= {_key(email): name for name, email in workflow.emails.items()}
    return known.get(_key(who), who)


def same(one: str, other: str) -> bool:
    """Whether two names are one person's, whatever their capitals and accents' encoding."""
    return _key(one) == _key(other)


def _key(name: str) -> str:
    return unicodedata.normalize("NFC", " ".join(name.split())).casefold()


def _git_email() -> str:
    try:
        answer = subprocess.run(
            ["git", "config", "user.email"],  # noqa: S607 - the git that the person uses
            capture_output=True,
            text=True,
            timeout=5,
            check=False,
        )
    except (OSError, ValueError, subprocess.SubprocessError):
        return ""
    return answer.stdout.strip()
