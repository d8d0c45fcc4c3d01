"""How fast somebody works is told once there is enough work to tell it from."""

from __future__ import annotations

import pytest

from l10n.model import Unit
from l10n.workflow import tally

UNITS = [Unit("một hai ba bốn năm")]


@pytest.mark.parametrize(("seconds", "told"), [(5, 0), (59, 0), (60, 300), (600, 150)])
def test_words_an_hour(monkeypatch: pytest.MonkeyPatch, seconds: float, told: int) -> None:
    now = 1000.0
    monkeypatch.setattr(tally.time, "monotonic", lambda: now)
    sitting = tally.Tally()
    now += seconds
    sitting.add("accept", UNITS, UNITS)
    assert sitting.words_per_hour == told
