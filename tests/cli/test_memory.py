"""`l10n memory`, from the approved unit and the TMX file to the match."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from l10n.memory import Entry, write_tmx
from l10n.settings import find
from l10n.workflow.memory import open_memory
from l10n.workflow.workspace import Workspace
from tests.conftest import ARTICLE, Outcome, write_tree

Call = Callable[..., Outcome]
SOURCE = "Bộ Chính trị họp tại Hà Nội."


def tmx(*pairs: tuple[str, str], language: str = "en") -> str:
    return "\n".join(write_tmx([Entry(*pair) for pair in pairs], "vi", language))


@pytest.fixture
def approved(project: Path, l10n: Call) -> Path:
    """The usual project with one approved unit."""
    l10n("extract")
    listed = json.loads(l10n("unit", "list", "--format", "json").out)["units"]
    [unit] = [u["unit"] for u in listed if u["source"] == SOURCE]
    for act in (
        ("set", unit, "The Politburo met in Hanoi.", "--as", "lan"),
        ("review", unit, "--as", "minh"),
        ("approve", unit, "--as", "ha"),
    ):
        assert l10n("unit", *act).code == 0
    return project


def matches(l10n: Call, text: str, *options: str) -> list[dict[str, object]]:
    done = l10n("memory", "lookup", text, "--to", "en", "--format", "json", *options)
    assert (done.code, done.err) == (0, "")
    document = json.loads(done.out)
    assert document["schema"] == 1
    return list(document["matches"])


def test_approved_units_are_the_memory(approved: Path, l10n: Call) -> None:
    [match] = matches(l10n, SOURCE)
    assert match == {
        "score": 100, "source": SOURCE, "target": "The Politburo met in Hanoi.",
        "article": "hoi-nghi", "adapted": False,
    }  # fmt: skip
    [near] = matches(l10n, "Bộ Chính trị đã họp tại Hà Nội.")
    assert 75 <= int(str(near["score"])) < 100
    assert matches(l10n, SOURCE, "--min", "100", "--limit", "1") == [match]
    assert matches(l10n, "Thời tiết hôm nay rất đẹp và mát mẻ.") == []
    shown = l10n("memory", "lookup", SOURCE, "--to", "en")
    assert shown.out.splitlines() == [
        " 100 hoi-nghi", f"     {SOURCE}", "     The Politburo met in Hanoi.",
    ]  # fmt: skip


def test_a_file_is_looked_up_line_by_line(approved: Path, l10n: Call) -> None:
    write_tree(approved, {"texts.txt": f"{SOURCE}\r\n\nkhông có gì\u2028 ở đây\n"})
    call = ("memory", "lookup", "--file", "texts.txt", "--to", "en")
    document = json.loads(l10n(*call, "--format", "json").out)
    assert list(document) == ["schema", "lookups"]
    assert [(x["source"], len(x["matches"])) for x in document["lookups"]] == [
        (SOURCE, 1), ("không có gì\u2028 ở đây", 0),
    ]  # fmt: skip
    assert l10n(*call).out.splitlines()[0] == SOURCE


def test_the_memory_follows_the_catalogs(approved: Path, l10n: Call) -> None:
    assert len(matches(l10n, SOURCE)) == 1
    listed = json.loads(l10n("unit", "list", "--format", "json").out)["units"]
    [unit] = [u["unit"] for u in listed if u["source"] == SOURCE]
    l10n("unit", "reject", unit, "--as", "minh", "--comment", "no")
    assert matches(l10n, SOURCE) == []
    for act, person in (("accept", "lan"), ("review", "minh"), ("approve", "ha")):
        assert l10n("unit", act, unit, "--as", person).code == 0
    assert len(matches(l10n, SOURCE)) == 1
    (approved / "articles/hoi-nghi.md").unlink()
    assert matches(l10n, SOURCE) == []


def test_import_lookup_stats_export(approved: Path, l10n: Call) -> None:
    write_tree(approved, {"old.tmx": tmx(("Hội nghị có 95 đại biểu.", "95 delegates attended."))})
    tried = l10n("memory", "import", "old.tmx", "--dry-run")
    assert (tried.out, tried.err) == (
        "old.tmx: 1 pair into en\n", "nothing is written: --dry-run\n",
    )  # fmt: skip
    assert not (approved / "memory").exists()
    assert l10n("memory", "import", "old.tmx").code == 0
    assert l10n("memory", "import", "old.tmx").code == 0  # the same once more
    [match] = matches(l10n, "Hội nghị có 120 đại biểu.")
    assert (match["target"], match["adapted"], match["article"]) == (
        "120 delegates attended.", True, "old.tmx",
    )  # fmt: skip
    assert "(numbers or names adapted)" in l10n(
        "memory", "lookup", "Hội nghị có 120 đại biểu.", "--to", "en"
    ).out  # fmt: skip
    parts = json.loads(l10n("memory", "stats", "--to", "en", "--format", "json").out)["parts"]
    assert [(p["name"], p["entries"]) for p in parts] == [("approved units", 1), ("old.tmx", 1)]
    assert "1 old.tmx (index: " in l10n("memory", "stats", "--to", "en").out
    written = l10n("memory", "export", "--to", "en", "out.tmx")
    assert (written.out, written.err) == ("", "1 pair\n")
    assert l10n("memory", "export", "--to", "en").out == (approved / "out.tmx").read_text("utf-8")
    (approved / "memory/old.tmx").unlink()
    assert matches(l10n, "Hội nghị có 120 đại biểu.") == []


def test_what_was_exported_can_be_imported(approved: Path, l10n: Call) -> None:
    l10n("memory", "export", "--to", "en", "out.tmx")
    assert l10n("memory", "import", "out.tmx").out == "out.tmx: 1 pair into en\n"
    assert [m["article"] for m in matches(l10n, SOURCE)] == ["hoi-nghi"]  # equal targets once
    (approved / "articles/hoi-nghi.md").unlink()
    assert [m["article"] for m in matches(l10n, SOURCE)] == ["out.tmx"]


def test_drafting_takes_what_the_memory_has(project: Path, l10n: Call) -> None:
    write_tree(project, {
        "memory/m.tmx": tmx(
            (SOURCE, "The Politburo met in Hanoi."),
            ("Hội nghị dành **12,5 tỷ đồng** cho nhiệm vụ này.",
             "The conference set aside **VND 12.5 billion** for this task."),
            ("Xem [văn bản](https://example.org/57) để biết rõ.",
             "See [the text](https://example.org/57)."),
        ),
    })  # fmt: skip
    l10n("draft", "--engine", "none")
    units = {
        u["source"]: u for u in json.loads(l10n("unit", "list", "--format", "json").out)["units"]
    }
    exact = units[SOURCE]
    assert (exact["target"], exact["state"], exact["origin"]) == (
        "The Politburo met in Hanoi.", "draft", "memory",
    )  # fmt: skip
    assert exact["risk"] == "low"
    fitted = units["Hội nghị dành **15,7 tỷ đồng** cho nhiệm vụ này."]
    assert fitted["target"] == "The conference set aside **VND 15.7 billion** for this task."
    assert fitted["risk"] == "medium"
    # Words differ: it is an example for an engine, and no draft.
    assert units["Xem [văn bản](https://example.org/57) để biết thêm."]["state"] == "untranslated"


def test_an_equal_text_that_breaks_a_term_is_doubted_and_gives_way(
    project: Path, l10n: Call
) -> None:
    def drafted(*targets: str) -> tuple[str, str, list[str], str]:
        write_tree(project, {"memory/m.tmx": tmx(*((SOURCE, target) for target in targets))})
        told = l10n("draft", "--engine", "none", "--redo").err
        listed = json.loads(l10n("unit", "list", "--format", "json").out)["units"]
        [unit] = [u for u in listed if u["source"] == SOURCE]
        return unit["target"], unit["risk"], unit["reasons"], told

    target, risk, reasons, told = drafted("The Polit Bureau met in Hanoi.")
    assert (target, risk) == ("The Polit Bureau met in Hanoi.", "high")
    assert reasons[0] == "term:party-bct"
    assert "1 reused, 1 at high risk" in told
    target, risk, _, _ = drafted("A Polit Bureau met in Hanoi.", "The Politburo met in Hanoi.")
    assert (target, risk) == ("The Politburo met in Hanoi.", "low")


@pytest.mark.parametrize(
    ("content", "code", "message"),
    [
        ("no XML", 4, "bad.tmx:1: no well-formed XML"),
        ("<xliff/>", 4, "bad.tmx:1: no TMX: it begins with <xliff>; export it as TMX 1.4"),
        (tmx(("a", "b"), language="fr"), 4, "bad.tmx: no pair of vi and en; add its target"),
        (b"\x00\x01\x02", 4, "bad.tmx:1: no well-formed XML"),
        (None, 4, "bad.tmx: cannot be read: No such file or directory"),
    ],
)
def test_a_bad_file_is_told_in_one_line(
    project: Path, l10n: Call, content: str | bytes | None, code: int, message: str
) -> None:
    if content is not None:
        write_tree(project, {"bad.tmx": content})
    done = l10n("memory", "import", "bad.tmx")
    assert (done.code, done.out) == (code, "")
    assert done.err.count("\n") == 1
    assert message in done.err
    assert not (project / "memory").exists()


def test_a_bad_file_in_the_project_is_told_too(project: Path, l10n: Call) -> None:
    write_tree(project, {"memory/bad.tmx": "<tmx>"})
    for call in (
        ("memory", "lookup", "x", "--to", "en"), ("memory", "stats", "--to", "en"),
        ("draft", "--engine", "none"),
    ):  # fmt: skip
        done = l10n(*call)
        assert done.code == 4
        assert (
            done.err.strip()
            .splitlines()[-1]
            .startswith("l10n: error: memory/bad.tmx:1: no well-formed XML")
        )
        assert "Traceback" not in done.err


def test_names_are_not_taken_twice_nor_odd(project: Path, l10n: Call) -> None:
    write_tree(project, {"a.tmx": tmx(("a", "b")), "x/a.tmx": tmx(("c", "d")),
                         "-odd": tmx(("a", "b"))})  # fmt: skip
    l10n("memory", "import", "a.tmx")
    taken = l10n("memory", "import", "x/a.tmx")
    assert (taken.code, taken.err) == (
        2, "l10n: error: memory/a.tmx: another memory has that name; rename the file\n",
    )  # fmt: skip
    odd = l10n("memory", "import", "--", "-odd")
    assert (odd.code, odd.err.count("\n")) == (2, 1)


def test_wrong_calls(project: Path, l10n: Call) -> None:
    for call, message in (
        (("lookup", "--to", "en"), "give a text, or a file with --file"),
        (("lookup", "x", "--file", "y", "--to", "en"), "give a text, or a file with --file"),
        (("lookup", "x", "--to", "../.."), "is no target of this project"),
        (("stats", "--to", "fr"), "is no target of this project"),
        (("export", "--to", "fr"), "is no target of this project"),
    ):
        done = l10n("memory", *call)
        assert (done.code, done.err.count("\n")) == (2, 1), call
        assert message in done.err


class TestIndex:
    """What is on disk follows what changed, and is made anew where it is not whole."""

    def articles(self, project: Path, l10n: Call, count: int) -> None:
        head, _, body = ARTICLE.partition("---\n\n")
        for n in range(count):
            text = f"{head}---\n\n" + body.replace("tại Hà Nội", f"lần thứ {n + 2}")
            write_tree(project, {f"articles/a{n}.md": text})
        l10n("extract")
        for act in ("set", "review", "approve"):
            listed = json.loads(l10n("unit", "list", "--format", "json").out)["units"]
            for unit in listed:
                if "lần thứ" in unit["source"]:
                    text = [f"It met: {unit['source'][-3:-1]}."] if act == "set" else []
                    call = ("unit", act, unit["unit"], *text, "--article", unit["article"])
                    l10n(*call, "--as", {"set": "lan", "review": "minh"}.get(act, "ha"))

    def test_a_changed_catalog_is_read_alone(
        self, project: Path, l10n: Call, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        self.articles(project, l10n, 4)
        read: list[str] = []
        whole = Workspace.catalog

        def watched(self: Workspace, slug: str, language: str) -> object:
            read.append(slug)
            return whole(self, slug, language)

        monkeypatch.setattr(Workspace, "catalog", watched)
        workspace = Workspace(find(project))
        assert len(open_memory(workspace, "en")) == 4
        assert sorted(read) == ["a0", "a1", "a2", "a3", "hoi-nghi"]
        read.clear()
        assert len(open_memory(workspace, "en")) == 4
        assert read == []
        listed = json.loads(l10n("unit", "list", "--format", "json").out)["units"]
        [unit] = [u for u in listed if u["source"] == "Bộ Chính trị họp lần thứ 3."]
        l10n("unit", "set", unit["unit"], "Changed.", "--as", "lan", "--article", "a1")
        read.clear()
        memory = open_memory(workspace, "en")
        assert read == ["a1"]
        assert len(memory) == 3
        [match] = memory.lookup("Bộ Chính trị họp lần thứ 3.")  # adapted, they are all alike
        assert (match.origin, match.score < 100) == ("a0", True)

    def test_the_two_parts_become_one_when_the_small_one_grows(
        self, project: Path, l10n: Call, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("l10n.workflow.memory_index.SMALL", 1)
        self.articles(project, l10n, 1)
        workspace = Workspace(find(project))
        assert len(open_memory(workspace, "en")) == 1
        for count in (2, 3, 4, 5):
            self.articles(project, l10n, count)
            memory = open_memory(workspace, "en")
            assert len(memory) == count
            assert memory.lookup(f"Bộ Chính trị họp lần thứ {count + 1}.")[0].score == 100
        folders = [p for p in (project / ".l10n/memory").iterdir() if p.is_dir()]
        assert len(folders) <= 2

    def test_what_is_damaged_is_made_anew(self, project: Path, l10n: Call) -> None:
        self.articles(project, l10n, 1)
        write_tree(project, {"memory/m.tmx": tmx(("a", "b"))})
        assert len(open_memory(Workspace(find(project)), "en")) == 2
        for pattern in ("en-*/texts", "en-*/posts.npy", "en-approved.json"):
            for path in (project / ".l10n/memory").glob(pattern):
                path.write_bytes(b"x")
            assert len(open_memory(Workspace(find(project)), "en")) == 2, pattern
