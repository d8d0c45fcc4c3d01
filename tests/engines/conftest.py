"""The services on loopback."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.engines.services import KEY, Services


@pytest.fixture
def services() -> Iterator[Services]:
    server = Services()
    yield server
    server.shutdown()
    server.server_close()


@pytest.fixture(autouse=True)
def keys(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DEEPL", "MICROSOFT", "YANDEX", "QCRI", "OPENAI"):
        monkeypatch.setenv(f"{name}_API_KEY", KEY)
    for name in ("PAPAGO", "BAIDU"):
        monkeypatch.setenv(f"{name}_KEY", f"id:{KEY}")
