"""TMX 1.1 to 1.4b (LISA OSCAR), read as a stream, levels 1 and 2, and written as 1.4.

Inline elements become what they stand for where that is text (`hi`, and the text between paired
codes); the codes themselves (`bpt`, `ept`, `it`, `ph`, `ut`) go. No DTD and no entity is fetched.
"""

from __future__ import annotations

import re
import stat
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from l10n.errors import FileError, InputError
from l10n.memory.entry import Entry

MAX_BYTES = 2_000_000_000
MAX_TEXT = 100_000
"""Characters of one text."""
_CODES = {"bpt", "ept", "it", "ph", "ut", ""}
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_SCRIPTS = {
    **dict.fromkeys(("zh-cn", "zh-sg", "zh-chs", "zh-hans-cn"), "zh-hans"),
    **dict.fromkeys(("zh-tw", "zh-hk", "zh-mo", "zh-cht", "zh-hant-tw"), "zh-hant"),
}
"""What regions write in, where a language is written in two ways."""
_PACKED = {
    b"\x1f\x8b": ("packed with gzip", "unpack it first: gzip -d"),
    b"PK\x03\x04": ("a zip archive", "unpack it first: unzip"),
}
"""First bytes of what holds a TMX file, what it is, what to do."""
_WIDE = re.compile(
    rb"<\?xml[^>]*\bencoding\s*=\s*[\"']((?:UTF|UCS)-?(?:16|2|32|4)\w*)", re.IGNORECASE
)
"""A declaration in letters of one byte that says they have two or four."""
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def read_tmx(path: Path, source: str, target: str) -> Iterator[Entry]:
    """The pairs of a TMX file from one language into another, in order.

    A language fits by its base (`en-US` is `en`), a regional one that is asked for only itself.
    Raises `FileError` where the file cannot be read, `InputError` with the line where it is no
    TMX.
    """
    from lxml import etree

    _refused(path)
    try:
        with path.open("rb") as file:
            parser = etree.iterparse(
                file, events=("end",), tag="{*}tu", load_dtd=False, no_network=True,
                resolve_entities=False, huge_tree=False,
            )  # fmt: skip
            yield from _entries(parser, path, (source, target))
    except OSError as error:
        raise FileError(f"cannot be read: {error.strerror or error}", file=path) from None
    except etree.XMLSyntaxError as error:
        line = error.lineno or 1
        told = (error.msg or "").partition(",")[0][:120]
        remedy = "export it anew as TMX 1.4, in UTF-8"
        raise InputError(
            f"no well-formed XML: {told}", file=path, line=line, remedy=remedy
        ) from None


def _refused(path: Path) -> None:
    try:
        told = path.stat()
        if told.st_size > MAX_BYTES:
            raise InputError(f"larger than {MAX_BYTES:,} bytes", file=path)
        if stat.S_ISFIFO(told.st_mode):  # which can be read once, and would be waited for
            raise InputError("a pipe", file=path, remedy="write it into a file first")
        with path.open("rb") as file:
            _refuse_foreign(file.read(200), path)
    except OSError as error:
        raise FileError(f"cannot be read: {error.strerror or error}", file=path) from None


def _refuse_foreign(head: bytes, path: Path) -> None:
    """What a parser would only say of that it is no XML."""
    for mark, (told, remedy) in _PACKED.items():
        if head.startswith(mark):
            raise InputError(told, file=path, remedy=remedy)
    if wide := _WIDE.match(head):
        told = f"declares {wide[1].decode()}, and is not"
        remedy = 'write encoding="UTF-8" in its first line, if it is that'
        raise InputError(told, file=path, line=1, remedy=remedy)


def _entries(parser: Any, path: Path, pair: tuple[str, str]) -> Iterator[Entry]:
    checked = False
    for _, element in parser:
        if not checked:
            _check_root(element.getroottree().getroot(), path)
            checked = True
        yield from _pairs(element, pair, path)
        element.clear()
        # Siblings that were read would else stay until the end.
        while element.getprevious() is not None:
            del element.getparent()[0]
    if not checked:
        _check_root(parser.root, path)


def _check_root(element: Any, path: Path) -> None:
    document = element.getroottree().docinfo
    if document.internalDTD is not None and any(document.internalDTD.iterentities()):
        raise InputError(
            "it declares entities", file=path, line=1, remedy="take them out of the DOCTYPE"
        )
    if _name(element.tag) != "tmx":
        raise InputError(
            f"no TMX: it begins with <{element.tag}>", file=path, line=element.sourceline,
            remedy="export it as TMX 1.4",
        )  # fmt: skip


@lru_cache(maxsize=1024)
def _name(tag: object) -> str:
    """A tag without a namespace; "" for those of comments and the like."""
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def _pairs(unit: Any, pair: tuple[str, str], path: Path) -> Iterator[Entry]:
    """The first text in the source language, with each in the target language."""
    source, targets, context = "", [], ""
    for child in unit:
        name = _name(child.tag)
        if name == "tuv":
            language = child.get(_LANG) or child.get("lang") or ""
            if _fits(language, pair[0]):
                source = source or _segment(child)
            elif _fits(language, pair[1]):
                targets.append(_segment(child))
        elif name == "prop" and child.get("type") == "x-context":
            context = child.text or ""
    targets = list(dict.fromkeys(filter(None, targets))) if source else []
    if targets and max(map(len, [source, *targets])) > MAX_TEXT:
        raise InputError(
            f"a text of more than {MAX_TEXT:,} characters", file=path, line=unit.sourceline
        )
    for target in targets:
        yield Entry(source, target, context, path.name)


def _segment(variant: Any) -> str:
    for child in variant:
        if _name(child.tag) == "seg":
            # White space inside a segment is significant (TMX 1.4b, <seg>).
            return unicodedata.normalize("NFC", _text(child)).strip()
    return ""


@lru_cache(maxsize=1024)
def _fits(language: str, wanted: str) -> bool:
    language, wanted = (tag.lower().replace("_", "-") for tag in (language, wanted))
    base = language.partition("-")[0]
    return wanted in (language, base, _SCRIPTS.get(language))


def _text(element: Any) -> str:
    if not len(element):
        return element.text or ""
    parts = [element.text or ""]
    for child in element:
        if _name(child.tag) not in _CODES:
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
    return escape(_NOT_XML.sub("", text), {"\r": "&#13;"})
