"""What is no glossary is one line with its place and what to do, in every command that reads it."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import Outcome

Call = Callable[..., Outcome]

BAD: dict[str, tuple[str | bytes, str, str]] = {
    "yaml error": ("- id: b\n  vi: [x\n", ":3", "is not YAML"),
    "open quote": ('- id: b\n  vi: "x\n  en: y\n', ":4", "is not YAML"),
    "tab": (b"- id: b\n\tvi: x\n", ":2", "tab"),
    "unknown key": ("- id: b\n  vi: x\n  gaurds: y\n", ":3", "did you mean 'guards'?"),
    "long key": (f"- id: b\n  vi: x\n  {'k' * 900}: y\n", ":3", "unknown key"),
    "no date": (
        "- id: b\n  vi: x\n  valid: {to: 31/12/2025}\n",
        ":3",
        "'31/12/2025' is not a date",
    ),
    "no such day": ("- id: b\n  vi: x\n  valid:\n    to: 2025-02-30\n", ":4", "is not a date"),
    "backwards": ("- id: b\n  vi: x\n  valid: {from: 2025-01-02, to: 2025-01-01}\n", ":3", "ends"),
    "id twice": ("- id: b\n  vi: x\n- id: party-bct\n  vi: y\n", ":3", "glossary/party.yml:1"),
    "no id": ("- vi: x\n", ":1", "has no id"),
    "empty term": ("- id: b\n  vi:\n    - x\n    - ''\n", ":4", "a term is empty"),
    "term of marks": ("- id: b\n  vi: '…'\n", ":2", "no letter or digit"),
    "long term": (f"- id: b\n  vi: {'x' * 5000}\n", ":2", "5000 characters"),
    "deep": (f"- id: b\n  vi: {'[' * 10}x{']' * 10}\n", ":2", "not a text"),
    "deeper": (f"- id: b\n  vi: {'[' * 100_000}\n", ":2", "nested too deeply"),
    "key twice": ("- id: b\n  vi: x\n  vi: y\n", ":3", "key 'vi' stands twice"),
    "key that is none": ("- id: b\n  ? [vi]\n  : x\n", ":2", "not a word"),
    "bomb": ("a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\nd: [*c, *c]\n", ":1", "anchor"),
    "alias": ("- id: b\n  vi: *x\n", ":2", "alias"),
    "merge": ("- id: b\n  <<: {vi: x}\n", ":2", "unknown key '<<'"),
    "tag": ("- !!python/object/apply:os.system [id]\n", ":1", "tag"),
    "two documents": ("- id: b\n  vi: x\n---\n- id: c\n", ":3", "second document"),
    "no list": ("id: b\nvi: x\n", ":1", "not a list of concepts"),
    "binary": (b"\x89PNG\r\n\x1a\n\x00\x00\xff\xfe", ":1", "not UTF-8"),
    "bad utf-8": (b"- id: b\n  vi: x\xff\n", ":2", "not UTF-8"),
    "utf-16": ("- id: b\n  vi: x\n".encode("utf-16"), ":1", "not UTF-8"),
    "nul": (b"- id: b\n  vi: x\x00y\n", ":2", "control character"),
    "escape": (b"- id: b\n  vi: x\n  note: \x1b[2J\n", ":3", "control character"),
    "noncharacter": ("- id: b\n  vi: ớ\n  en: x\ufffe\n", ":3", "control character"),
    "bidi": ('- id: b\n  vi: "x\\u202ey"\n', ":2", "control character"),
    "unknown slot": ("- id: b\n  vi: 'x {cod}'\n", ":2", "did you mean {code}?"),
    "big": (b"# " + b"x" * 10_000_000, "", "larger than 10 MB"),
}
"""Name: what stands in `glossary/z.yml`, the line that is named, and what is said."""

COMMANDS = [
    ["glossary", "list"],
    ["glossary", "match", "Bộ Chính trị họp."],
    ["glossary", "verify", "--source", "x", "--target", "y", "--to", "en"],
    ["check"],
    ["extract"],
]


def make_folder(path: Path) -> None:
    path.mkdir()
    (path / "inside.yml").write_text("- {id: b, vi: x}\n")


UNREADABLE: dict[str, tuple[Callable[[Path], None], str]] = {
    "folder": (make_folder, "is not a file"),
    "pipe": (os.mkfifo, "is not a file"),
    "link out": (lambda path: path.symlink_to("/etc/hostname"), "leads out of the project"),
    "link to nothing": (lambda path: path.symlink_to("y.yml"), "cannot be read"),
    "link to itself": (lambda path: path.symlink_to("z.yml"), "cannot be read"),
}


def assert_one_line(outcome: Outcome, code: int, place: str, message: str) -> None:
    """One line on stderr, nothing on stdout, with place, message and remedy."""
    assert outcome.code == code
    assert outcome.out == ""
    (line,) = outcome.err.splitlines()
    assert line.startswith(f"l10n: error: {place}: ")
    assert message in line
    assert re.search(r"; \S", line), "no remedy"
    assert len(line) < 400


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command[-1])
@pytest.mark.parametrize("name", BAD)
def test_a_bad_file_is_one_line(project: Path, l10n: Call, name: str, command: list[str]) -> None:
    content, line, message = BAD[name]
    path = project / "glossary/z.yml"
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    assert_one_line(l10n(*command), 2, f"glossary/z.yml{line}", message)


@pytest.mark.parametrize("name", BAD)
def test_lint_tells_it_as_a_finding(project: Path, l10n: Call, name: str) -> None:
    content, line, message = BAD[name]
    path = project / "glossary/z.yml"
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    outcome = l10n("glossary", "lint", "--severity", "error")
    assert outcome.code == 2
    assert f"glossary/z.yml{line}: error: " in outcome.out
    assert message in outcome.out
    assert "Traceback" not in outcome.err


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command[-1])
@pytest.mark.parametrize("name", UNREADABLE)
def test_what_is_no_file_is_one_line(
    project: Path, l10n: Call, name: str, command: list[str]
) -> None:
    make, message = UNREADABLE[name]
    l10n("extract")  # what has been extracted before is compared by its bytes
    make(project / "glossary/z.yml")
    assert_one_line(l10n(*command), 4, "glossary/z.yml", message)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read all")
@pytest.mark.parametrize("name", ["glossary", "glossary/party.yml"])
def test_what_may_not_be_read_is_one_line(project: Path, l10n: Call, name: str) -> None:
    (project / name).chmod(0)
    try:
        assert_one_line(l10n("glossary", "list"), 4, name, "Permission denied")
    finally:
        (project / name).chmod(0o700)


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command[-1])
def test_a_glossary_that_is_no_folder_of_the_project(
    project: Path, l10n: Call, tmp_path: Path, command: list[str]
) -> None:
    (project / "glossary").rename(tmp_path / "elsewhere")
    (project / "glossary").write_text("x")
    assert_one_line(l10n(*command), 4, "glossary", "cannot be listed")
    (project / "glossary").unlink()
    (project / "glossary").symlink_to(tmp_path / "elsewhere")
    assert_one_line(l10n(*command), 4, "glossary", "leads out of the project")


@pytest.mark.parametrize("content", ["", "\n", "# later\n", "[]\n", "---\n", "\ufeff"])
def test_an_empty_file_is_none_of_these(project: Path, l10n: Call, content: str) -> None:
    (project / "glossary/z.yml").write_text(content, encoding="utf-8")
    outcome = l10n("glossary", "list")
    assert (outcome.code, outcome.err) == (0, "1 concept\n")


def test_other_programs_files_are_none_of_these(project: Path, l10n: Call) -> None:
    (project / "glossary/.#party.yml").symlink_to("nobody@nowhere")
    (project / "glossary/party.yml~").write_bytes(b"\xff")
    assert l10n("glossary", "list").code == 0


def test_a_link_within_the_project_is_followed(project: Path, l10n: Call) -> None:
    (project / "shared.yml").write_text("- {id: b, vi: Sở}\n")
    (project / "glossary/z.yml").symlink_to("../shared.yml")
    assert l10n("glossary", "list").err == "2 concepts\n"
