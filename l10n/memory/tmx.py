"""TMX 1.1 to 1.4b (LISA OSCAR), read as a stream, levels 1 and 2, and written as 1.4.

Inline elements become what they stand for where that is text (`hi`, and the text between paired
codes); the codes themselves (`bpt`, `ept`, `it`, `ph`, `ut`) go. No DTD and no entity is fetched.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from l10n.errors import FileError, InputError
from l10n.memory.entry import Entry, folded

MAX_BYTES = 2_000_000_000
MAX_TEXT = 100_000
"""Characters of one text."""
_CODES = {"bpt", "ept", "it", "ph", "ut"}
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def read_tmx(path: Path, source: str, target: str) -> Iterator[Entry]:
    """The pairs of a TMX file from one language into another, in order.

    A language fits by its base (`en-US` is `en`), a regional one that is asked for only itself.
    Raises `FileError` where the file cannot be read, `InputError` with the line where it is no
    TMX.
    """
    from lxml import etree

    _refuse_large(path)
    try:
        with path.open("rb") as file:
            parser = etree.iterparse(
                file, events=("start", "end"), load_dtd=False, no_network=True,
                resolve_entities=False, huge_tree=False,
            )  # fmt: skip
            yield from _entries(parser, path, (source, target))
    except OSError as error:
        raise FileError(f"cannot be read: {error.strerror or error}", file=path) from None
    except etree.XMLSyntaxError as error:
        line = error.lineno or 1
        told = (error.msg or "").partition(",")[0][:120]
        raise InputError(f"no well-formed XML: {told}", file=path, line=line) from None


def _refuse_large(path: Path) -> None:
    try:
        if path.stat().st_size > MAX_BYTES:
            raise InputError(f"larger than {MAX_BYTES:,} bytes", file=path)
    except OSError as error:
        raise FileError(f"cannot be read: {error.strerror or error}", file=path) from None


def _entries(parser: Any, path: Path, pair: tuple[str, str]) -> Iterator[Entry]:
    from lxml import etree

    depth = 0
    for event, element in parser:
        if event == "start":
            depth += 1
            if depth == 1:
                _check_root(element, path)
            continue
        depth -= 1
        if not isinstance(element.tag, str) or etree.QName(element).localname != "tu":
            continue
        found = _pair(element, pair, path)
        if found:
            yield found
        element.clear()
        # Siblings that were read would else stay until the end.
        while element.getprevious() is not None:
            del element.getparent()[0]


def _check_root(element: Any, path: Path) -> None:
    document = element.getroottree().docinfo
    if document.internalDTD is not None and any(document.internalDTD.iterentities()):
        raise InputError(
            "it declares entities", file=path, line=1, remedy="take them out of the DOCTYPE"
        )
    if element.tag != "tmx":
        raise InputError(
            f"no TMX: it begins with <{element.tag}>", file=path, line=element.sourceline,
            remedy="export it as TMX 1.4",
        )  # fmt: skip


def _pair(unit: Any, pair: tuple[str, str], path: Path) -> Entry | None:
    texts: list[str | None] = [None, None]
    for variant in unit.iter("tuv"):
        language = variant.get(_LANG) or variant.get("lang") or ""
        for index, wanted in enumerate(pair):
            if texts[index] is None and _fits(language, wanted):
                segment = variant.find("seg")
                texts[index] = "" if segment is None else folded(_text(segment))
                break
    source, target = texts
    if not source or not target:
        return None
    if len(source) > MAX_TEXT or len(target) > MAX_TEXT:
        raise InputError(
            f"a text of more than {MAX_TEXT:,} characters", file=path, line=unit.sourceline
        )
    context = next((p.text or "" for p in unit.iter("prop") if p.get("type") == "x-context"), "")
    return Entry(source, target, context, path.name)


def _fits(language: str, wanted: str) -> bool:
    language, wanted = (tag.lower().replace("_", "-") for tag in (language, wanted))
    return language == wanted or ("-" not in wanted and language.partition("-")[0] == wanted)


def _text(element: Any) -> str:
    parts = [element.text or ""]
    for child in element:
        if isinstance(child.tag, str) and child.tag not in _CODES:
            parts.append(_text(child))
        parts.append(child.tail or "")
    return "".join(parts)


def write_tmx(entries: Iterable[Entry], source: str, target: str) -> Iterator[str]:
    """The lines of a TMX 1.4 file with the pairs; equal pairs make equal bytes."""
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield '<tmx version="1.4">'
    yield (
        '  <header creationtool="l10n" creationtoolversion="1" segtype="sentence" o-tmf="l10n" '
        f'adminlang="en" srclang={quoteattr(source)} datatype="plaintext"/>'
    )
    yield "  <body>"
    for entry in entries:
        yield "    <tu>"
        if entry.origin:
            yield f'      <prop type="x-article">{_escaped(entry.origin)}</prop>'
        if entry.context:
            yield f'      <prop type="x-context">{_escaped(entry.context)}</prop>'
        for language, text in ((source, entry.source), (target, entry.target)):
            yield f"      <tuv xml:lang={quoteattr(language)}><seg>{_escaped(text)}</seg></tuv>"
        yield "    </tu>"
    yield "  </body>"
    yield "</tmx>"


def _escaped(text: str) -> str:
    """Without what XML 1.0 has no place for."""
    kept = "".join(c for c in text if c in "\t\n\r" or (c >= " " and c not in "\ufffe\uffff"))
    return escape(kept.encode("utf-8", "replace").decode())
