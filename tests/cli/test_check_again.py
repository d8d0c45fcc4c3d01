"""What an earlier check found is only taken up while nothing that decides it has changed."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from l10n.model import Finding, Severity
from l10n.settings import find
from l10n.workflow import check as checking
from l10n.workflow import found
from tests.conftest import Outcome, write_tree

ARTICLE = Path("articles/hoi-nghi.md")
CATALOG = Path("translations/en/hoi-nghi.po")
FOUND = Path(".l10n/findings.sqlite")
Again = Callable[[], tuple[str, int]]


@pytest.fixture
def again(project: Path, l10n: Callable[..., Outcome], monkeypatch: pytest.MonkeyPatch) -> Again:
    """Checks the usual project: what it says, and how many articles were looked at anew."""
    l10n("extract")
    wording = {'msgstr ""\n\n': 'msgstr "The Polit Bureau met on May 8."\n\n'}
    for old, new in wording.items():
        text = (project / CATALOG).read_text(encoding="utf-8")
        (project / CATALOG).write_text(text.replace(old, new), encoding="utf-8")
    looked: list[str] = []
    real = checking._article

    def counted(workspace: object, slug: str, languages: object) -> object:
        looked.append(slug)
        return real(workspace, slug, languages)  # type: ignore[arg-type]

    monkeypatch.setattr(checking, "_article", counted)

    def run() -> tuple[str, int]:
        looked.clear()
        outcome = l10n("check", "--fail-on", "never")
        assert outcome.code == 0, outcome.err
        return outcome.out, len(looked)

    return run


def test_nothing_new_is_told_without_looking(again: Again) -> None:
    first, looked = again()
    assert looked == 1
    assert "terminology" in first
    assert again() == (first, 0)


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        (CATALOG, "Polit Bureau", "Politburo"),
        (ARTICLE, "Bộ Chính trị", "Bộ Chính Trị"),
        (Path("l10n.yml"), "engine:", "checks:\n  terminology: {severity: info}\nengine:"),
    ],
)
def test_a_change_is_seen(project: Path, again: Again, file: Path, old: str, new: str) -> None:
    first, _ = again()
    text = (project / file).read_text(encoding="utf-8")
    assert old in text
    (project / file).write_text(text.replace(old, new, 1), encoding="utf-8")
    then, looked = again()
    assert looked == 1
    assert then != first


def test_another_glossary_judges_anew(project: Path, again: Again) -> None:
    again()
    (project / "glossary/party.yml").unlink()
    then, looked = again()
    assert looked == 1
    assert "terminology" not in then


@pytest.mark.parametrize("content", [None, b"", b"no database" * 999])
def test_what_is_remembered_may_go_or_break(
    project: Path, again: Again, content: bytes | None
) -> None:
    first, _ = again()
    (project / FOUND).unlink()
    if content is not None:
        (project / FOUND).write_bytes(content)
    assert again() == (first, 1)
    assert again()[0] == first
    assert again() == (first, 0)


def test_one_other_letter_is_seen(project: Path, again: Again) -> None:
    first, _ = again()
    whole = (project / FOUND).read_bytes()
    assert b"forbidden" in whole
    (project / FOUND).write_bytes(whole.replace(b"forbidden", b"permitted"))
    assert again() == (first, 1)
    assert again() == (first, 0)


def test_a_folder_in_its_place_costs_speed_alone(project: Path, again: Again) -> None:
    first, _ = again()
    (project / FOUND).unlink()
    (project / FOUND).mkdir()
    assert again() == (first, 1)


def test_what_was_interrupted_goes_on_where_it_was(
    project: Path, l10n: Callable[..., Outcome], monkeypatch: pytest.MonkeyPatch
) -> None:
    article = (project / ARTICLE).read_text(encoding="utf-8")
    write_tree(project, {f"articles/bai-{number}.md": article for number in range(3)})
    looked: list[str] = []
    real = checking._article

    def until(workspace: object, slug: str, languages: object) -> object:
        looked.append(slug)
        if looked == ["bai-0", "bai-1", "bai-2"]:
            raise KeyboardInterrupt
        return real(workspace, slug, languages)  # type: ignore[arg-type]

    monkeypatch.setattr(checking, "_article", until)
    assert l10n("check").code == 130
    looked.clear()
    assert l10n("check", "--fail-on", "never").code == 0
    assert looked == ["bai-2", "hoi-nghi"]


def test_what_is_found_is_remembered_as_it_comes(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(found, "EVERY", -1.0)
    write_tree(project, {"articles/bai.md": "Bài.\n"})
    finding = Finding("numbers", Severity.ERROR, "15 is gone", "bai", "en")
    first, second = (found.Found(find(project=project), ["en"]) for _ in range(2))
    keys = first.keys(["bai", "hoi-nghi"])

    def looking() -> Iterator[tuple[str, list[Finding]]]:
        yield "bai", [finding]
        assert second.get(keys) == {"bai": [finding]}
        yield "hoi-nghi", []

    assert first.noted(keys, looking()) == {"bai": [finding], "hoi-nghi": []}
    assert second.get(keys) == {"bai": [finding], "hoi-nghi": []}


def test_what_cannot_be_read_is_tried_each_time(
    project: Path, l10n: Callable[..., Outcome]
) -> None:
    l10n("extract")
    whole = (project / CATALOG).read_bytes()
    write_tree(project, {str(CATALOG): "<<<<<<< ours\n"})
    assert [l10n("check").code for _ in range(2)] == [4, 4]
    (project / CATALOG).unlink()
    os.mkfifo(project / CATALOG)
    assert [l10n("check").code for _ in range(2)] == [4, 4]
    (project / CATALOG).unlink()
    (project / CATALOG).write_bytes(whole)
    assert l10n("check", "--fail-on", "never").code == 0
