"""A content project from a dict tree, and the command line as a user calls it."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import settings

from l10n.cli.program import run
from tests.engines.services import Services

# How long an example takes depends on the machine; hypothesis must not judge by it.
# Everywhere the same examples; with L10N_EXPLORE, as in `make check`, new ones each time.
settings.register_profile(
    "l10n", deadline=None, derandomize="L10N_EXPLORE" not in os.environ, database=None
)
settings.load_profile("l10n")

Tree = Mapping[str, str | bytes]

ARTICLE = """\
---
title: Hội nghị thông tin đối ngoại
language: vi
date: 2024-01-08T05:10:00+07:00
lead: Sáng 8/1, Bộ Chính trị ban hành kết luận mới.
tags: [Chính trị]
---

Bộ Chính trị họp tại Hà Nội. Hội nghị dành **15,7 tỷ đồng** cho nhiệm vụ này.

![Toàn cảnh hội nghị](images/hoi-nghi.jpg "Ảnh: Đ.Hòa")

Xem [văn bản](https://example.org/57) để biết thêm.
"""

GLOSSARY = """\
- id: party-bct
  domain: party
  vi: [Bộ Chính trị]
  en:
    - Politburo
    - {text: Political Bureau, status: admitted}
    - {text: Polit Bureau, status: forbidden}
  target_case: proper
  verified: true
"""

SETTINGS = "source: vi\ntargets: [en]\nengine: none\n"

PROJECT: Tree = {
    "l10n.yml": SETTINGS,
    "articles/hoi-nghi.md": ARTICLE,
    "glossary/party.yml": GLOSSARY,
}


def write_tree(root: Path, tree: Tree) -> Path:
    for name, content in tree.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return root


@pytest.fixture
def make_project(tmp_path: Path) -> Callable[..., Path]:
    """Make a project of the usual files with `changes` over them."""

    def make(changes: Tree | None = None) -> Path:
        return write_tree(tmp_path / "project", {**PROJECT, **(changes or {})})

    return make


@pytest.fixture
def project(make_project: Callable[..., Path], monkeypatch: pytest.MonkeyPatch) -> Path:
    """The usual project, as the working directory, with nobody signed in."""
    root = make_project()
    monkeypatch.chdir(root)
    monkeypatch.delenv("L10N_USER", raising=False)
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("GIT_CONFIG_SYSTEM", os.devnull)
    return root


@pytest.fixture
def services() -> Iterator[Services]:
    """Translation services on loopback, which fail as they are told."""
    with Services() as server:
        yield server


@dataclass(frozen=True)
class Outcome:
    """What a call gave back."""

    code: int
    out: str
    err: str


@pytest.fixture
def l10n(capfd: pytest.CaptureFixture[str]) -> Iterator[Callable[..., Outcome]]:
    """Call the command line in this process."""

    def call(*arguments: str) -> Outcome:
        capfd.readouterr()
        code = run(list(arguments))
        sys.stdout.flush()
        captured = capfd.readouterr()
        return Outcome(code, captured.out, captured.err)

    return call


def call_program(*arguments: str, cwd: Path, **environment: str) -> Outcome:
    """Call the command line in a process of its own, as a shell does."""
    done = subprocess.run(
        [sys.executable, "-m", "l10n", *arguments],
        cwd=cwd,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    return Outcome(done.returncode, done.stdout, done.stderr)
