"""Drafts that were given before."""

from __future__ import annotations

import stat
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from l10n.model import Draft, DraftRequest, EngineInfo, TermHint
from l10n.workflow.bought import Bought

ENGINE = EngineInfo("x", "for tests", ready=True)
PAIR = "vi", "en"
REQUEST = DraftRequest("a", "Bộ Chính trị họp.", terms=(TermHint("bct", 0, 12, "Politburo"),))


def test_it_is_for_its_owner_and_for_equal_requests(tmp_path: Path) -> None:
    bought = Bought(tmp_path, ENGINE, {"model": "m", "key_env": "A"})
    assert bought.get(REQUEST, PAIR) is None
    bought.put(REQUEST, PAIR, Draft("a", "The Politburo met.", confidence=-0.5))
    bought.put(REQUEST, ("vi", "fr"), Draft("a", error="no"))
    bought.close()
    bought.close()
    mode = stat.S_IMODE((tmp_path / "drafts.sqlite").stat().st_mode)
    assert mode == 0o600
    same = Bought(tmp_path, ENGINE, {"model": "m", "key_env": "B"})
    found = same.get(DraftRequest("z", "Bộ Chính trị họp.", terms=REQUEST.terms), PAIR)
    assert found == Draft("z", "The Politburo met.", confidence=-0.5)
    assert same.get(REQUEST, ("vi", "fr")) is None
    assert same.get(DraftRequest("a", "Bộ Chính trị họp."), PAIR) is None
    assert Bought(tmp_path, ENGINE, {"model": "n"}).get(REQUEST, PAIR) is None


def test_a_damaged_file_is_begun_anew(tmp_path: Path) -> None:
    (tmp_path / "drafts.sqlite").write_bytes(b"no database" * 1000)
    bought = Bought(tmp_path, ENGINE, {})
    bought.put(REQUEST, PAIR, Draft("a", "Met."))
    assert bought.get(REQUEST, PAIR) == Draft("a", "Met.")


def test_where_nothing_can_be_written_nothing_is_kept(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    bought = Bought(tmp_path / "file", ENGINE, {})
    bought.put(REQUEST, PAIR, Draft("a", "Met."))
    assert bought.get(REQUEST, PAIR) is None


def test_several_threads_may_put_drafts_and_none_after_the_end(tmp_path: Path) -> None:
    bought = Bought(tmp_path, ENGINE, {})
    many = [DraftRequest(str(n), f"Hội nghị lần thứ {n}.") for n in range(12)]
    with ThreadPoolExecutor(8) as pool:
        for request in many:
            pool.submit(bought.put, request, PAIR, Draft(request.id, f"Draft {request.id}"))
    assert all(bought.get(r, PAIR) == Draft(r.id, f"Draft {r.id}") for r in many)
    bought.close()
    late = DraftRequest("late", "Muộn.")
    bought.put(late, PAIR, Draft("late", "Late."))
    assert bought.get(late, PAIR) is None
    assert Bought(tmp_path, ENGINE, {}).get(late, PAIR) is None
