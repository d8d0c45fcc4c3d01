"""Checks of whether a unit is translated at all."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from l10n.checks.base import Problem, Subject
from l10n.checks.naming import people, places
from l10n.checks.text import language, too_long, vietnamese
from l10n.model import Severity


class Untranslated:
    """A unit without a target."""

    id = "untranslated"
    severity = Severity.ERROR
    description = "The unit has no translation."
    needs_target = False

    def problems(self, subject: Subject) -> Iterator[Problem]:
        """See `description`."""
        if not subject.unit.target.strip():
            yield Problem("not translated")


class EqualsSource:
    """A target that is its source; names are, and a single word may be a loan word."""

    id = "equals-source"
    severity = Severity.WARNING
    description = "The translation is the same as the source."
    needs_target = True

    def problems(self, subject: Subject) -> Iterator[Problem]:
        """See `description`."""
        source, target = subject.unit.source, subject.unit.target
        unlike = source[:1].casefold() != target[:1].casefold()
        if unlike or _folded(source) != _folded(target) or len(source.strip()) < 2:
            return
        tag = subject.source_language
        one = len(source.split()) == 1
        if (
            _is_everyday(source, tag, language(subject.unit.language))
            if one
            else not _is_name(source, tag)
        ):
            yield Problem(
                "the translation is the same as the source", Severity.INFO if one else None
            )


def _is_everyday(word: str, source: str, target: str) -> bool:
    """Whether a word is one of its language, and no name nor a word of the target's."""
    if source == "vi":
        return not word.isascii() and vietnamese(word) and not any(places(word))
    return _in_dictionary(word, source) and not _in_dictionary(word, target)


def _in_dictionary(word: str, tag: str) -> bool:
    from l10n.lexicon import is_known

    try:
        return is_known(word.lower(), tag)
    except ValueError:  # a language without a dictionary
        return False


def _is_name(text: str, source: str) -> bool:
    """Whether a Vietnamese text is nothing but a name: a place, a person, `Premier League`."""
    if source != "vi" or not all(w[0].isupper() or w[0].isdigit() for w in text.split()):
        return False
    return text.isascii() or text in {*places(text), *people(text)}


class TooLong:
    """A text that no check reads to its end."""

    id = "too-long"
    severity = Severity.ERROR
    description = "A unit is a sentence, and not so long that the checks cannot read it."
    needs_target = False

    def problems(self, subject: Subject) -> Iterator[Problem]:
        """See `description`; the checks of texts leave such a unit alone."""
        told = too_long(subject.unit.source) or too_long(subject.unit.target)
        if told:
            yield Problem(told)


def _folded(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).casefold().split())
