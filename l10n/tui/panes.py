"""The panes beside the editor: what each says of a unit, as text."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rich.style import Style
from rich.text import Text

from l10n.memory import MemoryMatch
from l10n.model import Finding, Unit, VerdictKind
from l10n.tui.text import difference, shown, verdict_mark
from l10n.tui.unit_list import FINDINGS
from l10n.workflow.advice import Known

PANES = ("terms", "memory", "findings", "history")
_DIM = Style(dim=True)
_BOLD = Style(bold=True)


def terms(known: Sequence[Known], verdicts: Mapping[str, VerdictKind]) -> Text:
    """The source's terms, numbered, with their equivalents and what became of them."""
    text = Text()
    for number, term in enumerate(known, 1):
        mark = verdict_mark(term, verdicts)
        text.append(f"{number} ", _BOLD).append(f"{mark} ")
        if not term.equivalents:
            text.append(f"{shown(term.concept.id)}: no equivalent", _DIM)
        else:
            text.append(shown(term.equivalents[0]), _BOLD)
            if term.equivalents[1:]:
                text.append(f" or {shown(', '.join(term.equivalents[1:]))}", _DIM)
        if term.doubt:
            text.append(f" ({term.doubt})", _DIM)
        if term.concept.note:
            text.append(f"\n    {shown(term.concept.note)}", _DIM)
        text.append("\n")
    return text or Text("no terms", _DIM)


def memory(matches: Sequence[MemoryMatch] | None, source: str, keys: Sequence[str]) -> Text:
    """The nearest of the memory, each with its key, and its source's difference to this one."""
    if matches is None:
        return Text("looking…", _DIM)
    text = Text()
    for key, match in zip(keys, matches, strict=False):
        adapted = ", numbers adapted" if match.adapted else ""
        text.append(f"{key} {min(match.score, 100)}% ", _BOLD)
        text.append(f"{shown(match.origin)}{adapted}\n", _DIM)
        if match.score < 100:
            text.append("   ").append_text(difference(match.source, source)).append("\n")
        text.append(f"   {shown(match.target)}\n")
    return text or Text("nothing alike", _DIM)


def findings(found: Sequence[Finding]) -> Text:
    """What the checks say, the worst first."""
    text = Text()
    for finding in sorted(found, key=lambda f: list(FINDINGS).index(f.severity)):
        text.append(f"{FINDINGS[finding.severity]} {finding.check} ", _BOLD)
        text.append(f"{shown(finding.message)}\n")
    return text or Text("nothing found", _DIM)


def history(unit: Unit, acts: Sequence[str]) -> Text:
    """Who did what to the unit, comments and doubts, the newest first."""
    text = Text()
    if unit.risk or unit.origin:
        risk = f", risk {unit.risk}" if unit.risk else ""
        text.append(f"draft by {shown(unit.origin) or 'a person'}{risk}\n")
    for reason in unit.reasons:
        text.append(f"{shown(reason)}\n", _BOLD)
    signed = (("translator", unit.translator), ("reviewer", unit.reviewer))
    for role, who in (*signed, ("approver", unit.approver)):
        if who:
            text.append(f"{role}: {shown(who)}\n")
    for act in acts:
        text.append(f"{shown(act)}\n", _DIM)
    for note in unit.notes:
        text.append(f"{shown(note)}\n", _DIM)
    return text or Text("no history", _DIM)
