"""Round trips of articles: no byte may change that nobody changed, no block may be lost."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

import yaml
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from mdit_py_plugins.footnote import footnote_plugin

from l10n.articles import Document, edit_front_matter, parse, rebuild, serialize
from l10n.articles.inline import Markup
from l10n.articles.markdown import inline_marks
from l10n.errors import InputError
from l10n.model import ArticleContent, Piece

SIGNS = st.text(alphabet="ab Đế\n\r\t#>-*_`~[]()!|:=\\<&\"'{}+.1 \ufeff\u2028\x85\x0b", max_size=60)
ANY_TEXT = st.one_of(st.text(max_size=80), SIGNS)
PHRASES = """Uỷ ban|Ủy ban nhân dân tỉnh|Đồng Nai|1.234,5 tỷ đồng.|**Kế hoạch. Số**|_mới_
[liên kết](https://vi.example/a_b)|`mã`|<b>đậm</b>|https://vi.example/x?|\\*|![ảnh](a.jpg)
“lời nói”|&nbsp;|Ho\u0302m nay|a / b|[^1]|![bìa][r]""".replace("\n", "|").split("|")
STARTS = r"""-~1. ~# ~> ~|~```~===~---~+++\n~    ~\t~* * *~[a]: b ~[^x]: ~<div>~<!-- ~<a>~{~![a](b)
:--~\\~\n\n~x\\\n- ~</p>~<script>~a  \n---\n~a\\\n|---|~=~-~+~_ _ _~![x][r]~]~"~ """.replace(
    "\n", "~"
)
WORDS = st.lists(st.sampled_from(PHRASES), min_size=1, max_size=6).map(" ".join)
TARGETS = st.one_of(
    WORDS,
    st.builds(
        "{}{}{}".format,
        st.sampled_from(
            [*STARTS.replace("\\n", "\n").replace("\\\\", "\\").split("~"), "~~~\n", "- "]
        ),
        st.sampled_from(["", "a", "Đ", " xin chào", "\n\nx", "|b", "]: c"]),
        st.sampled_from(["", "\\", "\n---", " #", "`", " |", "  ", "\n", '"', "](", "*"]),
    ),
    SIGNS,
    st.text(max_size=20),
)


@st.composite
def markdown(draw: st.DrawFn) -> str:
    """A document of nested blocks, in any line end."""
    lines: list[str] = []
    for _ in range(draw(st.integers(0, 6))):
        lines += [*draw(blocks(2)), ""]
    front = draw(st.sampled_from(FRONTS))
    text = front + "\n".join(lines)
    text = text.rstrip("\n") if draw(st.booleans()) else text
    text = text.replace("\n", "\r\n") if draw(st.booleans()) else text
    return draw(st.sampled_from(["", "\ufeff"])) + text


FRONTS = [
    "",
    "---\ntitle: Đại hội\nlanguage: vi # nguồn\nlead: 'Nó ''mới''.'\ntags: [a, Đảng]\n---\n\n",
    '---\ntitle: "Một: hai"\nlead: >-\n  Dòng một\n  dòng hai.\n\n# ghi\ntags:\n- x\n- y z\n---\n',
    "---\ntitle:\n  Nhiều\n  dòng\nlead: |\n   Giữ\n   dòng\nsub: x\ntranslatable: [sub]\n---\n",
    '+++\ntitle = "Đ"\n+++\n\n',
    '{"title": "Đ"}\n\n',
    "---\n\n",
]


@st.composite
def blocks(draw: st.DrawFn, depth: int) -> list[str]:
    """The lines of one block; containers hold others down to `depth`."""
    lines = draw(st.lists(WORDS, min_size=1, max_size=3))
    kind = draw(st.integers(0, 11 if depth else 8))
    if kind >= 9:
        return draw(containers(depth, kind))
    broken = draw(st.sampled_from(["", "  ", "\\", "    "]))
    return [
        [*(line + broken for line in lines[:-1]), lines[-1]],
        [f"## {lines[0]} ##"],
        [*lines, "---"],
        ["```", *lines, "```"],
        [f'![{lines[0]}](a.jpg "Ảnh: {len(lines)} b")', "![Bìa][r]"],
        ["| A | " + lines[0].replace("|", "\\|") + " |", "|---|:-:|", "| Ô một | `x\\|y` |"],
        ["<div>", *lines, "</div>"],
        ['[r]: /r "Tiêu đề"', "", f"[^1]: {lines[0]}", "    tiếp"],
        ["***"],
    ][kind]


