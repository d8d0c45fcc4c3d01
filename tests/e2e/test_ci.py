"""The CI examples of a new project run as they are, with the program that pip installs."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from l10n.workflow import init_ci
from tests.conftest import Outcome

ROOT = Path(__file__).parents[2]
DOCS = (ROOT / "docs" / "ci.md").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """An environment with a copy of the program from this repository, installed by its address."""
    folder = tmp_path_factory.mktemp("installed")
    environment = {
        **os.environ,
        "L10N": str(ROOT),
        "PIP_NO_DEPS": "1",
        "PIP_NO_INDEX": "1",
        "PIP_NO_BUILD_ISOLATION": "0",  # pip reads it as "without"
        "PIP_TARGET": str(folder),
        "PIP_UPGRADE": "1",
        "PYTHONPATH": str(folder),
        "PATH": os.pathsep.join(
            [str(folder / "bin"), str(Path(sys.executable).parent), os.environ["PATH"]]
        ),
        "GITHUB_STEP_SUMMARY": str(folder / "summary.md"),
    }
    shell('pip install "$L10N"', ROOT, environment)
    return environment


def shell(command: str, folder: Path, environment: dict[str, str]) -> str:
    done = subprocess.run(
        ["bash", "-e", "-o", "pipefail", "-c", command],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, (command, done.stdout[-2000:], done.stderr[-2000:])
    return done.stdout


def steps(folder: Path) -> list[str]:
    """The commands of both examples."""
    github = yaml.safe_load((folder / ".github/workflows/translations.yml").read_text())
    gitlab = yaml.safe_load((folder / ".gitlab-ci.yml").read_text())
    runs = [step["run"] for step in github["jobs"]["check"]["steps"] if "run" in step]
    assert github["env"] == gitlab["translations"]["variables"] == {"L10N": init_ci.OWN_COPY}
    return [*runs, *gitlab["translations"]["script"]]


@pytest.mark.slow
def test_the_examples_of_a_new_project_pass_at_once(
    installed: dict[str, str], tmp_path: Path
) -> None:
    shell("l10n init newsroom --to en --to fr", tmp_path, installed)
    project = tmp_path / "newsroom"
    commands = steps(project)
    assert commands.count('pip install "$L10N"') == 2
    for command in commands:
        if not command.startswith("pip"):
            shell(command, project, installed)
    assert (project / "l10n.xml").read_text().startswith("<?xml")
    summary = Path(installed["GITHUB_STEP_SUMMARY"]).read_text()
    assert summary.startswith("### l10n check: 0 errors")
    assert "| fr | **all** |" in summary


@pytest.mark.slow
def test_they_fail_where_something_is_wrong(installed: dict[str, str], tmp_path: Path) -> None:
    shell("l10n init newsroom && cd newsroom && l10n extract", tmp_path, installed)
    catalog = next((tmp_path / "newsroom/translations/en").glob("*.po"))
    catalog.write_text(catalog.read_text().replace('msgstr ""\n\n', 'msgstr "In 1999"\n\n'))
    failing = []
    for command in steps(tmp_path / "newsroom"):
        if not command.startswith("pip"):
            try:
                shell(command, tmp_path / "newsroom", installed)
            except AssertionError:
                failing.append(command)
    assert failing == ["l10n check --format github", "l10n check --format junit > l10n.xml"]


def test_the_page_shows_the_examples() -> None:
    for example in (init_ci.GITHUB, init_ci.GITLAB):
        assert example.format(requirement=init_ci.OWN_COPY) in DOCS


@pytest.mark.parametrize(
    ("told", "requirement"),
    [
        (None, init_ci.OWN_COPY),
        ('{"url": "file:///home/lan/l10n", "dir_info": {}}', init_ci.OWN_COPY),
        (
            '{"url": "https://example.org/l10n", "vcs_info": {"vcs": "git", "commit_id": "abc1"}}',
            "l10n @ git+https://example.org/l10n@abc1",
        ),
        (
            '{"url": "https://example.org/l10n-1.whl", "archive_info": {}}',
            "l10n @ https://example.org/l10n-1.whl",
        ),
    ],
)
def test_where_the_program_came_from(
    monkeypatch: pytest.MonkeyPatch, told: str | None, requirement: str
) -> None:
    class Installed:
        def read_text(self, name: str) -> str | None:
            assert name == "direct_url.json"
            return told

    monkeypatch.setattr(init_ci.metadata, "distribution", lambda _name: Installed())
    assert init_ci.origin() == requirement


def test_a_program_that_is_not_installed(
    monkeypatch: pytest.MonkeyPatch, l10n: Callable[..., Outcome], tmp_path: Path
) -> None:
    def missing(_name: str) -> None:
        raise init_ci.metadata.PackageNotFoundError

    monkeypatch.setattr(init_ci.metadata, "distribution", missing)
    assert l10n("init", str(tmp_path / "x")).code == 0
    assert init_ci.OWN_COPY in (tmp_path / "x/.gitlab-ci.yml").read_text()
