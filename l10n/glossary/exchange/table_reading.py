"""Tables to entries: our own, other tools' with a header, and bare lists of two columns."""

from __future__ import annotations

import difflib
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from l10n.errors import InputError, UsageError
from l10n.glossary.exchange.cells import BadMark, guarded, lines, parsed_term, unguarded
from l10n.glossary.exchange.decoding import Row, rows_of, text_of
from l10n.glossary.exchange.delivery import Delivery, Entry, Wording
from l10n.glossary.exchange.headers import (
    KNOWN,
    OTHERS,
    bare,
    columns_of,
    is_foreign,
    is_spoken,
)
from l10n.glossary.exchange.values import Values, is_id, is_language, one_line
from l10n.glossary.folding import folded
from l10n.glossary.loading import CASES, TARGET_CASES
from l10n.model import Status

_TRUTH = {"true": True, "yes": True, "1": True, "false": False, "no": False, "0": False}


def read_table(
    data: bytes,
    *,
    file: str,
    separator: str | None = None,
    language: str = "vi",
    to: str | None = None,
    languages: Collection[str] = (),
) -> Delivery:
    """The entries of a table, in its order.

    The first row is a header where its cells are names of columns. Without one the table is a
    list: the terms of `language`, those of `to`, and notes. `languages` are tags that a
    header may hold without an `id` beside them. Raises `InputError` with the line for what is no
    table or cannot be in a glossary, `UsageError` where a list needs `to`.
    """
    rows = rows_of(text_of(data, file=file), file=file, separator=separator)
    reader = _Reader(file)
    if not rows:
        remedy = "begin it with a row such as vi,en, and give each concept a row"
        raise InputError("is empty", file=file, remedy=remedy)
    columns = columns_of(rows[0][1], {*languages, language, *([to] if to else [])})
    if columns is None:
        columns = bare(len(rows[0][1]))
    else:
        reader.check_columns(columns, rows[0], {*languages, language})
        rows = rows[1:]
    if language == "vi" and is_foreign(columns, rows):
        raise UsageError(
            f"{file} has no Vietnamese in its first column",
            remedy="begin it with a row that names its columns, such as en,vi",
        )
    tags = {"source language": language, "target language": to}
    if "target language" in columns and to is None:
        raise UsageError(
            f"{file} does not say the language of its second column", remedy="say it with --to"
        )
    columns = [tags.get(column) or column for column in columns]
    entries = [entry for row in rows if (entry := reader.entry(columns, row)) is not None]
    return Delivery(file, tuple(_together(entries, language)), reader.left)


def entry_of(fields: Mapping[str, Sequence[str]]) -> Entry:
    """The entry that a row with these columns would be.

    Columns are languages and the fields of a concept; each value stands for a line of its cell.
    Raises `InputError` for a value that cannot be, and where there is no term.
    """
    columns = ["id", *(name for name in fields if name != "id")]
    cells = [guarded("\n".join(fields.get(name, ()))) for name in columns]
    reader = _Reader("")
    entry = reader.entry(columns, (1, cells))
    if entry is None:
        raise InputError("a concept has no terms", remedy="give it one")
    return entry


def _is_tag(column: str) -> bool:
    # `id` has the shape of a tag too.
    return column not in KNOWN and is_language(column)


