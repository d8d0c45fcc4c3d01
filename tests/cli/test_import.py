"""`l10n import` as a user calls it."""

import io
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import Outcome, write_tree
from tests.test_docs import PAGE

Call = Callable[..., Outcome]
PATH = "articles/hoi-nghi-trien-khai-ket-luan-so-57-kl-tw.md"
MARKDOWN = "---\ntitle: Đường về làng\n# a comment\nlanguage: vi\n---\n\nMột đoạn văn.\r\n"


def test_a_page_becomes_an_article(project: Path, l10n: Call) -> None:
    write_tree(project, {"page.html": PAGE})
    outcome = l10n("import", "page.html")
    assert (outcome.code, outcome.out) == (0, f"{PATH}\n")
    text = (project / PATH).read_text(encoding="utf-8")
    assert "title: Hội nghị triển khai Kết luận số 57-KL/TW\n" in text
    assert "2024-01-08T05:10:00+07:00" in text
    assert "15,7 tỷ đồng" in text
    assert "Trang chủ" not in text
    assert "Bản quyền" not in text


def test_an_article_is_not_overwritten_without_force(project: Path, l10n: Call) -> None:
    write_tree(project, {"page.html": PAGE, PATH: "mine"})
    outcome = l10n("import", "page.html")
    assert outcome.code == 4
    assert PATH in outcome.err
    assert "--force" in outcome.err
    assert (project / PATH).read_text(encoding="utf-8") == "mine"
    assert l10n("import", "page.html", "--force").code == 0
    assert (project / PATH).read_text(encoding="utf-8") != "mine"


def test_two_sources_with_one_slug(project: Path, l10n: Call) -> None:
    write_tree(project, {"a.html": PAGE, "b.html": PAGE})
    outcome = l10n("import", "a.html", "b.html")
    assert outcome.code == 4
    assert outcome.out == f"{PATH}\n"


def test_markdown_comes_in_as_it_is(project: Path, l10n: Call, tmp_path: Path) -> None:
    write_tree(tmp_path, {"x.md": MARKDOWN})
    outcome = l10n("import", str(tmp_path / "x.md"))
    assert outcome.out == "articles/duong-ve-lang.md\n"
    assert (project / "articles/duong-ve-lang.md").read_bytes() == MARKDOWN.encode()


def test_standard_input(project: Path, l10n: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(PAGE.encode())))
    assert l10n("import", "-").out == f"{PATH}\n"


def test_into_a_folder_outside_a_project(
    tmp_path: Path, l10n: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_tree(tmp_path, {"page.html": PAGE})
    monkeypatch.chdir(tmp_path)
    outcome = l10n("import", "page.html", "--into", "out")
    assert outcome.out == "out/hoi-nghi-trien-khai-ket-luan-so-57-kl-tw.md\n"


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (None, "x.html"),
        (b"", "x.html"),
        (b"\x00\x01\x02\xff" * 100, "x.html"),
        (b"<html><body><p>\xff\xfe</p></body></html>", "x.html:1"),
        ('<html><head><meta charset="windows-1258"></head><body><p>x</p></body></html>', "UTF-8"),
        ("<html><body></body></html>", "x.html"),
    ],
)
def test_a_bad_source_is_one_line_and_exit_4(
    project: Path, l10n: Call, content: str | bytes | None, message: str
) -> None:
    if content is not None:
        write_tree(project, {"x.html": content})
    before = sorted((project / "articles").iterdir())
    outcome = l10n("import", "x.html")
    assert outcome.code == 4
    assert message in outcome.err
    assert outcome.err.count("\n") == 1
    assert sorted((project / "articles").iterdir()) == before


def test_a_huge_file_is_refused_unread(project: Path, l10n: Call) -> None:
    with (project / "x.txt").open("wb") as stream:
        stream.truncate(200_000_000)
    outcome = l10n("import", "x.txt")
    assert outcome.code == 4
    assert "20 MB" in outcome.err


def test_a_folder_and_a_bad_address(project: Path, l10n: Call) -> None:
    assert l10n("import", "articles").code == 4
    assert l10n("import", "ftp://example.org/x").code in (2, 4)
    private = l10n("import", "http://127.0.0.1:9/x")
    assert private.code in (2, 4)
    assert "--allow-private" in private.err


def test_the_rest_is_imported_when_one_fails(project: Path, l10n: Call) -> None:
    write_tree(project, {"page.html": PAGE})
    outcome = l10n("import", "missing.html", "page.html")
    assert outcome.code == 4
    assert outcome.out == f"{PATH}\n"
