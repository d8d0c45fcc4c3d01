"""What helps with one unit: its terms, the nearest of the memory, what the checks say of a text."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from l10n.model import Concept, Finding, Status, Unit, Verdict, VerdictKind
from l10n.workflow.workspace import Cutting, Workspace

# Rooms are opened when they are needed: an article can be read before there is advice on it.
if TYPE_CHECKING:
    from l10n.memory import Memory, MemoryMatch


@dataclass(frozen=True, slots=True)
class Known:
    """A term of the glossary in a source."""

    concept: Concept
    start: int
    end: int
    """Its place in the source."""
    equivalents: tuple[str, ...]
    """What the target may say, the preferred one first; empty where the glossary has none."""
    doubt: str = ""
    """`ambiguous`, `out of period`, or `another country's`, where the glossary does not decide."""


class Advisor:
    """Advises on the units of one article in one target language."""

    def __init__(self, workspace: Workspace, cutting: Cutting, language: str) -> None:
        self._workspace = workspace
        self._language = language
        self._source_language = workspace.source_language(cutting.document)
        self._read(cutting)

    def _read(self, cutting: Cutting) -> None:
        self._on: date | None = cutting.document.date
        self._abroad = self._workspace.abroad(cutting)
        sources = (unit.source for unit in cutting.units)
        self._named = self._workspace.named(sources, self._source_language)

    def forget(self, cutting: Cutting) -> None:
        """The article or the catalogs have changed: ask anew."""
        self._read(cutting)
        self.__dict__.pop("memory", None)

    def prepare(self, unit: Unit) -> None:
        """Load what advice takes, but for the memory; what it says of `unit` is then at hand."""
        self._workspace.glossary.prepare(self._language)
        self.terms(unit.source)
        self.judged(unit, unit.target)

    def terms(self, source: str) -> list[Known]:
        """The terms of a source, by place."""
        glossary = self._workspace.glossary
        hints = {
            (hint.start, hint.end): hint.equivalent
            for hint in glossary.hints(
                source,
                language=self._source_language,
                target_language=self._language,
                on=self._on,
                abroad=self._abroad,
            )
        }
        known = []
        for match in glossary.match(source, language=self._source_language, on=self._on):
            plain = match.concept.preferred(self._language)
            hint = hints.get((match.start, match.end))
            preferred = hint or plain
            admitted = [
                term.text
                for term in match.concept.terms.get(self._language, ())
                if term.status is Status.ADMITTED and "{" not in term.text
            ]
            doubt = "ambiguous" if match.ambiguous else "out of period" * match.out_of_period
            known.append(
                Known(
                    match.concept,
                    match.start,
                    match.end,
                    tuple(dict.fromkeys([preferred, *admitted] if preferred else admitted)),
                    doubt or "another country's" * bool(plain and not hint),
                )
            )
        return known

    def judged(self, unit: Unit, target: str) -> tuple[list[Finding], Mapping[str, VerdictKind]]:
        """What the checks say of a target in the unit's place, and the worst verdict by concept."""
        from l10n import checks

        unit = replace(unit, target=target, language=self._language)
        verdicts = self._workspace.verdicts(
            unit, source_language=self._source_language, on=self._on, abroad=self._abroad
        )
        added = self._workspace.added(unit, verdicts, self._named, self._source_language)
        subject = checks.Subject(unit, verdicts, self._source_language, added=added)
        findings = checks.run(subject, self._workspace.project.settings.checks)
        return findings, _worst(verdicts)

    @cached_property
    def memory(self) -> Memory:
        """The memory into the target language; opening it indexes what has changed."""
        from l10n.workflow.memory import open_memory

        return open_memory(self._workspace, self._language, self._source_language)

    def matches(self, units: Sequence[Unit], place: int) -> list[MemoryMatch]:
        """The nearest of the memory to the unit at `place`, but for what the unit itself gave."""
        from l10n.workflow.memory import context_of

        unit = units[place]
        found = self.memory.lookup(unit.source, context=context_of(list(units), place))
        own = unit.article, unit.source, unit.target
        return [m for m in found if (m.origin, m.source, m.target) != own]


def _worst(verdicts: Sequence[Verdict]) -> dict[str, VerdictKind]:
    worst: dict[str, VerdictKind] = {}
    for verdict in verdicts:
        if worst.get(verdict.concept, VerdictKind.OK) is VerdictKind.OK:
            worst[verdict.concept] = verdict.verdict
    return worst