class _Reader:
    """Reads the rows of one file."""

    def __init__(self, file: str) -> None:
        self.left: Counter[str] = Counter()
        self._values = Values(file)
        self._lines: dict[str, int] = {}

    def check_columns(
        self, columns: Sequence[str], header: Row, languages: Collection[str]
    ) -> None:
        """Refuses a column that stands twice, and one that is nearly a known one."""
        for index, column in enumerate(columns):
            if column and column != "note" and column in columns[:index]:
                raise self._values.error(
                    f"column {column[:60]!r} stands twice", header[0], "keep one of the two"
                )
            near = difflib.get_close_matches(column, KNOWN, n=1, cutoff=0.75)
            if _is_tag(column) and column not in languages and not is_spoken(column):
                near = difflib.get_close_matches(column, languages, n=1, cutoff=0.6)
            if near and column not in (*KNOWN, *OTHERS.values()):
                remedy = f"did you mean {near[0]!r}?"
                raise self._values.error(f"unknown column {column[:60]!r}", header[0], remedy)
        pair = ("source language", "target language")
        if not any(column in pair or _is_tag(column) for column in columns):
            remedy = "name a column by its language, such as vi"
            raise self._values.error("has no terms", header[0], remedy)

    def entry(self, columns: Sequence[str], row: Row) -> Entry | None:
        """The concept of one row, or None for a row without terms."""
        line, cells = row
        if len(cells) > len(columns) and any(cell.strip() for cell in cells[len(columns) :]):
            what = f"the row has {len(cells)} cells, the first one {len(columns)}"
            raise self._values.error(what, line, "put quotation marks about a cell with separators")
        given: dict[str, list[str]] = {}
        wordings: dict[str, tuple[Wording, ...]] = {}
        for column, raw in zip(columns, cells, strict=False):
            found = lines(unguarded(raw.lstrip(" ")))
            if not found:
                continue
            if column in KNOWN:
                given.setdefault(column, []).extend(found)
            elif _is_tag(column):
                wordings[column] = self._wordings(found, line, ours="id" in columns)
            else:
                self.left[f"column {column[:40]!r}"] += 1
        if not wordings:
            if given:
                raise self._values.error("a concept has no terms", line, "write one, or delete it")
            return None
        return self._entry(given, wordings, line)

    def _entry(
        self, given: Mapping[str, list[str]], wordings: Mapping[str, tuple[Wording, ...]], line: int
    ) -> Entry:
        days = {
            name: self._values.day(given[name][0], line)
            for name in ("valid_from", "valid_to")
            if name in given
        }
        verified = one_line(" ".join(given.get("verified", ()))).lower()
        if verified:
            self._values.choice(verified, tuple(_TRUTH), "verified", line)
        return Entry(
            id=self._id(" ".join(given.get("id", ())), line),
            line=line,
            wordings=wordings,
            domain=one_line(" ".join(given.get("domain", ()))),
            guards=self._texts(given.get("guards", ()), line),
            ambiguous=self._texts(given.get("ambiguous", ()), line),
            case=self._choice(given, "case", CASES, line),
            target_case=self._choice(given, "target_case", TARGET_CASES, line),
            valid_from=days.get("valid_from"),
            valid_to=days.get("valid_to"),
            verified=_TRUTH.get(verified),
            source=tuple(map(one_line, given.get("source", ()))),
            note=one_line(" ".join(given.get("note", ()))),
        )

    def _id(self, id_: str, line: int) -> str:
        if not id_:
            return ""
        if not is_id(id_):
            remedy = "use up to 100 letters without marks, digits, `-`, `_` and `.`"
            raise self._values.error(f"{id_[:60]!r} cannot be an id", line, remedy)
        if id_ in self._lines:
            remedy = f"it stands in line {self._lines[id_]} too"
            raise self._values.error(f"id {id_!r} is used twice", line, remedy)
        self._lines[id_] = line
        return id_

    def _texts(self, texts: Iterable[str], line: int) -> tuple[str, ...]:
        return tuple(self._values.wording(text, line) for text in texts)

    def _choice(
        self, given: Mapping[str, list[str]], name: str, known: tuple[str, ...], line: int
    ) -> str:
        word = " ".join(given.get(name, ()))
        return self._values.choice(word, known, name, line) if word else ""

    def _wordings(self, texts: Sequence[str], line: int, *, ours: bool) -> tuple[Wording, ...]:
        words: dict[str, Wording] = {}
        for text in texts:
            word = self._wording(text, line, ours=ours)
            if word.text in words:
                self.left["term that stands twice"] += 1
            words.setdefault(word.text, word)
        given = list(words.values())
        return tuple(_placed(given) if ours else given)

    def _wording(self, text: str, line: int, *, ours: bool) -> Wording:
        try:
            word = parsed_term(text)
        except BadMark as error:
            raise self._values.error(str(error), line, error.remedy) from None
        forms = tuple(self._values.wording(form, line) for form in word.forms)
        kind = word.kind or ("term" if ours else None)
        return replace(word, text=self._values.wording(word.text, line), kind=kind, forms=forms)


def _placed(words: Sequence[Wording]) -> Iterable[Wording]:
    """Terms of our own tables: where there is no mark, the place says the status."""
    chosen = next((i for i, w in enumerate(words) if w.status is Status.PREFERRED), 0)
    for index, word in enumerate(words):
        default = Status.PREFERRED if index == chosen else Status.ADMITTED
        yield replace(word, status=word.status or default)


def _together(entries: Iterable[Entry], language: str) -> list[Entry]:
    """The entries, with rows of a list that have one source term made one."""
    result: list[Entry] = []
    places: dict[str, int] = {}
    for entry in entries:
        words = entry.wordings.get(language)
        key = folded(words[0].text) if words and not entry.id else ""
        if not key or key not in places:
            if key:
                places[key] = len(result)
            result.append(entry)
            continue
        first = result[places[key]]
        result[places[key]] = _joined(first, entry)
    return result


def _joined(first: Entry, second: Entry) -> Entry:
    wordings = dict(first.wordings)
    for tag, words in second.wordings.items():
        known = {word.text for word in wordings.get(tag, ())}
        wordings[tag] = (
            *wordings.get(tag, ()),
            *(word for word in words if word.text not in known),
        )
    notes = dict.fromkeys(filter(None, (first.note, second.note)))
    return replace(first, wordings=wordings, note=" ".join(notes))
