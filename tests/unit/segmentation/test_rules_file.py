"""The project's own SRX file: what it changes, and what is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from l10n.errors import InputError
from l10n.segmentation import Rules, breaks, lines, load_rules, srx

HEAD = '<srx xmlns="http://www.lisa.org/srx20" version="2.0">'


def write(path: Path, rules: str, *, maps: str = "vi.*", cascade: str = "yes") -> Path:
    path.write_text(
        f'{HEAD}\n<header segmentsubflows="yes" cascade="{cascade}"/>\n<body><languagerules>\n'
        f'<languagerule languagerulename="Own">\n{rules}\n</languagerule>\n</languagerules>\n'
        f'<maprules><languagemap languagerulename="Own" languagepattern="{maps}"/>'
        "</maprules></body></srx>",
        encoding="utf-8",
    )
    return path


def rule(before: str, after: str, value: str = "no") -> str:
    return (
        f'<rule break="{value}"><beforebreak>{before}</beforebreak>'
        f"<afterbreak>{after}</afterbreak></rule>"
    )


@pytest.fixture
def own(tmp_path: Path) -> Path:
    return tmp_path / "own.srx"


def test_own_exception_and_own_break_stand_before_the_shipped_rules(own: Path) -> None:
    rules = load_rules(write(own, rule(r"Cty\.", r"\s") + rule(";", r"\s", "yes")))
    text = "Cty. An Phú; Cty. Hòa Bình. Cả hai đều ở Huế."
    assert list(lines(text, "vi", rules)) == [
        "Cty. An Phú;",
        "Cty. Hòa Bình.",
        "Cả hai đều ở Huế.",
    ]
    assert list(lines(text, "vi-VN", rules)) == list(lines(text, "vi", rules))
    assert list(lines(text, "en", rules)) != list(lines(text, "vi", rules))


def test_first_fitting_rule_decides(own: Path) -> None:
    both = rule(r"Cty\.", r"\sA", "yes") + rule(r"Cty\.", r"\s")
    rules = load_rules(write(own, both))
    assert list(lines("Cty. An; Cty. Bình", "vi", rules)) == ["Cty.", "An; Cty. Bình"]


def test_without_cascade_only_the_first_map_counts(own: Path) -> None:
    write(own, rule(",", r"\s", "yes"), cascade="no")
    text = own.read_text(encoding="utf-8")
    second = '<languagemap languagerulename="Two" languagepattern=".*"/></maprules>'
    two = f'<languagerule languagerulename="Two">{rule(";", " ", "yes")}</languagerule>'
    text = text.replace("</maprules>", second)
    text = text.replace("</languagerules>", f"{two}</languagerules>")
    own.write_text(text, encoding="utf-8")
    assert list(lines("a, b; c", "vi", load_rules(own))) == ["a,", "b; c"]
    own.write_text(text.replace('cascade="no"', 'cascade="yes"'), encoding="utf-8")
    assert list(lines("a, b; c", "vi", load_rules(own))) == ["a,", "b;", "c"]


REFUSED = {
    "no XML": ("<srx", "no well-formed XML", 1),
    "empty": ("", "no well-formed XML", 1),
    "unknown encoding": ('<?xml version="1.0" encoding="x-none"?><a/>', "no well-formed XML", 1),
    "doctype": (f"<!DOCTYPE srx>{HEAD}</srx>", "document type", 1),
    "entity": (
        f'<!DOCTYPE srx [<!ENTITY x SYSTEM "file:///etc/hostname">]>\n{HEAD}&x;</srx>',
        "document type",
        1,
    ),
    "undefined entity": (f"{HEAD}\n&x;</srx>", "no well-formed XML", 2),
    "no namespace": ('<srx version="2.0"/>', "no SRX 2.0", 1),
    "version 1": (f"\n{HEAD.replace('2.0', '1.0')}</srx>", "no SRX 2.0", 2),
    "no header": (f"{HEAD}\n</srx>", "no <header>", 1),
}


@pytest.mark.parametrize(("content", "message", "line"), REFUSED.values(), ids=REFUSED)
def test_refused_with_place(own: Path, content: str, message: str, line: int) -> None:
    own.write_text(content, encoding="utf-8")
    with pytest.raises(InputError, match=message) as caught:
        load_rules(own)
    assert (caught.value.file, caught.value.line) == (str(own), line)
    assert caught.value.remedy
    assert caught.value.exit_code == 4


@pytest.mark.parametrize(
    ("rules", "message"),
    [
        (rule("(", "x"), "bad regular expression"),
        (rule("x", "[a"), "bad regular expression"),
        (rule("x", "a{b}"), "must be written as"),
        (rule("x", r"\p{Nonsense}"), "bad regular expression"),
        (rule("a)(?:b", "x"), "bad regular expression"),
        ("<rule/>", "needs <beforebreak>"),
        (rule("a", "b", "maybe"), "neither"),
        ("", "no <rule>"),
    ],
)
def test_a_bad_rule_is_named_by_its_line(own: Path, rules: str, message: str) -> None:
    with pytest.raises(InputError, match=message) as caught:
        load_rules(write(own, rules))
    assert caught.value.line == (4 if not rules else 5)


def test_a_map_to_nowhere_and_a_bad_map(own: Path) -> None:
    write(own, rule("a", "b"))
    text = own.read_text(encoding="utf-8")
    own.write_text(text.replace('name="Own" languagepattern', 'name="No" languagepattern'))
    with pytest.raises(InputError, match='no <languagerule> is named "No"'):
        load_rules(own)
    with pytest.raises(InputError, match="bad regular expression"):
        load_rules(write(own, rule("a", "b"), maps="("))


def test_missing_directory_and_too_large(tmp_path: Path, own: Path) -> None:
    with pytest.raises(InputError, match="cannot be read"):
        load_rules(own)
    with pytest.raises(InputError, match="cannot be read"):
        load_rules(tmp_path)
    own.write_bytes(b" " * (srx.SIZE_LIMIT + 1))
    with pytest.raises(InputError, match="over 1 MB"):
        load_rules(own)


@pytest.mark.parametrize(
    ("value", "before"), [("yes", "(?:a|a|aa)+[!x]"), ("no", "[!b](?:a|a|aa)+[.]")]
)
def test_a_catastrophic_rule_is_stopped_and_named(
    own: Path, value: str, before: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(breaks, "TIME_LIMIT", 0.2)
    slow = rule(before, r"\s", value)
    stop = rule("[.]", r"\s", "yes")
    rules: Rules = load_rules(write(own, slow + "\n" + stop))
    with pytest.raises(InputError, match="on one text") as caught:
        list(lines("a" * 5000 + ". B", "vi", rules))
    assert caught.value.line == 5


def test_a_catastrophic_map_is_stopped(own: Path) -> None:
    rules = load_rules(write(own, rule("a", "b"), maps="(?:a|a|aa)+!"))
    with pytest.raises(InputError, match="language map"):
        list(lines("x", "a" * 90, rules))
