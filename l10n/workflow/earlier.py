"""A glossary to compare the project's with: as it was at a revision, or as it stands in a file."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from l10n import settings
from l10n.errors import FileError, InputError, SettingsError, UsageError
from l10n.model import Status, Style
from l10n.settings import SETTINGS_FILE
from l10n.workflow import revisions
from l10n.workflow.workspace import Workspace

if TYPE_CHECKING:
    from l10n.glossary import Glossary

FOLDER = "glossary"
SUFFIXES = (".yml", ".yaml")
_REMEDY = "compare with a copy: --against FILE"


def at_revision(workspace: Workspace, name: str) -> Glossary:
    """The glossary as it was at the revision `name`, in the house style of that time.

    It has no concepts where there was no glossary. Raises `UsageError` for what git cannot give,
    and `GlossaryError` with the revision's name where the files are wrong.
    """
    try:
        revision = revisions.at(workspace.project.root, name)
        names = (n for n in revision.names(FOLDER) if n.endswith(SUFFIXES) and n[0] != ".")
        paths = [f"{FOLDER}/{n}" for n in names]
        found = revision.read([*paths, SETTINGS_FILE])
    except UsageError as error:
        error.remedy = ", or ".join(filter(None, (error.remedy, _REMEDY)))
        raise
    for path in paths:
        if path not in found:
            raise UsageError(
                "cannot be read: a link that leads elsewhere, or not in this clone",
                file=f"{name}:{path}",
                remedy=_REMEDY,
            )
    today = workspace.project.settings.style
    styles = _styles(found[SETTINGS_FILE], today) if SETTINGS_FILE in found else today
    with tempfile.TemporaryDirectory(prefix="l10n-") as folder:
        copies = {}
        for number, path in enumerate(paths):
            # Numbers keep the order, and no name of a repository becomes one of this system.
            copy = Path(folder, f"{number:05}.yml")
            copy.write_bytes(found[path])
            copies[str(copy)] = f"{name}:{path}"
        try:
            return _load([Path(copy) for copy in copies], styles)
        except (UsageError, FileError, InputError) as error:
            for name_here, place in copies.items():
                error.file = place if error.file == name_here else error.file
                error.remedy = error.remedy and error.remedy.replace(name_here, place)
            raise


def in_file(workspace: Workspace, path: Path) -> Glossary:
    """The glossary in a YAML file or a folder of them, in the house style of now.

    Raises `UsageError` for what is neither, `FileError` and `GlossaryError` as loading does.
    """
    if path.is_file() and path.suffix not in SUFFIXES:
        raise UsageError(
            f"{path} is no glossary in YAML",
            remedy="give a .yml file or a folder of them; l10n glossary import reads others",
        )
    return _load([path], workspace.project.settings.style)


def _load(paths: list[Path], styles: Mapping[str, Style]) -> Glossary:
    """The glossary; a preference for what it does not have yet is none."""
    from l10n import glossary

    plain = glossary.load(paths)
    fitting = {
        language: replace(
            style,
            prefer={c: t for c, t in style.prefer.items() if _accepts(plain, language, c, t)},
        )
        for language, style in styles.items()
    }
    return glossary.Glossary(plain.concepts, fitting)


def _accepts(glossary: Glossary, language: str, concept: str, text: str) -> bool:
    known = glossary.concepts.get(concept)
    terms = known.terms.get(language, ()) if known else ()
    return any(t.text == text and t.status in (Status.PREFERRED, Status.ADMITTED) for t in terms)


def _styles(data: bytes, today: Mapping[str, Style]) -> Mapping[str, Style]:
    """The house style of the settings of that time, or today's where they cannot be read."""
    try:
        return settings.parse(data.decode("utf-8-sig"), name=SETTINGS_FILE).style
    except (SettingsError, UnicodeDecodeError):
        return today
