"""Looking the project's glossary over."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from l10n.errors import FileError, L10nError
from l10n.glossary import linting
from l10n.glossary.linting import Problem, Report
from l10n.model import Severity
from l10n.settings import SETTINGS_FILE, Project
from l10n.workflow.workspace import Workspace

UNREAD = "unread-file"
"""The rule that files are told under which look like the glossary's, but are not read."""


def lint(workspace: Workspace, targets: Sequence[str], today: date) -> Report:
    """All problems of the project's glossary; files are named as seen from the project."""
    project = workspace.project
    files, refused = _files(project)
    report = linting.lint(
        files,
        source=project.settings.source,
        targets=targets,
        today=today,
        styles=project.settings.style,
    )
    problems = [_relative(project, problem) for problem in report.problems]
    problems += [linting.unreadable(error) for error in refused]
    problems += _unread(project)
    problems.sort(key=lambda p: (p.file, p.line))
    return replace(report, problems=tuple(problems), errors=(*report.errors, *refused))


def _files(project: Project) -> tuple[list[Path], list[L10nError]]:
    """The glossary's files, and what is to say of what is none, or leads elsewhere."""
    files: list[Path] = []
    refused: list[L10nError] = []
    for path in project.glossary_files:
        try:
            files.append(project.own_file(path))
        except FileError as error:
            refused.append(error)
    return files, refused


def _relative(project: Project, problem: Problem) -> Problem:
    folder = f"{project.root}/"
    return replace(
        problem,
        file=project.relative(Path(problem.file)) if problem.file else SETTINGS_FILE,
        message=problem.message.replace(folder, ""),
        remedy=problem.remedy.replace(folder, ""),
    )


def _unread(project: Project) -> list[Problem]:
    """YAML files in folders of the glossary's folder, or with capitals in their suffix."""
    read = set(project.glossary_files)
    remedy = "put it into glossary/ itself, with a name that ends in .yml"
    return [
        Problem(UNREAD, Severity.WARNING, "is not read", remedy, project.relative(path), 0)
        for path in project.glossary.rglob("*")
        if path.suffix.lower() in {".yml", ".yaml"}
        and path not in read
        and not any(part.startswith(".") for part in path.relative_to(project.glossary).parts)
    ]
