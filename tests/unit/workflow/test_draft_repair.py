"""Terms put right in a draft, judged by a real glossary, and its typography."""

from __future__ import annotations

from pathlib import Path

import pytest

from l10n import glossary
from l10n.model import Style, Unit, Verdict, VerdictKind
from l10n.settings import CheckSettings
from l10n.workflow.draft_repair import repaired, typeset
from tests.conftest import write_tree

TERMS = """\
- id: vn
  vi: [Việt Nam]
  en: [Viet Nam, {text: Vietnam, status: deprecated}]
  target_case: proper
- id: kl57
  vi: [Kết luận 57]
  en: [Conclusion 57, {text: Resolution 57, status: forbidden}]
  target_case: proper
- id: xa
  vi: [xã]
  en: [commune, {text: village, status: forbidden}]
- id: cap-uy
  vi: [cấp ủy]
  en: [Party committee]
  target_case: proper
"""


@pytest.fixture
def fixed(tmp_path: Path):
    write_tree(tmp_path, {"terms.yml": TERMS})
    style = {"en": Style(choices={"country_name": "Viet Nam"})}
    terms = glossary.load([tmp_path / "terms.yml"], style)

    def judge(unit: Unit) -> tuple[Verdict, ...]:
        return tuple(terms.verify(unit.source, unit.target, source_language="vi", language="en"))

    def fix(source: str, target: str) -> tuple[str, bool]:
        unit, verdicts = repaired(Unit(source=source, target=target, language="en"), judge)
        return unit.target, all(v.verdict is VerdictKind.OK for v in verdicts)

    return fix


@pytest.mark.parametrize(
    ("source", "target", "expected"),
    [
        ("Đến Việt Nam.", "Come to Vietnam.", ("Come to Viet Nam.", True)),
        ("Theo Kết luận 57.", "Under Resolution 57.", ("Under Conclusion 57.", True)),
        ("Việt Nam ra Kết luận 57.", "Vietnam issued Resolution 57.",
         ("Viet Nam issued Conclusion 57.", True)),
        # another word may stand for something else
        ("Các xã xây nông thôn mới.", "The communities build new villages.",
         ("The communities build new villages.", False)),
        # which of the two?
        ("Đến Việt Nam.", "From Vietnam to Vietnam.", ("From Vietnam to Vietnam.", False)),
        ("Đến Việt Nam.", "Come to Viet Nam.", ("Come to Viet Nam.", True)),
        ("Đến Việt Nam.", "Come.", ("Come.", False)),
    ],
)  # fmt: skip
def test_what_is_the_houses_wording_is_put_right_and_no_more(
    fixed, source: str, target: str, expected: tuple[str, bool]
) -> None:
    assert fixed(source, target) == expected


def test_typography_is_set_after_drafting() -> None:
    source = 'Chi 15,7 tỷ cho “đổi mới” theo `a"b"c`, xem [đây](https://example.org/a"b").'
    target = 'Spent 15,7 billion  on "renewal" by `a"b"c`, see [here](https://example.org/a"b").'
    unit = Unit(source=source, target=target, language="en")
    assert typeset(unit, {}).target in (
        target,  # left alone, rather than code changed
        'Spent 15.7 billion on “renewal” by `a"b"c`, see [here](https://example.org/a"b").',
    )
    unit = Unit(source="Chi 15,7 tỷ cho “đổi mới”.", target='Spent 15,7 billion on "renewal".',
                language="en-GB")  # fmt: skip
    assert typeset(unit, {}).target == "Spent 15.7 billion on “renewal”."
    off = {"quotes": CheckSettings(enabled=False), "separators": CheckSettings()}
    assert typeset(unit, off).target == 'Spent 15.7 billion on "renewal".'
