"""HTML subtrees become CommonMark that says the same."""

import lxml.html
import pytest
from markdown_it import MarkdownIt

from l10n.importers.markup import address, escape, photo, to_markdown

BASE = "https://bao.example/kinh-te/bai.html"


def convert(html: str, base: str = BASE) -> str:
    return to_markdown(lxml.html.fromstring(f"<div>{html}</div>"), base)


@pytest.mark.parametrize(
    ("html", "markdown"),
    [
        ("<p>Xin chào</p><p>các bạn</p>", "Xin chào\n\ncác bạn"),
        ("trần<p>đoạn</p>đuôi", "trần\n\nđoạn\n\nđuôi"),
        ("<p>a\n  b\t c</p>", "a b c"),
        ("<p>&nbsp;</p><p>a&nbsp;b</p>", "a b"),
        ("<p>ti\u0309nh a\u200bb\ufeffc\u202ed</p>", "tỉnh abcd"),
        ("<p><b>Hà Nội </b>hôm nay</p>", "**Hà Nội** hôm nay"),
        ("<p><b>Hà</b> <b>Nội</b></p>", "**Hà Nội**"),
        ("<p><b>a</b><b>b</b></p>", "**ab**"),
        ("<p><b> </b>x<i></i></p>", "x"),
        ("<p><b>a <i>b</i> c</b></p>", "**a *b* c**"),
        ("<p><b><i>a</i></b></p>", "***a***"),
        ("<p><strong>Hà Nội:</strong>Sáng</p>", "**Hà Nội**:Sáng"),
        ("<p>x<em>(y)</em>z</p>", "x(*y*)z"),
        ('<p><span style="font-weight: 700">a</span> b</p>', "**a** b"),
        ('<p><a href="/x y">tin</a></p>', "[tin](https://bao.example/x%20y)"),
        ('<p><a href="a(b).html">tin</a></p>', "[tin](https://bao.example/kinh-te/a%28b%29.html)"),
        ('<p><a href="javascript:alert(1)">tin</a> <a href="#x">b</a></p>', "tin b"),
        ('<p><a href="data:text/html,x">tin</a></p>', "tin"),
        ('<p><a href="/x"></a>b</p>', "b"),
        ('<p>Ôi!<a href="/x">tin</a></p>', "Ôi\\![tin](https://bao.example/x)"),
        ("<p>m<sup>2</sup> và CO<sub>2</sub>, 1<sup>er</sup></p>", "m² và CO₂, 1er"),
        ("<p><q>Xin chào</q></p>", "“Xin chào”"),
        ("<p>dòng một<br>dòng hai</p>", "dòng một\\\ndòng hai"),
        ("<p>Hết câu.<br>Câu sau.<br><br>Nữa</p>", "Hết câu.\n\nCâu sau.\n\nNữa"),
        ("<h1>A</h1><h4>B</h4><h4>C</h4>", "## A\n\n### B\n\n### C"),
        ("<h3><b>Mục</b><br>một</h3>", "## Mục một"),
        ("<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>", "- a\n  - b\n- c"),
        ("<ol start=3><li>a</li><li><p>b</p><p>c</p></li></ol>", "3. a\n\n4. b\n\n   c"),
        ("<ul><li>a</li></ul><ul><li>b</li></ul>", "- a\n\n* b"),
        ("<ol><li>a</li></ol><ol><li>b</li></ol>", "1. a\n\n1) b"),
        ("<ul>trần<li>a</li></ul><li>lạc</li>", "- trần\n- a\n\nlạc"),
        ("<blockquote><p>a</p><p>b</p></blockquote>", "> a\n>\n> b"),
        ("<blockquote>a<ul><li>b</li></ul></blockquote>", "> a\n>\n> - b"),
        ("<p>a</p><hr><p>b</p>", "a\n\n***\n\nb"),
        ("<pre>x\n  y `` z</pre>", "```\nx\n  y `` z\n```"),
        ("<pre>```</pre>", "````\n```\n````"),
        ("<p><code>a`b</code></p>", "``a`b``"),
        ("<script>x</script><style>y</style><button>z</button><p>a</p>", "a"),
        ("<form><p>a</p><input value=b></form>", "a"),
        ("<p hidden>a</p><p>b</p>", "b"),
        ("<dl><dt>a</dt><dd>b</dd></dl>", "a\n\nb"),
    ],
)
def test_blocks_and_inline(html: str, markdown: str) -> None:
    assert convert(html) == markdown + "\n"


def test_a_table_becomes_gfm() -> None:
    html = (
        "<table><caption>Bảng 1</caption><thead><tr><th>Năm<th>Tấn|kg</thead>"
        "<tr><td rowspan=2>2023<td><b>1,5</b></tr><tr><td>2<br>3</tr>"
        "<tr><td colspan=2>Cộng</tr><tr><td></tr></table>"
    )
    assert convert(html).split("\n") == [
        "Bảng 1",
        "",
        "| Năm | Tấn\\|kg |",
        "| --- | --- |",
        "| 2023 | **1,5** |",
        "|  | 2 3 |",
        "| Cộng |  |",
        "",
    ]


