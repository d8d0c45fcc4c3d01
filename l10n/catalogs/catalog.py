"""A catalog in memory: the units of one article in one target language."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterable
from pathlib import Path

from l10n.catalogs.conversion import to_unit, write_unit
from l10n.catalogs.message import Message
from l10n.catalogs.parsing import parse, source_line
from l10n.catalogs.writing import message_text
from l10n.errors import InputError
from l10n.model import Unit, unit_id

_FIELD = re.compile(r"^([^:\n]+):[ \t]*(.*)$", re.MULTILINE)
_CHARSET = re.compile(r"charset=([\w.:-]+)", re.IGNORECASE)
_CONVERT = "convert it with `msgconv --to-code=UTF-8`, or with `iconv` if its header is wrong"


class Catalog:
    """The units of one article in one language, in the order of the article.

    What other tools wrote stays byte for byte where no unit changes, and as near to it as
    gettext's form allows where one does.
    """

    def __init__(self, path: Path, messages: Iterable[Message], *, language: str = "") -> None:
        self.path = path
        """The PO file."""
        self.header: Message | None = None
        self.messages: list[Message] = []
        """All but the header, the obsolete ones among them."""
        self.rest = ""
        """Comments after the last message."""
        self.newline = "\n"
        self.mark = b""
        """A byte order mark, where the file begins with one."""
        for message in messages:
            if message.source == "" and message.context is None and not message.obsolete:
                self.header = message
            else:
                self.messages.append(message)
        self.language = self.header_field("Language") or language or path.parent.name
        """BCP 47 tag of the target language."""
        self.article = path.stem
        """Slug of the article."""
        self._stored: bytes | None = None
        self._baseline: bytes | None = None
        self._index: dict[str, Message] = {}
        self.arrange(self.messages)

    @property
    def units(self) -> tuple[Unit, ...]:
        """The units in the order of the file; neither plural messages nor obsolete ones."""
        return tuple(self.unit(m) for m in self.messages if not m.obsolete and not m.plural)

    @property
    def obsolete(self) -> tuple[Unit, ...]:
        """Units that the article no longer has, kept for when their sentences come back."""
        return tuple(self.unit(m) for m in self.messages if m.obsolete and not m.plural)

    @property
    def changed(self) -> bool:
        """Whether the catalog differs from what was read or saved last."""
        return self._rendered() != self._baseline

    def __contains__(self, unit_id: object) -> bool:
        """Whether the catalog has a unit with this id; obsolete ones are not looked at."""
        return unit_id in self._index

    def get(self, unit_id: str) -> Unit | None:
        """The unit with this id, or None; obsolete ones are not looked at."""
        message = self._index.get(unit_id)
        return self.unit(message) if message else None

    def replace(self, unit: Unit) -> None:
        """Writes target, state, people and notes on the draft of the unit with `unit.id`.

        `reviewed` and `approved` are sealed; `translated` and higher drop the previous source,
        because somebody accepted the unit as it is now. Raises KeyError for an unknown id.
        """
        write_unit(self._index[unit.id], unit)
        self.declare_utf8()

    def header_field(self, name: str) -> str:
        """The value of a header field, or "" where there is none."""
        fields = _FIELD.findall(self.header.target) if self.header else []
        return next((value.strip() for key, value in fields if key.lower() == name.lower()), "")

    def unit(self, message: Message) -> Unit:
        """The unit of one of this catalog's messages."""
        return to_unit(message, self.article, self.language)

    def arrange(self, messages: list[Message]) -> None:
        """Takes `messages` as all messages but the header, in this order."""
        self.messages = messages
        self._index = {
            unit_id(m.context or "", m.source): m
            for m in messages
            if not m.obsolete and not m.plural
        }

    def declare_utf8(self) -> None:
        """Makes sure that the header says what the file is written in."""
        if self.header is None:
            self.header = new_header(self.language)
        elif self.header_charset() != "utf-8":
            text = message_text(self.header)
            self.header.target = _CHARSET.sub("charset=UTF-8", self.header.target)
            self.header.text = _CHARSET.sub("charset=UTF-8", text)

    def header_charset(self) -> str:
        """Python's name of the charset that the header declares; "" for none or an unknown one."""
        declared = _CHARSET.search(self.header.target) if self.header else None
        try:
            return codecs.lookup(declared[1]).name if declared else ""
        except LookupError:
            return ""

    def to_bytes(self) -> bytes:
        """The PO file: as it was read as long as nothing changed, blank lines and all."""
        rendered = self._rendered()
        if self._stored is not None and rendered == self._baseline:
            return self._stored
        return rendered

    def remember(self, stored: bytes) -> None:
        """Takes what the catalog is now for what the file holds, which is `stored`."""
        self._stored = stored
        self._baseline = self._rendered()
        self._number()

    def is_stored_as(self, data: bytes) -> bool:
        """Whether a file with these bytes is what the catalog is now."""
        return self._stored == data and not self.changed

    def _rendered(self) -> bytes:
        text = "\n\n".join([*map(message_text, self._all()), *filter(None, [self.rest])]) + "\n"
        return self.mark + text.replace("\n", self.newline).encode()

    def _all(self) -> list[Message]:
        return [self.header, *self.messages] if self.header else self.messages

    def _number(self) -> None:
        """Notes on which line of the file each message stands."""
        if self._stored != self._baseline:
            return
        line = 1
        for message in self._all():
            lines = message_text(message).split("\n")
            message.line = line + source_line(lines)
            line += len(lines) + 1


