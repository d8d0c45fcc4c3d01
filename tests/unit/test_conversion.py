"""What becomes of values on the command line, with pydantic and without."""

from __future__ import annotations

import subprocess
import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import pytest
import typer

from l10n.cli.conversion import spare


class Shade(StrEnum):
    DARK = "dark"
    LIGHT = "light"


def run(*arguments: str) -> dict[str, object]:
    """What a command is given for these arguments."""
    spare()
    given: dict[str, object] = {}
    program = typer.Typer(pretty_exceptions_enable=False)

    @program.command()
    def command(  # noqa: PLR0917 - as many as there are kinds
        words: Annotated[list[str], typer.Argument()],
        name: str | None = None,
        file: Path | None = None,
        shade: Shade = Shade.DARK,
        number: int = 3,
        more: Annotated[list[str] | None, typer.Option()] = None,
        on: bool = False,
        called: Annotated[str, typer.Option(callback=lambda value: value.upper())] = "x",
        found: Annotated[Path | None, typer.Option(exists=True)] = None,
    ) -> None:
        given.update(locals())

    program(arguments, standalone_mode=False)
    return {key: value for key, value in given.items() if key != "given"}


def test_what_is_left_out_has_its_default():
    assert run("a") == {
        "words": ["a"],
        "name": None,
        "file": None,
        "shade": Shade.DARK,
        "number": 3,
        "more": None,
        "on": False,
        "called": "X",
        "found": None,
    }


def test_what_is_given_is_converted(tmp_path):
    given = run(
        *("a", "b", "--name", "n", "--file", str(tmp_path), "--shade", "light", "--number", "7"),
        *("--more", "x", "--more", "y", "--on", "--called", "you"),
        *("--found", str(tmp_path)),
    )
    assert given == {
        "words": ["a", "b"],
        "name": "n",
        "file": tmp_path,
        "shade": Shade.LIGHT,
        "number": 7,
        "more": ["x", "y"],
        "on": True,
        "called": "YOU",
        "found": tmp_path,
    }
    assert isinstance(given["shade"], Shade)


@pytest.mark.parametrize("path", ["no/such", "", "dangling"])
def test_a_path_may_lead_nowhere(path, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path("dangling").symlink_to("nowhere")
    assert run("a", "--file", path)["file"] == Path(path)


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        (["a", "--shade", "grey"], "'grey' is not one of 'dark', 'light'"),
        (["a", "--number", "seven"], "valid integer"),
        (["a", "--found", "no/such"], "does not exist"),
        ([], "Missing parameter: words"),
    ],
)
def test_what_is_wrong_is_told_by_typer(wrong, message):
    with pytest.raises(Exception, match=message):
        run(*wrong)


def test_plain_commands_go_without_pydantic(tmp_path):
    code = (
        "import sys; from l10n.cli.program import run; code = run(sys.argv[1:]);"
        " sys.exit('pydantic' in sys.modules or code)"
    )
    new = str(tmp_path / "new")
    for told in (
        ["init", new],
        ["--project", new, "check", "--fail-on", "never", "--format", "json"],
    ):
        subprocess.run([sys.executable, "-c", code, *told], check=True)
