"""Which model is used, and what is said where none can be."""

from __future__ import annotations

import importlib.util

import pytest

from l10n import engines
from l10n.engines.local import models
from l10n.errors import EngineUnavailable

QWEN, GEMMA = models.MODELS


@pytest.fixture
def installed(monkeypatch):
    """Says which models are installed, and how much memory is free."""

    def say(*names: str, free: int = 8_000_000_000) -> None:
        monkeypatch.setattr(models, "part_paths", lambda m: [] if m.name in names else None)
        monkeypatch.setattr(models, "free_memory", lambda: free)

    return say


def test_better_model_first(installed):
    installed(QWEN.name, GEMMA.name)
    assert models.choose() is QWEN


def test_smaller_model_where_memory_is_short(installed):
    installed(QWEN.name, GEMMA.name, free=1_000_000_000)
    assert models.choose() is GEMMA


def test_no_model_fits(installed):
    installed(QWEN.name, free=1_000_000_000)
    with pytest.raises(EngineUnavailable, match=r"1000 MB of memory are free.*needs 2200 MB"):
        models.choose()


def test_no_model_installed(installed):
    installed()
    with pytest.raises(EngineUnavailable, match=r"pip install 'l10n\[local\]'"):
        models.choose()


def test_named_model_is_taken_whatever_is_free(installed):
    installed(QWEN.name, GEMMA.name, free=0)
    assert models.choose("gemma3-270m") is GEMMA


def test_named_model_is_not_installed(installed):
    installed(GEMMA.name)
    with pytest.raises(EngineUnavailable, match=r"not installed; pip install 'l10n\[local\]'"):
        models.choose(QWEN.name)


def test_unknown_model_names_the_nearest():
    with pytest.raises(EngineUnavailable, match="did you mean gemma3-270m"):
        models.choose("gemma-270m")
    with pytest.raises(EngineUnavailable, match=r"or a .gguf file"):
        models.choose("xyz")


def test_missing_package_and_missing_part(tmp_path, monkeypatch):
    package = tmp_path / "cut_model_part1"
    package.mkdir()
    (package / "__init__.py").touch()
    monkeypatch.syspath_prepend(tmp_path)
    model = models.PackagedModel("cut", (("cut_model_part1", "data/1"),), 1, "", 1, "local")
    assert models.part_paths(model) is None
    (package / "data").mkdir()
    (package / "data" / "1").write_bytes(b"x")
    assert models.part_paths(model) == [package / "data" / "1"]
    gone = models.PackagedModel("gone", (("no_such_package_at_all", "1"),), 1, "", 1, "local")
    assert models.part_paths(gone) is None


def test_engine_without_llama_cpp_says_what_to_install(monkeypatch):
    real = importlib.util.find_spec
    monkeypatch.setattr(
        importlib.util, "find_spec", lambda name: None if name == "xllamacpp" else real(name)
    )
    info = engines.create("local", {}).info
    assert not info.ready
    assert "xllamacpp is not installed" in info.missing
    assert "l10n[local]" in info.missing


def test_machine_is_measured():
    assert models.free_memory() > 0
    assert models.physical_cores() >= 1
