"""`l10n glossary add`."""

import io
import os
import pty
import select
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import Outcome, write_tree

Call = Callable[..., Outcome]
NEEDED = ("--domain", "press", "--vi", "Thông tấn xã", "--en", "News agency")


def test_by_options(project: Path, l10n: Call) -> None:
    outcome = l10n(
        "glossary", "add", *NEEDED, "--en", "Agency of News [forbidden]", "--term",
        "fr=agence de presse", "--guard", "Thông tấn xã Việt Nam", "--ambiguous", "TTX",
        "--case", "initial", "--target-case", "title", "--from", "2020-01-02",
        "--to", "2030-01-02", "--source", "Báo A", "--source", "Báo B", "--note", "ghi chú",
        "--verified",
    )  # fmt: skip
    assert (outcome.code, outcome.out) == (0, "press-thong-tan-xa\n")
    assert outcome.err == "wrote glossary/press.yml\n"
    assert (project / "glossary/press.yml").read_text(encoding="utf-8") == (
        "# yaml-language-server: $schema=schema.json\n\n"
        "- id: press-thong-tan-xa\n  domain: press\n  vi:\n    - Thông tấn xã\n"
        "  en:\n    - News agency\n    - {text: Agency of News, status: forbidden}\n"
        "  fr: agence de presse\n  guards: [Thông tấn xã Việt Nam]\n  ambiguous: [TTX]\n"
        "  case: initial\n  target_case: title\n  valid: {from: 2020-01-02, to: 2030-01-02}\n"
        "  verified: true\n  source:\n    - Báo A\n    - Báo B\n  note: ghi chú\n"
    )


def test_it_goes_where_its_domain_stands(project: Path, l10n: Call) -> None:
    (project / "glossary/party.yml").rename(project / "glossary/first.yml")
    outcome = l10n(
        "glossary", "add", "--id", "x.1", "--domain", "party", "--vi", "Sở", "--en", "Office"
    )
    assert outcome.err == "wrote glossary/first.yml\n"
    text = (project / "glossary/first.yml").read_text(encoding="utf-8")
    assert text.endswith("\n\n- id: x.1\n  domain: party\n  vi:\n    - Sở\n  en:\n    - Office\n"
                         "  verified: false\n")  # fmt: skip


def test_a_dry_run_shows_it_only(project: Path, l10n: Call) -> None:
    wrong = l10n("glossary", "add", *NEEDED, "--vi", "Số {cod}", "--dry-run")
    assert (wrong.code, wrong.err.count("\n")) == (2, 1)
    outcome = l10n("glossary", "add", *NEEDED, "--dry-run")
    assert (outcome.code, outcome.out) == (0, "")
    assert outcome.err.startswith("- id: press-thong-tan-xa\n  domain: press\n")
    assert not (project / "glossary/press.yml").exists()


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ([], "the concept lacks a term in vi and a term in en and a domain; l10n glossary add"),
        (["--vi", "Sở", "--domain", "x"], "the concept lacks a term in en;"),
        ([*NEEDED, "--id", "party-bct"], "id 'party-bct' is used already (glossary/party.yml:1)"),
        ([*NEEDED, "--vi", "bộ chính trị"], "'bộ chính trị' stands in party-bct already"),
        ([*NEEDED, "--id", "a b"], "'a b' cannot be an id"),
        ([*NEEDED, "--from", "2/1/2020"], "'2/1/2020' is not a date; write it as 2025-07-01"),
        ([*NEEDED, "--from", "2020-01-02", "--to", "2020-01-01"], "its period ends (2020-01-01)"),
        ([*NEEDED, "--case", "loud"], "unknown case 'loud'; known are any, initial, exact"),
        ([*NEEDED, "--term", "fr"], "'fr' names no language; write it as fr=Bureau politique"),
        ([*NEEDED, "--term", "id=x"], "'id' is no language"),
        ([*NEEDED, "--term", "fr= "], "'fr= ' names no language"),
        ([*NEEDED, "--term", "xx1=y"], "'xx1' is no language"),
        ([*NEEDED, "--en", "x [forbiden]"], "unknown mark 'forbiden'; did you mean 'forbidden'?"),
        ([*NEEDED, "--en", "x" * 5000], "a term has 5000 characters"),
        ([*NEEDED, "--en", "a [preferred]", "--en", "b [preferred]"], "two terms are preferred"),
        ([*NEEDED, "--vi", "Số {cod}"], "unknown slot {cod}; did you mean {code}?"),
        (["--domain", "x", "--vi", " ", "--en", " "], "lacks a term in vi and a term in en;"),
        ([*NEEDED[2:], "--domain", " "], "the concept lacks a domain"),
    ],
)
def test_what_cannot_be_is_one_line(
    project: Path, l10n: Call, arguments: list[str], message: str
) -> None:
    outcome = l10n("glossary", "add", *arguments)
    assert outcome.code == 2
    assert message in outcome.err
    assert outcome.err.count("\n") == 1
    assert [path.name for path in (project / "glossary").iterdir()] == ["party.yml"]


