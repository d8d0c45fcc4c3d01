"""Reads XML that comes from anywhere: bounded, without entities, DTDs or the network.

A DOCTYPE may name a DTD of TBX, as old files do: it is never fetched. Any other, and one with
declarations of its own, is refused before the parser proper sees the file.
"""

from __future__ import annotations

import io
import re
from collections.abc import Collection, Iterator
from typing import Any, NoReturn
from xml.parsers import expat

from lxml import etree

from l10n.errors import InputError

MAX_BYTES = 50_000_000


class _Prolog(Exception):
    """The prolog has been read."""


def elements(data: bytes, names: Collection[str], *, file: str) -> Iterator[etree._Element]:
    """The document's root, then each element with one of these local names when it is complete.

    Clear an element when you are done with it, to keep memory flat; of the root, only the name
    and the attributes can be relied on. Raises `InputError` with the line for anything that is
    not plain, bounded XML.
    """
    if len(data) > MAX_BYTES:
        remedy = "split the file"
        raise InputError(f"is larger than {MAX_BYTES // 1_000_000} MB", file=file, remedy=remedy)
    has_doctype = _check_doctype(data, file)
    last = next(_parsed(data, file, events=("start",)))
    yield last
    for element in _parsed(data, file, events=("end",), tag=[f"{{*}}{name}" for name in names]):
        if has_doctype:
            # An entity of an external DTD may stand here; elsewhere the parser refuses it.
            _refuse_entities(element, file)
        last = element
        yield element
    if has_doctype:
        _refuse_entities(last, file)


def _parsed(data: bytes, file: str, **wanted: Any) -> Iterator[etree._Element]:
    events: Any = etree.iterparse(
        io.BytesIO(data),
        resolve_entities=False,
        load_dtd=False,
        no_network=True,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
        collect_ids=False,
        **wanted,
    )
    try:
        for _, element in events:
            yield element
    except etree.XMLSyntaxError:
        # The first thing that went wrong says more than what came of it.
        first = next((entry for entry in events.error_log if entry.line), None)
        line = first.line if first else data.count(b"\n") + 1
        message = " ".join(first.message.split()) if first else "it ends too early"
        _refuse(f"is no well-formed XML: {message}", file, line, "export the file anew")


def line_of(element: etree._Element) -> int:
    """The line on which an element begins, from 1; it may be the next one past line 65,535."""
    line: Any = element.sourceline
    return line or 1


def text_of(element: etree._Element) -> str:
    """The text of an element and of what is in it."""
    return "".join(map(str, element.itertext())) if len(element) else element.text or ""


def _refuse_entities(element: etree._Element, file: str) -> None:
    """Refuses an entity in an element, and anywhere in front of it."""
    root = element.getroottree().getroot()
    for node in root.iter(etree.Entity):
        what = f"refers to an entity: {node.text or ''}"[:60]
        place = node.getparent()
        line = line_of(element if place is None else place)
        _refuse(what, file, line, "write the characters themselves")


_KNOWN_DTD = re.compile(r"(?:\./)?TBX\w*\.dtd")
"""What TBX version 2 files name, as a file beside them; it is not read."""


def _check_doctype(data: bytes, file: str) -> bool:
    """Whether there is a DOCTYPE, which may not declare anything, nor name what is no TBX.

    Reads as far as the root element, with a parser that expands nothing.
    """
    parser = expat.ParserCreate()
    seen: list[str] = []

    def doctype(name: str, system: str | None, _public: str | None, subset: int) -> None:
        seen.append(name)
        if system and not _KNOWN_DTD.fullmatch(system):
            _refuse(
                f"its DOCTYPE {name[:40]} names an external DTD",
                file,
                parser.CurrentLineNumber,
                "take the DOCTYPE out; none is ever fetched",
            )
        if subset:
            _refuse(
                f"its DOCTYPE {name[:40]} declares things of its own",
                file,
                parser.CurrentLineNumber,
                "take the [...] out of the DOCTYPE, or export the file without one",
            )

    def root(_name: str, _attributes: dict[str, str]) -> NoReturn:
        raise _Prolog

    parser.StartDoctypeDeclHandler = doctype
    parser.StartElementHandler = root
    try:
        parser.Parse(data, True)
    except _Prolog:
        pass
    except expat.ExpatError as error:
        _refuse(
            f"is no well-formed XML: {expat.ErrorString(error.code)}",
            file,
            error.lineno,
            "export the file anew",
        )
    except (LookupError, ValueError):
        _refuse("has an encoding that is not read", file, 1, "save the file as UTF-8")
    return bool(seen)


def _refuse(message: str, file: str, line: int | None, remedy: str) -> NoReturn:
    raise InputError(message, file=file, line=line, remedy=remedy)
