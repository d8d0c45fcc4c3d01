"""Findings about files, and baselines: what is wrong has a place, and the rest is checked."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from l10n.workflow.file_findings import compatible
from tests.conftest import Outcome, write_tree

ARTICLE = Path("articles/hoi-nghi.md")
CATALOG = Path("translations/en/hoi-nghi.po")


@pytest.fixture
def translated(project: Path, l10n: Callable[..., Outcome]) -> Path:
    """The usual project, with a forbidden term in its second unit."""
    l10n("extract")
    units = json.loads(l10n("unit", "list", "--format", "json").out)["units"]
    for unit in units:
        done = l10n("unit", "set", unit["unit"], "The Polit Bureau met.", "--to", "en", "--as", "a")
        assert done.code == 0, done.err
    return project


def unit_about(l10n: Callable[..., Outcome], words: str) -> str:
    units = json.loads(l10n("unit", "list", "--format", "json").out)["units"]
    return next(unit["unit"] for unit in units if words in unit["source"])


class TestBaseline:
    def test_only_new_findings_count(self, translated: Path, l10n: Callable[..., Outcome]) -> None:
        noted = l10n("check", "--write-baseline", "known.json")
        assert (noted.code, noted.out) == (0, "")
        again = l10n("check", "--baseline", "known.json")
        assert (again.code, again.err) == (0, "0 errors, 0 warnings, 0 info\n")
        unit = unit_about(l10n, "Bộ Chính trị")
        l10n("unit", "set", unit, "The Polit Bureaus met.", "--to", "en", "--as", "a")
        before = (translated / "known.json").read_bytes()
        again = l10n("check", "--baseline", "known.json", "--format", "json")
        assert [f["unit"] for f in json.loads(again.out)["findings"]] == [unit]
        assert again.err == "known.json: 13 findings are mended; write it anew\n"
        assert (
            l10n("check", "hoi-nghi", "--baseline", "known.json").err
            == "1 error, 0 warnings, 0 info\n"
        )
        assert (translated / "known.json").read_bytes() == before

    @pytest.mark.parametrize(
        ("content", "told"),
        [
            ('{"l10n-baseline": 9}', "known.json:1: error baseline: a baseline of version 9"),
            ("[]", "no baseline; make a new one: l10n check --write-baseline known.json"),
            ('{"l10n-baseline": 1, "findings": [{}]}', "a finding lacks a field"),
            ("\n{", "known.json:2: error baseline: no baseline: not valid JSON"),
        ],
    )
    def test_an_unusable_one_is_a_finding(
        self, translated: Path, l10n: Callable[..., Outcome], content: str, told: str
    ) -> None:
        write_tree(translated, {"known.json": content})
        outcome = l10n("check", "--baseline", "known.json")
        assert outcome.code == 1
        assert told in outcome.out.replace(":\n    ", ": ")
        assert "terminology" in outcome.out

    def test_a_file_that_cannot_be_read_is_never_known(
        self, translated: Path, l10n: Callable[..., Outcome]
    ) -> None:
        path = translated / "translations/en/hoi-nghi.po"
        whole = path.read_bytes()
        path.write_bytes(b"<<<<<<< ours\n" + whole)
        noted = l10n("check", "--write-baseline", "known.json")
        assert (noted.code, "0 findings noted in known.json" in noted.err) == (4, True)
        known = '{"l10n-baseline": 1, "findings": [{"check": "unreadable", "article": "hoi-nghi",'
        message = "an unresolved merge conflict; choose between the two sides"
        known += f' "language": "en", "unit": "", "message": "{message}"}}]}}'
        write_tree(translated, {"known.json": known})
        assert l10n("check", "--baseline", "known.json").code == 4

    def test_a_catalog_with_an_odd_name_is_known(
        self, translated: Path, l10n: Callable[..., Outcome]
    ) -> None:
        odd = os.fsencode(translated / "translations/en") + b"/\xff.po"
        Path(os.fsdecode(odd)).write_bytes(b"")
        assert l10n("check", "--write-baseline", "known.json").code == 0
        assert l10n("check", "--baseline", "known.json").code == 0

    def test_one_of_a_change_is_refused(self, project: Path, l10n: Callable[..., Outcome]) -> None:
        outcome = l10n("check", "--since", "HEAD", "--write-baseline", "known.json")
        assert (outcome.code, "leave out --since" in outcome.err) == (2, True)

    def test_a_missing_one_says_how_to_make_it_and_the_rest_is_checked(
        self, translated: Path, l10n: Callable[..., Outcome]
    ) -> None:
        outcome = l10n("check", "--baseline", "known.json", "--fail-on", "never")
        assert outcome.code == 4
        assert "l10n check --write-baseline known.json" in outcome.err
        assert "  known.json:\n    error unreadable: cannot be read: no such file" in outcome.out
        assert "terminology" in outcome.out

    def test_a_folder_is_none(self, translated: Path, l10n: Callable[..., Outcome]) -> None:
        outcome = l10n("check", "--write-baseline", "articles")
        assert (
            outcome.code,
            "articles: cannot be written: Is a directory; name a file" in outcome.err,
        ) == (4, True)
        outcome = l10n("check", "--baseline", "articles", "--format", "json")
        found = json.loads(outcome.out)["findings"]
        assert (outcome.code, found[0]["check"], found[0]["file"]) == (4, "unreadable", "articles")
        assert len(found) > 1


class TestFiles:
    def test_a_broken_catalog_is_a_finding_and_the_rest_is_checked(
        self, translated: Path, l10n: Callable[..., Outcome]
    ) -> None:
        write_tree(translated, {"articles/moi.md": "---\ntitle: Tin\nlanguage: vi\n---\n\nTin.\n"})
        path = translated / "translations/en/hoi-nghi.po"
        path.write_bytes(path.read_bytes() + b"<<<<<<< ours\n")
        outcome = l10n("check", "--format", "json")
        assert outcome.code == 4
        assert "an unresolved merge conflict" in outcome.err
        found = json.loads(outcome.out)["findings"]
        first = found[0]
        assert (first["check"], first["file"]) == ("unreadable", "translations/en/hoi-nghi.po")
        assert first["line"] > 1
        assert {f["article"] for f in found} == {"hoi-nghi", "moi"}

    @pytest.mark.parametrize(
        ("change", "told"),
        [
            (lambda p: p.write_bytes(b""), "lacks 8 units of the article as it is now"),
            (lambda p: p.unlink(), "has no catalog in en; l10n extract makes it"),
            (lambda p: (p.unlink(), p.mkdir()), "is a directory; take it away"),
            (lambda p: (p.unlink(), os.mkfifo(p)), "is no regular file; take it away"),
            (lambda p: (p.unlink(), p.symlink_to("/etc/hostname")), "leads out of the project"),
            (lambda p: p.write_bytes(b"\xff\xfe\0"), "not UTF-8"),
            (lambda p: p.write_bytes(b"\0\1"), "not a valid PO file"),
            (lambda p: p.write_bytes(p.read_bytes() + b'msgid "x'), "a string is not closed"),
        ],
    )
    def test_whatever_is_wrong_with_a_catalog_has_a_place_and_the_rest_is_checked(
        self,
        translated: Path,
        l10n: Callable[..., Outcome],
        change: Callable[[Path], object],
        told: str,
    ) -> None:
        write_tree(translated, {"articles/moi.md": "---\ntitle: Tin\nlanguage: vi\n---\n\nTin.\n"})
        change(translated / "translations/en/hoi-nghi.po")
        for options in ([], ["--fix"]):
            outcome = l10n("check", "--format", "json", *options)
            found = json.loads(outcome.out)["findings"]
            first = found[0]
            assert told in first["message"]
            expected = (
                "articles/hoi-nghi.md" if "no catalog" in told else "translations/en/hoi-nghi.po"
            )
            assert first["file"] == expected
            assert outcome.code == (4 if first["check"] == "unreadable" else 1)
            assert {f["article"] for f in found} == {"hoi-nghi", "moi"}
        assert l10n("status").code == (4 if first["check"] == "unreadable" else 0)

    def test_an_article_that_is_a_link_out_of_the_project(
        self, translated: Path, l10n: Callable[..., Outcome]
    ) -> None:
        (translated / "articles/moi.md").symlink_to("/etc/hostname")
        found = json.loads(l10n("check", "--format", "json").out)["findings"]
        assert ("unreadable", "articles/moi.md") in {(f["check"], f["file"]) for f in found}
        (translated / "articles/moi.md").unlink()
        (translated / "articles/moi.md").symlink_to("hoi-nghi.md")
        assert l10n("check").code == 1
        (translated / "articles/moi.md").unlink()
        (translated / "articles/moi.md").symlink_to("nowhere.md")
        assert "moi.md:\n    error unreadable: is a link that leads nowhere" in l10n("check").out

    def test_a_broken_article_is_a_finding(
        self, translated: Path, l10n: Callable[..., Outcome]
    ) -> None:
        write_tree(translated, {"articles/moi.md": b"---\ntitle: \xff\n---\n"})
        found = json.loads(l10n("check", "--format", "json").out)["findings"]
        assert [f["check"] for f in found if f["article"] == "moi"] == ["unreadable"]

    def test_a_date_that_cannot_be_read_is_told(
        self, translated: Path, l10n: Callable[..., Outcome]
    ) -> None:
        ARTICLE.write_text(
            ARTICLE.read_text(encoding="utf-8").replace("2024-01-08T05:10", "2024-13-45T05:10"),
            encoding="utf-8",
        )
        told = "    warning article: its date “2024-13-45T05:10:00+07:00” cannot be read; write"
        assert f"hoi-nghi\n  articles/hoi-nghi.md:4:\n{told}" in l10n("check").out
        assert l10n("check", "--format", "sarif").code == 1
        assert '<testsuite name="hoi-nghi"' in l10n("check", "--format", "junit").out
        assert "#### hoi-nghi\n" in l10n("check", "--format", "markdown").out
        for date in ("", "date: ngày 8 tháng 1 năm 2024\n"):
            write_tree(
                translated, {"articles/hoi-nghi.md": f"---\ntitle: Tin\n{date}---\n\nTin.\n"}
            )
            assert "its date" not in l10n("check").out

    @pytest.mark.parametrize("newline", ["\n", "\r\n"])
    @pytest.mark.parametrize("name", [str(ARTICLE), "l10n.yml", "glossary/party.yml"])
    def test_an_unresolved_merge_conflict_has_its_place(
        self, translated: Path, l10n: Callable[..., Outcome], name: str, newline: str
    ) -> None:
        write_tree(translated, {"articles/moi.md": "---\ntitle: Tin\nlanguage: vi\n---\n\nTin.\n"})
        path = translated / name
        half = path.read_text(encoding="utf-8")
        conflict = f"# a\n<<<<<<< HEAD\n{half}=======\n{half}>>>>>>> theirs\n"
        path.write_text(conflict, encoding="utf-8", newline=newline)
        outcome = l10n("check")
        told = f"{name}:2: an unresolved merge conflict; choose between the two sides"
        assert (outcome.code, told in outcome.err) == (4 if "articles" in name else 2, True)
        assert ("moi.md" in outcome.out) is ("articles" in name)

    def test_marks_that_are_no_conflict_are_text(
        self, translated: Path, l10n: Callable[..., Outcome]
    ) -> None:
        marks = ">>>>>>> b\n=======\n<<<<<<< a\n>>>>>>> b\n"
        ARTICLE.write_text(ARTICLE.read_text(encoding="utf-8") + marks, encoding="utf-8")
        assert "merge conflict" not in l10n("check").err

    @pytest.mark.parametrize(
        ("declared", "other"),
        [("fr", True), ("en_GB", False), ("EN-Latn", False), ("eng", True), ("en_GB.UTF-8", False)],
    )
    def test_another_language_in_the_header(
        self, translated: Path, l10n: Callable[..., Outcome], declared: str, other: bool
    ) -> None:
        path = translated / "translations/en/hoi-nghi.po"
        path.write_text(path.read_text().replace("Language: en", f"Language: {declared}"))
        outcome = l10n("check")
        told = f"hoi-nghi.po:7:\n    error catalog: its header says Language: {declared}; write en"
        assert (told in outcome.out) is other

    @pytest.mark.parametrize(
        ("declared", "target", "same"),
        [("pt_BR", "pt-PT", False), ("zh_TW", "zh-Hant", True), ("zh_Hans", "zh-Hant", False)],
    )
    def test_regions_and_scripts(self, declared: str, target: str, same: bool) -> None:
        assert compatible(declared, target) is same

    def test_a_catalog_without_an_article(
        self, translated: Path, l10n: Callable[..., Outcome]
    ) -> None:
        whole = (translated / "translations/en/hoi-nghi.po").read_bytes()
        write_tree(translated, {"translations/en/gone.po": whole})
        assert "gone.po:1:\n    error catalog: has no article" in l10n("check").out
        assert "gone.po" not in l10n("check", "hoi-nghi").out

    def test_line_ends_of_windows_are_told_and_change_nothing_else(
        self, translated: Path, l10n: Callable[..., Outcome]
    ) -> None:
        def told() -> list[dict[str, object]]:
            return list(json.loads(l10n("check", "--format", "json").out)["findings"])

        before = told()
        path = translated / "translations/en/hoi-nghi.po"
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
        [new, *rest] = told()
        assert rest == before
        assert (new["check"], new["severity"], new["line"]) == ("catalog", "info", 1)
        assert new["file"] == "translations/en/hoi-nghi.po"
        assert "CRLF" in str(new["message"])
