"""Targets in the place of their sources, encoded for it, and nothing else touched."""

from __future__ import annotations

import pytest

from l10n.articles import parse, rebuild
from l10n.errors import InputError
from l10n.model import Piece


def with_target(text: str, target: str, index: int = 0) -> str:
    document = parse(text)
    return rebuild(document, {index: [Piece(0, len(document.blocks[index].text), target)]})


@pytest.mark.parametrize(
    ("text", "target", "expected"),
    [
        ("Một\n", "- one", "\\- one\n"),
        ("Một\n", "1. one", "1\\. one\n"),
        ("Một\n", "# one", "\\# one\n"),
        ("Một\n", "> one", "\\> one\n"),
        ("Một\n", "```one", "\\`\\`\\`one\n"),
        ("Một\n", "```one``` two", "```one``` two\n"),
        ("Một\n", "~~~one", "\\~\\~\\~one\n"),
        ("Một\n", "* * *", "\\* * *\n"),
        ("Một\n", "one\n\n    two\n===", "one two ===\n"),
        ("Một\n", "<div>one", "\\<div>one\n"),
        ("Một\n", "<b>one</b> two", "<b>one</b> two\n"),
        ("Một\n", "[a]: one", "\\[a]: one\n"),
        ("Một\n", "one  \n--- ", "one  \n\\---\n"),
        ("Một\r\nhai\r\n", "one\\\ntwo", "one\\\r\ntwo\r\n"),
        ("> - Một\n>   hai\n", "one  \n- two", "> - one  \n>   \\- two\n"),
        ("1. Một\n", "one\\\ntwo", "1. one\\\n   two\n"),
        ("[^a>b]: Một\n", "one\\\ntwo", "[^a>b]: one\\\n        two\n"),
        ("Một\n", "one\\", "one\\\\\n"),
        ("Một\n", "![a](b)", "\\!\\[a\\]\\(b\\)\n"),
        ("Một\n", "one\x00\x1b[0m", "one[0m\n"),
        ("# Một #\n", "one\ntwo #", "# one two \\# #\n"),
        ("Một\n===\n", "one\\\n=", "one\\\n\\=\n===\n"),
        ("Một\n---\n", "| one", "&#124; one\n---\n"),
        ("![Một](a)\n", "one ] [", "![one \\] \\[](a)\n"),
        ("![Một](a)\n", "[one]\ntwo", "![[one] two](a)\n"),
        ("![Một]\n\n[Một]: a\n", "one", "![one][Một]\n\n[Một]: a\n"),
        ("![Một][]\n\n[Một]: a\n", "one", "![one][Một]\n\n[Một]: a\n"),
        ('![](a "Một")\n', 'a "b" \\"c\\"', '![](a "a \\"b\\" \\"c\\"")\n'),
        ("![](a 'Một')\n", "it's", "![](a 'it\\'s')\n"),
        ("![](a (Một))\n", "a (b)", "![](a (a \\(b\\)))\n"),
        ('[r]: /a "Một"\n', 'a "b"', '[r]: /a "a \\"b\\""\n'),
        ("|Một|\n|-|\n", "a|b\\|c\nd\\", "|a\\|b\\|c d\\\\ |\n|-|\n"),
        ("\ufeffMột", "{}", "\ufeff\\{\\}"),
        ("Một\n", "+++\nx\n+++", "+++ x +++\n"),
        ("Một\n", "  \n", "Một\n"),
        ("Một\n", "\x01", "Một\n"),
    ],
)
def test_targets_stay_in_their_place(text: str, target: str, expected: str) -> None:
    rebuilt = with_target(text, target)
    assert rebuilt == expected
    assert [p.role for p in parse(rebuilt).places] == [p.role for p in parse(text).places]


