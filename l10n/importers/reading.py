"""Reads a source, whatever it is: decides its kind and hands it to the importer for that."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import BinaryIO
from urllib.parse import unquote, urlsplit

from l10n.errors import FileError, InputError, UsageError
from l10n.importers.decoding import MAX_BYTES, decode, gunzip, refuse_foreign, too_large
from l10n.model import ArticleContent

_SCHEME = re.compile(r"([a-z][a-z0-9+.-]+)://", re.IGNORECASE)
_HTML = re.compile(
    r"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,2000}?-->\s*)*"
    r"<(?:!doctype\s+html|html|head|body|meta|title|article|main|section|div|p|h1)\b",
    re.IGNORECASE | re.DOTALL,
)
_MARKDOWN_SUFFIXES = frozenset((".md", ".markdown", ".mdown", ".mkd"))
_HTML_SUFFIXES = frozenset((".html", ".htm", ".xhtml"))
_MARKDOWN_BLOCK = re.compile(
    r"^(?:#{1,6} \S|!\[[^\]\n]{0,500}\]\([^)\n]{1,500}\)\s*$)", re.MULTILINE
)
_FRONT_MATTER = re.compile(r"\ufeff?---[ \t]*\r?\n[\"']?[\w-]+[\"']?[ \t]*:")


def read_source(
    source: str,
    *,
    language: str | None = None,
    allow_private: bool = False,
    stdin: BinaryIO | None = None,
) -> ArticleContent | str:
    """The article in `source`: a path, an http(s) address, or `-` for standard input.

    The kind is told by what the content looks like, then by the suffix: web page (also gzip),
    DOCX, Markdown, else text that somebody copied from a page. A Markdown file whose front matter
    has a title comes back as its whole text, unchanged. `language` is the article's BCP 47
    tag where the source does not say it. Private addresses are asked only with `allow_private`.

    Raises `FileError` for what cannot be read and `InputError` for what is no article: empty,
    binary, not UTF-8, a list page, more than 20 MB.
    """
    scheme = _SCHEME.match(source)
    if scheme is None:
        return _from_bytes(*_read(source, stdin), language)
    if scheme[1].lower() not in ("http", "https"):
        raise UsageError(
            f"{scheme[1]} addresses are not read", remedy="give an http or https address or a file"
        )
    return _from_address(source, language, allow_private)


def _read(source: str, stdin: BinaryIO | None) -> tuple[bytes, str]:
    """The content of a file or of standard input, and the name that errors give it."""
    if source == "-":
        data, name = (stdin or sys.stdin.buffer).read(MAX_BYTES + 1), "standard input"
    else:
        data, name = _read_file(Path(source)), source
    if len(data) > MAX_BYTES:
        raise too_large(name)
    return gunzip(data, name), name


def _read_file(path: Path) -> bytes:
    try:
        if path.is_dir():
            raise FileError("is a folder", file=path, remedy="name the files in it")
        with path.open("rb") as stream:
            if path.stat().st_size > MAX_BYTES:
                raise too_large(str(path))
            return stream.read(MAX_BYTES + 1)
    except FileNotFoundError:
        raise FileError("there is no such file", file=path, remedy="check the path") from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise FileError(f"cannot be read: {reason}", file=path) from error


def _from_address(address: str, language: str | None, allow_private: bool) -> ArticleContent | str:
    from l10n.importers import fetch  # httpx is needed for addresses alone

    page = fetch.fetch(address, allow_private=allow_private)
    name = unquote(urlsplit(page.url).path.rpartition("/")[2])
    data = gunzip(page.data, address)
    if "html" in page.content_type or looks_like_html(data):
        return _from_html(data, page.url, language)
    return _from_bytes(data, address, language, suffix=Path(name).suffix)


def _from_bytes(
    data: bytes, name: str, language: str | None, suffix: str | None = None
) -> ArticleContent | str:
    """The article in `data`; `suffix` is that of `name` unless given."""
    path = Path(name.removesuffix(".gz"))
    suffix = (path.suffix if suffix is None else suffix).lower()
    if data.startswith(b"PK\x03\x04") or (suffix == ".docx" and data[:2] == b"PK"):
        from l10n.importers import docx  # mammoth is needed for Word files alone

        return docx.from_docx(data, name=name, language=language)
    refuse_foreign(data, name)
    if suffix == ".docx":
        raise InputError("is not a Word file", file=name, remedy="save it as .docx once more")
    if suffix in _HTML_SUFFIXES or (suffix not in _MARKDOWN_SUFFIXES and looks_like_html(data)):
        return _from_html(data, name, language)
    return _from_text(decode(data, name), name, suffix, language)


def _from_text(text: str, name: str, suffix: str, language: str | None) -> ArticleContent | str:
    from l10n.importers import markdown, pasted

    if suffix in _MARKDOWN_SUFFIXES or looks_like_markdown(text):
        return markdown.from_text(text, name=name, language=language)
    return pasted.from_text(text, name=name, language=language)


def _from_html(data: bytes, name: str, language: str | None) -> ArticleContent:
    from l10n.importers import web  # lxml and trafilatura are needed for pages alone

    return web.from_html(data, name, language=language)


def looks_like_html(data: bytes) -> bool:
    """Whether `data` begins as a page does."""
    return _HTML.match(data[:4_000].decode("utf-8", "replace").lstrip("\ufeff")) is not None


def looks_like_markdown(text: str) -> bool:
    """Whether `text` has front matter, or headings or photos as only Markdown writes them."""
    return bool(_FRONT_MATTER.match(text) or _MARKDOWN_BLOCK.search(text[:100_000]))
