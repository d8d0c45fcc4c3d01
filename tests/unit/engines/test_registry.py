"""Engines by name, listed without being loaded."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from l10n import engines
from l10n.engines.registry import ENGINES
from l10n.errors import SettingsError, UsageError


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
    assert here == ["local", "apertium", "libretranslate", "none"]


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
