"""Keys of the services on loopback."""

import pytest

from tests.engines.services import KEY


@pytest.fixture(autouse=True)
def keys(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DEEPL", "MICROSOFT", "YANDEX", "QCRI", "OPENAI"):
        monkeypatch.setenv(f"{name}_API_KEY", KEY)
    for name in ("PAPAGO", "BAIDU"):
        monkeypatch.setenv(f"{name}_KEY", f"id:{KEY}")
