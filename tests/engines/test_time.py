"""Time: calls end whatever happens meanwhile, pauses and rates are kept, no caller is idle."""

from __future__ import annotations

import socket
import threading
import time

import pytest

from l10n.engines.registry import ENGINES
from l10n.model import DraftRequest
from tests.engines.asking import REQUESTS, ask, ask_all
from tests.engines.services import Services

_SERVICES = [name for name, _ in ENGINES if name not in ("local", "argos", "none")]


@pytest.mark.parametrize("fault", ["drip", "drip headers"])
@pytest.mark.parametrize("name", _SERVICES)
def test_who_sends_a_byte_now_and_then_outlasts_no_time_limit(
    services: Services, name: str, fault: str
) -> None:
    services.fault = fault
    drafts, told = ask_all(services, name, REQUESTS[:1])
    assert not any(draft.target for draft in drafts)
    assert f"{name} gave out: no answer within 0.5 seconds" in str(told)
    assert services.left.wait(10)  # the connection has been ended, too


@pytest.mark.parametrize("name", _SERVICES)
def test_a_name_that_is_looked_up_for_ever_outlasts_no_time_limit(
    services: Services, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    found, look_up, finished = threading.Event(), socket.getaddrinfo, threading.Event()

    def slow(host: str, *told: object, **more: object) -> list:
        if host != "slow.example":
            return look_up(host, *told, **more)
        found.wait(30)
        threading.Timer(0.3, finished.set).start()
        return look_up("127.0.0.1", *told, **more)

    monkeypatch.setattr(socket, "getaddrinfo", slow)
    begun = time.monotonic()
    url = str(services.options(name)["url"]).replace("127.0.0.1", "slow.example")
    drafts, told = ask_all(services, name, REQUESTS[:1], url=url)
    assert not any(draft.target for draft in drafts)
    assert f"{name} gave out: no answer within 0.5 seconds" in str(told)
    assert time.monotonic() - begun < 5
    found.set()
    assert finished.wait(10)
    assert not services.seen  # nothing is sent for a call that is over


def test_a_pause_that_the_service_asks_for_is_kept(services: Services) -> None:
    services.fault, services.faults_left = "429", 1
    begun = time.monotonic()
    assert [d.error for d in ask(services, retries=1)] == ["", "", ""]
    assert time.monotonic() - begun >= 1


def test_many_callers_keep_a_service_busy(services: Services) -> None:
    services.pause = 0.2
    requests = [DraftRequest(str(n), f"Câu số {n} của bài.") for n in range(48)]
    drafts = ask(services, requests=requests, batch=1, concurrency=8, timeout=30)
    assert len(drafts) == 48
    assert services.busiest == 8  # benchmarks/engines.py has the figure


def test_a_rate_is_kept(services: Services) -> None:
    begun = time.monotonic()
    ask(services, batch=1, rate=10)
    assert time.monotonic() - begun >= 0.2
