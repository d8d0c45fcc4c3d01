"""The documentation is true: every command has an example, every example runs."""

import re
import shlex
from collections.abc import Callable
from pathlib import Path

import pytest
import typer
import yaml

from l10n.cli.program import app
from l10n.settings import find, parse
from l10n.tui.key_names import readable
from l10n.tui.keys import COMMANDS as COMMANDS_OF_THE_REVIEW
from l10n.workflow.workspace import Workspace
from tests.conftest import Outcome, write_tree

ROOT = Path(__file__).parent.parent
CALL = re.compile(r"^\$ l10n (.*)$", re.MULTILINE)
CI = (ROOT / "docs" / "ci.md").read_text(encoding="utf-8")
COMMANDS = (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")

PAGE = """\
<!DOCTYPE html>
<html lang="vi"><head><meta charset="utf-8"><title>Hội nghị triển khai Kết luận số 57-KL/TW</title>
<meta property="article:published_time" content="2024-01-08T05:10:00+07:00"></head>
<body><nav><a href="/">Trang chủ</a></nav><article>
<h1>Hội nghị triển khai Kết luận số 57-KL/TW</h1>
<p class="sapo">Sáng 8/1, Tỉnh ủy triển khai Kết luận số 57-KL/TW của Bộ Chính trị.</p>
<p>Hội nghị do Bí thư Tỉnh ủy chủ trì, có 120 đại biểu của các sở, ban, ngành tham dự.</p>
<p>Theo báo cáo, tỉnh dành 15,7 tỷ đồng cho công tác thông tin đối ngoại trong giai đoạn này.</p>
<p>Hội nghị thống nhất tiếp tục đổi mới nội dung và phương thức thông tin trong thời gian tới.</p>
</article><footer>Bản quyền</footer></body></html>
"""


def commands() -> list[str]:
    """The names of all commands."""
    return list(typer.main.get_command(app()).commands)  # type: ignore[attr-defined]


def calls(text: str) -> list[list[str]]:
    return [shlex.split(call) for call in CALL.findall(text)]


@pytest.mark.parametrize("name", commands())
def test_every_command_is_documented_and_its_help_has_an_example(
    name: str, l10n: Callable[..., Outcome]
) -> None:
    assert f"\n## {name}\n" in COMMANDS
    shown = l10n(name, "--help")
    assert shown.code == 0
    assert "Example:" in shown.out or "COMMAND" in shown.out


def test_every_example_of_the_commands_runs(project: Path, l10n: Callable[..., Outcome]) -> None:
    write_tree(project, {"page.html": PAGE, "text.txt": "Ông Bình đến TP.HCM. Bà Lan ở lại."})
    l10n("extract")
    units = Workspace(find(project)).translation("hoi-nghi", "en")
    for call in calls(COMMANDS):
        given = [units[0].id if word == "3f2a9c1b7d04" else word for word in call]
        if "local" in given:
            continue  # the model's own tests run it
        outcome = l10n(*given)
        assert (outcome.code, outcome.err if outcome.code else "") == (0, ""), given


def test_every_command_of_the_ci_page_runs(project: Path, l10n: Callable[..., Outcome]) -> None:
    l10n("extract")
    for call in [*calls(CI), *(line.split() for line in re.findall(r"run: l10n (.*?) >", CI))]:
        outcome = l10n(*call)
        gate = call[0] == "check" and not {"--fail-on", "--baseline", "--write-baseline"} & {*call}
        assert outcome.code == int(gate), (call, outcome.err)


def test_the_yaml_of_the_pages_is_yaml() -> None:
    for name in ("ci", "settings", "glossary"):
        text = (ROOT / "docs" / f"{name}.md").read_text(encoding="utf-8")
        blocks = re.findall(r"```yaml\n(.*?)```", text, re.DOTALL)
        assert blocks, name
        for block in blocks:
            assert yaml.safe_load(block), block
            if name == "settings":
                parse(block)
    hooks = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    for hook in hooks:
        assert hook["id"] in CI
        assert hook["entry"].split()[1] in commands()


def test_links_between_documents_lead_somewhere() -> None:
    for path in [ROOT / "README.md", *(ROOT / "docs").rglob("*.md")]:
        text = re.sub(r"```.*?```|`[^`\n]+`", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
        for target in re.findall(r"\]\(([^)#]+)", text):
            if "://" not in target:
                assert (path.parent / target).exists(), f"{path.name}: {target}"


@pytest.mark.model
def test_the_walk_through_of_the_readme(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, l10n: Callable[..., Outcome]
) -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    write_tree(tmp_path, {"page.html": PAGE})
    monkeypatch.chdir(tmp_path)
    paths = {}
    for call in calls(text):
        if call[0] == "review":
            continue  # needs a terminal
        unit = next(iter(paths.get("units", [])), "")
        outcome = l10n(*[unit if word == "3f2a9c1b7d04" else word for word in call])
        # A small model loses terms, and then the gate has to say so.
        allowed = (0, 1) if call[0] == "check" else (0,)
        assert outcome.code in allowed, (call, outcome.err)
        if call[0] == "check":
            assert outcome.code == ("error " in outcome.out)
        if call[0] == "init":
            monkeypatch.chdir(tmp_path / call[1])
            (tmp_path / call[1] / "articles").joinpath(
                "hoi-nghi-trien-khai-cong-tac-thong-tin-doi-ngoai.md"
            ).unlink()
        if call[:2] == ["unit", "list"]:
            paths["units"] = [line.split()[0] for line in outcome.out.splitlines()]
        expected = re.search(
            rf"^\$ l10n {re.escape(' '.join(call))}\n(\w+/.*)$", text, re.MULTILINE
        )
        if expected:
            assert outcome.out.strip() == expected[1]
    published = (tmp_path / "newsroom/published/en").glob("*.md")
    assert "title: Conference on Conclusion No. 57-KL/TW\n" in next(published).read_text(
        encoding="utf-8"
    )


def test_every_key_of_the_review_is_in_its_page() -> None:
    page = (ROOT / "docs" / "review.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| `([\w-]+)` \| (.+) \| (.+) \|$", page, re.MULTILINE)
    assert rows == [
        (
            command.id,
            " ".join(f"`{readable(key)}`" for key in command.keys.split(",")),
            command.title,
        )
        for command in COMMANDS_OF_THE_REVIEW
    ]
