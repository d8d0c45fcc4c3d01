"""Engines by name, listed without being loaded."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from l10n import engines
from l10n.engines.local import LocalEngine
from l10n.engines.registry import ENGINES
from l10n.errors import EngineUnavailable, SettingsError, UsageError
from l10n.model import Draft, DraftRequest


def test_unknown_engine_names_the_nearest():
    with pytest.raises(UsageError, match="there is no engine 'locla'; did you mean local"):
        engines.create("locla", {})


def test_engine_like_no_other_lists_all():
    with pytest.raises(UsageError, match=r"there are local, openai, .*, none"):
        engines.create("zzzzzz", {})


@pytest.mark.parametrize(
    ("settings", "message"),
    [
        ({"modle": "x"}, "unknown key 'modle'; did you mean model"),
        ({"zzz": "x"}, "known are model, prompt, threads"),
        ({"model": 5}, "engines.local.model is not a text"),
        ({"prompt": "poem"}, "engines.local.prompt: 'poem'; give completion or chat"),
        ({"threads": -1}, "engines.local.threads: -1"),
        ({"threads": True}, "engines.local.threads: True"),
        ({"threads": 100_000}, "engines.local.threads"),
    ],
)
def test_wrong_settings(settings, message):
    with pytest.raises(SettingsError, match=message):
        engines.create("local", settings)


def test_list_holds_every_engine_and_tells_what_is_wrong():
    infos = {i.id: i for i in engines.available({"local": {"modle": "x"}})}
    assert list(infos) == [name for name, _ in ENGINES]
    assert not infos["local"].ready
    assert "did you mean model" in infos["local"].missing
    assert infos["none"].ready
    here = [id_ for id_, info in infos.items() if not info.online]
    assert here == ["local", "apertium", "libretranslate", "argos", "none"]


def test_listing_loads_nothing_heavy():
    code = (
        "import sys; from l10n import engines; engines.available({}); engines.create('local', {});"
        "print([m for m in ('xllamacpp', 'deep_translator', 'httpx') if m in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=True
    )
    assert done.stdout.strip() == "[]"


def test_model_file_is_looked_for_in_the_project(tmp_path: Path):
    engine = engines.create("local", {"model": "m/own.gguf"}, project=tmp_path)
    assert "there is no such model" in engine.info.missing
    assert str(tmp_path / "m" / "own.gguf") in engine.info.missing
    (tmp_path / "m").mkdir()
    (tmp_path / "m" / "own.gguf").write_bytes(b"GGUF")
    assert engine.info.ready


ECHO = """
from l10n.model import Draft, EngineInfo

class Echo:
    info = EngineInfo("echo", "says it again", ready=True)

    def draft(self, requests, *, source_language, target_language):
        for request in requests:
            yield Draft(request.id, f"{target_language}: {request.source}")

    def close(self):
        pass

def make(settings, cache, project):
    return Echo()

class Late(Echo):
    info = EngineInfo("late", "fails late", ready=True)

    def draft(self, requests, *, source_language, target_language):
        yield Draft(requests[0].id, "one")
        yield Draft("nobody", "two")
        raise OSError("gone")

def late(settings, cache, project):
    return Late()

def broken(settings, cache, project):
    raise KeyError("no such thing")
"""


@pytest.fixture
def other_package(tmp_path: Path, monkeypatch):
    """A package that brings engines, as pip would have installed it."""
    (tmp_path / "l10n_echo.py").write_text(ECHO, encoding="utf-8")
    info = tmp_path / "l10n_echo-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: l10n-echo\nVersion: 1.0\n")
    (info / "entry_points.txt").write_text(
        "[l10n.engines]\necho = l10n_echo:make\nbroken = l10n_echo:broken\nlate = l10n_echo:late\n"
        "gone = l10n_nowhere:make\nlocal = l10n_echo:make\n"
    )
    monkeypatch.syspath_prepend(str(tmp_path))


def test_other_packages_bring_engines(other_package):
    [draft] = engines.create("echo", {}).draft(
        [DraftRequest("1", "Xin chào.")], source_language="vi", target_language="en"
    )
    assert draft == Draft("1", "en: Xin chào.")
    infos = {info.id: info for info in engines.available({})}
    assert infos["echo"].ready
    assert isinstance(engines.create("local", {}), LocalEngine)
    with pytest.raises(UsageError, match="did you mean echo"):
        engines.create("ecco", {})


def test_engines_of_other_packages_that_fail_are_told(other_package):
    for name, message in (("broken", "KeyError: 'no such thing'"), ("gone", "ModuleNotFoundError")):
        with pytest.raises(EngineUnavailable, match=message):
            engines.create(name, {})
        info = {i.id: i for i in engines.available({})}[name]
        assert (info.ready, message in info.missing) == (False, True)


def test_what_they_raise_while_drafting_is_told_too(other_package):
    requests = [DraftRequest("1", "Xin chào."), DraftRequest("2", "Chào.")]
    drafts = engines.create("late", {}).draft(requests, source_language="vi", target_language="en")
    assert next(drafts) == Draft("1", "one")
    with pytest.raises(EngineUnavailable, match=r"engine late of .* fails: OSError: gone"):
        next(drafts)


def test_chatgpt_is_openai_with_a_model_of_its_own(monkeypatch):
    monkeypatch.delenv("OPENAI_API_KEY", raising=False)
    info = engines.create("chatgpt", {}).info
    assert (info.ready, info.missing) == (
        False, "no key; export OPENAI_API_KEY=…, or name a server: engines.chatgpt.url",
    )  # fmt: skip
    monkeypatch.setenv("OPENAI_API_KEY", "k")
    assert engines.create("chatgpt", {}).info.ready
    assert engines.create("chatgpt", {"model": "x"}).info.description.startswith("x at ")
    assert "engines.openai.model" in engines.create("openai", {}).info.missing
