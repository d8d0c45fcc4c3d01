"""The real services that can run here: Apertium's APy, and llama.cpp's server for `openai`."""

from __future__ import annotations

import re
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import httpx
import pytest

from l10n import engines
from l10n.errors import EngineError, EngineUnavailable
from l10n.model import DraftRequest, TermHint

MODES = Path("/usr/share/apertium/modes")
REQUESTS = [
    DraftRequest(
        "a", "The Politburo met in Hanoi.", terms=(TermHint("bct", 4, 13, "Buró Político"),)
    ),
    DraftRequest("m", "The plan of **15.7 million** dollars is [in the text](https://e.org/57)."),
    DraftRequest("b", "See https://example.org/a_b and Conclusion No. 57-KL/TW for the report."),
]


def free_port() -> int:
    with socket.socket() as made:
        made.bind(("127.0.0.1", 0))
        return int(made.getsockname()[1])


@pytest.fixture(scope="module")
def apy() -> Iterator[str]:
    program = shutil.which("apertium-apy")
    if program is None or not (MODES / "eng-spa.mode").exists():
        pytest.skip("apt-get install apertium-apy apertium-eng-spa apertium-eng-cat")
    port = free_port()
    process = subprocess.Popen(
        [program, "-p", str(port), "-i", "1", str(MODES)],
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    url = f"http://127.0.0.1:{port}"
    end = time.monotonic() + 30
    while time.monotonic() < end:
        try:
            httpx.get(f"{url}/listPairs", timeout=1)
            break
        except httpx.TransportError:
            time.sleep(0.1)
    yield url
    process.terminate()
    process.wait(timeout=10)


@pytest.mark.parametrize(("language", "words"), [("es", "en Hanoi"), ("ca", "en Hanoi")])
def test_apertium_keeps_terms_and_literals(apy: str, language: str, words: str) -> None:
    engine = engines.create("apertium", {"url": apy})
    drafts = {
        d.id: d.target
        for d in engine.draft(REQUESTS, source_language="en", target_language=language)
    }
    engine.close()
    assert "Buró Político" in drafts["a"]
    assert words in drafts["a"]
    assert "https://example.org/a_b" in drafts["b"]
    assert "57-KL/TW" in drafts["b"]
    assert re.search(r"\*\*15\.7 mil[a-z]+\*\*", drafts["m"])
    assert re.search(r"\[en el text[a-z]*\]\(https://e\.org/57\)", drafts["m"])


def test_a_pair_that_apertium_lacks_is_told(apy: str) -> None:
    engine = engines.create("apertium", {"url": apy})
    with pytest.raises(
        EngineUnavailable, match=r"has no pair vi\|spa; it has .*eng\|cat, .*eng\|spa"
    ):
        list(engine.draft(REQUESTS, source_language="vi", target_language="es"))
    engine.close()


@pytest.mark.model
def test_a_chat_model_is_asked_over_http(tmp_path: Path) -> None:
    import xllamacpp

    from l10n.engines.local.assembly import assembled
    from l10n.engines.local.models import choose

    params = xllamacpp.CommonParams()
    params.model.path = str(assembled(choose("gemma3-270m"), None))
    params.n_ctx = 2048
    params.n_parallel = 1
    params.hostnames = ["127.0.0.1"]
    params.port = free_port()
    params.api_keys = ["here"]
    params.ui = False
    params.use_jinja = True
    # The model has no template of its own.
    params.chat_template = "{% for m in messages %}{{ m.content }}\n{% endfor %}"
    server = xllamacpp.Server(params)
    key = tmp_path / "key"
    key.write_text("here")
    key.chmod(0o600)
    url = f"http://127.0.0.1:{params.port}/v1"
    settings = {"url": url, "model": "gemma", "key_file": str(key), "timeout": 60.0, "retries": 0}
    engine = engines.create("openai", settings)
    request = DraftRequest("a", "Hội nghị khai mạc.")
    drafts = []
    # So small a model may write nonsense, or no JSON: then it is told, and never taken.
    with suppress(EngineError):
        drafts += engine.draft([request], source_language="vi", target_language="en")
    assert [bool(draft.target) != bool(draft.error) for draft in drafts] in ([True], [])
    engine.close()
    key.write_text("wrong")
    engine = engines.create("openai", settings)
    with pytest.raises(EngineUnavailable, match="the key is refused"):
        list(engine.draft([request], source_language="vi", target_language="en"))
    engine.close()
    del server
