"""`status`: gates, files that cannot be read, a memory that is never believed over the files."""

from __future__ import annotations

import json
import os
import shutil
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from l10n.workflow import counts, spread, status
from tests.conftest import ARTICLE, SETTINGS, Outcome, call_program, write_tree

Call = Callable[..., Outcome]
CATALOG = Path("translations/en/hoi-nghi.po")
CACHE = Path(".l10n/status.json")
SECOND = 1_000_000_000


@pytest.fixture
def settled(project: Path, l10n: Call, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project whose files have not only just been written."""
    l10n("extract")
    monkeypatch.setattr(counts, "FRESH", -SECOND)
    return project


def target(l10n: Call, *options: str, language: str = "en") -> dict[str, Any]:
    return dict(json.loads(l10n("status", "--format", "json", *options).out)["targets"][language])


def translate(number: int = 1) -> None:
    """Fill in so many translations more, each as long as the blank beside it."""
    head, *rest = CATALOG.read_text(encoding="utf-8").split('msgstr ""\n\n')
    filled = 'msgstr "Yes."\n\n'.join(rest[: number + 1])
    CATALOG.write_text('msgstr ""\n\n'.join([head, filled, *rest[number + 1 :]]), encoding="utf-8")


class TestGate:
    def test_every_requirement_is_asked_of_every_target(self, project: Path, l10n: Call) -> None:
        write_tree(project, {"l10n.yml": SETTINGS.replace("[en]", "[en, fr]")})
        outcome = l10n("status", "--require", "approved=100", "--require", "draft=50%")
        assert outcome.code == 1
        assert outcome.err.count("unmet: ") == 4
        assert "fr: 0.0% of 8 units are draft or beyond, 50% required" in outcome.err
        assert l10n("status", "--require", "draft=0").code == 0
        assert l10n("status", "--require", "approved=1", "--to", "fr").err.count("unmet: ") == 1

    @pytest.mark.parametrize(
        ("requirement", "told"),
        [
            ("aproved=100", "no state 'aproved'; did you mean approved?"),
            ("Approved=100", "did you mean approved?"),
            ("=5", "no state ''; one of untranslated, draft, translated, reviewed, approved"),
            ("approved", "'' is no number from 0 to 100; write it like approved=100"),
            ("approved=nan", "'nan' is no number"),
            ("approved=100.5", "'100.5' is no number from 0 to 100"),
        ],
    )
    def test_what_is_no_requirement(
        self, project: Path, l10n: Call, requirement: str, told: str
    ) -> None:
        outcome = l10n("status", "--require", requirement)
        assert (outcome.code, outcome.out, told in outcome.err) == (2, "", True)

    def test_what_lets_everything_through_says_so(self, project: Path, l10n: Call) -> None:
        outcome = l10n("status", "--require", "untranslated=0")
        assert (outcome.code, "draft=100 asks that no unit is" in outcome.err) == (0, True)

    def test_a_target_without_articles_is_not_complete(self, project: Path, l10n: Call) -> None:
        shutil.rmtree("articles")
        assert target(l10n)["complete"] is False
        outcome = l10n("status", "--require", "draft=0", "--to", "en")
        assert (outcome.code, "en: nothing to translate" in outcome.err) == (1, True)

    def test_nearly_all_is_not_all(self) -> None:
        nearly = status.TargetStatus("en", status.Tally.of((1, 0, 0, 1, 0, 0, 0, 9999)))
        reason = status.Requirement.parse("approved=100").unmet(nearly)
        assert reason is not None
        assert "99.9% of 10000 units" in reason
        assert not nearly.complete


class TestFiles:
    def test_what_cannot_be_read_is_told_and_the_rest_is_counted(
        self, settled: Path, l10n: Call
    ) -> None:
        write_tree(settled, {"articles/moi.md": b"\xff", "articles/ba.md": ARTICLE})
        CATALOG.write_text("<<<<<<< ours\n", encoding="utf-8")
        outcome = l10n("status", "--format", "json", "--require", "draft=0")
        assert outcome.code == 4
        assert "articles/moi.md:1: is not valid UTF-8" in outcome.err
        assert "hoi-nghi.po:1: an unresolved merge conflict" in outcome.err
        assert "unmet: en: 0.0% of 16 units" in outcome.err
        told = json.loads(outcome.out)["targets"]["en"]
        assert (told["articles"], told["units"], told["complete"]) == (3, 16, False)
        assert {(f["file"], f["line"]) for f in told["unreadable"]} == {
            ("articles/moi.md", 1), (str(CATALOG), 1),
        }  # fmt: skip
        assert l10n("status").code == 4

    def test_an_article_without_units_is_not_complete_where_it_cannot_be_read(self) -> None:
        done = status.TargetStatus("en", status.Tally.of((1, 0, 0, 0, 0, 0, 0, 2)))
        assert done.complete
        done.unreadable.append(status.FileError("cannot be read"))
        assert not done.complete


class TestMemory:
    def test_what_is_the_same_is_not_counted_again(
        self, settled: Path, l10n: Call, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        first = target(l10n)
        monkeypatch.setattr(status, "spread", None)
        assert target(l10n) == first
        assert first["states"]["untranslated"] == 8

    @pytest.mark.parametrize(
        "content",
        [b"", b"{", b"[]", b"null", b'{"rules": 1}', b'{"rules": "x", "counts": 3}', b"\xff" * 9],
    )
    def test_a_broken_one_is_made_anew(self, settled: Path, l10n: Call, content: bytes) -> None:
        first = target(l10n)
        known = CACHE.read_bytes()
        CACHE.write_bytes(content)
        assert target(l10n) == first
        assert CACHE.read_bytes() == known

    @pytest.mark.parametrize(("was", "now"), [('"counts"', '"c0unts"'), (",8,", ",9,")])
    def test_one_other_byte_is_seen(self, settled: Path, l10n: Call, was: str, now: str) -> None:
        first = target(l10n)
        known = CACHE.read_text()
        assert was in known
        CACHE.write_text(known.replace(was, now, 1))
        assert target(l10n) == first
        assert CACHE.read_text() == known

    def test_other_content_of_the_same_size_and_time_is_seen(
        self, settled: Path, l10n: Call
    ) -> None:
        translate()
        l10n("status")
        before = CATALOG.stat()
        text = CATALOG.read_text(encoding="utf-8").replace('msgstr "Yes."', 'msgstr ""    ', 1)
        CATALOG.write_text(text, encoding="utf-8")
        os.utime(CATALOG, ns=(before.st_atime_ns, before.st_mtime_ns))
        assert CATALOG.stat().st_size == before.st_size
        assert target(l10n)["states"]["untranslated"] == 8

    def test_a_file_in_place_of_another_is_seen(self, settled: Path, l10n: Call) -> None:
        l10n("status")
        shutil.copy2(CATALOG, "other.po")
        translate()
        assert target(l10n)["states"]["translated"] == 1
        Path("other.po").replace(CATALOG)
        assert target(l10n)["states"]["translated"] == 0
        CATALOG.unlink()
        assert target(l10n)["states"]["untranslated"] == 8
        Path("articles/hoi-nghi.md").unlink()
        assert target(l10n)["units"] == 0
        assert json.loads(CACHE.read_text())["counts"] == {}

    @pytest.mark.parametrize("rule", ["units: paragraph", "source: en", "segmentation: own.srx"])
    def test_other_rules_count_anew(self, settled: Path, l10n: Call, rule: str) -> None:
        from importlib import resources

        shipped = (resources.files("l10n") / "segmentation" / "shipped.srx").read_bytes()
        write_tree(settled, {"own.srx": shipped})
        l10n("status")
        known = json.loads(CACHE.read_text())["rules"]
        write_tree(settled, {"l10n.yml": f"source: vi\ntargets: [fr]\n{rule}\n".replace(
            "source: vi\ntargets: [fr]\nsource: en", "source: en\ntargets: [fr]"
        )})  # fmt: skip
        l10n("status")
        assert json.loads(CACHE.read_text())["rules"] != known

    def test_a_file_that_may_still_change_is_not_remembered(
        self, project: Path, l10n: Call
    ) -> None:
        ahead = time.time_ns() + 60 * SECOND
        os.utime("articles/hoi-nghi.md", ns=(ahead, ahead))
        l10n("status")
        assert not CACHE.exists()
        assert not counts._settled(5 * SECOND, 6 * SECOND)  # times by the second
        assert counts._settled(5 * SECOND, 8 * SECOND)
        assert counts._settled(5 * SECOND + 1, 6 * SECOND)

    def test_a_folder_that_cannot_be_written_to_costs_speed_alone(
        self, settled: Path, l10n: Call
    ) -> None:
        shutil.rmtree(".l10n", ignore_errors=True)
        Path(".l10n").write_text("in the way")
        assert l10n("status").code == 0

    def test_two_at_once(self, settled: Path) -> None:
        from concurrent.futures import ThreadPoolExecutor

        with ThreadPoolExecutor() as pool:
            found = list(pool.map(lambda _: call_program("status", cwd=settled), range(4)))
        assert {(one.code, one.out) for one in found} == {(0, found[0].out)}
        assert not list(Path(".l10n").glob("*.tmp"))


class TestSpreading:
    def test_several_processes_count_as_one_does(
        self, settled: Path, l10n: Call, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        write_tree(settled, {f"articles/a{n}.md": ARTICLE for n in range(6)})
        write_tree(settled, {"articles/broken.md": b"\xff"})
        alone = l10n("status", "--format", "json")
        CACHE.unlink()
        monkeypatch.setattr(status, "LEAST", 1)
        monkeypatch.setattr(spread, "_processors", lambda: 3)
        monkeypatch.setattr("threading.active_count", lambda: 1)
        assert l10n("status", "--format", "json") == alone

    def test_what_a_helper_fails_at_is_done_here(self, monkeypatch: pytest.MonkeyPatch) -> None:
        here = os.getpid()
        monkeypatch.setattr(spread, "_processors", lambda: 2)
        monkeypatch.setattr("threading.active_count", lambda: 1)

        def work(items: list[int], _progress: object) -> list[int]:
            if os.getpid() != here:
                os._exit(1)
            return [2 * item for item in items]

        assert spread.spread(work, [1, 2, 3], lambda i, _: i, least=1) == [[2, 6], [4]]

    def test_helpers_end_with_us(self, monkeypatch: pytest.MonkeyPatch) -> None:
        here = os.getpid()
        monkeypatch.setattr(spread, "_processors", lambda: 2)
        monkeypatch.setattr("threading.active_count", lambda: 1)

        def work(items: list[int], _progress: object) -> None:
            if os.getpid() != here:
                time.sleep(60)
            raise KeyboardInterrupt

        began = time.monotonic()
        with pytest.raises(KeyboardInterrupt):
            spread.spread(work, [1, 2], lambda i, _: i, least=1)
        assert time.monotonic() - began < 30

    def test_processors(self, monkeypatch: pytest.MonkeyPatch) -> None:
        assert 1 <= spread._processors() <= spread.MOST
        monkeypatch.delattr(os, "sched_getaffinity", raising=False)
        monkeypatch.setattr(os, "cpu_count", lambda: None)
        assert spread._processors() == 1