@pytest.mark.parametrize(
    ("written", "target", "expected"),
    [
        ("Một # ghi", "One", "One # ghi"),
        ("Một", "One: two", '"One: two"'),
        ("Một", "One #2", '"One #2"'),
        ("Một", "yes", '"yes"'),
        ("Một", "2025-01-01", '"2025-01-01"'),
        ("Một", "- one", '"- one"'),
        ("Một", "*one", '"*one"'),
        ("Một", "a\n---\nb", "a --- b"),
        ("'Một'", "It's: 5\\6", "'It''s: 5\\6'"),
        ("'Một'", "a\u2028b", '"a\\u2028b"'),
        ('"Một"', 'A "B" \\ Đ\x85', '"A \\"B\\" \\\\ Đ\\x85"'),
        ("\n  Một\n  hai", "One two", "\n  One two"),
        (">-\n  Một\n  hai\n", "One: two", ">-\n  One: two\n"),
        (">\n\n  Một\n\n  hai\n\n", "One\nTwo", ">\n  One\n\n  Two\n\n"),
        ("|\n  Một\n   hai\n", "One\n two", '"One\\n two"\n'),
        ("|+\n  Một\n  hai\n", "One\ntwo", "|+\n  One\n  two\n"),
        ("!!str Một", "One", "One"),
    ],
)
def test_front_matter_keeps_its_style(written: str, target: str, expected: str) -> None:
    text = f"---\r\ntitle: {written}\nx: 1\n---\nChữ\n"
    rebuilt = with_target(text, target)
    assert rebuilt == f"---\r\ntitle: {expected}\nx: 1\n---\nChữ\n"


def test_block_scalars_keep_the_line_ends_of_the_file() -> None:
    text = "---\r\ntitle: |\r\n  Một\r\n  hai\r\n---\r\n"
    assert with_target(text, "One\ntwo") == "---\r\ntitle: |\r\n  One\r\n  two\r\n---\r\n"


def test_items_of_a_flow_list() -> None:
    text = "---\ntags: [một, 'hai']\n---\n"
    assert with_target(text, "one, two") == "---\ntags: [\"one, two\", 'hai']\n---\n"
    assert with_target(text, "one") == "---\ntags: [one, 'hai']\n---\n"
    assert with_target(text, "one]") == "---\ntags: [\"one]\", 'hai']\n---\n"


def test_pieces_leave_what_stands_between_them() -> None:
    text = "> Câu một.\n> Câu **hai.  \n> Câu** ba.   \n"
    document = parse(text)
    block = document.blocks[0].text
    assert block == "Câu một. Câu **hai.  \nCâu** ba."
    first, second = Piece(0, 8, "- One."), Piece(9, len(block), "Two.")
    assert rebuild(document, {0: [second, first]}) == "> \\- One.\n> Two.   \n"
    same = Piece(9, len(block), block[9:])
    assert rebuild(document, {0: [first, same]}) == text.replace("Câu một.", "\\- One.", 1)
    blanks = [Piece(8, 9, "\n- "), Piece(0, 0, "x")]
    assert rebuild(document, {0: blanks}) == text.replace("một.\n> Câu", "một. - Câu")


def test_front_matter_in_pieces() -> None:
    document = parse('---\nlead: "Câu một. Câu hai."\n---\n')
    rebuilt = rebuild(document, {0: [Piece(9, 17, "Two."), Piece(0, 8, "One.")]})
    assert rebuilt == '---\nlead: "One. Two."\n---\n'


@pytest.mark.parametrize(
    "pieces", [[Piece(0, 2, "a"), Piece(1, 3, "b")], [Piece(0, 9, "a")], [Piece(-1, 2, "a")]]
)
def test_pieces_that_do_not_fit_are_an_error_of_the_caller(pieces: list[Piece]) -> None:
    with pytest.raises(ValueError, match="a piece covers"):
        rebuild(parse("Một"), {0: pieces})


def test_a_target_that_cannot_be_held_is_refused() -> None:
    document = parse("Đầu\n\n---\ntitle: A\n---\n")
    assert document.blocks
    large = parse("---\ntitle: A\n---\n")
    with pytest.raises(InputError, match="structure"):
        rebuild(large, {0: [Piece(0, 1, "x" * 70_000)]})
