"""What of an article is a block, and what a block says of itself."""

from __future__ import annotations

import pytest

from l10n.articles import parse


def blocks(text: str) -> list[tuple[str, str]]:
    return [(block.role, block.text) for block in parse(text).blocks]


def test_an_article_gives_its_blocks_in_order() -> None:
    text = (
        "---\ntags: [Chính trị, Đối ngoại]\nlead: Sapo.\ntitle: Đầu đề\n---\n\n"
        "# Phần một #\n\nĐoạn một\ntiếp theo.\n\n"
        '![Ảnh chụp](a.jpg "Ảnh: Q.T")\n\n'
        "| A | B |\n|---|---|\n| Ô | 12 |\n\n"
        "> - Trích\n>   dẫn\n\n[^1]: Ghi chú.\n"
    )
    assert blocks(text) == [
        ("title", "Đầu đề"),
        ("lead", "Sapo."),
        ("tag", "Chính trị"),
        ("tag", "Đối ngoại"),
        ("heading", "Phần một"),
        ("", "Đoạn một tiếp theo."),
        ("caption", "Ảnh chụp"),
        ("credit", "Ảnh: Q.T"),
        ("cell", "A"),
        ("cell", "B"),
        ("cell", "Ô"),
        ("", "Trích dẫn"),
        ("", "Ghi chú."),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "12.345,6",
        "https://baodongnai.example/tin?x=1",
        "<https://vi.example>",
        "toa.soan@bao.example",
        "`mã nguồn`",
        "***",
        "```\nmã\n```",
        "    mã",
        "<div>\nchữ\n</div>",
        "<!-- chữ -->",
        "&nbsp;",
        "![](a.jpg)",
        "[1](https://vi.example/chu)",
        "> [!TIP]",
        "[r]: /chu",
        "\x0b",
        "#",
        "",
    ],
)
def test_no_block_without_text_of_its_own(text: str) -> None:
    assert blocks(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Một\nhai", "Một hai"),
        ("Một  \nhai", "Một  \nhai"),
        ("Một     \nhai", "Một  \nhai"),
        ("Một\\\nhai", "Một\\\nhai"),
        ("Một\\\\\nhai", "Một\\\\ hai"),
        ("Một \r\nhai\r\n", "Một hai"),
        ("Một  \r\nhai\\\r\nba", "Một  \nhai\\\nba"),
        ("Một\rhai", "Một hai"),
        ("Một\u2028hai\x85ba", "Một\u2028hai\x85ba"),
        ("Một\n\x0b\nhai", "Một \x0b hai"),
        ("> Một\nlười", "Một lười"),
        ("> > Một\n> hai", "Một hai"),
        ("- Một\n\thai", "Một hai"),
        ("- [x] Việc\n  xong", "Việc xong"),
        ("> [!NOTE]\n> Lưu ý", "Lưu ý"),
        ("[!NOTE]\nLưu ý", "[!NOTE] Lưu ý"),
        ("\ufeffMột", "Một"),
        ("Một ![ảnh](a.jpg)", "Một ![ảnh](a.jpg)"),
        ("[chữ\nhai](https://vi.example)", "[chữ hai](https://vi.example)"),
    ],
)
def test_lines_are_folded_and_hard_breaks_kept(text: str, expected: str) -> None:
    assert blocks(text) == [("", expected)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# Một", "Một"),
        ("## Một ##", "Một"),
        ("# Một #hai", "Một #hai"),
        ("#  \tMột \\#", "Một \\#"),
        ("Một\nhai\n===", "Một hai"),
        ("> Một\n> ---", "Một"),
    ],
)
def test_headings(text: str, expected: str) -> None:
    assert blocks(text) == [("heading", expected)]


def test_cells_keep_escaped_bars_and_drop_what_the_head_has_no_column_for() -> None:
    text = "> Một | Hai\n> -|-\n> a\\|b | `c\\|d` e | thừa\n> f\n"
    assert [block[1] for block in blocks(text)] == ["Một", "Hai", "a\\|b", "`c\\|d` e", "f"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("![Một][r]\n\n[r]: a.jpg 'Hai'", ["Một", "Hai"]),
        ("![Một]( a.jpg (Hai) )", ["Một", "Hai"]),
        ('![Một](<a b.jpg>\n"Hai")', ["Một", "Hai"]),
        ("![Một]( a.jpg )", ["Một"]),
        ('[![Một](a.jpg "Hai")](https://vi.example)', ["Một", "Hai"]),
        ("*![Một](a.jpg)*<br>\n![Hai](b.jpg)", ["Một", "Hai"]),
        ('![Một "x" [y]](a.jpg "\\"Hai\\"")', ['Một "x" [y]', '\\"Hai\\"']),
        ("[^1]: x\n\n![Một](a.jpg)[^1]", ["x", "Một"]),
    ],
)
def test_a_paragraph_of_images_gives_captions_and_credits(text: str, expected: list[str]) -> None:
    assert [block.text for block in parse(text).blocks] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('[r]: /a "Tiêu đề"', ["Tiêu đề"]),
        ("[r]: /a\n  'Tiêu đề'", ["Tiêu đề"]),
        ('[r]: /a "Hai\ndòng"', []),
        ('[r]: /a\n[s]: /b "c"\n', ["c"]),
        ("[r]: /a (&amp; b)", ["&amp; b"]),
    ],
)
def test_titles_of_definitions(text: str, expected: list[str]) -> None:
    assert blocks(text) == [("link-title", title) for title in expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a **b. C** d", ["**b. C**"]),
        ("a ***b* c** d", ["***b* c**"]),
        ("a ~~b~~ ~~~c~~~ d", ["~~b~~", "~~c~~~"]),
        ("a `b. C` d", ["`b. C`"]),
        ("a [b *c*](d 'e') f", ["[b *c*](d 'e')"]),
        ("a [b] c\n\n[b]: /u", ["[b]"]),
        ("a <b@c.vn> <i>d</i>", ["<b@c.vn>", "<i>", "</i>"]),
        ("a ![b. C](d) e", ["![b. C](d)"]),
        ("xem https://vi.example/a_b_c?d=1. Rồi", ["https://vi.example/a_b_c?d=1"]),
        ("www.bao.example và a.b@bao.vn!", ["www.bao.example", "a.b@bao.vn"]),
        ("a^[Ghi. Chú] b", ["^[Ghi. Chú]"]),
        ("a[^1] b\n\n[^1]: c", ["[^1]"]),
        ("a \\*b\\* 2 * 3 _d [x] ~e", []),
        ("a *b", []),
    ],
)
def test_protected_spans(text: str, expected: list[str]) -> None:
    block = parse(text).blocks[0]
    assert [block.text[start:end] for start, end in block.protected] == expected


def test_lines_and_paragraph_numbers() -> None:
    text = "---\ntitle: A\nlead:\n  B\n---\n\nC\n\n> D\n> E\n\n![F](x)\n![G](y)\n"
    blocks = parse(text.replace("\n", "\r\n")).blocks
    assert [(block.text, block.line, block.paragraph) for block in blocks] == [
        ("A", 2, 1),
        ("B", 4, 2),
        ("C", 7, 3),
        ("D E", 9, 4),
        ("F", 12, 5),
        ("G", 13, 6),
    ]


def test_text_nested_deeper_than_any_article_is_left_alone() -> None:
    text = ">" * 500 + " chữ"
    assert blocks(text) == []
    assert parse(text).text == text