@st.composite
def containers(draw: st.DrawFn, depth: int, kind: int) -> list[str]:
    """A quotation, or a list of two items."""
    inner = draw(blocks(depth - 1)) + (
        ["", *draw(blocks(depth - 1))] if draw(st.booleans()) else []
    )
    if kind == 9:
        return [
            f"> {line}".rstrip() if number else f"> {line}" for number, line in enumerate(inner)
        ]
    mark = "- " if kind == 10 else "12. "
    first = draw(st.sampled_from(["", "[x] ", "[ ] "])) + inner[0]
    return [
        mark + first,
        *(" " * len(mark) + line if line else "" for line in inner[1:]),
        mark + "b",
    ]


def read(text: str) -> Document:
    """The article, where the text is one."""
    try:
        return parse(text)
    except InputError:
        assume(False)
        raise


def in_pieces(data: st.DataObject, text: str) -> list[tuple[int, int]]:
    """The text's whole length in random stretches."""
    cuts = data.draw(st.lists(st.integers(0, len(text)), max_size=4))
    return list(pairwise(sorted({0, *cuts, len(text)})))


@given(st.one_of(ANY_TEXT, markdown()), st.data())
@settings(max_examples=60, deadline=None)
def test_unchanged_targets_give_the_same_text(text: str, data: st.DataObject) -> None:
    document = read(text)
    pieces = {
        index: [Piece(a, b, block.text[a:b]) for a, b in in_pieces(data, block.text)]
        for index, block in enumerate(document.blocks)
    }
    assert document.text == text
    assert rebuild(document, pieces) == text


@given(st.one_of(ANY_TEXT, markdown()))
@settings(max_examples=60, deadline=None)
def test_blocks_say_where_they_stand(text: str) -> None:
    document = read(text)
    lines = text.replace("\r\n", "\n").replace("\r", "\n").count("\n") + 1
    for number, block in enumerate(document.blocks, 1):
        assert block.paragraph == number
        assert 1 <= block.line <= lines
        assert block.text.strip()
        edges = [edge for span in block.protected for edge in span]
        assert edges == sorted(edges)
        assert all(0 <= edge <= len(block.text) for edge in edges)


def shape(document: Document) -> list[str]:
    """What must not change: the roles, in order."""
    return [place.role for place in document.places]


@given(st.one_of(SIGNS, markdown()), st.data())
@settings(max_examples=60, deadline=None)
def test_no_target_changes_the_blocks(text: str, data: st.DataObject) -> None:
    document = read(text)
    pieces = {
        index: [Piece(0, len(block.text), data.draw(TARGETS))]
        for index, block in enumerate(document.blocks)
    }
    rebuilt = rebuild(document, pieces)
    assert shape(parse(rebuilt)) == shape(document)


@given(markdown(), st.data())
@settings(max_examples=50, deadline=None)
def test_pieces_never_change_the_blocks(text: str, data: st.DataObject) -> None:
    document = read(text)
    pieces = {
        index: [
            Piece(a, b, data.draw(TARGETS))
            for a, b in in_pieces(data, block.text)
            if not any(start < edge < end for start, end in block.protected for edge in (a, b))
        ]
        for index, block in enumerate(document.blocks)
    }
    assert shape(parse(rebuild(document, pieces))) == shape(document)


