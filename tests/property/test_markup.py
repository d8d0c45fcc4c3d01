"""Whatever the runs of an article's text are, its Markdown says the same words."""

from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from lxml.html import HtmlElement, fromstring
from markdown_it import MarkdownIt

from l10n.importers.inline import clean
from l10n.importers.markup import escape, to_markdown

TEXT = st.text(
    st.one_of(st.sampled_from("aạb ủ1.)-+#>*_[]()!<&;`~\\|=:\n“”"), st.characters(codec="utf-8")),
    max_size=40,
)
INLINE = st.sampled_from(["b", "i", "strong", "em", "span", "a", "code", "u"])
PARSER = MarkdownIt("commonmark").enable("table")


def said(markdown: str) -> str:
    """The words that Markdown renders as, without blanks."""
    html = PARSER.render(markdown)
    return "".join("".join(fromstring(f"<div>{html}</div>").itertext()).split())


def bare(text: str) -> str:
    return "".join(clean(text).split())


@given(TEXT)
def test_escaped_text_says_itself(text: str) -> None:
    assert said(escape(text)) == bare(text)


@given(st.lists(st.tuples(INLINE, TEXT, TEXT), max_size=6))
def test_styled_text_says_the_same(parts: list[tuple[str, str, str]]) -> None:
    paragraph: HtmlElement = fromstring("<p></p>")
    for tag, inside, after in parts:
        element = etree.SubElement(paragraph, tag, href="https://x.example/")
        element.text, element.tail = xml(inside), xml(after)
    words = bare("".join(map(str, paragraph.itertext())))
    assert said(to_markdown(paragraph)) == words


def xml(text: str) -> str:
    """What a tree can hold of `text`."""
    return "".join(c for c in text if c in "\n\t" or (c >= " " and c not in "\ufffe\uffff"))