def on_terminal(cwd: Path, *arguments: str, answers: list[str]) -> tuple[int, str]:
    """Call the program on a terminal of its own; each answer is typed when a question stands."""
    process, terminal = pty.fork()
    if process == 0:
        os.chdir(cwd)
        os.environ["COLUMNS"] = "200"
        os.execv(sys.executable, [sys.executable, "-m", "l10n", "glossary", "add", *arguments])
    shown = b""
    waiting = list(answers)
    while True:
        ready, _, _ = select.select([terminal], [], [], 60)
        assert ready, shown.decode()
        try:
            part = os.read(terminal, 4096)
        except OSError:
            break
        if not part:
            break
        shown += part
        if waiting and shown.rstrip().endswith((b":", b"]:")) and part.strip():
            os.write(terminal, waiting.pop(0).encode() + b"\n")
    return os.waitstatus_to_exitcode(os.waitpid(process, 0)[1]), shown.decode()


def test_it_asks_for_what_is_missing(project: Path) -> None:
    code, shown = on_terminal(
        project,
        answers=["Bộ Chính trị Đảng", "BCTĐ [abbreviation]", "", "Party Politburo", "", "party",
                 "Báo A", "y", "", "y"],
    )  # fmt: skip
    assert code == 0
    assert "like it: party-bct “Bộ Chính trị” (glossary/party.yml:1)" in shown
    assert "domains so far: party" in shown
    assert "id [party-bo-chinh-tri-dang]:" in shown
    assert "wrote glossary/party.yml" in shown
    assert (
        (project / "glossary/party.yml")
        .read_text(encoding="utf-8")
        .endswith(
            "\n\n- id: party-bo-chinh-tri-dang\n  domain: party\n  vi:\n    - Bộ Chính trị Đảng\n"
            "    - {text: BCTĐ, kind: abbreviation}\n  en:\n    - Party Politburo\n"
            "  verified: true\n  source: Báo A\n"
        )
    )


class Terminal(io.StringIO):
    """What is typed on a terminal."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def typed(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Type answers on a terminal in this process."""

    def type_(*answers: str) -> None:
        monkeypatch.setattr(sys, "stdin", Terminal("".join(f"{a}\n" for a in answers)))
        monkeypatch.setattr(type(sys.stderr), "isatty", lambda _: True, raising=False)

    return type_


def test_no_is_an_answer(project: Path, l10n: Call, typed: Callable[..., None]) -> None:
    typed("", "n")
    outcome = l10n("glossary", "add", *NEEDED, "--source", "x")
    assert (outcome.code, outcome.out) == (1, "")
    assert "nothing is written" in outcome.err
    assert not (project / "glossary/press.yml").exists()


def test_a_concept_that_is_there_is_told_at_once(
    project: Path, l10n: Call, typed: Callable[..., None]
) -> None:
    typed("Bộ chính trị", "")
    outcome = l10n("glossary", "add")
    assert outcome.code == 2
    assert "'Bộ chính trị' stands in party-bct already (glossary/party.yml:1)" in outcome.err
    assert "term in en" not in outcome.err


def test_an_answer_that_cannot_be_is_asked_for_again(
    project: Path, l10n: Call, typed: Callable[..., None]
) -> None:
    typed(
        "Sở {cod}", "", "Sở {code}", "", "Office [forbiden]", "Office", "Desk [preferred]",
        "Table [preferred]", "", "x", "", "a b", "party-bct", "so", "",
    )  # fmt: skip
    outcome = l10n("glossary", "add")
    assert (outcome.code, outcome.out) == (0, "so\n")
    for told in (
        "unknown slot {cod}; did you mean {code}?", "unknown mark 'forbiden'",
        "two terms are preferred", "'a b' cannot be an id", "id 'party-bct' is used already",
    ):  # fmt: skip
        assert told in outcome.err
    text = (project / "glossary/x.yml").read_text(encoding="utf-8")
    assert "  en:\n    - Desk\n    - Office\n" in text


def test_an_end_of_the_answers_writes_nothing(
    project: Path, l10n: Call, typed: Callable[..., None]
) -> None:
    typed("Sở")
    assert l10n("glossary", "add").code == 130
    assert [path.name for path in (project / "glossary").iterdir()] == ["party.yml"]


def test_two_targets(project: Path, l10n: Call, typed: Callable[..., None]) -> None:
    write_tree(project, {"l10n.yml": "source: vi\ntargets: [en, fr]\nengine: none\n"})
    typed("", "Sở", "", "", "bureau", "", "", "x", "Báo", "", "so", "có")
    outcome = l10n("glossary", "add")
    assert (outcome.code, outcome.out) == (0, "so\n")
    assert "preferred term in en (or nothing):" in outcome.err
    assert "id [x-so]:" in outcome.err
    text = (project / "glossary/x.yml").read_text(encoding="utf-8")
    assert text.endswith("  fr:\n    - bureau\n  verified: false\n  source: Báo\n")


def test_yes_asks_nothing_before_it_writes(
    project: Path, l10n: Call, typed: Callable[..., None]
) -> None:
    typed("")  # no source
    options = (*NEEDED, "--id", "x", "--yes", "--verified")
    assert l10n("glossary", "add", *options).out == "x\n"
