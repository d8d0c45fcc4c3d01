"""What `l10n draft` says: what it would ask for, what it did, what is left."""

from __future__ import annotations

from typing import TYPE_CHECKING

from l10n.cli.options import Articles, Engine, Globals, Targets
from l10n.cli.output import say, tell, write
from l10n.errors import EngineError
from l10n.model import counted

if TYPE_CHECKING:
    from l10n.model import Unit
    from l10n.workflow.draft import DraftReport


def tell_plan(
    given: Globals, articles: Articles, to: Targets, engine: Engine, *, redo: bool
) -> None:
    """Say what a run would ask for, and where the text would go."""
    from l10n.workflow.opening import missing_languages
    from l10n.workflow.plan import plan

    workspace = given.workspace()
    slugs, languages = workspace.project.select(articles), workspace.project.languages(to)
    for language, found in plan(workspace, slugs, languages, engine=engine, redo=redo).items():
        info = found.engine
        where = "leave this machine" if info.online else "stay on this machine"
        units, words = counted(found.units, "unit"), counted(found.words, "word")
        write(
            f"{language}: {units}, {words}, {counted(found.characters, 'character')} "
            f"for {info.id} (texts {where}); "
            f"{counted(found.reused, 'unit')} from memory and glossary"
            + (f", {found.bought} that it has drafted before" if found.bought else "")
        )
        if not info.ready:
            say(f"{info.id} is not ready: {info.missing}")
        if lacking := missing_languages(info, found.source_language, language):
            say(f"{info.id} does not know {' and '.join(lacking)}")


def check_whole(report: DraftReport) -> None:
    """Raise `EngineError` where an engine has left units without a draft."""
    if report.owed:
        units = counted(report.owed, "unit is", "units are")
        raise EngineError(
            f"{units} left without a draft",
            remedy="all others are saved; run l10n draft again, choose another --engine, or"
            " translate in l10n review",
        )


def tell_report(report: DraftReport) -> None:
    """Say what drafting did."""
    reasons: dict[str, list[Unit]] = {}
    for unit, reason in report.failed:
        reasons.setdefault(reason, []).append(unit)
    for reason, units in reasons.items():
        first = f"{units[0].article} {units[0].language} {units[0].id}"
        more = f" and {len(units) - 1} more" if len(units) > 1 else ""
        say(f"not drafted: {first}{more}: {reason}")
    waiting = counted(report.waiting, "waits for its route's", "wait for their route's")
    parts = [
        f"{counted(report.drafted, 'unit')} drafted",
        f"{report.bought} of them known from before" if report.bought else "",
        f"{report.reused} reused" if report.reused else "",
        f"{report.high_risk} at high risk" if report.high_risk else "",
        f"{len(report.failed)} not drafted" if report.failed else "",
        f"{report.skipped} changed meanwhile" if report.skipped else "",
        f"{report.sent_back} sent back, since the route's text changed" if report.sent_back else "",
        f"{waiting} text to be reviewed" if report.waiting else "",
    ]
    tell(", ".join(part for part in parts if part))
