"""The glossary: concepts by id, looked up in sources and verified in targets."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property, lru_cache
from operator import itemgetter
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from l10n.glossary.loading import read_concepts
from l10n.glossary.matching import Matcher
from l10n.glossary.slots import filled
from l10n.glossary.styling import styled
from l10n.model import Addition, Concept, Match, Style, TermHint, Verdict, VerdictKind

if TYPE_CHECKING:
    from l10n.glossary.additions import Names
    from l10n.glossary.judging import Judge


_KEPT = 32_768
"""Judgements that are remembered: captions and the like stand in many articles."""


def load(paths: Sequence[Path], styles: Mapping[str, Style] | None = None) -> Glossary:
    """The glossary that stands in these files (or folders of `.yml` files), in the house's style.

    Raises GlossaryError with file, line and remedy at the first thing that is wrong, and
    FileError for a file that cannot be read, and SettingsError for a style that does not fit.
    """
    return Glossary(read_concepts(paths), styles)


class Glossary:
    """Concepts that can be found in texts; never changes once it is made."""

    def __init__(
        self, concepts: Mapping[str, Concept], styles: Mapping[str, Style] | None = None
    ) -> None:
        """`styles` is the house style by target language."""
        self._styles = styles or {}
        self.concepts: Mapping[str, Concept] = MappingProxyType(
            dict(styled(concepts, self._styles))
        )
        self._matchers: dict[str, Matcher] = {}
        self._judges: dict[str, Judge] = {}
        self._added: dict[tuple[str, str], Names] = {}
        self._verified = lru_cache(_KEPT)(self._verify)

    def __len__(self) -> int:
        return len(self.concepts)

    def prepare(self, language: str) -> None:
        """Load what judging targets in a language takes, so that nobody waits for it later."""
        from l10n.glossary.lemmas import prepare

        if self.concepts:
            prepare(language)

    @cached_property
    def fingerprint(self) -> str:
        """16 hexadecimal digits over all that matches and verdicts depend on.

        Notes, sources and the files that concepts stand in do not matter.
        """
        digest = hashlib.sha256()
        for id_ in sorted(self.concepts):
            digest.update(repr(_content(self.concepts[id_])).encode())
        digest.update(repr(sorted(self._styles.items(), key=itemgetter(0))).encode())
        return digest.hexdigest()[:16]

    def match(self, text: str, *, language: str = "vi", on: date | None = None) -> list[Match]:
        """The concepts in `text`, by position.

        Leftmost, then longest, in whole syllables; never inside an address, a file name, a
        hashtag or a document code. Only matches of one ambiguous form share a span. `on` is the
        day of the article: a concept outside its period is found all the same, and marked.
        """
        return self._matcher(language).match(text, on)

    def find(
        self, parts: Iterable[str], *, language: str = "vi", on: date | None = None
    ) -> Iterator[Match]:
        """What `match` gives for a text that comes in parts, one by one.

        A long text takes no more memory than a short one.
        """
        return self._matcher(language).find(parts, on)

    def verify(
        self,
        source: str,
        target: str,
        *,
        source_language: str = "vi",
        language: str = "en",
        on: date | None = None,
        abroad: bool = False,
    ) -> list[Verdict]:
        """One verdict for each occurrence of a concept in `source`, by position there.

        Ambiguous matches and concepts without a term in the target's `language` have none. What
        is of another country (`Quốc hội Mỹ`) has one only where it is rendered by the term; so
        has everything in an article that `is_abroad`.
        """
        return list(self._verified(source, target, source_language, language, on, abroad))

    def _verify(
        self,
        source: str,
        target: str,
        source_language: str,
        language: str,
        on: date | None,
        abroad: bool,
    ) -> Sequence[Verdict]:
        matches = self.match(source, language=source_language, on=on)
        if not matches:
            return ()
        from l10n.glossary.judging import Judge  # only who judges waits for it

        judge = self._judges.get(language)
        if judge is None:
            judge = self._judges[language] = Judge(language, self._styles.get(language, Style()))
        return [
            verdict
            for match, verdict in judge.verdicts(source, target, matches)
            if verdict.verdict is VerdictKind.OK
            or not (abroad or _is_foreign(source, match, source_language))
        ]

    def added(
        self,
        source: str,
        target: str,
        verdicts: Iterable[Verdict] = (),
        *,
        languages: tuple[str, str] = ("vi", "en"),
        around: Callable[[], Collection[str]] = tuple,
    ) -> list[Addition]:
        """Official names in `target` that stand for nothing in `source`, both in `languages`.

        `verdicts` are those on the target, if they are at hand. `around` gives the ids of the
        concepts that are `named` in the rest of the article: a later sentence may say less.
        """
        found = []
        for name, text in self._names(languages).found(target):
            if (
                name.related.isdisjoint([verdict.concept for verdict in verdicts])
                and name.related.isdisjoint(self.named(source, language=languages[0]))
                and not name.is_meant(source)
                and name.related.isdisjoint(around())
            ):
                found.append(Addition(name.concept, text))
        return found

    def named(self, text: str, *, language: str = "vi") -> set[str]:
        """Ids of all concepts that may be meant somewhere in `text`."""
        return self._matcher(language).named(text)

    def hints(
        self,
        text: str,
        *,
        language: str,
        target_language: str,
        on: date | None = None,
        abroad: bool = False,
    ) -> list[TermHint]:
        """The unambiguous matches that have a preferred term in the target language.

        What is of another country has none, as in `verify`.
        """
        found = (
            (match, match.concept.preferred(target_language))
            for match in self.match(text, language=language, on=on)
            if not (match.ambiguous or abroad or _is_foreign(text, match, language))
        )
        return [
            TermHint(
                match.concept.id,
                match.start,
                match.end,
                filled(equivalent, match.slots, target_language),
            )
            for match, equivalent in found
            if equivalent is not None
        ]

    def _names(self, languages: tuple[str, str]) -> Names:
        names = self._added.get(languages)
        if names is None:
            from l10n.glossary.additions import Names  # only who judges waits for it

            source_language, language = languages
            names = Names(self.concepts.values(), language, source_language)
            self._added[languages] = names
        return names

    def _matcher(self, language: str) -> Matcher:
        matcher = self._matchers.get(language)
        if matcher is None:
            matcher = self._matchers[language] = Matcher(self.concepts.values(), language)
        return matcher


def _is_foreign(source: str, match: Match, language: str) -> bool:
    if language != "vi":
        return False
    from l10n.glossary.abroad import is_foreign  # only where something is wrong

    return is_foreign(source, match)


def _content(concept: Concept) -> tuple[object, ...]:
    return (
        concept.id,
        concept.domain,
        sorted(
            (language, [(t.text, t.status.value, t.kind, t.forms) for t in terms])
            for language, terms in concept.terms.items()
        ),
        concept.guards,
        concept.case,
        concept.target_case,
        concept.ambiguous,
        str(concept.valid_from),
        str(concept.valid_to),
    )
