"""What a person sees of a service that fails: one line, the exit code, and no wrong translation."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import Outcome, write_tree
from tests.engines.services import KEY, Services

L10n = Callable[..., Outcome]


@pytest.fixture
def fresh(
    tmp_path: Path, services: Services, l10n: L10n, monkeypatch: pytest.MonkeyPatch
) -> Callable[..., None]:
    """Makes a new project, as `l10n init` does, that drafts with an engine."""
    monkeypatch.chdir(tmp_path)
    assert l10n("init", ".", "--quiet").code == 0
    for path in (tmp_path / "glossary").glob("*.yml"):
        if path.name != "party.yml":  # reading all of it takes a second each time
            path.unlink()
    monkeypatch.setenv("OPENAI_API_KEY", KEY)

    def use(engine: str, **changes: object) -> None:
        write_tree(tmp_path, {"l10n.yml": services.settings(engine, retries=1, **changes)})

    return use


def units(l10n: L10n) -> list[dict[str, str]]:
    return json.loads(l10n("unit", "list", "--format", "json").out)["units"]


@pytest.mark.parametrize("engine", ["libretranslate", "openai"])
@pytest.mark.parametrize(
    ("fault", "words"),
    [
        ("500", "an error of the service (HTTP 500)"),
        ("429", "the service is busy (HTTP 429)"),
        ("401", "the key is refused or used up (HTTP 401)"),
        ("404", "the service does not know the address or the model (HTTP 404)"),
        ("html", "the answer is no JSON, but a web page"),
        ("broken", "the answer is no JSON"),
        ("hang", "no answer within 0.5 seconds"),
        ("drop", "no connection"),
        ("redirect", "the address leads elsewhere"),
        ("empty", "the engine gave no text"),
        ("echo", "the engine gave the source back"),
        ("long", "the answer is many times longer than the source"),
    ],
)
def test_one_line_and_nothing_taken(
    services: Services, fresh, l10n: L10n, engine: str, fault: str, words: str
) -> None:
    fresh(engine)
    services.fault = fault
    outcome = l10n("draft")
    assert outcome.code == 3
    assert outcome.err.count("\n") == 1
    assert outcome.err.startswith(f"l10n: error: {engine}")
    assert words in outcome.err
    assert "what was drafted is saved" in outcome.err
    assert KEY not in outcome.err
    assert {unit["state"] for unit in units(l10n)} == {"untranslated"}
    services.fault = ""
    assert l10n("draft").code == 0
    assert {unit["state"] for unit in units(l10n)} == {"draft"}


def test_a_pause_too_long_ends_the_run_at_once(services: Services, fresh, l10n: L10n) -> None:
    fresh("libretranslate")
    services.fault, services.retry_after = "429", "7200"
    outcome = l10n("draft")
    assert outcome.code == 3
    assert "busy (HTTP 429); it asks for 7,200 seconds; what was drafted is saved" in outcome.err
    assert len(services.seen) <= 4


def test_control_codes_are_no_part_of_a_draft(services: Services, fresh, l10n: L10n) -> None:
    fresh("libretranslate")
    services.fault = "controls"
    assert l10n("draft").code == 0
    for unit in units(l10n):
        assert unit["target"].isprintable()
        assert "[2J" not in unit["target"]


@pytest.mark.parametrize("engine", ["libretranslate", "openai"])
def test_one_answer_short_leaves_no_unit_with_anothers(
    services: Services, fresh, l10n: L10n, engine: str
) -> None:
    fresh(engine)
    services.fault, services.faults_left = "short", 1
    assert l10n("draft").code == 0
    found = units(l10n)
    assert {unit["state"] for unit in found} == {"draft"}
    assert len({unit["target"] for unit in found}) == len(found)


def test_units_without_a_draft_are_told_by_reason(services: Services, fresh, l10n: L10n) -> None:
    fresh("openai")
    services.fault = "short"
    outcome = l10n("draft")
    assert outcome.code == 3
    lines = outcome.err.splitlines()
    assert [line.count("the engine gave no text") for line in lines] == [1, 0, 0]
    assert lines[1].endswith("1 not drafted")


def test_nobody_is_there(fresh, l10n: L10n) -> None:
    fresh("libretranslate", url="http://127.0.0.1:9")
    outcome = l10n("draft")
    assert (outcome.code, outcome.err.count("\n")) == (3, 1)
    assert "libretranslate gave out: no connection" in outcome.err


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (("--engine", "gogle"), 2, "there is no engine 'gogle'; did you mean google?"),
        (("--engine", "apertium"), 3, "the engine apertium does not know vi; it knows ar, "),
        (("--engine", "deepl"), 3, "the engine deepl is not ready; no key; export DEEPL_API_KEY="),
        (("--engine", "openai"), 3, "name a model: engines.openai.model in l10n.yml"),
    ],
)
def test_what_cannot_begin(
    fresh, l10n: L10n, monkeypatch, arguments: tuple[str, ...], code: int, words: str
) -> None:
    monkeypatch.delenv("DEEPL_API_KEY", raising=False)
    outcome = l10n("draft", *arguments)
    assert (outcome.code, outcome.err.count("\n")) == (code, 1)
    assert words in outcome.err


def test_an_unknown_engine_is_told_where_nothing_is_to_be_drafted(fresh, l10n: L10n) -> None:
    fresh("libretranslate")
    assert l10n("draft").code == 0
    assert l10n("draft", "--engine", "gogle").code == 2
    assert l10n("draft", "--dry-run", "--engine", "gogle").code == 2


def test_a_dry_run_counts_what_was_paid_for(fresh, l10n: L10n, tmp_path: Path) -> None:
    fresh("libretranslate")
    first = l10n("draft", "--dry-run").out
    assert "drafted before" not in first
    assert l10n("draft").code == 0
    for catalog in (tmp_path / "translations/en").glob("*.po"):
        catalog.unlink()
    count = first.split()[1]
    again = l10n("draft", "--dry-run").out
    assert again.startswith("en: 0 units, 0 words, 0 characters for libretranslate")
    assert f", {count} that it has drafted before" in again
    assert f"en: {count} units" in l10n("draft", "--dry-run", "--redo").out
    assert "apertium does not know vi" in l10n("draft", "--dry-run", "--engine", "apertium").err
