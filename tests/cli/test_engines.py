"""`l10n engines`: what is ready, what is missing, what each can do."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

from tests.conftest import Outcome, write_tree
from tests.engines.services import Services

L10n = Callable[..., Outcome]


def test_each_engine_says_what_it_can_do(project: Path, l10n: L10n, services: Services) -> None:
    write_tree(
        project,
        {
            "l10n.yml": "targets: [en, es]\nengine: apertium\n"
            "routes:\n  es: {via: en, engine: apertium}\n"
            f"engines:\n  openai: {{model: m, url: '{services.url}/v1', key_file: keys/k}}\n"
            "  libretranslate: {url: 'http://localhost:1'}\n  apertium: {url: 'https://[::1]'}\n"
        },
    )
    write_tree(project, {"keys/k": "secret"})
    (project / "keys/k").chmod(0o600)
    lines = l10n("engines").out.splitlines()
    at = next(i for i, line in enumerate(lines) if line.startswith("* apertium"))
    assert "on this machine" in lines[at]
    assert lines[at + 2].strip() == "vi into en: not vi; en into es"
    assert " not ready " in lines[at]
    assert lines[at + 1].strip() == (
        "nothing listens at ::1:443; start it, or correct engines.apertium.url"
    )
    assert lines[at + 3].strip() == (
        "4 x 20 texts of up to 20,000 characters; terms: placeholder, then inline"
    )
    [openai] = [line for line in lines if line.startswith("  openai")]
    assert " ready " in openai  # the key file is looked for in the project, not where one stands
    told = {i["id"]: i for i in json.loads(l10n("engines", "--format", "json").out)["engines"]}
    assert told["openai"]["strategies"] == ["prompt", "inline"]
    assert told["openai"]["takes_prompt"]
    assert told["libretranslate"]["missing"].startswith("nothing listens at localhost:1; start it")
    assert services.seen == []  # nobody is asked anything
    assert told["deepl"]["online"]
    assert not told["local"]["online"]
    assert "secret" not in json.dumps(told)


def test_key_files_are_found_from_a_folder_below(project: Path, l10n: L10n, monkeypatch) -> None:
    write_tree(project, {"l10n.yml": "engines:\n  deepl: {key_file: k}\n", "k": "secret"})
    (project / "k").chmod(0o600)
    monkeypatch.chdir(project / "articles")
    [line] = [line for line in l10n("engines").out.splitlines() if line.startswith("  deepl")]
    assert " ready " in line


def test_wrong_settings_are_told_and_not_passed_over(project: Path, l10n: L10n) -> None:
    write_tree(project, {"l10n.yml": "enginee: local\n"})
    outcome = l10n("engines")
    assert outcome.code == 2
    assert "did you mean 'engine'" in outcome.err


def test_without_a_project_the_engines_are_shown_all_the_same(
    tmp_path: Path, l10n: L10n, monkeypatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert "local" in l10n("engines").out
