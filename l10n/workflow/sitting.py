"""A sitting: one article in one target language, open before one person who acts on its units.

What the person does shows at once and is written behind, in order, by one thread; what could
not be written is taken back and told. Steps can be undone and redone while the sitting is open.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace

from l10n.errors import FileError, L10nError, UsageError
from l10n.model import State, Unit
from l10n.workflow import acts, looking
from l10n.workflow.jobs import Job, joined, together
from l10n.workflow.journal import Journal
from l10n.workflow.log import local
from l10n.workflow.tally import Tally
from l10n.workflow.workspace import Workspace
from l10n.workflow.writer import Writer

_FURTHER: Mapping[State, tuple[str, ...]] = {
    State.UNTRANSLATED: ("set",),
    State.DRAFT: ("accept",),
    State.TRANSLATED: ("review", "approve"),
    State.REVIEWED: ("approve",),
    State.APPROVED: (),
}
"""What brings a unit further."""

Failed = Callable[[L10nError], None]
"""Told of an act that could not be written; called in the writing thread."""


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that the person did, to one unit or to many."""

    act: str
    """The act's name, or `redraft`."""
    before: tuple[Unit, ...]
    after: tuple[Unit, ...]


class Sitting:
    """See the module.

    Raises `FileError` where the article has no catalog in the language, and what loading raises.
    """

    def __init__(
        self, workspace: Workspace, slug: str, language: str, who: str, failed: Failed
    ) -> None:
        self.workspace, self.slug, self.language, self.who = workspace, slug, language, who
        self._path = workspace.project.catalog(slug, language)
        if not self._path.exists():
            raise FileError(
                "no such catalog",
                file=workspace.project.relative(self._path),
                remedy=f"make it with l10n draft {slug} --to {language}",
            )
        self._stale, self._submitted = False, 0
        self.units: list[Unit] = []
        self._show_read(looking.read(workspace, slug, language))
        self.journal = Journal.of(workspace.project.cache / "journal", slug, language, who)
        self.tally = Tally()
        self._failed = failed
        self.writer = Writer(self._write)
        self._done: list[Step] = []
        self._undone: list[Step] = []

    def _show_read(self, read: looking.Read) -> None:
        self._seen, self.cutting, self.units[:] = read.seen, read.cutting, read.units
        self.ids = [unit.id for unit in self.units]
        """Of the units, by place: an id is a hash, and takes its time."""
        self._place = {unit: index for index, unit in enumerate(self.ids)}

    @property
    def source_language(self) -> str:
        """The article's language."""
        return self.workspace.source_language(self.cutting.document)

    def act(self, name: str, places: Sequence[int], text: str = "") -> bool:
        """Carry out an act on the units at `places`; False where it changes nothing.

        Raises `UsageError` where a role, four eyes or the state of a unit forbids it: then none
        is changed.
        """
        before = [self.units[place] for place in places]
        after = [acts.outcome(self.workspace, name, unit, self.who, text) for unit in before]
        return self._take(name, before, after, text)

    def replace_all(self, texts: Mapping[int, str]) -> bool:
        """Replace several targets in one step, by place; drafts stay drafts."""
        changed = {p: text for p, text in texts.items() if text != self.units[p].target}
        before = [self.units[place] for place in changed]
        after = [
            acts.outcome(self.workspace, "replace", self.units[place], self.who, text)
            for place, text in changed.items()
        ]
        return self._take("replace", before, after, None)

    def comment(self, place: int, text: str) -> bool:
        """Say something about the unit at `place`; its text and state stay."""
        unit = self.units[place]
        acts.outcome(self.workspace, "comment", unit, self.who, text)
        self._submit(Job("comment", (unit,), (unit,), text))
        return True

    def redrafted(self, place: int, draft: Unit) -> bool:
        """Put another draft in the place of a unit that nobody has signed."""
        unit = self.units[place]
        if unit.state.rank > State.TRANSLATED.rank:
            raise UsageError(f"the unit is {unit.state}", remedy="reject it first")
        return self._take("redraft", [unit], [acts.redrafted(unit, draft)], None)

    def _take(
        self, name: str, before: Sequence[Unit], after: Sequence[Unit], text: str | None
    ) -> bool:
        """Show a step and have it written; without a text, each unit has its own."""
        moved = [(b, a) for b, a in zip(before, after, strict=True) if a != b]
        if not moved:
            return False
        step = Step(name, tuple(b for b, _ in moved), tuple(a for _, a in moved))
        self._show(step.after)
        self._done.append(step)
        self._undone.clear()
        self.tally.add(name, step.before, step.after)
        self._submit(Job(name, step.before, step.after, text))
        return True

    def _submit(self, job: Job) -> None:
        self._submitted += 1
        self.writer.submit(job)

    def undo(self) -> Step | None:
        """Take the last step back; returns it, or None where there is none."""
        if not self._done:
            return None
        step = self._done.pop()
        self._undone.append(step)
        self._swap(step.before, step.after)
        self.tally.take_back(step.act, step.before, step.after)
        return step

    def redo(self) -> Step | None:
        """Do again what was undone last."""
        if not self._undone:
            return None
        step = self._undone.pop()
        self._done.append(step)
        self._swap(step.after, step.before)
        self.tally.add(step.act, step.before, step.after)
        return step

    def _swap(self, wanted: Sequence[Unit], instead: Sequence[Unit]) -> None:
        self._show(wanted)
        self._submit(Job("restore", tuple(instead), tuple(wanted), None))

    def history(self, place: int) -> list[str]:
        """What was done to the unit at `place`, the newest first, an act a line."""
        try:
            told = acts.history(self.workspace, self.units[place])
        except L10nError as error:
            return [str(error)]
        return [f"{local(entry.at)} {entry.who}: {entry.told}" for entry, _ in reversed(told)]

    def waits(self, place: int) -> bool:
        """Whether the person can bring the unit at `place` further."""
        unit = self.units[place]
        for act in _FURTHER[unit.state]:
            with suppress(UsageError):
                acts.outcome(self.workspace, act, unit, self.who, unit.target or "…")
                return True
        return False

    def place(self, unit: str) -> int | None:
        """Where the unit with this id stands, or None where it is gone."""
        return self._place.get(unit)

    def _show(self, units: Sequence[Unit]) -> None:
        for unit in units:
            index = self._place.get(unit.id)
            if index is not None:
                self.units[index] = replace(unit, lines=self.units[index].lines)

    # Below: what runs in the writing thread.

    def _write(self, jobs: list[Job]) -> None:
        if looking.signature(self._path) != self._seen[0]:
            self._stale = True
        for group in together(jobs):
            try:
                self._carry_out(joined(group))
            except L10nError as error:
                if len(group) == 1:
                    self._not_written(group[0], error)
                else:
                    self._write_each(group)
        self._seen = looking.signature(self._path), self._seen[1]

    def _write_each(self, jobs: Sequence[Job]) -> None:
        """One that cannot be written holds up no other."""
        for job in jobs:
            try:
                self._carry_out(job)
            except L10nError as error:
                self._not_written(job, error)

    def _carry_out(self, job: Job) -> None:
        if job.text is not None:
            acts.act(self.workspace, job.act, job.before, self.who, job.text)
        elif job.act == "replace":
            texts = [(b, a.target) for b, a in zip(job.before, job.after, strict=True)]
            acts.write(self.workspace, texts, self.who, job.act)
        elif job.act == "redraft":
            acts.redraft(self.workspace, job.before[0], job.after[0], self.who)
        else:
            pairs = list(zip(job.after, job.before, strict=True))
            acts.restore(self.workspace, pairs, self.who)

    def _not_written(self, job: Job, error: L10nError) -> None:
        """Taken back; but the text of a person is never lost: it goes back into the editor."""
        for step in self._done:
            if (step.act, step.after) == (job.act, job.after):
                self.tally.take_back(step.act, step.before, step.after)
        for before, after in zip(job.before, job.after, strict=True):
            if after.target and after.target != before.target:
                self.journal.keep(after.id, after.target)
            place = self._place.get(after.id)
            if place is not None and _content(self.units[place]) == _content(after):
                self._show((before,))
        self._stale = True
        self._forget(job.after)
        self._failed(error)

    def _forget(self, after: Sequence[Unit]) -> None:
        """Steps that led to a text which is not in the file can be neither undone nor redone."""
        lost = {unit.id for unit in after}
        for steps in (self._done, self._undone):
            steps[:] = [s for s in steps if not lost & {unit.id for unit in s.after}]

    @property
    def busy(self) -> bool:
        """Whether something is still to be written."""
        return self.writer.busy

    def touch(self) -> None:
        """The person's hands are moving: see `Writer`."""
        self.writer.touch()

    def changed_underneath(self) -> bool:
        """Whether somebody else changed the catalog or the article since it was read."""
        return not self.busy and (self._stale or self._signatures() != self._seen)

    def _signatures(self) -> looking.Seen:
        return looking.signatures(self.workspace, self.slug, self.language)

    def reread(self) -> looking.Read | None:
        """The files as they are, for `take`; may be called in a thread of its own.

        None while something is being written. Raises `FileError` or `InputError` where they
        cannot be read; what is shown stays then, and the same content is not reported again.
        """
        if self.busy:
            return None
        submitted = self._submitted
        self._seen, self._stale = self._signatures(), False
        return looking.read(self.workspace, self.slug, self.language, submitted)

    def take(self, read: looking.Read | None) -> list[tuple[Unit | None, Unit]] | None:
        """Show what was read: the units that are others now, each with what it was.

        None, and nothing is taken, where the person acted meanwhile: it has to be read again.
        """
        if read is None or self.busy or read.submitted != self._submitted:
            self._stale = True
            return None
        was = {unit.id: unit for unit in self.units}
        self._show_read(read)
        changed = []
        for unit in self.units:
            before = was.get(unit.id)
            if before is None or _content(before) != _content(unit):
                changed.append((before, unit))
        return changed

    def close(self, late: Callable[[], object] = lambda: None) -> None:
        """Wait until all is written; `late` is called where that takes long."""
        self.writer.close(late)


def _content(unit: Unit) -> Unit:
    """The unit without what depends on the rest of its files."""
    return replace(unit, line=0, lines=(), notes=(), recorded=None)
