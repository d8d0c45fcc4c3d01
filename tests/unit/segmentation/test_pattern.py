"""ICU's syntax where it differs."""

from __future__ import annotations

import pytest

from l10n.segmentation.pattern import PatternError, compile_icu


@pytest.mark.parametrize(
    ("source", "fits", "misfits"),
    [
        (r"\Qa.b\E+", "a.bbb", "axb"),
        (r"\Q(", "(", "Q"),
        (r"\x{41}\x{0110}", "AĐ", "BĐ"),
        (r"\h+", " \t\u00a0", "\n"),
        (r"\H", "a", " "),
        (r"\v", "\u2028", " "),
        (r"[\p{L}-[aeiou]]", "b", "a"),
        (r"[\p{L}&[aeiou]]", "a", "b"),
        (r"[\p{L}&&[^a]]", "b", "a"),
        (r"[]a]", "]", "b"),
        (r"[^]a]", "b", "]"),
        (r"[[:upper:]x]", "Đ", "đ"),
        (r"[a|~]", "|", "b"),
        (r"[[a-c][x-z]]", "y", "m"),
        (r"a{2,3}\{", "aaa{", "a{"),
        (r"a\z", "a", "a\n"),
        (r"a\Z\n?", "a\n", "ab"),
        (r"\p{Lu}\p{Script=Cyrillic}", "Aж", "aж"),
        (r"[a[:b]]+", "a:b", "c"),
    ],
)
def test_translation(source: str, fits: str, misfits: str) -> None:
    pattern = compile_icu(source)
    assert pattern.fullmatch(fits)
    assert not pattern.fullmatch(misfits)


@pytest.mark.parametrize("source", ["(", "[a", "{", "a{x}", "\\", r"\x{110000}", r"\L<x>", "a**"])
def test_what_is_wrong_is_refused(source: str) -> None:
    with pytest.raises(PatternError):
        compile_icu(source)
