"""Drafting through a service: saved as it goes, taken up again, paid for once."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import Outcome, write_tree
from tests.engines.services import KEY, Services


@pytest.fixture
def asked(project: Path, services: Services, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project of 40 units that drafts through the service."""
    monkeypatch.setenv("LIBRETRANSLATE_KEY", KEY)
    lines = "\n\n".join(f"Câu số {n} nói về việc này." for n in range(34))
    write_tree(
        project,
        {
            "l10n.yml": services.settings("libretranslate", batch=1, timeout=5),
            "articles/dai.md": f"---\ntitle: Bài dài về việc này\nlanguage: vi\n---\n\n{lines}\n",
        },
    )
    return project


def states(l10n: Callable[..., Outcome]) -> dict[str, int]:
    return json.loads(l10n("status", "--format", "json").out)["targets"]["en"]["states"]


def test_a_dry_run_counts_and_asks_nothing(
    asked: Path, services: Services, l10n: Callable[..., Outcome]
) -> None:
    outcome = l10n("draft", "--dry-run")
    assert outcome.code == 0
    assert outcome.out.startswith("en: ")
    assert "for libretranslate (texts stay on this machine)" in outcome.out
    assert services.seen == []
    assert not (asked / "translations").exists()
    away = l10n("draft", "--dry-run", "--engine", "deepl")
    assert "for deepl (texts leave this machine)" in away.out
    assert "deepl is not ready: no key" in away.err


def test_what_was_paid_for_is_not_asked_again(
    asked: Path, services: Services, l10n: Callable[..., Outcome]
) -> None:
    first = l10n("draft")
    assert first.code == 0
    units = first.err.split()[0]
    calls = len(services.seen)
    assert calls >= int(units) > 0
    for catalog in (asked / "translations/en").glob("*.po"):
        catalog.unlink()
    again = l10n("draft")
    assert (again.code, len(services.seen)) == (0, calls)
    assert f"{units} of them known from before" in again.err
    l10n("draft", "--redo")
    assert len(services.seen) == 2 * calls


def test_what_lost_a_term_and_could_not_be_asked_again_is_kept(
    asked: Path, services: Services, l10n: Callable[..., Outcome]
) -> None:
    services.fault_of = lambda body: "500" if "Politburo" in body else "unmasked"
    assert l10n("draft", "hoi-nghi").code == 0
    doubted = [
        (unit["source"], unit["risk"], unit["target"])
        for unit in json.loads(l10n("unit", "list", "--format", "json").out)["units"]
        if "Bộ Chính trị" in unit["source"]
    ]
    assert {risk for _, risk, _ in doubted} == {"high"}
    assert all("Politburo" not in target for _, _, target in doubted)
    calls = len(services.seen)
    (asked / "translations/en/hoi-nghi.po").unlink()
    assert l10n("draft", "hoi-nghi").code == 0
    assert len(services.seen) == calls  # it was paid for


def test_a_service_that_gives_out_leaves_what_is_done(
    asked: Path, services: Services, l10n: Callable[..., Outcome]
) -> None:
    services.fault, services.faults_left = "", 0
    services.pause = 0.01

    def fail_later() -> None:
        while len(services.seen) < 12:
            time.sleep(0.005)
        services.fault, services.faults_left = "500", 10**9

    threading.Thread(target=fail_later, daemon=True).start()
    outcome = l10n("draft")
    assert outcome.code == 3
    assert outcome.err.count("\n") == 1
    assert "libretranslate gave out: an error of the service (HTTP 500)" in outcome.err
    assert "run the command again to go on" in outcome.err
    saved = states(l10n)["draft"]
    assert saved >= 8
    services.fault = ""
    before = len(services.seen)
    assert l10n("draft").code == 0
    assert states(l10n)["untranslated"] == 0
    # What was answered is not asked for again; and what is asked for now, no more than once in
    # the same words.
    bodies = [body for _, body in services.seen]
    assert not {*bodies[:saved]} & {*bodies[before:]}
    assert max(Counter(bodies[before:]).values()) == 1


def test_a_kill_at_any_moment_loses_next_to_nothing(
    asked: Path, services: Services, l10n: Callable[..., Outcome]
) -> None:
    services.pause = 0.05
    process = subprocess.Popen(
        [sys.executable, "-m", "l10n", "draft"], cwd=asked, stderr=subprocess.DEVNULL
    )
    while len(services.seen) < 20 and process.poll() is None:
        time.sleep(0.01)
    process.send_signal(signal.SIGKILL)
    process.wait()
    first = len(services.seen)
    assert first >= 20
    services.pause = 0
    assert l10n("draft").code == 0
    assert states(l10n)["untranslated"] == 0
    # Every answer that had come is in a catalog or among the known drafts.
    assert len(services.seen) <= sum(states(l10n).values()) + 8


def test_the_key_is_written_nowhere(
    asked: Path, services: Services, l10n: Callable[..., Outcome]
) -> None:
    services.fault, services.faults_left = "401", 1
    outcome = l10n("draft")
    assert outcome.code == 3
    assert KEY not in outcome.out + outcome.err
    services.fault = ""
    assert l10n("draft").code == 0
    assert any(KEY in body for _, body in services.seen)
    for path in asked.rglob("*"):
        assert not path.is_file() or KEY.encode() not in path.read_bytes(), path
