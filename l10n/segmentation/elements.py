"""A tiny reader of XML that keeps line numbers and takes no document type, hence no entities."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.parsers import expat


class XmlError(ValueError):
    """Not well-formed, or with a document type; `line` is where, from 1."""

    def __init__(self, message: str, line: int) -> None:
        super().__init__(message)
        self.line = line


@dataclass(slots=True)
class Element:
    """An element; its name is `{namespace}name`."""

    name: str
    attributes: dict[str, str]
    line: int
    """Line of its start tag, from 1."""
    text: str = ""
    """Character data directly inside it."""
    children: list[Element] = field(default_factory=list)

    def all(self, name: str) -> Iterator[Element]:
        """The children of that name."""
        return (child for child in self.children if child.name == name)

    def text_of(self, name: str) -> str:
        """The text of the first child of that name, or ""."""
        return next((child.text for child in self.all(name)), "")


def parse(content: bytes) -> Element:
    """The root element; raises XmlError."""
    top = Element("", {}, 1)
    open_elements = [top]
    parser = expat.ParserCreate(namespace_separator="}")
    parser.buffer_text = True

    def start(name: str, attributes: dict[str, str]) -> None:
        name = "{" + name if "}" in name else name
        element = Element(name, attributes, parser.CurrentLineNumber)
        open_elements[-1].children.append(element)
        open_elements.append(element)

    def text(data: str) -> None:
        open_elements[-1].text += data

    def refuse(*_: object) -> None:
        raise XmlError("a document type is not allowed", parser.CurrentLineNumber)

    parser.StartElementHandler = start
    parser.EndElementHandler = lambda _: open_elements.pop()
    parser.CharacterDataHandler = text
    parser.StartDoctypeDeclHandler = refuse
    try:
        parser.Parse(content, True)
    except (expat.ExpatError, LookupError, ValueError) as error:
        if isinstance(error, XmlError):
            raise
        message = f"no well-formed XML: {str(error).partition(': line')[0]}"
        raise XmlError(message, parser.CurrentLineNumber) from error
    return top.children[0]
