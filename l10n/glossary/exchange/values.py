"""Texts of exchange files, brought into the form that glossary files have, or refused."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Container
from datetime import date

from l10n.errors import InputError
from l10n.glossary.wording import problem, regular_term

_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,99}")
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_MARKS = re.compile("[\u0300-\u036f]+")
_MAX_SUGGESTION = 60


class Values:
    """Checks the values of one file; every error names the file and a line."""

    def __init__(self, file: str) -> None:
        self.file = file

    def error(self, message: str, line: int | None, remedy: str) -> InputError:
        """An error at a line of the file."""
        return InputError(message, file=self.file, line=line, remedy=remedy)

    def wording(self, text: str, line: int) -> str:
        """The text of a term, as glossary files have it."""
        regular = regular_term(text)
        if wrong := problem(regular):
            raise self.error(wrong[0], line, wrong[1])
        return regular

    def language(self, tag: str | None, line: int) -> str:
        """A BCP 47 tag, its first part in small letters."""
        first, *others = (tag or "").strip().replace("_", "-").split("-")
        regular = "-".join((first.lower(), *others))
        if not _LANGUAGE.fullmatch(regular):
            what = f"{tag[:40]!r} is no language" if tag else "a group of terms has no language"
            raise self.error(what, line, "write a tag, such as vi, en or zh-Hant")
        return regular

    def day(self, text: str, line: int) -> date:
        """A day, written as `2025-07-01`."""
        try:
            if _DATE.fullmatch(text):
                return date.fromisoformat(text)
        except ValueError:
            pass
        raise self.error(f"{text[:60]!r} is not a date", line, "write it as 2025-07-01")

    def choice(self, word: str, known: tuple[str, ...], what: str, line: int) -> str:
        """One of the known words."""
        if word not in known:
            remedy = f"known are {', '.join(known)}"
            raise self.error(f"unknown {what} {word[:60]!r}", line, remedy)
        return word


def is_id(text: str) -> bool:
    """Whether the text can be a concept's id."""
    return _ID.fullmatch(text) is not None


def is_language(text: str) -> bool:
    """Whether the text has the shape of a BCP 47 tag."""
    return _LANGUAGE.fullmatch(text) is not None


def one_line(text: str) -> str:
    """The text with single spaces, as notes and sources are kept."""
    return " ".join(text.split())


def suggested_id(text: str, *, domain: str = "", taken: Container[str] = ()) -> str:
    """An id made of the domain and a wording: `party` and `Bộ Chính trị` give `party-bo-chinh-tri`.

    Vietnamese loses its marks; a wording without Latin letters gives six digits of its hash. An
    id that is `taken` gets a number.
    """
    slug = _slug(text) or hashlib.sha256(text.encode()).hexdigest()[:6]
    area = _slug(domain)
    stem = f"{area}-{slug}" if area and slug != area else slug
    if len(stem) > _MAX_SUGGESTION:
        stem = stem[: _MAX_SUGGESTION + 1].rpartition("-")[0] or stem[:_MAX_SUGGESTION]
    suggestion, number = stem, 1
    while suggestion in taken:
        number += 1
        suggestion = f"{stem}-{number}"
    return suggestion


def _slug(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text.casefold().replace("đ", "d"))
    return "-".join(re.findall(r"[a-z0-9]+", _MARKS.sub("", plain)))
