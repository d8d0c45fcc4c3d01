"""Argos as far as it can be tried without a model: what it says of itself, and its faults."""

from __future__ import annotations

import importlib.util
import sys
from types import ModuleType, SimpleNamespace

import pytest

from l10n import engines
from l10n.errors import EngineUnavailable, SettingsError
from l10n.model import Draft, DraftRequest, TermHint

PAIR = {"source_language": "en-GB", "target_language": "zh-Hant"}


class Language:
    """As much of an Argos language as the engine uses."""

    def __init__(self, code: str, translate) -> None:
        self.code = code
        self._translate = translate

    def get_translation(self, to: Language) -> SimpleNamespace | None:
        return SimpleNamespace(translate=self._translate) if to.code == "zt" else None


@pytest.fixture
def installed(monkeypatch):
    """Puts a module in Argos's place whose model gives what the test says."""

    def put(translate) -> None:
        fake = ModuleType("argostranslate.translate")
        languages = [
            Language("en", translate),
            Language("zt", translate),
            Language("vi", translate),
        ]
        fake.get_installed_languages = lambda: languages
        monkeypatch.setitem(sys.modules, "argostranslate", ModuleType("argostranslate"))
        monkeypatch.setitem(sys.modules, "argostranslate.translate", fake)
        monkeypatch.setattr(importlib.util, "find_spec", lambda _: object())

    return put


def test_without_the_package_it_says_what_to_install(monkeypatch):
    monkeypatch.setattr(importlib.util, "find_spec", lambda _: None)
    engine = engines.create("argos", {})
    assert "pip install argos-translate-lt" in engine.info.missing
    monkeypatch.setitem(sys.modules, "argostranslate", None)
    with pytest.raises(EngineUnavailable, match="argos cannot be loaded"):
        list(engine.draft([DraftRequest("a", "Hello.")], **PAIR))
    assert list(engine.draft([], **PAIR)) == []
    engine.close()


def test_settings_that_it_does_not_know():
    with pytest.raises(SettingsError, match=r"engines\.argos: unknown key 'model'"):
        engines.create("argos", {"model": "x"})


def test_terms_and_literals_go_as_placeholders(installed):
    installed(lambda text: f"<{text}>")
    engine = engines.create("argos", {})
    request = DraftRequest("a", "The Politburo met.", terms=(TermHint("p", 4, 13, "政治局"),))
    assert engine.info.ready
    assert list(engine.draft([request], **PAIR)) == [Draft("a", "<The 政治局 met.>")]


def test_a_pair_without_a_model_is_told(installed):
    installed(str)
    engine = engines.create("argos", {})
    with pytest.raises(EngineUnavailable, match="no model from en into vi; its languages here: en"):
        list(engine.draft([DraftRequest("a", "x")], source_language="en", target_language="vi"))
    with pytest.raises(EngineUnavailable, match="no model from lo into vi"):
        list(engine.draft([DraftRequest("a", "x")], source_language="lo", target_language="vi"))


def test_what_a_model_raises_is_one_units_error(installed):
    def fail(text: str) -> str:
        if "bad" in text:
            raise RuntimeError("no memory")
        return f"{text} indeed"

    installed(fail)
    engine = engines.create("argos", {})
    requests = [DraftRequest("a", "bad"), DraftRequest("b", "good"), DraftRequest("c", "x" * 6000)]
    assert list(engine.draft(requests, **PAIR)) == [
        Draft("a", error="argos: RuntimeError"),
        Draft("b", "good indeed"),
        Draft("c", error="longer than 5000 characters"),
    ]
