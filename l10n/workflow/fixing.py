"""Fix: put right what a check knows the right text of, in texts that nobody has signed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from l10n.catalogs import Catalog
from l10n.checks.tidying import TIDY, tidied
from l10n.errors import FileError
from l10n.model import State, Unit
from l10n.workflow.check import Wanted, everything
from l10n.workflow.record import REFRESH
from l10n.workflow.recording import recording
from l10n.workflow.workspace import Progress, Workspace, pairs, silent

WHO = "l10n check --fix"
"""Who does it, in the record."""
UNSIGNED = (State.DRAFT, State.TRANSLATED)


@dataclass(frozen=True, slots=True)
class Fixed:
    """A target before and after."""

    before: Unit
    after: Unit
    checks: tuple[str, ...]
    """Ids of the checks that would have found fault with it."""


def fix(
    workspace: Workspace,
    slugs: Sequence[str],
    languages: Sequence[str],
    progress: Progress[tuple[str, str]] = silent,
    wanted: Wanted = everything,
    *,
    dry_run: bool = False,
) -> list[Fixed]:
    """Fix spaces, quotes, separators, full-width marks and NFC; states stay as they are.

    Never touches a reviewed or approved unit, not even where its seal is broken or another tool
    has marked it fuzzy, nor one with a conflict. Checks that the settings turn off, or that the
    unit is taken out of, fix nothing. Each fix is in the record. A catalog that cannot be read is
    left to the check. Raises what saving and locking raise.
    """
    off = workspace.project.settings.checks
    done: list[Fixed] = []
    for slug, language in progress(list(pairs(slugs, languages)), "fix"):
        ids = [check for check in TIDY if check not in off or off[check].of(language).enabled]
        catalog, choice = _readable(workspace, slug, language), wanted(slug, language)
        units = [unit for unit in catalog.units if choice(unit.id)] if catalog and choice else []
        found = [one for unit in units if (one := _fixed(unit, language, ids))]
        done += [_of(one, slug, language) for one in found]
        if found and not dry_run:
            _write(workspace, slug, language, found)
    return done


def _readable(workspace: Workspace, slug: str, language: str) -> Catalog | None:
    try:
        return workspace.catalog(slug, language)
    except FileError:
        return None


def _fixed(unit: Unit, language: str, ids: Sequence[str]) -> Fixed | None:
    signed = unit.state not in UNSIGNED or unit.recorded not in (None, *UNSIGNED)
    if signed or unit.conflict or not unit.target:
        return None
    tag, target, checks = language.partition("-")[0].lower(), unit.target, []
    skipped = {check for check, reason in unit.skips if reason}
    for check in (check for check in ids if check not in skipped):
        after = tidied(target, unit.source, tag, frozenset({check}))
        if after != target:
            checks.append(check)
            target = after
    return Fixed(unit, replace(unit, target=target), tuple(checks)) if checks else None


def _write(workspace: Workspace, slug: str, language: str, found: Sequence[Fixed]) -> None:
    with recording(workspace, slug, language) as opened:
        for one in found:
            # Somebody may have been faster.
            if opened.catalog.get(one.before.id) == one.before:
                opened.change(one.after, REFRESH, WHO, ", ".join(one.checks))


def _of(one: Fixed, slug: str, language: str) -> Fixed:
    before, after = (
        replace(unit, article=slug, language=language) for unit in (one.before, one.after)
    )
    return replace(one, before=before, after=after)
