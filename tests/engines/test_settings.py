"""What l10n.yml and the environment may say of an engine, and what is told of what is wrong."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from l10n import engines
from l10n.errors import EngineUnavailable, SettingsError, UsageError
from tests.engines.asking import ask
from tests.engines.services import KEY, Services


@pytest.mark.parametrize(
    ("settings", "words"),
    [
        ({"ulr": "x"}, "engines.libretranslate: unknown key 'ulr'; did you mean url?"),
        ({"zzz": 1}, "known are url"),
        ({"url": "ftp://x"}, "engines.libretranslate.url is no address"),
        ({"url": "http://[x"}, "engines.libretranslate.url is no address"),
        ({"url": "http://u:p@x"}, "holds more than an address"),
        ({"url": 7}, "engines.libretranslate.url is not a text"),
        ({"timeout": 0}, "give a number from 0.1 to 600"),
        ({"concurrency": 1.5}, "give a whole number from 1 to 64"),
        ({"retries": True}, "give a whole number from 0 to 20"),
    ],
)
def test_what_is_wrong_is_told(settings: dict[str, object], words: str) -> None:
    with pytest.raises(SettingsError) as caught:
        engines.create("libretranslate", settings)
    assert words in str(caught.value)


def test_a_key_file_is_for_its_owner(tmp_path, services: Services) -> None:
    path = tmp_path / "key"
    path.write_text(f"{KEY}\n")
    path.chmod(0o644)
    with pytest.raises(EngineUnavailable, match="others may read the key file; chmod 600 key"):
        ask(services, key_file=str(path))
    path.chmod(0o600)
    assert len(ask(services, key_file=str(path))) == 3
    path.write_bytes(b"\xef\xbb\xbf" + KEY.encode() + b"\r\n")  # as some editors write it
    assert len(ask(services, key_file=str(path))) == 3
    assert KEY in services.seen[-1][1]
    path.write_text("")
    with pytest.raises(EngineUnavailable, match="the key file is empty"):
        ask(services, key_file=str(path))
    with pytest.raises(EngineUnavailable, match="cannot be read"):
        ask(services, key_file=str(tmp_path / "none"))


def test_a_key_file_that_is_no_file_stops_nothing(tmp_path, services: Services) -> None:
    os.mkfifo(tmp_path / "pipe", 0o600)  # nobody writes into it
    with pytest.raises(EngineUnavailable, match="the key file is no file"):
        ask(services, key_file=str(tmp_path / "pipe"))


def test_a_key_that_is_named_has_to_be_there(services: Services) -> None:
    with pytest.raises(EngineUnavailable, match=r"no key in \$NOWHERE; set it"):
        ask(services, key_env="NOWHERE")


def test_an_engine_without_its_key_is_not_ready(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DEEPL_API_KEY", "PAPAGO_KEY", "OPENAI_API_KEY"):
        monkeypatch.delenv(name)
    assert "export DEEPL_API_KEY=…" in engines.create("deepl", {}).info.missing
    assert "export PAPAGO_KEY=ID:SECRET" in engines.create("papago", {}).info.missing
    assert "OPENAI_API_KEY" in engines.create("openai", {"model": "x"}).info.missing
    assert "no key in $X" in engines.create("openai", {"model": "x", "key_env": "X"}).info.missing


def test_an_unknown_engine() -> None:
    with pytest.raises(UsageError, match="did you mean google"):
        engines.create("gogle", {})


def test_settings_of_an_engine_that_is_not_there() -> None:
    with pytest.raises(SettingsError, match=r"engines\.opnai: there is no .*did you mean openai"):
        engines.check({"local": {}, "opnai": {"url": "http://127.0.0.1:8080/v1"}})


@pytest.mark.parametrize("key", ["khoá-7f3a", "one\ntwo", "7f3a" * 3000])
@pytest.mark.parametrize("name", ["openai", "deepl", "microsoft", "libretranslate"])
def test_what_cannot_be_a_key_is_sent_nowhere(
    services: Services, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, name: str, key: str
) -> None:
    monkeypatch.setenv("K", key)
    with pytest.raises(EngineUnavailable, match=r"what stands in \$K is no key; copy it") as caught:
        ask(services, name, key_env="K")
    assert "7f3a" not in str(caught.value)
    (tmp_path / "k").write_text(key, encoding="utf-8")
    (tmp_path / "k").chmod(0o600)
    with pytest.raises(EngineUnavailable, match="k is no key"):
        ask(services, name, key_file=str(tmp_path / "k"))
    assert services.seen == []


@pytest.mark.parametrize(
    ("variable", "value"), [("http_proxy", "ftp://x:1"), ("SSL_CERT_FILE", "/nowhere/at.all")]
)
def test_an_environment_that_nothing_can_be_sent_through(
    services: Services, monkeypatch: pytest.MonkeyPatch, variable: str, value: str
) -> None:
    monkeypatch.setenv(variable, value)
    with pytest.raises(EngineUnavailable, match="correct the proxy or the certificates"):
        ask(services)


def test_an_address_that_cannot_be_asked(services: Services) -> None:
    with pytest.raises(EngineUnavailable, match="libretranslate: the address cannot be asked"):
        ask(services, url="http://a..b:5000")


def test_microsoft_is_asked_for_texts_alone(services: Services) -> None:
    assert len(ask(services, "microsoft")) == len(services.seen) == 3
