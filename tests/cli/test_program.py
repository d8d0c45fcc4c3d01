"""Exit codes, streams, and one line for every error."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import Outcome, call_program, write_tree

Call = Callable[..., Outcome]


def test_version_and_help(l10n: Call) -> None:
    assert l10n("--version").out.startswith("l10n ")
    assert "Commands:" in l10n("--help").out
    bare = l10n()
    assert bare.code == 2
    assert "Commands:" in bare.out


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["nonsense"], "No such command 'nonsense'; l10n --help shows"),
        (["status", "--bogus"], "No such option: --bogus; l10n status --help shows"),
        (["status", "--format", "xml"], "l10n status --help shows"),
        (["check", "--format", "sarfi"], "; did you mean 'sarif'; l10n check --help shows"),
        (["chek"], "No such command 'chek'. Did you mean 'check'; l10n --help shows"),
        (["status", "--to", "fr"], "'fr' is no target of this project; targets in l10n.yml: en"),
        (
            ["status", "--require", "done"],
            "'done' is no requirement; write STATE=PERCENT",
        ),
        (["status", "--require", "approved=101"], "is no requirement"),
        (["extract", "../../etc/passwd"], "is no article of this project"),
        (["extract", ".."], "'..' is no slug of an article"),
        (["draft", "--engine", "lokal"], "lokal"),
        (["unit", "accept"], "name units or say --all"),
        (["unit", "accept", "--all", "3f2a"], "name units or say --all"),
        (["unit", "show"], "no unit is named"),
        (["unit", "reject"], "name units or say --all"),
        (["unit", "show", "ffffffffffff"], "no unit 'ffffffffffff'; l10n unit list shows them"),
        (["unit", "accept", "--all"], "nobody signs this act; say who you are with --as"),
        (["glossary", "match"], "give a text, or a file with --file"),
        (["glossary", "match", "x", "--date", "8/1/2024"], "'8/1/2024' is no date"),
        (["translate", " ", "--to", "en"], "there is no text to translate"),
        (["review"], "this is no terminal"),
        (["--project", "nowhere", "status"], "nowhere is no content project"),
    ],
)
def test_a_wrong_call_is_one_line_and_exit_2(
    project: Path, l10n: Call, arguments: list[str], message: str
) -> None:
    outcome = l10n(*arguments)
    assert outcome.code == 2
    assert message in outcome.err
    assert outcome.err.count("\n") == 1


def test_global_options_may_stand_anywhere(project: Path, l10n: Call, tmp_path: Path) -> None:
    first = l10n("--project", str(project), "extract", "--quiet")
    assert (first.code, first.out, first.err) == (0, "translations/en/hoi-nghi.po\n", "")
    again = l10n("extract", f"--project={project}", "-q")
    assert (again.code, again.out, again.err) == (0, "", "")


def test_extract_tells_how_many_units_fared_how(project: Path, l10n: Call) -> None:
    assert l10n("extract").err == "  8 added\n1 of 1 catalog changed\n"
    listed = json.loads(l10n("unit", "list", "--text", "15,7 tỷ", "--format", "json").out)
    unit = listed["units"][0]["unit"]
    assert l10n("unit", "set", unit, "15.7 billion dong", "--as", "lan").code == 0
    article = project / "articles" / "hoi-nghi.md"
    article.write_text(article.read_text().replace("15,7 tỷ", "15,8 tỷ"))
    assert l10n("extract").err == "  7 kept, 1 draft\n1 of 1 catalog changed\n"


def test_outside_a_project(tmp_path: Path, l10n: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    outcome = l10n("status")
    assert outcome.code == 2
    assert "l10n init" in outcome.err


@pytest.mark.parametrize(
    ("name", "content", "code", "message"),
    [
        (
            "l10n.yml",
            "targts: [en]\n",
            2,
            "l10n.yml:1: unknown key 'targts'; did you mean 'targets'",
        ),
        ("l10n.yml", "source: vi\nsource: en\n", 2, "l10n.yml:2: the key 'source' stands twice"),
        ("l10n.yml", "a: &a [x]\nb: [*a, *a]\n", 2, "l10n.yml:1: YAML anchors and aliases"),
        ("l10n.yml", "source: !!python/object:x.y {}\n", 2, "the YAML tag"),
        (
            "l10n.yml",
            "checks:\n  numers: false\n",
            2,
            "l10n.yml:2: unknown check 'numers'; did you mean 'numbers'?",
        ),
        ("l10n.yml", "checks: {xyzzy: false}\n", 2, "unknown check 'xyzzy'; known: untranslated,"),
        (
            "l10n.yml",
            "checks:\n  names: {limit: 5}\n",
            2,
            "l10n.yml:2: the check names has no limit",
        ),
        ("l10n.yml", "segmentation: rules.srx\n", 4, "rules.srx"),
        ("glossary/party.yml", "- id: a\n  vi: [x]\n  domian: y\n", 2, "glossary/party.yml:3"),
        ("articles/hoi-nghi.md", b"\xff\xfe", 4, "articles/hoi-nghi.md"),
        ("articles/hoi-nghi.md", b"a\n\x80\n", 4, "articles/hoi-nghi.md:2"),
        ("articles/hoi-nghi.md", b"", 4, "articles/hoi-nghi.md"),
        ("articles/hoi-nghi.md", b"a\x00b", 4, "articles/hoi-nghi.md"),
        ("articles/hoi-nghi.md", "---\ntitle: x\n\nText.\n", 4, "articles/hoi-nghi.md:1"),
        ("articles/hoi-nghi.md", "---\ntitle: x\ntitle: y\n---\n", 4, "articles/hoi-nghi.md:3"),
        (
            "translations/en/hoi-nghi.po",
            'msgid "a"\nmsgstr ""\nx\n',
            4,
            "translations/en/hoi-nghi.po:3",
        ),
        ("articles/Hoi-nghi.md", "# x\n", 4, "have one slug; rename one of them"),
        ("articles/a..b.md", "# x\n", 2, "'a..b' is no slug"),
    ],
)
def test_a_broken_file_is_one_line_with_its_place(
    project: Path, l10n: Call, name: str, content: str | bytes, code: int, message: str
) -> None:
    write_tree(project, {name: content})
    outcome = l10n("check")
    assert outcome.code == code
    assert message in outcome.err
    assert outcome.err.count("\n") == 1
    before = (project / name).read_bytes()
    assert l10n("extract").code in (code, 0)
    assert (project / name).read_bytes() == before


def test_a_folder_that_cannot_be_written(project: Path, l10n: Call) -> None:
    (project / "translations").write_text("in the way", encoding="utf-8")
    outcome = l10n("extract")
    assert outcome.code == 4
    assert "translations" in outcome.err
    assert outcome.err.count("\n") == 1


def test_text_cannot_command_the_terminal(project: Path, l10n: Call) -> None:
    write_tree(project, {"articles/x.md": "Một \x1b]0;pwned\x07 hai \u202e ba \x9b31m.\n"})
    l10n("extract")
    for arguments in (["unit", "list"], ["check"], ["unit", "list", "--format", "json"]):
        shown = l10n(*arguments)
        text = shown.out + shown.err
        assert "Một" in text
        assert not {"\x1b", "\x07", "\x9b", "\u202e"} & set(text)


def test_a_reader_that_goes_away_is_no_error(project: Path) -> None:
    command = f"{sys.executable} -m l10n glossary list | head -0"
    done = subprocess.run(
        ["bash", "-o", "pipefail", "-c", command],
        cwd=project,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert (done.returncode, done.stderr) in ((0, ""), (0, "1 concept\n"))


def test_an_interrupt_is_130_and_one_line(project: Path) -> None:
    process = subprocess.Popen(
        [sys.executable, "-m", "l10n", "segment"],
        cwd=project,
        stdin=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    time.sleep(1.5)
    process.send_signal(signal.SIGINT)
    _, err = process.communicate(timeout=30)
    assert process.returncode == 130
    assert err == "l10n: interrupted; what was finished is saved\n"


def test_a_bug_is_one_line_too(project: Path, l10n: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> None:
        raise ZeroDivisionError("oh")

    monkeypatch.setattr("l10n.workflow.status.status", broken)
    monkeypatch.delenv("L10N_DEBUG", raising=False)
    outcome = l10n("status")
    assert outcome.code == 70
    assert outcome.err == (
        "l10n: internal error: ZeroDivisionError: oh; this is a bug, L10N_DEBUG=1 shows where\n"
    )
    monkeypatch.setenv("L10N_DEBUG", "1")
    with pytest.raises(ZeroDivisionError):
        l10n("status")


@pytest.mark.parametrize(
    ("error", "message"),
    [
        (
            OSError(28, "No space left on device", "x.po"),
            "x.po: no space left on device; free some",
        ),
        (
            OSError(13, "Permission denied", "x.po"),
            "x.po: permission denied; check the permissions",
        ),
        (OSError("odd"), "l10n: error: odd"),
    ],
)
def test_what_the_system_refuses_is_one_line(
    project: Path, l10n: Call, monkeypatch: pytest.MonkeyPatch, error: OSError, message: str
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr("l10n.workflow.status.status", broken)
    outcome = l10n("status")
    assert outcome.code == 4
    assert message in outcome.err
    assert outcome.err.count("\n") == 1


def test_it_runs_as_a_module(project: Path) -> None:
    outcome = call_program("status", "--format", "json", cwd=project, NO_COLOR="1")
    assert outcome.code == 0
    assert outcome.out.startswith("{")
    assert os.linesep in outcome.out


def test_a_shell_completes_articles_and_targets(project: Path, tmp_path: Path) -> None:
    def completed(words: str, folder: Path = project) -> list[str]:
        count = str(len(words.split(" ")) - 1)
        asked = {"_L10N_COMPLETE": "complete_bash", "COMP_WORDS": words, "COMP_CWORD": count}
        return call_program(cwd=folder, **asked).out.split()

    assert completed("l10n chec") == ["check"]
    assert completed("l10n check h") == ["hoi-nghi"]
    assert completed("l10n check --to e") == ["en"]
    assert completed("l10n unit list --article h") == ["hoi-nghi"]
    assert completed("l10n check h", tmp_path) == completed("l10n check --to e", tmp_path) == []