@pytest.mark.parametrize("span", ["x", "0", "-3", "999999999", "²"])
def test_strange_spans_do_no_harm(span: str) -> None:
    html = f"<table><tr><td colspan='{span}'>a<td>b</tr><tr><td>c<td>d</tr></table>"
    assert len(convert(html)) < 2_000


def test_a_table_that_only_arranges_is_no_table() -> None:
    assert convert("<table><tr><td><p>a</p><p>b</p></td></tr></table>") == "a\n\nb\n"
    nested = "<table><tr><td>a<td><table><tr><td>b<td>c<tr><td>d<td>e</table></table>"
    assert convert(nested) == "a\n\n| b | c |\n| --- | --- |\n| d | e |\n"


@pytest.mark.parametrize(
    ("html", "markdown"),
    [
        ('<img src="/a.jpg" alt="Cầu mới">', "![Cầu mới](https://bao.example/a.jpg)"),
        (
            "<figure><img src=/a.jpg title='Ảnh: \"X\"'><figcaption>Cầu [2]</figcaption></figure>",
            '![Cầu \\[2\\]](https://bao.example/a.jpg "Ảnh: \\"X\\"")',
        ),
        ('<p>a<img src="/a.jpg">b</p>', "a\n\n![](https://bao.example/a.jpg)\n\nb"),
        ('<ul><img src="/a.jpg"><li>b</li></ul>', "- ![](https://bao.example/a.jpg)\n- b"),
        ('<img src="data:image/png;base64,xx"><img><p>a</p>', "a"),
        (
            "<figure><img src=/a.jpg><img src=/b.jpg><figcaption>Hai ảnh</figcaption></figure>",
            "![](https://bao.example/a.jpg)\n\n![Hai ảnh](https://bao.example/b.jpg)",
        ),
        ("<figure><blockquote>a</blockquote></figure>", "> a"),
        ("<figure><p>a</p></figure>", "a"),
    ],
)
def test_photos(html: str, markdown: str) -> None:
    assert convert(html) == markdown + "\n"


def test_a_photo_line_has_caption_and_credit_apart() -> None:
    assert photo("https://x.example/a.jpg", "A\nb", "") == "![A b](https://x.example/a.jpg)"
    assert photo("/a.jpg", "", "Ảnh: B\\C") == '![](/a.jpg "Ảnh: B\\\\C")'


@pytest.mark.parametrize(
    ("value", "absolute"),
    [
        ("b.html", "https://bao.example/kinh-te/b.html"),
        ("//x.example/a", "https://x.example/a"),
        ("mailto:a@bao.example", "mailto:a@bao.example"),
        ("/tìm?q=chè|*", "https://bao.example/t%C3%ACm?q=ch%C3%A8%7C%2A"),
        ("java\nscript:x", ""),
        ("ftp://x.example", ""),
        ("http://[", ""),
        ("/" + "a" * 3000, ""),
        ("", ""),
    ],
)
def test_addresses(value: str, absolute: str) -> None:
    assert address(value, BASE) == absolute


@pytest.mark.parametrize(
    "text",
    [
        "1. Đầu tiên",
        "12) Hai",
        "# thẻ",
        "- gạch",
        "+ cộng",
        "* sao",
        "> lớn hơn",
        "---",
        "===",
        "~~~",
        "a*b*c _d_ e_f",
        "[x](y) [z]: w ![i](j)",
        "<b>đậm</b> 1 < 2",
        "&amp; &#65; R&D",
        "`mã` \\* \\",
        "| a | b |",
        "https://x.example/a_b*c",
        "a\n# b\n1. c\n- d",
    ],
)
def test_escaped_text_renders_as_itself(text: str) -> None:
    tokens = MarkdownIt("commonmark").enable("table").parse(escape(text))
    assert [t.type for t in tokens] == ["paragraph_open", "inline", "paragraph_close"]
    children = tokens[1].children or []
    said = "".join("\n" if c.type == "softbreak" else c.content for c in children)
    assert {c.type for c in children} <= {"text", "softbreak", "text_special"}
    assert said == text


def test_little_is_escaped() -> None:
    plain = "Ngày 8/1 (thứ Hai), giá 1.234,5 đồng/kg; R&D tăng 5% - theo snake_case. 3 * 4 < 5!"
    assert escape(plain) == plain.replace("*", "\\*")


def test_deep_nesting_is_flattened() -> None:
    parser = lxml.html.HTMLParser(huge_tree=True)
    tree = lxml.html.fromstring("<div>" + "<blockquote><ul><li>" * 300 + "sâu", parser=parser)
    text = to_markdown(tree)
    assert "sâu" in text
    assert len(text) < 100
