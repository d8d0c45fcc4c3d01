"""The shapes of JSON that the documentation promises are those that the commands write."""

from __future__ import annotations

import json
import re
import shlex
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import GLOSSARY, Outcome, write_tree

ROOT = Path(__file__).parent.parent
PAGE = (ROOT / "docs" / "json.md").read_text(encoding="utf-8")
EXAMPLES = [
    (shlex.split(call), json.loads(document))
    for call, document in re.findall(
        r"```console\n\$ l10n (.*?)\n```\n\n```json\n(.*?)```", PAGE, re.DOTALL
    )
]
BY_NAME = {"targets", "engines", "people", "acts", "terms"}
"""Objects whose keys are languages, names of engines, people or acts."""


@pytest.fixture
def worked(project: Path, l10n: Callable[..., Outcome]) -> Path:
    """A project with a finding, a memory, a broken record and another glossary of before."""
    shutil.copytree("glossary", "before")
    l10n("extract")
    catalog = project / "translations/en/hoi-nghi.po"
    drafted = catalog.read_text(encoding="utf-8").replace(
        'msgctxt "tag"\nmsgid "Chính trị"\nmsgstr ""',
        '# l10n: origin=local\n#, fuzzy\nmsgctxt "tag"\nmsgid "Chính trị"\nmsgstr "Politics"',
    )
    catalog.write_text(drafted, encoding="utf-8")
    l10n("unit", "accept", "--all", "--as", "lan")
    units = json.loads(l10n("unit", "list", "--format", "json").out)["units"]
    by_source = {unit["source"][:9]: unit["unit"] for unit in units}
    one, other = by_source["Bộ Chính "], by_source["Sáng 8/1,"]
    l10n("unit", "set", one, "The Politburo met in Hanoi.", "--as", "lan")
    l10n("unit", "review", one, "--as", "minh")
    l10n("unit", "approve", one, "--as", "ha")
    l10n("unit", "set", other, "The Polit Bureau met.", "--as", "lan")
    changed = {"before/party.yml": GLOSSARY.replace("forbidden", "deprecated")}
    return write_tree(project, {**changed, "text.txt": "Bộ Chính trị họp tại Hà Nội.\n"})


def differences(told: object, written: object, place: str) -> list[str]:
    """Where what is written has other keys, or values of another kind, than what is told."""
    if isinstance(told, dict) and isinstance(written, dict):
        if place.rpartition(".")[2] in BY_NAME:
            [value] = told.values()
            pairs = [(value, other, place + ".*") for other in written.values()]
        elif told.keys() != written.keys():
            return [f"{place}: {sorted(told.keys() ^ written.keys())}"]
        else:
            pairs = [(told[key], written[key], f"{place}.{key}") for key in told]
    elif isinstance(told, list) and isinstance(written, list):
        pairs = [(told[0], item, place + "[]") for item in written if told]
    else:
        same = type(told) is type(written) or None in (told, written)
        return [] if same else [f"{place}: {told!r}, {written!r}"]
    return [line for pair in pairs for line in differences(*pair)]


# What needs a model has a test of its own below.
@pytest.mark.parametrize(("call", "told"), [e for e in EXAMPLES if e[0][0] != "translate"])
def test_the_shapes_are_those_of_the_page(
    worked: Path, l10n: Callable[..., Outcome], call: list[str], told: dict[str, object]
) -> None:
    if call[0] == "verify":
        Path("translations/en/hoi-nghi.log.jsonl").unlink()
    written = json.loads(l10n(*call).out)
    assert differences(told, written, "") == []
    assert all(written[key] for key in told if isinstance(told[key], list | dict))


@pytest.mark.model
def test_the_shape_of_a_translation(worked: Path, l10n: Callable[..., Outcome]) -> None:
    [(call, told)] = [example for example in EXAMPLES if example[0][0] == "translate"]
    assert differences(told, json.loads(l10n(*call).out), "") == []


def test_every_command_with_json_is_on_the_page() -> None:
    commands = (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")
    calls = re.findall(r"^\$ l10n (\w+) .*--format json", commands, re.MULTILINE)
    assert {*calls} <= {call[0] for call, _ in EXAMPLES}
    assert len({*calls}) > 5
