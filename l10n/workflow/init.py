"""Init: a new content project that runs at once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from importlib import resources
from pathlib import Path

from l10n import catalogs, engines, settings
from l10n.errors import FileError, UsageError
from l10n.workflow.init_ci import ci_files

IGNORED = "# Derived: can be deleted at any time.\n.l10n/\npublished/\n"

SETTINGS = """\
# Settings of this content project; every key has a default.
source: {source}
targets: [{targets}]
units: sentence                  # or paragraph
engine: {engine:25}# l10n engines shows which there are
workflow:
  four_eyes: true                # nobody reviews or approves what they wrote
checks:
  untranslated: {{severity: info}} # status --require asks for completeness, not every check
"""

ARTICLE = """\
---
title: Hội nghị triển khai công tác thông tin đối ngoại
language: {source}
date: 2024-01-08T08:30:00+07:00
lead: Sáng 8/1, Ban Thường vụ Tỉnh ủy tổ chức hội nghị triển khai công tác thông tin đối ngoại.
tags: [Chính trị]
---

Chủ tịch UBND tỉnh chủ trì hội nghị. Dự hội nghị có 120 đại biểu của các sở, ngành.

Hội nghị thống nhất dành 15,7 tỷ đồng cho nhiệm vụ này trong giai đoạn 2024 - 2025.
"""


def init_project(folder: Path, *, source: str, targets: Sequence[str]) -> list[Path]:
    """Write settings, an example article, the official glossary and CI examples; returns which.

    Raises `FileError` where the folder is a project already; other files in it are left alone.
    """
    local = engines.create("local", {}).info
    text = SETTINGS.format(
        source=source, targets=", ".join(targets), engine="local" if local.ready else "none"
    )
    parsed = settings.parse(text)
    if parsed.source in parsed.targets:
        raise UsageError(
            f"{source} is source and target", remedy="give the language to translate into with --to"
        )
    if (folder / settings.SETTINGS_FILE).exists():
        raise FileError(
            "is there already", file=folder / settings.SETTINGS_FILE, remedy="choose another folder"
        )
    written = []
    for name, content in _files(text, source):
        path = folder / name
        if not path.exists():
            catalogs.atomic_write(path, content)
            written.append(path)
    return written


def _files(settings_text: str, source: str) -> Iterator[tuple[str, bytes]]:
    """Name and content of every file, the settings last: with them it is a project."""
    yield ".gitignore", IGNORED.encode()
    if source == "vi":
        yield (
            "articles/hoi-nghi-trien-khai-cong-tac-thong-tin-doi-ngoai.md",
            ARTICLE.format(source=source).encode(),
        )
    for name, content in _official_glossary():
        yield f"glossary/{name}", content
    yield from ci_files()
    yield settings.SETTINGS_FILE, settings_text.encode()


def _official_glossary() -> Iterator[tuple[str, bytes]]:
    """The shipped glossary: in the package, or beside it in a source tree."""
    packaged = resources.files("l10n") / "starter" / "glossary"
    beside = Path(str(resources.files("l10n"))).parent / "glossary"
    folder = packaged if packaged.is_dir() else beside
    schema = (resources.files("l10n") / "glossary" / "schema.json").read_bytes()
    yield "schema.json", schema
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if entry.name.endswith(".yml"):
            text = entry.read_bytes()
            yield entry.name, text.replace(b"../l10n/glossary/schema.json", b"schema.json", 1)