def new_header(language: str, article: str = "", source_language: str = "") -> Message:
    """A header that `msgfmt --check` has nothing to say about, and without a date."""
    fields = {
        "Project-Id-Version": article or "l10n",
        "PO-Revision-Date": "",
        "Last-Translator": "",
        "Language-Team": "",
        "Language": language,
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "X-Generator": "l10n",
        "X-Source-Language": source_language,
    }
    if not source_language:
        del fields["X-Source-Language"]
    return Message(source="", target="".join(f"{k}: {v}\n" for k, v in fields.items()))


def create(path: Path, *, article: str, source_language: str, language: str) -> Catalog:
    """An empty catalog for `article`; nothing is written."""
    catalog = Catalog(path, [new_header(language, article, source_language)])
    catalog.article = article
    return catalog


def from_bytes(data: bytes, path: Path) -> Catalog:
    """The catalog that a file holds.

    Raises `InputError` for what is no PO file in UTF-8, for merge conflicts and for two
    messages with the same context and source.
    """
    mark = codecs.BOM_UTF8 if data.startswith(codecs.BOM_UTF8) else b""
    try:
        text = data[len(mark) :].decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise InputError("not UTF-8", file=path, line=line, remedy=_CONVERT) from error
    if "\r" in text and "\n" not in text:
        told, remedy = "its lines end in CR alone", "let an editor save it with LF"
        raise InputError(told, file=path, line=1, remedy=remedy)
    newline = "\r\n" if "\r\n" in text else "\n"
    messages, rest = parse(text.replace("\r\n", "\n"), path)
    catalog = Catalog(path, messages)
    catalog.mark, catalog.newline, catalog.rest = mark, newline, rest
    _refuse_other_charsets(catalog)
    _refuse_duplicates(catalog)
    catalog.remember(data)
    return catalog


def _refuse_other_charsets(catalog: Catalog) -> None:
    """A declared charset must be UTF-8 or ASCII; a template's `CHARSET` declares nothing."""
    charset = catalog.header_charset()
    if catalog.header and charset not in ("", "utf-8", "ascii"):
        raise InputError(
            f"declares the charset {charset}, not UTF-8",
            file=catalog.path,
            line=catalog.header.line,
            remedy=_CONVERT,
        )


def _refuse_duplicates(catalog: Catalog) -> None:
    """No second message with the same context and source, obsolete or not; gettext refuses it."""
    seen: dict[tuple[str | None, str], int] = {}
    for message in catalog.messages:
        key = (message.context, message.source)
        if key in seen:
            raise InputError(
                f"the same message as on line {seen[key]}",
                file=catalog.path,
                line=message.line,
                remedy="remove one of the two, or let `msguniq` merge them",
            )
        seen[key] = message.line
