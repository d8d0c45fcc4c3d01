"""Time: calls end whatever happens meanwhile, pauses and rates are kept, no caller is idle."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest

from l10n.engines.registry import ENGINES
from l10n.engines.service import Failed
from l10n.engines.service.http import Client
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


class SlowNames:
    """Looks up `slow.example` until it is told that it is found."""

    def __init__(self) -> None:
        self.found, self.asked = threading.Event(), threading.Event()
        self._look_up = socket.getaddrinfo

    def __call__(self, host: str, *told: object, **more: object) -> list:
        if host != "slow.example":
            return self._look_up(host, *told, **more)
        self.asked.set()
        self.found.wait(30)
        return self._look_up("127.0.0.1", *told, **more)


@pytest.fixture
def names(monkeypatch: pytest.MonkeyPatch) -> Iterator[SlowNames]:
    slow = SlowNames()
    monkeypatch.setattr(socket, "getaddrinfo", slow)
    yield slow
    slow.found.set()


@pytest.mark.parametrize("name", _SERVICES)
def test_a_name_that_is_looked_up_for_ever_outlasts_no_time_limit(
    services: Services, names: SlowNames, name: str
) -> None:
    begun = time.monotonic()
    url = str(services.options(name)["url"]).replace("127.0.0.1", "slow.example")
    drafts, told = ask_all(services, name, REQUESTS[:1], url=url)
    assert not any(draft.target for draft in drafts)
    assert f"{name} gave out: no answer within 0.5 seconds" in str(told)
    assert time.monotonic() - begun < 5
    names.found.set()
    for thread in threading.enumerate():
        if thread.name == "l10n-call":
            thread.join(10)
    assert not services.seen  # nothing is sent for a call that is over


@pytest.mark.parametrize("host", ["127.0.0.1", "slow.example"])
def test_who_is_interrupted_waits_for_no_answer(
    services: Services, names: SlowNames, host: str
) -> None:
    services.pause = 5
    client = Client(30)
    with ThreadPoolExecutor() as pool:
        call = pool.submit(client.get, services.url.replace("127.0.0.1", host))
        while not services.busiest and not names.asked.is_set():
            time.sleep(0.01)
        begun = time.monotonic()
        client.close()
        assert isinstance(call.exception(10), Failed)
    assert time.monotonic() - begun < 3


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