@given(markdown(), st.integers(0, 30), st.sampled_from(["Xin chào", "chào *bạn*", "a “b” c"]))
@settings(max_examples=50, deadline=None)
def test_a_simple_target_is_read_back(text: str, number: int, target: str) -> None:
    document = read(text)
    assume(document.blocks)
    index = number % len(document.blocks)
    pieces = {index: [Piece(0, len(document.blocks[index].text), target)]}
    again = parse(rebuild(document, pieces))
    expected = [block.text for block in document.blocks]
    expected[index] = target
    assert [block.text for block in again.blocks] == expected


def plain(value: object) -> object:
    """A value without the line end that a block scalar has."""
    return value.strip() if isinstance(value, str) else value


LINE = st.text(max_size=30).map(lambda text: " ".join(text.split()))


@given(LINE, LINE, LINE, st.lists(LINE.filter(bool), max_size=3))
@example("true", "[x]", "a: b # c", ["a, b", "null", "'", "1.5"])
@settings(max_examples=50, deadline=None)
def test_what_is_serialized_is_read_again(
    title: str, lead: str, author: str, tags: list[str]
) -> None:
    content = ArticleContent(
        title,
        "Thân bài.\n",
        lead=lead,
        author=author,
        tags=tuple(tags),
        date="2025-05-12T08:00:00+07:00",
    )
    text = serialize(content)
    document = parse(text)
    front = document.front_matter
    assert front.get("title", "") == title
    assert front.get("lead", "") == lead
    assert front.get("author", "") == author
    assert front.get("tags", []) == tags
    assert front["date"] == content.date
    assert document.language == "vi"
    assert text.endswith("\n---\n\nThân bài.\n")


@given(
    st.one_of(markdown(), SIGNS),
    st.dictionaries(
        st.sampled_from(["language", "draft", "title", "lead", "note"]),
        st.one_of(LINE.filter(bool), st.booleans()),
        min_size=1,
    ),
)
@settings(max_examples=60, deadline=None)
def test_editing_changes_only_what_is_asked(text: str, changes: dict[str, str | bool]) -> None:
    before = read(text)
    try:
        edited = edit_front_matter(text, changes)
    except InputError:
        assume(False)
        raise
    after = parse(edited)
    expected = {**before.front_matter, **changes}
    assert {key: plain(value) for key, value in after.front_matter.items()} == {
        key: plain(value) for key, value in expected.items()
    }
    bodies = [
        [b.text for b in d.blocks if b.role in ("", "cell", "heading")] for d in (before, after)
    ]
    assert bodies[0] == bodies[1]
    assert edit_front_matter(edited, changes) == edited


@given(st.text(max_size=60))
@settings(max_examples=50, deadline=None)
def test_front_matter_values_survive_any_title(target: str) -> None:
    for front in FRONTS[1:4]:
        document = parse(front)
        rebuilt = rebuild(document, {0: [Piece(0, len(document.blocks[0].text), target)]})
        values = yaml.safe_load(rebuilt.split("---\n")[1])
        assert list(values) == list(document.front_matter)
        assert isinstance(values["title"], str)


@given(st.one_of(WORDS, SIGNS.map(lambda text: "a" + "".join(text.split()) + "b")))
@settings(max_examples=100, deadline=None)
def test_constructs_are_those_that_markdown_it_finds(text: str) -> None:
    document = parse(text)
    assume(len(document.blocks) == 1 and document.blocks[0].role == "")
    reference = MarkdownIt("commonmark").enable("strikethrough").use(footnote_plugin)
    inline = reference.parseInline(document.blocks[0].text)[0].children or []
    ours = Counter(mark.markup for mark in inline_marks(document.blocks[0].text, {}))
    theirs = Counter(token.type for token in inline)
    automatic = sum(token.type == "link_open" and token.info == "auto" for token in inline)
    pairs = theirs["em_open"] + 2 * theirs["strong_open"] + theirs["s_open"]
    assert ours[Markup.EMPHASIS] == pairs
    assert ours[Markup.CODE] == theirs["code_inline"]
    assert ours[Markup.IMAGE] == theirs["image"]
    assert ours[Markup.HTML] == theirs["html_inline"]
    assert ours[Markup.ADDRESS] == automatic
    assert ours[Markup.LINK] == theirs["link_open"] - automatic
